//! Which entries, in which order, and which window of them.

use std::sync::Arc;

use super::{EntryId, EntryRow, FeedId, Filter, GeoPoint, Timestamp};
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
    /// What else is asked of the entry.
    pub filter: Option<Arc<Filter>>,
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

/// A place on the map: what of a list plays there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapPlace {
    /// Its name.
    pub name: Clean,
    /// Where it lies.
    pub point: GeoPoint,
    /// How many entries of the list play there.
    pub n: u64,
    /// How many of them are unread.
    pub unread: u64,
}

impl Query {
    /// Whether it lists hidden entries, which stand in no other list.
    pub fn lists_hidden(&self) -> bool {
        self.filter.as_ref().is_some_and(|filter| filter.lists_hidden())
    }
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

    /// Whether the greatest of the keys that [`Cursor`] holds comes first; where a key alone does not decide, the newest
    /// comes first.
    pub fn is_descending(self) -> bool {
        !(self.by.has_key() && self.reversed)
    }
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
    /// Whole kilometres from the nearest home; see [`geo::nearest_key`].
    ///
    /// [`geo::nearest_key`]: super::geo::nearest_key
    Nearest,
    /// Age plus distance; see [`geo::near_and_new_key`].
    ///
    /// [`geo::near_and_new_key`]: super::geo::near_and_new_key
    NearAndNew,
}

impl SortBy {
    /// Every one, in the order in which they are offered.
    pub const ALL: &'static [Self] =
        &[Self::Date, Self::Feed, Self::Title, Self::Unread, Self::Nearest, Self::NearAndNew];

    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Feed => "feed",
            Self::Title => "title",
            Self::Unread => "unread",
            Self::Nearest => "nearest",
            Self::NearAndNew => "near-and-new",
        }
    }

    /// The value of a stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|by| by.name() == name)
    }

    /// Whether the key of a [`Cursor`] alone decides where an entry stands.
    pub fn has_key(self) -> bool {
        self == Self::Date || self.is_by_distance()
    }

    /// Whether distances decide.
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
