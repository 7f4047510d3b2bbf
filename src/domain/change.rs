//! Changes of state that the reader makes. Each becomes one journal row with its inverse.

use super::{Cursor, EntryId, FeedId, Query, TextPatch, Timestamp};
use crate::text::Clean;

/// A change of entries that the reader asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Which entries.
    pub target: Target,
    /// What happens to them.
    pub mark: Mark,
}

/// Which entries a change touches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// These.
    Entries(Vec<EntryId>),
    /// All of a list that were first seen at or before the instant: what arrived since was not on the screen.
    List(Query, Timestamp),
    /// What stands above a place in a list, likewise; the entry there is not touched.
    Above(Query, Cursor, Timestamp),
    /// What stands below it, likewise.
    Below(Query, Cursor, Timestamp),
    /// What stands in a list from one place to another, both included, likewise.
    Between(Query, Cursor, Cursor, Timestamp),
    /// Of a list, what was published before the first instant, likewise up to the second.
    Older(Query, Timestamp, Timestamp),
    /// All of a feed, likewise.
    Feed(FeedId, Timestamp),
    /// These, and of each those of other feeds that are the same: the same address, or the same headline at about the same
    /// time.
    Stories(Vec<EntryId>),
    /// Everything, likewise.
    All(Timestamp),
}

/// What a change does.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Mark {
    /// Read.
    Read,
    /// Unread again.
    Unread,
    /// Starred.
    Star,
    /// Not starred any more.
    Unstar,
    /// In no list and no count any more.
    Hide,
    /// In its lists again.
    Unhide,
    /// Tags of the reader's own, given and taken.
    Tags(TagEdit),
}

/// Tags that entries get and lose.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct TagEdit {
    /// Given.
    pub add: Vec<Clean>,
    /// Taken.
    pub remove: Vec<Clean>,
}

impl Mark {
    /// The stable name, as in the journal and on the command line.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Unread => "unread",
            Self::Star => "star",
            Self::Unstar => "unstar",
            Self::Hide => "hide",
            Self::Unhide => "unhide",
            Self::Tags(_) => "tags",
        }
    }
}

/// An edit of the configuration, most often of the subscriptions, as the journal names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FeedEdit {
    /// Subscribed.
    Added,
    /// Unsubscribed.
    Removed,
    /// Given another title.
    Retitled,
    /// Moved to another folder.
    Moved,
    /// Given another address.
    Readdressed,
    /// Article pages are fetched too.
    FullText,
    /// Article pages are not fetched any more.
    NoFullText,
    /// A setting was given another value.
    Setting,
    /// A view was saved.
    View,
}

impl FeedEdit {
    /// Every edit.
    pub const ALL: &'static [Self] = &[
        Self::Added,
        Self::Removed,
        Self::Retitled,
        Self::Moved,
        Self::Readdressed,
        Self::FullText,
        Self::NoFullText,
        Self::Setting,
        Self::View,
    ];

    /// The stable name, as in the journal.
    pub fn name(self) -> &'static str {
        match self {
            Self::Added => "feed-added",
            Self::Removed => "feed-removed",
            Self::Retitled => "feed-retitled",
            Self::Moved => "feed-moved",
            Self::Readdressed => "feed-readdressed",
            Self::FullText => "feed-full-text",
            Self::NoFullText => "feed-no-full-text",
            Self::Setting => "setting",
            Self::View => "view-added",
        }
    }
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Deed {
    /// Entries were marked.
    Mark(Mark),
    /// The subscriptions were edited.
    Feed(FeedEdit),
}

impl Deed {
    /// The stable name, as in the journal.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Mark(mark) => mark.name(),
            Self::Feed(edit) => edit.name(),
        }
    }
}

/// What an undo, a redo or a change did, for the notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undone {
    /// What was done or undone.
    pub deed: Deed,
    /// How many entries changed, or feeds.
    pub entries: u64,
    /// The title of the only entry, or of the feed; empty for many.
    pub title: Clean,
}

/// A row of the journal, for a list of what was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryRow {
    /// When it was done, or done again.
    pub at: Timestamp,
    /// What was done to how many entries of what.
    pub what: Undone,
    /// It was undone and can be done again.
    pub undone: bool,
}

/// A step back or forth in the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What it takes back, or does again.
    pub what: Undone,
    /// For an edit of the subscriptions: what is to be done to the configuration before the step counts.
    pub edit: Option<PendingEdit>,
}

/// An edit of the configuration that is still to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PendingEdit {
    /// The row of the journal.
    pub row: i64,
    /// The edit.
    pub patch: TextPatch,
}
