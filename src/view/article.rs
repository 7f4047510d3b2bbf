//! The article pane: the page, or the card of what is selected in the tree.

use super::hits::{hits, set_off};
use super::paint::Canvas;
use super::{Cursor, card};
use crate::app::layout::text_width;
use crate::app::{Pane, Rect, State};
use crate::text::fold::fold;
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
    let mut cursor = (x, rect.y);
    for ((i, line), y) in lines.zip(rect.y..) {
        draw_line(line, x, y, width, canvas);
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
    Some(cursor)
}

fn draw_line(line: &Line, x: u16, y: u16, width: u16, canvas: &mut Canvas) {
    let mut at = x;
    for span in &line.spans {
        let room = (x + width).saturating_sub(at);
        at = canvas.put(at, y, room, &span.text, part_of(span.role));
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
