//! Whether a changed text is worth reading again. Pure.
//!
//! **The rule:** the words of the title and the text are compared without digits (counters, clock times, prices),
//! without order, and without what advertises: a sentence with a word such as "Anzeige" or "abonnieren", and the line after
//! such a word that stands alone. A read entry becomes unread again when at least twelve words, and at least a quarter of
//! all, were not there before. A mended typo, a grown counter, a swapped advertisement or teaser box only show the badge of
//! a changed entry.

use std::collections::HashMap;

use crate::domain::ParsedEntry;
use crate::text::fold::{WordFolder, fold_words};

/// So many words must be new.
const NEW_WORDS: usize = 12;
/// A line of so few words only says what the next one is.
const LABEL_WORDS: usize = 3;
/// Folded words by which an advertisement, an invitation or a box of other articles gives itself away; sorted.
const ADVERTISING: &[&str] = &[
    "abo",
    "abonnement",
    "abonnieren",
    "advertisement",
    "anzeige",
    "anzeigen",
    "interessieren",
    "kommentare",
    "meistgelesen",
    "newsletter",
    "probeabo",
    "sponsored",
    "subscribe",
    "subscription",
    "werbung",
    "whatsapp",
];

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

/// The folded words of title and text, without what advertises.
fn words(entry: &ParsedEntry) -> String {
    let mut folder = WordFolder::with_capacity(entry.text.len() + entry.title.len() + 1);
    folder.push(&entry.title);
    let text = if entry.text.is_empty() { &*entry.summary } else { &entry.text };
    let mut labelled = false;
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        if std::mem::take(&mut labelled) {
            continue;
        }
        let mut advertises = false;
        for sentence in line.split_inclusive(['.', '!', '?', '|']) {
            let here = is_advertising(sentence);
            advertises |= here;
            if !here {
                folder.push(sentence);
            }
        }
        labelled = advertises && line.split_whitespace().count() <= LABEL_WORDS;
    }
    folder.finish()
}

fn is_advertising(sentence: &str) -> bool {
    fold_words(sentence).split(' ').any(|word| ADVERTISING.binary_search(&word).is_ok())
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
            format!("{REPORT} Jetzt das Heimatblatt bestellen"),
            format!(
                "{REPORT} Anzeige: Jetzt vier Wochen lang die digitale Zeitung lesen, für nur einen Euro, danach jeden \
                 Monat kündbar."
            ),
            format!(
                "{REPORT}\nAnzeige\nRasenmäher, Gartenmöbel und Grills zum halben Preis, solange der Vorrat im Markt an \
                 der Hafenstraße reicht"
            ),
            format!(
                "{REPORT}\nDas könnte Sie auch interessieren: Neues Dach für die Turnhalle, Stadtrat streitet über \
                 Radweg, Wochenmarkt zieht um"
            ),
            REPORT.replace(". ", ".\n\n"),
        ];
        for text in noisy {
            assert!(!is_news(&entry("Brand", REPORT), &entry("Brand", &text)), "{text}");
        }
    }

    #[test]
    fn a_swapped_advertisement_is_no_news() {
        let with = |advertisement: &str| entry("Brand", &format!("{REPORT} {advertisement}"));
        let spring = "Werbung: Die schönsten Balkonpflanzen gibt es ab heute in Ihrem Gartencenter am Stadtpark, \
                      solange der Vorrat reicht.";
        let autumn = "Werbung: Winterreifen aller Größen montiert die freie Werkstatt neben dem Bahnhof samstags auch \
                      ohne Termin und Wartezeit.";
        assert!(!is_news(&with(spring), &with(autumn)));
    }

    #[test]
    fn the_list_of_words_is_sorted_and_folded() {
        assert!(ADVERTISING.is_sorted());
        assert!(ADVERTISING.iter().all(|word| fold_words(word) == *word));
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
