//! The one folding for search: texts that a reader would call the same word become the same letters.
//!
//! The rule for umlauts is that of the Snowball "German2" stemmer: ä, ö, ü lose their dots and the spellings ae, oe, ue
//! lose their e (but ue keeps it after a vowel or q: *Bauer*, *Quelle*), so Müller, Mueller and Muller meet. ß is ss,
//! other Latin letters lose their marks, soft hyphens vanish, every white space is one plain space.
//!
//! [`fold`] keeps what stands between the words, [`fold_words`] only the words. Both know the same letters.
//!
//! **Invariant:** folding a folded text changes nothing, and folding never makes a text longer than twice its bytes.

mod letters;
mod words;

use std::ops::Range;

use letters::Folder;

pub use words::{WordFolder, fold_words};

/// Folds a text for search and comparison.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// Folds a text onto the end of `out`, as if it began a new word.
pub fn fold_into(text: &str, out: &mut String) {
    let mut folder = Folder::default();
    for c in text.chars() {
        folder.push(c, |f| out.push(f));
    }
}

/// Where `needle` stands in `text`, compared folded: byte ranges of `text` that do not overlap.
pub fn find_all(text: &str, needle: &str) -> Vec<Range<usize>> {
    let needle = fold(needle);
    if needle.is_empty() {
        return Vec::new();
    }
    let mut letters = String::with_capacity(text.len());
    let mut origins = Vec::with_capacity(text.len()); // for each byte of `letters`: where its letter starts in `text`
    let mut folder = Folder::default();
    for (at, c) in text.char_indices() {
        folder.push(c, |f| {
            letters.push(f);
            origins.resize(letters.len(), at);
        });
    }
    let letter_end = |at: usize| at + text[at..].chars().next().map_or(0, char::len_utf8);
    let origin = |at: usize| origins.get(at).copied().unwrap_or(text.len());
    letters
        .match_indices(&needle)
        .map(|(at, hit)| {
            let last = origin(at + hit.len() - 1);
            // Half of a "ss" from ß takes the whole letter; an umlaut's dropped e belongs to it.
            origin(at)..origin(at + hit.len()).max(letter_end(last))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_word_meet() {
        let families: &[&[&str]] = &[
            &["Müller", "Mueller", "Muller", "MÜLLER", "Mu\u{308}ller"],
            &["Straße", "Strasse", "STRASSE", "STRAẞE", "Stra\u{ad}ße"],
            &["Jäger", "Jaeger", "jager"],
            &["Köln", "Koeln", "Koln"],
            &["Café", "cafe", "Cafe\u{301}"],
            &["Øre", "ore"],
        ];
        for family in families {
            for word in *family {
                assert_eq!(fold(word), fold(family[0]), "{word}");
            }
        }
    }

    #[test]
    fn an_e_that_is_no_umlaut_stays() {
        for (word, want) in
            [("Bauer", "bauer"), ("Quelle", "quelle"), ("neue", "neue"), ("Feuer", "feuer")]
        {
            assert_eq!(fold(word), want);
        }
        assert_ne!(fold("Bauer"), fold("Baur"));
    }

    #[test]
    fn a_typed_beginning_stays_a_beginning() {
        for word in ["Müller", "Mueller", "Straße", "Israel", "Uerdingen", "Duisburg"] {
            for (end, _) in word.char_indices() {
                assert!(fold(word).starts_with(&fold(&word[..end])), "{word} {end}");
            }
        }
    }

    #[test]
    fn places_are_found_in_the_original() {
        let text = "Die Königstraße, die Koenigstrasse";
        let found: Vec<&str> =
            find_all(text, "konigstrasse").into_iter().map(|r| &text[r]).collect();
        assert_eq!(found, ["Königstraße", "Koenigstrasse"]);
        assert_eq!(find_all("Straße", "as"), vec![3..6]);
        assert!(find_all("x", "").is_empty());
    }

    proptest::proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in "[aeouqßüöäœÄÜ\u{308}x ]{0,12}|.*") {
            let once = fold(&text);
            assert_eq!(fold(&once), once);
        }

        #[test]
        fn found_places_are_places(text in "[aesßüö ]{0,20}", needle in "[aesßüö]{1,3}") {
            for range in find_all(&text, &needle) {
                assert!(text.get(range).is_some());
            }
        }
    }
}
