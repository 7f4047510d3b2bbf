//! An entry with its plain text, to be compared with others; never shown.

use super::EntryRow;

/// How like two texts are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Alike {
    /// The same story in other words.
    Story,
    /// The same text, perhaps cut.
    Text,
}

/// An entry and what it tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Its line in the list.
    pub row: EntryRow,
    /// Its teaser and text, as plain as the feed's HTML became: hostile, not to be printed.
    pub text: String,
}

/// Entries that may tell the same as another one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Gathered {
    /// Entries of those days.
    pub texts: u32,
    /// In how many of them each word is that was searched for; words in very many count as in a bounded number.
    pub counts: Vec<u32>,
    /// Those that share the rarest words, the likeliest first.
    pub told: Vec<Told>,
}
