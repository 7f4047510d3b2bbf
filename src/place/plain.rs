//! Capital words that begin no name, remembered: most are such, and the same ones come again and again. To look one up anew
//! takes some hundred steps through the gazetteer, to find it here one.
//!
//! **Invariant:** what is remembered depends on the word and the language alone, so nothing that is found depends on which
//! texts were read before.

use std::hash::{BuildHasher, RandomState};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::gazetteer;
use crate::place::lexicon::Language;
use crate::place::{adjective, area};

/// Words that are remembered; of two that share a place the later one is.
const SIZE: usize = 1 << 14;

/// The hashes of the words; 0 is a free place. With 64 bits and a key that no publisher knows no two words share one.
static PLAIN: [AtomicU64; SIZE] = [const { AtomicU64::new(0) }; SIZE];
static KEY: LazyLock<RandomState> = LazyLock::new(RandomState::new);

/// Whether a word, given also in look-up form, begins neither a place's name, inflected or not, nor an area's.
pub(super) fn is_plain(word: &str, key: &str, language: Language) -> bool {
    let hash = KEY.hash_one((word, language)) | 1;
    let at = usize::try_from(hash >> 32).unwrap_or_default() % SIZE;
    if PLAIN[at].load(Ordering::Relaxed) == hash {
        return true;
    }
    let plain = !area::may_begin(word, key)
        && !gazetteer::begins_name(key)
        && adjective::inflected(word, language).is_none();
    if plain {
        PLAIN[at].store(hash, Ordering::Relaxed);
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::key;

    #[test]
    fn names_and_their_beginnings_are_not_plain_however_often_they_are_asked_for() {
        for _ in 0..2 {
            for word in ["Krefeld", "Bad", "St", "Krefelder", "Krefelds", "Kreis", "NRW", "Rhein"] {
                assert!(!is_plain(word, &key(word), Language::German), "{word}");
            }
            for word in ["Haushaltsausschuss", "Besucher", "Kref", "Millionen"] {
                assert!(is_plain(word, &key(word), Language::German), "{word}");
            }
        }
    }

    #[test]
    fn what_is_plain_in_one_language_may_be_a_name_in_another() {
        let word = "Krakowie";
        assert!(is_plain(word, &key(word), Language::German));
        assert!(!is_plain(word, &key(word), Language::Polish));
    }
}
