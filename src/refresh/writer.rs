//! The one thread that writes: what has come in meanwhile goes into one transaction.

use tokio::sync::mpsc::Receiver;
use tokio_util::sync::CancellationToken;

use crate::domain::{
    Fault, FaultKind, FeedHealth, FeedId, FeedStatus, MergeReport, Progress, RefreshReport,
    Timestamp,
};
use crate::fetch::Client;
use crate::refresh::turn::{Ended, With};
use crate::refresh::{Refresh, health, rules};
use crate::store::{Document, Store, StoreError};

/// Feeds in one transaction at most.
const BATCH: usize = 12;
/// Entries that are indexed for the search at once: while more come in, their words are still in memory, and the index
/// is quicker with many at once: a first refresh of 50,000 makes twelve segments of it, and sixteen would be merged. But
/// nobody else may write meanwhile (some 80 ms).
const INDEX_BUDGET: usize = 4000;

/// What was written.
#[derive(Default)]
pub(super) struct Written {
    pub report: RefreshReport,
    /// Feeds with new entries, and how many.
    pub fresh: Vec<(FeedId, u32)>,
}

/// Writes and tells until the inbox ends, and indexes what is new.
pub(super) fn write(
    refresh: &Refresh,
    mut inbox: Receiver<Ended>,
    cancel: &CancellationToken,
) -> Result<Written, StoreError> {
    let mut written = Written::default();
    let mut unindexed = 0;
    while let Some(first) = inbox.blocking_recv() {
        let mut batch = vec![first];
        while batch.len() < BATCH
            && let Ok(next) = inbox.try_recv()
        {
            batch.push(next);
        }
        keep_contacts(&refresh.store, &refresh.client, (refresh.clock)());
        for (ended, merged) in store_batch(refresh, batch)? {
            let new = merged.map_or(0, |m| m.new);
            unindexed += usize::try_from(new).unwrap_or_default();
            if new > 0 {
                written.fresh.push((ended.id, new));
            }
            (refresh.tell)(told(&mut written.report, ended, merged));
        }
        if unindexed >= INDEX_BUDGET {
            refresh.store.index_pending(INDEX_BUDGET)?;
            unindexed -= INDEX_BUDGET;
        }
    }
    // What is not indexed when the refresh is cancelled is indexed by the next one.
    while !cancel.is_cancelled() && refresh.store.index_pending(INDEX_BUDGET)? {}
    if !cancel.is_cancelled() {
        rules::apply(refresh)?;
    }
    Ok(written)
}

/// Writes down which hosts were contacted. That it cannot be written is no reason to stop.
pub fn keep_contacts(store: &Store, client: &Client, now: Timestamp) {
    if let Err(fault) = store.record_contacts(&client.take_contacts(), now) {
        tracing::warn!(%fault, "contacts could not be written down");
    }
}

/// Writes the batch; each feed comes back with what merging its document did.
fn store_batch(
    refresh: &Refresh,
    batch: Vec<Ended>,
) -> Result<Vec<(Ended, Option<MergeReport>)>, StoreError> {
    let now = (refresh.clock)();
    let (with, without): (Vec<Ended>, Vec<Ended>) =
        batch.into_iter().partition(|ended| matches!(ended.with, With::Document(..)));
    let healths: Vec<(FeedId, FeedHealth)> = without
        .iter()
        .filter(|ended| !matches!(ended.with, With::NotAsked))
        .map(|ended| (ended.id, ended.health.clone()))
        .collect();
    if !healths.is_empty() {
        refresh.store.record_healths(&healths)?;
    }
    let mut written: Vec<_> = without.into_iter().map(|ended| (ended, None)).collect();
    let documents: Vec<Document<'_>> = with.iter().filter_map(document).collect();
    let merged = if documents.is_empty() {
        Ok(Vec::new())
    } else {
        refresh.store.merge_all(&documents, now)
    };
    drop(documents);
    if let Ok(reports) = merged {
        written.extend(with.into_iter().zip(reports.into_iter().map(Some)));
        return Ok(written);
    }
    // One of them cannot be stored, or nothing can: one by one tells which.
    for ended in with {
        written.push(store_alone(refresh, ended)?);
    }
    Ok(written)
}

fn document(ended: &Ended) -> Option<Document<'_>> {
    let With::Document(parsed, prepared, _) = &ended.with else { return None };
    Some(Document { feed: ended.id, parsed, prepared: prepared.as_ref(), health: &ended.health })
}

/// Writes one document. One that the archive refuses becomes a fault of its feed, if at least that can be written.
fn store_alone(
    refresh: &Refresh,
    ended: Ended,
) -> Result<(Ended, Option<MergeReport>), StoreError> {
    let now = (refresh.clock)();
    let Some(document) = document(&ended) else { return Ok((ended, None)) };
    let error = match refresh.store.merge_all(&[document], now) {
        Ok(reports) => return Ok((ended, reports.into_iter().next())),
        Err(error) => error,
    };
    let Some(state) = refresh.store.feed_state(ended.id)? else { return Err(error) };
    let kind = match error {
        StoreError::Internal { .. } => FaultKind::Internal,
        _ => FaultKind::Archive,
    };
    let fault = Fault::new(kind, &error.to_string());
    let health = health::failed(state.health, fault.clone(), now);
    refresh.store.record_health(ended.id, &health)?;
    Ok((Ended { health, with: With::Fault(fault), ..ended }, None))
}

/// Counts a feed in the report, and says how its turn ended.
fn told(report: &mut RefreshReport, ended: Ended, merged: Option<MergeReport>) -> Progress {
    report.feeds += 1;
    let status = match ended.with {
        With::NotAsked => {
            report.feeds -= 1;
            report.not_due += 1;
            FeedStatus::NotDue
        }
        With::Document(_, _, moved) => {
            let merged = merged.unwrap_or_default();
            report.new += u64::from(merged.new);
            report.changed += u64::from(merged.changed);
            if merged.new + merged.changed > 0 {
                report.fresh += 1;
            } else {
                report.same += 1;
            }
            match moved {
                Some(to) => FeedStatus::Moved(merged, to),
                None => FeedStatus::Fetched(merged),
            }
        }
        With::Same => {
            report.same += 1;
            FeedStatus::NotModified
        }
        With::Fault(fault) => {
            report.failed += 1;
            FeedStatus::Failed(fault)
        }
    };
    Progress::Feed { id: ended.id, url: ended.url, status, http: ended.http, ms: ended.ms }
}
