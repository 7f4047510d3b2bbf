//! Is the terminal dark or light? Asked by OSC 11 (xterm's control sequences, "Change VT100 text background color").
//!
//! Nobody waits for the answer: it comes among the keys, whenever it comes, and is taken out of them.

use std::io::{Write, stdout};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::theme::Ground;

/// "What is your background?"; ended by BEL, because rxvt-unicode ends its answer as the question ended.
const QUESTION: &[u8] = b"\x1b]11;?\x07";
/// What an answer begins with.
const PREFIX: &str = "11;";
/// No answer is longer (`11;rgba:ffff/ffff/ffff/ffff`).
const LONGEST: usize = 40;

/// Asks the terminal for its background, and returns what waits for the answer. A terminal that does not know the
/// question ignores it; those that would show it (the Linux console, dumb ones) are not asked.
pub(super) fn ask() -> Answer {
    let mut out = stdout();
    let asked = !super::is_plain() && out.write_all(QUESTION).and_then(|()| out.flush()).is_ok();
    Answer { awaited: asked, ..Answer::default() }
}

/// What a key turns out to be.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Heard {
    /// Keys that were typed.
    Keys(Vec<KeyEvent>),
    /// A part of the answer, perhaps.
    Part,
    /// The end of the answer.
    Background(Ground),
}

/// Takes the answer out of the keys: it comes as `Alt-]`, `1`, `1`, `;`, `r`, `g`, `b` … up to BEL (`Ctrl-g`) or ST
/// (`Alt-\`). Keys that only began like it are given back.
#[derive(Debug, Default)]
pub(super) struct Answer {
    awaited: bool,
    held: Vec<KeyEvent>,
    text: String,
}

impl Answer {
    /// Takes a key.
    pub(super) fn hear(&mut self, key: KeyEvent) -> Heard {
        let alt = key.modifiers.contains(KeyModifiers::ALT);
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
        let begins = self.held.is_empty();
        self.held.push(key);
        match key.code {
            KeyCode::Char(']') if begins && alt && self.awaited => Heard::Part,
            KeyCode::Char(c) if !begins && !alt && !ctrl && self.goes_on(c) => Heard::Part,
            KeyCode::Char('g') if ctrl => self.end(),
            KeyCode::Char('\\') if alt => self.end(),
            _ => self.give_back(),
        }
    }

    fn goes_on(&mut self, c: char) -> bool {
        self.text.push(c);
        let begins_well = PREFIX.starts_with(&self.text) || self.text.starts_with(PREFIX);
        begins_well
            && self.text.len() <= LONGEST
            && (c.is_ascii_alphanumeric() || ";:/#".contains(c))
    }

    fn end(&mut self) -> Heard {
        let colour = self.text.strip_prefix(PREFIX).map(str::as_bytes);
        let Some(colour) = colour.and_then(|colour| xterm_color::Color::parse(colour).ok()) else {
            return self.give_back();
        };
        *self = Self::default();
        let is_light = colour.perceived_lightness() > 0.5;
        Heard::Background(if is_light { Ground::Light } else { Ground::Dark })
    }

    fn give_back(&mut self) -> Heard {
        self.text.clear();
        Heard::Keys(std::mem::take(&mut self.held))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(c: char, modifiers: KeyModifiers) -> KeyEvent {
        KeyEvent::new(KeyCode::Char(c), modifiers)
    }

    /// Hears `Alt-]`, the text, and the end, and returns what was heard last; all before must be parts.
    fn heard(text: &str, end: KeyEvent) -> Heard {
        let mut answer = Answer { awaited: true, ..Answer::default() };
        assert_eq!(answer.hear(key(']', KeyModifiers::ALT)), Heard::Part);
        for c in text.chars() {
            assert_eq!(answer.hear(key(c, KeyModifiers::NONE)), Heard::Part, "{c} of {text}");
        }
        answer.hear(end)
    }

    #[test]
    fn an_answer_is_no_typing() {
        let bell = key('g', KeyModifiers::CONTROL);
        let terminator = key('\\', KeyModifiers::ALT);
        for (text, end, ground) in [
            ("11;rgb:ffff/ffff/ffff", bell, Ground::Light),
            ("11;rgb:0000/0000/0000", terminator, Ground::Dark),
            ("11;rgba:fd/f6/e3/ff", terminator, Ground::Light),
            ("11;#002b36", bell, Ground::Dark),
        ] {
            assert_eq!(heard(text, end), Heard::Background(ground), "{text}");
        }
    }

    #[test]
    fn keys_that_only_look_like_an_answer_are_given_back() {
        let typed = key('j', KeyModifiers::NONE);
        assert_eq!(
            heard("1", typed),
            Heard::Keys(vec![key(']', KeyModifiers::ALT), key('1', KeyModifiers::NONE), typed])
        );
        let bell = key('g', KeyModifiers::CONTROL);
        assert!(matches!(heard("11;rgb:x", bell), Heard::Keys(keys) if keys.len() == 10));
    }

    #[test]
    fn without_a_question_there_is_no_answer() {
        let mut answer = Answer::default();
        for key in [key(']', KeyModifiers::ALT), key('g', KeyModifiers::CONTROL)] {
            assert_eq!(answer.hear(key), Heard::Keys(vec![key]));
        }
    }
}
