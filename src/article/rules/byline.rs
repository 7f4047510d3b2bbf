//! Who wrote it: names from the page's data, from marked elements, from lines such as "Von Mia Beispiel und Tom Muster".

use super::sign;
use crate::article::draft::Draft;
use crate::article::mark::{Mark, Marks};
use crate::article::tree::Tree;
use crate::article::wording::{normal, same};
use crate::text::Clean;

/// Words before the names, lower case.
const BEFORE: &[&str] = &[
    "ein beitrag von ",
    "ein artikel von ",
    "eine analyse von ",
    "ein kommentar von ",
    "text und fotos: ",
    "text und bild: ",
    "text: ",
    "von: ",
    "von ",
    "by: ",
    "by ",
    "written by ",
    "autor: ",
    "autorin: ",
    "autoren: ",
    "aufgezeichnet von ",
    "interview: ",
    "par ",
    "geschrieben von ",
    "veröffentlicht von ",
    "posted by ",
    "words by ",
    "from ",
    "door ",
];
/// Words that are no name: what follows them is dropped.
const ROLES: &[&str] = &[
    "redakteur",
    "redakteurin",
    "volontär",
    "volontärin",
    "reporter",
    "reporterin",
    "chefredakteur",
    "chefredakteurin",
    "korrespondent",
    "korrespondentin",
    "redaktion",
    "autor",
    "autorin",
    "staff writer",
    "correspondent",
    "editor",
    "political",
    "chief",
    "senior",
];
/// Words before names that stand alone where the name is missing.
const EMPTY: &[&str] = &[
    "von",
    "by",
    "author",
    "autor",
    "autorin",
    "text",
    "posted",
    "written",
    "admin",
    "unknown",
    "veröffentlicht",
];
/// The most words that a name has.
const MAX_WORDS: usize = 5;
/// The most words of a line in an element named as that of the author.
const MAX_LINE: usize = 8;
/// The longest element with signs, in letters.
const MAX_SIGNS: u32 = 25;
/// The most authors that a line names.
const MAX_AUTHORS: usize = 12;

/// Names in a text: "Von A, B und C" → A, B, C. Empty when it does not look like names.
pub(in crate::article) fn names(text: &str) -> Vec<Clean> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let lower = text.to_lowercase();
    let start =
        BEFORE.iter().find(|before| lower.starts_with(**before)).map_or(0, |before| before.len());
    let Some(rest) = text.get(start..) else { return Vec::new() };
    let rest =
        rest.split([';', '|', '•', '·', '(', '\n']).map(str::trim).filter(|part| !part.is_empty());
    let mut found: Vec<Clean> = Vec::new();
    for part in rest
        .flat_map(|part| part.split(','))
        .flat_map(|part| part.split(" und "))
        .flat_map(|p| p.split(" and "))
        .flat_map(|p| p.split(" & "))
    {
        let part = part.trim().trim_end_matches(['.', ':', '-', '–']).trim();
        if found.len() == MAX_AUTHORS {
            break;
        }
        if is_name(part) && !found.iter().any(|name| same(name, part)) {
            found.push(Clean::line(part));
        }
    }
    found
}

/// Names in a page's data, which may be those of an agency or the paper itself.
pub(in crate::article) fn stated(text: &str) -> Vec<Clean> {
    let found = names(text);
    let text = text.trim();
    let is_label = text.chars().count() <= 60
        && !text.contains("://")
        && text.chars().any(char::is_alphabetic);
    if found.is_empty() && is_label { vec![Clean::line(text)] } else { found }
}

/// The names in a feed's authors; what looks like none is taken as it stands, and so is a name with a town or an office
/// behind it: "Mia Beispiel, Moers".
pub(in crate::article) fn known(authors: &[Clean]) -> Vec<Clean> {
    let split = |author: &Clean| {
        let found = names(author);
        let is_apposed = author.contains(',') && found.iter().any(|name| !name.contains(' '));
        if is_apposed { vec![author.clone()] } else { found }
    };
    let found: Vec<Clean> = authors.iter().flat_map(split).collect();
    if found.is_empty() { authors.to_vec() } else { found }
}

fn is_name(text: &str) -> bool {
    let lower = text.to_lowercase();
    let words: Vec<&str> = text.split(' ').collect();
    (1..=MAX_WORDS).contains(&words.len())
        && text.chars().any(char::is_uppercase)
        && !EMPTY.contains(&lower.as_str())
        && !text.contains(['@', '/', ':', '?', '!', '"', '„'])
        && !text.chars().any(|c| c.is_ascii_digit())
        && !ROLES.iter().any(|role| lower == *role || lower.starts_with(&format!("{role} ")))
        && words.iter().all(|word| {
            word.chars().next().is_some_and(|c| c.is_uppercase() || !c.is_alphabetic())
                || is_particle(word)
        })
}

fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "von"
            | "van"
            | "de"
            | "der"
            | "den"
            | "la"
            | "le"
            | "di"
            | "da"
            | "del"
            | "dos"
            | "zu"
            | "zur"
            | "vom"
            | "el"
            | "al"
            | "bin"
            | "ten"
            | "ter"
            | "af"
            | "dpa"
            | "und"
    )
}

/// Names of the page's marked elements, when its data have none.
pub(in crate::article) fn of_marks(tree: &Tree, marks: &Marks) -> Vec<Clean> {
    let mut found: Vec<Clean> = Vec::new();
    for id in marks.all(Mark::Byline) {
        if found.len() >= MAX_AUTHORS
            || tree.ancestors(id).any(|up| marks.of(up) == Some(Mark::Byline))
        {
            continue;
        }
        let inner = tree
            .range(id)
            .skip(1)
            .find(|i| marks.of(*i) == Some(Mark::Byline) && tree.letters(*i) > 2);
        let (whole, part) =
            (names(&tree.text(id)), inner.map(|i| names(&tree.text(i))).unwrap_or_default());
        let has_all = part.iter().all(|name| whole.contains(name));
        for name in if has_all { whole } else { part } {
            if !found.iter().any(|other| same(other, &name)) {
                found.push(name);
            }
        }
    }
    found
}

/// Signs in the page's elements that are named as those of authors: "dpa/lnw".
pub(in crate::article) fn signs_of_marks(tree: &Tree, marks: &Marks) -> Vec<Clean> {
    let mut found: Vec<Clean> = Vec::new();
    for id in marks.all(Mark::Byline).filter(|id| tree.letters(*id) < MAX_SIGNS) {
        let text = tree.text(id);
        let signs: Vec<&str> = text.split([';', ',']).map(str::trim).collect();
        if signs.iter().all(|text| sign::is_sign(text)) {
            found.extend(signs.iter().map(|text| Clean::line(text)));
            return found;
        }
    }
    found
}

/// Takes lines out that only name the authors, at the top and at the end; they fill the authors when nothing else did.
pub(in crate::article) fn apply(draft: &mut Draft) {
    let n = draft.pieces.len();
    let known: Vec<String> = draft.article.authors.iter().map(|name| normal(name)).collect();
    let mut found = Vec::new();
    draft.drop_pieces("byline", |at, piece| {
        let is_edge = at < 6 || at + 3 >= n;
        if !piece.is_paragraph() || piece.letters > 120 {
            return false;
        }
        let lower = piece.text.to_lowercase();
        let names = names(&piece.text);
        let has_word = BEFORE.iter().any(|before| lower.starts_with(before));
        let line = normal(&piece.text);
        let is_known = known.contains(&line);
        let is_marked =
            piece.mark == Some(Mark::Byline) && piece.text.split(' ').count() <= MAX_LINE;
        let goes = (is_edge && (is_known || is_marked))
            || (has_word && !names.is_empty() && covers(&lower, &names));
        if goes {
            found.extend(names);
        }
        goes
    });
    if draft.article.authors.is_empty() {
        draft.article.authors = found;
    }
}

/// Whether the names and the words between them are all that the line says.
fn covers(lower: &str, names: &[Clean]) -> bool {
    let mut rest = normal(lower);
    for name in names {
        rest = rest.replacen(&normal(name), " ", 1);
    }
    rest.split_whitespace().count() <= 4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_authors_are_read() {
        let cases: &[(&str, &[&str])] = &[
            ("Von Mia Beispiel und Tom Muster", &["Mia Beispiel", "Tom Muster"]),
            (
                "Von Mia Beispiel, Tom van der Muster und Eva Probe",
                &["Mia Beispiel", "Tom van der Muster", "Eva Probe"],
            ),
            ("By Jane Sample, Staff Writer", &["Jane Sample"]),
            ("Mia Beispiel, Redakteurin", &["Mia Beispiel"]),
            ("dpa", &[]),
            ("https://example.org/autor", &[]),
            ("von den Nachbarn hört man wenig", &[]),
        ];
        for (line, want) in cases {
            assert_eq!(names(line), *want, "{line}");
        }
    }
}
