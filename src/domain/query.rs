//! Which entries, in which order, and which window of them.

use super::{EntryId, EntryRow, FeedId, GeoPoint, Timestamp};
use crate::text::Clean;

/// Which entries a list shows.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Query {
    /// From where.
    pub scope: Scope,
    /// Read ones too?
    pub show: Show,
    /// Words that the entry must contain, as typed; empty for no search.
    pub text: String,
    /// In which order.
    pub order: Order,
    /// Only those of a town or a tag that was picked.
    pub picked: Option<Pick>,
    /// Those that are muted too?
    pub muted: bool,
}

/// What a list is narrowed to by hand.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Pick {
    /// A place, by its folded name: what plays there, or in a part of it when it is a town.
    Place(String),
    /// Feeds with this tag of the reader's.
    Tag(String),
}

/// A town or a tag that a list can be narrowed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PickRow {
    /// What it is.
    pub pick: Pick,
    /// Its name.
    pub label: Clean,
    /// Where it lies; none for a tag.
    pub point: Option<GeoPoint>,
    /// How many entries of the list it has.
    pub n: u64,
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
pub enum Order {
    /// By date, newest first.
    #[default]
    NewestFirst,
    /// By date, oldest first.
    OldestFirst,
    /// By whole kilometres from the nearest home, among equals the newest first; see [`geo::nearest_key`].
    ///
    /// [`geo::nearest_key`]: super::geo::nearest_key
    Nearest,
    /// By age plus distance; see [`geo::near_and_new_key`].
    ///
    /// [`geo::near_and_new_key`]: super::geo::near_and_new_key
    NearAndNew,
}

impl Order {
    /// Whether the greatest key comes first.
    pub fn is_descending(self) -> bool {
        self != Self::OldestFirst
    }

    /// Whether distances decide, so that a list without a home has no such order.
    pub fn is_by_distance(self) -> bool {
        matches!(self, Self::Nearest | Self::NearAndNew)
    }
}

/// A place in a list's order: the sort key and, among equals, the entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Cursor {
    /// The sort key: the publication instant in seconds, or what the order makes of it.
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
    /// How many entries the list would hold besides, if nothing were muted.
    pub hidden: u64,
}
