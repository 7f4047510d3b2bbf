//! The pipeline schedule → fetch → parse → store, with progress told. The reader's screen and the command line share it.
//!
//! Feeds are fetched at once as far as `fetch` allows, parsed on blocking threads, and written by one thread that takes
//! what has come in meanwhile in one transaction. Each hand-over waits when the next stage is busy, so memory is bounded
//! by the number of requests at once, not by the number of feeds.
//!
//! **Invariant:** a feed's fault is told and stored, and never ends the run; only a fault of the archive does.
//! **Invariant:** a feed's validators are written with the entries that came with them, or not at all.

mod health;
mod locating;
mod look_up;
mod pages;
mod plan;
mod rules;
mod turn;
mod writer;

pub use locating::{FeedArea, kind_of};
pub use look_up::{Found, look_up};
pub use pages::fetch_page;
pub use rules::ruled_lists;
pub use writer::keep_contacts;

use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::{Semaphore, mpsc};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use crate::domain::{Progress, RefreshReport, Subscription, Timestamp, Which};
use crate::fetch::Client;
use crate::query::Rule;
use crate::schedule::Policy;
use crate::store::{RefreshLock, Store, StoreError};

/// The longest wait for another process's refresh.
const PATIENCE: Duration = Duration::from_secs(60);
/// Between two looks whether it has ended.
const LOOK_AGAIN: Duration = Duration::from_millis(100);
/// Finished feeds that wait for the writer; more would only cost memory.
const QUEUE: usize = 12;

/// Tells how the refresh goes. Called from several threads; must not block for long.
pub type Tell = Arc<dyn Fn(Progress) + Send + Sync>;
/// Gives the present: a refresh may take minutes.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// Why a refresh ended before its end.
#[derive(Debug, thiserror::Error)]
pub enum RefreshError {
    /// The archive cannot be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A thread of the pipeline broke down; the archive is whole.
    #[error("a fault of umland itself ended the refresh: {0}")]
    Internal(String),
}

/// What a refresh works with.
#[derive(Clone)]
pub struct Refresh {
    /// The archive.
    pub store: Store,
    /// The client; one for the whole program, so that its manners hold for all of it.
    pub client: Arc<Client>,
    /// The manners of the schedule.
    pub policy: Policy,
    /// What the reader subscribed to: intervals and headers.
    pub subscriptions: Arc<[Subscription]>,
    /// What happens to new entries by themselves.
    pub rules: Arc<[Rule]>,
    /// The time zone (IANA name) of dates without one.
    pub zone: Option<String>,
    /// The clock.
    pub clock: Clock,
    /// Who is told.
    pub tell: Tell,
}

/// Refreshes the feeds. When `cancel` is given up, what has been read is still written, and the report says so.
pub async fn run(
    refresh: &Refresh,
    which: Which,
    cancel: &CancellationToken,
) -> Result<RefreshReport, RefreshError> {
    let started = Instant::now();
    let _lock = turn_of_this_process(&refresh.store, cancel).await;
    let plan = {
        let (refresh, now) = (refresh.clone(), (refresh.clock)());
        let planning = move || {
            let states = refresh.store.feed_states()?;
            refresh.store.set_kinds(&plan::kinds(&refresh, &states))?;
            Ok(plan::plan(&refresh, &which, states, now))
        };
        blocking::<Result<_, StoreError>>(planning).await??
    };
    (refresh.tell)(Progress::Started { feeds: plan.turns.len() });
    for progress in &plan.not_due {
        (refresh.tell)(progress.clone());
    }
    let (not_due, full_text) = (plan.not_due.len(), plan.full_text);
    let (done, inbox) = mpsc::channel(QUEUE);
    let writing = {
        let (refresh, cancel) = (refresh.clone(), cancel.clone());
        tokio::task::spawn_blocking(move || writer::write(&refresh, inbox, &cancel))
    };
    let cores = std::thread::available_parallelism().map_or(2, usize::from);
    let parsers = Arc::new(Semaphore::new(cores));
    let mut turns = JoinSet::new();
    for turn in plan.turns {
        let (refresh, parsers, done) = (refresh.clone(), Arc::clone(&parsers), done.clone());
        turns.spawn(async move {
            let (ended, _permit) = turn.take(&refresh, &parsers).await;
            // The writer hangs up only when the archive fails, and says so itself.
            let _ = done.send(ended).await;
        });
    }
    let cancelled = tokio::select! {
        () = async { while turns.join_next().await.is_some() {} } => false,
        () = done.closed() => false, // the archive failed: no need to ask further servers
        () = cancel.cancelled() => true,
    };
    drop((turns, done)); // what is still under way is given up; the writer's inbox ends with it
    let written = writing.await.map_err(|e| RefreshError::Internal(e.to_string()))??;
    let mut report = written.report;
    let mut fresh = written.fresh;
    fresh.retain(|(feed, _)| full_text.contains(feed));
    report.not_due += not_due;
    report.cancelled = cancelled
        || tokio::select! {
            () = pages::fetch(refresh, fresh) => false,
            () = cancel.cancelled() => true,
        };
    {
        let (refresh, now) = (refresh.clone(), (refresh.clock)());
        blocking(move || keep_contacts(&refresh.store, &refresh.client, now)).await?;
    }
    report.ms = millis(started);
    (refresh.tell)(Progress::Finished(report));
    Ok(report)
}

/// Waits until no other process refreshes, so that no feed is asked twice; not for ever, because the other one may be
/// stopped.
async fn turn_of_this_process(store: &Store, cancel: &CancellationToken) -> Option<RefreshLock> {
    let end = tokio::time::Instant::now() + PATIENCE;
    loop {
        let lock = store.try_lock_refresh();
        if lock.is_some() || cancel.is_cancelled() || tokio::time::Instant::now() >= end {
            return lock;
        }
        tokio::time::sleep(LOOK_AGAIN).await;
    }
}

/// Runs `work` where blocking is allowed.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, RefreshError> {
    tokio::task::spawn_blocking(work).await.map_err(|e| RefreshError::Internal(e.to_string()))
}

/// Milliseconds since `start`.
fn millis(start: Instant) -> u64 {
    u64::try_from(start.elapsed().as_millis()).unwrap_or(u64::MAX)
}
