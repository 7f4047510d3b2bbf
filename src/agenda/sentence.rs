//! Sentences as words, and what they say besides the date.

use crate::text::fold::fold;

/// Parts of words for something that takes place, folded.
const TAKES_PLACE: &[&str] = &[
    "fest",
    "konzert",
    "markt",
    "lesung",
    "fuhrung",
    "premiere",
    "versammlung",
    "sitzung",
    "gottesdienst",
    "treffen",
    "ausstellung",
    "turnier",
    "umzug",
    "workshop",
    "vortrag",
    "beginnt",
    "beginnen",
    "eroffn",
    "statt",
    "ladt",
    "startet",
    "gesperrt",
    "sperrung",
    "offnet",
    "auffuhrung",
    "flohmarkt",
    "concert",
    "market",
    "festival",
    "meeting",
    "opens",
    "opening",
    "starts",
    "begins",
    "takes",
    "lecture",
    "exhibition",
    "closed",
];
/// Parts of words that take it back.
const TAKES_BACK: &[&str] = &["abgesagt", "verschoben", "entfall", "fallt", "cancel", "postpone"];
/// Words before a date that make it an end or a beginning in the past.
const TERMS: &[&str] =
    &["bis", "seit", "until", "by", "since", "before", "vor", "through", "geboren", "born"];

/// A word: as written, without the brackets and quotes around it, and folded without stops.
#[derive(Debug, Clone)]
pub(super) struct Word<'a> {
    pub(super) written: &'a str,
    pub(super) folded: String,
}

/// The sentences of a line, as words.
pub(super) fn sentences(line: &str) -> Vec<Vec<Word<'_>>> {
    let mut all = vec![Vec::new()];
    for written in line.split_whitespace() {
        let bare = written.trim_matches(['(', ')', '„', '“', '”', '"', '»', '«', '[', ']']);
        let folded = fold(bare.trim_matches([',', '.', ';', ':', '!', '?']));
        let ends = bare.ends_with(['!', '?']) || (bare.ends_with('.') && is_long(&folded));
        if let Some(last) = all.last_mut() {
            last.push(Word { written: bare, folded });
        }
        if ends {
            all.push(Vec::new());
        }
    }
    all
}

/// A word with a full stop that is no number and no abbreviation.
fn is_long(folded: &str) -> bool {
    folded == "uhr" || (folded.len() > 4 && folded.chars().all(char::is_alphabetic))
}

/// Whether something takes place.
pub(super) fn takes_place(sentence: &[Word<'_>]) -> bool {
    has(sentence, TAKES_PLACE)
}

/// Whether it does not, or at another time.
pub(super) fn takes_back(sentence: &[Word<'_>]) -> bool {
    has(sentence, TAKES_BACK)
}

fn has(sentence: &[Word<'_>], parts: &[&str]) -> bool {
    sentence.iter().any(|word| parts.iter().any(|part| word.folded.contains(part)))
}

/// Whether the date at a word is an end ("bis zum Samstag, 3. Dezember").
pub(super) fn is_term(sentence: &[Word<'_>], at: usize) -> bool {
    sentence[at.saturating_sub(3)..at].iter().any(|word| TERMS.contains(&word.folded.as_str()))
}
