//! Changes of state that the reader makes. Each becomes one journal row with its inverse.

use super::{EntryId, FeedId, Query, Timestamp};
use crate::text::Clean;

/// A change that the reader asks for.
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
    /// All of a feed, likewise.
    Feed(FeedId, Timestamp),
    /// Everything, likewise.
    All(Timestamp),
}

/// What a change does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mark {
    /// Read.
    Read,
    /// Unread again.
    Unread,
    /// Starred.
    Star,
    /// Not starred any more.
    Unstar,
}

impl Mark {
    /// The stable name, as in the journal and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Unread => "unread",
            Self::Star => "star",
            Self::Unstar => "unstar",
        }
    }

    /// The value of a stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Read, Self::Unread, Self::Star, Self::Unstar].into_iter().find(|m| m.name() == name)
    }
}

/// What an undo, a redo or a change did, for the notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undone {
    /// What was done or undone.
    pub mark: Mark,
    /// How many entries changed.
    pub entries: u64,
    /// The title of the only entry, or of the feed; empty for many.
    pub title: Clean,
}
