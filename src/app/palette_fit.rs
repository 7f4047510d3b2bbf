//! How well something of the palette fits what is typed: its name counts for more than what is said about it.

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32String};

/// A name that begins with what was typed stands before every other; the very name stands before those.
const BEGINS: u32 = 1_000;
const IS: u32 = 2_000;
/// How much more a name counts than a description.
const NAME: u32 = 4;
/// How much more words that stand in a description count than letters scattered over it.
const WORDS: u32 = 2;

/// What something is called, and what is said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Words {
    name: Utf32String,
    /// None where the name says it all.
    about: Option<Utf32String>,
}

/// The letters that fit, from 0.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Letters {
    /// Of the name.
    pub name: Vec<u32>,
    /// Of the text.
    pub text: Vec<u32>,
}

impl Words {
    /// Of something whose text is its name.
    pub(super) fn named(name: &str) -> Self {
        Self { name: name.into(), about: None }
    }

    /// Of something with a name and a text about it.
    pub(super) fn described(name: &str, about: &str) -> Self {
        Self { name: name.into(), about: Some(about.into()) }
    }
}

/// What is typed, ready to be looked for.
pub(super) struct Looking {
    typed: String,
    letters: Pattern,
    words: Pattern,
    matcher: Matcher,
}

impl Looking {
    pub(super) fn new(typed: &str) -> Self {
        let pattern = |kind| Pattern::new(typed, CaseMatching::Smart, Normalization::Smart, kind);
        Self {
            typed: typed.trim().to_lowercase(),
            letters: pattern(AtomKind::Fuzzy),
            words: pattern(AtomKind::Substring),
            matcher: Matcher::new(Config::DEFAULT),
        }
    }

    /// How well it fits; none when it does not.
    pub(super) fn score(&mut self, item: &Words) -> Option<u32> {
        let name = self.letters.score(item.name.slice(..), &mut self.matcher);
        let name = name.map(|score| score * NAME + self.head_start(item));
        let about = item.about.as_ref().and_then(|about| {
            let words = self.words.score(about.slice(..), &mut self.matcher);
            let words = words.map(|score| score * WORDS);
            words.or_else(|| self.letters.score(about.slice(..), &mut self.matcher))
        });
        name.max(about)
    }

    /// What a name that begins with, or is, what was typed has before others.
    fn head_start(&self, item: &Words) -> u32 {
        let name = item.name.to_string().to_lowercase();
        match name.trim_start_matches(':').strip_prefix(self.typed.trim_start_matches(':')) {
            Some("") => IS,
            Some(_) if !self.typed.is_empty() => BEGINS,
            _ => 0,
        }
    }

    /// The letters for which it was found.
    pub(super) fn letters(&mut self, item: &Words) -> Letters {
        let mut name = Vec::new();
        if self.letters.indices(item.name.slice(..), &mut self.matcher, &mut name).is_none() {
            name.clear();
        }
        sort(&mut name);
        let Some(about) = &item.about else { return Letters { text: name, name: Vec::new() } };
        let mut text = Vec::new();
        let found = self.words.indices(about.slice(..), &mut self.matcher, &mut text);
        // Letters scattered over a description say nothing where the name fits.
        if found.is_none() && name.is_empty() {
            text.clear();
            let _ = self.letters.indices(about.slice(..), &mut self.matcher, &mut text);
        }
        sort(&mut text);
        Letters { name, text }
    }
}

fn sort(letters: &mut Vec<u32>) {
    letters.sort_unstable();
    letters.dedup();
}
