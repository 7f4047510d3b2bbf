//! Moving: in lists, through the article, from pane to pane, to the next unread.

use super::act::{open, preview};
use super::effect::Effect;
use super::layout::Pane;
use super::marks;
use super::state::State;
use crate::domain::{Scope, Show};
use crate::tr;

/// Rows of the focused pane, less two for the eye to hold on to.
pub(super) fn page(state: &State) -> isize {
    rows(state.height_of(state.focus))
}

/// Rows of the article pane, less two.
pub(super) fn article_page(state: &State) -> isize {
    rows(state.height_of(Pane::Article))
}

fn rows(height: usize) -> isize {
    isize::try_from(height.saturating_sub(2).max(1)).unwrap_or(1)
}

/// Moves down, or up when negative.
pub(super) fn down(state: &mut State, n: isize) -> Vec<Effect> {
    let height = state.height_of(state.focus);
    match state.focus {
        Pane::Tree => {
            state.tree.move_by(n, height);
            Vec::new()
        }
        Pane::List => {
            let mut effects = state.list.move_by(n, height);
            effects.extend(preview(state));
            effects
        }
        Pane::Article => {
            state.reader.scroll_by(n, height);
            Vec::new()
        }
    }
}

/// Goes to a line, from 1.
pub(super) fn to_line(state: &mut State, line: u32) -> Vec<Effect> {
    let height = state.height_of(state.focus);
    let index = line.saturating_sub(1);
    match state.focus {
        Pane::Tree => {
            state.tree.selected = index as usize;
            state.tree.settle(height);
            Vec::new()
        }
        Pane::List => {
            let mut effects = match index {
                0 => state.list.to_start(),
                n => state.list.to_index(u64::from(n), height),
            };
            effects.extend(preview(state));
            effects
        }
        Pane::Article => {
            state.reader.scroll_to(index as usize, height);
            Vec::new()
        }
    }
}

/// Goes to the last line.
pub(super) fn to_end(state: &mut State) -> Vec<Effect> {
    let height = state.height_of(state.focus);
    match state.focus {
        Pane::Tree => state.tree.move_by(isize::MAX, height),
        Pane::List => {
            let mut effects = state.list.to_end(height);
            effects.extend(preview(state));
            return effects;
        }
        Pane::Article => state.reader.scroll_to(usize::MAX, height),
    }
    Vec::new()
}

/// Where the selected line is put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In the middle.
    Centre,
    /// At the top.
    Top,
    /// At the bottom.
    Bottom,
}

/// Moves the screen under the selected line.
pub(super) fn view(state: &mut State, place: Place) -> Vec<Effect> {
    let height = state.height_of(state.focus);
    let above = match place {
        Place::Centre => height / 2,
        Place::Top => 0,
        Place::Bottom => height.saturating_sub(1),
    };
    match state.focus {
        Pane::Tree => {
            state.tree.top = state.tree.selected.saturating_sub(above);
            state.tree.settle(height);
        }
        Pane::List => {
            state.list.top = state.list.selected.saturating_sub(above);
            state.list.settle(height);
        }
        Pane::Article => {}
    }
    Vec::new()
}

/// Article → list → tree.
pub(super) fn pane_left(state: &mut State) -> Vec<Effect> {
    state.focus = match state.focus {
        Pane::Article => Pane::List,
        Pane::List | Pane::Tree => Pane::Tree,
    };
    Vec::new()
}

/// Tree → list → article, opening what is selected.
pub(super) fn pane_right(state: &mut State) -> Vec<Effect> {
    let from = state.focus;
    let effects = open(state);
    if from == Pane::List && state.list.current().is_some() {
        state.focus = Pane::Article;
    }
    effects
}

/// The next pane, going round.
pub(super) fn pane_next(state: &mut State, forward: bool) -> Vec<Effect> {
    state.focus = match (state.focus, forward) {
        (Pane::Tree, true) | (Pane::Article, false) => Pane::List,
        (Pane::List, true) | (Pane::Tree, false) => Pane::Article,
        (Pane::Article, true) | (Pane::List, false) => Pane::Tree,
    };
    preview(state)
}

/// Scrolls the article from any pane.
pub(super) fn scroll_article(state: &mut State, lines: isize) -> Vec<Effect> {
    let height = state.height_of(Pane::Article);
    state.reader.scroll_by(lines, height);
    Vec::new()
}

/// Pages the article; at its end, goes to the next unread and opens it.
pub(super) fn read_on(state: &mut State) -> Vec<Effect> {
    let Some(row) = state.list.current() else { return Vec::new() };
    let id = row.id;
    let height = state.height_of(Pane::Article);
    let on_screen = height > 0 && state.reader.shown.as_ref().is_some_and(|s| s.row.id == id);
    if !on_screen {
        if state.focus == Pane::Tree {
            state.focus = Pane::List;
        }
        return open(state);
    }
    let mut effects = marks::mark_opened(state);
    if state.reader.at_end(height) {
        effects.extend(unread(state, true));
    } else {
        let page = article_page(state);
        state.reader.scroll_by(page, height);
    }
    effects
}

/// Opens the next or previous article, from any pane.
pub(super) fn article(state: &mut State, n: isize) -> Vec<Effect> {
    let height = state.height_of(Pane::List);
    let before = state.list.selected;
    let mut effects = state.list.move_by(n, height);
    if state.list.selected == before {
        return effects;
    }
    effects.extend(open_selected(state));
    effects
}

/// Wants the selected article and marks it read; the keys stay with the article when they were there.
pub(super) fn open_selected(state: &mut State) -> Vec<Effect> {
    let Some(id) = state.list.current().map(|row| row.id) else { return Vec::new() };
    // Beside the list the article is in sight already: the keys stay with the headlines.
    if state.regions().article.is_none() {
        state.focus = Pane::Article;
    }
    let mut effects = state.reader.want(id);
    effects.extend(marks::mark_opened(state));
    effects
}

/// The next or previous hit while a find in the article is on, else the next or previous unread entry.
pub(super) fn unread_or_hit(state: &mut State, forward: bool, count: Option<u32>) -> Vec<Effect> {
    if state.reader.find.is_some() {
        return hit(state, forward, count);
    }
    unread(state, forward)
}

/// The next or previous hit of the find in the article.
pub(super) fn hit(state: &mut State, forward: bool, count: Option<u32>) -> Vec<Effect> {
    let height = state.height_of(Pane::Article);
    state.reader.step_hit(forward, count.unwrap_or(1) as usize, height);
    Vec::new()
}

/// Goes to the next or previous unread entry of the list, outside the window too, and going round.
pub(super) fn unread(state: &mut State, forward: bool) -> Vec<Effect> {
    let height = state.height_of(Pane::List);
    if let Some(i) = state.list.next_unread(forward) {
        let by = i.cast_signed() - state.list.selected.cast_signed();
        let mut effects = state.list.move_by(by, height);
        effects.extend(open_or_preview(state));
        return effects;
    }
    let outside = if forward { !state.list.at_end } else { !state.list.at_start };
    let edge = if forward { state.list.rows.last() } else { state.list.rows.first() };
    let from = edge.map(|row| row.cursor).filter(|_| outside);
    vec![Effect::FindUnread { query: state.list.query.clone(), from, forward }]
}

/// Takes the answer to a search for an unread entry beyond the window.
pub(super) fn unread_found(state: &mut State, found: Option<crate::domain::Cursor>) -> Vec<Effect> {
    let Some(cursor) = found else {
        let text = tr!(state.lang(), "notice-no-unread");
        state.say(&text);
        return Vec::new();
    };
    let height = state.height_of(Pane::List);
    let mut effects = state.list.to_cursor(cursor, height);
    if effects.is_empty() {
        effects.extend(open_or_preview(state));
    }
    effects
}

/// In the article, going on opens the next one; in the list it only shows it.
pub(super) fn open_or_preview(state: &mut State) -> Vec<Effect> {
    match state.focus {
        Pane::Article => open_selected(state),
        Pane::List | Pane::Tree => preview(state),
    }
}

/// Shows the next or previous feed (with unread entries).
pub(super) fn feed(state: &mut State, forward: bool, unread: bool) -> Vec<Effect> {
    let from = match (&state.list.query.scope, state.focus) {
        (_, Pane::Tree) => state.tree.current_feed().map(|feed| feed.id),
        (Scope::Feed(id), _) => Some(*id),
        _ => None,
    };
    let Some(id) = state.tree.next_feed(from, forward, unread) else {
        let text = tr!(state.lang(), "notice-no-unread");
        state.say(&text);
        return Vec::new();
    };
    let mut query = state.list.query.clone();
    query.scope = Scope::Feed(id);
    query.text.clear();
    query.filter = None;
    if let Show::Unread { or_read_since } = &mut query.show {
        *or_read_since = state.now;
    }
    state.tree.select(&query.scope);
    if state.focus == Pane::Article {
        state.focus = Pane::List;
    }
    state.list.show(query)
}
