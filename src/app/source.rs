//! An entry as its feed gives it, as text.

use super::effect::Effect;
use super::overlay::Overlay;
use super::state::State;
use crate::text::Clean;

/// Asks for the source of the selected entry.
pub(super) fn ask(state: &mut State) -> Vec<Effect> {
    if let Some(row) = state.list.current() {
        return vec![Effect::LoadSource(row.id)];
    }
    let text = state.lang().text("notice-no-article");
    state.complain(&text);
    Vec::new()
}

/// Shows it.
pub(super) fn take(state: &mut State, lines: &[Clean]) -> Vec<Effect> {
    let heading = Clean::line(&state.lang().text("source-title"));
    let lines: Vec<Clean> =
        [heading, Clean::empty()].into_iter().chain(lines.iter().cloned()).collect();
    state.overlay = Some(Overlay::text(&lines, state.size.width));
    Vec::new()
}
