//! The article pages of new entries, for feeds whose reader wants the full text. After the feeds themselves, politely, one
//! page of a feed after the other.

use tokio::task::JoinSet;

use crate::article;
use crate::domain::{
    Anchor, Article, Entry, EntryId, Fault, FaultKind, FeedId, FeedUrl, Progress, Query, Scope,
    Timestamp,
};
use crate::fetch::Client;
use crate::refresh::{FeedArea, Refresh, keep_contacts};
use crate::store::{KeptPage, Store, StoreError};
use crate::text::guard;

/// More pages are not fetched for one feed in one refresh: a feed's first document may list hundreds.
const MOST_PAGES: usize = 30;

/// Fetches the pages of the newest entries of these feeds, as many as were new. A page that does not come is asked for
/// when the reader opens the entry.
pub(super) async fn fetch(refresh: &Refresh, fresh: Vec<(FeedId, u32)>) {
    let mut feeds = JoinSet::new();
    for (feed, new) in fresh {
        let refresh = refresh.clone();
        let most = usize::try_from(new).unwrap_or(MOST_PAGES).min(MOST_PAGES);
        feeds.spawn(async move {
            let store = refresh.store.clone();
            let listing = tokio::task::spawn_blocking(move || without_page(&store, feed, most));
            let Ok(Ok(entries)) = listing.await else { return };
            for entry in entries {
                fetch_one(&refresh, entry).await;
            }
        });
    }
    while feeds.join_next().await.is_some() {}
}

/// The newest entries of the feed that have a page which is not in the archive.
fn without_page(store: &Store, feed: FeedId, most: usize) -> Result<Vec<Entry>, StoreError> {
    let query = Query { scope: Scope::Feed(feed), ..Query::default() };
    let rows = store.window(&query, Anchor::Start, most)?.rows;
    let mut entries = Vec::new();
    for row in rows {
        let entry = store.entry(row.id)?.filter(|e| e.full_html.is_none() && e.url.is_some());
        entries.extend(entry);
    }
    Ok(entries)
}

async fn fetch_one(refresh: &Refresh, entry: Entry) {
    let id = entry.row.id;
    match keep_page(&refresh.store, &refresh.client, entry, (refresh.clock)()).await {
        Ok(()) => (refresh.tell)(Progress::Page(id)),
        Err(fault) => {
            tracing::info!("no page for entry {id}: {} {}", fault.kind.name(), fault.detail);
        }
    }
}

/// Fetches the page of an entry's article and keeps it.
///
/// # Errors
/// When the entry has no page, the page does not come, or the archive cannot keep it.
pub async fn fetch_page(
    store: &Store,
    client: &Client,
    id: EntryId,
    now: Timestamp,
) -> Result<(), Fault> {
    let archive = store.clone();
    let entry = tokio::task::spawn_blocking(move || archive.entry(id)).await;
    match entry {
        Ok(Ok(Some(entry))) => keep_page(store, client, entry, now).await,
        Ok(Ok(None)) => Err(Fault::new(FaultKind::Internal, "the entry is not there any more")),
        Ok(Err(error)) => Err(Fault::new(FaultKind::Internal, &error.to_string())),
        Err(_) => Err(Fault::new(FaultKind::Internal, "the program is ending")),
    }
}

async fn keep_page(
    store: &Store,
    client: &Client,
    entry: Entry,
    now: Timestamp,
) -> Result<(), Fault> {
    let Some(url) = &entry.url else {
        return Err(Fault::new(FaultKind::Address, "the entry has no link"));
    };
    // The reader named the feed's host, so its pages may lie in the same private network.
    let same_host = FeedUrl::parse(url).is_ok_and(|u| u.host() == entry.feed_url.host());
    let page = client.page(url, same_host).await;
    keep_contacts(store, client, now);
    let page = page?;
    let store = store.clone();
    let keeping = tokio::task::spawn_blocking(move || keep(&store, &entry, &page.html, now));
    keeping.await.unwrap_or_else(|_| Err(Fault::new(FaultKind::Internal, "the program is ending")))
}

/// Keeps a page with what it says of its paywall; a wall in place of an article is not kept.
fn keep(store: &Store, entry: &Entry, html: &str, now: Timestamp) -> Result<(), Fault> {
    // A hostile page costs its article, not the run.
    let found = guard::guarded(|| article::of_page(entry, html)).unwrap_or_default();
    if found.is_consent_wall() {
        return Err(Fault::new(FaultKind::Wall, ""));
    }
    let blocks = article::fingerprints(&found.article);
    let page = KeptPage { html, blocks: &blocks, access: found.access };
    let kept = store.keep_page(entry.row.id, &page, now);
    let kept = kept.and_then(|()| place_again(store, entry, &found.article));
    kept.map_err(|error| Fault::new(FaultKind::Internal, &error.to_string()))
}

/// Looks again for where an entry plays, now that its page is there: the dateline is often only in the page. What the
/// feed said stays where the page is less sure, or has no article.
fn place_again(store: &Store, entry: &Entry, article: &Article) -> Result<(), StoreError> {
    if article.blocks.is_empty() {
        return Ok(());
    }
    let feed = store.feed_state(entry.row.feed)?;
    let (folder, title) = feed.as_ref().map_or(("", ""), |f| (f.folder.as_str(), f.title.as_str()));
    let area = FeedArea::of(&entry.feed_url, folder, title);
    let Ok(found) = guard::guarded(|| area.place_page(entry, article)) else { return Ok(()) };
    let before = store.placing(entry.row.id)?;
    let surer = before.is_none_or(|b| b.spot.is_none() || found.confidence > b.confidence);
    if found.spot.is_some() && surer {
        store.set_placings(&[(entry.row.id, found)])?;
    }
    Ok(())
}
