//! A page as a flat list of its nodes in document order: what every rule walks over.
//!
//! html5ever (by `dom_query`) builds the tree as a browser would; here it becomes an array in which a subtree is a range
//! and the amount of text below a node is a difference of two numbers.
//!
//! **Invariant:** a node's descendants are the nodes from `id + 1` to `end(id)`; comments, scripts, styles and the like
//! are not in it.

use std::collections::HashMap;
use std::ops::Range;

use dom_query::{Document, NodeId};

use super::tag::Tag;

/// The longest value of a data attribute that is taken for a name, and the most letters of classes that are looked at.
const MAX_NAME: usize = 60;
const MAX_NAMES: usize = 400;

/// Attributes that are kept besides the names.
const KEPT_ATTRIBUTES: &[&str] = &[
    "href",
    "src",
    "data-src",
    "srcset",
    "data-srcset",
    "alt",
    "title",
    "datetime",
    "content",
    "property",
    "name",
    "rel",
    "itemprop",
    "itemtype",
    "hidden",
    "style",
    "aria-hidden",
    "lang",
    "start",
    "width",
    "height",
    "type",
    "class",
    "id",
];

/// A node's place in the tree.
pub(super) type Id = usize;

/// A page.
#[derive(Debug, Default)]
pub(super) struct Tree {
    nodes: Vec<Node>,
    /// Contents of the `application/ld+json` scripts.
    pub(super) json_ld: Vec<String>,
    /// The elements of each kind, in document order.
    by_tag: HashMap<Tag, Vec<Id>>,
}

/// An element or a text.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) tag: Tag,
    /// The text of a text node; empty for elements.
    pub(super) text: String,
    /// Class, id, role and test names of the element as words in lower case, single spaces around each.
    pub(super) names: String,
    attributes: Vec<(&'static str, String)>,
    parent: Id,
    end: Id,
    /// Letters of text in all nodes before this one, and those of them that stand in links.
    letters_before: u32,
    linked_before: u32,
}

impl Tree {
    /// Parses a document that has passed [`super::scan::check`].
    pub(super) fn parse(html: &str) -> Self {
        Self::of(&Document::from(html))
    }

    /// The tree of a parsed document.
    pub(super) fn of(document: &Document) -> Self {
        let mut builder = Builder::default();
        builder.tree.nodes.push(Node::new(Tag::Other, 0));
        let dom = &document.tree;
        let mut next = dom.query_node(&document.root().id, |node| node.first_child).flatten();
        while let Some(id) = next {
            let entered = builder.enter(dom, id);
            next = step(dom, id, entered, &mut builder);
        }
        builder.finish()
    }

    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    pub(super) fn node(&self, id: Id) -> &Node {
        &self.nodes[id]
    }

    /// The texts of the page, each as it stands between two tags.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        self.nodes.iter().map(|node| node.text.trim()).filter(|text| !text.is_empty())
    }

    pub(super) fn tag(&self, id: Id) -> Tag {
        self.nodes[id].tag
    }

    pub(super) fn parent(&self, id: Id) -> Id {
        self.nodes[id].parent
    }

    /// The end of the node's subtree.
    pub(super) fn end(&self, id: Id) -> Id {
        self.nodes[id].end
    }

    /// The node and its descendants.
    pub(super) fn range(&self, id: Id) -> Range<Id> {
        id..self.nodes[id].end
    }

    pub(super) fn children(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        let end = self.nodes[id].end;
        let mut next = id + 1;
        std::iter::from_fn(move || {
            let child = next;
            (child < end).then(|| {
                next = self.nodes[child].end;
                child
            })
        })
    }

    /// The ancestors from the parent up to the root.
    pub(super) fn ancestors(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        let mut at = id;
        std::iter::from_fn(move || {
            (at != 0).then(|| {
                at = self.nodes[at].parent;
                at
            })
        })
    }

    /// Whether `inner` is `outer` or stands in it.
    pub(super) fn holds(&self, outer: Id, inner: Id) -> bool {
        self.range(outer).contains(&inner)
    }

    /// The first descendant with a tag.
    pub(super) fn find(&self, id: Id, tag: Tag) -> Option<Id> {
        let all = self.by_tag.get(&tag)?;
        let next = all.partition_point(|i| *i <= id);
        all.get(next).copied().filter(|i| *i < self.nodes[id].end)
    }

    /// The elements with a tag, in document order.
    pub(super) fn all(&self, tag: Tag) -> &[Id] {
        self.by_tag.get(&tag).map_or(&[], Vec::as_slice)
    }

    pub(super) fn attribute(&self, id: Id, name: &str) -> Option<&str> {
        self.nodes[id].attribute(name)
    }

    /// The words of a node, single spaces between them, and none glued together across blocks.
    pub(super) fn text(&self, id: Id) -> String {
        let mut out = String::new();
        for node in &self.nodes[self.range(id)] {
            if node.tag == Tag::Text {
                out.push_str(&node.text);
            } else if !node.tag.is_inline() && !out.ends_with(' ') {
                out.push(' ');
            }
        }
        out.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Letters of text in a node (white space not counted).
    pub(super) fn letters(&self, id: Id) -> u32 {
        self.sums(self.end(id)).0 - self.sums(id).0
    }

    /// Letters of text inside links in a node.
    pub(super) fn linked(&self, id: Id) -> u32 {
        self.sums(self.end(id)).1 - self.sums(id).1
    }

    /// Whether a node's text is mostly that of links.
    pub(super) fn is_mostly_links(&self, id: Id) -> bool {
        self.linked(id) * 2 > self.letters(id)
    }

    /// Sums before a node; the builder closes the array with an empty text, so that there are some behind the last one.
    fn sums(&self, id: Id) -> (u32, u32) {
        self.nodes.get(id).map_or((0, 0), |node| (node.letters_before, node.linked_before))
    }
}

impl Node {
    fn new(tag: Tag, parent: Id) -> Self {
        Self {
            tag,
            text: String::new(),
            names: String::new(),
            attributes: Vec::new(),
            parent,
            end: 0,
            letters_before: 0,
            linked_before: 0,
        }
    }

    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(n, _)| *n == name).map(|(_, value)| value.as_str())
    }

    fn take_attribute(&mut self, name: &str, value: &str) {
        match name {
            "class" | "id" | "role" => push_words(&mut self.names, value),
            _ if value.len() <= MAX_NAME && is_naming(name) => push_words(&mut self.names, value),
            _ => {}
        }
        if let Some(kept) = KEPT_ATTRIBUTES.iter().find(|kept| **kept == name) {
            self.attributes.push((kept, value.to_owned()));
        }
    }
}

/// Data attributes that publishers use like classes.
fn is_naming(name: &str) -> bool {
    let Some(end) = name.strip_prefix("data-") else { return false };
    matches!(
        end,
        "cy" | "qa"
            | "test"
            | "testid"
            | "test-id"
            | "component"
            | "component-name"
            | "type"
            | "name"
            | "block"
            | "module"
            | "gtm"
            | "track-type"
            | "element"
            | "role"
            | "tb-region"
            | "area"
            | "section"
    )
}

/// Adds the words of a class attribute: split at everything but letters and digits, and before capitals.
fn push_words(names: &mut String, value: &str) {
    if names.is_empty() {
        names.push(' ');
    }
    let mut after_lower = false;
    for c in value.chars().take(MAX_NAMES) {
        if c.is_alphanumeric() {
            if c.is_uppercase() && after_lower {
                names.push(' ');
            }
            names.extend(c.to_lowercase());
            after_lower = c.is_lowercase() || c.is_ascii_digit();
        } else {
            if !names.ends_with(' ') {
                names.push(' ');
            }
            after_lower = false;
        }
    }
    if !names.ends_with(' ') {
        names.push(' ');
    }
}

#[derive(Default)]
struct Builder {
    tree: Tree,
    open: Vec<Id>,
    n_links: usize,
    letters: u32,
    linked: u32,
}

impl Builder {
    /// Takes a node over; whether its children are wanted.
    fn enter(&mut self, dom: &dom_query::Tree, id: NodeId) -> bool {
        let parent = self.open.last().copied().unwrap_or(0);
        let made = dom.query_node(&id, |node| {
            use dom_query::NodeData;
            match &node.data {
                NodeData::Text { contents } => {
                    let mut node = Node::new(Tag::Text, parent);
                    node.text = contents.to_string();
                    Some(node)
                }
                NodeData::Element(element) => {
                    let is_json = || element.attrs.iter().any(|a| a.value.contains("ld+json"));
                    let tag = match Tag::of(&element.name.local) {
                        Tag::Skipped if is_json() => Tag::JsonLd,
                        tag => tag,
                    };
                    let mut node = Node::new(tag, parent);
                    for attribute in element.attrs.iter().filter(|_| tag != Tag::Skipped) {
                        node.take_attribute(&attribute.name.local, &attribute.value);
                    }
                    Some(node)
                }
                _ => None,
            }
        });
        let Some(mut node) = made.flatten() else { return false };
        match node.tag {
            Tag::Skipped => return false,
            Tag::JsonLd => {
                let text = dom.get(&id).map(|node| node.text().to_string());
                self.tree.json_ld.extend(text);
                return false;
            }
            _ => {}
        }
        (node.letters_before, node.linked_before) = (self.letters, self.linked);
        let own = self.tree.nodes.len();
        if node.tag == Tag::Text {
            let letters = node.text.chars().filter(|c| !c.is_whitespace()).count();
            let letters = u32::try_from(letters).unwrap_or(u32::MAX);
            self.letters = self.letters.saturating_add(letters);
            if self.n_links > 0 {
                self.linked = self.linked.saturating_add(letters);
            }
            node.end = own + 1;
        }
        let is_text = node.tag == Tag::Text;
        if !is_text {
            self.tree.by_tag.entry(node.tag).or_default().push(own);
        }
        self.n_links += usize::from(node.tag == Tag::A);
        self.tree.nodes.push(node);
        if !is_text {
            self.open.push(own);
        }
        !is_text
    }

    fn leave(&mut self) {
        if let Some(id) = self.open.pop() {
            let end = self.tree.nodes.len();
            self.tree.nodes[id].end = end;
            self.n_links -= usize::from(self.tree.nodes[id].tag == Tag::A);
        }
    }

    fn finish(mut self) -> Tree {
        while !self.open.is_empty() {
            self.leave();
        }
        let end = self.tree.nodes.len();
        self.tree.nodes[0].end = end;
        let mut last = Node::new(Tag::Text, 0);
        (last.letters_before, last.linked_before, last.end) = (self.letters, self.linked, end + 1);
        self.tree.nodes.push(last);
        self.tree
    }
}

/// The node after `id` in document order; closes what ends in between.
fn step(dom: &dom_query::Tree, id: NodeId, entered: bool, builder: &mut Builder) -> Option<NodeId> {
    let links = |id: &NodeId| dom.query_node(id, |n| (n.first_child, n.next_sibling, n.parent));
    let (first_child, mut next_sibling, mut parent) = links(&id)?;
    if entered {
        if first_child.is_some() {
            return first_child;
        }
        builder.leave();
    }
    loop {
        if next_sibling.is_some() {
            return next_sibling;
        }
        let up = parent?;
        builder.leave();
        (_, next_sibling, parent) = links(&up)?;
    }
}
