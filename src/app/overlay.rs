//! What lies over the panes: the help, a choice, or the state of the feeds.

use super::board::Board;
use super::event::Candidate;
use super::health::Health;
use crate::domain::HistoryRow;

/// An overlay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Overlay {
    /// The keys and what they do.
    Help {
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
