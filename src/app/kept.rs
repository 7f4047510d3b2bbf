//! What is kept from one session to the next: which list, in which order, where in it, and how far the reader has seen.
//!
//! **Invariant:** `restore` reads what `print` writes (property test); what it does not understand it leaves out.

use super::effect::Effect;
use super::layout::Pane;
use super::list::{Goal, List};
use super::state::State;
use crate::domain::{
    Anchor, Cursor, EntryId, FeedId, Order, Query, Scope, Show, SortBy, Timestamp,
};

/// The name under which the place is kept.
pub const PLACE: &str = "place";
/// The name under which is kept how far the reader has seen.
pub const SEEN: &str = "seen-until";

/// A list and a place in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Kept {
    query: Query,
    /// None: at the start, where what is new comes.
    cursor: Option<Cursor>,
}

/// Takes up what an earlier session kept.
pub fn recall(state: &mut State, place: Option<&str>, seen: Option<&str>) {
    state.seen_until = seen.and_then(|text| text.parse().ok()).map(Timestamp);
    state.newest_seen = state.seen_until;
    if let Some(Kept { mut query, cursor }) = place.map(parse) {
        if let Show::Unread { or_read_since } = &mut query.show {
            *or_read_since = state.now;
        }
        state.list.query = query;
        state.recalled = cursor;
    }
}

/// Begins with the list that was recalled, or with all entries.
pub(super) fn begin(state: &mut State) -> Vec<Effect> {
    let mut query = state.list.query.clone();
    if state.prefs.hide_read {
        query.show = Show::Unread { or_read_since: state.now };
    }
    state.list.query = query.clone();
    match state.recalled.take() {
        Some(cursor) => state.list.ask(Anchor::Around(cursor), Goal::At(cursor)),
        None => state.list.show(query),
    }
}

/// Shows all entries when the recalled list is of a feed or folder that is gone.
pub(super) fn check(state: &mut State) -> Vec<Effect> {
    let feeds = &state.tree.feeds;
    let gone = match &state.list.query.scope {
        Scope::Feed(id) => state.tree.feed(*id).is_none(),
        Scope::Folder(path) => !feeds.iter().any(|f| super::tree::is_in(&f.folder, path)),
        Scope::All | Scope::Starred => false,
    };
    if gone && !feeds.is_empty() {
        return state.list.show(Query { order: state.list.query.order, ..Query::default() });
    }
    state.tree.select(&state.list.query.scope);
    Vec::new()
}

/// Notes how far the newest entries have been on the screen.
pub(super) fn see(state: &mut State) {
    let List { query, rows, .. } = &state.list;
    let whole = query.text.is_empty() && query.filter.is_none() && query.picked.is_none();
    if query.scope == Scope::All && whole {
        let newest = rows.iter().map(|row| row.published).filter(|at| *at <= state.now).max();
        state.newest_seen = state.newest_seen.max(newest);
    }
}

/// Wishes that everything be kept, when it has changed since.
pub(super) fn keep(state: &mut State) -> Vec<Effect> {
    let mut effects = Vec::new();
    if !state.list.loaded || state.tree.feeds.is_empty() {
        return effects;
    }
    let place = print(&here(state));
    if state.kept.as_ref() != Some(&place) {
        state.kept = Some(place.clone());
        effects.push(Effect::Remember(PLACE, place));
    }
    if let Some(newest) = state.newest_seen {
        effects.push(Effect::Remember(SEEN, newest.0.to_string()));
    }
    effects
}

fn here(state: &State) -> Kept {
    let List { query, selected, at_start, .. } = &state.list;
    let moved = !(*at_start && *selected == 0) || state.focus == Pane::Article;
    let cursor = state.list.current().map(|row| row.cursor).filter(|_| moved);
    Kept { query: query.clone(), cursor }
}

/// One `name value` a line.
fn print(kept: &Kept) -> String {
    // A filter is not kept: its times are of the session in which it was typed. Nor is what was picked by hand.
    let Query { scope, show, text, order, .. } = &kept.query;
    let scope = match scope {
        Scope::All => "all".to_owned(),
        Scope::Starred => "starred".to_owned(),
        Scope::Folder(path) => format!("folder {path}"),
        Scope::Feed(id) => format!("feed {id}"),
    };
    let mut lines = vec![scope, format!("order {}", order.by.name())];
    if order.reversed {
        lines.push("reversed".to_owned());
    }
    if matches!(show, Show::Unread { .. }) {
        lines.push("unread".to_owned());
    }
    if !text.is_empty() {
        lines.push(format!("text {text}"));
    }
    if let Some(Cursor { key, id }) = kept.cursor {
        lines.push(format!("at {key} {id}"));
    }
    lines.join("\n")
}

fn parse(text: &str) -> Kept {
    let mut kept = Kept::default();
    let mut order = Order::default();
    for line in text.lines() {
        let (name, value) = line.split_once(' ').unwrap_or((line, ""));
        match name {
            "starred" => kept.query.scope = Scope::Starred,
            "folder" => kept.query.scope = Scope::Folder(value.to_owned()),
            "feed" => {
                let id = value.parse().ok().map(FeedId);
                kept.query.scope = id.map_or(Scope::All, Scope::Feed);
            }
            "order" => order.by = SortBy::from_name(value).unwrap_or_default(),
            "reversed" => order.reversed = true,
            "unread" => kept.query.show = Show::Unread { or_read_since: Timestamp(0) },
            "text" => value.clone_into(&mut kept.query.text),
            "at" => {
                kept.cursor = value.split_once(' ').and_then(|(key, id)| {
                    Some(Cursor { key: key.parse().ok()?, id: EntryId(id.parse().ok()?) })
                });
            }
            _ => {} // of another version
        }
    }
    kept.query.order = order;
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn what_is_kept_is_restored(
            scope in 0..4u8,
            id: i64,
            key: i64,
            word in "[a-zäöü]{0,6}( [a-z]{1,3})?",
            sort in 0..SortBy::ALL.len(),
            flags in 0..8u8,
        ) {
            let scope = match scope {
                0 => Scope::All,
                1 => Scope::Starred,
                2 => Scope::Feed(FeedId(id)),
                _ => Scope::Folder(format!("x/{word}")),
            };
            let show = if flags & 1 > 0 { Show::Unread { or_read_since: Timestamp(0) } } else { Show::All };
            let order = Order { by: SortBy::ALL[sort], reversed: flags & 2 > 0 };
            let cursor = (flags & 4 > 0).then_some(Cursor { key, id: EntryId(id) });
            let kept = Kept { query: Query { scope, show, text: word, order, ..Query::default() }, cursor };
            assert_eq!(parse(&print(&kept)), kept);
        }

        #[test]
        fn anything_can_be_read(text: String) {
            let _ = parse(&text);
        }
    }
}
