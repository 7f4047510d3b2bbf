//! An article as a newspaper would set it: parts with names instead of one string.

use super::Timestamp;
use crate::text::Clean;

/// A cleaned article. Every text in it is safe to print.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Article {
    /// The short line above the headline ("Partnerschaftskonferenz"); empty when there is none.
    pub kicker: Clean,
    /// The headline without kicker.
    pub headline: Clean,
    /// The teaser under the headline, when it is not just the start of the body.
    pub deck: Clean,
    /// The place (and agency) that the text opens with: "Krefeld", "Krefeld (dpa/lnw)"; empty when there is none.
    pub dateline: Clean,
    /// Names of the authors.
    pub authors: Vec<Clean>,
    /// When it was published, as the page says.
    pub published: Option<Timestamp>,
    /// The body.
    pub blocks: Vec<Block>,
    /// The closing author sign without brackets ("red").
    pub sign: Clean,
    /// Whom to ask, as press releases say at their end, a line each; kept apart from the body.
    pub contact: Vec<Clean>,
    /// Further articles that the page recommends, kept apart from the body.
    pub related: Vec<Clean>,
    /// Link targets; an inline's `link` is an index into this list, shown to the reader plus one.
    pub links: Vec<Clean>,
    /// Language tag, for hyphenation; empty when unknown.
    pub language: Clean,
    /// Address of the lead image.
    pub lead_image: Option<String>,
}

/// One block of the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A subheading, level 1 to 6.
    Heading(u8, Vec<Inline>),
    /// A list; each item holds blocks. `Some(n)`: ordered, starting at n.
    List(Option<u32>, Vec<Vec<Block>>),
    /// A quotation.
    Quote(Vec<Block>),
    /// Preformatted text: lines are kept as they are.
    Code(Clean),
    /// A table: rows of cells.
    Table(Vec<Vec<Vec<Inline>>>),
    /// A picture with its words, each printed once.
    Figure(Figure),
    /// A thematic break.
    Rule,
}

/// A picture's words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figure {
    /// Address of the picture; empty when unknown.
    pub src: Clean,
    /// Caption without credit.
    pub caption: Clean,
    /// Credit without "Foto:".
    pub credit: Clean,
    /// Alternative text, when it says more than the caption.
    pub alt: Clean,
}

/// A run of text in one style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inline {
    /// The text; `\n` is a line break.
    pub text: Clean,
    /// How it is set.
    pub style: Style,
    /// Index into [`Article::links`].
    pub link: Option<u16>,
}

/// How a run of text is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Style {
    /// Emphasised (`em`, `i`).
    pub emphasis: bool,
    /// Strong (`strong`, `b`).
    pub strong: bool,
    /// Code (`code`, `kbd`).
    pub code: bool,
    /// Struck out (`del`, `s`).
    pub strike: bool,
}

impl Inline {
    /// Plain text.
    pub fn plain(text: &str) -> Self {
        Self { text: Clean::text(text), style: Style::default(), link: None }
    }
}
