//! `umland fetch`: refreshes the feeds that are due, and ends.

use std::collections::HashMap;
use std::io;
use std::sync::Arc;

use serde::Serialize;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use super::args::Fetch;
use super::exit::{Exit, Failure, Result};
use super::fault;
use super::network;
use super::out::{Out, talk};
use super::progress::Bar;
use super::resolve;
use super::world::World;
use crate::domain::{
    EntryId, FaultKind, FeedId, FeedRow, FeedStatus, MergeReport, Progress, RefreshReport, Which,
};
use crate::lang::Lang;
use crate::refresh::{self, RefreshError};
use crate::store::{Store, StoreError};
use crate::text::Clean;
use crate::{desktop, runtime, tr, words};

/// One line of `--json`.
#[derive(Debug, Serialize)]
struct FeedObject<'a> {
    feed_url: &'a str,
    status: &'static str,
    new: u32,
    changed: u32,
    http: Option<u16>,
    error: Option<String>,
    ms: u64,
}

/// The last line of `--json`.
#[derive(Debug, Serialize)]
struct Summary {
    summary: SummaryObject,
}

#[derive(Debug, Serialize)]
struct SummaryObject {
    feeds: usize,
    fresh: usize,
    same: usize,
    not_due: usize,
    failed: usize,
    new: u64,
    changed: u64,
    cancelled: bool,
    ms: u64,
}

pub(super) fn run(args: &Fetch, world: &World, out: &mut Out) -> Result {
    match once(args, world, out) {
        // Damage that was met on the way is mended at the next opening: nobody may be there to start umland again.
        Err(Failure::Store(StoreError::Corrupt { .. })) => once(args, world, out),
        done => done,
    }
}

fn once(args: &Fetch, world: &World, out: &mut Out) -> Result {
    let store = world.store()?;
    let feeds = store.feeds()?;
    if feeds.is_empty() {
        talk(&tr!(world.lang, "cli-no-feeds"));
        return Ok(Exit::Faults);
    }
    let which = which(args, &feeds, world.lang)?;
    let titles = feeds.into_iter().map(|feed| (feed.id, feed.title)).collect();
    let (bar, noteworthy) = (Bar::new(), Vec::new());
    let mut told = Told { json: args.json, lang: world.lang, titles, bar, noteworthy, out };
    let report = network::block_on(refreshed(which, world, &store, &mut told))??;
    told.bar.clear();
    let noteworthy = std::mem::take(&mut told.noteworthy);
    afterwards(world, &store, &report, &noteworthy)?;
    let lost = report.failed > 0 || report.cancelled;
    Ok(if lost { Exit::Faults } else { Exit::Well })
}

/// Tells the reader by a notice of the desktop, when that is wanted, and runs the program for the end of a refresh. Neither
/// makes the refresh a failure.
fn afterwards(
    world: &World,
    store: &Store,
    report: &RefreshReport,
    noteworthy: &[EntryId],
) -> Result<()> {
    let config = world.config()?;
    if config.notify.ways.desktop && !noteworthy.is_empty() {
        let named = runtime::named(store, noteworthy)?;
        let (title, text) = words::notice(&named, noteworthy.len(), world.lang);
        if let Err(fault) = desktop::notify(&config.notify.command, &title, &text) {
            talk(&tr!(
                world.lang,
                "notice-not-notified",
                reason = runtime::say::desktop(&fault, world.lang)
            ));
        }
    }
    if let Err(fault) = runtime::after_refresh(config, store, report) {
        talk(&tr!(
            world.lang,
            "notice-hook-failed",
            reason = runtime::say::desktop(&fault, world.lang)
        ));
    }
    Ok(())
}

/// Which feeds are meant: all, or those named.
fn which(args: &Fetch, feeds: &[FeedRow], lang: Lang) -> Result<Which> {
    if args.feeds.is_empty() {
        return Ok(if args.now { Which::All } else { Which::Due });
    }
    let named = args.feeds.iter().map(|typed| Ok(resolve::feed(feeds, typed, lang)?.id));
    Ok(Which::Feeds { ids: named.collect::<Result<_>>()?, due_only: !args.now })
}

/// Refreshes, and tells as it goes. Ctrl-C, or a reader of our output that goes away, ends it; what was merged stays.
async fn refreshed(
    which: Which,
    world: &World,
    store: &Store,
    told: &mut Told<'_>,
) -> Result<RefreshReport> {
    let (tell, mut news) = mpsc::unbounded_channel();
    let refresh = network::refresh(
        world,
        store,
        Arc::new(move |progress| {
            let _ = tell.send(progress); // nobody listens any more when the output is broken
        }),
    )?;
    let cancel = CancellationToken::new();
    let running = {
        let cancel = cancel.clone();
        tokio::spawn(async move { refresh::run(&refresh, which, &cancel).await })
    };
    let interrupted = cancel.clone();
    tokio::spawn(async move {
        if tokio::signal::ctrl_c().await.is_ok() {
            interrupted.cancel();
        }
    });
    let mut written = Ok(());
    while let Some(progress) = news.recv().await {
        if written.is_ok() {
            written = told.tell(&progress);
        }
        if written.is_err() {
            cancel.cancel();
        }
    }
    let report = running.await.map_err(|fault| Failure::Said(fault.to_string()))?;
    written?;
    report.map_err(|fault| match fault {
        RefreshError::Store(fault) => Failure::Store(fault),
        RefreshError::Internal(_) => Failure::Said(fault.to_string()),
    })
}

/// Who is told.
struct Told<'a> {
    json: bool,
    lang: Lang,
    titles: HashMap<FeedId, Clean>,
    bar: Bar,
    /// New entries that a rule wants told.
    noteworthy: Vec<EntryId>,
    out: &'a mut Out,
}

impl Told<'_> {
    fn tell(&mut self, progress: &Progress) -> io::Result<()> {
        match progress {
            Progress::Started { feeds } => self.bar.start(*feeds),
            Progress::Feed { id, url, status, http, ms } => {
                if !matches!(status, FeedStatus::NotDue) {
                    self.bar.step(new_of(status));
                }
                if let FeedStatus::Failed(fault) = status {
                    let title = self.titles.get(id).map_or(url.as_str(), Clean::as_str);
                    let what = words::fault(fault, self.lang);
                    let remedy = words::remedy(fault, self.lang);
                    self.bar.above(&format!("{title} ({url}): {what}. {remedy}"));
                }
                if self.json {
                    self.out.json(&object(url.as_str(), status, *http, *ms))?;
                    self.out.flush()?;
                }
            }
            Progress::Page(_) => {}
            Progress::Noteworthy(ids) => self.noteworthy.extend(ids),
            Progress::Finished(report) => {
                self.bar.clear();
                if self.json {
                    self.out.json(&Summary { summary: summary(report) })?;
                } else {
                    talk(&said(report, self.lang));
                }
            }
        }
        Ok(())
    }
}

fn new_of(status: &FeedStatus) -> u32 {
    match status {
        FeedStatus::Fetched(merged) | FeedStatus::Moved(merged, _) => merged.new,
        _ => 0,
    }
}

fn object<'a>(
    feed_url: &'a str,
    status: &FeedStatus,
    http: Option<u16>,
    ms: u64,
) -> FeedObject<'a> {
    let none = MergeReport::default();
    let (name, merged, error) = match status {
        FeedStatus::Fetched(merged) if merged.new + merged.changed > 0 => ("new", *merged, None),
        FeedStatus::Fetched(merged) => ("same", *merged, None),
        FeedStatus::NotModified => ("same", none, None),
        FeedStatus::NotDue => ("not-due", none, None),
        FeedStatus::Moved(merged, _) => ("moved", *merged, None),
        FeedStatus::Failed(fault) => {
            let name = match fault.kind {
                FaultKind::Gone => "gone",
                FaultKind::Throttled => "throttled",
                _ => "failed",
            };
            (name, none, Some(fault::terse(fault).to_string()))
        }
    };
    FeedObject { feed_url, status: name, new: merged.new, changed: merged.changed, http, error, ms }
}

fn summary(report: &RefreshReport) -> SummaryObject {
    let RefreshReport { feeds, fresh, same, not_due, failed, new, changed, cancelled, ms } =
        *report;
    SummaryObject { feeds, fresh, same, not_due, failed, new, changed, cancelled, ms }
}

fn said(report: &RefreshReport, lang: Lang) -> String {
    let id = if report.cancelled { "cli-fetch-cancelled" } else { "cli-fetch-done" };
    tr!(
        lang,
        id,
        feeds = report.feeds,
        new = report.new,
        changed = report.changed,
        failed = report.failed,
        notdue = report.not_due
    )
}
