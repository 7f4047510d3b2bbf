//! The bar at the top: which list this is, how much is unread, what the refresh does.

use super::paint::{Canvas, columns_of};
use crate::app::{Rect, State, alerts, status};
use crate::theme::Part;
use crate::tr;

const SPINNER: [&str; 8] = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧"];
const SPINNER_ASCII: [&str; 4] = ["|", "/", "-", "\\"];

pub(super) fn draw(state: &State, rect: Rect, canvas: &mut Canvas) {
    if rect.height == 0 {
        return;
    }
    canvas.clear(rect, Part::Bar);
    let mut end = rect.x + rect.width.saturating_sub(1);
    if let Some(text) = status::refreshing(state) {
        let text = format!("{} {text}", spinner(state, canvas.ascii));
        // On a narrow screen the numbers give way to the sign that moves.
        let text = if columns_of(&text) + 24 > rect.width {
            spinner(state, canvas.ascii).to_owned()
        } else {
            text
        };
        end = canvas.put_right(end, rect.y, &text, Part::Bar);
    } else if !state.prefs.home.is_empty() && rect.width >= 60 {
        end = canvas.put_right(end, rect.y, &state.prefs.home, Part::Bar);
    }
    if let Some(warning) = alerts::banner(state) {
        let sign = if canvas.ascii { "!" } else { "⚠" };
        let text = format!("{sign} {warning}");
        let columns = columns_of(&text).min(rect.width.saturating_sub(26));
        end = end.saturating_sub(columns + 2);
        canvas.put(end, rect.y, columns, &text, Part::Alert);
        end = end.saturating_sub(1);
    }
    let room = end.saturating_sub(rect.x + 2);
    let title = status::list_title(state);
    let x = canvas.put(rect.x + 1, rect.y, room, &title, Part::BarTitle);
    if let Some(unread) = status::list_unread(state).filter(|_| {
        state.tree.loaded && !state.tree.feeds.is_empty() && state.list.query.text.is_empty()
    }) {
        let text = format!(" · {}", tr!(state.lang(), "count-unread", n = unread));
        let room = end.saturating_sub(x + 1);
        if columns_of(&text) <= room {
            canvas.put(x, rect.y, room, &text, Part::Bar);
        }
    }
}

fn spinner(state: &State, ascii: bool) -> &'static str {
    let ticks = state.refreshing.as_ref().map_or(0, |r| r.ticks) as usize;
    if ascii { SPINNER_ASCII[ticks % SPINNER_ASCII.len()] } else { SPINNER[ticks % SPINNER.len()] }
}
