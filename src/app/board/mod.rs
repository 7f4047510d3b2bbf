//! Lists of stories over the panes: the versions of one story, today's edition, the dates found.
//!
//! **Invariant:** the selection is kept by entry when a list comes anew.

mod act;
mod lines;

use crate::domain::{Alike, EntryId, EntryRow, Timestamp};
use crate::text::Clean;
use crate::text::dates::Zone;

pub(super) use act::{act, back, click, do_it, move_by, settle, take};
pub use lines::{HEADING, Line, lines, rows, title};

/// What a list is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// The versions of the story of an entry.
    Coverage(EntryId),
    /// What was published since an instant, by story.
    Edition(Timestamp),
    /// Dates found in recent texts, in a time zone.
    Events(Zone),
}

/// What is said of a version beside its headline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Note {
    /// Nothing.
    None,
    /// It is the entry that was asked about.
    Asked,
    /// How like the entry it is that was asked about.
    Alike(Alike),
    /// When it takes place, and whether the hour is known.
    When(Timestamp, bool),
}

/// An entry as one version of a story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// The entry.
    pub row: EntryRow,
    /// What is said of it.
    pub note: Note,
}

/// A story: its versions, the best first; never none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Story {
    /// Its versions.
    pub versions: Vec<Version>,
    /// All are shown, not only the best.
    pub open: bool,
    /// The heading that it stands under.
    pub group: Clean,
}

impl Story {
    /// A story of these versions.
    pub fn new(versions: Vec<Version>) -> Self {
        Self { versions, open: false, group: Clean::default() }
    }

    /// Whether one of its versions was read.
    pub fn read(&self) -> bool {
        self.versions.iter().any(|version| version.row.read)
    }

    fn shown(&self) -> usize {
        if self.open { self.versions.len() } else { 1 }
    }
}

/// A list over the panes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Board {
    /// What it is about.
    pub subject: Subject,
    /// Its stories in order.
    pub stories: Vec<Story>,
    /// It has come.
    pub loaded: bool,
    /// The selected version: story and version in it.
    pub selected: (usize, usize),
    /// The first visible line.
    pub top: usize,
}

impl Board {
    fn new(subject: Subject) -> Self {
        Self { subject, stories: Vec::new(), loaded: false, selected: (0, 0), top: 0 }
    }

    /// The selected version.
    pub fn current(&self) -> Option<&Version> {
        self.stories.get(self.selected.0)?.versions.get(self.selected.1)
    }

    /// Stories of which a version was read.
    pub fn n_read(&self) -> usize {
        self.stories.iter().filter(|story| story.read()).count()
    }

    /// The versions that can be selected now, in order.
    fn places(&self) -> Vec<(usize, usize)> {
        let stories = self.stories.iter().enumerate();
        stories.flat_map(|(i, story)| (0..story.shown()).map(move |j| (i, j))).collect()
    }

    fn select_by(&mut self, by: isize) {
        let places = self.places();
        let at = places.iter().position(|place| *place == self.selected).unwrap_or(0);
        let to = at.saturating_add_signed(by).min(places.len().saturating_sub(1));
        self.selected = places.get(to).copied().unwrap_or_default();
    }

    /// Selects the next (or previous) story of which nothing was read.
    fn select_unread(&mut self, forward: bool) -> bool {
        let unread = |i: &usize| !self.stories[*i].read();
        let n = self.stories.len();
        let at = self.selected.0;
        let found =
            if forward { (at + 1..n).find(unread) } else { (0..at.min(n)).rev().find(unread) };
        self.selected = found.map_or(self.selected, |i| (i, 0));
        found.is_some()
    }

    fn fold(&mut self) {
        if let Some(story) = self.stories.get_mut(self.selected.0) {
            story.open = !story.open && story.versions.len() > 1;
        }
        self.selected.1 = 0;
    }

    fn fold_all(&mut self, open: bool) {
        for story in &mut self.stories {
            story.open = open && story.versions.len() > 1;
        }
        self.selected.1 = 0;
    }

    /// Shows entries as read or unread.
    fn mark(&mut self, ids: &[EntryId], read: bool) {
        let versions = self.stories.iter_mut().flat_map(|story| &mut story.versions);
        versions.filter(|v| ids.contains(&v.row.id)).for_each(|v| v.row.read = read);
    }

    /// Takes stories that have come; the selection stays on its entry.
    fn take(&mut self, stories: Vec<Story>) {
        let keep = self.current().map(|version| version.row.id);
        let open: Vec<EntryId> = self
            .stories
            .iter()
            .filter(|story| story.open)
            .map(|story| story.versions[0].row.id)
            .collect();
        self.stories = stories;
        for story in &mut self.stories {
            story.open |= open.contains(&story.versions[0].row.id);
        }
        self.loaded = true;
        let again = keep.and_then(|id| {
            let at = |(i, j): &(usize, usize)| self.stories[*i].versions[*j].row.id == id;
            self.places().into_iter().find(at)
        });
        self.selected = again.unwrap_or_default();
    }
}
