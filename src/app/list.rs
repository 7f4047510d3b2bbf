//! The headline list: a window of rows, the selection, and what to ask the store for.
//!
//! **Invariant:** the selection is kept by entry, not by row; at most one window is asked for at a time.

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
        self.query = query;
        self.loaded = false;
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

    fn apply(&mut self, window: Window, goal: Goal, height: usize) {
        let before = self.current().map(|row| row.cursor);
        let on_screen = self.selected.saturating_sub(self.top);
        self.rows = window.rows;
        self.at_start = window.at_start;
        self.at_end = window.at_end;
        self.first_index = window.first_index;
        self.total = window.total;
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
        self.rows.iter().position(after).unwrap_or(self.rows.len().saturating_sub(1))
    }

    /// Brings the selection onto the screen.
    pub fn settle(&mut self, height: usize) {
        self.selected = self.selected.min(self.rows.len().saturating_sub(1));
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
        self.settle(height);
        self.ask_near_edge(height)
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
mod tests {
    use super::*;
    use crate::domain::{Access, FeedId, Timestamp};
    use crate::text::Clean;

    fn row(n: i64) -> EntryRow {
        EntryRow {
            id: EntryId(n),
            feed: FeedId(1),
            feed_title: Clean::line("Stadtbote"),
            title: Clean::line(&format!("Meldung {n}")),
            published: Timestamp(1000 - n),
            dated: true,
            read: n % 3 == 0,
            starred: false,
            changed: false,
            access: Access::Unknown,
            also_in: 0,
            place: None,
            cursor: Cursor { key: 1000 - n, id: EntryId(n) },
        }
    }

    fn window(list: &List, anchor: Anchor, ids: std::ops::Range<i64>) -> Window {
        Window {
            query: list.query.clone(),
            anchor,
            first_index: u64::try_from(ids.start).ok(),
            at_start: ids.start == 0,
            at_end: ids.end == 1000,
            rows: ids.map(row).collect(),
            total: Some(1000),
            hidden: 0,
        }
    }

    fn opened(ids: std::ops::Range<i64>) -> List {
        let mut list = List::default();
        let asked = list.show(Query::default());
        assert_eq!(asked.len(), 1);
        let first = window(&list, Anchor::Start, ids);
        assert!(list.take(first, 20).is_empty());
        list
    }

    #[test]
    fn only_one_window_is_under_way() {
        let mut list = List::default();
        assert_eq!(list.show(Query::default()).len(), 1);
        assert!(list.reload().is_empty());
        assert!(list.ask(Anchor::End, Goal::Last).is_empty());
        let first = window(&list, Anchor::Start, 0..300);
        let again = list.take(first, 20);
        assert!(matches!(again[..], [Effect::LoadEntries { anchor: Anchor::End, .. }]));
    }

    #[test]
    fn a_window_of_another_list_is_dropped() {
        let mut list = opened(0..300);
        let _ = list.reload();
        let late = window(&list, Anchor::Start, 0..300);
        let other = Query { text: "brand".to_owned(), ..Query::default() };
        assert!(list.show(other).is_empty(), "waits for the one under way");
        let asked = list.take(late, 20);
        assert_eq!(asked.len(), 1);
        assert!(!list.loaded);
    }

    #[test]
    fn the_selection_stays_on_its_entry_and_its_screen_row() {
        let mut list = opened(0..300);
        let _ = list.move_by(50, 20);
        let screen_row = list.selected - list.top;
        let _ = list.reload();
        let fresh = window(&list, Anchor::Start, 10..310);
        let _ = list.take(fresh, 20);
        assert_eq!(list.current().map(|r| r.id), Some(EntryId(50)));
        assert_eq!(list.selected - list.top, screen_row);
    }

    #[test]
    fn a_selected_entry_that_is_gone_leaves_the_next_one() {
        let mut list = opened(0..300);
        let _ = list.move_by(50, 20);
        let _ = list.reload();
        let mut fresh = window(&list, Anchor::Start, 0..300);
        fresh.rows.remove(50);
        let _ = list.take(fresh, 20);
        assert_eq!(list.current().map(|r| r.id), Some(EntryId(51)));
    }

    #[test]
    fn moving_near_the_edge_asks_for_more() {
        let mut list = opened(0..300);
        assert!(list.move_by(100, 20).is_empty());
        let asked = list.move_by(170, 20);
        assert!(matches!(asked[..], [Effect::LoadEntries { anchor: Anchor::Around(_), .. }]));
        assert!(list.move_by(5, 20).is_empty(), "not twice");
    }

    #[test]
    fn a_row_number_is_reached_inside_and_outside_the_window() {
        let mut list = opened(0..300);
        let _ = list.to_index(11, 20);
        assert_eq!(list.selected, 11);
        let asked = list.to_index(900, 20);
        assert!(matches!(asked[..], [Effect::LoadEntries { anchor: Anchor::Index(900), .. }]));
        let far = window(&list, Anchor::Index(900), 750..1000);
        let _ = list.take(far, 20);
        assert_eq!(list.current().map(|r| r.id), Some(EntryId(900)));
    }

    #[test]
    fn the_selection_is_always_on_the_screen() {
        let mut list = opened(0..300);
        for (step, height) in [(7, 20), (-3, 5), (90, 1), (-200, 0), (299, 33), (-1, 2)] {
            let _ = list.move_by(step, height);
            let visible = list.top..(list.top + height.max(1));
            assert!(
                visible.contains(&list.selected),
                "{step} {height} {visible:?} {}",
                list.selected
            );
        }
    }

    #[test]
    fn next_unread_looks_both_ways() {
        let mut list = opened(0..300);
        let _ = list.move_by(3, 20);
        assert_eq!(list.next_unread(true), Some(4));
        assert_eq!(list.next_unread(false), Some(2));
    }
}
