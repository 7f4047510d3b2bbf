//! The help, choices, the list of links, the history and the state of the feeds, over the panes.

use super::paint::{Canvas, columns_of};
use super::{Cursor, alerts, board, health, help, map, palette, picture, places};
use crate::app::links;
use crate::app::overlay::Overlay;
use crate::app::status;
use crate::app::{Candidate, Rect, State};
use crate::domain::{HistoryRow, SortBy};
use crate::query::View;
use crate::text::Clean;
use crate::theme::Part;
use crate::words::deed;

pub(super) fn draw(state: &State, canvas: &mut Canvas) -> Cursor {
    match state.overlay.as_ref()? {
        Overlay::Help(asked) => Some(help::draw(state, asked, canvas)),
        Overlay::Palette(found) => palette::draw(state, found, canvas),
        Overlay::Themes { selected } => palette::draw_themes(state, *selected, canvas),
        Overlay::Settings { scroll } => Some(help::draw_settings(state, *scroll, canvas)),
        Overlay::Text { lines, scroll } => Some(help::draw_text(state, lines, *scroll, canvas)),
        Overlay::Picks { rows, selected } => places::draw_picks(state, rows, *selected, canvas),
        Overlay::Towns { rows, selected, .. } => places::draw_towns(state, rows, *selected, canvas),
        Overlay::Offers { offered, selected } => {
            places::draw_offers(state, offered, *selected, canvas)
        }
        Overlay::Picture { .. } => picture::draw_large(state, body(state), canvas),
        Overlay::Links { selected } => draw_links(state, *selected, canvas),
        Overlay::Feeds { candidates, selected } => {
            let line = |c: &Candidate| (c.title.to_string(), Clean::line(&c.url).to_string());
            let lines: Vec<_> = candidates.iter().map(line).collect();
            draw_choice(state, "choose-feed", &lines, *selected, canvas)
        }
        Overlay::Views { selected } => {
            let line = |v: &View| (v.name.to_string(), Clean::line(&v.text).to_string());
            let lines: Vec<_> = state.prefs.views.iter().map(line).collect();
            draw_choice(state, "choose-view", &lines, *selected, canvas)
        }
        Overlay::Sort { selected } => {
            let name = |by: &SortBy| state.lang().text(&format!("sort-{}", by.name()));
            let lines: Vec<_> = SortBy::ALL.iter().map(|by| (name(by), String::new())).collect();
            draw_choice(state, "choose-sort", &lines, *selected, canvas)
        }
        Overlay::History { rows, scroll } => Some(draw_history(state, rows, *scroll, canvas)),
        Overlay::Board(view) => board::draw(state, view, body(state), canvas),
        Overlay::Map(view) => map::draw(state, view, body(state), canvas),
        Overlay::Alerts { selected } => alerts::draw(state, *selected, body(state), canvas),
        Overlay::Health(view) => health::draw(state, view, body(state), canvas),
    }
}

/// The whole screen but the bar and the foot.
pub(super) fn body(state: &State) -> Rect {
    let regions = state.regions();
    let y = regions.bar.height;
    Rect { x: 0, y, width: state.size.width, height: regions.status.y.saturating_sub(y) }
}

/// A choice among lines, each with words of lesser weight behind it.
fn draw_choice(
    state: &State,
    heading: &str,
    lines: &[(String, String)],
    selected: usize,
    canvas: &mut Canvas,
) -> Cursor {
    let rect = body(state);
    canvas.clear(rect, Part::Text);
    let x = rect.x + 2;
    let room = rect.width.saturating_sub(4);
    canvas.put(x, rect.y, room, &state.lang().text(heading), Part::Heading);
    let rows = usize::from(rect.height.saturating_sub(2));
    let top = (selected + 1).saturating_sub(rows);
    let mut cursor = None;
    let visible = lines.iter().enumerate().skip(top).take(rows);
    for ((i, (text, more)), y) in visible.zip(rect.y + 2..) {
        let at = canvas.put(x, y, room, text, Part::Text);
        canvas.put(at + 2, y, (x + room).saturating_sub(at + 2), more, Part::Muted);
        if i == selected {
            canvas.select(Rect { x: rect.x, y, width: rect.width, height: 1 }, Part::Selected);
            cursor = Some((x, y));
        }
    }
    cursor
}

/// The links, two lines each: the words, and where they lead.
fn draw_links(state: &State, selected: usize, canvas: &mut Canvas) -> Cursor {
    let rect = body(state);
    canvas.clear(rect, Part::Text);
    let x = rect.x + 2;
    let room = rect.width.saturating_sub(4);
    canvas.put(x, rect.y, room, &state.lang().text("links-title"), Part::Heading);
    let lines = links::shown(state);
    let number_columns = columns_of(&lines.len().to_string()) + 3;
    let places = usize::from(rect.height.saturating_sub(2) / 2).max(1);
    let top = (selected + 1).saturating_sub(places);
    let visible = lines.iter().enumerate().skip(top).take(places);
    let mut cursor = None;
    for ((i, line), y) in visible.zip((rect.y + 2..rect.y + rect.height).step_by(2)) {
        let text_x = x + number_columns;
        let room = room.saturating_sub(number_columns);
        canvas.put(x, y, number_columns, &format!("[{}]", i + 1), Part::Marker);
        canvas.put(text_x, y, room, &line.text, Part::Text);
        canvas.put(text_x, y + 1, room, &line.target, Part::Muted);
        if i == selected {
            let height = 2.min(rect.y + rect.height - y);
            canvas.select(Rect { x: rect.x, y, width: rect.width, height }, Part::Selected);
            cursor = Some((x, y));
        }
    }
    cursor
}

/// What was done, the newest first; what was undone is struck out and says so.
fn draw_history(
    state: &State,
    rows: &[HistoryRow],
    scroll: usize,
    canvas: &mut Canvas,
) -> (u16, u16) {
    const AGE: u16 = 9;
    let rect = body(state);
    canvas.clear(rect, Part::Text);
    let (x, lang) = (rect.x + 2, state.lang());
    let room = rect.width.saturating_sub(4);
    canvas.put(x, rect.y, room, &lang.text("history"), Part::Heading);
    if rows.is_empty() {
        canvas.put(x, rect.y + 2, room, &lang.text("notice-nothing-to-undo"), Part::Muted);
    }
    let lines = rows.iter().skip(scroll).zip(rect.y + 2..rect.y + rect.height.max(2));
    for (row, y) in lines {
        canvas.put(x, y, AGE, &status::age(row.at, state.now, &state.prefs), Part::Muted);
        let part = if row.undone { Part::Strike } else { Part::Text };
        let at = canvas.put(x + AGE, y, room.saturating_sub(AGE), &deed(&row.what, lang), part);
        if row.undone {
            let room = (x + room).saturating_sub(at + 1);
            canvas.put(at + 1, y, room, &lang.text("history-undone"), Part::Muted);
        }
    }
    (x, rect.y)
}
