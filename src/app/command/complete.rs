//! What the word before the cursor may become.

use super::{Takes, Verb, names, split};
use crate::app::settings::{SETTINGS, Setting, Values};
use crate::app::state::State;
use crate::app::{out, themes};
use crate::text::fold::fold;

/// Words that may stand at a place of the line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Offered {
    /// Where they begin, in letters from the start of the line.
    pub start: usize,
    /// The words.
    pub words: Vec<String>,
}

/// What may stand at the end of `head`, the line up to the cursor.
pub fn offered(state: &State, head: &str) -> Offered {
    let (_, name, argument) = split(head);
    let is_name = !head.ends_with(char::is_whitespace) && argument.text.is_empty();
    if is_name || name.text.is_empty() {
        let words = fitting(&name.text, names().map(str::to_owned));
        return Offered { start: name.at, words };
    }
    let (start, text) = (argument.at, argument.text.as_str());
    let takes = Verb::from_name(&name.text).map_or(Takes::Nothing, Verb::takes);
    let words = match takes {
        Takes::Setting => return setting(state, head, start, text),
        Takes::Theme => fitting(text, themes::choices(state).into_iter()),
        Takes::Place => fitting(text, places(state)),
        Takes::Topic => fitting(text, names().map(str::to_owned)),
        Takes::Part => fitting(text, out::PARTS.iter().map(|(name, _)| (*name).to_owned())),
        Takes::Program => fitting(text, state.prefs.shares.iter().cloned()),
        Takes::Nothing | Takes::Text => Vec::new(),
    };
    Offered { start, words }
}

/// Whether the line that ends with a whole word takes another one.
pub(in crate::app) fn goes_on(head: &str) -> bool {
    let (_, name, argument) = split(head);
    let takes = Verb::from_name(&name.text).map_or(Takes::Nothing, Verb::takes);
    match takes {
        Takes::Setting => !argument.text.contains(char::is_whitespace),
        Takes::Nothing => false,
        _ => argument.text.is_empty(),
    }
}

/// What the argument of a command is called, for a line that wants one: its message id.
pub fn wanted(head: &str) -> Option<String> {
    let (_, name, argument) = split(head);
    let verb = Verb::from_name(&name.text).filter(|_| argument.text.is_empty())?;
    argument_id(verb)
}

/// The message id of what a command takes.
pub fn argument_id(verb: Verb) -> Option<String> {
    let word = match verb.takes() {
        Takes::Nothing => return None,
        Takes::Setting => "setting",
        Takes::Theme => "theme",
        Takes::Place => "place",
        Takes::Topic => "topic",
        Takes::Part => "part",
        Takes::Program => "program",
        Takes::Text => verb.name(),
    };
    Some(format!("argument-{word}"))
}

/// Every feed by its title and every folder by its path, which ends with `/`.
pub(super) fn places(state: &State) -> impl Iterator<Item = String> {
    let folders = state.tree.folders().into_iter().map(|path| path + "/");
    folders.chain(state.tree.feeds.iter().map(|feed| feed.title.to_string()))
}

/// A key, or behind it a value.
fn setting(state: &State, head: &str, start: usize, text: &str) -> Offered {
    let (key, value) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let in_value = text.contains(char::is_whitespace)
        || (!text.is_empty() && head.ends_with(char::is_whitespace));
    if !in_value {
        let words = fitting(key, SETTINGS.iter().map(|setting| setting.name.to_owned()));
        return Offered { start, words };
    }
    let Some(setting) = Setting::from_name(key) else { return Offered::default() };
    let value = value.trim_start();
    let words = match setting.values {
        Values::Number(..) => vec![setting.value(&state.prefs)],
        _ => setting.words(state),
    };
    let start = head.chars().count() - value.chars().count();
    Offered { start, words: fitting(value, words.into_iter()) }
}

/// The words that begin with what was typed, then those that have it inside.
fn fitting(typed: &str, words: impl Iterator<Item = String>) -> Vec<String> {
    let typed = fold(typed);
    let (mut begin, mut inside) = (Vec::new(), Vec::new());
    for word in words {
        let folded = fold(&word);
        if folded.starts_with(&typed) {
            begin.push(word);
        } else if folded.contains(&typed) {
            inside.push(word);
        }
    }
    begin.append(&mut inside);
    begin
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_so_comes_before_what_has_it_inside() {
        let words = ["Rheinbote", "Krefeld am Rhein", "Bürgerblatt"].map(str::to_owned);
        assert_eq!(fitting("rhein", words.clone().into_iter()), ["Rheinbote", "Krefeld am Rhein"]);
        assert_eq!(fitting("burger", words.into_iter()), ["Bürgerblatt"]);
    }

    #[test]
    fn a_command_says_what_it_wants() {
        assert_eq!(wanted("goto").as_deref(), Some("argument-place"));
        assert_eq!(wanted("save ").as_deref(), Some("argument-save"));
        assert_eq!(wanted("save x"), None);
        assert_eq!(wanted("random"), None);
        for verb in Verb::ALL {
            for lang in crate::lang::Lang::ALL {
                assert!(argument_id(*verb).is_none_or(|id| lang.has(&id)), "{}", verb.name());
            }
        }
        assert!(goes_on("set") && goes_on("set theme") && !goes_on("set theme mono"));
        assert!(goes_on("theme") && !goes_on("theme mono") && !goes_on("quit"));
    }
}
