//! One entry: every element that any kind of feed uses for it, by rank where several say the same.
//!
//! Sources: RSS 0.9x, 1.0, 2.0 and their modules, Atom 0.3 and 1.0 (RFC 4287), Dublin Core, Media RSS, the iTunes
//! podcast tags.

use std::borrow::Cow;

use super::media::Media;
use super::{Doc, MAX_NAME, alert, place, text};
use crate::domain::Enclosure;
use crate::parse::draft::{Best, DraftEntry, Markup, Person, Style};
use crate::parse::names::Ns;
use crate::parse::tree::NodeId;
use crate::text::Clean;

/// The most authors, categories and files kept of one entry.
pub(crate) const MAX_MANY: usize = 200;

#[derive(Default)]
struct Entry<'a> {
    draft: DraftEntry<'a>,
    id: Best<String>,
    url: Best<String>,
    title: Best<Markup<'a>>,
    summary: Best<Markup<'a>>,
    content: Best<(Markup<'a>, NodeId)>,
    summary_at: Option<NodeId>,
    published: Vec<(u8, String)>,
    updated: Vec<(u8, String)>,
    /// Names that only count when the entry has no others.
    other_authors: Vec<Person>,
    media: Media<'a>,
    point: place::Finder,
    alert: alert::Finder,
}

/// Reads an entry.
pub(crate) fn read<'a>(doc: &Doc<'a>, id: NodeId) -> DraftEntry<'a> {
    let mut entry = Entry::default();
    if let Some(about) = doc.tree.attr(id, "rdf:about") {
        let about = about.trim();
        entry.id.offer(3, || (!about.is_empty()).then(|| about.to_owned()));
        entry.url.offer(6, || http(doc, id, about));
    }
    entry.draft.language = doc.language(id);
    for child in doc.tree.children(id) {
        entry.child(doc, child);
    }
    entry.finish(doc)
}

/// An address that is one beyond doubt: an identifier that starts with http.
fn http(doc: &Doc<'_>, id: NodeId, raw: &str) -> Option<String> {
    let raw = raw.trim();
    let is_http = raw.get(..4).is_some_and(|s| s.eq_ignore_ascii_case("http"));
    is_http.then(|| doc.address(id, raw)).flatten()
}

fn owned(text: Option<Cow<'_, str>>) -> Option<String> {
    text.map(Cow::into_owned)
}

impl<'a> Entry<'a> {
    fn child(&mut self, doc: &Doc<'a>, id: NodeId) {
        let mut buffer = [0; MAX_NAME];
        let (ns, name) = doc.name(id, &mut buffer);
        match ns {
            Ns::Core => self.core(doc, id, name),
            Ns::Atom => self.atom(doc, id, name),
            Ns::Content if name == "encoded" => {
                self.content.offer(0, || Some((text::guess(doc, id)?, id)));
            }
            Ns::Content if name == "items" => {}
            Ns::Xhtml => self.content.offer(1, || Some((text::xhtml(doc, id)?, id))),
            Ns::Dc | Ns::DcTerms => self.dublin(doc, id, name),
            Ns::Itunes => self.itunes(doc, id, name),
            Ns::Media => {
                self.media.read(doc, id, name);
                if let Some(player) = self.media.player.take() {
                    self.url.offer(7, || Some(player));
                }
            }
            Ns::Cap => self.alert.read(doc, id, name),
            Ns::Geo | Ns::Georss => self.point.read(doc, id, ns, name),
            _ => {}
        }
    }

    fn core(&mut self, doc: &Doc<'a>, id: NodeId, name: &str) {
        match name {
            "title" => self.title.offer(0, || text::guess(doc, id)),
            "link" | "url" => match doc.text(id) {
                Some(raw) => self.url.offer(u8::from(name == "url"), || doc.address(id, &raw)),
                None if name == "link" => self.atom_link(doc, id),
                None => {}
            },
            "guid" => self.guid(doc, id),
            "id" => self.id.offer(2, || owned(doc.text(id))),
            "description" | "summary" => {
                let rank = u8::from(name == "summary");
                if !self.summary.is_some() {
                    self.summary_at = Some(id);
                }
                self.summary.offer(rank, || text::guess(doc, id));
            }
            "content" | "fullitem" | "body" | "fulltext" => {
                self.content.offer(2, || Some((text::guess(doc, id)?, id)));
            }
            "pubdate" | "published" => self.date(true, 0, doc, id),
            "date" => self.date(true, 2, doc, id),
            "updated" | "modified" | "lastbuilddate" => self.date(false, 0, doc, id),
            "author" | "creator" => self.author(doc, id),
            "category" | "tags" | "keywords" => self.category(doc, id),
            "enclosure" => {
                if let Some(url) = doc.tree.attr(id, "url") {
                    self.enclosure(doc, id, &url);
                }
            }
            "image" | "thumbnail" | "thumb" => self.media.core_image(doc, id),
            "content_tier" | "paywall" | "premium" => {
                self.draft.access.extend(owned(doc.text(id)));
            }
            "source" => self.source(doc, id),
            "language" => self.draft.language = self.draft.language.take().or(owned(doc.text(id))),
            _ => {}
        }
    }

    fn atom(&mut self, doc: &Doc<'a>, id: NodeId, name: &str) {
        match name {
            "title" => self.title.offer(1, || text::atom(doc, id)),
            "link" => self.atom_link(doc, id),
            "id" => self.id.offer(1, || owned(doc.text(id))),
            "summary" => {
                if !self.summary.is_some() {
                    self.summary_at = Some(id);
                }
                self.summary.offer(1, || text::atom(doc, id));
            }
            "content" => match doc.tree.attr(id, "src") {
                Some(src) if doc.text(id).is_none() => {
                    self.url.offer(5, || doc.address(id, &src));
                }
                _ => {
                    // Of several versions of one body the HTML is the one to show.
                    let body = text::atom(doc, id);
                    let is_plain = body.as_ref().is_some_and(|body| body.style == Style::Text);
                    self.content.offer(u8::from(is_plain), || Some((body?, id)));
                }
            },
            "published" | "pubdate" => self.date(true, 0, doc, id),
            "issued" => self.date(true, 1, doc, id),
            "created" => self.date(true, 3, doc, id),
            "updated" => self.date(false, 0, doc, id),
            "modified" => self.date(false, 1, doc, id),
            "author" => self.author(doc, id),
            "category" => self.category(doc, id),
            "source" => self.source(doc, id),
            _ => {}
        }
    }

    fn dublin(&mut self, doc: &Doc<'a>, id: NodeId, name: &str) {
        match name {
            "title" => self.title.offer(2, || text::guess(doc, id)),
            "description" | "abstract" => self.summary.offer(2, || text::guess(doc, id)),
            "creator" | "author" => self.author(doc, id),
            "subject" => self.category(doc, id),
            "identifier" => self.id.offer(4, || owned(doc.text(id))),
            "language" => self.draft.language = self.draft.language.take().or(owned(doc.text(id))),
            "date" | "available" => self.date(true, 2, doc, id),
            "issued" => self.date(true, 1, doc, id),
            "created" => self.date(true, 3, doc, id),
            "modified" => self.date(false, 1, doc, id),
            "accessrights" => self.draft.access.extend(owned(doc.text(id))),
            _ => {}
        }
    }

    fn itunes(&mut self, doc: &Doc<'a>, id: NodeId, name: &str) {
        match name {
            "author" => self.other_authors.extend(person(doc, id)),
            "title" => self.title.offer(4, || text::guess(doc, id)),
            "summary" => self.summary.offer(4, || text::guess(doc, id)),
            "subtitle" => self.summary.offer(5, || text::guess(doc, id)),
            "image" => self.media.itunes_image(doc, id),
            "link" if doc.tree.attr(id, "rel").is_some_and(|rel| rel == "image") => {
                self.media.itunes_image(doc, id);
            }
            "category" | "keywords" => self.category(doc, id),
            _ => {}
        }
    }

    fn guid(&mut self, doc: &Doc<'a>, id: NodeId) {
        let Some(guid) = doc.text(id) else { return };
        let permalink = doc.tree.attr(id, "isPermaLink");
        if !permalink.is_some_and(|p| p.trim().eq_ignore_ascii_case("false")) {
            self.url.offer(5, || http(doc, id, &guid));
        }
        self.id.offer(0, || Some(guid.into_owned()));
    }

    fn atom_link(&mut self, doc: &Doc<'a>, id: NodeId) {
        // Some write the address between the tags.
        let Some(href) = doc.tree.attr(id, "href").or_else(|| doc.text(id)) else { return };
        let rel = doc.tree.attr(id, "rel").unwrap_or_default();
        let rel = rel.trim().trim_start_matches("http://www.iana.org/assignments/relation/");
        let mime = doc.tree.attr(id, "type").unwrap_or_default();
        if rel.is_empty() || rel.eq_ignore_ascii_case("alternate") {
            let rank = match mime.trim() {
                "" | "text/html" => 2,
                _ => 3,
            };
            self.url.offer(rank, || doc.address(id, &href));
        } else if rel.eq_ignore_ascii_case("enclosure") {
            self.enclosure(doc, id, &href);
        }
    }

    fn enclosure(&mut self, doc: &Doc<'a>, id: NodeId, address: &str) {
        let attr = |name| doc.tree.attr(id, name).map(|v| v.trim().to_owned()).unwrap_or_default();
        let Some(url) = doc.address(id, address) else { return };
        self.media.add_file(Enclosure {
            url,
            mime: attr("type"),
            bytes: attr("length").parse().ok(),
            title: Clean::line(&attr("title")),
        });
    }

    fn date(&mut self, published: bool, rank: u8, doc: &Doc<'a>, id: NodeId) {
        let dates = if published { &mut self.published } else { &mut self.updated };
        if dates.len() < 8 {
            dates.extend(owned(doc.text(id)).map(|date| (rank, date)));
        }
    }

    fn author(&mut self, doc: &Doc<'a>, id: NodeId) {
        if self.draft.authors.len() < MAX_MANY {
            self.draft.authors.extend(person(doc, id));
        }
    }

    fn category(&mut self, doc: &Doc<'a>, id: NodeId) {
        categories(doc, id, &mut self.draft.categories);
    }

    fn source(&mut self, doc: &Doc<'a>, id: NodeId) {
        let title = doc
            .tree
            .children(id)
            .find(|c| doc.tree.node(*c).name == "title")
            .and_then(|title| text::atom(doc, title));
        self.draft.source = title.or_else(|| text::guess(doc, id)).unwrap_or_default();
    }

    fn finish(self, doc: &Doc<'a>) -> DraftEntry<'a> {
        let mut draft = self.draft;
        let id = self.id.get();
        draft.url = self.url.get().or_else(|| {
            let id = id.as_deref()?;
            let is_address =
                doc.is_atom && id.get(..4).is_some_and(|s| s.eq_ignore_ascii_case("http"));
            is_address.then(|| super::address::resolve(id, doc.base.as_ref())).flatten()
        });
        draft.id = id;
        draft.title = self.title.get().or(self.media.title).unwrap_or_default();
        draft.summary = self.summary.get().or(self.media.description).unwrap_or_default();
        let body_at = match self.content.get() {
            Some((markup, at)) => {
                draft.content = Some(markup);
                Some(at)
            }
            None => self.summary_at,
        };
        draft.body_base = body_at.and_then(|at| match doc.base(at) {
            Some(Cow::Owned(base)) => Some(base),
            _ => None,
        });
        draft.published = by_rank(self.published);
        draft.updated = by_rank(self.updated);
        if draft.authors.is_empty() {
            draft.authors = self.other_authors;
        }
        for category in self.media.categories {
            add_category(&mut draft.categories, &category);
        }
        draft.image = self.media.image.get();
        draft.caption = self.media.caption.unwrap_or_default();
        draft.credit = self.media.credit.unwrap_or_default();
        draft.enclosures = self.media.files;
        draft.point = self.point.point();
        draft.alert = self.alert.alert();
        draft
    }
}

fn by_rank(mut dates: Vec<(u8, String)>) -> Vec<String> {
    dates.sort_by_key(|(rank, _)| *rank);
    dates.into_iter().map(|(_, date)| date).collect()
}

/// A person: Atom's `name` (else `email`), else the element's own text.
pub(crate) fn person(doc: &Doc<'_>, id: NodeId) -> Option<Person> {
    let part = |wanted: &str| {
        doc.tree.children(id).find(|c| doc.tree.node(*c).name.eq_ignore_ascii_case(wanted))
    };
    let named = ["name", "title", "email"].iter().find_map(|n| doc.text(part(n)?));
    let name = named.or_else(|| doc.text(id))?.into_owned();
    let url = ["uri", "url", "homepage"].iter().find_map(|n| {
        let at = part(n)?;
        doc.address(at, &doc.text(at)?)
    });
    Some(Person { name, url })
}

/// Categories: Atom's label or term, else the text; lists of keywords are split.
pub(crate) fn categories(doc: &Doc<'_>, id: NodeId, found: &mut Vec<String>) {
    for name in ["label", "term", "text"] {
        if let Some(value) = doc.tree.attr(id, name)
            && !value.trim().is_empty()
        {
            add_category(found, &value);
            for child in doc.tree.children(id) {
                categories(doc, child, found);
            }
            return;
        }
    }
    let Some(text) = doc.text(id) else { return };
    let node = doc.tree.node(id);
    if ["keywords", "tags"].iter().any(|n| node.name.eq_ignore_ascii_case(n)) {
        text.split(',').for_each(|word| add_category(found, word));
    } else {
        add_category(found, &text);
    }
}

pub(crate) fn add_category(found: &mut Vec<String>, category: &str) {
    let category = category.trim();
    if !category.is_empty() && found.len() < MAX_MANY && !found.iter().any(|c| c == category) {
        found.push(category.to_owned());
    }
}
