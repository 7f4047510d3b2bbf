//! The word lists: ordinary words that are names of towns, and given names. Each is read when its language first comes up.
//!
//! `assets/place/words_*.txt` are written by hand, from what one knows of a language; `BLESS=1 cargo test --test places`
//! drops what is no name in the gazetteer and puts them in order.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::gazetteer::key_into;

/// A language whose rules are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Language {
    German,
    English,
    French,
    Italian,
    Spanish,
    Dutch,
    Polish,
}

type Words = LazyLock<HashSet<String>>;

macro_rules! words {
    ($name:ident, $file:literal) => {
        static $name: Words =
            LazyLock::new(|| read(include_str!(concat!("../../assets/place/", $file))));
    };
}

words!(GERMAN, "words_de.txt");
words!(GERMAN_ER, "words_de_er.txt");
words!(ENGLISH, "words_en.txt");
words!(FRENCH, "words_fr.txt");
words!(ITALIAN, "words_it.txt");
words!(SPANISH, "words_es.txt");
words!(DUTCH, "words_nl.txt");
words!(POLISH, "words_pl.txt");
words!(GIVEN_NAMES, "given_names.txt");

fn read(list: &str) -> HashSet<String> {
    list.split_whitespace()
        .map(|word| {
            let mut key = String::new();
            key_into(word, &mut key);
            key
        })
        .collect()
}

impl Language {
    /// The language of a tag (BCP 47), or of a country when the tag tells nothing.
    pub(super) fn of(tag: &str, country: &str) -> Option<Self> {
        let tag = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        let by_tag = match tag.as_str() {
            "de" => Some(Self::German),
            "en" => Some(Self::English),
            "fr" => Some(Self::French),
            "it" => Some(Self::Italian),
            "es" | "ca" => Some(Self::Spanish),
            "nl" => Some(Self::Dutch),
            "pl" => Some(Self::Polish),
            _ => None,
        };
        by_tag.or(match country {
            "DE" | "AT" | "CH" | "LI" => Some(Self::German),
            "GB" | "IE" | "US" | "CA" | "AU" | "NZ" => Some(Self::English),
            "FR" => Some(Self::French),
            "IT" => Some(Self::Italian),
            "ES" => Some(Self::Spanish),
            "NL" | "BE" => Some(Self::Dutch),
            "PL" => Some(Self::Polish),
            _ => None,
        })
    }

    /// The countries whose towns a paper in this language may mean without saying so.
    pub(super) fn countries(self) -> &'static [&'static str] {
        match self {
            Self::German => &["DE", "AT", "CH", "LI", "LU"],
            Self::English => &["GB", "IE", "US", "CA", "AU", "NZ"],
            Self::French => &["FR", "BE", "CH", "LU"],
            Self::Italian => &["IT", "CH"],
            Self::Spanish => &["ES"],
            Self::Dutch => &["NL", "BE"],
            Self::Polish => &["PL"],
        }
    }

    /// Whether the name (in look-up form) is an ordinary word too, so that it needs a cue.
    pub(super) fn is_word(self, key: &str) -> bool {
        let words = match self {
            Self::German => &GERMAN,
            Self::English => &ENGLISH,
            Self::French => &FRENCH,
            Self::Italian => &ITALIAN,
            Self::Spanish => &SPANISH,
            Self::Dutch => &DUTCH,
            Self::Polish => &POLISH,
        };
        words.contains(key)
    }
}

/// Whether a German word in -er (in look-up form) is a noun and no adjective of a town: "Lehrer", not of Lehre.
pub(super) fn is_er_noun(key: &str) -> bool {
    GERMAN_ER.contains(key)
}

/// Whether the word (in look-up form) is a given name.
pub(super) fn is_given_name(key: &str) -> bool {
    GIVEN_NAMES.contains(key)
}
