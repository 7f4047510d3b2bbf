//! The saved views among the lines of the tree: behind everything and what is starred, before the folders.

use super::tree::{Node, Tree};
use crate::text::Clean;

/// Lines before the views.
const FIXED: usize = 2;

impl Tree {
    /// Takes the saved views with their counts; the selection stays on its line.
    pub fn take_views(&mut self, views: Vec<(Clean, Option<u64>)>) {
        let (before, after) = (self.views.len(), views.len());
        self.views = views;
        self.rebuild();
        if self.selected >= FIXED + before {
            self.selected = self.selected + after - before;
        }
    }

    /// The number of the selected view, when a view is selected.
    pub fn current_view(&self) -> Option<usize> {
        match self.nodes.get(self.selected)? {
            Node::View { index } => Some(*index),
            _ => None,
        }
    }

    /// Selects the line of a view; whether there is one of this name.
    pub fn select_view(&mut self, name: &str) -> bool {
        let found = self.views.iter().position(|(view, _)| **view == *name);
        self.selected = found.map_or(self.selected, |index| FIXED + index);
        found.is_some()
    }
}
