//! Over the panes: the choice of towns and tags, the feeds offered around a town, and why an article stands where it does.

use super::Cursor;
use super::overlay::body;
use super::paint::Canvas;
use crate::app::places::{matching, pick_distance};
use crate::app::{Offered, OfferedFeed, Rect, State};
use crate::domain::PickRow;
use crate::text::Clean;
use crate::theme::Part;
use crate::tr;

/// Columns of a count.
const COUNT: u16 = 6;
/// Columns of a distance.
const DISTANCE: u16 = 8;
/// Columns of who publishes.
const KIND: u16 = 11;
/// Columns of what a feed covers.
const COVERS: u16 = 20;

/// An address is shown, cut if it must be, where it has so many columns.
const LEAST_ADDRESS: u16 = 16;

/// A list over the panes: a heading, and rows of which one is selected.
struct Sheet {
    rect: Rect,
    x: u16,
    room: u16,
    top: usize,
    rows: usize,
}

impl Sheet {
    fn new(state: &State, heading: &str, selected: usize, canvas: &mut Canvas) -> Self {
        let rect = body(state);
        canvas.clear(rect, Part::Text);
        let (x, room) = (rect.x + 2, rect.width.saturating_sub(4));
        canvas.put(x, rect.y, room, heading, Part::Heading);
        let rows = usize::from(rect.height.saturating_sub(2));
        Self { rect, x, room, top: (selected + 1).saturating_sub(rows), rows }
    }

    /// The lines of the screen with the number of the row in each.
    fn lines(&self) -> impl Iterator<Item = (usize, u16)> + use<> {
        (self.top..self.top + self.rows).zip(self.rect.y + 2..)
    }

    fn select(&self, y: u16, canvas: &mut Canvas) -> (u16, u16) {
        canvas.select(Rect { y, height: 1, ..self.rect }, Part::Selected);
        (self.x, y)
    }
}

pub(super) fn draw_picks(
    state: &State,
    rows: &[PickRow],
    selected: usize,
    canvas: &mut Canvas,
) -> Cursor {
    let typed = state.prompt.as_ref().map(crate::app::prompt::Prompt::text).unwrap_or_default();
    draw_rows(state, "pick-title", &matching(rows, &typed), selected, canvas)
}

pub(super) fn draw_towns(
    state: &State,
    rows: &[PickRow],
    selected: usize,
    canvas: &mut Canvas,
) -> Cursor {
    draw_rows(state, "towns-title", rows, selected, canvas)
}

/// Rows with a number before the name and a distance behind it.
fn draw_rows(
    state: &State,
    title: &str,
    rows: &[PickRow],
    selected: usize,
    canvas: &mut Canvas,
) -> Cursor {
    let sheet = Sheet::new(state, &state.lang().text(title), selected, canvas);
    let end = sheet.x + sheet.room.min(COUNT + DISTANCE + 72);
    for ((i, y), row) in sheet.lines().zip(rows.iter().skip(sheet.top)) {
        canvas.put_right(sheet.x + COUNT, y, &row.n.to_string(), Part::Muted);
        let name_x = sheet.x + COUNT + 2;
        let name_end = end.saturating_sub(DISTANCE);
        canvas.put(name_x, y, name_end.saturating_sub(name_x), &row.label, Part::Text);
        canvas.put_right(end, y, &pick_distance(row, &state.prefs), Part::Muted);
        if i == selected {
            // The cursor stays in the line being typed.
            sheet.select(y, canvas);
        }
    }
    None
}

pub(super) fn draw_offers(
    state: &State,
    offered: &Offered,
    selected: usize,
    canvas: &mut Canvas,
) -> Cursor {
    let ticked = offered.feeds.iter().filter(|feed| feed.ticked).count();
    let heading = tr!(state.lang(), "offers-title", town = offered.town.as_str(), n = ticked);
    let sheet = Sheet::new(state, &heading, selected, canvas);
    let mut cursor = None;
    for ((i, y), feed) in sheet.lines().zip(offered.feeds.iter().skip(sheet.top)) {
        draw_offer(state, feed, &sheet, y, canvas);
        if i == selected {
            cursor = Some(sheet.select(y, canvas));
        }
    }
    cursor
}

fn draw_offer(state: &State, feed: &OfferedFeed, sheet: &Sheet, y: u16, canvas: &mut Canvas) {
    let mark = match (feed.known, feed.ticked) {
        (true, _) => " = ",
        (_, true) => "[x]",
        (_, false) => "[ ]",
    };
    let name = if feed.known { Part::Muted } else { Part::Text };
    let mut x = canvas.put(sheet.x, y, 3, mark, Part::Key);
    x += DISTANCE;
    let km = feed.km.map_or_else(String::new, |km| format!("{km} km"));
    canvas.put_right(x, y, &km, Part::Muted);
    x += 2;
    let end = sheet.x + sheet.room;
    // Where it is narrow the name matters most.
    if sheet.room >= 70 {
        canvas.put(x, y, KIND - 1, &feed.kind, Part::Muted);
        canvas.put(x + KIND, y, COVERS - 1, &feed.covers, Part::Muted);
        x += KIND + COVERS;
    }
    let mut after = canvas.put(x, y, end.saturating_sub(x), &feed.title, name);
    if feed.unverified {
        let doubt = format!("({})", state.lang().text("catalogue-trust-unverified"));
        after = canvas.put(after + 1, y, end.saturating_sub(after + 1), &doubt, Part::Muted);
    }
    let room = end.saturating_sub(after + 2);
    if room >= LEAST_ADDRESS {
        canvas.put(after + 2, y, room, &Clean::line(&feed.url), Part::Muted);
    }
}
