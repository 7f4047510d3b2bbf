//! The help, the settings, and the entry as its feed gives it: lines of text over the panes.

use super::overlay::body;
use super::paint::{Canvas, columns_of};
use crate::app::State;
use crate::app::help::{Help, HelpLine, lines};
use crate::app::settings::SETTINGS;
use crate::text::Clean;
use crate::theme::Part;

pub(super) fn draw(state: &State, help: &Help, canvas: &mut Canvas) -> (u16, u16) {
    let rect = body(state);
    canvas.clear(rect, Part::Text);
    let lines = lines(state, help);
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
    for (line, y) in lines.iter().skip(help.scroll).zip(rect.y..rect.y + rect.height) {
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

/// The settings that can change while umland runs: what they are now, and what they mean.
pub(super) fn draw_settings(state: &State, scroll: usize, canvas: &mut Canvas) -> (u16, u16) {
    let rect = body(state);
    canvas.clear(rect, Part::Text);
    let lang = state.lang();
    let (x, room) = (rect.x + 2, rect.width.saturating_sub(4));
    canvas.put(x, rect.y, room, &lang.text("settings-title"), Part::Heading);
    let name_columns = SETTINGS.iter().map(|s| columns_of(s.name)).max().unwrap_or(0);
    let values: Vec<String> = SETTINGS.iter().map(|s| s.value(&state.prefs)).collect();
    let value_columns = values.iter().map(|v| columns_of(v)).max().unwrap_or(0).min(room / 4);
    let rows = SETTINGS.iter().zip(&values).skip(scroll);
    for ((setting, value), y) in rows.zip(rect.y + 2..rect.y + rect.height.max(2)) {
        canvas.put(x, y, name_columns, setting.name, Part::Key);
        let value_x = x + name_columns + 2;
        canvas.put(value_x, y, value_columns, value, Part::Strong);
        let text_x = value_x + value_columns + 2;
        let room = (x + room).saturating_sub(text_x);
        canvas.put(text_x, y, room, &lang.text(&setting.meaning()), Part::Text);
    }
    (x, rect.y)
}

/// Lines that are already broken for the screen, the first of them a heading.
pub(super) fn draw_text(
    state: &State,
    lines: &[Clean],
    scroll: usize,
    canvas: &mut Canvas,
) -> (u16, u16) {
    let rect = body(state);
    canvas.clear(rect, Part::Text);
    let (x, room) = (rect.x + 2, rect.width.saturating_sub(4));
    let visible = lines.iter().enumerate().skip(scroll);
    for ((i, line), y) in visible.zip(rect.y..rect.y + rect.height) {
        let part = if i == 0 { Part::Heading } else { Part::Text };
        canvas.put(x, y, room, line, part);
    }
    (x, rect.y)
}
