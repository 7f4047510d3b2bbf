//! Counting a list beside everything else: keys and windows never wait for it.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::Shared;
use crate::app::Event;
use crate::domain::Query;
use crate::runtime::Tell;

/// Counts a list, unless another one is asked for meanwhile.
pub(super) fn count(shared: Arc<Shared>, query: Query, tell: Tell) {
    let turn = shared.counts.fetch_add(1, Ordering::Relaxed) + 1;
    tokio::task::spawn_blocking(move || {
        let still_wanted = || shared.counts.load(Ordering::Relaxed) == turn;
        if !still_wanted() {
            return;
        }
        match shared.store.length(&query, still_wanted) {
            Ok(Some(total)) => tell.tell(Event::EntriesCounted { query, total }),
            Ok(None) => {} // given up
            // Whoever asks for a window is told of the same fault.
            Err(fault) => tracing::warn!(%fault, "a list could not be counted"),
        }
    });
}
