//! An article on its way out of the reader: as text, Markdown, an HTML page or an EPUB book, as a citation, and under
//! which name it is filed. Pure. Nothing is loaded: pictures stay addresses, and the book has none.

mod epub;
mod file_name;
mod markdown;
mod page;

use std::path::Path;

pub use epub::EpubError;

use crate::domain::{Article, Block, EntryRow, Timestamp};
use crate::lang::Lang;
use crate::text::Clean;
use crate::text::dates::{self, Zone};
use crate::typeset::{self, PageOptions, Words};
use crate::{tr, words};

/// What an article can be written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Format {
    /// As the reader sets it, without colours.
    Text,
    /// `CommonMark`, with the tables and the strike-out of GitHub.
    #[default]
    Markdown,
    /// A page of its own.
    Html,
    /// EPUB 3.3 (<https://www.w3.org/TR/epub-33/>).
    Epub,
}

impl Format {
    /// Every format.
    pub const ALL: &'static [Self] = &[Self::Text, Self::Markdown, Self::Html, Self::Epub];

    /// The end of a file's name, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Epub => "epub",
        }
    }

    /// The format that a file's name asks for.
    pub fn of_path(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        Self::ALL.iter().copied().find(|format| format.extension() == extension)
    }
}

/// An article with what has to be said of it.
#[derive(Debug, Clone, Copy)]
pub struct Sheet<'a> {
    /// What the list shows of it.
    pub row: &'a EntryRow,
    /// Titles of the feeds that list it.
    pub sources: &'a [Clean],
    /// Its address.
    pub url: Option<&'a str>,
    /// Its words.
    pub article: &'a Article,
    /// The language of our own words.
    pub lang: Lang,
    /// The reader's time zone.
    pub zone: &'a Zone,
    /// The time, from which days are counted.
    pub now: Timestamp,
    /// Width of the lines of text, in columns.
    pub measure: u16,
    /// Only ASCII signs in texts.
    pub ascii: bool,
}

impl Sheet<'_> {
    /// The article in a format.
    ///
    /// # Errors
    /// When a book cannot be put together.
    pub fn bytes(&self, format: Format) -> Result<Vec<u8>, EpubError> {
        Ok(match format {
            Format::Text => self.text().into_bytes(),
            Format::Markdown => self.markdown().into_bytes(),
            Format::Html => self.html().into_bytes(),
            Format::Epub => epub::book(self)?,
        })
    }

    /// The article as the reader sets it, without colours.
    pub fn text(&self) -> String {
        let words = |id: &str| self.lang.text(id);
        let (by, and, photo) = (words("page-by"), words("page-and"), words("page-photo"));
        let (links, related) = (words("page-links"), words("page-related"));
        let reading = tr!(self.lang, "page-minutes", n = typeset::reading_minutes(self.article));
        let (source, date) = (self.source(), self.said_date());
        let options = PageOptions {
            width: self.measure,
            ascii: self.ascii,
            links: true,
            place: "",
            distance: "",
            pictures: &[],
            source: &source,
            date: &date,
            reading: &reading,
            language: self.lang.tag(),
            words: Words { by: &by, and: &and, photo: &photo, links: &links, related: &related },
        };
        typeset::to_text(&typeset::page(self.article, &options))
    }

    /// The article as Markdown, with where it is from at its end.
    pub fn markdown(&self) -> String {
        markdown::body(self.article) + "\n" + &markdown::origin(self)
    }

    /// The article as a page of HTML that needs nothing else.
    pub fn html(&self) -> String {
        page::page(self)
    }

    /// The headline; that of the feed when the article has none.
    pub fn headline(&self) -> &Clean {
        let headline = &self.article.headline;
        if headline.is_empty() { &self.row.title } else { headline }
    }

    /// The name of a file for the article, without extension.
    pub fn file_stem(&self) -> String {
        file_name::stem(&self.printed_date(), self.headline())
    }

    /// Headline; source and day; address: a line each.
    pub fn citation(&self) -> String {
        let headline = self.headline().to_string();
        let origin = [self.source(), self.printed_date()];
        let origin = origin.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
        let lines = [headline, origin.join(", "), self.address().to_owned()];
        lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    }

    /// The first paragraph, quoted as in mails, and the citation below it.
    pub fn quotation(&self) -> String {
        let first = self.article.blocks.iter().find_map(|block| match block {
            Block::Paragraph(parts) => Some(parts.iter().map(|p| p.text.as_str()).collect()),
            _ => None,
        });
        let first: String = first.unwrap_or_else(|| self.article.deck.to_string());
        let quoted = first.lines().filter(|line| !line.trim().is_empty());
        let quoted: Vec<String> = quoted.map(|line| format!("> {}", line.trim())).collect();
        if quoted.is_empty() {
            return self.citation();
        }
        format!("{}\n\n{}", quoted.join("\n"), self.citation())
    }

    fn source(&self) -> String {
        self.sources.iter().map(Clean::as_str).collect::<Vec<_>>().join(", ")
    }

    fn address(&self) -> &str {
        self.url.unwrap_or_default()
    }

    /// The language of the words: what the article says, else ours.
    fn language(&self) -> &str {
        let language = self.article.language.as_str();
        if language.is_empty() { self.lang.tag() } else { language }
    }

    /// The date in the reader's words ("heute, 14:05").
    fn said_date(&self) -> String {
        let date = dates::date(self.row.published.0, self.now.0, self.zone);
        let date = words::date(&date, self.lang);
        if self.row.dated { date } else { tr!(self.lang, "page-first-seen", date = date) }
    }

    /// The day as it will still be right in years (ISO 8601).
    fn printed_date(&self) -> String {
        dates::day(self.row.published.0, self.zone)
    }
}

#[cfg(test)]
mod tests;
