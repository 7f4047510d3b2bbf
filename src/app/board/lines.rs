//! The lines of a list of stories, and what stands above them.

use super::{Board, Subject};
use crate::app::state::State;
use crate::text::{Clean, dates};
use crate::{tr, words};

/// Rows above the lines: the title and an empty one.
pub const HEADING: u16 = 2;

/// A line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// The heading of a group.
    Heading(Clean),
    /// A version of a story, by both indices.
    Version(usize, usize),
    /// Between the last story and the words at the end.
    Blank,
    /// That was all.
    End,
}

/// The lines of a list.
pub fn lines(board: &Board) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut group = Clean::default();
    for (i, story) in board.stories.iter().enumerate() {
        if story.group != group {
            group.clone_from(&story.group);
            lines.push(Line::Heading(group.clone()));
        }
        lines.extend((0..story.shown()).map(|j| Line::Version(i, j)));
    }
    if board.loaded && matches!(board.subject, Subject::Edition(_)) {
        lines.extend([Line::Blank, Line::End]);
    }
    lines
}

/// Where a version stands.
pub(super) fn line_of(lines: &[Line], (i, j): (usize, usize)) -> usize {
    lines.iter().position(|line| *line == Line::Version(i, j)).unwrap_or(0)
}

/// Rows for lines.
pub fn rows(state: &State) -> usize {
    let regions = state.regions();
    usize::from(regions.status.y.saturating_sub(regions.bar.height + HEADING)).max(1)
}

/// The title, and what is said beside it.
pub fn title(state: &State, board: &Board) -> (String, String) {
    let lang = state.lang();
    if !board.loaded {
        let id = match board.subject {
            Subject::Coverage(_) => "coverage-title",
            Subject::Edition(_) => "edition-title",
            Subject::Events(_) => "events-title",
        };
        return (lang.text(id), lang.text("board-loading"));
    }
    match &board.subject {
        Subject::Coverage(_) => {
            (lang.text("coverage-title"), tr!(lang, "coverage-sum", n = board.stories.len()))
        }
        Subject::Edition(since) => {
            let since = words::date(&dates::date(since.0, state.now.0, &state.prefs.zone), lang);
            let sum = tr!(
                lang,
                "edition-sum",
                read = board.n_read(),
                n = board.stories.len(),
                since = since
            );
            (lang.text("edition-title"), sum)
        }
        Subject::Events(_) => {
            (lang.text("events-title"), tr!(lang, "events-sum", n = board.stories.len()))
        }
    }
}
