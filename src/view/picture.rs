//! Pictures: in the article, and one of them large.

use super::Cursor;
use super::paint::{Canvas, DrawnPicture, columns_of};
use crate::app::pictures::{self, Picture};
use crate::app::{Rect, State};
use crate::domain::PictureKey;
use crate::text::width;
use crate::theme::Part;

/// Draws the pictures of the article that are on the screen; `text` is where its lines are.
pub(super) fn draw_in_article(state: &State, pane: Rect, text: Rect, canvas: &mut Canvas) {
    let Some(set) = &state.reader.page else { return };
    let (top, height) = (state.reader.scroll, usize::from(text.height));
    for picture in set.pictures.iter().filter(|picture| picture.rows > 0) {
        let end = picture.line + usize::from(picture.rows);
        if end <= top || picture.line >= top + height {
            continue;
        }
        let hidden = u16::try_from(top.saturating_sub(picture.line)).unwrap_or(u16::MAX);
        let below = u16::try_from(picture.line.saturating_sub(top)).unwrap_or(u16::MAX);
        let rows = (picture.rows - hidden).min(text.height - below);
        let rect = Rect { y: text.y + below, height: rows, ..text };
        let key = pictures::key_in_article(state, pane, &picture.src);
        draw(state, &key, rect, hidden, canvas);
    }
}

/// Draws a picture from its row `hidden` on, in the middle of a part of the screen, or says why it is not there.
fn draw(state: &State, key: &PictureKey, rect: Rect, hidden: u16, canvas: &mut Canvas) {
    let lang = state.lang();
    match state.pictures.get(key) {
        None => {}
        Some(Picture::Loading) => {
            canvas.put(rect.x, rect.y, rect.width, &lang.text("picture-loading"), Part::Muted);
        }
        Some(Picture::Failed(why)) => {
            canvas.put(rect.x, rect.y, rect.width, why, Part::Fault);
        }
        Some(Picture::Ready(mosaic)) => {
            let columns = mosaic.columns.min(rect.width);
            let x = rect.x + (rect.width - columns) / 2;
            let true_colour = state.prefs.surroundings.true_colour;
            let at = Rect { x, width: columns, ..rect };
            canvas.mosaic(at, mosaic, hidden, true_colour);
            let whole = hidden == 0 && mosaic.rows <= rect.height && mosaic.columns <= rect.width;
            if whole {
                let rect = Rect { height: mosaic.rows, ..at };
                canvas.pictures.push(DrawnPicture { key: key.clone(), rect });
            }
        }
    }
}

/// Draws the picture that is shown large, over everything but the bar and the foot, with its words below.
pub(super) fn draw_large(state: &State, body: Rect, canvas: &mut Canvas) -> Cursor {
    canvas.clear(body, Part::Text);
    let (key, figure) = pictures::large(state)?;
    let n = pictures::shown(state).len();
    let words = if figure.caption.is_empty() { &figure.alt } else { &figure.caption };
    let columns = body.width.saturating_sub(2);
    let mut lines: Vec<(String, Part)> = Vec::new();
    if !words.is_empty() {
        lines.extend(
            width::wrap(words, usize::from(columns)).into_iter().map(|line| (line, Part::Caption)),
        );
    }
    if !figure.credit.is_empty() {
        let credit = format!("{}: {}", state.lang().text("page-photo"), figure.credit);
        lines.extend(
            width::wrap(&credit, usize::from(columns)).into_iter().map(|line| (line, Part::Credit)),
        );
    }
    lines.truncate(3);
    let below = u16::try_from(lines.len()).unwrap_or(0);
    let room =
        Rect { x: body.x + 1, width: columns, height: body.height.saturating_sub(below), ..body };
    let rows = match state.pictures.get(&key) {
        Some(Picture::Ready(mosaic)) => mosaic.rows.min(room.height),
        _ => 1.min(room.height),
    };
    let rect = Rect { y: room.y + (room.height - rows) / 2, height: rows, ..room };
    draw(state, &key, rect, 0, canvas);
    let after = body.y + body.height - below.min(body.height);
    for ((line, part), y) in lines.iter().zip(after..body.y + body.height) {
        let indent = columns.saturating_sub(columns_of(line)) / 2;
        canvas.put(room.x + indent, y, columns, line, *part);
    }
    if n > 1
        && let Some(crate::app::overlay::Overlay::Picture { index }) = state.overlay
    {
        canvas.put_right(body.x + body.width, body.y, &format!("{}/{n}", index + 1), Part::Muted);
    }
    Some((rect.x, rect.y))
}
