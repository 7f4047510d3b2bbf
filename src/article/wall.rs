//! Paywalls and consent walls: whether the publisher lets everybody read the article, and whether what the page shows is
//! the article at all. Nothing is circumvented: a locked article is its visible beginning.

use std::cell::LazyCell;

use super::draft::Draft;
use super::meta::Meta;
use super::tree::Tree;
use crate::domain::Access;

/// A page with less text than this, in letters, may be nothing but a wall.
const MIN_ARTICLE: usize = 600;

/// A longer text is no consent wall, in letters.
const MAX_WALL: usize = 3000;

/// Fewer small words than this among so many words, in percent, are no running text of the language.
const SMALL_WORDS: usize = 8;
const MIN_WORDS: usize = 120;
/// More words than this with a capital inside, in percent, are no running text either.
const INNER_CAPITALS: usize = 8;
const GERMAN: &[&str] = &[
    "der", "die", "das", "und", "in", "den", "von", "zu", "mit", "sich", "des", "auf", "für",
    "ist", "im", "dem", "nicht", "ein", "eine", "als", "auch", "es", "an", "werden", "aus", "er",
    "hat", "dass", "sie", "nach", "wird", "bei", "einer", "um", "am", "sind", "noch", "wie",
    "einem", "über",
];
const ENGLISH: &[&str] = &[
    "the", "of", "and", "to", "a", "in", "is", "that", "for", "it", "as", "was", "with", "be",
    "by", "on", "not", "he", "his", "but", "at", "are", "this", "have", "had", "from", "they",
    "which", "or", "has", "we", "you", "i",
];

/// The reason of a page that is nothing but a question about consent.
pub(super) const CONSENT_WALL: &str = "consent-wall";

/// Words of consent walls, lower case.
const CONSENT: &[&str] = &[
    "mit werbung weiterlesen",
    "werbefrei weiterlesen",
    "mit werbung und cookies",
    "pur-abo",
    "weiter mit werbung",
    "zustimmung zu cookies",
    "cookies zustimmen",
    "we value your privacy",
    "accept all cookies",
    "alle akzeptieren",
    "consent to cookies",
    "einwilligung in die verarbeitung",
    "verify you are human",
    "checking your browser",
    "enable javascript and cookies",
    "access denied",
    "are you a robot",
];
/// What long consent texts speak of, lower case, and how much of it one does at least.
const CONSENT_SUBJECTS: &[&str] = &[
    "partner",
    "cookies",
    "tracking",
    "personenbezogene",
    "datenschutz",
    "einwilligung",
    "widerruf",
    "werbefrei",
    "personal data",
    "privacy",
    "consent",
    "legitimate interest",
];
const MIN_SUBJECTS: usize = 4;
/// Words of paywalls, lower case.
const PAYWALL: &[&str] = &[
    "mit abo weiterlesen",
    "jetzt weiterlesen mit",
    "dieser artikel ist exklusiv für",
    "nur für abonnenten",
    "jetzt testen und weiterlesen",
    "um diesen artikel zu lesen",
    "weiterlesen mit ",
    "diesen artikel lesen sie mit",
    "subscribe to continue",
    "subscribe to read",
    "to continue reading",
    "this article is for subscribers",
    "already a subscriber",
    "sie haben bereits ein abo",
];

/// What the page says about reading it.
pub(super) struct Wall {
    pub(super) access: Access,
    pub(super) reason: &'static str,
    /// The text is a wall's, not the article's.
    pub(super) hides_text: bool,
}

/// Looks for walls.
pub(super) fn look(tree: &Tree, meta: &Meta, draft: &Draft) -> Wall {
    let letters: usize = draft.pieces.iter().map(|piece| piece.letters).sum();
    let is_stated = meta.described.free == Some(false) || meta.tier.eq_ignore_ascii_case("locked");
    let page = LazyCell::new(|| tree.text(0).to_lowercase());
    let is_walled = || is_stated || (has_inner_capitals(draft) && holds(&page, PAYWALL));
    if is_scrambled(draft) && is_walled() {
        return Wall { access: Access::Locked, reason: "scrambled", hides_text: true };
    }
    let is_short = letters < MIN_ARTICLE;
    let words =
        || draft.pieces.iter().map(|piece| piece.text.to_lowercase() + "\n").collect::<String>();
    if letters < MAX_WALL && is_consent(&words(), is_short) {
        return Wall { access: Access::Unknown, reason: CONSENT_WALL, hides_text: true };
    }
    let stated = match meta.described.free {
        Some(false) => Some((Access::Locked, "json-ld")),
        Some(true) => Some((Access::Free, "json-ld")),
        None => None,
    };
    let tier = match meta.tier.to_ascii_lowercase().as_str() {
        "locked" => Some((Access::Locked, "content-tier")),
        "metered" => Some((Access::Metered, "content-tier")),
        "free" => Some((Access::Free, "content-tier")),
        _ => None,
    };
    let by_words = || {
        let may_be = is_short || stated.is_some();
        (may_be && holds(&page, PAYWALL)).then_some((Access::Locked, "paywall"))
    };
    let (access, reason) = tier.or(stated).or_else(by_words).unwrap_or((Access::Unknown, ""));
    Wall { access, reason, hides_text: false }
}

/// Whether a text asks for consent: by one wording when it is short, else with much of what such texts speak of.
fn is_consent(words: &str, is_short: bool) -> bool {
    let n_subjects = CONSENT_SUBJECTS.iter().filter(|subject| words.contains(**subject)).count();
    holds(words, CONSENT) && (is_short || n_subjects >= MIN_SUBJECTS)
}

/// Whether the letters inside the words are mixed, as some publishers do behind a paywall: then hardly any of the small
/// words of the language is left.
fn is_scrambled(draft: &Draft) -> bool {
    if !matches!(draft.article.language.get(..2), Some("de" | "en")) {
        return false;
    }
    let (mut n, mut hits) = (0usize, 0usize);
    for piece in draft.pieces.iter().filter(|piece| piece.is_paragraph()) {
        for word in piece.text.split(' ') {
            let word = word.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
            n += usize::from(!word.is_empty());
            hits += usize::from(GERMAN.contains(&&*word) || ENGLISH.contains(&&*word));
        }
    }
    n >= MIN_WORDS && hits * 100 < n * SMALL_WORDS
}

/// Whether capitals stand inside the words, where only mixing the letters brings them.
fn has_inner_capitals(draft: &Draft) -> bool {
    let (mut n, mut odd) = (0usize, 0usize);
    for word in draft.pieces.iter().flat_map(|piece| piece.text.split(' ')) {
        let is_odd = word.chars().any(char::is_lowercase)
            && word.chars().skip_while(|c| !c.is_alphabetic()).skip(1).any(char::is_uppercase);
        n += 1;
        odd += usize::from(is_odd);
    }
    odd * 100 >= n * INNER_CAPITALS
}

fn holds(text: &str, words: &[&str]) -> bool {
    words.iter().any(|words| text.contains(words))
}
