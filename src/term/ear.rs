//! Listens to the terminal on a thread of its own, until it is told to stop.
//!
//! Crossterm's own stream hands a lock to and fro between two threads for each key, and loses what is typed when it is
//! opened anew at a bad moment. Here one thread sleeps until the terminal has something to say, and lets crossterm only
//! read and understand what is there.

use std::io::{Result, Write, pipe, stdin};
use std::os::fd::AsFd;
use std::sync::mpsc;
use std::task::{Context, Poll};
use std::thread;
use std::time::Duration;

use crossterm::event::{self, Event};
use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use rustix::process::getpgrp;
use rustix::termios::{OptionalActions, tcgetattr, tcgetpgrp, tcsetattr};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

/// Between two looks at what is there and cannot be understood yet.
const PAUSE: Duration = Duration::from_millis(5);
/// Nobody waits longer for the thread to stop: in the middle of a sequence crossterm does not look up.
const PATIENCE: Duration = Duration::from_millis(100);

/// Listens as long as it lives.
#[derive(Debug)]
pub(super) struct Ear {
    heard: UnboundedReceiver<Event>,
    stop: std::io::PipeWriter,
    stopped: mpsc::Receiver<()>,
}

impl Ear {
    /// Begins to listen.
    pub(super) fn new() -> Result<Self> {
        let (stop_told, stop) = pipe()?;
        let (tell, heard) = unbounded_channel();
        let (ended, stopped) = mpsc::channel();
        thread::Builder::new().name("ear".to_owned()).spawn(move || {
            listen(&stop_told, &tell);
            drop(ended);
        })?;
        Ok(Self { heard, stop, stopped })
    }

    /// What was heard; none when nothing will be any more.
    pub(super) fn poll_heard(&mut self, context: &mut Context<'_>) -> Poll<Option<Event>> {
        self.heard.poll_recv(context)
    }
}

impl Drop for Ear {
    fn drop(&mut self) {
        // If it cannot be told, it has stopped by itself.
        let _ = self.stop.write_all(b".");
        let _ = self.stopped.recv_timeout(PATIENCE);
    }
}

/// Tells what the terminal says, until it is gone or the pipe says stop.
fn listen(stop: &impl AsFd, tell: &UnboundedSender<Event>) {
    let stdin = stdin();
    loop {
        let mut both = [PollFd::new(&stdin, PollFlags::IN), PollFd::new(stop, PollFlags::IN)];
        match poll(&mut both, None) {
            Ok(_) => {}
            Err(Errno::INTR) => continue,
            Err(_) => return,
        }
        let [said, stopped] = both.map(|fd| fd.revents());
        // Crossterm would read a terminal that is gone for ever, as fast as it can.
        if !stopped.is_empty() || said.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL)
        {
            return;
        }
        match understand(tell) {
            Ok(true) => {}
            Ok(false) => {
                nudge();
                thread::sleep(PAUSE);
            }
            Err(_) => return,
        }
    }
}

/// Tells all that can be read at once. Whether that was anything.
fn understand(tell: &UnboundedSender<Event>) -> Result<bool> {
    let mut any = false;
    while event::poll(Duration::ZERO)? {
        any = true;
        // Whoever does not listen any more is about to say stop.
        let _ = tell.send(event::read()?);
    }
    Ok(any)
}

/// Sets the terminal's settings to what they are: the kernel then wakes whoever waits for the terminal
/// (`n_tty_set_termios`). Crossterm waits for changes, and takes no notice of one that comes together with a change of the
/// size (0.29, `UnixInternalEventSource::try_read`): what was typed then would lie until the next key. Only as long as
/// this job has the terminal, else the kernel would stop us.
fn nudge() {
    let stdin = stdin();
    if tcgetpgrp(&stdin).is_ok_and(|group| group == getpgrp())
        && let Ok(settings) = tcgetattr(&stdin)
    {
        // Whoever cannot be nudged has gone; that is noticed elsewhere.
        let _ = tcsetattr(&stdin, OptionalActions::Now, &settings);
    }
}
