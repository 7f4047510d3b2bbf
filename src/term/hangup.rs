//! Notices that nobody is at the terminal's other end any more.
//!
//! The kernel also tells by SIGHUP, but only the one who leads the session; and crossterm does not notice: on a terminal
//! that is gone it reads on for ever, as fast as it can, on whichever thread it happens to (0.29, `event::source`).

use std::io::{Result, stdin};
use std::os::unix::net::UnixStream;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;

/// Waits until the terminal is gone. A thread of its own sleeps until then; it lives as long as the process.
pub fn hangup() -> impl Future<Output = ()> {
    let (tell, told) = tokio::sync::oneshot::channel();
    std::thread::spawn(move || {
        let stdin = stdin();
        // Without a wish, only what is told unasked ends the wait: a hang-up.
        while poll(&mut [PollFd::new(&stdin, PollFlags::empty())], None) == Err(Errno::INTR) {}
        // If it fails, the signal has to do.
        let _ = silence_stdin();
        tell.send(())
    });
    async move {
        if told.await.is_err() {
            std::future::pending::<()>().await; // without the thread, too
        }
    }
}

/// Puts something in the terminal's place that never says anything, so that nobody reads on.
fn silence_stdin() -> Result<()> {
    let (silent, other_end) = UnixStream::pair()?;
    silent.set_nonblocking(true)?;
    rustix::stdio::dup2_stdin(&silent)?;
    std::mem::forget(other_end); // were it closed, that would be an end to read
    Ok(())
}
