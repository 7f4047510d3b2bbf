//! Notices: the reader is told once after a refresh, outside the program, of what rules found noteworthy.

use super::effect::Effect;
use super::state::State;
use crate::domain::EntryId;
use crate::text::Clean;
use crate::words;

/// Asks for what a notice says, when the reader wants any.
pub(super) fn want(state: &State, ids: Vec<EntryId>) -> Option<Effect> {
    (state.prefs.notices.any() && !ids.is_empty()).then_some(Effect::LoadHeadlines(ids))
}

/// Tells the reader, in every way that is wanted: one notice, however many entries there are.
pub(super) fn tell(state: &State, headlines: &[Clean], n: usize) -> Vec<Effect> {
    let ways = state.prefs.notices;
    let (title, text) = words::notice(headlines, n, state.lang());
    let mut effects = Vec::new();
    if ways.desktop {
        effects.push(Effect::NotifyDesktop { title: title.clone(), text: text.clone() });
    }
    if let Some(form) = ways.terminal {
        effects.push(Effect::NotifyTerminal { form, title, text });
    }
    if ways.bell {
        effects.push(Effect::Bell);
    }
    effects
}
