//! The state of the interface: a small record of the panes' states.

use super::alerts::Warning;
use super::board::Board;
use super::changes::{Last, Tagging};
use super::command::CommandLine;
use super::headings::Made;
use super::jumps::Jumps;
use super::layout::{LayoutMode, Pane, Regions, Size, regions};
use super::links::Hints;
use super::list::List;
use super::overlay::Overlay;
use super::pictures::Pictures;
use super::prompt::Prompt;
use super::reader::Reader;
use super::tree::Tree;
use super::versions::Versions;
use crate::domain::{
    Cursor, EntryId, FeedId, Homes, NoticeWays, Protocol, RefreshReport, Timestamp,
};
use crate::export::Format;
use crate::keys::{Chord, Keymap};
use crate::lang::Lang;
use crate::query::View;
use crate::text::Clean;
use crate::text::dates::Zone;
use crate::theme::{Ground, Theme, Themes};

/// What the reader has set, from the configuration.
#[derive(Debug, Clone, PartialEq)]
pub struct Prefs {
    /// Language of the interface.
    pub lang: Lang,
    /// The themes.
    pub themes: Themes,
    /// The layout to begin with.
    pub layout: LayoutMode,
    /// Widest line of an article, in columns.
    pub measure: u16,
    /// The headings of the list.
    pub headings: Headings,
    /// Only ASCII signs.
    pub ascii: bool,
    /// The terminal is told where links lead.
    pub hyperlinks: bool,
    /// Pictures stand in the articles to begin with.
    pub images: bool,
    /// How pictures are drawn, when that is not left to the terminal.
    pub protocol: Option<Protocol>,
    /// Show only unread entries to begin with.
    pub hide_read: bool,
    /// Opening an article marks it read.
    pub mark_read_on_open: bool,
    /// Refresh what is due when the reader starts.
    pub refresh_on_start: bool,
    /// Saved queries.
    pub views: Vec<View>,
    /// Words that are set off, folded.
    pub highlight: Vec<String>,
    /// The keys.
    pub keymap: Keymap,
    /// The folder where articles are saved, as the configuration has it.
    pub save_folder: String,
    /// The format that is offered first.
    pub save_format: Format,
    /// Names of the programs that articles can be handed to.
    pub shares: Vec<String>,
    /// The reader's time zone.
    pub zone: Zone,
    /// The reader's town, for the bar; empty when not set.
    pub home: Clean,
    /// How the reader is told of noteworthy entries.
    pub notices: NoticeWays,
    /// From where distances are measured.
    pub homes: Homes,
    /// Folded names of the places that the reader follows.
    pub follow: Vec<String>,
    /// What the environment says where the configuration does not.
    pub surroundings: Auto,
}

/// The headings of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Headings {
    /// By feed when the list is sorted by feed, by place when the nearest come first, else none.
    #[default]
    Auto,
    /// None.
    None,
    /// By day, where the list is sorted by date.
    Day,
    /// By feed.
    Feed,
    /// By place.
    Place,
}

impl Headings {
    /// Its name, as in the configuration.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::None => "none",
            Self::Day => "day",
            Self::Feed => "feed",
            Self::Place => "place",
        }
    }

    /// The headings of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        let all = [Self::Auto, Self::None, Self::Day, Self::Feed, Self::Place];
        all.into_iter().find(|headings| headings.name() == name)
    }
}

/// What "auto" means here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Auto {
    /// The locale's language.
    pub lang: Lang,
    /// The terminal cannot show more than ASCII.
    pub ascii: bool,
    /// The terminal is known to know hyperlinks.
    pub hyperlinks: bool,
    /// The terminal shows any colour, not only those of the palette.
    pub true_colour: bool,
}

/// What went well is said for so many ticks: six seconds.
const NOTICE_TICKS: u8 = 30;

/// A line at the foot that says what happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The words.
    pub text: Clean,
    /// Something did not work.
    pub fault: bool,
    /// Ticks until it gives way to the hints; none: it stays until a key is pressed or something else is said.
    pub ticks_left: Option<u8>,
}

/// A refresh under way.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Refreshing {
    /// What it has done so far.
    pub report: RefreshReport,
    /// Feeds it will ask.
    pub feeds: usize,
    /// Feeds it has asked.
    pub done: usize,
    /// New entries that a rule wants told.
    pub noteworthy: Vec<EntryId>,
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
    /// The terminal's background, as far as is known.
    pub ground: Ground,
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
    /// Its pictures.
    pub pictures: Pictures,
    /// The line being typed.
    pub prompt: Option<Prompt>,
    /// The command line: what it has heard and knows.
    pub command: CommandLine,
    /// Letters over the links.
    pub hints: Option<Hints>,
    /// What lies over the panes.
    pub overlay: Option<Overlay>,
    /// The list of stories that an article was opened from.
    pub board_left: Option<Board>,
    /// Keys typed of a sequence, and a count.
    pub chord: Chord,
    /// Where the reader was before.
    pub jumps: Jumps,
    /// The last change, to be made again.
    pub last_change: Option<Last>,
    /// Entries whose tags are being typed.
    pub tagging: Option<Tagging>,
    /// The newest entry that was on the screen when the last session ended.
    pub seen_until: Option<Timestamp>,
    /// The newest entry that has been on the screen so far.
    pub newest_seen: Option<Timestamp>,
    pub(super) headings_made: Option<Made>,
    /// Where to begin.
    pub(super) recalled: Option<Cursor>,
    /// What was kept last of the place.
    pub(super) kept: Option<String>,
    /// The official warnings of the archive.
    pub warnings: Vec<Warning>,
    /// What happened.
    pub notice: Option<Notice>,
    /// The command that an article was piped into last.
    pub last_pipe: String,
    /// How many papers tell the stories of the list.
    pub versions: Versions,
    /// The refresh under way.
    pub refreshing: Option<Refreshing>,
    /// When feeds were last looked through for due ones.
    pub last_refresh: Option<Timestamp>,
}

impl State {
    /// The state before anything is known of the archive.
    pub fn new(prefs: Prefs, ground: Ground, size: Size, now: Timestamp) -> Self {
        let pictures = Pictures::new(prefs.images);
        Self {
            theme: prefs.themes.on(ground).clone(),
            ground,
            layout: prefs.layout,
            prefs,
            size,
            now,
            focus: Pane::List,
            tree: Tree::default(),
            list: List::default(),
            reader: Reader::default(),
            pictures,
            prompt: None,
            command: CommandLine::default(),
            hints: None,
            overlay: None,
            board_left: None,
            chord: Chord::default(),
            jumps: Jumps::default(),
            last_change: None,
            tagging: None,
            seen_until: None,
            newest_seen: None,
            headings_made: None,
            recalled: None,
            kept: None,
            warnings: Vec::new(),
            notice: None,
            last_pipe: String::new(),
            versions: Versions::default(),
            refreshing: None,
            last_refresh: None,
        }
    }

    /// The interface's language.
    pub fn lang(&self) -> Lang {
        self.prefs.lang
    }

    /// The feed under the cursor: of the tree, or of the selected entry.
    pub fn feed_here(&self) -> Option<FeedId> {
        match self.focus {
            Pane::Tree => self.tree.current_feed().map(|feed| feed.id),
            Pane::List | Pane::Article => self.list.current().map(|row| row.feed),
        }
    }

    /// Where the panes lie.
    pub fn regions(&self) -> Regions {
        regions(self.size, self.layout, self.focus)
    }

    /// Rows of a pane; 0 when it is not shown.
    pub fn height_of(&self, pane: Pane) -> usize {
        self.regions().of(pane).map_or(0, |rect| usize::from(rect.height))
    }

    /// Something on the screen moves, or will go by itself: ticks are wanted.
    pub fn is_moving(&self) -> bool {
        self.refreshing.is_some() || self.notice.as_ref().is_some_and(|n| n.ticks_left.is_some())
    }

    /// Says what happened; after a while the hints come back.
    pub fn say(&mut self, text: &str) {
        self.notice =
            Some(Notice { text: Clean::line(text), fault: false, ticks_left: Some(NOTICE_TICKS) });
    }

    /// Says what is under way; stays until that has ended.
    pub fn say_meanwhile(&mut self, text: &str) {
        self.notice = Some(Notice { text: Clean::line(text), fault: false, ticks_left: None });
    }

    /// Says what did not work.
    pub fn complain(&mut self, text: &str) {
        self.notice = Some(Notice { text: Clean::line(text), fault: true, ticks_left: None });
    }
}
