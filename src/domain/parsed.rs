//! What parsing a feed document yields: a value *and* warnings, never either-or.

use super::{Access, Alert, Enclosure, GeoPoint, Timestamp};
use crate::text::Clean;

/// Something that was repaired, dropped or guessed while parsing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// Stable name of the repair, such as `bare-ampersand`; its words stand in the language files under `warning-<code>`.
    pub code: String,
    /// How often it happened in this document.
    pub count: u32,
    /// An example or detail, cleaned; may be empty.
    pub detail: Clean,
}

/// How often the feed wants to be fetched, by its own document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FeedHints {
    /// RSS `ttl`, in minutes.
    pub ttl_minutes: Option<u32>,
    /// `sy:updatePeriod` ÷ `sy:updateFrequency`, in seconds.
    pub update_period: Option<u32>,
    /// RSS `skipHours` (UTC), bit 0 = midnight.
    pub skip_hours: u32,
    /// RSS `skipDays`, bit 0 = Monday.
    pub skip_days: u8,
}

/// A parsed feed document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ParsedFeed {
    /// The feed's title, plain text.
    pub title: Clean,
    /// Plain text description.
    pub description: Clean,
    /// The web page that the feed belongs to, absolute.
    pub site_url: Option<String>,
    /// The feed's own idea of its address (`atom:link rel=self`, JSON Feed `feed_url`), absolute.
    pub self_url: Option<String>,
    /// Language tag as declared.
    pub language: Option<String>,
    /// Icon or logo address.
    pub icon: Option<String>,
    /// Authors of the feed.
    pub authors: Vec<Clean>,
    /// Addresses of the authors' pages, in the order of `authors`.
    pub author_urls: Vec<Option<String>>,
    /// How often it wants to be fetched.
    pub hints: FeedHints,
    /// The entries in document order.
    pub entries: Vec<ParsedEntry>,
}

/// One entry of a feed document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ParsedEntry {
    /// Stable identifier, unique in the document, never empty.
    pub guid: String,
    /// The article's page, absolute http(s).
    pub url: Option<String>,
    /// Plain text headline; may be empty.
    pub title: Clean,
    /// Plain text teaser; empty when the feed gives only a body.
    pub summary: Clean,
    /// The body as HTML with absolute addresses: hostile until `article` has cleaned it. Holds the summary's HTML when
    /// the feed gives no other body.
    pub content_html: String,
    /// The body as plain text: for search, for noticing changes and for an untitled entry.
    pub text: String,
    /// Names, addresses removed.
    pub authors: Vec<Clean>,
    /// Addresses of the authors' pages, in the order of `authors`.
    pub author_urls: Vec<Option<String>>,
    /// Publication date.
    pub published: Option<Timestamp>,
    /// Date of the last change.
    pub updated: Option<Timestamp>,
    /// Categories, tags, subjects.
    pub categories: Vec<Clean>,
    /// Files.
    pub enclosures: Vec<Enclosure>,
    /// Lead image.
    pub image: Option<String>,
    /// Caption and credit of the lead image, as `media:description` and `media:credit` give them.
    pub image_caption: Clean,
    /// See `image_caption`.
    pub image_credit: Clean,
    /// Language tag of this entry.
    pub language: Option<String>,
    /// Paywall mark.
    pub access: Access,
    /// Coordinates (latitude, longitude) in degrees from `georss` or `geo`.
    pub point: Option<GeoPoint>,
    /// The official warning that the entry carries.
    pub alert: Option<Box<Alert>>,
    /// Title of the feed it was taken from (`source`).
    pub source: Clean,
}
