//! Signals that ask the program to end or to stop.

use tokio::signal::unix::{SignalKind, signal};

/// Waits for SIGTERM, SIGHUP, SIGINT or SIGQUIT.
///
/// # Errors
/// When the handlers cannot be set.
pub async fn termination() -> std::io::Result<()> {
    let mut term = signal(SignalKind::terminate())?;
    let mut hangup = signal(SignalKind::hangup())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut quit = signal(SignalKind::quit())?;
    tokio::select! {
        _ = term.recv() => {}
        _ = hangup.recv() => {}
        _ = interrupt.recv() => {}
        _ = quit.recv() => {}
    }
    Ok(())
}
