//! A text reduced to what is compared: stems, runs of words, figures.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::stop;
use crate::domain::Timestamp;
use crate::text::fold::fold_words;

/// Words after the headline that count as the lead.
const LEAD: usize = 70;
/// Words of a text that are looked at.
const LOOKED_AT: usize = 500;
/// Words of a run.
const RUN: usize = 5;
/// Words that a search for other tellings goes by, at most.
const KEYWORDS: usize = 20;

/// A stem, by its hash.
pub(super) type Stem = u64;

/// A text reduced to what is compared.
#[derive(Debug, Clone)]
pub struct Telling {
    pub(super) published: Timestamp,
    pub(super) title: HashSet<Stem>,
    pub(super) lead: HashSet<Stem>,
    pub(super) all: HashSet<Stem>,
    pub(super) runs: HashSet<u64>,
    pub(super) figures: HashSet<Stem>,
    /// Letters of the text.
    pub(super) length: usize,
}

impl Telling {
    /// Reduces a headline and a plain text.
    pub fn new(title: &str, text: &str, published: Timestamp) -> Self {
        let (folded_title, text) = (fold_words(title), fold_words(start(text)));
        let words: Vec<&str> = text.split(' ').filter(|w| !w.is_empty()).take(LOOKED_AT).collect();
        let title: HashSet<Stem> = stems(folded_title.split(' ')).collect();
        let mut lead = title.clone();
        lead.extend(stems(words.iter().take(LEAD).copied()));
        let mut all = lead.clone();
        all.extend(stems(words.iter().copied()));
        let figures = folded_title
            .split(' ')
            .chain(words.iter().copied())
            .filter(|word| word.bytes().any(|b| b.is_ascii_digit()) || is_day(word))
            .map(hash)
            .collect();
        let runs = words.windows(RUN).map(hash).collect();
        Self { published, title, lead, all, runs, figures, length: text.len() }
    }

    /// The stems of the lead, for counting how rare they are.
    pub(super) fn stems(&self) -> impl Iterator<Item = Stem> + '_ {
        self.all.iter().copied()
    }
}

/// The folded words of a headline and the beginning of a text by which other tellings of the same can be searched,
/// each once.
pub fn keywords(title: &str, text: &str) -> Vec<String> {
    let folded = [fold_words(title), fold_words(start(text))];
    let mut found: Vec<String> = Vec::new();
    let words = folded[0].split(' ').chain(folded[1].split(' ').take(LEAD));
    for word in words.filter(|word| !stop::is_empty(word) && word.len() > 3) {
        if found.len() >= 2 * KEYWORDS {
            break;
        }
        if !found.iter().any(|known| known == word) {
            found.push(word.to_owned());
        }
    }
    found
}

/// The hash of a folded word's stem, as [`Rarity`](super::Rarity) knows it.
pub(super) fn stem_of(word: &str) -> Stem {
    hash(stem(word))
}

/// No more of a text than its looked-at words can take.
fn start(text: &str) -> &str {
    let end = text.char_indices().nth(LOOKED_AT * 16).map_or(text.len(), |(at, _)| at);
    &text[..end]
}

fn stems<'a>(words: impl Iterator<Item = &'a str>) -> impl Iterator<Item = Stem> {
    words.filter(|word| !stop::is_empty(word)).map(stem_of)
}

/// A folded word without the ending that German and English bend it with; at least four letters stay.
fn stem(word: &str) -> &str {
    const ENDINGS: &[&str] = &["ern", "en", "er", "es", "em", "e", "n", "s"];
    let stays = |rest: &&str| rest.len() >= 4;
    ENDINGS.iter().find_map(|ending| word.strip_suffix(ending).filter(stays)).unwrap_or(word)
}

/// A day of the week, folded.
fn is_day(word: &str) -> bool {
    const DAYS: &[&str] = &[
        "montag",
        "dienstag",
        "mittwoch",
        "donnerstag",
        "freitag",
        "samstag",
        "sonnabend",
        "sonntag",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    DAYS.contains(&word)
}

fn hash<T: Hash + ?Sized>(value: &T) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}
