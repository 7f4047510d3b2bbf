//! Documents beyond the limits of the tree: html2text makes paragraphs of them. It gets the text in flat `<p>` elements
//! only, so neither nesting nor tables can make it loop; a guard catches what might be left.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::page::{Extracted, Hints};
use super::{scan, wording};
use crate::domain::{Article, Block, Inline};
use crate::text::Clean;

/// As much of such a document is shown, in bytes.
const MAX_BYTES: usize = 200_000;
/// No paragraph is broken into lines.
const WIDTH: usize = 1_000_000;

/// The paragraphs of a document that no tree is built of.
pub(super) fn blocks(html: &str) -> Vec<Block> {
    let flat = scan::flattened(html);
    let end = wording::boundary(&flat, MAX_BYTES);
    let text = catch_unwind(AssertUnwindSafe(|| {
        html2text::config::plain_no_decorate().string_from_read(&flat.as_bytes()[..end], WIDTH).ok()
    }));
    let text = text.ok().flatten().unwrap_or_default();
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| Block::Paragraph(vec![Inline::plain(line)]))
        .collect()
}

/// Such a document as an article.
pub(super) fn extracted(html: &str, hints: &Hints) -> Extracted {
    let article = Article {
        headline: Clean::line(hints.title),
        authors: hints.authors.to_vec(),
        published: hints.published,
        language: Clean::line(hints.language),
        blocks: blocks(html),
        ..Article::default()
    };
    Extracted { article, reason: "too-large", ..Extracted::default() }
}
