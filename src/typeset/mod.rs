//! An article laid out for a width: lines of spans, each with its role. The screen and `umland show` share it.
//!
//! **Invariant:** no line is wider than the width asked for (at least [`MIN_WIDTH`]), no grapheme cluster is split, and
//! no soft hyphen is printed.

mod blocks;
mod head;
mod paragraph;
mod revision;
mod tail;
mod wrap;

pub use revision::revision;

use paragraph::Setter;

use crate::domain::Article;
use crate::text::{Clean, width};

/// The narrowest page; a smaller width is laid out as this.
pub const MIN_WIDTH: u16 = 8;

/// What a page shows besides the article, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageOptions<'a> {
    /// Columns.
    pub width: u16,
    /// Only ASCII for rules, bullets and dashes.
    pub ascii: bool,
    /// Numbers the links and lists their targets at the end.
    pub links: bool,
    /// Where the story plays, as far as is known; may be empty.
    pub place: &'a str,
    /// How far that is ("3 km"); may be empty.
    pub distance: &'a str,
    /// Pictures that are shown, each above its words.
    pub pictures: &'a [PictureRoom],
    /// Name of the feed or paper; may be empty.
    pub source: &'a str,
    /// The date in the reader's words; may be empty.
    pub date: &'a str,
    /// The reading time in words ("3 min"); may be empty. See [`reading_minutes`].
    pub reading: &'a str,
    /// Language tag used for hyphenation when the article has none.
    pub language: &'a str,
    /// Words that the page itself says.
    pub words: Words<'a>,
}

/// The room for a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureRoom {
    /// Its address.
    pub src: Clean,
    /// Rows.
    pub rows: u16,
}

/// A picture on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PagePicture {
    /// Its address.
    pub src: Clean,
    /// First line of its room, or the line of its words when it has none.
    pub line: usize,
    /// Lines of its room.
    pub rows: u16,
}

/// The words that a page itself says, in the reader's language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words<'a> {
    /// Before the authors: "Von".
    pub by: &'a str,
    /// Between the last two authors: "und".
    pub and: &'a str,
    /// Before a credit: "Foto".
    pub photo: &'a str,
    /// Above the link targets: "Links".
    pub links: &'a str,
    /// Above the recommended articles: "Mehr zum Thema".
    pub related: &'a str,
}

/// What a span is, for its colours and emphasis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// The short line above the headline.
    Kicker,
    /// The headline.
    Headline,
    /// The teaser under the headline.
    Deck,
    /// Place, source, date, authors, reading time.
    Meta,
    /// Running text.
    Body,
    /// Emphasised text.
    Emphasis,
    /// Strong text.
    Strong,
    /// Code.
    Code,
    /// Struck-out text.
    Strike,
    /// A subheading.
    Heading,
    /// Text of a quotation.
    Quote,
    /// Bullet or number of a list item.
    ListMarker,
    /// Text of a link, its number, and a link's target.
    Link,
    /// Words of a picture.
    Caption,
    /// Who took the picture.
    Credit,
    /// The closing author sign.
    Sign,
    /// Lines that are drawn: thematic breaks, the line beside a quotation.
    Rule,
    /// A table.
    Table,
    /// Words that an earlier version of the text had.
    Removed,
    /// Words that it did not have.
    Added,
}

/// A run of text in one role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The text, without line breaks.
    pub text: Clean,
    /// What it is.
    pub role: Role,
    /// Index into [`Page::links`].
    pub link: Option<u16>,
}

/// One line of a page; indentation is part of its spans.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    /// From left to right.
    pub spans: Vec<Span>,
}

/// An article laid out for a width.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    /// From top to bottom.
    pub lines: Vec<Line>,
    /// Link targets; a span's `link` is an index into this list, shown to the reader plus one.
    pub links: Vec<Clean>,
    /// Pictures, from top to bottom.
    pub pictures: Vec<PagePicture>,
    /// Letters and digits before each line: a position that outlives a change of width.
    offsets: Vec<u32>,
    /// Letters and digits of the whole.
    letters: u32,
}

/// Lays out an article.
pub fn page(article: &Article, options: &PageOptions) -> Page {
    let mut setter = Setter::new(article, options);
    head::set(&mut setter);
    blocks::set(&mut setter, &article.blocks);
    tail::set(&mut setter);
    setter.into_page()
}

/// The page as plain text, each line ended by a line break.
pub fn to_text(page: &Page) -> String {
    let mut out = String::new();
    for line in &page.lines {
        out.push_str(line.text().trim_end());
        out.push('\n');
    }
    out
}

/// Minutes that reading takes at 200 words a minute, at least 1.
pub fn reading_minutes(article: &Article) -> u32 {
    let words = crate::article::plain(article).split_whitespace().count();
    u32::try_from(words.div_ceil(200)).unwrap_or(u32::MAX).max(1)
}

impl Line {
    /// The text of the line, for finding in it.
    pub fn text(&self) -> String {
        self.spans.iter().map(|span| &*span.text).collect()
    }

    /// The columns that it takes.
    pub fn width(&self) -> usize {
        self.spans.iter().map(|span| width::width(&span.text)).sum()
    }
}

impl Page {
    /// The links of a line, in order, each once.
    pub fn links_of(&self, line: usize) -> Vec<u16> {
        let mut found: Vec<u16> = Vec::new();
        for link in self.lines.get(line).into_iter().flat_map(|l| &l.spans).filter_map(|s| s.link) {
            if !found.contains(&link) {
                found.push(link);
            }
        }
        found
    }

    /// The first line that holds a link.
    pub fn line_of_link(&self, link: u16) -> Option<usize> {
        self.lines.iter().position(|line| line.spans.iter().any(|span| span.link == Some(link)))
    }

    /// Letters and digits before a line: a reading position that outlives a change of width.
    pub fn offset_of(&self, line: usize) -> u32 {
        self.offsets.get(line).or(self.offsets.last()).copied().unwrap_or(0)
    }

    /// Letters and digits of the page.
    pub fn letters(&self) -> u32 {
        self.letters
    }

    /// Letters and digits before a line, or of the whole page when there is no such line.
    pub fn letters_before(&self, line: usize) -> u32 {
        self.offsets.get(line).copied().unwrap_or(self.letters)
    }

    /// The line at a reading position.
    pub fn line_at(&self, offset: u32) -> usize {
        self.offsets.partition_point(|o| *o <= offset).saturating_sub(1)
    }
}

#[cfg(test)]
mod tests;
