//! The help: made from the table of actions, the keys as they are bound now and the table of commands; what helps here
//! comes first. A search leaves what has the words in its key, its name or its description.

use super::command::Verb;
use super::command::complete::argument_id;
use super::effect::Effect;
use super::overlay::Overlay;
use super::prompt::{Prompt, Purpose};
use super::state::{Prefs, State};
use super::status::{described, hints_of_pane, keys_of};
use crate::action::{ACTIONS, Action, Group};
use crate::text::fold::fold;
use crate::tr;

/// The help over the panes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Help {
    /// First visible line.
    pub scroll: usize,
    /// What is looked for; empty when nothing is.
    pub words: String,
}

/// One line of the help: a heading, or keys and what they do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HelpLine {
    /// A group's heading.
    Heading(String),
    /// Keys and what they do.
    Keys(String, String),
    /// Nothing.
    Blank,
}

/// Something that can be done.
struct Row {
    keys: Vec<String>,
    name: String,
    words: String,
}

/// The lines of the help.
pub fn lines(state: &State, help: &Help) -> Vec<HelpLine> {
    let lang = state.lang();
    let searched = help.words.trim();
    let mut sections = sections(state);
    if !searched.is_empty() {
        search(&mut sections, searched);
        if sections.iter().all(|(_, rows)| rows.is_empty()) {
            return vec![HelpLine::Heading(tr!(lang, "help-nothing", words = searched))];
        }
    }
    let mut lines = Vec::new();
    for (heading, rows) in sections.into_iter().filter(|(_, rows)| !rows.is_empty()) {
        if !lines.is_empty() {
            lines.push(HelpLine::Blank);
        }
        lines.push(HelpLine::Heading(heading));
        lines.extend(rows.into_iter().map(|row| HelpLine::Keys(row.shown(), row.words)));
    }
    lines
}

/// Does an action in the help; none when it is not open, or what is done is not the help's.
pub(super) fn act(state: &mut State, action: Action) -> Option<Vec<Effect>> {
    let Some(Overlay::Help(help)) = &mut state.overlay else { return None };
    match action {
        Action::Find => state.prompt = Some(Prompt::new(Purpose::Help, &help.words)),
        Action::Cancel if !help.words.is_empty() => *help = Help::default(),
        _ => return None,
    }
    Some(Vec::new())
}

/// Looks for what is being typed.
pub(super) fn look_for(state: &mut State, words: &str) {
    if let Some(Overlay::Help(help)) = &mut state.overlay {
        *help = Help { scroll: 0, words: words.to_owned() };
    }
}

/// Headings and what stands under them: what helps here, the groups, the commands, the reader's macros.
fn sections(state: &State) -> Vec<(String, Vec<Row>)> {
    let (prefs, lang) = (&state.prefs, state.lang());
    let here = hints_of_pane(state).iter().map(|(action, _)| Row::of(*action, prefs));
    let mut sections = vec![(lang.text("help-here"), here.collect())];
    for group in Group::ALL {
        let specs = ACTIONS.iter().filter(|spec| spec.group == *group);
        let rows = specs.map(|spec| Row::of(spec.action, prefs)).collect();
        sections.push((lang.text(group.heading()), rows));
    }
    // A command and its form with "!" share their words.
    let plain = Verb::ALL.iter().filter(|verb| !verb.name().ends_with('!'));
    let rows = plain.map(|verb| {
        let argument = argument_id(*verb).map(|id| format!(" {}", lang.text(&id)));
        let key = format!(":{}{}", verb.name(), argument.unwrap_or_default());
        Row { keys: vec![key], name: String::new(), words: lang.text(&verb.words()) }
    });
    sections.push((lang.text("group-commands"), rows.collect()));
    let macros = prefs.keymap.macros().map(|(key, steps)| {
        let actions: Vec<Action> = steps.iter().map(|step| step.action).collect();
        let words = described(&actions, lang);
        Row { keys: vec![key.to_string()], name: String::new(), words }
    });
    sections.push((lang.text("group-macros"), macros.collect()));
    sections
}

/// Leaves what fits, each once; what has exactly that key comes first.
fn search(sections: &mut Vec<(String, Vec<Row>)>, searched: &str) {
    let mut by_key = Vec::new();
    let words: Vec<String> = searched.split_whitespace().map(fold).collect();
    let mut met = std::collections::BTreeSet::new();
    for (_, rows) in sections.iter_mut() {
        let mut left = Vec::new();
        for row in rows.drain(..) {
            if !row.has(&words) || !met.insert(row.shown() + &row.words) {
                continue;
            }
            let exact = row.keys.iter().any(|key| key == searched);
            if exact { by_key.push(row) } else { left.push(row) }
        }
        *rows = left;
    }
    sections.insert(0, (searched.to_owned(), by_key));
}

impl Row {
    fn of(action: Action, prefs: &Prefs) -> Self {
        let words = prefs.lang.text(&format!("action-{}", action.name()));
        Self { keys: keys_of(prefs, action), name: action.name().to_owned(), words }
    }

    /// Its keys; what has none is called by name.
    fn shown(&self) -> String {
        if self.keys.is_empty() { format!(":{}", self.name) } else { self.keys.join("  ") }
    }

    fn has(&self, words: &[String]) -> bool {
        let all =
            fold(&[&self.shown(), self.name.as_str(), &self.words].map(String::from).join(" "));
        words.iter().all(|word| all.contains(word.as_str()))
    }
}
