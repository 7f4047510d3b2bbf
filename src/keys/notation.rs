//! How keys are written: `j`, `gg`, `g*`, `Ctrl-d`, `Shift-Tab`, `Space`, `F1`; longer or mixed sequences with blanks
//! between (`g Space`).
//!
//! **Invariant:** `parse` reads back what `Display` prints (property test).

use std::fmt;
use std::str::FromStr;

use super::key::{Code, Key, Mods};

/// Characters that may be written together; more in one word is taken for a misspelt name.
const MAX_RUN: usize = 3;
/// The highest function key.
const MAX_F: u8 = 24;

const NAMES: &[(&str, Code)] = &[
    ("Space", Code::Char(' ')),
    ("Enter", Code::Enter),
    ("Esc", Code::Esc),
    ("Tab", Code::Tab),
    ("Backspace", Code::Backspace),
    ("Delete", Code::Delete),
    ("Insert", Code::Insert),
    ("Home", Code::Home),
    ("End", Code::End),
    ("PageUp", Code::PageUp),
    ("PageDown", Code::PageDown),
    ("Up", Code::Up),
    ("Down", Code::Down),
    ("Left", Code::Left),
    ("Right", Code::Right),
];

/// Keys pressed one after another; never empty.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Sequence(Vec<Key>);

/// Why a text is no key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotationError {
    /// Nothing is written.
    #[error("no key is written here")]
    Empty,
    /// A word that is no key.
    #[error("\"{0}\" is no key; write keys as j, gg, Ctrl-d, Shift-Tab, Space, F1")]
    Unknown(String),
    /// A key that terminals send as another one.
    #[error("terminals send {0} as {1}; choose another key")]
    Alias(String, String),
    /// Digits in front of a key are counts.
    #[error("\"{0}\" begins with a digit, and leading digits are counts; choose another key")]
    Digit(String),
}

impl Sequence {
    /// A sequence of keys; none of none.
    pub fn new(keys: Vec<Key>) -> Option<Self> {
        (!keys.is_empty()).then_some(Self(keys))
    }

    /// Its keys.
    pub fn keys(&self) -> &[Key] {
        &self.0
    }

    /// Reads a sequence that can be bound: no key that a terminal sends as another, no digit in front.
    pub fn bindable(text: &str) -> Result<Self, NotationError> {
        let sequence: Self = text.parse()?;
        for key in sequence.keys() {
            if let Some(other) = key.arrives_as() {
                return Err(NotationError::Alias(key.to_string(), other.to_string()));
            }
        }
        if sequence.0[0].typed().is_some_and(|c| c.is_ascii_digit()) {
            return Err(NotationError::Digit(text.to_owned()));
        }
        Ok(sequence)
    }

    /// Names and modifiers of keys, for hints on misspelt ones.
    pub fn names() -> impl Iterator<Item = &'static str> {
        NAMES.iter().map(|(name, _)| *name)
    }
}

impl FromStr for Sequence {
    type Err = NotationError;

    fn from_str(text: &str) -> Result<Self, NotationError> {
        let mut keys = Vec::new();
        for word in text.split_whitespace() {
            if let Some(key) = parse_key(word) {
                keys.push(key);
                continue;
            }
            // A hyphen inside a run would be a modifier misspelt ("C-d"), so it must stand alone.
            let run: Vec<char> = word.chars().collect();
            let number = word.strip_prefix('F').and_then(|n| n.parse::<u8>().ok());
            if run.len() > MAX_RUN || run.contains(&'-') || number.is_some() {
                return Err(NotationError::Unknown(word.to_owned()));
            }
            keys.extend(run.into_iter().map(|c| Key::plain(Code::Char(c))));
        }
        Self::new(keys).ok_or(NotationError::Empty)
    }
}

/// Reads one key with its modifiers, `None` when the word is something else.
fn parse_key(word: &str) -> Option<Key> {
    let mut mods = Mods::default();
    let mut rest = word;
    loop {
        let (held, after) = if let Some(after) = rest.strip_prefix("Ctrl-") {
            (&mut mods.ctrl, after)
        } else if let Some(after) = rest.strip_prefix("Alt-") {
            (&mut mods.alt, after)
        } else if let Some(after) = rest.strip_prefix("Shift-") {
            (&mut mods.shift, after)
        } else {
            break;
        };
        if after.is_empty() || *held {
            return None;
        }
        *held = true;
        rest = after;
    }
    let code = parse_code(rest)?;
    if mods.shift && matches!(code, Code::Char(_)) {
        return None; // Shift-a is written A
    }
    Some(Key::new(code, mods))
}

fn parse_code(word: &str) -> Option<Code> {
    let mut chars = word.chars();
    if let (Some(c), None) = (chars.next(), chars.next()) {
        return Some(Code::Char(c));
    }
    if let Some(n) = word.strip_prefix('F').and_then(|n| n.parse::<u8>().ok()) {
        return (1..=MAX_F).contains(&n).then_some(Code::F(n));
    }
    NAMES.iter().find(|(name, _)| *name == word).map(|(_, code)| *code)
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mods = self.mods();
        for (held, name) in [(mods.ctrl, "Ctrl-"), (mods.alt, "Alt-"), (mods.shift, "Shift-")] {
            if held {
                f.write_str(name)?;
            }
        }
        if let Some((name, _)) = NAMES.iter().find(|(_, code)| *code == self.code()) {
            return f.write_str(name);
        }
        match self.code() {
            Code::Char(c) => write!(f, "{c}"),
            Code::F(n) => write!(f, "F{n}"),
            other => write!(f, "{other:?}"),
        }
    }
}

impl fmt::Display for Sequence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words: Vec<String> = self.0.iter().map(Key::to_string).collect();
        let together = words.concat();
        if together.parse().is_ok_and(|read: Self| read == *self) {
            f.write_str(&together)
        } else {
            f.write_str(&words.join(" "))
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn notations_are_read_and_printed() {
        let same = [
            "j",
            "gg",
            "g*",
            "ZZ",
            "Ctrl-d",
            "Shift-Tab",
            "Space",
            "ä",
            "F1",
            "F12",
            "PageDown",
            "-",
            "Ctrl--",
            "Alt-Enter",
            "Ctrl-Alt-x",
            "g Space",
            "Ctrl-w h",
            "E n d",
            "g -",
            "zR",
            "/",
        ];
        for text in same {
            assert_eq!(text.parse::<Sequence>().expect(text).to_string(), text);
        }
        for (text, want) in [(" g  g ", "gg"), ("Ctrl-D", "Ctrl-d"), ("Alt-Ctrl-x", "Ctrl-Alt-x")] {
            assert_eq!(text.parse::<Sequence>().expect(text).to_string(), want);
        }
    }

    #[test]
    fn a_name_is_one_key_and_a_run_is_many() {
        let count = |text: &str| text.parse::<Sequence>().expect(text).keys().len();
        assert_eq!((count("Down"), count("gg"), count("E n d"), count("End")), (1, 2, 3, 1));
    }

    #[test]
    fn misspelt_keys_are_refused() {
        for text in
            ["", "  ", "enter", "C-d", "Ctrl-", "Ctrl-Ctrl-x", "Strg-d", "F0", "F99", "Shift-a"]
        {
            assert!(text.parse::<Sequence>().is_err(), "{text}");
        }
    }

    #[test]
    fn keys_that_cannot_fire_are_refused() {
        assert!(matches!(Sequence::bindable("Ctrl-i"), Err(NotationError::Alias(..))));
        assert!(matches!(Sequence::bindable("g Ctrl-["), Err(NotationError::Alias(..))));
        assert!(matches!(Sequence::bindable("3"), Err(NotationError::Digit(_))));
        assert!(Sequence::bindable("g3").is_ok());
    }

    fn any_key() -> impl Strategy<Value = Key> {
        let code = prop_oneof![
            any::<char>()
                .prop_filter("printable", |c| !c.is_control() && (*c == ' ' || !c.is_whitespace()))
                .prop_map(Code::Char),
            prop::sample::select(vec!['-', 'C', 'E', 'n', 'd', 'T', 'a', 'b', 'U', 'p', 'F', '1'])
                .prop_map(Code::Char),
            (1..=MAX_F).prop_map(Code::F),
            prop::sample::select(NAMES).prop_map(|(_, code)| code),
        ];
        (code, any::<bool>(), any::<bool>(), any::<bool>())
            .prop_map(|(code, ctrl, alt, shift)| Key::new(code, Mods { ctrl, alt, shift }))
    }

    proptest! {
        #[test]
        fn what_is_printed_is_read_back(keys in prop::collection::vec(any_key(), 1..5)) {
            let sequence = Sequence::new(keys).expect("one key at least");
            let text = sequence.to_string();
            prop_assert_eq!(text.parse::<Sequence>(), Ok(sequence), "{}", text);
        }

        #[test]
        fn any_text_is_read_without_a_panic(text in ".{0,20}") {
            let _ = text.parse::<Sequence>();
        }
    }
}
