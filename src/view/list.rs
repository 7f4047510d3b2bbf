//! The headline list: one line a headline, with source and age.

use super::Cursor;
use super::hits::set_off;
use super::paint::{Canvas, columns_of};
use crate::app::list::ListLine;
use crate::app::{Pane, Rect, State, status};
use crate::domain::{Access, EntryRow, Scope};
use crate::theme::Part;

/// Columns of the marks before the headline.
const MARKS: u16 = 3;
/// Columns of the distance: "9999 km".
const DISTANCE: u16 = 8;
/// Columns of the age: "gestern", "21. Sep".
const AGE: u16 = 8;

pub(super) fn draw(state: &State, rect: Rect, canvas: &mut Canvas) -> Cursor {
    let list = &state.list;
    if list.rows.is_empty() {
        if list.loaded {
            let id = match () {
                () if !list.query.text.is_empty() || list.query.filter.is_some() => "list-no-match",
                () if list.query.scope == Scope::Starred => "list-no-stars",
                () if list.query == crate::domain::Query::default() => "list-nothing-yet",
                () => "list-nothing-here",
            };
            let text = state.lang().text(id);
            canvas.put(rect.x + 1, rect.y, rect.width.saturating_sub(2), &text, Part::Muted);
        }
        return None;
    }
    let columns = Columns::of(state, rect);
    let marked = list.marked().unwrap_or(0..0);
    let mut cursor = None;
    for (line, y) in list.lines(usize::from(rect.height)).into_iter().zip(rect.y..) {
        let i = match line {
            ListLine::Row(i) => i,
            ListLine::Heading(text) => {
                canvas.put(rect.x + 1, y, rect.width.saturating_sub(2), text, Part::Heading);
                continue;
            }
            ListLine::Divider => {
                draw_divider(state, Rect { y, height: 1, ..rect }, canvas);
                continue;
            }
        };
        draw_row(state, &list.rows[i], rect, y, &columns, canvas);
        if marked.contains(&i) {
            let sign = if canvas.ascii { ">" } else { "▌" };
            canvas.select(Rect { y, height: 1, ..rect }, Part::SelectedAside);
            canvas.put(rect.x + 2, y, 1, sign, Part::Star);
        }
        if i == list.selected {
            let part = if state.focus == Pane::List { Part::Selected } else { Part::SelectedAside };
            canvas.select(Rect { y, height: 1, ..rect }, part);
            cursor = Some((rect.x, y));
        }
    }
    cursor
}

/// The line between what is new since the last session and what is not.
fn draw_divider(state: &State, rect: Rect, canvas: &mut Canvas) {
    let reversed = state.list.query.order.reversed;
    let text = state.lang().text(if reversed { "list-new-below" } else { "list-new-above" });
    canvas.horizontal(rect, Part::Divider);
    let x = rect.x + MARKS.min(rect.width);
    let room = rect.width.saturating_sub(MARKS + 1);
    canvas.put(x, rect.y, room, &format!(" {text} "), Part::Muted);
}

/// Which columns there is room for.
struct Columns {
    source: u16,
    distance: u16,
    age: u16,
}

impl Columns {
    fn of(state: &State, rect: Rect) -> Self {
        let one_feed = matches!(state.list.query.scope, Scope::Feed(_));
        let source = match rect.width {
            _ if one_feed => 0,
            ..58 => 0,
            58..72 => 16,
            72..90 => 20,
            _ => 22,
        };
        // A column that would stand empty gives its room to the headlines.
        let measured = rect.width >= 44
            && state.list.rows.iter().any(|row| status::distance(row, &state.prefs).is_some());
        let distance = if measured { DISTANCE } else { 0 };
        Self { source, distance, age: if rect.width >= 32 { AGE } else { 0 } }
    }
}

fn draw_row(
    state: &State,
    row: &EntryRow,
    rect: Rect,
    y: u16,
    columns: &Columns,
    canvas: &mut Canvas,
) {
    let (unread, star, followed) =
        if canvas.ascii { ("o", "*", "+") } else { ("●", "★", "♥") };
    if !row.read {
        canvas.put(rect.x, y, 1, unread, Part::UnreadMark);
    }
    if row.starred {
        canvas.put(rect.x + 1, y, 1, star, Part::Star);
    } else if status::is_followed(row, &state.prefs) {
        canvas.put(rect.x + 1, y, 1, followed, Part::Star);
    }
    let mut end = rect.x + rect.width.saturating_sub(1);
    if columns.age > 0 {
        let age = status::age(row.published, state.now, &state.prefs);
        let age = if row.dated { age } else { format!("~{age}") };
        canvas.put_right(end, y, &age, Part::Muted);
        end = end.saturating_sub(columns.age);
    }
    if columns.distance > 0 {
        if let Some(distance) = status::distance(row, &state.prefs) {
            canvas.put_right(end, y, &distance, Part::Muted);
        }
        end = end.saturating_sub(columns.distance);
    }
    if columns.source > 0 {
        let start = end.saturating_sub(columns.source);
        let more = if row.also_in > 0 { format!(" +{}", row.also_in) } else { String::new() };
        let room = columns.source.saturating_sub(1 + columns_of(&more));
        let x = canvas.put(start, y, room, &row.feed_title, Part::Muted);
        canvas.put(x, y, columns_of(&more), &more, Part::Muted);
        end = start.saturating_sub(1);
    }
    let badges = badges(row, state.versions.of(row.id), canvas.ascii);
    let title_x = rect.x + MARKS;
    let room = end.saturating_sub(title_x + columns_of(&badges));
    let part = if row.read { Part::Read } else { Part::Unread };
    let x = canvas.put(title_x, y, room, &row.title, part);
    set_off(&row.title, &state.prefs.highlight, title_x, y, x - title_x, canvas);
    canvas.put(x, y, columns_of(&badges), &badges, Part::Muted);
}

/// Signs behind the headline: behind a paywall, changed by the publisher, told by so many other papers.
fn badges(row: &EntryRow, versions: u16, ascii: bool) -> String {
    let mut badges = String::new();
    if matches!(row.access, Access::Locked | Access::Metered) {
        badges.push_str(" +");
    }
    if row.changed {
        badges.push_str(if ascii { " +-" } else { " ±" });
    }
    if versions > 0 {
        badges.push_str(if ascii { " =" } else { " ≡" });
        badges.push_str(&versions.to_string());
    }
    badges
}
