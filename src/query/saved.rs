//! Queries that the reader keeps: views in the tree, and rules for what is new.

use super::resolve::view;
use super::{Context, Expr, list};
use crate::domain::{Mark, Query, TagEdit};
use crate::text::Clean;

/// A saved query, shown in the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// Its name.
    pub name: Clean,
    /// As written.
    pub text: String,
    /// What it asks for.
    pub expr: Expr,
}

/// What happens to new entries that a query fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// As written.
    pub text: String,
    /// Which entries.
    pub expr: Expr,
    /// They count as read.
    pub read: bool,
    /// They get a star.
    pub star: bool,
    /// They get these tags.
    pub tags: Vec<Clean>,
    /// They stand in no list and no count.
    pub hide: bool,
    /// The reader is told of them.
    pub notify: bool,
}

impl Rule {
    /// The list that it fits.
    pub fn query(&self, context: &Context<'_>) -> Query {
        list(&self.expr, &self.text, context)
    }

    /// What it does to an entry.
    pub fn marks(&self) -> Vec<Mark> {
        let tags = TagEdit { add: self.tags.clone(), remove: Vec::new() };
        let marks = [
            (self.read, Mark::Read),
            (self.star, Mark::Star),
            (!self.tags.is_empty(), Mark::Tags(tags)),
            (self.hide, Mark::Hide),
        ];
        marks.into_iter().filter_map(|(wanted, mark)| wanted.then_some(mark)).collect()
    }
}

impl View {
    /// The list that it shows; its label is its name.
    pub fn query(&self, context: &Context<'_>) -> Query {
        view(&self.expr, &self.name, context)
    }
}
