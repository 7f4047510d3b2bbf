//! What a publisher of the edition is, and its feeds: addresses, formats, and the peculiarities that real ones have.

use std::time::Duration;

/// A publisher: its texts, its page template and its house style.
#[derive(Debug)]
pub(crate) struct Publisher {
    /// First part of its addresses.
    pub(crate) id: &'static str,
    /// Its name.
    pub(crate) name: &'static str,
    /// Language tag.
    pub(crate) language: &'static str,
    /// Its entries in the source format.
    pub(crate) source: &'static str,
    /// Its page template.
    pub(crate) template: &'static str,
    /// Path of an article, with `{slug}` and `{number}`.
    pub(crate) article_path: &'static str,
    /// What stands between the place and the text.
    pub(crate) dateline_end: &'static str,
    /// The place opens the body; else the template puts it in front of the teaser, or nowhere.
    pub(crate) opens_body_with_dateline: bool,
    /// The author sign has a paragraph of its own; else it ends the last one.
    pub(crate) sign_stands_alone: bool,
    /// Its feeds.
    pub(crate) feeds: &'static [FeedSpec],
}

/// A feed of a publisher.
#[derive(Debug)]
pub(crate) struct FeedSpec {
    /// Which entries it lists: those whose `feeds` field names it, or all when empty.
    pub(crate) section: &'static str,
    /// The address to subscribe to.
    pub(crate) path: &'static str,
    /// Its title.
    pub(crate) title: &'static str,
    /// The folder that the demo puts it in.
    pub(crate) folder: &'static str,
    /// Its format.
    pub(crate) format: Format,
    /// What it does besides answering.
    pub(crate) manner: Manner,
}

/// The format of a feed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// RSS 2.0 in one of its dialects.
    Rss2(Dialect),
    /// RSS 1.0 (RDF).
    Rss1,
    /// Atom (RFC 4287).
    Atom,
    /// JSON Feed 1.1.
    Json,
}

/// How a house writes RSS 2.0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// Kicker and headline in one title, an image and padding in the description, `content_tier`.
    GluedKicker,
    /// `dcterms:accessRights`, an enclosure; declares ISO-8859-1 and sends windows-1252.
    Western,
    /// As press portals do: the place in the title, the whole text in the description.
    Press,
    /// Full text in `content:encoded`.
    FullText,
    /// Full text with bare ampersands and the end missing.
    Broken,
}

/// How a feed's address behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    /// It answers.
    Plain,
    /// It takes its time.
    Slow,
    /// It has moved for good (301) to this path.
    Moved(&'static str),
    /// It is no more (410).
    Gone,
}

/// How long the slow feed takes.
pub(crate) const SLOWNESS: Duration = Duration::from_millis(2_500);

impl FeedSpec {
    /// The path that the document itself is served at.
    pub(crate) fn document_path(&self) -> &'static str {
        match self.manner {
            Manner::Moved(to) => to,
            Manner::Plain | Manner::Slow | Manner::Gone => self.path,
        }
    }

    /// Whether its entries have a teaser only, so that the article page must be read.
    pub(crate) fn only_teases(&self) -> bool {
        match self.format {
            Format::Rss2(dialect) => matches!(dialect, Dialect::GluedKicker | Dialect::Western),
            Format::Rss1 | Format::Atom | Format::Json => true,
        }
    }
}
