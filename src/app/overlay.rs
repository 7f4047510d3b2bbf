//! What lies over the panes: the help, a choice, or the state of the feeds.

use super::board::Board;
use super::event::Candidate;
use super::health::Health;
use super::help::Help;
use super::map::Map;
use super::palette::Palette;
use super::places::Offered;
use crate::domain::{HistoryRow, PickRow};
use crate::text::{Clean, width};

/// An overlay.
#[derive(Debug, Clone, PartialEq)]
pub enum Overlay {
    /// The keys and what they do.
    Help(Help),
    /// What can be done and where one can go, found by a few letters.
    Palette(Palette),
    /// The themes.
    Themes {
        /// The selected one; 0 is `auto`.
        selected: usize,
    },
    /// The settings that can change while umland runs.
    Settings {
        /// First visible line.
        scroll: usize,
    },
    /// Lines to read, the first of them a heading.
    Text {
        /// Already broken for the screen.
        lines: Vec<Clean>,
        /// First visible line.
        scroll: usize,
    },
    /// A picture of the article, large.
    Picture {
        /// Which, from 0.
        index: usize,
    },
    /// The links of the article.
    Links {
        /// The selected one, from 0.
        selected: usize,
    },
    /// Which of the feeds found to subscribe to.
    Feeds {
        /// The feeds.
        candidates: Vec<Candidate>,
        /// The selected one.
        selected: usize,
    },
    /// Which town or tag to narrow the list to; the line being typed narrows the choice.
    Picks {
        /// All of them.
        rows: Vec<PickRow>,
        /// The selected one of those that match.
        selected: usize,
    },
    /// Which place is meant while its name is being typed.
    Towns {
        /// What was typed when they were found.
        typed: Clean,
        /// The places, the likeliest first.
        rows: Vec<PickRow>,
        /// The selected one.
        selected: usize,
    },
    /// Which feeds around a town to subscribe to.
    Offers {
        /// The feeds.
        offered: Offered,
        /// The selected one.
        selected: usize,
    },
    /// Which saved view to show.
    Views {
        /// The selected one.
        selected: usize,
    },
    /// What the list is sorted by.
    Sort {
        /// Index of the selected one.
        selected: usize,
    },
    /// What was done.
    History {
        /// The newest first.
        rows: Vec<HistoryRow>,
        /// First visible line.
        scroll: usize,
    },
    /// Official warnings.
    Alerts {
        /// The selected one.
        selected: usize,
    },
    /// The state of the feeds.
    Health(Health),
    /// A list of stories.
    Board(Board),
    /// The map.
    Map(Map),
}

/// Lines of a text that are shown at most: what is longer is no article.
const MOST: usize = 5000;

impl Overlay {
    /// A text to read, broken for a screen of so many columns.
    pub(super) fn text(paragraphs: &[Clean], columns: u16) -> Self {
        let room = usize::from(columns.saturating_sub(4)).max(10);
        let lines = paragraphs.iter().flat_map(|paragraph| width::wrap(paragraph, room));
        Self::Text { lines: lines.take(MOST).map(|line| Clean::line(&line)).collect(), scroll: 0 }
    }
}
