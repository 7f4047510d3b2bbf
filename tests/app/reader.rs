//! The reader of these tests, and numbers on its screen.

use crate::stage::{Shown, Stage};

pub(crate) fn reader(keys: &str) -> Shown {
    Stage::new(120, 36).press(keys)
}

/// The number before a word on the screen.
#[track_caller]
pub(crate) fn number_before(shown: &Shown, word: &str) -> u64 {
    let text = shown.text();
    let before = text.split(word).next().unwrap_or_default().trim_end();
    let digits = before.rsplit(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    digits.parse().unwrap_or_else(|_| panic!("no number before \"{word}\":\n{text}"))
}

pub(crate) fn unread(shown: &Shown) -> u64 {
    number_before(shown, " ungelesen")
}
