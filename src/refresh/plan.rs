//! Which feeds are asked in this refresh. Pure but for the list of feeds it is given.

use std::collections::{HashMap, HashSet};

use crate::domain::{
    FeedId, FeedKind, FeedStatus, FeedUrl, Progress, Subscription, Timestamp, Which,
};
use crate::fetch::Request;
use crate::refresh::turn::Turn;
use crate::refresh::{Refresh, kind_of};
use crate::schedule::{self, Due};
use crate::store::FeedState;

/// The feeds of a refresh.
#[derive(Default)]
pub(super) struct Plan {
    /// Those that are asked.
    pub turns: Vec<Turn>,
    /// Those that are not, as they are told.
    pub not_due: Vec<Progress>,
    /// Those whose article pages are wanted as well.
    pub full_text: HashSet<FeedId>,
}

/// Decides for each feed whether it is asked.
pub(super) fn plan(
    refresh: &Refresh,
    which: &Which,
    states: Vec<FeedState>,
    now: Timestamp,
) -> Plan {
    let subscriptions: HashMap<&FeedUrl, &Subscription> =
        refresh.subscriptions.iter().map(|s| (&s.url, s)).collect();
    let mut plan = Plan::default();
    let resting = schedule::resting(states.iter().map(|s| (&s.url, &s.health)), now);
    for state in states.into_iter().filter(|s| is_meant(which, s)) {
        let subscription = subscriptions.get(&state.url).copied();
        let interval = subscription.and_then(|s| s.interval);
        let due = match which {
            Which::Due | Which::Feeds { due_only: true, .. } => {
                schedule::due(&refresh.policy, interval, &state.health, now, state.id)
            }
            Which::All | Which::Folder(_) => schedule::when_asked(&state.health, now, false),
            Which::Feed(_) | Which::Feeds { .. } => schedule::when_asked(&state.health, now, true),
        };
        if subscription.is_some_and(|s| s.full_text) {
            plan.full_text.insert(state.id);
        }
        let rests = resting.contains_key(&state.url.host());
        if let (Due::Now(_), false) = (due, rests) {
            plan.turns.push(turn(state, subscription, now));
        } else {
            plan.not_due.push(Progress::Feed {
                id: state.id,
                url: state.url,
                status: FeedStatus::NotDue,
                http: None,
                ms: 0,
            });
        }
    }
    plan
}

/// Who publishes each feed.
pub(super) fn kinds(refresh: &Refresh, states: &[FeedState]) -> Vec<(FeedId, Option<FeedKind>)> {
    let subscriptions: HashMap<&FeedUrl, &Subscription> =
        refresh.subscriptions.iter().map(|s| (&s.url, s)).collect();
    states.iter().map(|s| (s.id, kind_of(&s.url, subscriptions.get(&s.url).copied()))).collect()
}

fn is_meant(which: &Which, state: &FeedState) -> bool {
    match which {
        Which::Due | Which::All => true,
        Which::Feed(id) => state.id == *id,
        Which::Feeds { ids, .. } => ids.contains(&state.id),
        Which::Folder(folder) => lies_in(&state.folder, folder),
    }
}

/// Whether a folder is the other one or lies in it; all lie in the top level.
fn lies_in(folder: &str, other: &str) -> bool {
    let rest = folder.strip_prefix(other);
    other.is_empty() || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn turn(state: FeedState, subscription: Option<&Subscription>, now: Timestamp) -> Turn {
    // A feed that has moved for good is asked at its new address; the reader's configuration keeps the old one until the
    // reader takes the new one over.
    let moved = state.health.moved_to.as_deref().and_then(|url| FeedUrl::parse(url).ok());
    let mut request = Request::new(moved.unwrap_or_else(|| state.url.clone()), now);
    request.validators = state.health.validators.clone();
    // The new address was named by a server. It may lie in a private network only if the reader's own did.
    let own_host = state.url.host();
    let same_host = own_host == request.url.host();
    request.allow_private = same_host || is_local(&own_host);
    request.trust_any_certificate =
        same_host && subscription.is_some_and(|s| s.trust_any_certificate);
    if let Some(subscription) = subscription.filter(|_| same_host) {
        request.headers.clone_from(&subscription.headers);
    }
    let FeedState { id, url, title, folder, health } = state;
    Turn { id, url, folder, title, request, health }
}

/// Whether a host's name says by itself that it lies in the reader's own network.
fn is_local(host: &str) -> bool {
    const ENDS: &[&str] = &[".local", ".localhost", ".lan", ".home.arpa", ".internal"];
    !host.contains('.')
        || host.parse::<std::net::Ipv4Addr>().is_ok()
        || ENDS.iter().any(|e| host.ends_with(e))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_hold_their_folders() {
        let cases = [
            ("NRW", "NRW", true),
            ("NRW/Krefeld", "NRW", true),
            ("NRW", "NRW/Krefeld", false),
            ("NRW 2", "NRW", false),
            ("NRW/Krefeld", "", true),
            ("", "", true),
            ("", "NRW", false),
        ];
        for (folder, other, want) in cases {
            assert_eq!(lies_in(folder, other), want, "{folder:?} in {other:?}");
        }
    }
}
