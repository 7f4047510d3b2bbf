//! Whether a changed text is worth reading again. Pure.
//!
//! **The rule:** the words of the title and the text are compared without digits (counters, clock times, prices) and
//! without order. A read entry becomes unread again when at least twelve words, and at least a quarter of all,
//! were not there before. A mended typo, a grown counter, a swapped teaser box only show the badge of a changed entry.

use std::collections::HashMap;

use crate::domain::ParsedEntry;
use crate::text::fold::WordFolder;

/// So many words must be new.
const NEW_WORDS: usize = 12;

/// Whether `new` tells so much that `old` did not that a reader of `old` should see it again.
pub(super) fn is_news(old: &ParsedEntry, new: &ParsedEntry) -> bool {
    let (old, new) = (words(old), words(new));
    let mut known: HashMap<&str, usize> = HashMap::new();
    for word in old.split(' ') {
        *known.entry(word).or_default() += 1;
    }
    let mut total = 0usize;
    let mut fresh = 0usize;
    for word in new.split(' ').filter(|w| !w.bytes().any(|b| b.is_ascii_digit())) {
        total += 1;
        match known.get_mut(word) {
            Some(left) if *left > 0 => *left -= 1,
            _ => fresh += 1,
        }
    }
    fresh >= NEW_WORDS && fresh * 4 >= total
}

fn words(entry: &ParsedEntry) -> String {
    let mut folder = WordFolder::with_capacity(entry.text.len() + entry.title.len() + 1);
    folder.push(&entry.title);
    folder.push(if entry.text.is_empty() { &entry.summary } else { &entry.text });
    folder.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Clean;

    fn entry(title: &str, text: &str) -> ParsedEntry {
        ParsedEntry { title: Clean::line(title), text: text.to_owned(), ..ParsedEntry::default() }
    }

    const REPORT: &str = "In einer Lagerhalle in Linn ist am Morgen ein Feuer ausgebrochen. Die Feuerwehr ist mit zwei \
                          Zügen vor Ort, verletzt wurde niemand. Die Straße ist gesperrt.";

    #[test]
    fn noise_is_no_news() {
        let noisy = [
            REPORT.replace("zwei", "drei"),
            format!("{REPORT} 17 Kommentare, 2041 Aufrufe, Stand 12:45 Uhr"),
            format!("Anzeige {REPORT} Jetzt das Heimatblatt bestellen"),
            REPORT.replace(". ", ".\n\n"),
        ];
        for text in noisy {
            assert!(!is_news(&entry("Brand", REPORT), &entry("Brand", &text)), "{text}");
        }
    }

    #[test]
    fn a_report_that_grows_is_news() {
        let grown = format!(
            "{REPORT} Inzwischen steht fest, dass ein defektes Ladegerät den Schaden verursachte. Der Eigentümer schätzt \
             ihn auf eine Million Euro; gegen Mittag war der letzte Glutherd gelöscht."
        );
        assert!(is_news(&entry("Brand", REPORT), &entry("Brand: Ursache gefunden", &grown)));
    }
}
