//! The palette over the panes, the theme chooser beside them, and above the foot what a command may go on with.

use super::overlay::body;
use super::paint::{Canvas, columns_of};
use super::{Cursor, Regions};
use crate::app::command::complete::wanted;
use crate::app::command::line::offered;
use crate::app::palette::{Item, Letters, Palette};
use crate::app::prompt::{Prompt, Purpose};
use crate::app::{Rect, State, themes};
use crate::text::width;
use crate::theme::Part;

/// Columns from which on names and keys stand beside the texts.
const BESIDE: u16 = 60;
/// Lines of a fault at most.
const MOST_LINES: usize = 4;

pub(super) fn draw(state: &State, palette: &Palette, canvas: &mut Canvas) -> Cursor {
    let rect = body(state);
    canvas.clear(rect, Part::Text);
    let lang = state.lang();
    let kind_columns = ["action", "command", "view", "folder", "feed", "town", "theme"]
        .map(|kind| columns_of(&lang.text(&format!("palette-{kind}"))))
        .into_iter()
        .max()
        .unwrap_or(0);
    let rows = usize::from(rect.height);
    let top = (palette.selected + 1).saturating_sub(rows);
    let visible = palette.found.iter().enumerate().skip(top);
    for ((n, i), y) in visible.zip(rect.y..rect.y + rect.height) {
        let Some(item) = palette.items.get(*i) else { continue };
        let row = Rect { x: rect.x, y, width: rect.width, height: 1 };
        let x = rect.x + 2;
        canvas.put(x, y, kind_columns, &lang.text(item.kind), Part::Muted);
        let x = x + kind_columns + 2;
        let room = (rect.x + rect.width).saturating_sub(x + 2);
        draw_item(item, &palette.fitting(item), (x, y, room), canvas);
        if n == palette.selected {
            canvas.select(row, Part::Selected);
        }
    }
    if palette.found.is_empty() {
        let room = rect.width.saturating_sub(4);
        canvas.put(rect.x + 2, rect.y, room, &lang.text("palette-nothing"), Part::Muted);
    }
    None // the cursor stays where one types
}

/// What it is, the letters that were typed made out, and at the right its name and keys where there is room.
fn draw_item(item: &Item, fitting: &Letters, (x, y, room): (u16, u16, u16), canvas: &mut Canvas) {
    let gap = |text: &str| if text.is_empty() { 0 } else { columns_of(text) + 2 };
    let (mut text_room, end) = (room, x + room);
    if room >= BESIDE {
        let more = columns_of(&item.more).min(room / 3);
        let more_x = end - more;
        canvas.put(more_x, y, more, &item.more, Part::Key);
        let name_x = more_x.saturating_sub(gap(&item.name) + if more > 0 { 2 } else { 0 }) + 2;
        if !item.name.is_empty() {
            let columns = columns_of(&item.name);
            canvas.put(name_x, y, columns, &item.name, Part::Muted);
            lay_fitting(&item.name, &fitting.name, (name_x, y, columns), canvas);
        }
        let used = end - if item.name.is_empty() { more_x } else { name_x };
        text_room = room.saturating_sub(if used > 0 { used + 2 } else { 0 });
    }
    let written = canvas.put(x, y, text_room, &item.text, Part::Text) - x;
    lay_fitting(&item.text, &fitting.text, (x, y, written), canvas);
}

fn lay_fitting(text: &str, fitting: &[u32], (x, y, room): (u16, u16, u16), canvas: &mut Canvas) {
    let mut at = x;
    for (letter, n) in text.chars().zip(0u32..) {
        let columns = columns_of(letter.encode_utf8(&mut [0; 4]));
        if at + columns > x + room {
            break;
        }
        if fitting.binary_search(&n).is_ok() {
            canvas.lay(Rect { x: at, y, width: columns, height: 1 }, Part::Fitting);
        }
        at += columns;
    }
}

/// The chooser at the right edge: most of what it shows in the new colours stays in sight.
pub(super) fn draw_themes(state: &State, selected: usize, canvas: &mut Canvas) -> Cursor {
    let lang = state.lang();
    let whole = body(state);
    let label = |name: &String| {
        if name == themes::AUTO { lang.text("theme-auto") } else { name.clone() }
    };
    let labels: Vec<String> = themes::choices(state).iter().map(label).collect();
    let widest = labels.iter().map(|label| columns_of(label)).max().unwrap_or(0);
    let width = (widest + 4).min(whole.width);
    let height = u16::try_from(labels.len() + 2).unwrap_or(u16::MAX).min(whole.height);
    let x = whole.x + whole.width - width;
    let rect = Rect { x, y: whole.y, width, height };
    canvas.clear(rect, Part::Bar);
    canvas.put_over(
        x + 2,
        rect.y,
        width.saturating_sub(4),
        &lang.text("themes-title"),
        Part::Heading,
    );
    let rows = usize::from(height.saturating_sub(2));
    let top = (selected + 1).saturating_sub(rows);
    let mut cursor = None;
    let visible = labels.iter().enumerate().skip(top).take(rows);
    for ((i, label), y) in visible.zip(rect.y + 1..) {
        canvas.put_over(x + 2, y, width.saturating_sub(4), label, Part::Text);
        if i == selected {
            canvas.select(Rect { x, y, width, height: 1 }, Part::Selected);
            cursor = Some((x + 2, y));
        }
    }
    cursor
}

/// The line above the foot while a command is typed: what is wrong with it, or what it may become.
pub(super) fn draw_offered(state: &State, regions: &Regions, canvas: &mut Canvas) {
    let Some(prompt) = state.prompt.as_ref().filter(|p| p.purpose == Purpose::Command) else {
        return;
    };
    let foot = regions.status;
    if foot.y == 0 {
        return;
    }
    if let Some(fault) = &state.command.fault {
        let mut lines = width::wrap(fault, usize::from(foot.width.saturating_sub(2)));
        lines.truncate(MOST_LINES.min(usize::from(foot.y)));
        let rows = u16::try_from(lines.len()).unwrap_or(1);
        let top = foot.y - rows;
        canvas.clear(Rect { y: top, height: rows, ..foot }, Part::Bar);
        for (line, y) in lines.iter().zip(top..) {
            canvas.put_over(foot.x + 1, y, foot.width.saturating_sub(2), line, Part::Fault);
        }
        return;
    }
    draw_words(state, prompt, Rect { y: foot.y - 1, height: 1, ..foot }, canvas);
}

fn draw_words(state: &State, prompt: &Prompt, rect: Rect, canvas: &mut Canvas) {
    let (offered, at) = offered(state);
    let wanted = wanted(&prompt.before_cursor()).map(|id| state.lang().text(&id));
    if offered.words.is_empty() && wanted.is_none() {
        return;
    }
    canvas.clear(rect, Part::Bar);
    let end = rect.x + rect.width.saturating_sub(1);
    let mut x = rect.x + 1;
    if let Some(wanted) = wanted.filter(|_| at.is_none()) {
        x = canvas.put_over(x, rect.y, end - x, &wanted, Part::Muted) + 2;
    }
    // The word that stands in the line is in sight, with one before it.
    let first = at.map_or(0, |at| first_shown(&offered.words, at, end.saturating_sub(x)));
    for (i, word) in offered.words.iter().enumerate().skip(first) {
        if x >= end {
            break;
        }
        let after = canvas.put_over(x, rect.y, end - x, word, Part::Text);
        if Some(i) == at {
            canvas.select(Rect { x, width: after - x, ..rect }, Part::Selected);
        }
        x = after + 2;
    }
}

/// The first word of a line of words that has the one at `at` whole.
fn first_shown(words: &[String], at: usize, room: u16) -> usize {
    let mut used = 0;
    let mut first = at;
    for (i, word) in words.iter().enumerate().take(at + 1).rev() {
        used += columns_of(word) + 2;
        if used > room {
            break;
        }
        first = i;
    }
    first
}
