//! Names to places: exactly, as a reader may write them, while they are typed, and along the words of a text.

use std::cmp::Reverse;
use std::collections::HashSet;

use fst::{IntoStreamer, Streamer};

use crate::gazetteer::{Area, Place, format, key, postcode, table};
use crate::text::fold;

/// A place that has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// The place.
    pub place: Place,
    /// The name is not its main one but an alternative, old or foreign one.
    pub alias: bool,
}

/// Names that a beginning may have before only the first of them are looked at.
const MAX_NAMES: usize = 4_000;

/// Every place with exactly this name in some spelling; main names first, then the more populous.
pub fn exact(name: &str) -> Vec<Hit> {
    with_key(&key(name))
}

/// Every place of a name that is in look-up form already.
pub fn with_key(key: &str) -> Vec<Hit> {
    table::table().keys.get(key).map(hits).unwrap_or_default()
}

/// What a reader may mean: what [`named`] finds, otherwise what the text is the beginning of.
pub fn find(text: &str) -> Vec<Place> {
    let found = named(text);
    if found.is_empty() { complete(text, 10) } else { found }
}

/// The places of a name in any spelling, a postcode, "Hüls, Krefeld", "Neustadt (Sachsen)", "Leeds GB". The likeliest
/// first; doubles follow.
pub fn named(text: &str) -> Vec<Place> {
    if let Some(found) = postcode::postcode(text) {
        return vec![found.place];
    }
    let words = key(text);
    let mut found: Vec<Place> = labelled(text).into_iter().collect();
    found.extend(ranked(exact(text), text));
    let splits = words.match_indices(' ').map(|(at, _)| (&words[..at], &words[at + 1..]));
    for (head, tail) in splits.rev() {
        // "Hüls Krefeld" and "Krefeld-Hüls" mean the same district.
        for (name, within) in [(head, tail), (tail, head)] {
            let hits = exact(name).into_iter().filter(|h| lies_in(h.place, within)).collect();
            found.extend(ranked(hits, name));
        }
        if found.is_empty() {
            let hits = exact(head).into_iter().filter(|h| fits(h.place, tail)).collect();
            found = ranked(hits, head);
        }
    }
    let mut seen = HashSet::new();
    found.retain(|place| seen.insert(*place));
    found
}

/// The place that has exactly this label.
fn labelled(text: &str) -> Option<Place> {
    let names = text.rmatch_indices(" (").map(|(at, _)| &text[..at]);
    names.flat_map(exact).map(|hit| hit.place).find(|place| place.label() == text)
}

/// Places whose name begins with what was typed, at least two letters; whole names first, then the more populous.
pub fn complete(text: &str, limit: usize) -> Vec<Place> {
    let start = key(text);
    if start.chars().count() < 2 {
        return ranked(exact(text), text);
    }
    let mut found: Vec<(bool, bool, Reverse<u32>, Place)> = Vec::new();
    let mut names = table::table().keys.range().ge(&start).into_stream();
    for _ in 0..MAX_NAMES {
        let Some((name, value)) = names.next() else { break };
        if !name.starts_with(start.as_bytes()) {
            break;
        }
        let longer = name.len() > start.len();
        found.extend(
            hits(value)
                .into_iter()
                .map(|hit| (longer, hit.alias, Reverse(hit.place.population()), hit.place)),
        );
    }
    found.sort_unstable();
    let mut seen = HashSet::new();
    let places = found.into_iter().map(|(.., place)| place);
    places.filter(|place| seen.insert(*place)).take(limit).collect()
}

/// The longest name that begins with the first of these words (each in look-up form, see
/// [`key_into`](crate::gazetteer::key_into)): how many words it takes, and its places.
pub fn walk<'a>(words: impl IntoIterator<Item = &'a str>) -> Option<(usize, Vec<Hit>)> {
    let map = table::table().keys.as_fst();
    let mut node = map.root();
    let mut output = 0;
    let mut longest = None;
    'words: for (n, word) in words.into_iter().enumerate() {
        let blank: &[u8] = if n == 0 { b"" } else { b" " };
        for byte in blank.iter().chain(word.as_bytes()) {
            let Some(i) = node.find_input(*byte) else { break 'words };
            let step = node.transition(i);
            output += step.out.value();
            node = map.node(step.addr);
        }
        if node.is_final() {
            longest = Some((n + 1, output + node.final_output().value()));
        }
    }
    longest.map(|(n, value)| (n, hits(value)))
}

/// Whether any name begins with this word (in look-up form), or is it.
pub fn begins_name(word: &str) -> bool {
    let map = table::table().keys.as_fst();
    let mut node = map.root();
    for byte in word.bytes() {
        let Some(i) = node.find_input(byte) else { return false };
        node = map.node(node.transition_addr(i));
    }
    node.is_final() || node.find_input(b' ').is_some()
}

fn hits(value: u64) -> Vec<Hit> {
    let posted = format::posted(table::table().postings, value);
    posted.into_iter().map(|(row, alias)| Hit { place: Place(row), alias }).collect()
}

/// The likeliest first: the populous, those spelled just so, those in the German-speaking countries, where most
/// readers live.
fn ranked(hits: Vec<Hit>, text: &str) -> Vec<Place> {
    let mut places: Vec<(f64, Place)> =
        hits.into_iter().map(|h| (rank(h, text), h.place)).collect();
    places.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    places.into_iter().map(|(_, place)| place).collect()
}

fn rank(hit: Hit, text: &str) -> f64 {
    let (said, name) = (fold::fold(text.trim()), fold::fold(hit.place.name()));
    let spelling = match name.strip_prefix(&said) {
        Some("") => 1.6,
        Some(rest) if rest.starts_with([' ', '(']) => 1.2, // "Halle" for Halle (Saale)
        _ if hit.alias => -0.5,
        _ => 0.0,
    };
    let home = if matches!(hit.place.country(), "DE" | "AT" | "CH" | "LI") { 1.2 } else { 0.0 };
    f64::from(hit.place.population() + 100).log10() + spelling + home
}

/// Whether every word of an addition begins a word of the place's names: "a m" fits Frankfurt am Main, "oberpfalz"
/// fits Weiden in its county's name.
fn fits(place: Place, addition: &str) -> bool {
    let county = place.county().map_or("", |c| c.name);
    let names = key(&format!("{} {county} {}", place.name(), place.region().name));
    addition
        .split(' ')
        .filter(|word| !matches!(*word, "in" | "der" | "an" | "im" | "ob"))
        .all(|word| names.split(' ').skip(1).any(|name| name.starts_with(word)))
}

/// Whether the place lies in a town, county, region or country of this name (in look-up form) or code.
fn lies_in(place: Place, within: &str) -> bool {
    let named = |area: Area| {
        let code = area.code.rsplit(['-', '.']).next().unwrap_or_default();
        [area.name, area.bare_name(), area.code, area.country, code]
            .iter()
            .any(|n| key(n) == within)
    };
    let town = place.municipality();
    (town != place && exact(within).iter().any(|h| h.place == town))
        || named(place.region())
        || place.county().is_some_and(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_finds_its_own_place() {
        let mut lost = Vec::new();
        let (mut n, mut doubles) = (0, HashSet::new());
        for country in ["DE", "AT", "CH"] {
            for place in Place::all(country) {
                let label = place.label();
                n += 1;
                if doubles.insert(label.clone()) && named(&label).first() != Some(&place) {
                    lost.push(label);
                }
            }
        }
        assert!(lost.len() * 1000 < n, "{} of {n}: {:?}", lost.len(), &lost[..lost.len().min(40)]);
    }

    /// The names were folded when the file was made: a change of the folding needs a new file (`scripts/gazetteer`).
    #[test]
    fn every_name_stands_in_the_form_in_which_it_is_looked_up() {
        let mut lost = Vec::new();
        let mut names = table::table().keys.stream();
        while let Some((name, _)) = names.next() {
            let name = String::from_utf8_lossy(name).into_owned();
            if key(&name) != name {
                lost.push(name);
            }
        }
        assert!(lost.is_empty(), "{}: {:?}", lost.len(), &lost[..lost.len().min(20)]);
    }

    fn labels(places: &[Place]) -> Vec<String> {
        places.iter().map(|p| p.label()).collect()
    }

    #[test]
    fn any_spelling_finds_the_town() {
        for (text, want) in [
            ("Tönisvorst", "05166028"),
            ("toenisvorst", "05166028"),
            ("TONISVORST", "05166028"),
            ("Frankfurt (Oder)", "12053000"),
            ("frankfurt/oder", "12053000"),
            ("Munich", "09162000"),
            ("Kerken", "05154028"),
            ("Wien", "90001"),
        ] {
            let found = find(text);
            let key = found.first().and_then(|p| p.municipality().municipality_key());
            assert_eq!(key.as_deref(), Some(want), "{text}: {:?}", labels(&found));
        }
    }

    #[test]
    fn a_qualifier_narrows_the_doubles() {
        for (text, want) in [
            ("Hüls, Kevelaer", "Hüls (Kevelaer, Nordrhein-Westfalen)"),
            ("Krefeld-Hüls", "Hüls (Krefeld, Nordrhein-Westfalen)"),
            ("Neustadt in Sachsen", "Neustadt in Sachsen"),
            ("Leeds, AL", "Leeds (Jefferson County, Alabama)"),
        ] {
            assert!(find(text)[0].label().starts_with(want), "{text}: {:?}", labels(&find(text)));
        }
        assert!(find("Hüls").len() >= 2);
    }

    #[test]
    fn a_typed_beginning_offers_the_town() {
        for (typed, want) in [("Kref", "Krefeld"), ("uerd", "Uerdingen"), ("st. tön", "St. Tönis")]
        {
            let found = complete(typed, 5);
            assert!(found.iter().any(|p| p.name() == want), "{typed}: {:?}", labels(&found));
        }
        assert!(complete("", 5).is_empty());
    }

    #[test]
    fn the_longest_name_wins_along_a_text() {
        let words = ["bad", "kreuznach", "am", "rhein"];
        let (n, hits) = walk(words).expect("Bad Kreuznach");
        assert_eq!((n, hits[0].place.name()), (2, "Bad Kreuznach"));
        assert_eq!(walk(["qqqq"]), None);
        assert_eq!(walk([]), None);
    }
}
