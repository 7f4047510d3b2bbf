//! A nudge for input that was opened anew.
//!
//! Crossterm 0.29 waits for edges. When the wake-up of a reader that was dropped comes together with something typed, the
//! edge of the latter is lost (`UnixInternalEventSource::try_read` returns at its wake token), and what was typed waits
//! for the next key. Setting the terminal's settings, even to what they are, makes the kernel wake whoever waits for it
//! (`n_tty_set_termios`): a new edge.

use std::io::stdin;
use std::task::Context;
use std::time::Duration;

use rustix::process::getpgrp;
use rustix::termios::{OptionalActions, tcgetattr, tcgetpgrp, tcsetattr};
use tokio::time::{Interval, interval};

/// Between two nudges.
const EVERY: Duration = Duration::from_millis(50);
/// An edge can be lost only while the old reader goes, which is over long before this many nudges.
const NUDGES: u8 = 20;

/// The nudges that are still to be given.
#[derive(Debug)]
pub(super) struct Nudges {
    every: Interval,
    left: u8,
}

impl Nudges {
    /// Nudges for the first second.
    pub(super) fn new() -> Self {
        Self { every: interval(EVERY), left: NUDGES }
    }

    /// Gives a nudge when its time has come, and has `context` woken for the next.
    pub(super) fn poll(&mut self, context: &mut Context<'_>) {
        while self.left > 0 && self.every.poll_tick(context).is_ready() {
            self.left -= 1;
            nudge();
        }
    }
}

/// Sets the terminal's settings to what they are; only as long as this job has it, else the kernel would stop us.
fn nudge() {
    let stdin = stdin();
    if tcgetpgrp(&stdin).is_ok_and(|group| group == getpgrp())
        && let Ok(settings) = tcgetattr(&stdin)
    {
        // Whoever cannot be nudged has gone; that is noticed elsewhere.
        let _ = tcsetattr(&stdin, OptionalActions::Now, &settings);
    }
}
