//! XML feeds of every kind: finds the feed in the tree and reads it into a draft.

mod alert;
mod channel;
mod entry;
mod media;
mod place;
mod text;

use std::borrow::Cow;

use url::Url;

use super::address;
use super::draft::DraftFeed;
use super::error::ParseError;
use super::front;
use super::names::Ns;
use super::notes::{Notes, Repair};
use super::tree::{NodeId, Tree};

/// The document and what is known of it while it is read.
pub(crate) struct Doc<'a> {
    pub(crate) tree: Tree<'a>,
    /// Elements without a namespace mean Atom's.
    is_atom: bool,
    /// The address that relative ones start from, unless `xml:base` says otherwise.
    base: Option<Url>,
}

/// Longest element name that means something, in bytes.
const MAX_NAME: usize = 24;

impl<'a> Doc<'a> {
    /// Namespace and name (in lower case, in `buffer`) of an element, as this kind of document means them.
    fn name<'b>(&self, id: NodeId, buffer: &'b mut [u8; MAX_NAME]) -> (Ns, &'b str) {
        let node = self.tree.node(id);
        let ns = if self.is_atom && node.ns == Ns::Core { Ns::Atom } else { node.ns };
        (ns, lower(node.name, buffer))
    }

    /// The base of an element: `xml:base` of it and its ancestors upon the document's.
    fn base(&self, id: NodeId) -> Option<Cow<'_, Url>> {
        let mut base = self.base.as_ref().map(Cow::Borrowed);
        for raw in self.tree.inherited(id, "xml:base").iter().rev() {
            if let Some(joined) = address::base(raw, base.as_deref()) {
                base = Some(Cow::Owned(joined));
            }
        }
        base
    }

    /// An address in an element, absolute where a base is known.
    fn address(&self, id: NodeId, raw: &str) -> Option<String> {
        address::resolve(raw, self.base(id).as_deref())
    }

    /// The trimmed text of an element, none when it is empty.
    fn text(&self, id: NodeId) -> Option<Cow<'a, str>> {
        let text = match self.tree.text(id) {
            Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
            Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
        };
        (!text.is_empty()).then_some(text)
    }

    fn language(&self, id: NodeId) -> Option<String> {
        self.tree.attr(id, "xml:lang").map(|l| l.trim().to_owned()).filter(|l| !l.is_empty())
    }
}

/// An ASCII name in lower case; empty when it is too long to mean anything.
pub(crate) fn lower<'b>(name: &str, buffer: &'b mut [u8; MAX_NAME]) -> &'b str {
    let Some(target) = buffer.get_mut(..name.len()) else { return "" };
    target.copy_from_slice(name.as_bytes());
    target.make_ascii_lowercase();
    std::str::from_utf8(target).unwrap_or_default()
}

/// Reads an XML document.
pub(crate) fn feed<'a>(
    text: &'a str,
    base_url: Option<&Url>,
    notes: &mut Notes,
) -> Result<DraftFeed<'a>, ParseError> {
    let tree = Tree::read(text, notes)?;
    let Some(root) = root(&tree) else {
        let name = tree.ids().next().map_or("", |id| tree.node(id).name);
        let what = front::other_root(name);
        return Err(ParseError::NotAFeed { what, links: Vec::new() });
    };
    if root != 0 {
        notes.add(Repair::JunkBefore, tree.node(0).name);
    } else if !text.trim_start_matches(['\u{feff}', '\0']).trim_start().starts_with('<') {
        notes.add(Repair::JunkBefore, text.trim_start().split('<').next().unwrap_or_default());
    }
    if tree.ids().any(|id| id > root && tree.parent(id).is_none()) {
        notes.add(Repair::JunkAfter, "");
    }
    let name = tree.node(root).name.to_ascii_lowercase();
    let is_atom = matches!(name.as_str(), "feed" | "entry");
    let mut doc = Doc { tree, is_atom, base: base_url.cloned() };
    if doc.base.is_none() {
        doc.base = channel::own_address(&doc, root).and_then(|link| address::base(&link, None));
    }
    let mut draft = channel::read(&doc, root);
    let entries = entries(&doc, root);
    if entries.is_empty() && name == "rss" && doc.tree.child(root, Ns::Core, "channel").is_none() {
        return Err(ParseError::Unusable("rss without a channel".to_owned()));
    }
    let n_blank = entries.iter().filter(|id| doc.tree.is_blank(**id)).count();
    notes.add_many(Repair::EmptyEntry, u32::try_from(n_blank).unwrap_or(u32::MAX), "");
    let whole = entries.into_iter().filter(|id| !doc.tree.is_blank(*id));
    draft.entries = whole.map(|id| entry::read(&doc, id)).collect();
    Ok(draft)
}

/// The element that a feed starts with.
fn root(tree: &Tree<'_>) -> Option<NodeId> {
    let is_root = |id: &NodeId| {
        let node = tree.node(*id);
        let known = matches!(node.ns, Ns::Core | Ns::Atom | Ns::Rdf | Ns::Other);
        known
            && ["rss", "rdf", "feed", "channel", "entry"]
                .iter()
                .any(|n| node.name.eq_ignore_ascii_case(n))
    };
    tree.ids().find(|id| tree.parent(*id).is_none() && is_root(id)).or_else(|| {
        // A feed wrapped in something else, but not a page that happens to hold such a word.
        tree.ids().take(16).find(is_root).filter(|_| !tree.node(0).name.eq_ignore_ascii_case("svg"))
    })
}

/// The entries of the document in order. One that the end of the document cut off is left out, unless it is the only
/// one: half a text would look like a correction when the whole one comes.
fn entries(doc: &Doc<'_>, root: NodeId) -> Vec<NodeId> {
    let tree = &doc.tree;
    let mut found: Vec<NodeId> = tree
        .ids()
        .filter(|id| {
            let node = tree.node(*id);
            let is_entry = (matches!(node.ns, Ns::Core | Ns::Atom)
                && (node.name.eq_ignore_ascii_case("item")
                    || node.name.eq_ignore_ascii_case("entry")))
                || (*id == root && doc.is_atom && node.name.eq_ignore_ascii_case("entry"));
            is_entry && *id >= root
        })
        .collect();
    if tree.cut && found.len() > 1 && found.last().is_some_and(|id| !tree.node(*id).closed) {
        found.pop();
    }
    found
}
