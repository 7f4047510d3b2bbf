//! Feeds: what the reader asked for, what the server says of itself, how it has been doing.

use super::{Fault, FeedId, FeedUrl, Timestamp, Warning};
use crate::text::Clean;

/// What the *reader* asked for, as it stands in the configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subscription {
    /// Where the feed is fetched.
    pub url: FeedUrl,
    /// The reader's own name for it; wins over the feed's title.
    pub title: Option<Clean>,
    /// Folder path, `/` between levels; empty for the top level.
    pub folder: Clean,
    /// The reader's tags.
    pub tags: Vec<Clean>,
    /// Refresh interval in seconds, when the reader set one.
    pub interval: Option<u32>,
    /// Extra request headers, in order.
    pub headers: Vec<(String, String)>,
    /// Fetch each entry's article page as well.
    pub full_text: bool,
    /// Believe whoever answers: the feed's certificate is not checked. The reader's own risk.
    pub trust_any_certificate: bool,
}

impl Subscription {
    /// A subscription to `url` with nothing else asked.
    pub fn new(url: FeedUrl) -> Self {
        Self {
            url,
            title: None,
            folder: Clean::empty(),
            tags: Vec::new(),
            interval: None,
            headers: Vec::new(),
            full_text: false,
            trust_any_certificate: false,
        }
    }
}

/// Folders in folders go no deeper; what lies deeper is in the last one.
pub const MAX_FOLDER_LEVELS: usize = 16;

/// The folder path that a text means: `/` between levels, no blanks around them, no empty ones, at most
/// [`MAX_FOLDER_LEVELS`].
pub fn folder_path(raw: &str) -> Clean {
    let levels: Vec<Clean> = raw.split('/').map(Clean::line).filter(|l| !l.is_empty()).collect();
    let names: Vec<&str> = levels.iter().take(MAX_FOLDER_LEVELS).map(Clean::as_str).collect();
    Clean::line(&names.join("/"))
}

/// What the *server* says of its feed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Feed {
    /// The feed's own title.
    pub title: Clean,
    /// The web page that the feed belongs to.
    pub site_url: Option<String>,
    /// Language tag (BCP 47) as declared.
    pub language: Option<String>,
}

/// The validators of the last answer, for the conditional GET (RFC 9110, section 13); echoed byte for byte.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Validators {
    /// `ETag`.
    pub etag: Option<String>,
    /// `Last-Modified`.
    pub last_modified: Option<String>,
    /// The address that gave them, after redirects: they mean nothing to another.
    pub from: Option<String>,
}

/// How a feed has been doing. The next due time is *not* kept: it is computed from these facts, so restarts heal themselves.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FeedHealth {
    /// The last time it was asked.
    pub last_attempt: Option<Timestamp>,
    /// The last time it answered well (200 with a feed, or 304).
    pub last_success: Option<Timestamp>,
    /// The last time something new or changed came.
    pub last_change: Option<Timestamp>,
    /// Failures in a row.
    pub failures: u32,
    /// The last fault; none after a success.
    pub fault: Option<Fault>,
    /// Not before this instant: `Retry-After`, or the end of a back-off.
    pub retry_after: Option<Timestamp>,
    /// How long the last answer is fresh, in seconds from `last_success`: `Cache-Control`, `Expires`, `Age`.
    pub fresh_for: Option<u32>,
    /// How long the last document asks to be left alone, in seconds from `last_success`: `ttl`, `sy:`.
    pub period: Option<u32>,
    /// Hours (UTC, bit 0 = midnight) in which the feed asks not to be fetched (`skipHours`).
    pub skip_hours: u32,
    /// Week days (bit 0 = Monday) on which it asks not to be fetched (`skipDays`).
    pub skip_days: u8,
    /// The address it has permanently moved to, not yet taken over by the reader.
    pub moved_to: Option<String>,
    /// Gone for good (410): not fetched any more unless asked.
    pub gone: bool,
    /// For the next conditional GET.
    pub validators: Validators,
    /// A hash of the last document's bytes: the same bytes again are not merged again.
    pub body_hash: Option<i64>,
    /// What was repaired in the last document.
    pub warnings: Vec<Warning>,
}

/// How lively a feed is, by the dates of its entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FeedPace {
    /// The feed.
    pub feed: FeedId,
    /// The date of its newest entry.
    pub newest: Timestamp,
    /// Entries of the last [`FeedPace::WINDOW`] seconds.
    pub recent: u32,
    /// The date of the oldest of those.
    pub since: Option<Timestamp>,
    /// Older entries than those are known.
    pub older: bool,
}

impl FeedPace {
    /// Seconds that count as recent.
    pub const WINDOW: i64 = 28 * 86_400;

    /// Entries a day of late; none when too little is known.
    pub fn per_day(&self, now: Timestamp) -> Option<f64> {
        // A feed that was subscribed lately shows only its newest entries: they say how often those came.
        let seconds = match self.since {
            Some(_) if self.older => Self::WINDOW,
            Some(since) if self.recent >= 3 => now.since(since).clamp(86_400, Self::WINDOW),
            _ => return None,
        };
        let seconds = i32::try_from(seconds).map_or(f64::from(i32::MAX), f64::from);
        Some(f64::from(self.recent) * 86_400.0 / seconds)
    }
}

/// One line of the feed tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedRow {
    /// The feed.
    pub id: FeedId,
    /// Its address.
    pub url: FeedUrl,
    /// The reader's name for it, else the feed's own title, else its address.
    pub title: Clean,
    /// Folder path; empty for the top level.
    pub folder: Clean,
    /// The reader's tags.
    pub tags: Vec<Clean>,
    /// The web page that the feed belongs to.
    pub site_url: Option<String>,
    /// Entries in the archive.
    pub entries: u64,
    /// Unread entries.
    pub unread: u64,
    /// Its certificate is not checked, by the reader's own wish.
    pub trusts_anybody: bool,
    /// How it has been doing.
    pub health: FeedHealth,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folder_paths_are_normalised() {
        assert_eq!(folder_path(" /Krefeld //  Neue\tZeitungen/ "), "Krefeld/Neue Zeitungen");
        assert_eq!(folder_path("a/".repeat(99).as_str()).matches('a').count(), MAX_FOLDER_LEVELS);
    }
}
