//! Names of authors: addresses go, "Von X und Y" becomes two names, each name stands once.

use crate::parse::draft::{DraftEntry, DraftFeed, Markup, Person, Style};
use crate::parse::plain;

/// The most names kept.
const MAX_NAMES: usize = 50;
/// The longest name kept, in characters: some journals put all their authors into one.
const MAX_NAME: usize = 4000;

/// The people in what the author elements say.
pub(crate) fn people(raw: &[Person]) -> Vec<Person> {
    let mut found: Vec<Person> = Vec::new();
    for person in raw {
        for name in names(&person.name) {
            if found.len() < MAX_NAMES && !found.iter().any(|f| f.name.eq_ignore_ascii_case(&name))
            {
                found.push(Person { name, url: person.url.clone() });
            }
        }
    }
    found
}

/// The authors of each entry. One that names none has the feed's where the format says so (RFC 4287 section 4.2.1,
/// JSON Feed 1.1).
pub(crate) fn people_of_entries(draft: &DraftFeed<'_>) -> Vec<Vec<Person>> {
    let of = |entry: &DraftEntry<'_>| {
        let own = people(&entry.authors);
        if own.is_empty() && draft.inherits_authors { draft.authors.clone() } else { own }
    };
    draft.entries.iter().map(of).collect()
}

fn names(text: &str) -> Vec<String> {
    let markup = Markup::new(text, Style::Guess);
    let folded = plain::line(&markup).split_whitespace().collect::<Vec<_>>().join(" ");
    let without = without_address(&folded);
    let name = without_lead(&without);
    split(name)
        .map(|name| {
            name.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '"' | ':'))
        })
        .filter(|name| !name.is_empty())
        .map(|name| name.chars().take(MAX_NAME).collect())
        .collect()
}

/// The text without its mail address; the address alone when there is nothing else.
fn without_address(text: &str) -> String {
    let is_address = |word: &str| {
        let word = word.strip_prefix("mailto:").unwrap_or(word);
        let inner = word.trim_matches(|c: char| !c.is_alphanumeric());
        inner.split_once('@').is_some_and(|(user, host)| !user.is_empty() && host.contains('.'))
    };
    if !text.contains('@') {
        return text.to_owned();
    }
    let kept: Vec<&str> = text.split(' ').filter(|word| !is_address(word)).collect();
    let kept = kept.join(" ");
    let kept = kept.trim();
    if kept.is_empty() {
        return text.strip_prefix("mailto:").unwrap_or(text).to_owned();
    }
    // "redaktion@z.example (Eva Beispiel)": what the address leaves is the name in brackets.
    let inner = kept.strip_prefix('(').and_then(|k| k.strip_suffix(')'));
    inner.unwrap_or(kept).trim_matches(['<', '>', ' ']).to_owned()
}

/// The text without "Von" before the names.
fn without_lead(text: &str) -> &str {
    let rest = text.strip_prefix("Von ").or_else(|| text.strip_prefix("VON "));
    // "von der Leyen" is a name: the preposition of a byline has a capital, and a capital follows.
    rest.filter(|rest| rest.starts_with(char::is_uppercase)).unwrap_or(text)
}

/// Splits several names: at "und" between full names, and then at commas when every part is a full name.
fn split(text: &str) -> impl Iterator<Item = &str> {
    let is_full = |part: &str| part.split_whitespace().count() >= 2;
    let pieces: Vec<&str> = text.split(" und ").collect();
    let pieces = if pieces.iter().all(|p| is_full(p)) { pieces } else { vec![text] };
    let is_list = pieces.len() > 1 || text.contains(';');
    let mut found = Vec::new();
    for piece in pieces.iter().flat_map(|piece| piece.split("; ")) {
        let by_comma: Vec<&str> = piece.split(", ").collect();
        if is_list && by_comma.iter().all(|p| is_full(p)) {
            found.extend(by_comma);
        } else {
            found.push(piece);
        }
    }
    found.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_from_addresses_and_from_each_other() {
        for (raw, want) in [
            ("Eva Beispiel", &["Eva Beispiel"][..]),
            ("redaktion@z.example (Eva Beispiel)", &["Eva Beispiel"]),
            ("Eva Beispiel <eva@z.example>", &["Eva Beispiel"]),
            ("eva@z.example", &["eva@z.example"]),
            ("Von Eva Beispiel und Jan Muster", &["Eva Beispiel", "Jan Muster"]),
            (
                "Eva Beispiel, Jan Muster und Uli Probe",
                &["Eva Beispiel", "Jan Muster", "Uli Probe"],
            ),
            ("Beispiel, Eva", &["Beispiel, Eva"]),
            ("Rat und Verwaltung", &["Rat und Verwaltung"]),
            ("von der Leyen", &["von der Leyen"]),
            ("„redaktion@z.example“ Lokales", &["Lokales"]),
            ("\n  Eva\n  Beispiel  ", &["Eva Beispiel"]),
        ] {
            assert_eq!(names(raw), want, "{raw}");
        }
    }

    #[test]
    fn each_name_stands_once() {
        let person = |name: &str| Person { name: name.to_owned(), url: None };
        let raw = [person("Eva Beispiel"), person("EVA BEISPIEL")];
        assert_eq!(people(&raw), [person("Eva Beispiel")]);
    }
}
