//! Feeds that have moved for good: the new address takes the place of the old one in the configuration.

use super::effect::{Effect, FeedWish};
use super::overlay::Overlay;
use super::state::State;
use super::{health, status};
use crate::action::Action;
use crate::domain::{FeedRow, FeedUrl};

/// Whether a feed has a new address that the reader has not taken over.
pub(super) fn has_moved(feed: &FeedRow) -> bool {
    feed.health.moved_to.is_some()
}

/// How the new address is taken over, from where the feed's state is told.
pub(super) fn key(state: &State) -> String {
    let action = match state.overlay {
        Some(Overlay::Health(_)) => Action::Add,
        _ => Action::TakeAddress,
    };
    let bound = status::keys_of(&state.prefs, action).into_iter().next();
    bound.unwrap_or_else(|| format!(":{}", action.name()))
}

/// Takes over the new address of the feed under the cursor.
pub(super) fn take_address(state: &mut State) -> Vec<Effect> {
    let here = || state.feed_here().and_then(|id| state.tree.feed(id));
    let feed = match state.overlay {
        Some(Overlay::Health(_)) => health::current(state),
        _ => here(),
    };
    let address = feed.and_then(|feed| feed.health.moved_to.as_deref());
    let address = address.and_then(|address| FeedUrl::parse(address).ok());
    let (Some(feed), Some(address)) = (feed, address) else {
        let text = state.lang().text("notice-not-moved");
        state.complain(&text);
        return Vec::new();
    };
    vec![Effect::EditFeed(feed.id, FeedWish::Readdress(address))]
}
