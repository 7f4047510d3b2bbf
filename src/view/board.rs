//! A list of stories over the panes.

use super::Cursor;
use super::paint::{Canvas, columns_of};
use crate::app::board::{Board, HEADING, Line, Note, Subject, Version, lines, rows, title};
use crate::app::{Rect, State, status};
use crate::domain::Alike;
use crate::text::dates;
use crate::theme::Part;

/// Columns of the read mark before a headline.
const MARK: u16 = 2;
/// Columns of the age at the end: "gestern", "21. Sep".
const AGE: u16 = 8;

pub(super) fn draw(state: &State, board: &Board, rect: Rect, canvas: &mut Canvas) -> Cursor {
    canvas.clear(rect, Part::Text);
    let (x, room) = (rect.x + 1, rect.width.saturating_sub(2));
    let (title, sum) = title(state, board);
    let after = canvas.put(x, rect.y, room, &title, Part::Heading);
    canvas.put(after + 2, rect.y, (x + room).saturating_sub(after + 2), &sum, Part::Muted);
    if board.loaded && board.stories.is_empty() {
        let id = match board.subject {
            Subject::Events(_) => "events-none",
            Subject::Coverage(_) | Subject::Edition(_) => "edition-none",
        };
        canvas.put(x, rect.y + HEADING, room, &state.lang().text(id), Part::Muted);
        return Some((x, rect.y + HEADING));
    }
    let mut cursor = None;
    let visible = lines(board).into_iter().skip(board.top).take(rows(state));
    for (line, y) in visible.zip(rect.y + HEADING..rect.y + rect.height) {
        match line {
            Line::Blank => {}
            Line::Heading(text) => {
                canvas.put(x, y, room, &text, Part::Heading);
            }
            Line::End => {
                let id = if board.n_read() == board.stories.len() {
                    "edition-read"
                } else {
                    "edition-end"
                };
                canvas.put(x, y, room, &state.lang().text(id), Part::Notice);
            }
            Line::Version(i, j) => {
                let story = &board.stories[i];
                let more = if j == 0 { story.versions.len() - 1 } else { 0 };
                draw_version(state, board, &story.versions[j], (j > 0, more), (x, y, room), canvas);
                if (i, j) == board.selected {
                    canvas.select(Rect { y, height: 1, ..rect }, Part::Selected);
                    cursor = Some((rect.x, y));
                }
            }
        }
    }
    cursor
}

/// A version: mark, headline, how many more there are, source, and at the end age or hour.
fn draw_version(
    state: &State,
    board: &Board,
    version: &Version,
    (inner, more): (bool, usize),
    (x, y, room): (u16, u16, u16),
    canvas: &mut Canvas,
) {
    let row = &version.row;
    let end = x + room;
    let part = if row.read { Part::Read } else { Part::Unread };
    if !row.read {
        let mark = if state.prefs.ascii { "*" } else { "●" };
        canvas.put(x, y, 1, mark, Part::UnreadMark);
    }
    let at = x + MARK + if inner { 2 } else { 0 };
    let source_columns = (room / 4).min(24);
    let mut right = end.saturating_sub(AGE);
    canvas.put_right(end, y, &status::age(row.published, state.now, &state.prefs), Part::Muted);
    if let Some(note) = note(state, version) {
        let columns =
            if matches!(board.subject, Subject::Events(_)) { 6 } else { 18.min(room / 4) };
        right = right.saturating_sub(columns);
        canvas.put(right, y, columns.saturating_sub(1), &note, Part::Marker);
    } else if matches!(board.subject, Subject::Events(_)) {
        right = right.saturating_sub(6);
    }
    right = right.saturating_sub(source_columns);
    canvas.put(right, y, source_columns.saturating_sub(1), &row.feed_title, Part::Muted);
    let sign =
        if more == 0 { String::new() } else { format!("{}{}", versions_sign(state), more + 1) };
    let sign_columns = if more == 0 { 0 } else { columns_of(&sign) + 1 };
    let title_room = right.saturating_sub(at + 1 + sign_columns);
    let after = canvas.put(at, y, title_room, &row.title, part);
    canvas.put(after + 1, y, sign_columns, &sign, Part::Marker);
}

/// The sign before the number of versions.
fn versions_sign(state: &State) -> &'static str {
    if state.prefs.ascii { "=" } else { "≡" }
}

fn note(state: &State, version: &Version) -> Option<String> {
    let lang = state.lang();
    match version.note {
        Note::None => None,
        Note::Asked => Some(lang.text("coverage-this")),
        Note::Alike(Alike::Text) => Some(lang.text("coverage-text")),
        Note::Alike(Alike::Story) => Some(lang.text("coverage-story")),
        Note::When(_, false) => None,
        Note::When(at, true) => Some(dates::date(at.0, state.now.0, &state.prefs.zone).time),
    }
}
