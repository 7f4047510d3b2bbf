//! Lines of the list that are no rows: headings of groups, and the line up to which everything is new.

use super::{List, MARGIN};
use crate::text::Clean;

/// What stands above a row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Above {
    /// The group that the row belongs to; empty without headings.
    pub group: Clean,
    /// The row is the first of its group.
    pub begins: bool,
    /// What is new ends (or, with the oldest first, begins) here.
    pub divider: bool,
}

/// A line of the list on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListLine<'a> {
    /// The heading of a group.
    Heading(&'a str),
    /// Up to here (or from here on) everything is new.
    Divider,
    /// The row with this index.
    Row(usize),
}

impl List {
    /// Says what stands above each row; nothing for a list without headings and divider.
    pub fn set_above(&mut self, above: Vec<Above>) {
        self.above = above;
    }

    /// The lines on a screen of so many rows.
    pub fn lines(&self, height: usize) -> Vec<ListLine<'_>> {
        let mut lines = Vec::with_capacity(height);
        for i in self.top..self.rows.len() {
            if lines.len() >= height {
                break;
            }
            if let Some(above) = self.above.get(i) {
                lines.extend(above.divider.then_some(ListLine::Divider));
                let heading = !above.group.is_empty() && (above.begins || i == self.top);
                lines.extend(heading.then_some(ListLine::Heading(&above.group)));
            }
            lines.push(ListLine::Row(i));
        }
        lines.truncate(height);
        lines
    }

    /// The row on a line of the screen.
    pub fn row_at(&self, line: usize) -> Option<usize> {
        match self.lines(line + 1).get(line)? {
            ListLine::Row(i) => Some(*i),
            ListLine::Heading(_) | ListLine::Divider => None,
        }
    }

    /// How many lines the rows from one to another take, both included, when the first is at the top.
    fn height_of(&self, top: usize, last: usize) -> usize {
        let extra = |i: usize| {
            self.above.get(i).map_or(0, |above| {
                let heading = !above.group.is_empty() && (above.begins || i == top);
                usize::from(above.divider) + usize::from(heading)
            })
        };
        (top..=last).map(|i| 1 + extra(i)).sum()
    }

    /// Moves the top so that the selected row is on a screen of so many rows, where some lines are no rows.
    pub(super) fn settle_lines(&mut self, height: usize) {
        let last = self.rows.len().saturating_sub(1);
        let margin = MARGIN.min(height.saturating_sub(1) / 2);
        self.top = self.top.min(self.selected.saturating_sub(margin));
        let lowest = (self.selected + margin).min(last);
        while self.top < self.selected && self.height_of(self.top, lowest) > height {
            self.top += 1;
        }
        // No empty lines below the last row while there are rows above.
        while self.top > 0 && self.height_of(self.top - 1, last) <= height {
            self.top -= 1;
        }
    }
}
