//! The palette: one list of what can be done and where one can go, found by a few letters in their order. A further kind
//! of thing is a further function in `SOURCES`; how well something fits is told in `palette_fit`.

use super::command::Verb;
use super::command::complete::goes_on;
use super::effect::Effect;
use super::layout::Pane;
use super::overlay::Overlay;
pub use super::palette_fit::Letters;
use super::palette_fit::{Looking, Words};
use super::places::pick_distance;
use super::prompt::{Prompt, Purpose};
use super::settings::{self, THEME};
use super::state::State;
use super::{act, command, filters, status, themes};
use crate::action::ACTIONS;
use crate::domain::{Pick, PickRow, Query, Scope};
use crate::keys::{Code, Key};
use crate::tr;

/// Things of one kind, of the state and the towns of the archive.
type Source = fn(&State, &[PickRow]) -> Vec<Item>;

/// Where the candidates come from.
const SOURCES: &[Source] = &[actions, commands, views, folders, feeds, towns, known_themes];

/// The palette over the panes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Palette {
    /// Everything there is.
    pub items: Vec<Item>,
    /// What fits, the best first: indexes of `items`.
    pub found: Vec<usize>,
    /// Index of the selected one in `found`.
    pub selected: usize,
    typed: String,
    /// The towns of the archive, once they have come.
    towns: Vec<PickRow>,
}

/// Something to do or a place to go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The message id of its kind.
    pub kind: &'static str,
    /// What it is, as it is shown.
    pub text: String,
    /// Its name where the text is none but describes it.
    pub name: String,
    /// Its keys, or where it belongs.
    pub more: String,
    goal: Goal,
    words: Words,
}

/// What choosing it does.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Goal {
    Act(crate::action::Action),
    Command(Verb),
    View(usize),
    Show(Scope),
    Town(Pick),
    Theme(String),
}

impl Item {
    /// Something whose text is its name.
    fn named(kind: &'static str, text: String, more: String, goal: Goal) -> Self {
        let words = Words::named(&text);
        Self { kind, text, name: String::new(), more, goal, words }
    }

    /// Something whose text describes it.
    fn described(kind: &'static str, text: String, name: &str, more: String, goal: Goal) -> Self {
        let words = Words::described(name, &text);
        Self { kind, text, name: name.to_owned(), more, goal, words }
    }
}

impl Palette {
    /// A palette of these things, all of them found.
    pub fn new(items: Vec<Item>) -> Self {
        Self { found: (0..items.len()).collect(), items, ..Self::default() }
    }

    /// Looks for letters in their order, word by word; capitals only when some are typed.
    pub fn look_for(&mut self, typed: &str) {
        let mut looking = Looking::new(typed);
        let score = |(i, item): (usize, &Item)| Some((looking.score(&item.words)?, i));
        let mut scored: Vec<(u32, usize)> =
            self.items.iter().enumerate().filter_map(score).collect();
        // The best first; of equals the one that stands first.
        scored.sort_unstable_by_key(|(score, i)| (std::cmp::Reverse(*score), *i));
        self.found = scored.into_iter().map(|(_, i)| i).collect();
        self.selected = 0;
        typed.clone_into(&mut self.typed);
    }

    /// Which letters of something fit what was typed.
    pub fn fitting(&self, item: &Item) -> Letters {
        Looking::new(&self.typed).letters(&item.words)
    }
}

/// Opens the palette.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    themes::leave(state);
    state.overlay = Some(Overlay::Palette(Palette::new(items(state, &[]))));
    state.prompt = Some(Prompt::new(Purpose::Palette, ""));
    vec![Effect::LoadPicks(everything(state))]
}

/// Opens it where the themes are not known yet: they join when they come.
pub(super) fn open_with_themes(state: &mut State) -> Vec<Effect> {
    let mut effects = open(state);
    effects.push(Effect::LoadThemes);
    effects
}

/// Takes up the themes that have come.
pub(super) fn renew(state: &mut State) {
    if let Some(Overlay::Palette(palette)) = &mut state.overlay {
        let towns = std::mem::take(&mut palette.towns);
        fill(state, towns);
    }
}

/// Takes up the towns that have come; false when they are not the palette's.
pub(super) fn take_towns(state: &mut State, query: &Query, rows: &[PickRow]) -> bool {
    let wanted = matches!(state.overlay, Some(Overlay::Palette(_))) && *query == everything(state);
    if wanted {
        let is_town = |row: &&PickRow| matches!(row.pick, Pick::Place(_));
        fill(state, rows.iter().filter(is_town).cloned().collect());
    }
    wanted
}

/// Fills the open palette anew; what is selected stays selected.
fn fill(state: &mut State, towns: Vec<PickRow>) {
    let mut palette = Palette::new(items(state, &towns));
    palette.towns = towns;
    if let Some(Overlay::Palette(before)) = &state.overlay {
        palette.look_for(&before.typed);
        let chosen = before.found.get(before.selected).map(|i| &before.items[*i].goal);
        let same = |i: &usize| Some(&palette.items[*i].goal) == chosen;
        palette.selected = palette.found.iter().position(same).unwrap_or(0);
    }
    state.overlay = Some(Overlay::Palette(palette));
}

/// The list of everything, in the present order.
fn everything(state: &State) -> Query {
    Query { order: state.list.query.order, ..Query::default() }
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
        Goal::View(index) => {
            state.focus = Pane::List;
            filters::show_view(state, index)
        }
        Goal::Show(scope) => {
            state.focus = Pane::List;
            act::show(state, |query, _| {
                query.scope = scope;
                query.text.clear();
                query.picked = None;
                query.filter = None;
            })
        }
        Goal::Town(pick) => {
            state.focus = Pane::List;
            let query = Query { picked: Some(pick), ..everything(state) };
            act::show(state, |shown, _| *shown = query)
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

fn items(state: &State, towns: &[PickRow]) -> Vec<Item> {
    SOURCES.iter().flat_map(|source| source(state, towns)).collect()
}

fn actions(state: &State, _: &[PickRow]) -> Vec<Item> {
    let item = |spec: &crate::action::Spec| {
        let text = state.lang().text(&format!("action-{}", spec.name));
        let keys = status::keys_of(&state.prefs, spec.action).join(" ");
        Item::described("palette-action", text, spec.name, keys, Goal::Act(spec.action))
    };
    ACTIONS.iter().map(item).collect()
}

/// The commands that are no actions.
fn commands(state: &State, _: &[PickRow]) -> Vec<Item> {
    let own = |verb: &&Verb| {
        !verb.name().ends_with('!') && crate::action::Action::from_name(verb.name()).is_none()
    };
    let item = |verb: &Verb| {
        let text = state.lang().text(&verb.words());
        let name = format!(":{}", verb.name());
        Item::described("palette-command", text, &name, String::new(), Goal::Command(*verb))
    };
    Verb::ALL.iter().filter(own).map(item).collect()
}

fn views(state: &State, _: &[PickRow]) -> Vec<Item> {
    let item = |(index, view): (usize, &crate::query::View)| {
        let more = if *view.name == *view.text { String::new() } else { view.text.clone() };
        Item::named("palette-view", view.name.to_string(), more, Goal::View(index))
    };
    state.prefs.views.iter().enumerate().map(item).collect()
}

fn folders(state: &State, _: &[PickRow]) -> Vec<Item> {
    let item = |path: String| {
        let goal = Goal::Show(Scope::Folder(path.clone()));
        Item::named("palette-folder", path, String::new(), goal)
    };
    state.tree.folders().into_iter().map(item).collect()
}

fn feeds(state: &State, _: &[PickRow]) -> Vec<Item> {
    let item = |feed: &crate::domain::FeedRow| {
        let goal = Goal::Show(Scope::Feed(feed.id));
        Item::named("palette-feed", feed.title.to_string(), feed.folder.to_string(), goal)
    };
    state.tree.feeds.iter().map(item).collect()
}

fn towns(state: &State, towns: &[PickRow]) -> Vec<Item> {
    let item = |row: &PickRow| {
        let more = pick_distance(row, &state.prefs);
        Item::named("palette-town", row.label.to_string(), more, Goal::Town(row.pick.clone()))
    };
    towns.iter().map(item).collect()
}

fn known_themes(state: &State, _: &[PickRow]) -> Vec<Item> {
    let whole = state.command.themes.iter().filter(|named| named.theme.is_ok());
    let item = |named: &themes::Named| {
        let goal = Goal::Theme(named.name.clone());
        Item::named("palette-theme", named.name.clone(), String::new(), goal)
    };
    whole.map(item).collect()
}

#[cfg(test)]
#[path = "palette_tests.rs"]
mod tests;
