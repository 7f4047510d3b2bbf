//! The command line while it is typed: its history, and the completion under way.
//!
//! **Invariant:** the history is bounded, holds no line twice and survives a restart (`print` and `recall`).

use super::complete::{self, Offered};
use super::run;
use crate::app::effect::Effect;
use crate::app::prompt::{Prompt, Purpose};
use crate::app::state::State;
use crate::app::{palette, themes};
use crate::keys::{Code, Key};

/// Lines that are kept.
const MOST_KEPT: usize = 100;
/// The name under which they are kept.
pub const KEPT: &str = "commands";

/// What the command line has heard and knows.
#[derive(Debug, Clone, Default)]
pub struct CommandLine {
    /// The lines that were carried out, the oldest first.
    pub history: Vec<String>,
    /// The themes that can be chosen.
    pub themes: Vec<themes::Named>,
    /// What is wrong with the line as it stands.
    pub fault: Option<String>,
    /// What was set for this session: name and value.
    pub(in crate::app) live: Vec<(&'static str, String)>,
    /// The theme chooser opens as soon as the themes are there.
    pub(in crate::app) chooses_theme: bool,
    walk: Option<Walk>,
    completing: Option<Completing>,
}

/// A walk through the history.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Walk {
    /// What was typed before; only lines that begin so are met.
    stem: String,
    /// How many of those lie between here and the newest.
    back: usize,
}

/// A completion under way.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Completing {
    offered: Offered,
    at: usize,
}

/// Takes up the history of earlier sessions.
pub fn recall(state: &mut State, history: Option<&str>) {
    let lines = history.unwrap_or_default().lines().map(str::to_owned);
    state.command.history = lines.collect();
}

/// Opens the command line; what lies over the panes goes.
pub(in crate::app) fn open(state: &mut State) -> Vec<Effect> {
    themes::leave(state);
    state.overlay = None;
    state.prompt = Some(Prompt::new(Purpose::Command, ""));
    state.command.forget_line();
    vec![Effect::LoadThemes]
}

/// What the line may become: words, and which of them stands there already.
pub fn offered(state: &State) -> (Offered, Option<usize>) {
    if let Some(Completing { offered, at }) = &state.command.completing {
        return (offered.clone(), Some(*at));
    }
    let head = state.prompt.as_ref().map(Prompt::before_cursor).unwrap_or_default();
    (complete::offered(state, &head), None)
}

/// Takes a key that the line itself does not know: completion and history.
pub(in crate::app) fn press(state: &mut State, key: Key) -> bool {
    match key.code() {
        Code::Tab => complete_by(state, !key.mods().shift),
        Code::Up => walk_by(state, true),
        Code::Down => walk_by(state, false),
        _ => {
            state.command.forget_line();
            return false;
        }
    }
    true
}

/// The line was changed by a key or a paste.
pub(in crate::app) fn typed(state: &mut State) -> Vec<Effect> {
    state.command.forget_line();
    let is_palette = state.prompt.as_ref().is_some_and(|prompt| prompt.text() == ":");
    if is_palette { palette::open(state) } else { Vec::new() }
}

/// Carries the line out. A faulty one stays, with the cursor where the fault is.
pub(in crate::app) fn enter(state: &mut State, mut prompt: Prompt) -> Vec<Effect> {
    state.command.forget_line();
    let line = prompt.text().to_string();
    let done = super::parse(&line).and_then(|order| match order {
        Some(order) => run::run(state, order),
        None => Ok(Vec::new()),
    });
    match done {
        Ok(mut effects) => {
            effects.extend(state.command.keep(&line));
            effects
        }
        Err(fault) => {
            state.command.fault = Some(fault.say(state.lang()));
            prompt.move_to(fault.at);
            state.prompt = Some(prompt);
            Vec::new()
        }
    }
}

impl CommandLine {
    fn forget_line(&mut self) {
        (self.fault, self.walk, self.completing) = (None, None, None);
    }

    /// Puts a line into the history.
    fn keep(&mut self, line: &str) -> Option<Effect> {
        let line = line.trim();
        if line.is_empty() {
            return None;
        }
        self.history.retain(|kept| kept != line);
        self.history.push(line.to_owned());
        let superfluous = self.history.len().saturating_sub(MOST_KEPT);
        self.history.drain(..superfluous);
        Some(Effect::Remember(KEPT, self.history.join("\n")))
    }
}

fn complete_by(state: &mut State, forward: bool) {
    let (offered, at) = offered(state);
    let n = offered.words.len();
    let Some(prompt) = state.prompt.as_mut().filter(|_| n > 0) else { return };
    let at = match (at, forward) {
        (None, true) => 0,
        (None, false) => n - 1,
        (Some(at), true) => (at + 1) % n,
        (Some(at), false) => (at + n - 1) % n,
    };
    prompt.replace_from(offered.start, &offered.words[at]);
    // The only word is meant: what follows it can be typed, or completed, at once.
    let goes_on = n == 1 && complete::goes_on(&prompt.before_cursor());
    state.command.forget_line();
    if goes_on {
        prompt.replace_from(offered.start, &format!("{} ", offered.words[at]));
    } else {
        state.command.completing = Some(Completing { offered, at });
    }
}

fn walk_by(state: &mut State, back: bool) {
    let Some(prompt) = &mut state.prompt else { return };
    let line = &mut state.command;
    let start = || Walk { stem: prompt.text().to_string(), back: 0 };
    let Walk { stem, back: from } = line.walk.take().unwrap_or_else(start);
    let to = if back { from + 1 } else { from.saturating_sub(1) };
    let fitting = line.history.iter().rev().filter(|kept| kept.starts_with(&stem));
    let met = to.checked_sub(1).map(|n| fitting.clone().nth(n));
    let (text, stays) = match met {
        None => (Some(stem.clone()), to),
        Some(found) => (found.cloned(), to.min(fitting.count())),
    };
    if let Some(text) = text {
        prompt.set(&text);
    }
    (line.fault, line.completing) = (None, None);
    line.walk = Some(Walk { stem, back: stays });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_history_holds_each_line_once_and_is_bounded() {
        let mut line = CommandLine::default();
        for n in 0..150 {
            line.keep(&format!("down {n}"));
        }
        assert_eq!(line.history.len(), MOST_KEPT);
        assert_eq!(line.history.first().map(String::as_str), Some("down 50"));
        assert_eq!(line.keep("  "), None);
        let kept = line.keep(" down 60 ");
        assert_eq!(line.history.len(), MOST_KEPT);
        assert_eq!(line.history.last().map(String::as_str), Some("down 60"));
        assert_eq!(kept, Some(Effect::Remember(KEPT, line.history.join("\n"))));
    }
}
