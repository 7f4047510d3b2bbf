//! What lies over the panes: the help, or a choice.

use super::event::Candidate;
use super::places::Offered;
use crate::domain::PickRow;
use crate::text::Clean;

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
}
