//! Names in inflected form: "Krefelder", "Krefelds", "w Krakowie".

use crate::gazetteer::{Hit, exact, key_into, with_key};
use crate::place::lexicon::{self, Language};

/// The towns that a German word in -er may be made from: "Krefelder", "Gocher", "Bremer", "Dresdner", "Hatter".
pub(super) fn from_er(word: &str) -> Vec<Hit> {
    let mut key = String::new();
    key_into(word, &mut key);
    let Some(stem) = key.strip_suffix("er").filter(|stem| stem.len() > 2) else {
        return Vec::new();
    };
    if lexicon::is_er_noun(&key) {
        return Vec::new();
    }
    let mut stems = vec![stem.to_owned(), format!("{stem}en"), format!("{stem}e")];
    if let Some(short) = stem.strip_suffix('n') {
        stems.push(format!("{short}en")); // Dresdner, Münchner, Kempner
    }
    if let Some(short) = stem.strip_suffix('l') {
        stems.push(format!("{short}el")); // Basler
    }
    stems
        .iter()
        .map(|stem| with_key(stem))
        .find(|hits| hits.iter().any(|h| !h.alias))
        .unwrap_or_default()
}

/// The towns of a word in the genitive: "Krefelds Oberbürgermeister".
pub(super) fn from_genitive(word: &str) -> Vec<Hit> {
    let mut key = String::new();
    key_into(word, &mut key);
    let stem = word.strip_suffix('s').filter(|stem| stem.len() > 3);
    let mut hits = stem.filter(|_| !lexicon::is_given_name(&key)).map(exact).unwrap_or_default();
    hits.retain(|hit| !hit.alias);
    hits
}

/// The towns of a Polish word in an oblique case: "w Krakowie", "z Gdańska", "w Katowicach".
pub(super) fn from_polish(word: &str) -> Vec<Hit> {
    const ENDINGS: &[(&str, &[&str])] = &[
        ("owie", &["ów", "owo"]),
        ("owa", &["ów", "owo"]),
        ("owem", &["ów", "owo"]),
        ("cach", &["ce"]),
        ("kach", &["ki"]),
        ("ach", &["y", "e", "i"]),
        ("awie", &["awa"]),
        ("zie", &["d", "da", "dź"]),
        ("dzi", &["dź"]),
        ("niu", &["ń"]),
        ("nia", &["ń"]),
        ("sku", &["sk", "sko"]),
        ("ska", &["sk", "sko"]),
        ("nie", &["no", "n", "nia", "na"]),
        ("cy", &["ca"]),
        ("ynie", &["yn", "yna"]),
        ("ie", &["", "a", "o"]),
        ("iu", &[""]),
        ("u", &["", "o"]),
        ("i", &["a", ""]),
        ("y", &["a"]),
        ("a", &["", "o"]),
    ];
    for (ending, bases) in ENDINGS {
        let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() > 2) else { continue };
        for base in *bases {
            let hits = exact(&format!("{stem}{base}"));
            if hits.iter().any(|h| !h.alias && h.place.country() == "PL") {
                return hits;
            }
        }
    }
    Vec::new()
}

/// The towns of an inflected word of a language, and whether it is an adjective.
pub(super) fn inflected(word: &str, language: Language) -> Option<(Vec<Hit>, bool)> {
    let found = match language {
        Language::German if word.ends_with("er") => (from_er(word), true),
        Language::German if word.ends_with('s') => (from_genitive(word), false),
        Language::Polish => (from_polish(word), false),
        _ => return None,
    };
    (!found.0.is_empty()).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn german_adjectives_lead_to_their_town() {
        for (word, town) in [
            ("Krefelder", "Krefeld"),
            ("Gocher", "Goch"),
            ("Hülser", "Hüls"),
            ("Bremer", "Bremen"),
            ("Dresdner", "Dresden"),
            ("Münchner", "München"),
            ("Hatter", "Hatten"),
            ("Wildeshauser", "Wildeshausen"),
            ("Basler", "Basel"),
            ("Warener", "Waren"),
        ] {
            let found = from_er(word);
            assert!(found.iter().any(|h| h.place.name() == town), "{word}: {found:?}");
        }
        for word in ["Lehrer", "Sieger", "Peter", "Fahrer", "er"] {
            assert!(from_er(word).is_empty(), "{word}");
        }
    }

    #[test]
    fn polish_cases_lead_to_their_town() {
        for (word, town) in [
            ("Krakowie", "Kraków"),
            ("Warszawie", "Warszawa"),
            ("Katowicach", "Katowice"),
            ("Gdańsku", "Gdańsk"),
            ("Poznaniu", "Poznań"),
            ("Lublinie", "Lublin"),
            ("Łodzi", "Łódź"),
        ] {
            let found = from_polish(word);
            assert!(found.iter().any(|h| h.place.name() == town), "{word}: {found:?}");
        }
    }
}
