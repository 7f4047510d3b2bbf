//! The place that a text opens with: "Krefeld · ", "Krefeld (dpa/lnw) – ", "Willich/Tönisvorst. ".

use crate::article::draft::{Draft, Piece};
use crate::article::mark::Mark;
use crate::article::rules::evidence::{Evidence, words};
use crate::article::wording;
use crate::domain::{Block, Inline};
use crate::text::Clean;

/// The longest place, in letters, and in words.
const MAX_PLACE: usize = 45;
const MAX_WORDS: usize = 6;
/// Where a separator is looked for, in bytes.
const MAX_HEAD: usize = 120;
/// What follows must be text, in letters.
const MIN_REST: usize = 40;
/// How many blocks and paragraphs of text from the start may open with the place, and how many are read for its name.
const HEAD: usize = 6;
const PARAGRAPHS: usize = 3;
const FOLLOWING: usize = 8;
/// The fewest capitals that are no abbreviation.
const MIN_CAPITALS: usize = 4;
/// What stands between place and text.
const SEPARATORS: &[char] = &['-', '–', '—', '·', '.', '|', ':', '/'];
/// Small words inside the names of places.
const SMALL: &[&str] = &[
    "am", "an", "der", "auf", "bei", "im", "in", "ob", "a.", "d.", "i.", "b.", "und", "v.", "vor",
    "dem", "den", "de", "la",
];
/// One-word sentences that a text may open with.
const NO_PLACE: &[&str] = &[
    "ja",
    "nein",
    "doch",
    "danke",
    "stopp",
    "halt",
    "nun",
    "gut",
    "endlich",
    "schluss",
    "fertig",
    "achtung",
    "klar",
    "natürlich",
    "wirklich",
    "egal",
    "aber",
    "update",
    "hinweis",
    "kommentar",
    "analyse",
    "interview",
    "video",
    "anzeige",
    "exklusiv",
    "heute",
    "gestern",
    "morgen",
    "wetter",
    "sport",
    "fußball",
    "polizei",
    "feuerwehr",
    "no",
    "yes",
    "so",
    "well",
    "updated",
    "exclusive",
];

/// Splits the place off one of the first paragraphs.
pub(in crate::article) fn apply(draft: &mut Draft, mut evidence: Evidence) {
    for piece in draft.pieces.iter().filter(|piece| piece.is_paragraph()).take(FOLLOWING) {
        evidence.text.push_str(&words(&piece.text));
    }
    let (mut firsts, mut n_texts) = (Vec::new(), 0);
    for (at, piece) in draft.pieces.iter().enumerate().take(HEAD) {
        if piece.is_paragraph() && n_texts < PARAGRAPHS {
            firsts.push(at);
            n_texts += usize::from(piece.letters >= MIN_REST);
        }
    }
    for at in firsts {
        let piece = &draft.pieces[at];
        let raw = piece.raw();
        if let Some(place) = alone(piece, draft.pieces.get(at + 1), &evidence) {
            draft.article.dateline = Clean::line(&place);
            draft.account("dateline", &raw);
            draft.pieces.remove(at);
            return;
        }
        let found = named(piece, &raw).or_else(|| {
            split(&raw, |place, separator| {
                is_set_apart(piece, place)
                    || is_in_form(place)
                    || evidence.speaks_for(place)
                    || evidence.is_own_town(place, separator)
            })
        });
        if let Some((end, dateline)) = found {
            draft.article.dateline = Clean::line(&dateline);
            draft.account("dateline", &raw[..end]);
            draft.pieces[at].cut_start(end);
            return;
        }
    }
}

/// The place when it stands in a line of its own before the text.
fn alone(piece: &Piece, next: Option<&Piece>, evidence: &Evidence) -> Option<String> {
    let place = piece.text.trim_end_matches(['.', ':', ' ', '–', '-', '·', '|']);
    let is_marked = piece.mark == Some(Mark::Dateline);
    let ends = place.len() < piece.text.len();
    let is_sure = is_marked || (ends && evidence.speaks_for(place));
    let has_text = next.is_some_and(|next| next.is_paragraph() && next.letters >= MIN_REST);
    (is_sure && has_text && is_place(split_agency(place).0)).then(|| place.to_owned())
}

/// The place when its element is named so.
fn named(piece: &Piece, raw: &str) -> Option<(usize, String)> {
    if piece.mark != Some(Mark::Dateline) || piece.opening.is_empty() {
        return None;
    }
    let start = raw.len() - raw.trim_start().len();
    let rest = raw[start..].strip_prefix(piece.opening.as_str())?;
    let place = piece.opening.trim_end_matches(|c: char| !c.is_alphanumeric() && c != ')');
    let text = rest.trim_start_matches(|c: char| c.is_whitespace() || SEPARATORS.contains(&c));
    (is_place(split_agency(place).0) && is_text(text))
        .then(|| (raw.len() - text.len(), place.to_owned()))
}

/// Whether the words themselves say that they are a place: "MOERS", "Kreis Viersen".
fn is_in_form(place: &str) -> bool {
    let is_shouted = |word: &str| {
        word.chars().count() >= MIN_CAPITALS
            && word.chars().all(|c| c.is_uppercase() || c == '-' || c == '/')
    };
    let (first, rest) = place.split_once(' ').unwrap_or((place, ""));
    place.split(' ').all(is_shouted)
        || (matches!(first, "Kreis" | "Landkreis" | "Rhein-Kreis") && !rest.is_empty())
}

/// Whether the page sets the place in type of its own.
fn is_set_apart(piece: &Piece, place: &str) -> bool {
    let Block::Paragraph(inlines) = &piece.block else { return false };
    let is_styled = |first: &Inline| first.style.strong || first.style.emphasis;
    let is_own =
        |text: &str| text.trim_end_matches(|c: char| !c.is_alphanumeric() && c != ')') == place;
    is_own(&piece.opening)
        || inlines.first().is_some_and(|first| is_styled(first) && is_own(first.text.trim_start()))
}

/// Where the text behind the dateline begins, and the dateline. Weak separators need further evidence.
fn split(text: &str, is_sure: impl Fn(&str, &str) -> bool) -> Option<(usize, String)> {
    let head = &text[..wording::boundary(text, MAX_HEAD)];
    for (at, separator, is_strong) in separators(head) {
        let end = at + separator.len();
        let before = head[..at].trim_end();
        let (place, agency) = split_agency(before);
        if !is_place(place) || !is_text(&text[end..]) {
            continue;
        }
        if is_strong || agency.is_some() || is_sure(place, separator) {
            let rest = text[end..]
                .trim_start_matches(|c: char| c.is_whitespace() || SEPARATORS.contains(&c));
            return Some((text.len() - rest.len(), before.to_owned()));
        }
    }
    None
}

/// Places where a separator stands, with its strength.
fn separators(head: &str) -> Vec<(usize, &'static str, bool)> {
    let mut found = Vec::new();
    let marks = [
        (" · ", true),
        (" • ", true),
        (" | ", true),
        ("//", true),
        (" - ", false),
        (" – ", false),
        (" — ", false),
        (".\u{a0}", false),
        (". ", false),
        (": ", false),
        ("–", false),
    ];
    for (mark, is_strong) in marks {
        found.extend(head.match_indices(mark).take(2).map(|(at, _)| (at, mark, is_strong)));
    }
    found.sort_by_key(|(at, ..)| *at);
    found
}

/// "Krefeld (dpa/lnw)" → ("Krefeld", Some("dpa/lnw")).
pub(in crate::article) fn split_agency(text: &str) -> (&str, Option<&str>) {
    let inner = text.strip_suffix(')').and_then(|inner| inner.rsplit_once('('));
    match inner {
        Some((place, agency))
            if agency.chars().all(|c| c.is_alphabetic() || matches!(c, '/' | ',' | ' ' | '-')) =>
        {
            (place.trim_end(), Some(agency))
        }
        _ => (text, None),
    }
}

fn is_place(place: &str) -> bool {
    let n_words = place.split_whitespace().count();
    if place.chars().count() > MAX_PLACE || n_words == 0 || n_words > MAX_WORDS {
        return false;
    }
    if NO_PLACE.contains(&&*place.to_lowercase()) {
        return false;
    }
    place
        .split(|c: char| c.is_whitespace() || c == '/')
        .filter(|word| !word.is_empty())
        .enumerate()
        .all(|(i, word)| {
            let word = word.trim_matches([',', '(', ')']);
            let is_capital = word.chars().next().is_some_and(char::is_uppercase);
            let is_name =
                word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '.' | '\'' | '’'));
            is_name && (is_capital || (i > 0 && SMALL.contains(&word)))
        })
}

/// Whether running text follows: it opens like a sentence and is long enough for one.
fn is_text(rest: &str) -> bool {
    let rest = rest.trim_start();
    let opens = rest.chars().next().is_some_and(|c| {
        c.is_uppercase()
            || c.is_ascii_digit()
            || matches!(c, '„' | '"' | '“' | '»' | '«' | '(' | '–' | '-' | '…')
    });
    opens
        && rest.chars().filter(|c| c.is_alphabetic()).count() >= MIN_REST
        && (wording::ends_sentence(rest) || rest.len() > 120)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Die Stadt baut am Hafen eine neue Brücke für den Radverkehr.";

    #[test]
    fn datelines_are_split_off() {
        let cases = [
            ("Krefeld · ", false, "Krefeld"),
            ("Krefeld (dpa/lnw) - ", false, "Krefeld (dpa/lnw)"),
            ("Hannover (ots) – ", false, "Hannover (ots)"),
            ("Willich/Tönisvorst. ", true, "Willich/Tönisvorst"),
            ("UEDEM. ", true, "UEDEM"),
            ("Rheinberg-Orsoy – ", true, "Rheinberg-Orsoy"),
            ("Frankfurt am Main | ", false, "Frankfurt am Main"),
        ];
        for (dateline, is_sure, want) in cases {
            let text = format!("{dateline}{TEXT}");
            let (end, found) = split(&text, |_, _| is_sure).expect(dateline);
            assert_eq!((&text[end..], found.as_str()), (TEXT, want));
        }
    }

    #[test]
    fn some_places_are_known_by_their_form() {
        for place in
            ["MOERS", "DUISBURG-RHEINHAUSEN", "KREFELD/MOERS", "KAMP LINTFORT", "Kreis Viersen"]
        {
            assert!(is_in_form(place), "{place}");
        }
        for word in ["SPD", "Moers", "Kreis", "Stille", "Heute MOERS"] {
            assert!(!is_in_form(word), "{word}");
        }
    }

    #[test]
    fn what_is_no_dateline_stays() {
        for text in [
            "Köln - Bayern 2:1",
            "Köln – Bayern 2:1 (1:0). Tore: 1:0 Beispiel (12.), 1:1 Muster (40.), 2:1 Probe (88.)",
            "Krefeld. Das war alles.",
            "Nein. Die Stadt baut am Hafen keine neue Brücke für den Radverkehr.",
            "Der Rat – das ist bekannt – will die neue Brücke am Hafen schnell bauen.",
            "Die Sache ist klar: Die Stadt baut am Hafen eine neue Brücke für alle.",
        ] {
            assert_eq!(split(text, |_, _| false), None, "{text}");
        }
        assert_eq!(
            split(
                "Der Rat – das ist bekannt – will die neue Brücke am Hafen schnell bauen.",
                |_, _| true
            ),
            None
        );
    }

    proptest::proptest! {
        #[test]
        fn any_text_can_be_split(text in "([A-Zäa-z]{0,8}|[ ·.()–:/-]{0,3}|\u{a0}|é){0,40}") {
            let _ = split(&text, |_, _| true);
        }
    }
}
