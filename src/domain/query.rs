//! Which entries, in which order, and which window of them.

use std::sync::Arc;

use super::{EntryId, EntryRow, FeedId, Filter, Timestamp};

/// Which entries a list shows.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Query {
    /// From where.
    pub scope: Scope,
    /// Read ones too?
    pub show: Show,
    /// Words that the entry must contain, as typed; empty for no search.
    pub text: String,
    /// What else is asked of the entry.
    pub filter: Option<Arc<Filter>>,
    /// In which order.
    pub order: Order,
}

/// From where the entries come.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub enum Scope {
    /// From every subscribed feed.
    #[default]
    All,
    /// From every feed of a folder and the folders in it.
    Folder(String),
    /// From one feed.
    Feed(FeedId),
    /// Starred ones, archived feeds included.
    Starred,
}

/// Whether read entries are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Show {
    /// Read and unread.
    #[default]
    All,
    /// Unread, and those read at or after the given instant, so that nothing vanishes from under the reader's eyes.
    Unread {
        /// Usually: when the list was opened.
        or_read_since: Timestamp,
    },
}

/// The order of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Order {
    /// By what.
    pub by: SortBy,
    /// The other way round.
    pub reversed: bool,
}

impl Order {
    /// By date, newest first.
    pub const NEWEST_FIRST: Self = Self { by: SortBy::Date, reversed: false };
    /// By date, oldest first.
    pub const OLDEST_FIRST: Self = Self { by: SortBy::Date, reversed: true };
}

/// What a list is sorted by; among equals the newest come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum SortBy {
    /// The date, newest first.
    #[default]
    Date,
    /// The feed, in the configuration's order.
    Feed,
    /// The headline, as a dictionary has it.
    Title,
    /// Unread ones first.
    Unread,
}

impl SortBy {
    /// Every one, in the order in which they are offered.
    pub const ALL: &'static [Self] = &[Self::Date, Self::Feed, Self::Title, Self::Unread];

    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Feed => "feed",
            Self::Title => "title",
            Self::Unread => "unread",
        }
    }

    /// The value of a stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|by| by.name() == name)
    }
}

/// A place in a list's order: the sort key and, among equals, the entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Cursor {
    /// The sort key (publication instant in seconds).
    pub key: i64,
    /// The entry.
    pub id: EntryId,
}

/// Where a window lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// From the first row on.
    Start,
    /// Up to the last row.
    End,
    /// Half before and half after this place, the row itself included when it is still there.
    Around(Cursor),
    /// Half before and half after the row with this number, from 0.
    Index(u64),
}

/// A part of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Window {
    /// Which list.
    pub query: Query,
    /// Where the window was asked for.
    pub anchor: Anchor,
    /// The rows in order.
    pub rows: Vec<EntryRow>,
    /// Number of the first row in the whole list, from 0, when that is known cheaply.
    pub first_index: Option<u64>,
    /// Nothing lies before the first row.
    pub at_start: bool,
    /// Nothing lies after the last row.
    pub at_end: bool,
    /// Length of the whole list, when that is known cheaply.
    pub total: Option<u64>,
}
