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
}
