//! What a refresh tells while it runs. Told by `refresh`, understood by `app` and `cli`, so neither names the other.

use super::{EntryId, Fault, FeedId, FeedUrl};

/// Which feeds to refresh.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Which {
    /// All that are due.
    Due,
    /// All, due or not, but none before its `Retry-After`.
    All,
    /// One feed, due or not.
    Feed(FeedId),
    /// The feeds of a folder and the folders in it, due or not.
    Folder(String),
    /// These feeds.
    Feeds {
        /// Which.
        ids: Vec<FeedId>,
        /// Only those that are due.
        due_only: bool,
    },
}

/// What merging a document into the store did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MergeReport {
    /// Entries never seen before.
    pub new: u32,
    /// Entries whose text the publisher changed.
    pub changed: u32,
    /// Entries that are as they were.
    pub same: u32,
}

/// How one feed's turn ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FeedStatus {
    /// A document came and was merged.
    Fetched(MergeReport),
    /// 304, or the same bytes again.
    NotModified,
    /// Not asked: not due yet.
    NotDue,
    /// Merged, and the server says that the feed has moved for good.
    Moved(MergeReport, String),
    /// It did not work.
    Failed(Fault),
}

/// A refresh, as it goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Progress {
    /// It begins, with so many feeds.
    Started {
        /// Feeds that will be asked.
        feeds: usize,
    },
    /// One feed is done.
    Feed {
        /// Which.
        id: FeedId,
        /// Its address.
        url: FeedUrl,
        /// How it ended.
        status: FeedStatus,
        /// HTTP status, when there was an answer.
        http: Option<u16>,
        /// How long it took, in milliseconds.
        ms: u64,
    },
    /// The article page of an entry has come.
    Page(EntryId),
    /// New entries that the reader wants to be told of, by a rule.
    Noteworthy(Vec<EntryId>),
    /// All is done, or the refresh was cancelled.
    Finished(RefreshReport),
}

/// The sum of a refresh.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RefreshReport {
    /// Feeds asked.
    pub feeds: usize,
    /// Feeds with new or changed entries.
    pub fresh: usize,
    /// Feeds that answered 304 or with nothing new.
    pub same: usize,
    /// Feeds that were not due.
    pub not_due: usize,
    /// Feeds that failed.
    pub failed: usize,
    /// New entries.
    pub new: u64,
    /// Changed entries.
    pub changed: u64,
    /// It was cancelled before its end.
    pub cancelled: bool,
    /// How long it took, in milliseconds.
    pub ms: u64,
}
