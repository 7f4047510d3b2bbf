//! What has been pressed of a chord: a count and the keys before the one that decides. The app holds it; nothing in it
//! ever times out.

use super::key::{Code, Key};
use super::keymap::{Keymap, Resolved, Step};
use super::notation::Sequence;
use crate::action::Action;

/// Counts are cut off here: no list is longer.
const MAX_COUNT: u32 = 99_999_999;

/// A chord under way; empty when nothing is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chord {
    count: Option<u32>,
    pending: Vec<Key>,
}

/// What a press did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pressed {
    /// It ended a chord: this action, with this count.
    Action(Action, Option<u32>),
    /// It ended a chord: these actions, as often as the count says.
    Macro(Vec<Step>, Option<u32>),
    /// The chord goes on.
    Pending,
    /// Esc dropped the chord.
    Dropped,
    /// These keys mean nothing.
    Unknown(Sequence),
}

impl Chord {
    /// Takes the next key.
    pub fn press(&mut self, keymap: &Keymap, key: Key) -> Pressed {
        if self.pending.is_empty()
            && let Some(digit) = key.typed().and_then(|c| c.to_digit(10))
            && (digit != 0 || self.count.is_some())
            && keymap.has_counts()
        {
            let count = self.count.unwrap_or(0).saturating_mul(10).saturating_add(digit);
            self.count = Some(count.min(MAX_COUNT));
            return Pressed::Pending;
        }
        if key == Key::plain(Code::Esc) && !self.is_empty() {
            *self = Self::default();
            return Pressed::Dropped;
        }
        match keymap.resolve(&self.pending, key) {
            Resolved::Action(action) => {
                let count = self.count;
                *self = Self::default();
                Pressed::Action(action, count)
            }
            Resolved::Macro(steps) => {
                let count = self.count;
                *self = Self::default();
                Pressed::Macro(steps, count)
            }
            Resolved::Pending(_) => {
                self.pending.push(key);
                Pressed::Pending
            }
            Resolved::Nothing => {
                let mut keys = std::mem::take(self).pending;
                keys.push(key);
                Sequence::new(keys).map_or(Pressed::Dropped, Pressed::Unknown)
            }
        }
    }

    /// The count typed so far.
    pub fn count(&self) -> Option<u32> {
        self.count
    }

    /// The keys pressed so far, without the count.
    pub fn pending(&self) -> &[Key] {
        &self.pending
    }

    /// Whether nothing is under way.
    pub fn is_empty(&self) -> bool {
        self.count.is_none() && self.pending.is_empty()
    }

    /// What has been typed, for the status line: `12g`.
    pub fn shown(&self) -> String {
        let count = self.count.map(|n| n.to_string()).unwrap_or_default();
        let keys = Sequence::new(self.pending.clone()).map(|s| s.to_string()).unwrap_or_default();
        count + &keys
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Presses the keys and returns what the last one did, and what is shown after it.
    fn press(text: &str) -> (Pressed, String) {
        let keymap = Keymap::default();
        let mut chord = Chord::default();
        let sequence: Sequence = text.parse().expect(text);
        let pressed = sequence.keys().iter().map(|key| chord.press(&keymap, *key)).last();
        (pressed.expect("never empty"), chord.shown())
    }

    #[test]
    fn counts_lead() {
        let action = |action, count| (Pressed::Action(action, count), String::new());
        assert_eq!(press("5j"), action(Action::Down, Some(5)));
        assert_eq!(press("12G"), action(Action::Bottom, Some(12)));
        assert_eq!(press("3o"), action(Action::Browser, Some(3)));
        assert_eq!(press("10 gg"), action(Action::Top, Some(10)));
        assert_eq!(press("j"), action(Action::Down, None));
    }

    #[test]
    fn a_zero_alone_is_no_count() {
        assert_eq!(press("0"), (Pressed::Unknown("0".parse().expect("a key")), String::new()));
        assert_eq!(press("10"), (Pressed::Pending, "10".to_owned()));
    }

    #[test]
    fn a_chord_is_shown_dropped_and_forgotten() {
        assert_eq!(press("12g"), (Pressed::Pending, "12g".to_owned()));
        assert_eq!(press("12g Esc"), (Pressed::Dropped, String::new()));
        assert_eq!(press("g1"), (Pressed::Unknown("g1".parse().expect("keys")), String::new()));
        assert_eq!(press("gj j").0, Pressed::Action(Action::Down, None));
        assert_eq!(press("Esc").0, Pressed::Action(Action::Cancel, None));
    }

    #[test]
    fn bound_digits_are_no_counts() {
        let keymap = Keymap::preset(crate::keys::Preset::Newsboat);
        let pressed = Chord::default().press(&keymap, Key::plain(Code::Char('0')));
        let tenth = Step { action: Action::Browser, count: Some(10) };
        assert_eq!(pressed, Pressed::Macro(vec![tenth], None));
    }

    #[test]
    fn a_count_has_an_end() {
        assert_eq!(
            press("9 9 9 9 9 9 9 9 9 9 9 9 j").0,
            Pressed::Action(Action::Down, Some(MAX_COUNT))
        );
    }
}
