//! The selection of several lines: from where it began to the line under the cursor.

use std::collections::HashSet;
use std::ops::Range;

use super::List;
use crate::app::effect::Effect;
use crate::app::list::Goal;
use crate::domain::{Anchor, Cursor, EntryId};

impl List {
    /// Begins to select lines at the one under the cursor, or ends it.
    pub fn toggle_marked(&mut self) {
        self.anchor = match self.anchor {
            Some(_) => None,
            None => self.current().map(|row| row.cursor),
        };
    }

    /// Ends the selection. Whether there was one.
    pub fn drop_marked(&mut self) -> bool {
        self.anchor.take().is_some()
    }

    /// The selected lines, as far as they are in the window.
    pub fn marked(&self) -> Option<Range<usize>> {
        let anchor = self.anchor?;
        let last = self.rows.len().saturating_sub(1);
        let at = match self.rows.iter().position(|row| row.id == anchor.id) {
            Some(at) => at,
            None if self.is_above(anchor) => 0,
            None => last,
        };
        let end = at.max(self.selected).min(last);
        (!self.rows.is_empty()).then(|| at.min(self.selected)..end + 1)
    }

    /// Where the selection began, when that is outside the window, and whether it is above it.
    pub fn anchor_outside(&self) -> Option<(Cursor, bool)> {
        let anchor = self.anchor.filter(|a| self.rows.iter().all(|row| row.id != a.id))?;
        Some((anchor, self.is_above(anchor)))
    }

    /// Whether a place outside the window is above it.
    fn is_above(&self, place: Cursor) -> bool {
        let Some(first) = self.rows.first() else { return true };
        if self.query.order.by.has_key() {
            (place > first.cursor) == self.query.order.is_descending()
        } else {
            // Only the store knows the order; nothing lies above a window at the start.
            !self.at_start
        }
    }

    /// Takes rows out at once, before the store has answered; the selection stays on its line.
    pub fn remove(&mut self, ids: &HashSet<EntryId>) {
        let above = self.rows[..self.selected.min(self.rows.len())]
            .iter()
            .filter(|row| ids.contains(&row.id))
            .count();
        let before = self.rows.len();
        self.rows.retain(|row| !ids.contains(&row.id));
        self.above.clear();
        self.changes += 1;
        let gone = (before - self.rows.len()) as u64;
        self.total = self.total.map(|total| total.saturating_sub(gone));
        self.selected -= above;
    }

    /// Brings the window into order after rows were taken out.
    #[must_use]
    pub fn settle_after_loss(&mut self, height: usize) -> Vec<Effect> {
        self.settle(height);
        if self.rows.is_empty() && !(self.at_start && self.at_end) {
            return self.ask(Anchor::Start, Goal::First);
        }
        self.ask_near_edge(height)
    }
}
