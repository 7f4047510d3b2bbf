//! The body of a page, block by block.

use super::Role;
use super::paragraph::{Indent, Setter, span};
use super::wrap::Styled;
use crate::article::table;
use crate::domain::{Block, Figure, Inline};
use crate::text::width;

/// Sets the body.
pub(super) fn set(setter: &mut Setter, blocks: &[Block]) {
    let margin = Indent::default();
    setter.blank(&margin);
    lead_picture(setter);
    set_blocks(setter, blocks, &margin, Role::Body, true);
}

/// The lead image, when it is shown and stands nowhere else: its room then comes before those of the figures.
fn lead_picture(setter: &mut Setter) {
    let lead = setter.article.lead_image.as_deref().unwrap_or_default();
    let first = setter.options.pictures.first().filter(|room| *room.src == *lead);
    let Some(src) = first.map(|room| room.src.clone()) else { return };
    if !setter.article.blocks.iter().any(|block| holds(block, &src)) {
        setter.picture(&src);
        setter.gap();
    }
}

fn holds(block: &Block, src: &str) -> bool {
    match block {
        Block::Figure(figure) => *figure.src == *src,
        Block::List(_, items) => items.iter().flatten().any(|block| holds(block, src)),
        Block::Quote(blocks) => blocks.iter().any(|block| holds(block, src)),
        _ => false,
    }
}

fn set_blocks(setter: &mut Setter, blocks: &[Block], indent: &Indent, body: Role, spaced: bool) {
    let mut indent = indent.clone();
    for (i, block) in blocks.iter().enumerate() {
        if i > 0 {
            if spaced || !matches!(block, Block::List(..)) {
                setter.blank(&indent);
            }
            indent = indent.following();
        }
        set_block(setter, block, &indent, body);
    }
}

fn set_block(setter: &mut Setter, block: &Block, indent: &Indent, body: Role) {
    match block {
        Block::Paragraph(inlines) => {
            let text = setter.styled(inlines, body);
            setter.flow(&text, indent, true);
        }
        Block::Heading(_, inlines) => {
            let text = setter.styled(inlines, Role::Heading);
            setter.flow(&text, indent, false);
        }
        Block::List(start, items) => set_list(setter, *start, items, indent, body),
        Block::Quote(blocks) => {
            let bar = format!("{} ", setter.glyphs.bar);
            let inner = setter.inside(indent, span(&bar, Role::Rule), span(&bar, Role::Rule));
            set_blocks(setter, blocks, &inner, Role::Quote, true);
        }
        Block::Code(code) => set_code(setter, code, indent),
        Block::Table(rows) => set_table(setter, rows, indent),
        Block::Figure(figure) => set_figure(setter, figure, indent),
        Block::Rule => {
            let room = setter.room(indent);
            let rule = setter.glyphs.rule.repeat(room.min(setter.columns / 3).max(1));
            let left = " ".repeat((room - width::width(&rule)) / 2);
            let mut spans = indent.first();
            spans.push(span(&format!("{left}{rule}"), Role::Rule));
            setter.line(spans);
        }
    }
}

fn set_list(
    setter: &mut Setter,
    start: Option<u32>,
    items: &[Vec<Block>],
    indent: &Indent,
    body: Role,
) {
    let n_items = u32::try_from(items.len()).unwrap_or(u32::MAX);
    let widest = start.map_or(0, |first| first.saturating_add(n_items).saturating_sub(1));
    let mut indent = indent.clone();
    for (number, item) in (start.unwrap_or(0)..=u32::MAX).zip(items) {
        let marker = match start {
            None => format!("{} ", setter.glyphs.bullet),
            Some(_) => format!("{number:>n$}. ", n = widest.to_string().len()),
        };
        let rest = " ".repeat(width::width(&marker));
        let inner =
            setter.inside(&indent, span(&marker, Role::ListMarker), span(&rest, Role::ListMarker));
        set_blocks(setter, item, &inner, body, false);
        indent = indent.following();
    }
}

/// Code lines are kept; one that is too long is cut into further lines, never wrapped at words.
fn set_code(setter: &mut Setter, code: &str, indent: &Indent) {
    let room = setter.room(indent);
    let mut indent = indent.clone();
    for line in code.trim_end_matches('\n').split('\n') {
        let mut rest: &str = &width::without_soft_hyphens(line);
        loop {
            let cut = width::head(rest, room);
            let cut = if cut == 0 { rest.len() } else { cut };
            let mut spans = indent.first();
            spans.push(span(&rest[..cut], Role::Code));
            setter.line(spans);
            indent = indent.following();
            rest = &rest[cut..];
            if rest.is_empty() {
                break;
            }
        }
    }
}

/// A table that fits is drawn; another is told row by row.
fn set_table(setter: &mut Setter, rows: &[Vec<Vec<Inline>>], indent: &Indent) {
    let cells: Vec<Vec<String>> =
        rows.iter().map(|row| row.iter().map(|cell| plain(cell)).collect()).collect();
    let room = setter.room(indent);
    if let Some(lines) = table::layout(&cells, room, setter.options.ascii) {
        for line in lines {
            let mut spans = indent.first();
            spans.push(span(&line, Role::Table));
            setter.line(spans);
        }
        return;
    }
    let mut indent = indent.clone();
    for row in rows {
        let mut text = Styled::default();
        for cell in row.iter().filter(|cell| !plain(cell).trim().is_empty()) {
            if !text.is_empty() {
                text.push(setter.glyphs.dot, Role::Table, None);
            }
            let dot_free = setter.styled(cell, Role::Table);
            text.append(&dot_free);
        }
        setter.flow(&text, &indent, true);
        indent = indent.following();
    }
}

fn set_figure(setter: &mut Setter, figure: &Figure, indent: &Indent) {
    let shown = !figure.src.is_empty() && setter.picture(&figure.src);
    let words = if figure.caption.is_empty() { &figure.alt } else { &figure.caption };
    let mut text = Styled::of(words, Role::Caption);
    if !figure.credit.is_empty() {
        if !text.is_empty() {
            text.push(setter.glyphs.dash, Role::Credit, None);
        }
        text.push(
            &format!("{}: {}", setter.options.words.photo, figure.credit),
            Role::Credit,
            None,
        );
    }
    let sign = format!("{} ", setter.glyphs.picture);
    let rest = " ".repeat(width::width(&sign));
    let inner = setter.inside(indent, span(&sign, Role::Caption), span(&rest, Role::Caption));
    if shown && text.is_empty() {
        setter.gap();
    }
    setter.flow(&text, &inner, true);
}

fn plain(inlines: &[Inline]) -> String {
    inlines.iter().map(|inline| &*inline.text).collect()
}
