//! Notices that nobody is at the terminal's other end any more.
//!
//! The kernel also tells by SIGHUP, but only the one who leads the session; and crossterm does not notice: it would read
//! on for ever, as fast as it can.

use std::io::stdin;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;

/// Waits until the terminal is gone. A thread of its own sleeps until then; it lives as long as the process.
pub fn hangup() -> impl Future<Output = ()> {
    let (tell, told) = tokio::sync::oneshot::channel();
    std::thread::spawn(move || {
        let stdin = stdin();
        // Without a wish, only what is told unasked ends the wait: a hang-up.
        while poll(&mut [PollFd::new(&stdin, PollFlags::empty())], None) == Err(Errno::INTR) {}
        tell.send(())
    });
    async move {
        if told.await.is_err() {
            std::future::pending::<()>().await; // without the thread, the signal has to do
        }
    }
}
