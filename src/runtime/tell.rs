//! How jobs tell what happened.

use std::sync::Arc;

use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use crate::app::Event;

/// What comes through the channel.
#[derive(Debug)]
pub(super) enum Told {
    /// A fact.
    Event(Box<Event>),
    /// A job has ended; the loop counts those that are left.
    JobEnded,
}

/// Tells facts to the loop. Clones belong to the same job.
#[derive(Debug, Clone)]
pub struct Tell(Arc<Job>);

#[derive(Debug)]
struct Job(UnboundedSender<Told>);

impl Drop for Job {
    fn drop(&mut self) {
        // When the loop is gone nobody counts any more.
        let _ = self.0.send(Told::JobEnded);
    }
}

impl Tell {
    /// Tells a fact; nobody listens any more once the reader has quit.
    pub fn tell(&self, event: Event) {
        let _ = self.0.0.send(Told::Event(Box::new(event)));
    }
}

/// The loop's end of the channel, and how many jobs are under way.
#[derive(Debug)]
pub(super) struct Jobs {
    sender: UnboundedSender<Told>,
    receiver: UnboundedReceiver<Told>,
    under_way: usize,
}

impl Jobs {
    pub(super) fn new() -> Self {
        let (sender, receiver) = unbounded_channel();
        Self { sender, receiver, under_way: 0 }
    }

    /// A teller for a new job.
    pub(super) fn begin(&mut self) -> Tell {
        self.under_way += 1;
        Tell(Arc::new(Job(self.sender.clone())))
    }

    pub(super) fn idle(&self) -> bool {
        self.under_way == 0 && self.receiver.is_empty()
    }

    /// Waits for the next fact; `None` when a job has ended without one.
    pub(super) async fn next(&mut self) -> Option<Event> {
        let told = self.receiver.recv().await;
        self.take(told)
    }

    /// The next fact that is already there.
    pub(super) fn try_next(&mut self) -> Option<Event> {
        while let Ok(told) = self.receiver.try_recv() {
            if let Some(event) = self.take(Some(told)) {
                return Some(event);
            }
        }
        None
    }

    fn take(&mut self, told: Option<Told>) -> Option<Event> {
        match told {
            Some(Told::Event(event)) => Some(*event),
            Some(Told::JobEnded) => {
                self.under_way = self.under_way.saturating_sub(1);
                None
            }
            None => None,
        }
    }
}
