//! An article as clean HTML: only what the blocks hold.

use std::fmt::Write as _;

use crate::domain::{Article, Block, Figure, Inline};
use crate::text::Clean;

/// The body as HTML that is well-formed XML too. Pictures are addresses; nothing is loaded.
pub fn html(article: &Article) -> String {
    let mut out = String::new();
    push_blocks(&mut out, &article.blocks, article);
    out
}

/// The body as HTML without pictures; their captions stay.
pub fn html_without_pictures(article: &Article) -> String {
    html(&Article { blocks: without_pictures(&article.blocks), ..article.clone() })
}

fn without_pictures(blocks: &[Block]) -> Vec<Block> {
    let mut kept = Vec::new();
    for block in blocks {
        kept.push(match block {
            Block::Figure(figure) => {
                Block::Figure(Figure { src: Clean::empty(), ..figure.clone() })
            }
            Block::Quote(inner) => Block::Quote(without_pictures(inner)),
            Block::List(start, items) => {
                Block::List(*start, items.iter().map(|item| without_pictures(item)).collect())
            }
            other => other.clone(),
        });
    }
    kept
}

/// A text in which nothing is HTML or XML.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_escaped(&mut out, text);
    out
}

fn push_blocks(out: &mut String, blocks: &[Block], article: &Article) {
    for block in blocks {
        push_block(out, block, article);
    }
}

fn push_block(out: &mut String, block: &Block, article: &Article) {
    match block {
        Block::Paragraph(inlines) => element(out, "p", |out| push_inlines(out, inlines, article)),
        Block::Heading(level, inlines) => {
            let name =
                ["h2", "h2", "h3", "h4", "h5", "h6"][usize::from(level.saturating_sub(1).min(5))];
            element(out, name, |out| push_inlines(out, inlines, article));
        }
        Block::List(start, items) => {
            let (open, close) = match start {
                None => ("<ul>".to_owned(), "</ul>"),
                Some(1) => ("<ol>".to_owned(), "</ol>"),
                Some(first) => (format!("<ol start=\"{first}\">"), "</ol>"),
            };
            out.push_str(&open);
            for item in items {
                element(out, "li", |out| push_blocks(out, item, article));
            }
            let _ = writeln!(out, "{close}");
        }
        Block::Quote(blocks) => element(out, "blockquote", |out| push_blocks(out, blocks, article)),
        Block::Code(code) => element(out, "pre", |out| push_escaped(out, code)),
        Block::Table(rows) => element(out, "table", |out| {
            for row in rows {
                element(out, "tr", |out| {
                    for cell in row {
                        element(out, "td", |out| push_inlines(out, cell, article));
                    }
                });
            }
        }),
        Block::Figure(figure) => push_figure(out, figure),
        Block::Rule => out.push_str("<hr/>\n"),
    }
}

fn push_figure(out: &mut String, figure: &Figure) {
    element(out, "figure", |out| {
        if !figure.src.is_empty() {
            out.push_str("<img src=\"");
            push_escaped(out, &figure.src);
            out.push_str("\" alt=\"");
            push_escaped(out, &figure.alt);
            out.push_str("\"/>");
        }
        if !figure.caption.is_empty() || !figure.credit.is_empty() {
            element(out, "figcaption", |out| {
                push_escaped(out, &figure.caption);
                if !figure.credit.is_empty() {
                    out.push_str(" <small>");
                    push_escaped(out, &figure.credit);
                    out.push_str("</small>");
                }
            });
        }
    });
}

fn push_inlines(out: &mut String, inlines: &[Inline], article: &Article) {
    for inline in inlines {
        let target = inline.link.and_then(|link| article.links.get(usize::from(link)));
        let style = inline.style;
        let names = [
            (style.strong, "strong"),
            (style.emphasis, "em"),
            (style.code, "code"),
            (style.strike, "del"),
        ];
        if let Some(target) = target {
            out.push_str("<a href=\"");
            push_escaped(out, target);
            out.push_str("\">");
        }
        for (_, name) in names.iter().filter(|(on, _)| *on) {
            let _ = write!(out, "<{name}>");
        }
        for (i, line) in inline.text.split('\n').enumerate() {
            if i > 0 {
                out.push_str("<br/>");
            }
            push_escaped(out, line);
        }
        for (_, name) in names.iter().rev().filter(|(on, _)| *on) {
            let _ = write!(out, "</{name}>");
        }
        if target.is_some() {
            out.push_str("</a>");
        }
    }
}

fn element(out: &mut String, name: &str, inside: impl FnOnce(&mut String)) {
    let _ = write!(out, "<{name}>");
    inside(out);
    let _ = writeln!(out, "</{name}>");
}

fn push_escaped(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
}
