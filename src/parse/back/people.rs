//! Names of authors: addresses go, "Von X und Y" becomes two names, each name stands once.

/// The most names kept.
const MAX_NAMES: usize = 50;
/// Longest name, in characters.
const MAX_NAME: usize = 120;

/// The names in what the author elements say.
pub(crate) fn names(raw: &[String]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for text in raw {
        for name in one(text) {
            if found.len() < MAX_NAMES && !found.iter().any(|f| f.eq_ignore_ascii_case(&name)) {
                found.push(name);
            }
        }
    }
    found
}

fn one(text: &str) -> Vec<String> {
    let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
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

/// The text without "Von" or "By" before the names.
fn without_lead(text: &str) -> &str {
    for lead in ["Von ", "von ", "VON ", "By ", "by ", "BY ", "Par ", "Door "] {
        // "von der Leyen" is a name: after the preposition a name starts with a capital.
        if let Some(rest) = text.strip_prefix(lead)
            && rest.chars().next().is_some_and(char::is_uppercase)
            && (lead.starts_with(char::is_uppercase) || rest.contains(' '))
        {
            return rest;
        }
    }
    text
}

/// Splits several names: at semicolons, at "und" between two full names, at commas when every part is a full name.
fn split(text: &str) -> impl Iterator<Item = &str> {
    let is_full = |part: &str| part.split_whitespace().count() >= 2;
    let by_semicolon: Vec<&str> = text.split(';').collect();
    let mut found = Vec::new();
    for part in by_semicolon {
        let words = [" und ", " and ", " et ", " en "];
        let pieces: Vec<&str> = words
            .iter()
            .find(|word| part.contains(**word))
            .map_or_else(|| vec![part], |word| part.split(word).collect());
        let pieces =
            if pieces.len() > 1 && pieces.iter().all(|p| is_full(p)) { pieces } else { vec![part] };
        for piece in pieces {
            let by_comma: Vec<&str> = piece.split(", ").collect();
            if by_comma.len() > 1 && by_comma.iter().all(|p| is_full(p)) {
                found.extend(by_comma);
            } else {
                found.push(piece);
            }
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
            assert_eq!(names(&[raw.to_owned()]), want, "{raw}");
        }
    }

    #[test]
    fn each_name_stands_once() {
        let raw = ["Eva Beispiel".to_owned(), "EVA BEISPIEL".to_owned()];
        assert_eq!(names(&raw), ["Eva Beispiel"]);
    }
}
