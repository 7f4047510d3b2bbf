//! The list of official warnings, over the panes.

use super::Cursor;
use super::paint::Canvas;
use crate::app::{Rect, State, alerts};
use crate::text::width;
use crate::theme::Part;

pub(super) fn draw(state: &State, selected: usize, rect: Rect, canvas: &mut Canvas) -> Cursor {
    canvas.clear(rect, Part::Text);
    let (x, room) = (rect.x + 2, rect.width.saturating_sub(4).min(100));
    let (lines, starts) = alerts::lines(state);
    let heading = state.lang().text("alert-title");
    canvas.put(x, rect.y, room, &heading, Part::Heading);
    // Long lines are broken; where a warning begins is then another line.
    let mut broken = Vec::new();
    let mut here = None;
    for (at, (text, part)) in lines.iter().enumerate() {
        if starts.get(selected) == Some(&at) {
            here = Some(broken.len());
        }
        broken.extend(width::wrap(text, usize::from(room)).into_iter().map(|line| (line, *part)));
    }
    let rows = usize::from(rect.height.saturating_sub(2));
    let end = starts.get(selected + 1).map_or(broken.len(), |_| here.unwrap_or(0) + 6);
    let top = end.min(broken.len()).saturating_sub(rows).min(here.unwrap_or(0));
    let mut cursor = None;
    for ((at, (line, part)), y) in broken.iter().enumerate().skip(top).take(rows).zip(rect.y + 2..)
    {
        canvas.put(x, y, room, line, *part);
        if Some(at) == here {
            canvas.select(Rect { x: rect.x, y, width: rect.width, height: 1 }, Part::Selected);
            cursor = Some((x, y));
        }
    }
    cursor
}
