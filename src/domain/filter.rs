//! What an entry must be like to stand in a list: tests, joined by *and*, *or* and *not*. Made by `query`, carried out by
//! `store`.

use super::{Access, Timestamp};

/// Tests joined by *and*, *or* and *not*.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Tree<T> {
    /// One test.
    Is(T),
    /// What the tree does not hold for.
    Not(Box<Self>),
    /// All must hold; nothing is held by every entry.
    All(Vec<Self>),
    /// One must hold.
    Any(Vec<Self>),
}

impl<T> Tree<T> {
    /// The same tree over other tests.
    pub fn map<U>(&self, each: &mut impl FnMut(&T) -> U) -> Tree<U> {
        match self {
            Self::Is(test) => Tree::Is(each(test)),
            Self::Not(tree) => Tree::Not(Box::new(tree.map(each))),
            Self::All(trees) => Tree::All(trees.iter().map(|t| t.map(each)).collect()),
            Self::Any(trees) => Tree::Any(trees.iter().map(|t| t.map(each)).collect()),
        }
    }

    /// Calls `each` with every test, from left to right.
    pub fn for_each<'a>(&'a self, each: &mut impl FnMut(&'a T)) {
        match self {
            Self::Is(test) => each(test),
            Self::Not(tree) => tree.for_each(each),
            Self::All(trees) | Self::Any(trees) => trees.iter().for_each(|t| t.for_each(each)),
        }
    }
}

/// What a list is narrowed to.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Filter {
    /// As the reader typed it, or the name under which it is saved.
    pub label: String,
    /// What it asks for.
    pub tree: Tree<Test>,
}

impl Filter {
    /// Whether it narrows to hidden entries, which stand in no other list.
    pub fn lists_hidden(&self) -> bool {
        let is_hidden = |tree: &Tree<Test>| matches!(tree, Tree::Is(Test::Hidden));
        match &self.tree {
            Tree::All(parts) => parts.iter().any(is_hidden),
            tree => is_hidden(tree),
        }
    }
}

/// One thing that is asked of an entry. Times and places are instants and distances already.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Test {
    /// Unread, or read at or after the instant.
    Unread(Timestamp),
    /// Read.
    Read,
    /// Starred.
    Starred,
    /// Hidden by the reader or by a rule.
    Hidden,
    /// Listed by a feed with this address, or whose title has these words.
    Feed(String),
    /// Listed by a feed of this folder or of one in it.
    Folder(String),
    /// With this tag, of its own or of its feed.
    Tag(String),
    /// Of a feed of this kind (newspaper, police, …).
    Kind(String),
    /// Plays in this place, municipality, district or region.
    Place(String),
    /// Plays no more than so many metres from one of the reader's homes; none: as far as each of them reaches.
    Near(Option<u32>),
    /// Holds these words.
    Words(Field, Words),
    /// Published at or after the instant.
    Since(Timestamp),
    /// Published before the instant.
    Before(Timestamp),
    /// Has at least so many words.
    AtLeast(u32),
    /// Has fewer words.
    Below(u32),
    /// Is as free to read as one of these.
    Access(Vec<Access>),
}

/// Where words are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// In everything of an entry.
    Anywhere,
    /// In the headline.
    Title,
    /// In everything but the headline.
    Text,
    /// In the names of the authors.
    Author,
}

/// Words in a row, however they are spelt (umlauts, letter case).
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Words {
    /// As typed.
    pub text: String,
    /// How the last one must match.
    pub shape: Shape,
}

/// How a word must match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Shape {
    /// A word that begins so.
    Begins,
    /// The very word.
    Whole,
    /// A word that holds it, in the middle too: *halle* in *Lagerhalle*.
    Within,
}
