//! An article as plain text, one block a line.

use crate::domain::{Article, Block, Inline};

/// The text of an article: a paragraph, subheading, list item or table row a line. Without headline, captions and sign.
/// The teaser counts as text where papers write it as the first paragraph (German), not where it is a subtitle (English).
pub fn plain(article: &Article) -> String {
    let mut out = String::new();
    if !article.language.to_ascii_lowercase().starts_with("en") {
        push_line(&mut out, &article.deck);
    }
    push_blocks(&mut out, &article.blocks);
    out
}

/// The words of a block, single spaces between them; for a figure caption and credit.
pub(super) fn block_text(block: &Block) -> String {
    if let Block::Figure(figure) = block {
        return format!("{} {}", figure.caption, figure.credit).trim().to_owned();
    }
    let mut out = String::new();
    push_blocks(&mut out, std::slice::from_ref(block));
    out.truncate(out.trim_end().len());
    out.replace('\n', " ")
}

/// The text of inlines.
pub(super) fn text(inlines: &[Inline]) -> String {
    inlines.iter().map(|inline| &*inline.text).collect()
}

/// Visits every inline of a block.
pub(super) fn for_each_inline(block: &Block, visit: &mut impl FnMut(&Inline)) {
    match block {
        Block::Paragraph(inlines) | Block::Heading(_, inlines) => inlines.iter().for_each(visit),
        Block::List(_, items) => {
            for block in items.iter().flatten() {
                for_each_inline(block, visit);
            }
        }
        Block::Quote(blocks) => blocks.iter().for_each(|block| for_each_inline(block, visit)),
        Block::Table(rows) => rows.iter().flatten().flatten().for_each(visit),
        Block::Figure(_) | Block::Code(_) | Block::Rule => {}
    }
}

/// Visits every inline of a block, to change it.
pub(super) fn for_each_inline_mut(block: &mut Block, visit: &mut impl FnMut(&mut Inline)) {
    match block {
        Block::Paragraph(inlines) | Block::Heading(_, inlines) => {
            inlines.iter_mut().for_each(visit);
        }
        Block::List(_, items) => {
            for block in items.iter_mut().flatten() {
                for_each_inline_mut(block, visit);
            }
        }
        Block::Quote(blocks) => {
            for block in blocks {
                for_each_inline_mut(block, visit);
            }
        }
        Block::Table(rows) => rows.iter_mut().flatten().flatten().for_each(visit),
        Block::Figure(_) | Block::Code(_) | Block::Rule => {}
    }
}

fn push_blocks(out: &mut String, blocks: &[Block]) {
    for block in blocks {
        match block {
            Block::Paragraph(inlines) | Block::Heading(_, inlines) => {
                push_line(out, &text(inlines));
            }
            Block::List(_, items) => items.iter().for_each(|item| push_blocks(out, item)),
            Block::Quote(blocks) => push_blocks(out, blocks),
            Block::Code(code) => code.lines().for_each(|line| push_line(out, line)),
            Block::Table(rows) => {
                for row in rows {
                    let cells: Vec<String> = row.iter().map(|cell| text(cell)).collect();
                    push_line(out, &cells.join(" "));
                }
            }
            Block::Figure(_) | Block::Rule => {}
        }
    }
}

fn push_line(out: &mut String, line: &str) {
    let before = out.len();
    for word in line.replace('\u{ad}', "").split_whitespace() {
        if out.len() > before {
            out.push(' ');
        }
        out.push_str(word);
    }
    if out.len() > before {
        out.push('\n');
    }
}
