//! Builds the tree: what is open, what a tag closes, which namespace a prefix means, and the limits.

use memchr::memchr_iter;

use super::{MAX_ATTRIBUTES, NONE, Node, NodeId, Tree, is_void, local};
use crate::parse::ParseError;
use crate::parse::entities::decode;
use crate::parse::markup::{Scanner, Tag, Token, attributes};
use crate::parse::names::{Ns, by_address, by_prefix};
use crate::parse::notes::{Notes, Repair};

/// Elements nested deeper than this are refused.
const MAX_DEPTH: usize = 200;
/// Documents with more elements than this are refused.
const MAX_NODES: usize = 1_500_000;
/// Documents with more end tags without a start than this are refused: each is looked for among all that is open.
const MAX_STRAY: u32 = 200_000;
/// Namespace bindings in force at one place; more are passed over.
const MAX_BINDINGS: usize = 128;

struct Open<'a> {
    /// The element; none for markup inside a text.
    node: NodeId,
    qname: &'a str,
    inner_start: usize,
    /// Last child so far.
    last: NodeId,
    /// Namespace bindings in force before this element.
    n_bindings: usize,
}

struct Builder<'a, 'n> {
    src: &'a str,
    nodes: Vec<Node<'a>>,
    stack: Vec<Open<'a>>,
    xml_attrs: Vec<NodeId>,
    bindings: Vec<(&'a str, Ns)>,
    notes: &'n mut Notes,
    /// Depth of the stack at the text construct that is open.
    text_at: Option<usize>,
    n_stray: u32,
    cut: bool,
}

/// Reads a document.
pub(super) fn tree<'a>(src: &'a str, notes: &mut Notes) -> Result<Tree<'a>, ParseError> {
    let mut builder = Builder {
        src,
        nodes: Vec::with_capacity(src.len() / 128 + 16),
        stack: Vec::new(),
        xml_attrs: Vec::new(),
        bindings: Vec::new(),
        notes,
        text_at: None,
        n_stray: 0,
        cut: false,
    };
    builder.run()?;
    Ok(Tree { nodes: builder.nodes, xml_attrs: builder.xml_attrs, cut: builder.cut })
}

/// Whether an element holds text for readers, so that markup in it is not structure.
fn is_text_construct(ns: Ns, name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    match ns {
        Ns::Core => matches!(
            lower.as_str(),
            "title"
                | "description"
                | "summary"
                | "content"
                | "body"
                | "fullitem"
                | "tagline"
                | "subtitle"
                | "copyright"
        ),
        Ns::Atom => matches!(
            lower.as_str(),
            "title"
                | "summary"
                | "content"
                | "subtitle"
                | "tagline"
                | "rights"
                | "info"
                | "copyright"
        ),
        Ns::Content => lower == "encoded",
        Ns::Xhtml => true,
        Ns::Dc | Ns::DcTerms => matches!(lower.as_str(), "title" | "description" | "abstract"),
        Ns::Media => matches!(lower.as_str(), "title" | "description" | "credit" | "text"),
        Ns::Itunes => matches!(lower.as_str(), "summary" | "subtitle" | "title"),
        _ => false,
    }
}

/// Whether an element can only be the next one of an entry, so that an unclosed text before it must have ended.
fn ends_a_text(name: &str) -> bool {
    matches!(
        name,
        "item"
            | "entry"
            | "channel"
            | "guid"
            | "pubDate"
            | "pubdate"
            | "description"
            | "category"
            | "author"
            | "enclosure"
            | "comments"
            | "content:encoded"
            | "dc:creator"
            | "dc:date"
            | "media:content"
            | "media:thumbnail"
    )
}

/// Whether what follows a `&` makes it the start of a reference: a name or a number, and a semicolon.
fn starts_reference(rest: &[u8]) -> bool {
    let name = rest.strip_prefix(b"#").unwrap_or(rest);
    let n = name.iter().take(32).take_while(|b| b.is_ascii_alphanumeric()).count();
    n > 0 && name.get(n) == Some(&b';')
}

impl<'a> Builder<'a, '_> {
    fn run(&mut self) -> Result<(), ParseError> {
        let mut scanner = Scanner::new(self.src);
        let mut from = 0;
        while let Some(token) = scanner.next() {
            match token {
                Token::Text(text) => self.count_bare_ampersands(text),
                Token::Open(tag) => self.open(&tag, from, scanner.pos())?,
                Token::Close(name) => self.close(name, from),
                Token::CData(_) | Token::Doctype(_) | Token::Other => self.mark(),
            }
            from = scanner.pos();
            if self.nodes.len() > MAX_NODES || self.n_stray > MAX_STRAY {
                return Err(ParseError::TooDeep);
            }
        }
        let open = self.stack.iter().filter(|o| o.node != NONE).count();
        self.cut = scanner.cut || open > 0;
        if self.cut {
            self.notes.add(Repair::CutOff, "");
        }
        while !self.stack.is_empty() {
            self.pop(self.src.len(), false);
        }
        Ok(())
    }

    fn count_bare_ampersands(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let mut bare = memchr_iter(b'&', bytes).filter(|at| !starts_reference(&bytes[at + 1..]));
        if let Some(first) = bare.next() {
            let count = u32::try_from(1 + bare.count()).unwrap_or(u32::MAX);
            let example: String = text[first..].chars().take(20).collect();
            self.notes.add_many(Repair::BareAmpersand, count, &example);
        }
    }

    /// Notes that the element that is open holds more than plain character data.
    fn mark(&mut self) {
        if let Some(open) = self.stack.iter().rev().find(|o| o.node != NONE) {
            let node = open.node as usize;
            self.nodes[node].marked = true;
        }
    }

    fn open(&mut self, tag: &Tag<'a>, start: usize, end: usize) -> Result<(), ParseError> {
        self.mark();
        if let Some(depth) = self.text_at
            && self.stack[depth - 1].qname != tag.name
            && ends_a_text(tag.name)
            && !tag.name.eq_ignore_ascii_case("title")
        {
            self.notes.add(Repair::Unclosed, self.stack[depth - 1].qname);
            while self.stack.len() >= depth {
                self.pop(start, false);
            }
        }
        let name = local(tag.name);
        if self.text_at.is_none() && matches!(name, "item" | "entry") {
            self.end_open_entry(tag.name, start);
        }
        if self.stack.len() >= MAX_DEPTH {
            return Err(ParseError::TooDeep);
        }
        if let Some(depth) = self.text_at {
            let text = self.stack[depth - 1].node;
            if self.nodes.get(text as usize).is_some_and(|node| node.ns == Ns::Core) {
                self.notes.add(Repair::NakedMarkup, tag.name);
            }
            if !tag.empty && !is_void(name) {
                self.push(NONE, tag.name, end, self.bindings.len());
            }
            return Ok(());
        }
        let n_bindings = self.bindings.len();
        let id = NodeId::try_from(self.nodes.len()).unwrap_or(NONE);
        if tag.attrs.contains("xml") {
            self.bind(tag.attrs);
            if tag.attrs.contains("xml:") {
                self.xml_attrs.push(id);
            }
        }
        let ns = self.namespace(tag.name);
        let parent = self.stack.last().map_or(NONE, |o| o.node);
        self.nodes.push(Node {
            ns,
            name,
            attrs: tag.attrs,
            inner: "",
            parent,
            first: NONE,
            next: NONE,
            closed: tag.empty,
            marked: false,
        });
        if let Some(open) = self.stack.last_mut() {
            let last = std::mem::replace(&mut open.last, id);
            if last == NONE {
                self.nodes[parent as usize].first = id;
            } else {
                self.nodes[last as usize].next = id;
            }
        }
        if tag.empty {
            self.bindings.truncate(n_bindings);
        } else {
            self.push(id, tag.name, end, n_bindings);
            if is_text_construct(ns, name) {
                self.text_at = Some(self.stack.len());
            }
        }
        Ok(())
    }

    fn push(&mut self, node: NodeId, qname: &'a str, inner_start: usize, n_bindings: usize) {
        self.stack.push(Open { node, qname, inner_start, last: NONE, n_bindings });
    }

    /// Entries do not nest: the start of one ends the one that is still open.
    fn end_open_entry(&mut self, qname: &str, at: usize) {
        if let Some(depth) = self.stack.iter().rposition(|o| o.qname == qname) {
            self.notes.add(Repair::Unclosed, qname);
            while self.stack.len() > depth {
                self.pop(at, false);
            }
        }
    }

    fn close(&mut self, qname: &str, at: usize) {
        let found = self
            .stack
            .iter()
            .rposition(|o| o.qname == qname)
            .or_else(|| self.stack.iter().rposition(|o| o.qname.eq_ignore_ascii_case(qname)));
        let Some(depth) = found else {
            self.mark();
            self.n_stray += 1;
            self.notes.add(Repair::StrayEnd, qname);
            return;
        };
        let forgotten = self.stack[depth + 1..].iter().filter(|o| !is_void(o.qname)).count();
        if forgotten > 0 {
            let count = u32::try_from(forgotten).unwrap_or(u32::MAX);
            self.notes.add_many(Repair::Unclosed, count, self.stack[depth + 1].qname);
        }
        while self.stack.len() > depth + 1 {
            self.pop(at, false);
        }
        self.pop(at, true);
    }

    fn pop(&mut self, at: usize, closed: bool) {
        let depth = self.stack.len();
        let Some(open) = self.stack.pop() else { return };
        if self.text_at == Some(depth) {
            self.text_at = None;
        }
        self.bindings.truncate(open.n_bindings);
        if open.node != NONE {
            let node = &mut self.nodes[open.node as usize];
            node.inner = &self.src[open.inner_start..at];
            node.closed = closed;
        }
    }

    fn bind(&mut self, attrs: &'a str) {
        let mut n_attributes = 0;
        for (name, value) in attributes(attrs) {
            n_attributes += 1;
            if n_attributes > MAX_ATTRIBUTES || self.bindings.len() > MAX_BINDINGS {
                self.notes.add(Repair::ManyAttributes, "");
                break;
            }
            if let Some(prefix) = name.strip_prefix("xmlns") {
                let prefix = prefix.strip_prefix(':').unwrap_or(prefix);
                let ns = by_address(&decode(value)).unwrap_or_else(|| by_prefix(prefix));
                // An unknown default namespace on the root is taken for a spelling of RSS's or Atom's own.
                let at_root = prefix.is_empty() && self.stack.is_empty();
                let ns = if at_root && ns == Ns::Other { Ns::Core } else { ns };
                self.bindings.push((prefix, ns));
            }
        }
    }

    fn namespace(&mut self, qname: &str) -> Ns {
        let prefix = qname.rsplit_once(':').map_or("", |(prefix, _)| prefix);
        if let Some((_, ns)) = self.bindings.iter().rev().find(|(p, _)| *p == prefix) {
            return *ns;
        }
        if prefix.is_empty() {
            return Ns::Core;
        }
        let ns = by_prefix(prefix);
        if ns != Ns::Xml {
            self.notes.add(Repair::Prefix, prefix);
        }
        ns
    }
}
