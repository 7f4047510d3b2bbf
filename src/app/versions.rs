//! How many other papers tell the story of each headline in sight: asked for beside everything else.
//!
//! **Invariant:** one question at a time, and only of rows in sight, so a held key never piles any up.

use std::collections::HashMap;

use super::effect::Effect;
use super::layout::Pane;
use super::state::State;
use crate::domain::EntryId;

/// Seconds after which nobody asks any more who else told it.
const RECENT: i64 = 14 * 86_400;
/// Answers that are kept.
const MOST: usize = 20_000;

/// What is known.
#[derive(Debug, Clone, Default)]
pub struct Versions {
    /// The number, and the turn in which it was counted.
    known: HashMap<EntryId, (u16, u32)>,
    /// News begins a new turn.
    turn: u32,
    asked: bool,
}

impl Versions {
    /// Versions of other papers, as far as is known.
    pub fn of(&self, id: EntryId) -> u16 {
        self.known.get(&id).map_or(0, |(n, _)| *n)
    }
}

/// Asks for the rows in sight that are not known yet.
pub(super) fn want(state: &mut State) -> Option<Effect> {
    let height = state.height_of(Pane::List);
    let versions = &mut state.versions;
    if versions.asked || !state.list.loaded {
        return None;
    }
    let in_sight = state.list.rows.iter().skip(state.list.top).take(height);
    let is_wanted =
        |id: &EntryId| versions.known.get(id).is_none_or(|known| known.1 < versions.turn);
    let recent = in_sight.filter(|row| state.now.since(row.published) < RECENT);
    let ids: Vec<EntryId> = recent.map(|row| row.id).filter(is_wanted).collect();
    if ids.is_empty() {
        return None;
    }
    versions.asked = true;
    Some(Effect::CountVersions(ids))
}

/// Takes what was counted.
pub(super) fn take(state: &mut State, counted: Vec<(EntryId, u16)>) -> Vec<Effect> {
    let versions = &mut state.versions;
    versions.asked = false;
    if versions.known.len() > MOST {
        versions.known.clear();
    }
    let turn = versions.turn;
    versions.known.extend(counted.into_iter().map(|(id, n)| (id, (n, turn))));
    Vec::new()
}

/// News has come: what is known may be more by now.
pub(super) fn renew(state: &mut State) {
    state.versions.turn += 1;
}
