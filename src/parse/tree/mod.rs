//! The forgiving reader: a document becomes a flat tree of elements that borrow from it. Nothing is decoded until asked.
//!
//! **Invariant:** a text is never given up for a fault of its form; only its limits (depth, number of elements) end it.

mod build;

use std::borrow::Cow;

use crate::parse::ParseError;
use crate::parse::entities::{append_decoded, append_escaped, decode};
use crate::parse::markup::{Scanner, Tag, Token, attributes};
use crate::parse::names::Ns;
use crate::parse::notes::Notes;

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

impl<'a> Tree<'a> {
    /// Reads a document. The only errors are the limits.
    pub(crate) fn read(src: &'a str, notes: &mut Notes) -> Result<Self, ParseError> {
        build::tree(src, notes)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn read(src: &str) -> Tree<'_> {
        Tree::read(src, &mut Notes::default()).unwrap()
    }

    /// The names of all elements, each with its depth.
    fn shape(src: &str) -> String {
        let tree = read(src);
        let depth = |id| std::iter::successors(Some(id), |id| tree.parent(*id)).count();
        let shown: Vec<_> =
            tree.ids().map(|id| format!("{}{}", tree.node(id).name, depth(id))).collect();
        shown.join(" ")
    }

    #[test]
    fn broken_nesting_is_mended() {
        for (src, want) in [
            ("<a><b>x</b><c/></a>", "a1 b2 c2"),
            ("<a><b>x</a><c/>", "a1 b2 c1"),
            ("<a></z><b></b></a>", "a1 b2"),
            ("<a><item><b><item></a>", "a1 item2 b3 item2"),
            ("<rss><title><b>x<i></title><link/></rss>", "rss1 title2 link2"),
            ("<rss><title>x<guid>y</guid></rss>", "rss1 title2 guid2"),
            ("<A><B></b></a>", "A1 B2"),
        ] {
            assert_eq!(shape(src), want, "{src}");
        }
    }

    #[test]
    fn prefixes_mean_what_is_declared_where_they_stand() {
        let src = "<a><b xmlns:x='http://purl.org/dc/elements/1.1/'><x:c/></b><x:d/><dc:e/>\
                   <f xmlns='http://www.w3.org/2005/Atom'/><g xmlns='urn:x'/></a>";
        let tree = read(src);
        let found: Vec<Ns> = tree.ids().map(|id| tree.node(id).ns).collect();
        let want = [Ns::Core, Ns::Core, Ns::Dc, Ns::Other, Ns::Dc, Ns::Atom, Ns::Other];
        assert_eq!(found, want);
    }

    #[test]
    fn text_is_decoded_once_and_html_keeps_its_tags() {
        let tree =
            read("<description>A &amp;amp; <![CDATA[<i>B</i>]]> <x:b>C</x:b><br/></description>");
        assert_eq!(tree.text(0), "A &amp; <i>B</i> C");
        assert_eq!(tree.html(0, true), "A &amp; <i>B</i> <b>C</b><br>");
        assert_eq!(tree.html(0, false), "A &amp;amp; &lt;i&gt;B&lt;/i&gt; <b>C</b><br>");
    }

    #[test]
    fn what_is_nested_too_deeply_is_refused() {
        let deep = "<a>".repeat(1000);
        assert_eq!(Tree::read(&deep, &mut Notes::default()).err(), Some(ParseError::TooDeep));
    }
}
