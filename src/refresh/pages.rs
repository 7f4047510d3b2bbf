//! The article pages of new entries, for feeds whose reader wants the full text. After the feeds themselves, politely, one
//! page of a feed after the other.

use tokio::task::JoinSet;

use crate::domain::{Anchor, Entry, FeedId, FeedUrl, Query, Scope};
use crate::refresh::Refresh;
use crate::store::{Store, StoreError};

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
    let url = entry.url.clone().unwrap_or_default();
    // The reader named the feed's host, so its pages may lie in the same private network.
    let same_host = FeedUrl::parse(&url).is_ok_and(|u| u.host() == entry.feed_url.host());
    let page = match refresh.client.page(&url, same_host).await {
        Ok(page) => page,
        Err(fault) => {
            tracing::info!(
                "no page for entry {}: {} {}",
                entry.row.id,
                fault.kind.name(),
                fault.detail
            );
            return;
        }
    };
    let (store, now, id) = (refresh.store.clone(), (refresh.clock)(), entry.row.id);
    let keeping = tokio::task::spawn_blocking(move || store.set_full_html(id, &page.html, now));
    if let Ok(Err(error)) = keeping.await {
        tracing::warn!("the page of entry {id} was not kept: {error}");
    }
}
