//! The state of the interface: a small record of the panes' states.

use super::layout::{LayoutMode, Pane, Regions, Size, regions};
use super::list::List;
use super::overlay::Overlay;
use super::prompt::Prompt;
use super::reader::Reader;
use super::tree::Tree;
use crate::domain::{Homes, RefreshReport, Timestamp};
use crate::keys::{Chord, Keymap};
use crate::lang::Lang;
use crate::text::Clean;
use crate::text::dates::Zone;
use crate::theme::Theme;

/// What the reader has set, from the configuration.
#[derive(Debug, Clone, PartialEq)]
pub struct Prefs {
    /// Language of the interface.
    pub lang: Lang,
    /// The theme, when it is not left to the terminal.
    pub theme: Option<Theme>,
    /// The layout to begin with.
    pub layout: LayoutMode,
    /// Widest line of an article, in columns.
    pub measure: u16,
    /// Only ASCII signs.
    pub ascii: bool,
    /// Show only unread entries to begin with.
    pub hide_read: bool,
    /// Opening an article marks it read.
    pub mark_read_on_open: bool,
    /// Refresh what is due when the reader starts.
    pub refresh_on_start: bool,
    /// The keys.
    pub keymap: Keymap,
    /// The reader's time zone.
    pub zone: Zone,
    /// The reader's town, for the bar; empty when not set.
    pub home: Clean,
    /// From where distances are measured.
    pub homes: Homes,
    /// Folded names of the places that the reader follows.
    pub follow: Vec<String>,
}

/// A line at the foot that says what happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The words.
    pub text: Clean,
    /// Something did not work.
    pub fault: bool,
}

/// A refresh under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Refreshing {
    /// What it has done so far.
    pub report: RefreshReport,
    /// Feeds it will ask.
    pub feeds: usize,
    /// Feeds it has asked.
    pub done: usize,
    /// News that the list has not shown yet.
    pub stale: bool,
    /// Ticks since it began, for the sign that moves.
    pub ticks: u32,
}

/// The whole.
#[derive(Debug, Clone)]
pub struct State {
    /// What the reader has set.
    pub prefs: Prefs,
    /// The theme in use.
    pub theme: Theme,
    /// The terminal's size.
    pub size: Size,
    /// The time.
    pub now: Timestamp,
    /// How the panes share the screen.
    pub layout: LayoutMode,
    /// The pane that has the keys.
    pub focus: Pane,
    /// Folders and feeds.
    pub tree: Tree,
    /// Headlines.
    pub list: List,
    /// The article.
    pub reader: Reader,
    /// The line being typed.
    pub prompt: Option<Prompt>,
    /// What lies over the panes.
    pub overlay: Option<Overlay>,
    /// Keys typed of a sequence, and a count.
    pub chord: Chord,
    /// What happened.
    pub notice: Option<Notice>,
    /// The refresh under way.
    pub refreshing: Option<Refreshing>,
    /// When feeds were last looked through for due ones.
    pub last_refresh: Option<Timestamp>,
}

impl State {
    /// The state before anything is known of the archive.
    pub fn new(prefs: Prefs, theme: Theme, size: Size, now: Timestamp) -> Self {
        Self {
            theme: prefs.theme.unwrap_or(theme),
            layout: prefs.layout,
            prefs,
            size,
            now,
            focus: Pane::List,
            tree: Tree::default(),
            list: List::default(),
            reader: Reader::default(),
            prompt: None,
            overlay: None,
            chord: Chord::default(),
            notice: None,
            refreshing: None,
            last_refresh: None,
        }
    }

    /// The interface's language.
    pub fn lang(&self) -> Lang {
        self.prefs.lang
    }

    /// Where the panes lie.
    pub fn regions(&self) -> Regions {
        regions(self.size, self.layout, self.focus)
    }

    /// Rows of a pane; 0 when it is not shown.
    pub fn height_of(&self, pane: Pane) -> usize {
        self.regions().of(pane).map_or(0, |rect| usize::from(rect.height))
    }

    /// Says what happened.
    pub fn say(&mut self, text: &str) {
        self.notice = Some(Notice { text: Clean::line(text), fault: false });
    }

    /// Says what did not work.
    pub fn complain(&mut self, text: &str) {
        self.notice = Some(Notice { text: Clean::line(text), fault: true });
    }
}
