//! Entries as the store gives them.

use super::{Cursor, EntryId, FeedId, FeedUrl, Spot, Template, Timestamp};
use crate::text::Clean;

/// Whether the publisher lets everybody read the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Access {
    /// Nothing is known.
    #[default]
    Unknown,
    /// Free to read.
    Free,
    /// A number of articles is free.
    Metered,
    /// Behind a paywall.
    Locked,
}

impl Access {
    /// The stable name, as in `--json`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Free => "free",
            Self::Metered => "metered",
            Self::Locked => "locked",
        }
    }

    /// The value of a stable name; unknown names are [`Access::Unknown`].
    pub fn from_name(name: &str) -> Self {
        match name {
            "free" => Self::Free,
            "metered" => Self::Metered,
            "locked" => Self::Locked,
            _ => Self::Unknown,
        }
    }
}

/// A file that belongs to an entry (RSS `enclosure`, Atom `rel="enclosure"`, `media:content`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Enclosure {
    /// Absolute http(s) address.
    pub url: String,
    /// MIME type as declared; may be empty.
    pub mime: String,
    /// Size in bytes, when declared.
    pub bytes: Option<u64>,
    /// Title, when declared.
    pub title: Clean,
}

/// One line of the headline list: the projection that it needs, nothing more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryRow {
    /// The entry.
    pub id: EntryId,
    /// The feed that it is listed under (in a feed's own list, that feed).
    pub feed: FeedId,
    /// That feed's title.
    pub feed_title: Clean,
    /// The headline; never empty (an untitled entry shows the start of its text).
    pub title: Clean,
    /// When it was published; first seen when the feed gives no usable date.
    pub published: Timestamp,
    /// Whether `published` is the feed's own date.
    pub dated: bool,
    /// Read.
    pub read: bool,
    /// Starred.
    pub starred: bool,
    /// The text was changed by the publisher after it was first seen.
    pub changed: bool,
    /// Whether the article is behind a paywall.
    pub access: Access,
    /// How many further feeds list the same article.
    pub also_in: u16,
    /// Where it plays, when that is known.
    pub place: Option<Spot>,
    /// Place in the list's order, for the next window.
    pub cursor: Cursor,
}

/// A whole entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What the list shows of it.
    pub row: EntryRow,
    /// The feed's address.
    pub feed_url: FeedUrl,
    /// The publisher's identifier.
    pub guid: Clean,
    /// The article's page.
    pub url: Option<String>,
    /// Names.
    pub authors: Vec<Clean>,
    /// Plain text teaser.
    pub summary: Clean,
    /// HTML as the feed gave it: hostile until `article` has cleaned it.
    pub content_html: String,
    /// HTML of the article page, when it was fetched.
    pub full_html: Option<String>,
    /// What the fetched pages of its feed have in common.
    pub template: Template,
    /// When the publisher last changed it, as declared.
    pub updated: Option<Timestamp>,
    /// When umland first saw it.
    pub first_seen: Timestamp,
    /// Categories as the feed gives them.
    pub categories: Vec<Clean>,
    /// The reader's tags: those of its feed, then its own.
    pub tags: Vec<Clean>,
    /// Files.
    pub enclosures: Vec<Enclosure>,
    /// Lead image.
    pub image: Option<String>,
    /// Caption of the lead image, as the feed gives it.
    pub image_caption: Clean,
    /// Credit of the lead image, as the feed gives it.
    pub image_credit: Clean,
    /// Language tag of the entry or its feed.
    pub language: Option<String>,
    /// Titles of all feeds that list it, the row's own first.
    pub sources: Vec<Clean>,
}
