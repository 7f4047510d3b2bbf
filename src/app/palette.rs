//! The palette: one list of what can be done and where one can go, found by a few letters in their order. A further kind
//! of thing is a further function in `SOURCES`.

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32String};

use super::command::Verb;
use super::command::complete::goes_on;
use super::effect::Effect;
use super::layout::Pane;
use super::overlay::Overlay;
use super::prompt::{Prompt, Purpose};
use super::settings::{self, THEME};
use super::state::State;
use super::{act, command, status, themes};
use crate::action::ACTIONS;
use crate::domain::Scope;
use crate::keys::{Code, Key};
use crate::tr;

/// Where the candidates come from.
const SOURCES: &[fn(&State) -> Vec<Item>] = &[actions, commands, folders, feeds, known_themes];

/// The palette over the panes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Palette {
    /// Everything there is.
    pub items: Vec<Item>,
    /// What fits, the best first: indexes of `items`.
    pub found: Vec<usize>,
    /// Index of the selected one in `found`.
    pub selected: usize,
    words: String,
}

/// Something to do or a place to go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The message id of its kind.
    pub kind: &'static str,
    /// What it is.
    pub text: String,
    /// Its keys, or its name.
    pub more: String,
    goal: Goal,
    haystack: Utf32String,
}

/// What choosing it does.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Goal {
    Act(crate::action::Action),
    Command(Verb),
    Show(Scope),
    Theme(String),
}

impl Item {
    fn new(kind: &'static str, text: String, more: String, goal: Goal) -> Self {
        let haystack = Utf32String::from(format!("{text} {more}"));
        Self { kind, text, more, goal, haystack }
    }
}

impl Palette {
    /// A palette of these things, all of them found.
    pub fn new(items: Vec<Item>) -> Self {
        Self { found: (0..items.len()).collect(), items, ..Self::default() }
    }

    /// Looks for letters in their order, word by word; capitals only when some are typed.
    pub fn look_for(&mut self, typed: &str) {
        let pattern = pattern(typed);
        let mut matcher = Matcher::new(Config::DEFAULT);
        let score = |(i, item): (usize, &Item)| {
            Some((pattern.score(item.haystack.slice(..), &mut matcher)?, i))
        };
        let mut scored: Vec<(u32, usize)> =
            self.items.iter().enumerate().filter_map(score).collect();
        // The best first; of equals the one that stands first.
        scored.sort_unstable_by_key(|(score, i)| (std::cmp::Reverse(*score), *i));
        self.found = scored.into_iter().map(|(_, i)| i).collect();
        self.selected = 0;
        typed.clone_into(&mut self.words);
    }

    /// Which letters of something's text fit what was typed, from 0.
    pub fn fitting(&self, item: &Item) -> Vec<u32> {
        let mut letters = Vec::new();
        let mut matcher = Matcher::new(Config::DEFAULT);
        let _ = pattern(&self.words).indices(item.haystack.slice(..), &mut matcher, &mut letters);
        letters.sort_unstable();
        letters.dedup();
        letters
    }
}

/// Opens the palette.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    themes::leave(state);
    state.overlay = Some(Overlay::Palette(Palette::new(items(state))));
    state.prompt = Some(Prompt::new(Purpose::Palette, ""));
    Vec::new()
}

/// Opens it where the themes are not known yet: they join when they come.
pub(super) fn open_with_themes(state: &mut State) -> Vec<Effect> {
    let mut effects = open(state);
    effects.push(Effect::LoadThemes);
    effects
}

/// Takes up the themes that have come.
pub(super) fn renew(state: &mut State) {
    if matches!(state.overlay, Some(Overlay::Palette(_))) {
        let typed = state.prompt.as_ref().map(Prompt::text).unwrap_or_default();
        let mut palette = Palette::new(items(state));
        palette.look_for(&typed);
        state.overlay = Some(Overlay::Palette(palette));
    }
}

/// Closes it.
pub(super) fn close(state: &mut State) {
    state.prompt = None;
    if matches!(state.overlay, Some(Overlay::Palette(_))) {
        state.overlay = None;
    }
}

/// Takes a key that moves the selection; false for every other.
pub(super) fn press(state: &mut State, key: Key) -> bool {
    let page = usize::from(state.size.height.saturating_sub(4)).max(1);
    let Some(Overlay::Palette(palette)) = &mut state.overlay else { return false };
    let last = palette.found.len().saturating_sub(1);
    let at = palette.selected;
    palette.selected = match (key.code(), key.mods().ctrl, key.mods().shift) {
        (Code::Tab, _, true) | (Code::Up, ..) | (Code::Char('p'), true, _) => at.saturating_sub(1),
        (Code::Tab | Code::Down, ..) | (Code::Char('n'), true, _) => (at + 1).min(last),
        (Code::PageDown, ..) => (at + page).min(last),
        (Code::PageUp, ..) => at.saturating_sub(page),
        _ => return false,
    };
    true
}

/// Looks for what is being typed.
pub(super) fn typed(state: &mut State, words: &str) {
    if let Some(Overlay::Palette(palette)) = &mut state.overlay {
        palette.look_for(words);
    }
}

/// Does what is selected; with nothing there, the palette stays.
pub(super) fn enter(state: &mut State, prompt: Prompt) -> Vec<Effect> {
    let Some(Overlay::Palette(palette)) = &state.overlay else { return Vec::new() };
    let found = palette.found.get(palette.selected).and_then(|i| palette.items.get(*i));
    let Some(goal) = found.map(|item| item.goal.clone()) else {
        state.prompt = Some(prompt);
        return Vec::new();
    };
    close(state);
    match goal {
        Goal::Act(action) => act::act(state, action, None),
        Goal::Show(scope) => {
            state.focus = Pane::List;
            act::show(state, |query, _| {
                query.scope = scope;
                query.text.clear();
            })
        }
        Goal::Theme(name) => {
            let said = tr!(state.lang(), "notice-set", key = THEME.name, value = name.as_str());
            let effects = settings::set(state, &THEME, &name, false);
            state.say(&said);
            effects
        }
        Goal::Command(verb) => {
            let mut effects = command::line::open(state);
            let gap = if goes_on(verb.name()) { " " } else { "" };
            let prompt = Prompt::new(Purpose::Command, &format!("{}{gap}", verb.name()));
            if gap.is_empty() {
                state.prompt = None;
                effects.extend(command::line::enter(state, prompt));
            } else {
                state.prompt = Some(prompt);
            }
            effects
        }
    }
}

fn items(state: &State) -> Vec<Item> {
    SOURCES.iter().flat_map(|source| source(state)).collect()
}

fn pattern(typed: &str) -> Pattern {
    Pattern::new(typed, CaseMatching::Smart, Normalization::Smart, AtomKind::Fuzzy)
}

fn actions(state: &State) -> Vec<Item> {
    let item = |spec: &crate::action::Spec| {
        let text = state.lang().text(&format!("action-{}", spec.name));
        let mut keys = status::keys_of(&state.prefs, spec.action);
        keys.insert(0, spec.name.to_owned());
        Item::new("palette-action", text, keys.join("  "), Goal::Act(spec.action))
    };
    ACTIONS.iter().map(item).collect()
}

/// The commands that are no actions.
fn commands(state: &State) -> Vec<Item> {
    let own = |verb: &&Verb| {
        !verb.name().ends_with('!') && crate::action::Action::from_name(verb.name()).is_none()
    };
    let item = |verb: &Verb| {
        let text = state.lang().text(&verb.words());
        Item::new("palette-command", text, format!(":{}", verb.name()), Goal::Command(*verb))
    };
    Verb::ALL.iter().filter(own).map(item).collect()
}

fn folders(state: &State) -> Vec<Item> {
    let item = |path: String| {
        let goal = Goal::Show(Scope::Folder(path.clone()));
        Item::new("palette-folder", path, String::new(), goal)
    };
    state.tree.folders().into_iter().map(item).collect()
}

fn feeds(state: &State) -> Vec<Item> {
    let item = |feed: &crate::domain::FeedRow| {
        let goal = Goal::Show(Scope::Feed(feed.id));
        Item::new("palette-feed", feed.title.to_string(), feed.folder.to_string(), goal)
    };
    state.tree.feeds.iter().map(item).collect()
}

fn known_themes(state: &State) -> Vec<Item> {
    let whole = state.command.themes.iter().filter(|named| named.theme.is_ok());
    let item = |named: &themes::Named| {
        let goal = Goal::Theme(named.name.clone());
        Item::new("palette-theme", named.name.clone(), String::new(), goal)
    };
    whole.map(item).collect()
}

#[cfg(test)]
#[path = "palette_tests.rs"]
mod tests;
