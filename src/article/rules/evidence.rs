//! What a page or an entry says elsewhere of the places that its text may open with: a word that looks like a dateline is
//! one only when something speaks for it.

use crate::text::fold;

/// Words before the name of a place, folded.
const PREPOSITIONS: &[&str] = &["in", "aus", "nach", "bei", "from", "near", "a", "en", "im", "um"];
/// A longer line of the page is no imprint, in bytes.
const MAX_IMPRINT: usize = 160;

/// What is known of the article's place from elsewhere.
pub(in crate::article) struct Evidence {
    /// Names of places and sections, folded, a space around each word: directories of the address, feed, categories.
    names: String,
    /// Running text and titles, folded likewise.
    pub(super) text: String,
    /// Towns of the page's imprint, folded likewise.
    imprint: String,
}

impl Evidence {
    /// `names` are names of feeds and sections, `texts` titles and such; directories of `url` count as names.
    pub(in crate::article) fn new(names: &[&str], texts: &[&str], url: &str) -> Self {
        let mut all: String = names.iter().map(|name| words(name)).collect();
        if let Some((directories, _)) = url.rsplit_once('/') {
            all.push_str(&words(directories));
        }
        let text = texts.iter().map(|text| words(text)).collect();
        Self { names: all, text, imprint: String::new() }
    }

    /// Hears a line of the page: a word behind a postcode is the town where the publisher sits, and papers write most
    /// about their own town.
    pub(in crate::article) fn hear_line(&mut self, line: &str) {
        if line.len() > MAX_IMPRINT || !line.bytes().any(|byte| byte.is_ascii_digit()) {
            return;
        }
        let mut before = "";
        for word in line.split([' ', ',', '|', '•', '\u{a0}']).filter(|word| !word.is_empty()) {
            let digits = before.rsplit('-').next().unwrap_or_default();
            let is_postcode = (4..=5).contains(&digits.len())
                && digits.bytes().all(|byte| byte.is_ascii_digit())
                && !(digits.len() == 4 && digits.starts_with("20"));
            if is_postcode && word.chars().next().is_some_and(char::is_uppercase) {
                self.imprint.push_str(&words(word));
            }
            before = word;
        }
    }

    /// Whether the imprint names a place that a full stop or a colon follows. Dashes stand between the names of teams too.
    pub(super) fn is_own_town(&self, place: &str, separator: &str) -> bool {
        let folded = words(place);
        separator.starts_with(['.', ':'])
            && folded.trim().len() > 3
            && self.imprint.contains(&folded)
    }

    /// Whether it names the place, one of several places, or town or district of "Town-District".
    pub(super) fn speaks_for(&self, place: &str) -> bool {
        place.split(['/', ',']).chain(place.split('-')).any(|part| {
            let part = words(part);
            let name = part.trim();
            let in_text = PREPOSITIONS.iter().any(|p| self.text.contains(&format!(" {p} {name} ")));
            name.len() > 2
                && (self.names.contains(&part)
                    || in_text
                    || self.text.contains(&format!(" {name}er ")))
        })
    }
}

/// The folded words of a text, a space around each.
pub(super) fn words(text: &str) -> String {
    let folded = fold::fold(text);
    let mut out = String::from(" ");
    for word in folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        out.push_str(word);
        out.push(' ');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn town_or_district_speaks_for_both() {
        let evidence = Evidence::new(&["Stadtblatt Krefeld"], &["Ein Fest in Boisheim"], "");
        assert!(evidence.speaks_for("Krefeld-Linn") && evidence.speaks_for("Viersen-Boisheim"));
        assert!(!evidence.speaks_for("Viersen-Dülken"));
    }

    #[test]
    fn the_town_of_the_imprint_is_a_place() {
        let mut evidence = Evidence::new(&[], &[], "");
        evidence.hear_line("Bote Verlag, Am Wall 3, D-47608 Geldern");
        evidence.hear_line("Stand: 24. November 2026 Lesezeit");
        assert!(evidence.is_own_town("Geldern", ": ") && evidence.is_own_town("Geldern", ". "));
        assert!(!evidence.is_own_town("Geldern", " - ") && !evidence.is_own_town("Lesezeit", ". "));
    }
}
