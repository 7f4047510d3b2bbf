//! The line at the foot: what is being typed, what happened, or which keys help here. Above it, while a chord is under
//! way, the keys that go on from it.

use super::Cursor;
use super::paint::{Canvas, columns_of};
use crate::app::filters;
use crate::app::overlay::Overlay;
use crate::app::prompt::Purpose;
use crate::app::{Pane, Rect, Regions, State, status};
use crate::text::width;
use crate::theme::Part;
use crate::{tr, words};

pub(super) fn draw(state: &State, rect: Rect, canvas: &mut Canvas) -> Cursor {
    if rect.height == 0 {
        return None;
    }
    let place = [hidden(state), place(state)].into_iter().filter(|part| !part.is_empty());
    let place = place.collect::<Vec<_>>().join("  ");
    let end = rect.x + rect.width.saturating_sub(1);
    let end = if columns_of(&place) + 12 < rect.width {
        canvas.put_right(end, rect.y, &place, Part::Muted)
    } else {
        end
    };
    let room = end.saturating_sub(rect.x + 2);
    let x = rect.x + 1;
    if let Some(fault) = filters::fault(state) {
        draw_above(&fault, rect, Part::Fault, canvas);
    }
    if state.prompt.is_some() {
        return draw_prompt(state, x, rect.y, room, canvas);
    }
    if let Some(hints) = &state.hints {
        let id = if hints.copy { "hints-copy" } else { "hints-open" };
        canvas.put(x, rect.y, room, &state.lang().text(id), Part::Notice);
        return None;
    }
    if !state.chord.is_empty() {
        canvas.put(x, rect.y, room, &state.chord.shown(), Part::Key);
        return None;
    }
    if let Some(notice) = &state.notice {
        let part = if notice.fault { Part::Fault } else { Part::Notice };
        if columns_of(&notice.text) <= room {
            canvas.put(x, rect.y, room, &notice.text, part);
        } else {
            draw_long(&notice.text, rect, part, canvas);
        }
        return None;
    }
    if let Some(find) = state.reader.find.as_ref().filter(|_| state.focus == Pane::Article) {
        let (at, n) = (find.at + 1, find.lines.len());
        let text = match n {
            0 => tr!(state.lang(), "find-nothing", words = find.needle.as_str()),
            _ => tr!(state.lang(), "find-place", at = at, n = n, words = find.needle.as_str()),
        };
        canvas.put(x, rect.y, room, &text, Part::Notice);
        return None;
    }
    // The fault of the selected feed, where there is no room for its card.
    if state.focus == Pane::Tree
        && state.regions().article.is_none()
        && let Some(fault) = state.tree.current_feed().and_then(|f| f.health.fault.as_ref())
    {
        canvas.put(x, rect.y, room, &words::fault(fault, state.lang()), Part::Fault);
        return None;
    }
    draw_hints(state, x, rect.y, room, canvas);
    None
}

/// A notice that needs more than the foot: it grows upwards over the panes, and goes with the next key.
fn draw_long(text: &str, foot: Rect, part: Part, canvas: &mut Canvas) {
    draw_up_to(foot.y + 1, text, foot, part, canvas);
}

/// What is wrong with the line that is being typed, above it.
fn draw_above(text: &str, foot: Rect, part: Part, canvas: &mut Canvas) {
    draw_up_to(foot.y, text, foot, part, canvas);
}

/// A text over the panes whose last line stands above `end`.
fn draw_up_to(end: u16, text: &str, foot: Rect, part: Part, canvas: &mut Canvas) {
    const MOST: usize = 6;
    let mut lines = width::wrap(text, usize::from(foot.width.saturating_sub(2)));
    lines.truncate(MOST.min(usize::from(end)));
    let rows = u16::try_from(lines.len()).unwrap_or(1);
    let top = end.saturating_sub(rows);
    canvas.clear(Rect { y: top, height: rows, ..foot }, Part::Bar);
    for (line, y) in lines.iter().zip(top..) {
        canvas.put_over(foot.x + 1, y, foot.width.saturating_sub(2), line, part);
    }
}

/// Where in the list, or how far in the article.
fn place(state: &State) -> String {
    if let Some(Overlay::Health(view)) = &state.overlay {
        return format!("{}/{}", (view.selected + 1).min(view.order.len()), view.order.len());
    }
    if let Some(Overlay::Palette(palette)) = &state.overlay {
        let (found, all) = (palette.found.len(), palette.items.len());
        return crate::tr!(state.lang(), "palette-count", found = found, all = all);
    }
    match state.focus {
        Pane::Article => status::progress(state),
        Pane::List | Pane::Tree => match (state.list.first_index, state.list.total) {
            _ if state.list.rows.is_empty() => String::new(),
            (Some(first), Some(total)) => {
                format!("{}/{total}", first + state.list.selected as u64 + 1)
            }
            // The length is being counted.
            (Some(first), None) => format!("{}/…", first + state.list.selected as u64 + 1),
            (None, Some(total)) => total.to_string(),
            _ => String::new(),
        },
    }
}

/// How many entries the list leaves out because they are muted.
fn hidden(state: &State) -> String {
    match (state.focus, state.list.hidden) {
        (Pane::Article, _) | (_, 0) => String::new(),
        (_, n) => crate::tr!(state.lang(), "list-hidden", n = n),
    }
}

fn draw_prompt(state: &State, x: u16, y: u16, room: u16, canvas: &mut Canvas) -> Cursor {
    let prompt = state.prompt.as_ref()?;
    let lang = state.lang();
    let label = match prompt.purpose {
        Purpose::Filter => lang.text("prompt-filter"),
        Purpose::FilterQuery => lang.text("prompt-filter-query"),
        Purpose::FindInArticle => lang.text("prompt-find"),
        Purpose::LinkNumber => lang.text("prompt-link-number"),
        Purpose::Save => lang.text("prompt-save"),
        Purpose::Pipe => lang.text("prompt-pipe"),
        Purpose::Subscribe => lang.text("prompt-subscribe"),
        Purpose::Pick => lang.text("prompt-pick"),
        Purpose::Tags => lang.text("prompt-tags"),
        Purpose::Older => lang.text("prompt-older"),
        Purpose::Command => lang.text("prompt-command"),
        Purpose::Palette => lang.text("prompt-palette"),
        Purpose::Help => lang.text("prompt-help"),
    };
    let gap = if prompt.purpose == Purpose::Command { "" } else { " " };
    let after = canvas.put(x, y, room, &format!("{label}{gap}"), Part::Prompt);
    let room = room.saturating_sub(after - x);
    // The end of a long line is what is being typed: the start gives way.
    let before = prompt.before_cursor();
    let mut text = prompt.text().to_string();
    let mut cursor = columns_of(&before);
    while cursor >= room.max(1) && !text.is_empty() {
        let first = text.chars().next().map_or(1, char::len_utf8);
        cursor = cursor.saturating_sub(columns_of(&text[..first]).max(1));
        text.drain(..first);
    }
    let end = canvas.put(after, y, room, &text, Part::Text);
    if let Some(find) =
        state.reader.find.as_ref().filter(|_| prompt.purpose == Purpose::FindInArticle)
    {
        let count = crate::tr!(lang, "find-count", n = find.lines.len());
        canvas.put(end + 2, y, room.saturating_sub(end + 2 - after), &count, Part::Muted);
    }
    let offered = prompt.offered().join(" ");
    canvas.put(end + 2, y, room.saturating_sub(end + 2 - after), &offered, Part::Muted);
    Some((after + cursor, y))
}

fn draw_hints(state: &State, x: u16, y: u16, room: u16, canvas: &mut Canvas) {
    let mut at = x;
    for (action, name) in status::hints(state) {
        let keys = status::keys_of(&state.prefs, *action);
        let Some(key) = keys.first() else { continue };
        let name = state.lang().text(name);
        let gap = if at > x { 2 } else { 0 };
        if at + gap + columns_of(key) + 1 + columns_of(&name) > x + room {
            break;
        }
        at = canvas.put(at + gap, y, room, key, Part::Key);
        at = canvas.put(at + 1, y, room, &name, Part::Muted);
    }
}

/// The pop-up of a chord: which keys go on from here.
pub(super) fn draw_candidates(state: &State, regions: &Regions, canvas: &mut Canvas) {
    if state.chord.pending().is_empty() {
        return;
    }
    let lines: Vec<(String, String)> = state
        .prefs
        .keymap
        .candidates(state.chord.pending())
        .into_iter()
        .map(|c| (c.key.to_string(), status::described(&c.actions, state.lang())))
        .collect();
    let key_columns = lines.iter().map(|(key, _)| columns_of(key)).max().unwrap_or(1);
    let column =
        lines.iter().map(|(_, text)| columns_of(text)).max().unwrap_or(1) + key_columns + 4;
    let width = regions.status.width;
    let n_columns = (width / column.max(1)).clamp(1, 3);
    let n = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let rows = n.div_ceil(n_columns).min(regions.status.y.saturating_sub(regions.bar.height + 1));
    let rect = Rect { x: 0, y: regions.status.y - rows.min(regions.status.y), width, height: rows };
    canvas.clear(rect, Part::Bar);
    for ((key, text), i) in lines.iter().zip(0u16..) {
        let (x, y) = (rect.x + 1 + (i / rows.max(1)) * column, rect.y + i % rows.max(1));
        if i / rows.max(1) < n_columns {
            canvas.put_over(x, y, key_columns, key, Part::Key);
            let x = x + key_columns + 1;
            canvas.put_over(x, y, width.saturating_sub(x), text, Part::Text);
        }
    }
}
