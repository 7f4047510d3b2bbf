//! What lies over the panes: the help, or a choice.

use super::event::Candidate;

/// An overlay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Overlay {
    /// The keys and what they do.
    Help {
        /// First visible line.
        scroll: usize,
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
}
