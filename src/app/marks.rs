//! Marks: read, starred. Shown at once, sent to the store as an effect; if that fails, a reload puts it right.

use std::collections::HashSet;

use super::effect::Effect;
use super::state::State;
use crate::domain::{Change, EntryId, EntryRow, Mark, Target};

/// Marks the selected entry read because it was opened.
pub(super) fn mark_opened(state: &mut State) -> Vec<Effect> {
    match state.list.current() {
        Some(row) if !row.read && state.prefs.mark_read_on_open => {
            let row = row.clone();
            set(state, &row, Mark::Read)
        }
        _ => Vec::new(),
    }
}

/// Read ⇄ unread.
pub(super) fn read_toggle(state: &mut State) -> Vec<Effect> {
    let Some(row) = state.list.current().cloned() else { return Vec::new() };
    set(state, &row, if row.read { Mark::Unread } else { Mark::Read })
}

/// Star ⇄ no star.
pub(super) fn star(state: &mut State) -> Vec<Effect> {
    let Some(row) = state.list.current().cloned() else { return Vec::new() };
    set(state, &row, if row.starred { Mark::Unstar } else { Mark::Star })
}

fn set(state: &mut State, row: &EntryRow, mark: Mark) -> Vec<Effect> {
    show_mark(state, &HashSet::from([row.id]), &mark);
    match &mark {
        Mark::Read => state.tree.count(row.feed, -1),
        Mark::Unread => state.tree.count(row.feed, 1),
        Mark::Star | Mark::Unstar | Mark::Hide | Mark::Unhide | Mark::Tags(_) => {}
    }
    vec![Effect::Change(Change { target: Target::Entries(vec![row.id]), mark })]
}

fn show_mark(state: &mut State, ids: &HashSet<EntryId>, mark: &Mark) {
    let change = |row: &mut EntryRow| match mark {
        Mark::Read => row.read = true,
        Mark::Unread => row.read = false,
        Mark::Star => row.starred = true,
        Mark::Unstar => row.starred = false,
        Mark::Hide | Mark::Unhide | Mark::Tags(_) => {}
    };
    state.list.mark(ids, change);
    if let Some(shown) = state.reader.shown.as_mut().filter(|s| ids.contains(&s.row.id)) {
        change(&mut shown.row);
    }
}

/// Marks the list read: what was on it, not what arrived since.
pub(super) fn read_list(state: &mut State) -> Vec<Effect> {
    let ids: HashSet<EntryId> = state.list.rows.iter().map(|row| row.id).collect();
    show_mark(state, &ids, &Mark::Read);
    let target = Target::List(state.list.query.clone(), state.now);
    vec![Effect::Change(Change { target, mark: Mark::Read })]
}

/// Marks everything read.
pub(super) fn read_all(state: &mut State) -> Vec<Effect> {
    let ids: HashSet<EntryId> = state.list.rows.iter().map(|row| row.id).collect();
    show_mark(state, &ids, &Mark::Read);
    vec![Effect::Change(Change { target: Target::All(state.now), mark: Mark::Read })]
}
