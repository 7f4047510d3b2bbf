//! The state of the feeds over the panes: one line a feed, or the details of one.

use super::Cursor;
use super::paint::Canvas;
use crate::app::health::{self, HEADING, Health};
use crate::app::{Rect, State};
use crate::domain::FeedRow;
use crate::text::width;
use crate::theme::Part;
use crate::tr;
use crate::words::health::{Condition, condition};

/// Columns of the sign before a feed.
const SIGN: u16 = 2;
/// Columns of an age: "gestern", "21. Sep", and of what stands above it.
const AGE: u16 = 11;

pub(super) fn draw(state: &State, view: &Health, rect: Rect, canvas: &mut Canvas) -> Cursor {
    canvas.clear(rect, Part::Text);
    match view.details {
        Some(scroll) => {
            draw_details(state, view, scroll, rect, canvas);
            Some((rect.x + 2, rect.y))
        }
        None => draw_feeds(state, view, rect, canvas),
    }
}

fn draw_feeds(state: &State, view: &Health, rect: Rect, canvas: &mut Canvas) -> Cursor {
    let lang = state.lang();
    let x = rect.x + 1;
    let room = rect.width.saturating_sub(2);
    let after = canvas.put(x, rect.y, room, &lang.text("health-title"), Part::Heading);
    let sum = tr!(
        lang,
        "health-sum",
        faulty = view.count(state, Condition::Faulty),
        silent = view.count(state, Condition::Silent)
    );
    canvas.put(after + 2, rect.y, (x + room).saturating_sub(after + 2), &sum, Part::Muted);
    let columns = Columns::of(room);
    let heading = health::Columns {
        title: lang.text("health-column-feed"),
        state: lang.text("health-column-state"),
        pace: lang.text("health-column-pace"),
        newest: lang.text("health-column-newest"),
        fetched: lang.text("health-column-fetched"),
    };
    columns.draw((x, rect.y + 1), &heading, Part::Muted, canvas);
    canvas.lay(Rect { y: rect.y + 1, height: 1, ..rect }, Part::Muted);
    let mut cursor = None;
    let feeds = view.order.iter().enumerate().skip(view.top).take(health::rows(state));
    for ((i, id), y) in feeds.zip(rect.y + HEADING..rect.y + rect.height) {
        let Some(feed) = state.tree.feed(*id) else { continue };
        draw_feed(state, view, feed, (x, y), &columns, canvas);
        if i == view.selected {
            canvas.select(Rect { y, height: 1, ..rect }, Part::Selected);
            cursor = Some((rect.x, y));
        }
    }
    cursor
}

/// Where the columns begin, and how wide those are that there is room for.
struct Columns {
    title: u16,
    state: u16,
    pace: u16,
    newest: u16,
    fetched: u16,
}

impl Columns {
    fn of(room: u16) -> Self {
        let newest = if room >= 60 { AGE } else { 0 };
        let fetched = if room >= 90 { AGE } else { 0 };
        let pace = if room >= 72 { 13 } else { 0 };
        let rest = room.saturating_sub(SIGN + newest + fetched + pace);
        let title = (rest * 2 / 5).min(40);
        Self { title, state: rest.saturating_sub(title + 1), pace, newest, fetched }
    }

    /// Writes a line; the state takes the room of what is empty beside it.
    fn draw(&self, (x, y): (u16, u16), line: &health::Columns, part: Part, canvas: &mut Canvas) {
        let at = x + SIGN;
        canvas.put(at, y, self.title, &line.title, Part::Text);
        let at = at + self.title + 1;
        let mut end = at + self.state;
        let mut room = self.state;
        let mut beside = false;
        for (text, columns) in
            [(&line.pace, self.pace), (&line.newest, self.newest), (&line.fetched, self.fetched)]
        {
            end += columns;
            if columns > 0 && !text.is_empty() {
                canvas.put_right(end, y, text, Part::Muted);
                beside = true;
            }
            room += if beside { 0 } else { columns };
        }
        canvas.put(at, y, room, &line.state, part);
    }
}

fn draw_feed(
    state: &State,
    view: &Health,
    feed: &FeedRow,
    (x, y): (u16, u16),
    columns: &Columns,
    canvas: &mut Canvas,
) {
    let here = condition(&feed.health, view.pace(feed.id), state.now);
    let part = match here {
        Condition::Faulty => Part::Fault,
        Condition::Moved => Part::Notice,
        Condition::Silent | Condition::New | Condition::Well => Part::Muted,
    };
    canvas.put(x, y, SIGN, here.sign(), part);
    columns.draw((x, y), &health::columns(state, view, feed), part, canvas);
}

fn draw_details(state: &State, view: &Health, scroll: usize, rect: Rect, canvas: &mut Canvas) {
    let Some(feed) = health::current(state) else { return };
    let x = rect.x + 2;
    let columns = rect.width.saturating_sub(4);
    let lines = health::details(state, feed, view.pace(feed.id));
    let wrapped = lines.iter().flat_map(|(part, text)| {
        width::wrap(text, usize::from(columns)).into_iter().map(move |line| (*part, line))
    });
    for ((part, line), y) in wrapped.skip(scroll).zip(rect.y + 1..rect.y + rect.height) {
        canvas.put(x, y, columns, &line, part);
    }
}
