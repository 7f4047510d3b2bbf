//! The terms of the language and the names of their keys.

use super::when::When;
use crate::domain::{Access, Field, Words};

/// One term of a query, as it was meant when it was typed: times are relative, names are names.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Term {
    /// `unread`
    Unread,
    /// `read`
    Read,
    /// `starred`
    Starred,
    /// `hidden`
    Hidden,
    /// `feed:Stadtbote`
    Feed(String),
    /// `folder:Zeitungen/Umland`
    Folder(String),
    /// `tag:verein`
    Tag(String),
    /// `kind:police`
    Kind(String),
    /// `place:Linn`
    Place(String),
    /// `near:15km`, in metres; `near:home`: as far as each home reaches
    Near(Option<u32>),
    /// `author:Müller`, `title:Brand`, `text:Brand`, or bare
    Words(Field, Words),
    /// `since:2d`
    Since(When),
    /// `before:2026-11-20`
    Before(When),
    /// `len:>300`, in words
    AtLeast(u32),
    /// `len:<300`
    Below(u32),
    /// `free:yes`
    Free(Free),
}

/// How free an article is to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Free {
    /// Not known to be behind a paywall.
    Yes,
    /// Behind a paywall, or one after a number of free articles.
    No,
    /// As the feed says, exactly.
    Exactly(Access),
}

/// A key that stands before a colon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each is described by the term that it makes")]
pub enum Key {
    Feed,
    Folder,
    Tag,
    Kind,
    Place,
    Near,
    Author,
    Title,
    Text,
    Since,
    Before,
    Len,
    Free,
}

/// The keys with their names: the English one, which is printed, and German ones. A word before a colon is no word of a
/// text, so both are understood in every language.
pub const KEYS: &[(Key, &[&str])] = &[
    (Key::Feed, &["feed", "quelle"]),
    (Key::Folder, &["folder", "ordner"]),
    (Key::Tag, &["tag", "schlagwort"]),
    (Key::Kind, &["kind", "art"]),
    (Key::Place, &["place", "ort"]),
    (Key::Near, &["near", "umkreis"]),
    (Key::Author, &["author", "autor"]),
    (Key::Title, &["title", "titel"]),
    (Key::Text, &["text"]),
    (Key::Since, &["since", "seit"]),
    (Key::Before, &["before", "vor"]),
    (Key::Len, &["len", "länge"]),
    (Key::Free, &["free", "frei"]),
];

impl Key {
    /// The key of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        KEYS.iter().find(|(_, names)| names.contains(&name)).map(|(key, _)| *key)
    }

    /// The name that is printed.
    pub fn name(self) -> &'static str {
        KEYS.iter().find(|(key, _)| *key == self).map_or("", |(_, names)| names[0])
    }
}

/// Words that are terms by themselves.
pub(super) const FLAGS: &[(&str, Term)] = &[
    ("unread", Term::Unread),
    ("read", Term::Read),
    ("starred", Term::Starred),
    ("hidden", Term::Hidden),
];
