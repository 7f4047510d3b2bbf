//! Events: facts that have already happened.

use std::sync::Arc;

use super::alerts::Warning;
use super::board::{Story, Subject};
use super::changes::Tagging;
use super::layout::Size;
use super::places::Offered;
use super::state::Prefs;
use super::themes::Named;
use crate::domain::{
    Access, Article, Cursor, EntryId, EntryRow, FeedPace, FeedRow, Graphics, HistoryRow, MapPlace,
    Mosaic, PickRow, PictureKey, Placing, Progress, Query, Timestamp, Undone, Window,
};
use crate::keys::Key;
use crate::text::Clean;
use crate::text::diff::Piece;
use crate::theme::Ground;

/// A fact.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// The official warnings that hold.
    AlertsLoaded(Vec<Warning>),
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Pasted(String),
    /// The mouse did something.
    Mouse(Mouse),
    /// The terminal has a new size.
    Resized(Size),
    /// The terminal told its background.
    GroundKnown(Ground),
    /// The time, in whole seconds; comes before other events and once a minute.
    Clock(Timestamp),
    /// The feeds with their counts, and the unread entries of all of them (one that several feeds list counts once).
    TreeLoaded(Vec<FeedRow>, u64),
    /// The unread entries of the saved views, in their order; none where that is not known cheaply.
    ViewsCounted(Vec<Option<u64>>),
    /// How lively the feeds are.
    PacesLoaded(Vec<FeedPace>),
    /// A window of a list.
    EntriesLoaded(Window),
    /// The first headlines of noteworthy entries, and how many entries there are.
    HeadlinesLoaded(Vec<Clean>, usize),
    /// How long a list is.
    EntriesCounted {
        /// The list that was asked about.
        query: Query,
        /// Its entries.
        total: u64,
    },
    /// The unread entry that was asked for, or none.
    UnreadFound {
        /// The list that was asked about.
        query: Query,
        /// Where it stands.
        found: Option<Cursor>,
    },
    /// An article.
    ArticleLoaded(Box<Loaded>),
    /// What pictures the terminal can show.
    GraphicsKnown(Graphics),
    /// A picture is ready to be drawn, or why it is not.
    PictureLoaded(PictureKey, Result<Arc<Mosaic>, Clean>),
    /// What changed in an article.
    RevisionLoaded(Box<Revision>),
    /// No earlier version of an article is kept.
    NoRevision(EntryId),
    /// The page of an entry's article has come.
    PageFetched(EntryId),
    /// An article that is not there any more.
    ArticleMissing(EntryId),
    /// A change was made and journalled.
    Changed(Undone),
    /// A change was undone; none when there was nothing to undo.
    WasUndone(Option<Undone>),
    /// A change was redone; none when there was nothing to redo.
    WasRedone(Option<Undone>),
    /// The tags that were asked for.
    TagsLoaded(Box<Tagging>),
    /// The stories of a list.
    BoardLoaded(Subject, Vec<Story>),
    /// How many versions other papers have of the stories of entries.
    VersionsCounted(Vec<(EntryId, u16)>),
    /// The last changes, the newest first.
    HistoryLoaded(Vec<HistoryRow>),
    /// The themes that can be chosen.
    ThemesLoaded(Vec<Named>),
    /// An entry as its feed gives it, line by line.
    SourceLoaded(Vec<Clean>),
    /// A refresh goes on.
    Refresh(Progress),
    /// The archive was changed by somebody else, or feeds were added or removed.
    ArchiveChanged,
    /// The configuration was read anew.
    ConfigChanged(Box<Prefs>),
    /// A subscription was made.
    Subscribed(Clean),
    /// Several feeds were found on a page: the reader chooses.
    FeedsFound(Vec<Candidate>),
    /// The places that what was typed may mean, the likeliest first; their numbers count the feeds around them.
    TownsFound(Clean, Vec<PickRow>),
    /// Feeds around a town: the reader chooses.
    Offered(Offered),
    /// The towns and tags of a list.
    PicksLoaded(Query, Vec<PickRow>),
    /// The places of a list.
    MapLoaded(Query, Vec<MapPlace>),
    /// An address could not be opened; it is copied instead.
    NotOpened {
        /// The address.
        address: String,
        /// Why it was not opened.
        reason: Clean,
    },
    /// Something was done that the reader should know.
    Noticed(Clean),
    /// Something did not work: what, why, and what to do next.
    Failed(Clean),
    /// Nothing but time passed while something moves.
    Tick,
    /// The program goes on after it was stopped; what the terminal shows is not known.
    Continued,
    /// The program was asked to end (a signal).
    Terminated,
}

/// A feed found on a web page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Its address.
    pub url: String,
    /// Its title, as the page says.
    pub title: Clean,
}

/// An article with what the reader shows around it.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    /// The entry's line in the list.
    pub row: EntryRow,
    /// The cleaned article.
    pub article: Article,
    /// The article's page.
    pub url: Option<String>,
    /// Titles of all feeds that list it.
    pub sources: Vec<Clean>,
    /// The reader's tags.
    pub tags: Vec<Clean>,
    /// Addresses of its files; what can be heard or seen first.
    pub enclosures: Vec<Clean>,
    /// How its place was found; none when it was not looked for.
    pub placing: Option<Placing>,
    /// Whether the publisher lets everybody read it, and what says so (`article-access-…` in the language files).
    pub access: (Access, &'static str),
    /// The article's page is in the archive.
    pub has_page: bool,
    /// The article is of the feed, not of its page.
    pub of_feed: bool,
    /// Where the reader was in it, in letters before that place.
    pub place: u32,
}

/// The present text of an entry against an earlier one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// The entry.
    pub entry: EntryId,
    /// Which earlier version: 1 is the one before the present one.
    pub back: usize,
    /// How many earlier versions there are.
    pub of: usize,
    /// When that version was replaced.
    pub replaced: Timestamp,
    /// What became of the title's words.
    pub title: Vec<Piece>,
    /// What became of the text's words.
    pub text: Vec<Piece>,
}

/// What the mouse did, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mouse {
    /// What.
    pub kind: MouseKind,
    /// Column.
    pub x: u16,
    /// Row.
    pub y: u16,
}

/// What a mouse can do here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MouseKind {
    /// The left button was pressed.
    Click,
    /// The wheel was turned up.
    WheelUp,
    /// The wheel was turned down.
    WheelDown,
}
