//! Effects: what the interface wishes the world to do.

use super::event::Candidate;
use crate::domain::{Anchor, Change, EntryId, Query, Which};

/// A wish, to be carried out by the runtime. Its answer comes back as an [`Event`](super::Event).
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub enum Effect {
    /// Load the feeds with their counts.
    LoadTree,
    /// Load a window of a list.
    LoadEntries {
        /// Which list.
        query: Query,
        /// Where.
        anchor: Anchor,
        /// At most so many rows.
        size: usize,
    },
    /// Find the next (or previous) unread entry of a list that lies outside the window.
    FindUnread {
        /// Which list.
        query: Query,
        /// From where; from the list's end or start when none.
        from: Option<crate::domain::Cursor>,
        /// Towards the end of the list.
        forward: bool,
    },
    /// Load an article.
    LoadArticle {
        /// Of which entry.
        id: EntryId,
        /// As the feed gives it, even when its page is there.
        of_feed: bool,
    },
    /// Fetch the page of an entry's article.
    FetchPage(EntryId),
    /// Change the state of entries, with a journal row.
    Change(Change),
    /// Undo the last change.
    Undo,
    /// Redo it.
    Redo,
    /// Refresh feeds.
    Refresh(Which),
    /// Stop the refresh; what was merged stays.
    CancelRefresh,
    /// Open an address in the browser.
    OpenUrl(String),
    /// Copy a text to the clipboard.
    Copy(String),
    /// Subscribe to an address, or look for feeds on the page behind it.
    Subscribe(String),
    /// Subscribe to one of the feeds found.
    SubscribeTo(Candidate),
    /// Find the feeds around a town or postcode.
    FindAround(String),
    /// Subscribe to feeds that were offered around a town, and take it for the reader's home if none is set.
    SubscribeAround {
        /// The town, as typed.
        typed: String,
        /// Addresses of the feeds.
        urls: Vec<String>,
    },
    /// Load the towns and tags of a list.
    LoadPicks(Query),
    /// Edit the configuration file in the reader's editor.
    EditConfig,
    /// Tell when the archive or the configuration is changed by somebody else.
    Watch,
    /// Keep the reader's wishes for the next start.
    Remember(&'static str, String),
    /// Stop as job control does.
    Suspend,
    /// Draw everything anew.
    Redraw,
    /// Leave.
    Quit,
}
