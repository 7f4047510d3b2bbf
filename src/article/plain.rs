//! An article as plain text, one block a line.

use crate::domain::{Article, Block, Inline};

/// The body as plain text: a paragraph, subheading, list item or table row a line. Without headline, captions and sign.
pub fn plain(article: &Article) -> String {
    let mut out = String::new();
    push_blocks(&mut out, &article.blocks);
    out
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

/// The text of inlines.
pub(crate) fn text(inlines: &[Inline]) -> String {
    inlines.iter().map(|inline| &*inline.text).collect()
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
