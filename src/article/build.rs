//! The walker: a part of the tree becomes blocks and inlines. It decides how text is set, not whether it belongs to the
//! article; what is marked as furniture is passed over.

use std::collections::HashMap;

use url::Url;

use super::draft::Piece;
use super::figure;
use super::links;
use super::mark::{Mark, Marks};
use super::tag::Tag;
use super::tree::{Id, Tree};
use crate::domain::{Block, Figure, Inline, Style};
use crate::text::Clean;

/// The deepest nesting of lists and quotes that is kept as such.
const MAX_NESTING: usize = 12;

/// The shortest paragraph that is running text, in letters.
const MIN_TEXT: u32 = 60;

/// A longer heading is a paragraph in large type.
const MAX_HEADING: usize = 200;

/// What the walker found.
#[derive(Debug, Default)]
pub(super) struct Built {
    pub(super) pieces: Vec<Piece>,
    /// Targets, in the order of their first use; inlines point into it.
    pub(super) links: Vec<Clean>,
}

/// Builds the blocks of a node.
pub(super) fn build(tree: &Tree, marks: &Marks, root: Id, base: Option<&Url>) -> Built {
    let mut walker =
        Walker { tree, marks, base, links: Vec::new(), numbers: HashMap::new(), nesting: 0 };
    let mut flow = Flow::default();
    walker.children(root, Set::default(), &mut flow);
    flow.flush();
    let pieces = flow
        .blocks
        .into_iter()
        .map(|(block, node)| {
            let mut piece = Piece::new(block, node);
            piece.opening = opening(tree, node);
            let around = std::iter::once(node).chain(tree.ancestors(node));
            piece.mark = around.take_while(|id| *id > root).find_map(|id| marks.of(id));
            piece
        })
        .collect();
    Built { pieces, links: walker.links }
}

/// How inline text is set at a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Set {
    style: Style,
    link: Option<u16>,
}

/// Blocks that are done, and the paragraph that grows.
#[derive(Default)]
struct Flow {
    blocks: Vec<(Block, Id)>,
    runs: Vec<(String, Set)>,
    node: Id,
    heading: Option<u8>,
}

struct Walker<'a> {
    tree: &'a Tree,
    marks: &'a Marks,
    base: Option<&'a Url>,
    links: Vec<Clean>,
    numbers: HashMap<Clean, u16>,
    nesting: usize,
}

impl Walker<'_> {
    fn children(&mut self, id: Id, set: Set, flow: &mut Flow) {
        for child in self.tree.children(id) {
            if !self.marks.is_dropped(child) {
                self.node(child, set, flow);
            }
        }
    }

    fn node(&mut self, id: Id, set: Set, flow: &mut Flow) {
        let tag = self.tree.tag(id);
        if let Some(words) = figure::of_words(self.tree, self.marks, id) {
            flow.picture_words(words, id);
            return;
        }
        if self.marks.of(id) == Some(Mark::Picture) {
            self.figure(id, set, flow);
            return;
        }
        match tag {
            Tag::Text => flow.text(&self.tree.node(id).text, set, id),
            Tag::Br => flow.line_break(),
            Tag::A => self.link(id, set, flow),
            Tag::B | Tag::Em | Tag::Code | Tag::Del => {
                let mut style = set.style;
                match tag {
                    Tag::B => style.strong = true,
                    Tag::Em => style.emphasis = true,
                    Tag::Code => style.code = true,
                    _ => style.strike = true,
                }
                self.children(id, Set { style, ..set }, flow);
            }
            Tag::Abbr | Tag::Small | Tag::Span | Tag::Time => self.children(id, set, flow),
            Tag::Img | Tag::Picture if !self.is_beside_author(id) => {
                if let Some(found) = figure::of_image(self.tree, id, self.base) {
                    flow.block(Block::Figure(found), id);
                }
            }
            Tag::Img | Tag::Picture => {}
            Tag::Figure => self.figure(id, set, flow),
            Tag::Hr => flow.block(Block::Rule, id),
            Tag::Pre => {
                flow.flush();
                let code = Clean::text(self.raw(id).trim_matches('\n'));
                if !code.trim().is_empty() {
                    flow.block(Block::Code(code), id);
                }
            }
            Tag::Ul | Tag::Ol | Tag::Menu => self.list(id, flow),
            Tag::Blockquote => self.quote(id, flow),
            Tag::Table => self.table(id, set, flow),
            Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6 => {
                flow.flush();
                flow.heading = tag.heading();
                self.children(id, set, flow);
                flow.flush();
                flow.heading = None;
            }
            _ => {
                let heading = flow.heading;
                flow.flush();
                self.children(id, set, flow);
                flow.flush();
                flow.heading = heading;
            }
        }
    }

    /// Whether a picture is in a link to the author or in a box about the author.
    fn is_beside_author(&self, id: Id) -> bool {
        self.tree.ancestors(id).take(4).any(|up| self.marks.of(up) == Some(Mark::Byline))
    }

    fn link(&mut self, id: Id, set: Set, flow: &mut Flow) {
        let target =
            self.tree.attribute(id, "href").and_then(|href| links::target(href, self.base));
        let link = target.and_then(|target| self.number(target));
        self.children(id, Set { link: link.or(set.link), ..set }, flow);
    }

    fn number(&mut self, target: Clean) -> Option<u16> {
        let next = u16::try_from(self.links.len()).ok()?;
        let links = &mut self.links;
        let number = self.numbers.entry(target).or_insert_with_key(|target| {
            links.push(target.clone());
            next
        });
        Some(*number)
    }

    fn figure(&mut self, id: Id, set: Set, flow: &mut Flow) {
        if let Some(found) = figure::of_element(self.tree, self.marks, id, self.base) {
            flow.block(Block::Figure(found), id);
        } else {
            flow.flush();
            self.children(id, set, flow);
            flow.flush();
        }
    }

    fn list(&mut self, id: Id, flow: &mut Flow) {
        flow.flush();
        let start = (self.tree.tag(id) == Tag::Ol).then(|| {
            self.tree.attribute(id, "start").and_then(|n| n.trim().parse().ok()).unwrap_or(1)
        });
        let mut items = Vec::new();
        for child in self.tree.children(id) {
            if self.marks.is_dropped(child) {
                continue;
            }
            let blocks = self.inner(child);
            if self.tree.tag(child) == Tag::Li || items.is_empty() {
                items.push(blocks);
            } else if let Some(last) = items.last_mut() {
                last.extend(blocks); // a list directly inside a list belongs to the item before it
            }
        }
        items.retain(|item| !item.is_empty());
        if self.nesting > MAX_NESTING {
            flow.blocks.extend(items.into_iter().flatten().map(|block| (block, id)));
        } else if !items.is_empty() {
            flow.block(Block::List(start, items), id);
        }
    }

    fn quote(&mut self, id: Id, flow: &mut Flow) {
        flow.flush();
        let blocks = self.inner(id);
        if self.nesting > MAX_NESTING {
            flow.blocks.extend(blocks.into_iter().map(|block| (block, id)));
        } else if !blocks.is_empty() {
            flow.block(Block::Quote(blocks), id);
        }
    }

    /// The blocks inside an element, on their own.
    fn inner(&mut self, id: Id) -> Vec<Block> {
        self.nesting += 1;
        let mut flow = Flow::default();
        if self.tree.tag(id) == Tag::Text {
            self.node(id, Set::default(), &mut flow);
        } else {
            self.children(id, Set::default(), &mut flow);
        }
        flow.flush();
        self.nesting -= 1;
        flow.blocks.into_iter().map(|(block, _)| block).collect()
    }

    /// A table with words in its cells; one that only lays out the page is walked through.
    fn table(&mut self, id: Id, set: Set, flow: &mut Flow) {
        flow.flush();
        let tree = self.tree;
        let cells_of = |row: Id| tree.children(row).filter(|i| tree.tag(*i) == Tag::Td);
        let rows: Vec<Id> = tree.range(id).filter(|i| tree.tag(*i) == Tag::Tr).collect();
        // Decided before any cell is built: a table in a table in a table would be built twice at every level.
        if lays_out(tree, id) || rows.iter().all(|row| cells_of(*row).count() < 2) {
            self.children(id, set, flow);
            flow.flush();
            return;
        }
        if let Some(caption) = tree.find(id, Tag::Caption) {
            self.children(caption, set, flow);
            flow.flush();
        }
        let mut table: Vec<Vec<Vec<Inline>>> = Vec::new();
        for row in rows {
            let cells: Vec<Vec<Inline>> = cells_of(row).map(|cell| self.cell(cell)).collect();
            if cells.iter().any(|cell| !cell.is_empty()) {
                table.push(cells);
            }
        }
        if !table.is_empty() {
            flow.block(Block::Table(table), id);
        }
    }

    fn cell(&mut self, id: Id) -> Vec<Inline> {
        let mut inlines: Vec<Inline> = Vec::new();
        for block in self.inner(id) {
            if !inlines.is_empty() {
                inlines.push(Inline::plain(" "));
            }
            super::plain::for_each_inline(&block, &mut |inline| inlines.push(inline.clone()));
        }
        inlines
    }

    fn raw(&self, id: Id) -> String {
        let mut text = String::new();
        for i in self.tree.range(id) {
            match self.tree.tag(i) {
                Tag::Text => text.push_str(&self.tree.node(i).text),
                Tag::Br => text.push('\n'),
                _ => {}
            }
        }
        text
    }
}

impl Flow {
    fn text(&mut self, text: &str, set: Set, node: Id) {
        if self.is_fresh() {
            if text.trim().is_empty() {
                return;
            }
            self.runs.clear();
            self.node = node;
        }
        if self.runs.last().is_none_or(|(_, last)| *last != set) {
            self.runs.push((String::new(), set));
        }
        let before = self.runs.len().checked_sub(2).and_then(|at| self.runs[at].0.chars().last());
        let Some((out, _)) = self.runs.last_mut() else { return };
        let last = out.chars().last().or(before);
        let mut after_space = last.is_none_or(|c| c == ' ' || c == '\n');
        for c in text.chars() {
            let is_space = matches!(c, ' ' | '\n' | '\t' | '\r' | '\u{c}');
            if !(is_space && after_space) {
                out.push(if is_space { ' ' } else { c });
            }
            after_space = is_space;
        }
    }

    /// One break is a new line, two end the paragraph.
    fn line_break(&mut self) {
        let Some((last, set)) = self.runs.last_mut() else { return };
        if last.ends_with('\n') {
            self.flush();
        } else if set.link.is_some() {
            self.runs.push(("\n".to_owned(), Set::default()));
        } else {
            last.truncate(last.trim_end_matches(' ').len());
            last.push('\n');
        }
    }

    /// A caption or credit that stands outside a figure belongs to the picture just before it.
    fn picture_words(&mut self, words: Figure, node: Id) {
        self.flush();
        match self.blocks.last_mut() {
            Some((Block::Figure(figure), _)) if figure::can_take(figure, &words) => {
                figure::take(figure, words);
            }
            _ => self.blocks.push((Block::Figure(words), node)),
        }
    }

    fn block(&mut self, block: Block, node: Id) {
        self.flush();
        self.blocks.push((block, node));
    }

    /// Ends the paragraph.
    fn flush(&mut self) {
        let is_fresh = self.is_fresh();
        let mut runs = std::mem::take(&mut self.runs);
        if is_fresh {
            return;
        }
        while let Some((last, _)) = runs.last_mut() {
            last.truncate(last.trim_end().len());
            if !last.is_empty() {
                break;
            }
            runs.pop();
        }
        let letters: usize = runs.iter().map(|(text, _)| text.chars().count()).sum();
        let inlines = runs
            .into_iter()
            .map(|(text, set)| Inline {
                text: Clean::text(&text),
                style: set.style,
                link: set.link,
            })
            .filter(|inline| !inline.text.is_empty())
            .collect();
        let block = match self.heading.filter(|_| letters <= MAX_HEADING) {
            Some(level) => Block::Heading(level, inlines),
            None => Block::Paragraph(inlines),
        };
        self.blocks.push((block, self.node));
    }

    fn is_fresh(&self) -> bool {
        self.runs.iter().all(|(text, _)| text.trim().is_empty())
    }
}

/// Whether a table lays out the page: it holds what no cell with data holds, or a cell of several paragraphs.
fn lays_out(tree: &Tree, table: Id) -> bool {
    let blocks =
        [Tag::Table, Tag::Pre, Tag::Figure, Tag::Figcaption, Tag::Blockquote, Tag::H1, Tag::H2];
    let is_text = |id: &Id| tree.tag(*id) == Tag::P && tree.letters(*id) >= MIN_TEXT;
    blocks.into_iter().any(|tag| tree.find(table, tag).is_some())
        || tree
            .range(table)
            .filter(|id| tree.tag(*id) == Tag::Td)
            .any(|cell| tree.range(cell).filter(is_text).count() > 1)
}

/// The first text in a node.
fn opening(tree: &Tree, node: Id) -> String {
    let text = tree.range(node).map(|id| tree.node(id).text.trim()).find(|text| !text.is_empty());
    text.unwrap_or_default().to_owned()
}
