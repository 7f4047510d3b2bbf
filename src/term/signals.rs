//! Signals that ask the program to end, or tell that it goes on after a stop.
//!
//! All listen from the call on, not from the first poll: a signal that comes in between is not lost.

use std::future::ready;
use std::io::Result;

use futures_util::stream::{once, unfold};
use futures_util::{Stream, StreamExt};
use tokio::signal::unix::{SignalKind, signal};

/// Waits for SIGTERM or SIGHUP. From the call on neither these nor SIGINT and SIGQUIT end the process by themselves.
///
/// # Errors
/// When the handlers cannot be set.
pub fn termination() -> Result<impl Future<Output = ()>> {
    let mut term = signal(SignalKind::terminate())?;
    let mut hangup = signal(SignalKind::hangup())?;
    drop(interruption()?); // once set, a handler stays
    Ok(async move {
        tokio::select! {
            _ = term.recv() => {}
            _ = hangup.recv() => {}
        }
    })
}

/// Waits for SIGINT or SIGQUIT. To be called anew when a child has had the terminal: what is typed at the child is not
/// meant for us, although the kernel sends it to both (`system(3)` ignores it likewise).
///
/// # Errors
/// When the handlers cannot be set.
pub fn interruption() -> Result<impl Future<Output = ()>> {
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut quit = signal(SignalKind::quit())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = quit.recv() => {}
        }
    })
}

/// Tells each time the process goes on (SIGCONT) after it was stopped, by whomever.
///
/// # Errors
/// When the handler cannot be set.
pub fn continuation() -> Result<impl Stream<Item = ()>> {
    let continued = signal(SignalKind::from_raw(rustix::process::Signal::CONT.as_raw()))?;
    Ok(unfold(continued, |mut continued| async {
        continued.recv().await.map(|()| ((), continued))
    }))
}

/// Tells the terminal's size in columns and rows, now and whenever it has changed (SIGWINCH).
///
/// # Errors
/// When the handler cannot be set.
pub fn sizes() -> Result<impl Stream<Item = (u16, u16)>> {
    let signal = signal(SignalKind::window_change())?;
    let changes = unfold(signal, |mut signal| async { signal.recv().await.map(|()| ((), signal)) });
    let sizes = once(ready(())).chain(changes);
    Ok(sizes.filter_map(|()| ready(crossterm::terminal::size().ok())))
}
