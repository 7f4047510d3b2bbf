//! What lies over the panes: the help, a choice, or the state of the feeds.

use super::board::Board;
use super::event::Candidate;
use super::health::Health;
use super::help::Help;
use super::palette::Palette;
use super::places::Offered;
use crate::domain::{HistoryRow, PickRow};
use crate::text::Clean;

/// An overlay.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// An entry as its feed gives it.
    Source {
        /// The lines.
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
    /// Which feeds around a town to subscribe to.
    Offers {
        /// The feeds.
        offered: Offered,
        /// The selected one.
        selected: usize,
    },
    /// Why an article stands where it stands.
    Why {
        /// The explanation, a paragraph a line.
        lines: Vec<Clean>,
        /// First visible paragraph.
        scroll: usize,
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
}
