//! Two threads for the archive: one makes the changes in their order, one answers questions.
//!
//! **Invariant:** a question sees the changes that were asked for before it. Only when these take longer than a moment is it
//! answered as things stand; then the interface is told to ask again once they are made.

use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use crate::app::Event;
use crate::runtime::Tell;
use crate::store::Store;

/// How long a question waits for a change; one mark takes some milliseconds, with a slow disk.
const PATIENCE: Duration = Duration::from_millis(100);

/// Something that one of the threads does.
type Job = Box<dyn FnOnce(&Store) + Send>;

/// Both threads. When this is dropped, what they were asked to do is done before it ends: no mark is lost.
#[derive(Debug)]
pub(super) struct Lanes {
    changes: Lane,
    questions: Lane,
    turns: Arc<Turns>,
}

/// A thread that does one job after the other.
#[derive(Debug)]
struct Lane {
    jobs: Option<Sender<Job>>,
    thread: Option<JoinHandle<()>>,
}

/// How far the changes are.
#[derive(Debug)]
struct Turns {
    now: Mutex<Turn>,
    made: Condvar,
}

#[derive(Debug)]
struct Turn {
    /// Changes asked for so far.
    asked: u64,
    /// When the last of them was.
    since: Instant,
    /// Changes made so far.
    made: u64,
    /// A question did not wait for one of those that are not made yet.
    overtaken: bool,
}

impl Lanes {
    pub(super) fn new(store: &Store) -> Self {
        let turn = Turn { asked: 0, since: Instant::now(), made: 0, overtaken: false };
        Self {
            changes: Lane::new(store.clone()),
            questions: Lane::new(store.clone()),
            turns: Arc::new(Turns { now: Mutex::new(turn), made: Condvar::new() }),
        }
    }

    /// Makes a change when those before it are made.
    pub(super) fn change(&self, tell: Tell, job: impl FnOnce(&Store) + Send + 'static) {
        let turns = Arc::clone(&self.turns);
        let mut turn = turns.now();
        turn.asked += 1;
        turn.since = Instant::now();
        drop(turn);
        self.changes.run(Box::new(move |store| {
            job(store);
            if turns.end_one() {
                tell.tell(Event::ArchiveChanged);
            }
        }));
    }

    /// Answers a question when the changes before it are made, or when that takes too long.
    pub(super) fn ask(&self, job: impl FnOnce(&Store) + Send + 'static) {
        let turns = Arc::clone(&self.turns);
        let (after, until) = {
            let turn = turns.now();
            (turn.asked, turn.since + PATIENCE)
        };
        self.questions.run(Box::new(move |store| {
            turns.wait(after, until);
            job(store);
        }));
    }
}

impl Turns {
    fn now(&self) -> MutexGuard<'_, Turn> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes that a change is made. Whether all are, and a question did not wait for them.
    fn end_one(&self) -> bool {
        let mut turn = self.now();
        turn.made += 1;
        self.made.notify_all();
        turn.made == turn.asked && std::mem::take(&mut turn.overtaken)
    }

    /// Waits for so many changes, but not longer than until then.
    fn wait(&self, after: u64, until: Instant) {
        let left = until.saturating_duration_since(Instant::now());
        let waited = self.made.wait_timeout_while(self.now(), left, |turn| turn.made < after);
        let (mut turn, _) = waited.unwrap_or_else(PoisonError::into_inner);
        turn.overtaken |= turn.made < after;
    }
}

impl Lane {
    fn new(store: Store) -> Self {
        let (jobs, inbox) = channel::<Job>();
        let thread = std::thread::spawn(move || {
            while let Ok(job) = inbox.recv() {
                job(&store);
            }
        });
        Self { jobs: Some(jobs), thread: Some(thread) }
    }

    fn run(&self, job: Job) {
        if let Some(jobs) = &self.jobs {
            // The thread lives as long as the sender.
            let _ = jobs.send(job);
        }
    }
}

impl Drop for Lane {
    fn drop(&mut self) {
        drop(self.jobs.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join(); // a panic there has been reported
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Timestamp;
    use crate::runtime::tell::Jobs;

    const DEADLINE: Duration = Duration::from_secs(20);

    fn lanes() -> (tempfile::TempDir, Lanes) {
        let dir = tempfile::tempdir().expect("a directory");
        let store = Store::open(dir.path(), Timestamp(1_795_000_000)).expect("an archive");
        (dir, Lanes::new(&store))
    }

    #[test]
    fn a_question_sees_the_changes_before_it() {
        let (_dir, lanes) = lanes();
        let mut jobs = Jobs::new();
        let (say, heard) = channel();
        for n in 0..50 {
            lanes.change(jobs.begin(), move |store| {
                std::thread::yield_now();
                store.ui_set("n", &n.to_string()).expect("a change");
            });
            let say = say.clone();
            lanes.ask(move |store| say.send(store.ui_get("n")).expect("a listener"));
            let seen = heard.recv_timeout(DEADLINE).expect("an answer").expect("a value");
            assert_eq!(seen, Some(n.to_string()));
        }
        drop(lanes);
        assert_eq!(jobs.try_next(), None, "nothing is asked for twice");
    }

    #[test]
    fn a_long_change_keeps_no_question_waiting_and_is_told_at_its_end() {
        let (_dir, lanes) = lanes();
        let mut jobs = Jobs::new();
        let (end, ended) = channel::<()>();
        lanes.change(jobs.begin(), move |_| ended.recv_timeout(DEADLINE).expect("the end"));
        let (say, heard) = channel();
        for n in 0..3 {
            let say = say.clone();
            lanes.ask(move |_| say.send(n).expect("a listener"));
        }
        let answers: Vec<i32> = (0..3).map_while(|_| heard.recv_timeout(DEADLINE).ok()).collect();
        assert_eq!(answers, [0, 1, 2]);
        assert_eq!(jobs.try_next(), None, "the change is still being made");
        end.send(()).expect("the change waits");
        drop(lanes);
        assert_eq!(jobs.try_next(), Some(Event::ArchiveChanged));
        assert_eq!(jobs.try_next(), None);
    }
}
