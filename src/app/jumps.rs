//! Where the reader was before: a list of places to go back to and forward again.

use super::effect::Effect;
use super::layout::Pane;
use super::list::Goal;
use super::state::State;
use crate::action::Action;
use crate::domain::{Anchor, Cursor, Query};

/// Places that are kept.
const KEPT: usize = 100;

/// A place.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Place {
    query: Query,
    cursor: Option<Cursor>,
    focus: Pane,
}

/// The places.
#[derive(Debug, Clone, Default)]
pub struct Jumps {
    back: Vec<Place>,
    forward: Vec<Place>,
}

/// Whether an action may leap: then where it began is kept.
fn leaps(action: Action) -> bool {
    matches!(
        action,
        Action::Top
            | Action::Bottom
            | Action::Open
            | Action::PaneRight
            | Action::UnreadNext
            | Action::UnreadPrev
            | Action::FeedNext
            | Action::FeedPrev
            | Action::FeedUnreadNext
            | Action::FeedUnreadPrev
            | Action::ViewAll
            | Action::ViewUnread
            | Action::ViewStarred
            | Action::SameSource
            | Action::ReadHide
            | Action::GotoFeed
    )
}

fn here(state: &State) -> Place {
    let cursor = state.list.current().map(|row| row.cursor);
    Place { query: state.list.query.clone(), cursor, focus: state.focus }
}

/// Does an action and keeps the place where it began, when it leads somewhere else.
pub(super) fn watching(
    state: &mut State,
    action: Action,
    act: impl FnOnce(&mut State) -> Vec<Effect>,
) -> Vec<Effect> {
    if !leaps(action) {
        return act(state);
    }
    let before = here(state);
    let effects = act(state);
    let after = here(state);
    // A list that is still being loaded shows the old rows: the query tells.
    if before.query != after.query || before.cursor != after.cursor || leaves_window(&effects) {
        state.jumps.forward.clear();
        if state.jumps.back.last() != Some(&before) {
            state.jumps.back.push(before);
        }
        if state.jumps.back.len() > KEPT {
            state.jumps.back.remove(0);
        }
    }
    effects
}

fn leaves_window(effects: &[Effect]) -> bool {
    let leaves = |effect: &Effect| {
        matches!(effect, Effect::LoadEntries { anchor, .. } if !matches!(anchor, Anchor::Around(_)))
            || matches!(effect, Effect::FindUnread { .. })
    };
    effects.iter().any(leaves)
}

/// Goes back so many places.
pub(super) fn back(state: &mut State, count: Option<u32>) -> Vec<Effect> {
    go(state, count, |jumps, here| {
        let place = jumps.back.pop()?;
        jumps.forward.push(here);
        Some(place)
    })
}

/// Goes forward again.
pub(super) fn forward(state: &mut State, count: Option<u32>) -> Vec<Effect> {
    go(state, count, |jumps, here| {
        let place = jumps.forward.pop()?;
        jumps.back.push(here);
        Some(place)
    })
}

fn go(
    state: &mut State,
    count: Option<u32>,
    step: impl Fn(&mut Jumps, Place) -> Option<Place>,
) -> Vec<Effect> {
    let mut at = here(state);
    let mut moved = false;
    for _ in 0..count.unwrap_or(1).min(100) {
        let Some(place) = step(&mut state.jumps, at.clone()) else { break };
        at = place;
        moved = true;
    }
    if !moved {
        let text = state.lang().text("notice-no-jump");
        state.say(&text);
        return Vec::new();
    }
    state.focus = at.focus;
    state.tree.select(&at.query.scope);
    let height = state.height_of(Pane::List);
    let is_here = state.list.query == at.query;
    state.list.query = at.query;
    let mut effects = match (at.cursor, is_here) {
        (Some(cursor), true) => state.list.to_cursor(cursor, height),
        (Some(cursor), false) => state.list.ask(Anchor::Around(cursor), Goal::At(cursor)),
        (None, _) => state.list.ask(Anchor::Start, Goal::First),
    };
    if is_here {
        effects.extend(super::go::open_or_preview(state));
    }
    effects
}
