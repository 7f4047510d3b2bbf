//! Counties and regions named in a text: "Kreis Viersen" is no town, but says which Poppenhausen is meant.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::gazetteer::{Area, exact, key};
use crate::place::token::Tokens;

/// The words before the bare name of a county.
const COUNTY_WORDS: &[&str] = &[
    "kreis",
    "landkreis",
    "kreises",
    "landkreises",
    "lkr",
    "bezirk",
    "county",
    "powiat",
    "powiecie",
];
/// Longest name of an area, in words.
const MAX_WORDS: usize = 5;

struct Names {
    /// First word of a full name → full names with their areas.
    full: HashMap<String, Vec<(String, Area)>>,
    /// Bare name of a county → counties.
    bare: HashMap<String, Vec<Area>>,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let mut names = Names { full: HashMap::new(), bare: HashMap::new() };
    for area in Area::all() {
        let full = key(area.name);
        let first = full.split(' ').next().unwrap_or_default().to_owned();
        // A region that is called like a town (Berlin, Luzern) is left to the town.
        if !area.name.starts_with("Stadt ") && exact(area.name).is_empty() {
            names.full.entry(first).or_default().push((full, area));
        }
        names.bare.entry(key(area.bare_name())).or_default().push(area);
    }
    names
});

/// Whether a word, given also in look-up form, may begin the name of a county or region.
pub(super) fn may_begin(word: &str, key: &str) -> bool {
    word == "NRW" || COUNTY_WORDS.contains(&key) || NAMES.full.contains_key(key)
}

/// The county or region whose name begins at this word, and the word after it.
pub(super) fn area_at(tokens: &Tokens<'_>, at: usize) -> Option<(usize, Vec<Area>)> {
    if tokens.get(at)?.text == "NRW" {
        return Some((at + 1, Area::all().filter(|a| a.code == "DE-NW").collect()));
    }
    if COUNTY_WORDS.contains(&tokens.key(at)) {
        return (1..=MAX_WORDS).rev().find_map(|n| {
            let found = NAMES.bare.get(&joined(tokens, at + 1, n)?)?;
            Some((at + 1 + n, found.clone()))
        });
    }
    let named = NAMES.full.get(tokens.key(at))?;
    (1..=MAX_WORDS).rev().find_map(|n| {
        let name = joined(tokens, at, n)?;
        let found: Vec<Area> =
            named.iter().filter(|(full, _)| *full == name).map(|(_, a)| *a).collect();
        (!found.is_empty()).then_some((at + n, found))
    })
}

fn joined(tokens: &Tokens<'_>, at: usize, n: usize) -> Option<String> {
    let words: Vec<&str> = tokens.name_from(at).take(n).collect();
    (words.len() == n && !words[0].is_empty()).then(|| words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counties_and_regions_are_no_towns() {
        for (text, want) in [
            ("Kreis Viersen", "05166"),
            ("Rhein-Kreis Neuss", "05162"),
            ("LANDKREIS KITZINGEN", "09675"),
            ("Bodenseekreis", "08435"),
            ("Nordrhein-Westfalen", "DE-NW"),
            ("NRW", "DE-NW"),
            ("Landkreises Schweinfurt", "09678"),
        ] {
            let (_, areas) = area_at(&Tokens::new(text), 0).expect(text);
            assert!(areas.iter().any(|a| a.code == want), "{text}: {areas:?}");
        }
        for text in ["Berlin", "Kreis", "Krefeld", ""] {
            assert!(area_at(&Tokens::new(text), 0).is_none(), "{text}");
        }
    }
}
