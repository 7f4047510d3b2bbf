//! The headline list: a window of rows, the selection, and what to ask the store for.
//!
//! **Invariant:** the selection is kept by entry, not by row; at most one window is asked for at a time.

mod lines;
mod marked;

use std::collections::HashSet;

use super::effect::Effect;
use crate::domain::{Anchor, Cursor, EntryId, EntryRow, Query, Window};

/// Rows asked for at once: many screens, so that a held key seldom reaches the edge.
const WINDOW: usize = 300;
/// Rows kept visible above and below the selection.
const MARGIN: usize = 2;

/// What to select when a window comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// What was selected before, at the same place of the screen.
    Keep,
    /// The first row.
    First,
    /// The last row.
    Last,
    /// The row with this number.
    Index(u64),
    /// The row at this place, or the next one.
    At(Cursor),
}

pub use lines::{Above, ListLine};

/// The list and its window.
#[derive(Debug, Clone, Default)]
pub struct List {
    /// Which entries.
    pub query: Query,
    /// The window's rows.
    pub rows: Vec<EntryRow>,
    /// Nothing lies before the first row.
    pub at_start: bool,
    /// Nothing lies after the last row.
    pub at_end: bool,
    /// Number of the first row in the whole list.
    pub first_index: Option<u64>,
    /// Length of the whole list.
    pub total: Option<u64>,
    /// How many entries are not shown because they are muted.
    pub hidden: u64,
    /// Index of the selected row in `rows`.
    pub selected: usize,
    /// Index of the first visible row in `rows`.
    pub top: usize,
    /// A window of this query has been shown.
    pub loaded: bool,
    /// The last step led upwards.
    upwards: bool,
    /// What stands above each row; empty when nothing does.
    above: Vec<Above>,
    /// How often the rows have changed.
    changes: u64,
    /// Where the selection of several lines began.
    anchor: Option<Cursor>,
    /// The length is to be asked for, when the next window does not tell it.
    uncounted: bool,
    asked: Option<(Query, Goal)>,
    next: Option<(Anchor, Goal)>,
}

impl List {
    /// The selected row.
    pub fn current(&self) -> Option<&EntryRow> {
        self.rows.get(self.selected)
    }

    /// Shows another list from its start.
    #[must_use]
    pub fn show(&mut self, query: Query) -> Vec<Effect> {
        if self.query != query {
            self.total = None;
        }
        self.query = query;
        self.loaded = false;
        self.uncounted = true;
        self.anchor = None;
        self.ask(Anchor::Start, Goal::First)
    }

    /// Asks for a window, now or when the one under way has come.
    #[must_use]
    pub fn ask(&mut self, anchor: Anchor, goal: Goal) -> Vec<Effect> {
        if self.asked.is_some() {
            self.next = Some((anchor, goal));
            return Vec::new();
        }
        self.asked = Some((self.query.clone(), goal));
        vec![Effect::LoadEntries { query: self.query.clone(), anchor, size: WINDOW }]
    }

    /// Asks for the same place again, because the archive has changed.
    #[must_use]
    pub fn reload(&mut self) -> Vec<Effect> {
        self.uncounted = true;
        if self.next.is_some() {
            return Vec::new(); // a newer wish is already waiting
        }
        // Who has not left the first row wants to see what is new.
        let anchor = match self.current() {
            Some(row) if !(self.at_start && self.selected == 0) => Anchor::Around(row.cursor),
            _ => return self.ask(Anchor::Start, Goal::First),
        };
        self.ask(anchor, Goal::Keep)
    }

    /// Takes a window; late ones of another list are dropped.
    #[must_use]
    pub fn take(&mut self, window: Window, height: usize) -> Vec<Effect> {
        let asked = self.asked.take();
        if let Some((query, goal)) = asked
            && query == window.query
            && query == self.query
        {
            self.apply(window, goal, height);
        }
        match self.next.take() {
            Some((anchor, goal)) => self.ask(anchor, goal),
            None => Vec::new(),
        }
    }

    /// Asks for the length of the list, when it is shown and its length is not known.
    #[must_use]
    pub fn count(&mut self) -> Option<Effect> {
        let wanted = self.uncounted && self.loaded && self.asked.is_none();
        if wanted {
            self.uncounted = false;
        }
        wanted.then(|| Effect::CountEntries(self.query.clone()))
    }

    /// Takes the length of the list; late ones of another list are dropped.
    #[must_use]
    pub fn counted(&mut self, query: &Query, total: u64) -> Vec<Effect> {
        if *query == self.query && self.loaded {
            self.total = Some(total);
        }
        Vec::new()
    }

    fn apply(&mut self, window: Window, goal: Goal, height: usize) {
        let before = self.current().map(|row| row.cursor);
        let on_screen = self.selected.saturating_sub(self.top);
        self.rows = window.rows;
        self.above.clear();
        self.changes += 1;
        self.at_start = window.at_start;
        self.at_end = window.at_end;
        self.first_index = window.first_index;
        // Until it is counted anew, the last length stands.
        self.uncounted &= window.total.is_none();
        self.total = window.total.or(self.total);
        self.hidden = window.hidden;
        self.loaded = true;
        let last = self.rows.len().saturating_sub(1);
        self.selected = match goal {
            Goal::First => 0,
            Goal::Last => last,
            Goal::Index(n) => {
                usize::try_from(n.saturating_sub(self.first_index.unwrap_or(0))).unwrap_or(last)
            }
            Goal::At(cursor) => self.place_of(cursor),
            Goal::Keep => before.map_or(0, |cursor| self.place_of(cursor)),
        }
        .min(last);
        self.top = match goal {
            Goal::First => 0,
            Goal::Keep => self.selected.saturating_sub(on_screen),
            _ => self.selected.saturating_sub(height / 2),
        };
        self.settle(height);
    }

    /// The row at a place of the order, or the first one after it.
    fn place_of(&self, cursor: Cursor) -> usize {
        if let Some(i) = self.rows.iter().position(|row| row.id == cursor.id) {
            return i;
        }
        let descending = self.query.order.is_descending();
        let after = |row: &EntryRow| (row.cursor < cursor) == descending;
        let last = self.rows.len().saturating_sub(1);
        if self.query.order.by.has_key() {
            self.rows.iter().position(after).unwrap_or(last)
        } else {
            // Only the store knows what lies after it: the reader stays on the same line.
            self.selected.min(last)
        }
    }

    /// A number that changes with the rows.
    pub fn changes(&self) -> u64 {
        self.changes
    }

    /// Brings the selection onto the screen.
    pub fn settle(&mut self, height: usize) {
        self.selected = self.selected.min(self.rows.len().saturating_sub(1));
        if !self.above.is_empty() {
            return self.settle_lines(height);
        }
        let margin = MARGIN.min(height.saturating_sub(1) / 2);
        let lowest_top = self.selected.saturating_sub(height.saturating_sub(1 + margin));
        let highest_top = self.selected.saturating_sub(margin);
        let last_top = self.rows.len().saturating_sub(height);
        self.top = self.top.clamp(lowest_top.min(highest_top), highest_top).min(last_top);
    }

    /// Moves the selection; asks for more rows near the window's edges.
    #[must_use]
    pub fn move_by(&mut self, rows: isize, height: usize) -> Vec<Effect> {
        let last = self.rows.len().saturating_sub(1);
        self.selected = self.selected.saturating_add_signed(rows).min(last);
        self.upwards = rows < 0;
        self.settle(height);
        self.ask_near_edge(height)
    }

    /// The row that the next step leads to, if it goes on as the last one did.
    pub fn ahead(&self) -> Option<&EntryRow> {
        let next =
            if self.upwards { self.selected.checked_sub(1) } else { Some(self.selected + 1) };
        self.rows.get(next?)
    }

    /// Scrolls the rows under the screen and keeps the selection on it.
    #[must_use]
    pub fn scroll_by(&mut self, rows: isize, height: usize) -> Vec<Effect> {
        let last_top = self.rows.len().saturating_sub(height);
        self.top = self.top.saturating_add_signed(rows).min(last_top);
        let margin = MARGIN.min(height.saturating_sub(1) / 2);
        let first = if self.top == 0 { 0 } else { self.top + margin };
        let last = (self.top + height).saturating_sub(1 + margin).max(first);
        self.selected = self.selected.clamp(first, last);
        self.settle(height);
        self.ask_near_edge(height)
    }

    fn ask_near_edge(&mut self, height: usize) -> Vec<Effect> {
        let near = 2 * height.max(10);
        let wants_more = (!self.at_start && self.selected < near)
            || (!self.at_end && self.rows.len() - self.selected.min(self.rows.len()) < near);
        match self.current() {
            Some(row) if wants_more && self.asked.is_none() => {
                let anchor = Anchor::Around(row.cursor);
                self.ask(anchor, Goal::Keep)
            }
            _ => Vec::new(),
        }
    }

    /// Goes to the first row.
    #[must_use]
    pub fn to_start(&mut self) -> Vec<Effect> {
        if !self.at_start {
            return self.ask(Anchor::Start, Goal::First);
        }
        (self.selected, self.top) = (0, 0);
        Vec::new()
    }

    /// Goes to the last row.
    #[must_use]
    pub fn to_end(&mut self, height: usize) -> Vec<Effect> {
        if !self.at_end {
            return self.ask(Anchor::End, Goal::Last);
        }
        self.selected = self.rows.len().saturating_sub(1);
        self.settle(height);
        Vec::new()
    }

    /// Goes to the row with this number, from 0.
    #[must_use]
    pub fn to_index(&mut self, n: u64, height: usize) -> Vec<Effect> {
        let inside = self
            .first_index
            .and_then(|first| n.checked_sub(first))
            .and_then(|i| usize::try_from(i).ok())
            .filter(|i| *i < self.rows.len());
        match inside {
            Some(i) => {
                self.selected = i;
                self.settle(height);
                self.ask_near_edge(height)
            }
            None => self.ask(Anchor::Index(n), Goal::Index(n)),
        }
    }

    /// Goes to an entry's place, in the window or outside.
    #[must_use]
    pub fn to_cursor(&mut self, cursor: Cursor, height: usize) -> Vec<Effect> {
        match self.rows.iter().position(|row| row.id == cursor.id) {
            Some(i) => {
                self.selected = i;
                self.settle(height);
                self.ask_near_edge(height)
            }
            None => self.ask(Anchor::Around(cursor), Goal::At(cursor)),
        }
    }

    /// The next unread row in the window after (or before) the selected one.
    pub fn next_unread(&self, forward: bool) -> Option<usize> {
        if forward {
            let from = self.selected + 1;
            (from..self.rows.len()).find(|i| !self.rows[*i].read)
        } else {
            (0..self.selected.min(self.rows.len())).rev().find(|i| !self.rows[*i].read)
        }
    }

    /// Changes rows at once, before the store has answered.
    pub fn mark(&mut self, ids: &HashSet<EntryId>, change: impl Fn(&mut EntryRow)) {
        for row in self.rows.iter_mut().filter(|row| ids.contains(&row.id)) {
            change(row);
        }
    }
}

#[cfg(test)]
mod tests;
