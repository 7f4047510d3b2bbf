//! The article pane: the page, or the card of what is selected in the tree.

use super::hits::{hits, set_off};
use super::paint::{Canvas, Hyperlink};
use super::{Cursor, card, picture};
use crate::app::layout::text_width;
use crate::app::links;
use crate::app::{Pane, Rect, State};
use crate::text::fold::fold;
use crate::text::target::Target;
use crate::theme::Part;
use crate::typeset::{Line, Role};

pub(super) fn draw(state: &State, rect: Rect, canvas: &mut Canvas) -> Cursor {
    if state.focus == Pane::Tree {
        card::draw(state, rect, canvas);
        return None;
    }
    let reader = &state.reader;
    let page = reader.page.as_ref()?;
    let width = text_width(rect.width).min(state.prefs.measure);
    let x = rect.x + (rect.width - width.min(rect.width)) / 2;
    let needle = reader.find.as_ref().map(|find| (fold(&find.needle), find));
    let lines = page.lines.iter().enumerate().skip(reader.scroll).take(usize::from(rect.height));
    let mut labels = if state.hints.is_some() { links::labels(state) } else { Vec::new() };
    let mut cursor = (x, rect.y);
    for ((i, line), y) in lines.zip(rect.y..) {
        draw_line(state, line, Rect { x, y, width, height: 1 }, &mut labels, canvas);
        if !state.prefs.highlight.is_empty() {
            set_off(&line.text(), &state.prefs.highlight, x, y, width, canvas);
        }
        if let Some((folded, find)) = &needle
            && find.lines.contains(&i)
        {
            let here = find.lines.get(find.at) == Some(&i);
            let part = if here { Part::HitHere } else { Part::Hit };
            for (from, columns) in hits(&line.text(), folded) {
                canvas.lay(Rect { x: x + from, y, width: columns, height: 1 }, part);
            }
            if here {
                cursor = (x, y);
            }
        }
    }
    picture::draw_in_article(state, rect, Rect { x, width, ..rect }, canvas);
    draw_thumb(state, rect, canvas);
    Some(cursor)
}

/// Beside an article that is longer than the pane, once the reader is in it: which part of it is on the screen.
fn draw_thumb(state: &State, rect: Rect, canvas: &mut Canvas) {
    let is_in = state.focus == Pane::Article || state.reader.scroll > 0;
    let Some((top, rows)) = state.reader.thumb(usize::from(rect.height)).filter(|_| is_in) else {
        return;
    };
    let sign = if canvas.ascii { "|" } else { "▐" };
    for y in (rect.y..rect.y + rect.height).skip(top).take(rows) {
        canvas.put(rect.x + rect.width.saturating_sub(1), y, 1, sign, Part::Divider);
    }
}

/// Draws a line; letters stand over the first part of each link that has them.
fn draw_line(
    state: &State,
    line: &Line,
    rect: Rect,
    labels: &mut Vec<(String, u16)>,
    canvas: &mut Canvas,
) {
    let Rect { x, y, width, .. } = rect;
    let mut at = x;
    for span in &line.spans {
        let room = (x + width).saturating_sub(at);
        let start = at;
        at = canvas.put(at, y, room, &span.text, part_of(span.role));
        let Some(number) = span.link else { continue };
        if state.prefs.hyperlinks && at > start {
            let targets = state.reader.page.as_ref().map_or(&[][..], |page| &page.links);
            let target = targets.get(usize::from(number)).and_then(|target| Target::new(target));
            let rect = Rect { x: start, y, width: at - start, height: 1 };
            canvas.links.extend(target.map(|target| Hyperlink { rect, target, id: number }));
        }
        if let Some(i) = labels.iter().position(|(_, labelled)| *labelled == number) {
            let (label, _) = labels.swap_remove(i);
            canvas.put(start, y, room, &label, Part::HitHere);
        }
    }
}

fn part_of(role: Role) -> Part {
    match role {
        Role::Kicker => Part::Kicker,
        Role::Headline => Part::Headline,
        Role::Deck => Part::Deck,
        Role::Meta => Part::Meta,
        Role::Body | Role::Table => Part::Text,
        Role::Emphasis => Part::Emphasis,
        Role::Strong => Part::Strong,
        Role::Code => Part::Code,
        Role::Strike => Part::Strike,
        Role::Heading => Part::Heading,
        Role::Quote => Part::Quote,
        Role::ListMarker => Part::Marker,
        Role::Link => Part::Link,
        Role::Caption => Part::Caption,
        Role::Credit => Part::Credit,
        Role::Sign => Part::Sign,
        Role::Rule => Part::Rule,
        Role::Removed => Part::Removed,
        Role::Added => Part::Added,
    }
}
