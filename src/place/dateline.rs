//! What stands before the text and at the head of the title: datelines, agencies' marks, offices.

use crate::place::lexicon::Language;
use crate::place::mention::{Finder, Found};
use crate::place::{Cue, Field};

/// A dateline is no longer, in bytes.
const MAX_DATELINE: usize = 48;
/// What stands between a dateline and the text.
const DATELINE_ENDS: &[&str] = &[" – ", " - ", " — ", " · ", ". ", ": ", " | "];
/// Marks of news agencies.
const AGENCIES: &[&str] =
    &["dpa", "ap", "afp", "epd", "kna", "rtr", "reuters", "apa", "sda", "dapd", "ddp", "sid"];
/// Marks of the regional services of the dpa.
const REGIONAL_DESKS: &[&str] =
    &["lnw", "lby", "lsw", "lni", "lno", "lhe", "lrs", "lth", "lsa", "lbn", "mv"];
/// What the title of a police or fire report begins with.
const OFFICES: &[&str] =
    &["POL", "FW", "BPOL", "BPOLI", "LPI", "PI", "PD", "KPB", "API", "HZA", "FFW"];

/// The beginning of a text: at most that many bytes, no letter cut.
pub(super) fn beginning(text: &str, bytes: usize) -> &str {
    let mut end = bytes.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// What remains of a dateline's weight: the desk of an agency or of the police is often elsewhere.
pub(super) fn agency_share(dateline: &str) -> Option<f64> {
    let mark = dateline.split_once('(')?.1.split(')').next()?.to_lowercase();
    let has = |names: &[&str]| mark.split(['/', ' ', '-']).any(|word| names.contains(&word));
    if has(REGIONAL_DESKS) {
        Some(0.5)
    } else if has(&["ots"]) {
        Some(0.45)
    } else if has(AGENCIES) {
        Some(0.1)
    } else {
        None
    }
}

/// The parts of a dateline, the last first: in "Verden - ACHIM" the town of the edition stands before that of the story.
pub(super) fn parts(dateline: &str) -> impl Iterator<Item = &str> {
    let places = dateline.split(" Von ").next().unwrap_or_default();
    without_brackets(places)
        .rsplit(" - ")
        .map(|part| part.trim_matches([' ', '-']))
        .filter(|part| !part.is_empty())
}

fn without_brackets(dateline: &str) -> &str {
    match dateline.split_once('(') {
        Some((place, mark)) if agency_share(&format!("({mark}")).is_some() => place,
        _ => dateline,
    }
}

/// The dateline and the text without it. A dateline that is not given is looked for at the start of the text.
pub(super) fn split<'a>(given: &'a str, text: &'a str) -> (&'a str, &'a str) {
    if !given.is_empty() {
        return (given, text.strip_prefix(given).unwrap_or(text));
    }
    let start = beginning(text, MAX_DATELINE);
    let cut = DATELINE_ENDS.iter().filter_map(|end| start.find(end).map(|at| (at, at + end.len())));
    let cut = cut.min();
    match cut {
        Some((at, rest)) if is_all_places(&text[..at], false) => (&text[..at], &text[rest..]),
        _ => ("", text),
    }
}

/// Whether a text is nothing but known places, with an agency's mark perhaps.
fn is_all_places(text: &str, words_too: bool) -> bool {
    let mut found = Found::default();
    let mut finder = Finder { found: &mut found, language: Language::German };
    let uncovered = finder.read(without_brackets(text), Field::Kicker);
    uncovered == 0
        && found.mentions.iter().any(|m| words_too || !m.word)
        && found.mentions.iter().all(|m| m.cue != Cue::Adjective)
}

/// The places at the head of a title and the rest of it: "POL-KR: Krefeld: Unfall", "Poppenhausen: Brand".
pub(super) fn split_title(title: &str) -> (&str, &str) {
    let is_office =
        |head: &str| head.split([' ', '-']).next().is_some_and(|w| OFFICES.contains(&w));
    let title = match title.split_once(": ") {
        Some((head, rest)) if is_office(head) => rest,
        _ => title,
    };
    for mark in [": ", " - ", " – "] {
        if let Some((head, rest)) = title.split_once(mark)
            && is_all_places(head, true)
        {
            return (head, rest);
        }
    }
    ("", title)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines_are_found_and_taken_off() {
        for (text, dateline, rest) in [
            ("Krefeld. Ein Haus brannte.", "Krefeld", "Ein Haus brannte."),
            ("Krefeld (dpa/lnw) - Im Zoo.", "Krefeld (dpa/lnw)", "Im Zoo."),
            ("Willich/Tönisvorst – Es ist so.", "Willich/Tönisvorst", "Es ist so."),
            ("Regen. Es wird nass.", "", "Regen. Es wird nass."),
            ("Köln gewinnt 2:1. Am Ende.", "", "Köln gewinnt 2:1. Am Ende."),
        ] {
            assert_eq!(split("", text), (dateline, rest));
        }
    }

    #[test]
    fn the_last_part_of_a_dateline_comes_first() {
        assert_eq!(parts("Verden - ACHIM / LANDKREIS ·").next(), Some("ACHIM / LANDKREIS ·"));
        assert_eq!(parts("Wagenfeld - Von Anna Beispiel.").next(), Some("Wagenfeld"));
    }

    #[test]
    fn agencies_weigh_little() {
        assert_eq!(agency_share("Hamburg (dpa) -"), Some(0.1));
        assert_eq!(agency_share("Krefeld (dpa/lnw) -"), Some(0.5));
        assert_eq!(agency_share("Frankfurt (Oder)"), None);
    }

    #[test]
    fn the_head_of_a_title_names_the_place() {
        for (title, head) in [
            ("POL-KR: Krefeld: Unfall", "Krefeld"),
            ("POL-H: Hannover-Mitte: Raub", "Hannover-Mitte"),
            ("Poppenhausen: Brand", "Poppenhausen"),
            ("Notruf-Bilanz: 100 Einsätze", ""),
            ("Unfall in Krefeld: Zwei Verletzte", ""),
        ] {
            assert_eq!(split_title(title).0, head, "{title}");
        }
    }
}
