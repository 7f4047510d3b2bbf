//! The theme chooser: moving shows the theme at once, Esc brings back what was, Enter keeps it and writes it into the
//! configuration.

use super::command::{Fault, What};
use super::effect::Effect;
use super::overlay::Overlay;
use super::palette;
use super::settings::{self, THEME};
use super::state::State;
use crate::action::Action;
use crate::text::Clean;
use crate::text::nearest;
use crate::theme::Theme;
use crate::tr;

/// The theme is left to the terminal's background.
pub const AUTO: &str = "auto";

/// A theme that can be chosen, or why it cannot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its name.
    pub name: String,
    /// The theme, or what is wrong with its file.
    pub theme: Result<Theme, Clean>,
}

/// The theme of a name, when it is there and whole.
pub fn find(known: &[Named], name: &str) -> Option<Theme> {
    known.iter().find(|named| named.name == name)?.theme.clone().ok()
}

/// The names of all themes.
pub fn names(state: &State) -> impl Iterator<Item = String> {
    state.command.themes.iter().map(|named| named.name.clone())
}

/// The lines of the chooser: `auto`, then the themes.
pub fn choices(state: &State) -> Vec<String> {
    std::iter::once(AUTO.to_owned()).chain(names(state)).collect()
}

/// Takes the themes that there are.
pub(super) fn take(state: &mut State, themes: Vec<Named>) -> Vec<Effect> {
    state.command.themes = themes;
    palette::renew(state);
    if std::mem::take(&mut state.command.chooses_theme) { choose(state) } else { Vec::new() }
}

/// Opens the chooser, at the theme in use.
pub(super) fn choose(state: &mut State) -> Vec<Effect> {
    if state.command.themes.is_empty() {
        state.command.chooses_theme = true;
        return vec![Effect::LoadThemes];
    }
    let now = THEME.value(&state.prefs);
    let at = choices(state).iter().position(|name| *name == now);
    state.overlay = Some(Overlay::Themes { selected: at.unwrap_or(0) });
    Vec::new()
}

/// Does an action in the chooser; none when it is not open, or what is done is not the chooser's.
pub(super) fn act(state: &mut State, action: Action, count: Option<u32>) -> Option<Vec<Effect>> {
    let Some(Overlay::Themes { selected }) = state.overlay else { return None };
    let last = state.command.themes.len();
    let n = count.unwrap_or(1) as usize;
    let to = match action {
        Action::Down | Action::ArticleScrollDown => selected.saturating_add(n).min(last),
        Action::Up | Action::ArticleScrollUp => selected.saturating_sub(n),
        Action::Top | Action::HalfUp | Action::PageUp => 0,
        Action::Bottom | Action::HalfDown | Action::PageDown => last,
        Action::Open | Action::PaneRight => return Some(keep(state, selected)),
        Action::Back | Action::Cancel | Action::PaneLeft => {
            leave(state);
            return Some(Vec::new());
        }
        _ => return None,
    };
    state.overlay = Some(Overlay::Themes { selected: to });
    preview(state, to);
    Some(Vec::new())
}

/// Closes the chooser, if it is open, with the theme that was before.
pub(super) fn leave(state: &mut State) {
    if matches!(state.overlay, Some(Overlay::Themes { .. })) {
        state.overlay = None;
        state.theme = state.prefs.themes.on(state.ground).clone();
    }
}

/// The name that was typed, as a setting's value.
pub(super) fn named(state: &State, name: &str, at: usize) -> Result<String, Fault> {
    let choices = choices(state);
    match state.command.themes.iter().find(|named| named.name == name) {
        Some(Named { theme: Err(reason), .. }) => {
            Err(Fault::new(at, What::FaultyTheme, name).near(Some(reason)))
        }
        None if name != AUTO => {
            let near = nearest(name, choices.iter().map(String::as_str));
            Err(Fault::new(at, What::Theme, name).near(near))
        }
        _ => Ok(name.to_owned()),
    }
}

fn preview(state: &mut State, at: usize) {
    let named = at.checked_sub(1).and_then(|i| state.command.themes.get(i));
    let auto = || state.prefs.themes.automatic(state.ground).clone();
    match named.map(|named| (&named.name, &named.theme)) {
        None => state.theme = auto(),
        Some((_, Ok(theme))) => state.theme = theme.clone(),
        Some((name, Err(reason))) => {
            let said =
                tr!(state.lang(), "theme-faulty", name = name.as_str(), reason = reason.as_str());
            state.complain(&said);
        }
    }
}

fn keep(state: &mut State, at: usize) -> Vec<Effect> {
    let Some(name) = choices(state).into_iter().nth(at) else { return Vec::new() };
    if at > 0 && find(&state.command.themes, &name).is_none() {
        preview(state, at); // says what is wrong with it
        return Vec::new();
    }
    state.overlay = None;
    settings::set(state, &THEME, &name, true)
}
