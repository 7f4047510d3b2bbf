//! The forgiving reader: a document becomes a flat tree of elements that borrow from it. Nothing is decoded until asked.
//!
//! **Invariant:** a text is never given up for a fault of its form; only its limits (depth, number of elements) end it.

use std::borrow::Cow;

use super::ParseError;
use super::entities::{append_decoded, append_escaped, decode};
use super::markup::{Scanner, Tag, Token, attributes};
use super::names::{Ns, by_address, by_prefix};
use super::notes::{Notes, Repair};

/// Elements nested deeper than this are refused.
const MAX_DEPTH: usize = 200;
/// Elements kept of one document.
const MAX_NODES: usize = 1_500_000;
/// Attributes read of one element.
const MAX_ATTRIBUTES: usize = 256;

/// A number in [`Tree::nodes`].
pub(crate) type NodeId = u32;
const NONE: NodeId = NodeId::MAX;

/// One element.
#[derive(Debug)]
pub(crate) struct Node<'a> {
    pub(crate) ns: Ns,
    /// The name without prefix, as written.
    pub(crate) name: &'a str,
    attrs: &'a str,
    /// What stands between the tags.
    inner: &'a str,
    parent: NodeId,
    first: NodeId,
    next: NodeId,
    /// The element was closed by its own end tag.
    pub(crate) closed: bool,
    /// The inside holds tags, CDATA or comments.
    marked: bool,
}

/// A document.
#[derive(Debug)]
pub(crate) struct Tree<'a> {
    nodes: Vec<Node<'a>>,
    /// The elements that have an attribute of the `xml:` kind (base, language).
    xml_attrs: Vec<NodeId>,
    /// The document breaks off.
    pub(crate) cut: bool,
}

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
    cut: bool,
}

impl<'a> Tree<'a> {
    /// Reads a document.
    pub(crate) fn read(src: &'a str, notes: &mut Notes) -> Result<Self, ParseError> {
        let mut builder = Builder {
            src,
            nodes: Vec::with_capacity(src.len() / 128 + 16),
            stack: Vec::new(),
            xml_attrs: Vec::new(),
            bindings: Vec::new(),
            notes,
            text_at: None,
            cut: false,
        };
        builder.run()?;
        Ok(Self { nodes: builder.nodes, xml_attrs: builder.xml_attrs, cut: builder.cut })
    }

    pub(crate) fn node(&self, id: NodeId) -> &Node<'a> {
        &self.nodes[id as usize]
    }

    /// Every element in document order.
    pub(crate) fn ids(&self) -> impl Iterator<Item = NodeId> + use<> {
        0..NodeId::try_from(self.nodes.len()).unwrap_or(NONE)
    }

    /// The children of an element.
    pub(crate) fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let mut next = self.node(id).first;
        std::iter::from_fn(move || {
            let id = (next != NONE).then_some(next)?;
            next = self.node(id).next;
            Some(id)
        })
    }

    pub(crate) fn parent(&self, id: NodeId) -> Option<NodeId> {
        Some(self.node(id).parent).filter(|p| *p != NONE)
    }

    /// The first child with this name.
    pub(crate) fn child(&self, id: NodeId, ns: Ns, name: &str) -> Option<NodeId> {
        self.children(id).find(|c| self.is(*c, ns, name))
    }

    pub(crate) fn is(&self, id: NodeId, ns: Ns, name: &str) -> bool {
        let node = self.node(id);
        node.ns == ns && node.name.eq_ignore_ascii_case(name)
    }

    /// The decoded value of an attribute; the prefix counts as part of the name (`xml:base`).
    pub(crate) fn attr(&self, id: NodeId, name: &str) -> Option<Cow<'a, str>> {
        let attrs = self.node(id).attrs;
        if attrs.is_empty() {
            return None;
        }
        attributes(attrs)
            .take(MAX_ATTRIBUTES)
            .find(|(n, _)| n.eq_ignore_ascii_case(name))
            .map(|(_, v)| decode(v))
    }

    /// The values of an `xml:` attribute on an element and its ancestors, innermost first.
    pub(crate) fn inherited(&self, id: NodeId, name: &str) -> Vec<Cow<'a, str>> {
        let mut found = Vec::new();
        let mut next = (!self.xml_attrs.is_empty()).then_some(id);
        while let Some(id) = next {
            if self.xml_attrs.binary_search(&id).is_ok()
                && let Some(value) = self.attr(id, name)
            {
                found.push(value);
            }
            next = self.parent(id);
        }
        found
    }

    /// Whether an element says nothing at all.
    pub(crate) fn is_blank(&self, id: NodeId) -> bool {
        let node = self.node(id);
        node.attrs.trim().is_empty() && node.inner.trim().is_empty()
    }

    /// Whether tags stand inside an element whose children are not read (a title, a body).
    pub(crate) fn has_markup(&self, id: NodeId) -> bool {
        self.node(id).marked
            && Scanner::new(self.node(id).inner).any(|t| matches!(t, Token::Open(_)))
    }

    /// The character data of an element, decoded once. Tags in it are left out.
    pub(crate) fn text(&self, id: NodeId) -> Cow<'a, str> {
        let node = self.node(id);
        if !node.marked {
            return decode(node.inner);
        }
        let trimmed = node.inner.trim();
        if let Some(inner) = trimmed.strip_prefix("<![CDATA[").and_then(|t| t.strip_suffix("]]>"))
            && !inner.contains("]]>")
        {
            return Cow::Borrowed(inner);
        }
        let mut out = String::with_capacity(node.inner.len());
        for token in Scanner::new(node.inner) {
            match token {
                Token::Text(text) => append_decoded(&mut out, text),
                Token::CData(text) => out.push_str(text),
                _ => {}
            }
        }
        Cow::Owned(out)
    }

    /// The inside of an element as HTML. `escaped`: character data is HTML that was escaped for XML, as RSS has it;
    /// otherwise it stands for itself, as in XHTML.
    pub(crate) fn html(&self, id: NodeId, escaped: bool) -> Cow<'a, str> {
        let inner = self.node(id).inner;
        if !self.node(id).marked {
            return if escaped { decode(inner) } else { Cow::Borrowed(inner) };
        }
        let mut out = String::with_capacity(inner.len());
        let mut scanner = Scanner::new(inner);
        let mut from = 0;
        while let Some(token) = scanner.next() {
            let raw = &inner[from..scanner.pos()];
            from = scanner.pos();
            match token {
                Token::Text(text) if escaped => append_decoded(&mut out, text),
                Token::Text(text) => out.push_str(text),
                Token::CData(text) if escaped => out.push_str(text),
                Token::CData(text) => append_escaped(&mut out, text),
                Token::Open(tag) => write_tag(&mut out, &tag, raw),
                Token::Close(name) => {
                    out.push_str("</");
                    out.push_str(local(name));
                    out.push('>');
                }
                Token::Doctype(_) | Token::Other => {}
            }
        }
        Cow::Owned(out)
    }
}

/// Writes a start tag without its prefix. An empty element that HTML does not know as void gets an end tag.
fn write_tag(out: &mut String, tag: &Tag<'_>, raw: &str) {
    let name = local(tag.name);
    if name.len() == tag.name.len() && !tag.empty && raw.ends_with('>') {
        out.push_str(raw);
        return;
    }
    out.push('<');
    out.push_str(name);
    out.push_str(tag.attrs);
    out.push('>');
    if tag.empty && !is_void(name) {
        out.push_str("</");
        out.push_str(name);
        out.push('>');
    }
}

/// The name without its prefix.
fn local(qname: &str) -> &str {
    qname.rsplit(':').next().unwrap_or(qname)
}

/// Whether HTML gives an element no end tag.
pub(crate) fn is_void(name: &str) -> bool {
    ["br", "img", "hr", "input", "wbr", "area", "col", "embed", "param", "track", "source"]
        .iter()
        .any(|void| name.eq_ignore_ascii_case(void))
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

impl<'a> Builder<'a, '_> {
    fn run(&mut self) -> Result<(), ParseError> {
        let mut scanner = Scanner::new(self.src);
        let mut from = 0;
        while let Some(token) = scanner.next() {
            match token {
                Token::Text(_) => {}
                Token::Open(tag) => self.open(&tag, from, scanner.pos())?,
                Token::Close(name) => self.close(name, from),
                Token::CData(_) | Token::Doctype(_) | Token::Other => self.mark(),
            }
            from = scanner.pos();
            if self.nodes.len() > MAX_NODES {
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
        if self.text_at.is_some() {
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
            if n_attributes > MAX_ATTRIBUTES {
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
