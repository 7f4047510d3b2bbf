//! Signals that ask the program to end.
//!
//! Both functions listen from the call on, not from the first poll: a signal that comes in between is not lost.

use std::io::Result;

use tokio::signal::unix::{SignalKind, signal};

/// Waits for SIGTERM or SIGHUP. From the call on neither these nor SIGINT and SIGQUIT end the process by themselves.
///
/// # Errors
/// When the handlers cannot be set.
pub fn termination() -> Result<impl Future<Output = ()>> {
    let mut term = signal(SignalKind::terminate())?;
    let mut hangup = signal(SignalKind::hangup())?;
    drop(interruption()?);
    Ok(async move {
        tokio::select! {
            _ = term.recv() => {}
            _ = hangup.recv() => {}
        }
    })
}

/// Waits for SIGINT or SIGQUIT. To be called anew when a child had the terminal: what is typed at the child is not meant
/// for us, although the terminal sends it to both (as `system(3)` ignores it).
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
