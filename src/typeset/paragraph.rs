//! The setter: takes styled text and puts it on lines, with what stands before the first and before the further ones.

use super::wrap::{self, Styled};
use super::{Line, MIN_WIDTH, Page, PageOptions, PagePicture, Role, Span};
use crate::domain::{Article, Inline};
use crate::text::{Clean, width};

/// The least room for text beside bullets and rules; deeper nesting is not indented further.
const MIN_ROOM: usize = 6;

/// What stands before a block's lines.
#[derive(Debug, Clone, Default)]
pub(super) struct Indent {
    first: Vec<Span>,
    rest: Vec<Span>,
}

/// The characters that are drawn.
#[derive(Debug, Clone, Copy)]
pub(super) struct Glyphs {
    pub(super) bullet: &'static str,
    pub(super) bar: &'static str,
    pub(super) rule: &'static str,
    pub(super) picture: &'static str,
    pub(super) dash: &'static str,
    pub(super) dot: &'static str,
}

const UNICODE: Glyphs =
    Glyphs {
        bullet: "•", bar: "│", rule: "─", picture: "▣", dash: "\u{a0}— ", dot: "\u{a0}· "
    };
const ASCII: Glyphs =
    Glyphs { bullet: "*", bar: "|", rule: "-", picture: "[#]", dash: "\u{a0}-- ", dot: "\u{a0}| " };

/// A page in the making.
pub(super) struct Setter<'a> {
    pub(super) article: &'a Article,
    pub(super) options: &'a PageOptions<'a>,
    pub(super) glyphs: Glyphs,
    pub(super) columns: usize,
    lines: Vec<Line>,
    pictures: Vec<PagePicture>,
}

impl<'a> Setter<'a> {
    pub(super) fn new(article: &'a Article, options: &'a PageOptions<'a>) -> Self {
        let glyphs = if options.ascii { ASCII } else { UNICODE };
        let columns = usize::from(options.width.max(MIN_WIDTH));
        Self { article, options, glyphs, columns, lines: Vec::new(), pictures: Vec::new() }
    }

    /// One empty line, unless the page is empty or ends with one.
    pub(super) fn blank(&mut self, indent: &Indent) {
        if self.lines.last().is_some_and(|line| !line.text().trim().is_empty()) {
            let mut spans = indent.rest.clone();
            while spans.last().is_some_and(|s| s.role != Role::Rule) {
                spans.pop();
            }
            self.lines.push(Line { spans });
        }
    }

    /// An empty line, after a picture.
    pub(super) fn gap(&mut self) {
        self.lines.push(Line::default());
    }

    /// A line as it is.
    pub(super) fn line(&mut self, spans: Vec<Span>) {
        self.lines.push(Line { spans });
    }

    /// Room for a picture; whether it is shown.
    pub(super) fn picture(&mut self, src: &Clean) -> bool {
        let room = self.options.pictures.iter().find(|room| room.src == *src);
        let rows = room.map_or(0, |room| room.rows);
        self.pictures.push(PagePicture { src: src.clone(), line: self.lines.len(), rows });
        self.lines.extend((0..rows).map(|_| Line::default()));
        rows > 0
    }

    /// Text in lines, hyphenated when `hyphenate`.
    pub(super) fn flow(&mut self, text: &Styled, indent: &Indent, hyphenate: bool) {
        if text.is_empty() {
            return;
        }
        let language = [&*self.article.language, self.options.language]
            .into_iter()
            .find(|language| !language.is_empty());
        let patterns = language.filter(|_| hyphenate).and_then(wrap::patterns);
        let room = self.room(indent);
        for (i, line) in text.lines(room, patterns).into_iter().enumerate() {
            let mut spans = if i == 0 { indent.first.clone() } else { indent.rest.clone() };
            spans.extend(line);
            self.lines.push(Line { spans });
        }
    }

    /// Columns left beside an indent.
    pub(super) fn room(&self, indent: &Indent) -> usize {
        self.columns.saturating_sub(indent.columns()).max(1)
    }

    /// The indent inside another one; when no room is left, the outer one.
    pub(super) fn inside(&self, outer: &Indent, first: Span, rest: Span) -> Indent {
        let mut inner = outer.clone();
        inner.first.push(first);
        inner.rest.push(rest);
        if self.columns.saturating_sub(inner.columns()) < MIN_ROOM { outer.clone() } else { inner }
    }

    /// Inlines as styled text, link numbers included; `body` is the role of plain text.
    pub(super) fn styled(&self, inlines: &[Inline], body: Role) -> Styled {
        let mut text = Styled::default();
        for (i, inline) in inlines.iter().enumerate() {
            text.push(&inline.text, role(inline, body), inline.link);
            let next = inlines.get(i + 1).and_then(|next| next.link);
            if let Some(link) = inline.link.filter(|link| self.options.links && next != Some(*link))
            {
                let had_space = text.ends_with_space();
                text.trim_end();
                text.push(&format!("\u{a0}[{}]", u32::from(link) + 1), Role::Link, Some(link));
                if had_space {
                    text.push(" ", body, None);
                }
            }
        }
        text
    }

    pub(super) fn into_page(self) -> Page {
        let mut lines = self.lines;
        let ends = self.pictures.iter().map(|p| p.line + usize::from(p.rows));
        let least = ends.max().unwrap_or(0);
        while lines.len() > least && lines.last().is_some_and(|line| line.text().trim().is_empty())
        {
            lines.pop();
        }
        let mut before = 0u32;
        let mut offsets = Vec::with_capacity(lines.len());
        for line in &lines {
            offsets.push(before);
            before = before.saturating_add(letters(line));
        }
        Page {
            lines,
            links: self.article.links.clone(),
            pictures: self.pictures,
            offsets,
            letters: before,
        }
    }
}

impl Indent {
    /// The indent of the blocks after the first one.
    pub(super) fn following(&self) -> Self {
        Self { first: self.rest.clone(), rest: self.rest.clone() }
    }

    /// The spans before the first line.
    pub(super) fn first(&self) -> Vec<Span> {
        self.first.clone()
    }

    fn columns(&self) -> usize {
        let of = |spans: &[Span]| spans.iter().map(|s| width::width(&s.text)).sum::<usize>();
        of(&self.first).max(of(&self.rest))
    }
}

/// A span without a link.
pub(super) fn span(text: &str, role: Role) -> Span {
    Span { text: Clean::text(text), role, link: None }
}

fn role(inline: &Inline, body: Role) -> Role {
    let style = inline.style;
    if style.code {
        Role::Code
    } else if style.strike {
        Role::Strike
    } else if style.strong {
        Role::Strong
    } else if style.emphasis {
        Role::Emphasis
    } else if inline.link.is_some() {
        Role::Link
    } else {
        body
    }
}

fn letters(line: &Line) -> u32 {
    let n = line.spans.iter().flat_map(|s| s.text.chars()).filter(|c| c.is_alphanumeric()).count();
    u32::try_from(n).unwrap_or(u32::MAX)
}
