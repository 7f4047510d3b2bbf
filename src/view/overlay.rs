//! The help and the choice among feeds, over the panes.

use super::paint::{Canvas, columns_of};
use super::{Cursor, places};
use crate::app::overlay::Overlay;
use crate::app::status::{HelpLine, help_lines};
use crate::app::{Candidate, Rect, State};
use crate::theme::Part;

pub(super) fn draw(state: &State, canvas: &mut Canvas) -> Cursor {
    match state.overlay.as_ref()? {
        Overlay::Help { scroll } => Some(draw_help(state, *scroll, canvas)),
        Overlay::Feeds { candidates, selected } => draw_feeds(state, candidates, *selected, canvas),
        Overlay::Picks { rows, selected } => places::draw_picks(state, rows, *selected, canvas),
        Overlay::Offers { offered, selected } => {
            places::draw_offers(state, offered, *selected, canvas)
        }
        Overlay::Why { lines, scroll } => Some(places::draw_why(state, lines, *scroll, canvas)),
    }
}

/// The whole screen but the bar and the foot.
pub(super) fn body(state: &State) -> Rect {
    let regions = state.regions();
    let y = regions.bar.height;
    Rect { x: 0, y, width: state.size.width, height: regions.status.y.saturating_sub(y) }
}

fn draw_help(state: &State, scroll: usize, canvas: &mut Canvas) -> (u16, u16) {
    let rect = body(state);
    canvas.clear(rect, Part::Text);
    let lines = help_lines(&state.prefs);
    let key_columns = lines
        .iter()
        .map(|line| match line {
            HelpLine::Keys(keys, _) => columns_of(keys),
            _ => 0,
        })
        .max()
        .unwrap_or(0)
        .min(rect.width / 3);
    let x = rect.x + 2;
    let room = rect.width.saturating_sub(4);
    for (line, y) in lines.iter().skip(scroll).zip(rect.y..rect.y + rect.height) {
        match line {
            HelpLine::Blank => {}
            HelpLine::Heading(text) => {
                canvas.put(x, y, room, text, Part::Heading);
            }
            HelpLine::Keys(keys, text) => {
                canvas.put(x, y, key_columns, keys, Part::Key);
                let text_x = x + key_columns + 2;
                canvas.put(text_x, y, rect.width.saturating_sub(text_x + 1), text, Part::Text);
            }
        }
    }
    (x, rect.y)
}

fn draw_feeds(
    state: &State,
    candidates: &[Candidate],
    selected: usize,
    canvas: &mut Canvas,
) -> Cursor {
    let rect = body(state);
    canvas.clear(rect, Part::Text);
    let x = rect.x + 2;
    let room = rect.width.saturating_sub(4);
    canvas.put(x, rect.y, room, &state.lang().text("choose-feed"), Part::Heading);
    let rows = usize::from(rect.height.saturating_sub(2));
    let top = (selected + 1).saturating_sub(rows);
    let mut cursor = None;
    let visible = candidates.iter().enumerate().skip(top).take(rows);
    for ((i, candidate), y) in visible.zip(rect.y + 2..) {
        let at = canvas.put(x, y, room, &candidate.title, Part::Text);
        let address = crate::text::Clean::line(&candidate.url);
        canvas.put(at + 2, y, (x + room).saturating_sub(at + 2), &address, Part::Muted);
        if i == selected {
            canvas.lay(Rect { x: rect.x, y, width: rect.width, height: 1 }, Part::Selected);
            cursor = Some((x, y));
        }
    }
    cursor
}
