//! Effects: what the interface wishes the world to do.

use super::board::Subject;
use super::event::Candidate;
use crate::domain::{
    Anchor, Change, EntryId, FeedId, FeedUrl, Graphics, NoticeForm, PictureKey, Query, Target,
    Which,
};
use crate::text::Clean;

/// A wish, to be carried out by the runtime. Its answer comes back as an [`Event`](super::Event).
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub enum Effect {
    /// Load the feeds with their counts.
    LoadTree,
    /// Count the unread entries of saved views.
    CountViews(Vec<Query>),
    /// Load how lively the feeds are.
    LoadPaces,
    /// Load the official warnings that hold.
    LoadAlerts,
    /// Load a window of a list.
    LoadEntries {
        /// Which list.
        query: Query,
        /// Where.
        anchor: Anchor,
        /// At most so many rows.
        size: usize,
    },
    /// Count the entries of a list whose length its window did not tell. A newer question takes the place of this one.
    CountEntries(Query),
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
    /// Ask the terminal what pictures it can show.
    AskGraphics,
    /// Load a picture for a place on the screen.
    LoadPicture(PictureKey, Graphics),
    /// Keep the place in an entry's article, in letters before it.
    KeepPlace(EntryId, u32),
    /// Compare an entry's present text with an earlier one.
    LoadRevision {
        /// Which entry.
        id: EntryId,
        /// Which version: 1 is the one before the present one; the oldest when there are fewer.
        back: usize,
    },
    /// Fetch the page of an entry's article.
    FetchPage(EntryId),
    /// Change the state of entries, with a journal row.
    Change(Change),
    /// Load the tags of entries, and every tag in use.
    LoadTags(Target),
    /// Count the versions that other papers have of the stories of entries, beside everything else.
    CountVersions(Vec<EntryId>),
    /// Save a view that finds what is told of an entry's story from now on.
    Follow(EntryId),
    /// Load a list of stories.
    LoadBoard(Subject),
    /// Load the last changes.
    LoadHistory,
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
    /// Play an enclosure.
    Play(String),
    /// Open the pages of entries in the browser.
    OpenEntries(Vec<EntryId>),
    /// Load the first headlines of noteworthy entries.
    LoadHeadlines(Vec<EntryId>),
    /// Show a notice of the desktop.
    NotifyDesktop {
        /// How many entries it is about.
        title: Clean,
        /// The first of them.
        text: Clean,
    },
    /// Ask the terminal to show a notice.
    NotifyTerminal {
        /// How it is asked.
        form: NoticeForm,
        /// How many entries it is about.
        title: Clean,
        /// The first of them.
        text: Clean,
    },
    /// Ring the terminal's bell.
    Bell,
    /// Copy a text to the clipboard.
    Copy(String),
    /// Save the article of an entry.
    Save {
        /// Which.
        id: EntryId,
        /// As the feed gives it, even when its page is there.
        of_feed: bool,
        /// Where, as typed; its ending says in which format.
        path: String,
    },
    /// Hand an article to the reader's bookmark command.
    Bookmark {
        /// Its address.
        url: String,
        /// Its headline.
        title: String,
        /// Its source.
        source: String,
    },
    /// Hand an article to one of the reader's programs.
    Share {
        /// The program, by its name in the configuration.
        name: String,
        /// Its address.
        url: String,
        /// Its headline.
        title: String,
        /// Its source.
        source: String,
    },
    /// Give the terminal to a command of the reader's, and a text to its standard input.
    Pipe {
        /// The command, as typed.
        command: String,
        /// The text.
        text: String,
    },
    /// Subscribe to an address, or look for feeds on the page behind it.
    Subscribe(String),
    /// Subscribe to one of the feeds found.
    SubscribeTo(Candidate),
    /// Find the places that what was typed so far may mean.
    FindTowns(Clean),
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
    /// Load the places of a list.
    LoadMap(Query),
    /// Edit a feed's subscription, with a journal row.
    EditFeed(FeedId, FeedWish),
    /// Write a setting into the configuration, with a journal row.
    WriteSetting {
        /// The table.
        table: &'static str,
        /// The key in it.
        key: &'static str,
        /// The value.
        value: SettingValue,
    },
    /// Follow or hide a place or a kind of feed, or do so no longer: written into the configuration, with a journal row.
    ToggleWish {
        /// `follow` or `hide`.
        table: &'static str,
        /// What it is about.
        about: About,
    },
    /// Load the themes that can be chosen.
    LoadThemes,
    /// Find an unread entry of a list by chance.
    FindRandom(Query),
    /// Load an entry as its feed gives it.
    LoadSource(EntryId),
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

/// A value of the configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SettingValue {
    /// A text.
    Text(String),
    /// A number.
    Number(u16),
    /// On or off.
    Switch(bool),
}

/// What is to become of a subscription.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FeedWish {
    /// It ends; the archive keeps its entries.
    Remove,
    /// The reader's own title, or none.
    Retitle(Option<Clean>),
    /// Another folder.
    Move(Clean),
    /// Another address.
    Readdress(FeedUrl),
    /// Its articles' pages are fetched too, or not any more.
    ToggleFullText,
}

/// What is followed or hidden.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// A place of this name.
    Place(Clean),
    /// Feeds of the same kind as this one.
    KindOf(FeedId),
}
