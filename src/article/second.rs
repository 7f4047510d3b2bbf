//! Second opinions, for pages on which little was found: the body in the page's own JSON-LD, and what Readability's
//! algorithm (`dom_smoothie`) takes for the article.

use std::panic::{AssertUnwindSafe, catch_unwind};

use dom_smoothie::{Config, Readability};
use url::Url;

use super::build::{self, Built};
use super::draft::{Draft, count_letters};
use super::mark::Marks;
use super::meta::Meta;
use super::tree::Tree;

/// With less text than this, in letters, another opinion is heard.
const LITTLE: usize = 280;
/// The largest page that Readability's algorithm is asked about, in nodes: it is slower than linear.
const MAX_NODES: usize = 20_000;
/// A stated body must be longer than twice this, in letters.
const STUB: usize = 100;
/// How much longer another text must be to be taken.
const LONGER: usize = 2;

/// Takes another body when it is much longer than what was found. A locked article's body is not taken from its JSON-LD:
/// that would go around the publisher's wall.
/// Whether it did: the pieces then come from another tree.
pub(super) fn hear(
    draft: &mut Draft,
    tree: &Tree,
    html: &str,
    meta: &Meta,
    base: Option<&Url>,
) -> bool {
    let found: usize = draft.pieces.iter().map(|piece| piece.letters).sum();
    let stated = &meta.described.body;
    if meta.described.free != Some(false) && count_letters(stated) > LONGER * found.max(STUB) {
        take(draft, of_text(stated, base), LONGER * found)
    } else {
        found < LITTLE
            && is_worth_asking(tree)
            && take(draft, of_readability(html, base), LONGER * found)
    }
}

fn is_worth_asking(tree: &Tree) -> bool {
    tree.len() <= MAX_NODES && tree.letters(0) > 200
}

fn take(draft: &mut Draft, other: Option<Built>, more_than: usize) -> bool {
    let Some(other) = other else { return false };
    let is_longer = other.pieces.iter().map(|piece| piece.letters).sum::<usize>() > more_than;
    if is_longer {
        draft.drop_pieces("replaced", |_, _| true);
        draft.pieces = other.pieces;
        draft.article.links = other.links;
    }
    is_longer
}

/// The stated body: HTML, or paragraphs divided by line breaks.
fn of_text(text: &str, base: Option<&Url>) -> Option<Built> {
    let is_html = text.contains("</") || text.contains("<br");
    let lines: String;
    let html = if is_html {
        text
    } else {
        let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
        lines = format!("<p>{}</p>", escaped.replace('\n', "</p><p>"));
        &lines
    };
    blocks(html, base)
}

fn of_readability(html: &str, base: Option<&Url>) -> Option<Built> {
    let content = catch_unwind(AssertUnwindSafe(|| {
        let config = Config { disable_json_ld: true, ..Config::default() };
        let mut reader = Readability::new(html, None, Some(config)).ok()?;
        reader.parse().ok().map(|article| article.content.to_string())
    }));
    blocks(&content.ok()??, base)
}

fn blocks(html: &str, base: Option<&Url>) -> Option<Built> {
    super::scan::check(html).ok()?;
    let tree = Tree::parse(html);
    Some(build::build(&tree, &Marks::default(), 0, base))
}
