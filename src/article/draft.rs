//! An article in the making: its pieces with what the rules need to know of them, and an account of what was taken out.
//!
//! **Invariant:** a piece leaves the body only by a method here, which writes it into the account; so no letter is lost
//! without a rule that says so.

use std::mem;

use super::mark::Mark;
use super::plain;
use super::tree::Id;
use crate::domain::{Article, Block, Inline};
use crate::text::Clean;

/// A block of the body with its origin.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub(super) block: Block,
    /// The element that it was made of.
    pub(super) node: Id,
    /// Its words, single spaces between them.
    pub(super) text: String,
    /// Letters of it that stand in links, and all.
    pub(super) linked: usize,
    pub(super) letters: usize,
    /// The text of its first text node.
    pub(super) opening: String,
    /// What the element or the nearest marked one around it is.
    pub(super) mark: Option<Mark>,
}

/// What a rule took out of the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dropped {
    /// The rule.
    pub rule: &'static str,
    /// The words.
    pub text: String,
}

/// An article in the making.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// The head; its `blocks` are filled at the end.
    pub(super) article: Article,
    /// The body.
    pub(super) pieces: Vec<Piece>,
    /// The account.
    pub(super) dropped: Vec<Dropped>,
    /// The headline in further versions (page title, feed title), for lines that repeat it.
    pub(super) titles: Vec<String>,
}

impl Draft {
    /// Takes out the pieces that the rule names.
    pub(super) fn drop_pieces(
        &mut self,
        rule: &'static str,
        mut goes: impl FnMut(usize, &Piece) -> bool,
    ) {
        let mut at = 0;
        let dropped = &mut self.dropped;
        self.pieces.retain(|piece| {
            let gone = goes(at, piece);
            at += 1;
            if gone {
                dropped.push(Dropped { rule, text: piece.text.clone() });
            }
            !gone
        });
    }

    /// Writes into the account what is not shown as body.
    pub(super) fn account(&mut self, rule: &'static str, text: &str) {
        if !text.trim().is_empty() {
            self.dropped.push(Dropped { rule, text: text.to_owned() });
        }
    }

    /// The finished article, its links numbered in the order in which they stand.
    pub(super) fn finish(mut self) -> (Article, Vec<Dropped>) {
        self.article.blocks = self.pieces.into_iter().map(|piece| piece.block).collect();
        super::links::number(&mut self.article);
        (self.article, self.dropped)
    }
}

impl Piece {
    pub(super) fn new(block: Block, node: Id) -> Self {
        let mut piece = Self {
            block,
            node,
            text: String::new(),
            linked: 0,
            letters: 0,
            opening: String::new(),
            mark: None,
        };
        piece.measure();
        piece
    }

    /// Measures again after the block was changed.
    pub(super) fn measure(&mut self) {
        self.text = plain::block_text(&self.block);
        self.letters = count_letters(&self.text);
        self.linked = 0;
        let mut linked = 0;
        plain::for_each_inline(&self.block, &mut |inline| {
            if inline.link.is_some() {
                linked += count_letters(&inline.text);
            }
        });
        self.linked = linked;
    }

    pub(super) fn is_paragraph(&self) -> bool {
        matches!(self.block, Block::Paragraph(_))
    }

    pub(super) fn is_heading(&self) -> bool {
        matches!(self.block, Block::Heading(..))
    }

    pub(super) fn is_figure(&self) -> bool {
        matches!(self.block, Block::Figure(_))
    }

    /// The inlines of a paragraph or heading.
    pub(super) fn inlines_mut(&mut self) -> Option<&mut Vec<Inline>> {
        match &mut self.block {
            Block::Paragraph(inlines) | Block::Heading(_, inlines) => Some(inlines),
            _ => None,
        }
    }

    /// Cuts `bytes` of the paragraph's own text away at its start, and white space behind.
    pub(super) fn cut_start(&mut self, bytes: usize) {
        if let Some(inlines) = self.inlines_mut() {
            cut_start(inlines, bytes);
        }
        self.measure();
    }

    /// Cuts the paragraph's own text off after `bytes`, and white space before.
    pub(super) fn cut_end(&mut self, bytes: usize) {
        if let Some(inlines) = self.inlines_mut() {
            cut_end(inlines, bytes);
        }
        self.measure();
    }

    /// The paragraph's own text, white space as it is.
    pub(super) fn raw(&self) -> String {
        match &self.block {
            Block::Paragraph(inlines) | Block::Heading(_, inlines) => plain::text(inlines),
            _ => String::new(),
        }
    }
}

/// Scripts in which a character says as much as some letters do.
fn is_ideograph(c: char) -> bool {
    matches!(u32::from(c), 0x3040..=0x30FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xAC00..=0xD7A3 | 0x20000..=0x2FFFF)
}

/// Letters of a text, white space not counted; an ideograph counts as three.
pub(super) fn count_letters(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).map(|c| if is_ideograph(c) { 3 } else { 1 }).sum()
}

fn cut_start(inlines: &mut Vec<Inline>, bytes: usize) {
    let mut left = bytes;
    for inline in inlines.iter_mut() {
        let n = inline.text.len().min(left);
        left -= n;
        let rest = inline.text[n..].to_owned();
        let rest = if left == 0 { rest.trim_start() } else { &rest };
        inline.text = Clean::text(rest);
        if left == 0 && !inline.text.is_empty() {
            break;
        }
    }
    inlines.retain(|inline| !inline.text.is_empty());
}

fn cut_end(inlines: &mut Vec<Inline>, bytes: usize) {
    let mut kept = 0;
    for inline in mem::take(inlines) {
        let n = inline.text.len().min(bytes - kept);
        kept += n;
        if n > 0 {
            inlines.push(Inline { text: Clean::text(&inline.text[..n]), ..inline });
        }
    }
    while let Some(last) = inlines.last_mut() {
        last.text = Clean::text(last.text.trim_end());
        if !last.text.is_empty() {
            break;
        }
        inlines.pop();
    }
}
