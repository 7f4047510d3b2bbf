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
            let target = Target::Entries(vec![row.id]);
            show_marks(state, &[row], &Mark::Read);
            vec![Effect::Change(Change { target, mark: Mark::Read })]
        }
        _ => Vec::new(),
    }
}

/// Shows a mark on rows, and in the counts of their feeds, before the store has answered.
pub(super) fn show_marks(state: &mut State, rows: &[EntryRow], mark: &Mark) {
    let ids: HashSet<EntryId> = rows.iter().map(|row| row.id).collect();
    show_mark(state, &ids, mark);
    for row in rows {
        match mark {
            Mark::Read | Mark::Hide if !row.read => state.tree.count(row.feed, -1),
            Mark::Unread if row.read => state.tree.count(row.feed, 1),
            _ => {}
        }
    }
    if *mark == Mark::Hide {
        state.list.remove(&ids);
    }
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
