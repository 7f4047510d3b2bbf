//! What a feed says of itself: title, addresses, language, icon, authors, and how often it wants to be fetched.

use super::entry::person;
use super::media::image_address;
use super::{Doc, MAX_NAME, text};
use crate::domain::FeedHints;
use crate::parse::draft::{Best, DraftFeed, Markup, Person};
use crate::parse::names::Ns;
use crate::parse::tree::NodeId;

/// Feed authors kept.
const MAX_AUTHORS: usize = 50;
/// No feed asks seriously to be left alone for longer than a month, in seconds.
const MAX_PERIOD: u32 = 31 * 86_400;

#[derive(Default)]
struct Channel<'a> {
    title: Best<Markup<'a>>,
    description: Best<Markup<'a>>,
    site: Best<String>,
    own: Option<String>,
    language: Best<String>,
    icon: Best<String>,
    authors: Vec<Person>,
    other_authors: Vec<Person>,
    hints: FeedHints,
    period: Option<u32>,
    frequency: Option<u32>,
}

/// The page that the feed belongs to, as the feed says it, before a base is known.
pub(crate) fn own_address(doc: &Doc<'_>, root: NodeId) -> Option<String> {
    let mut channel = Channel::default();
    for element in elements(doc, root) {
        channel.link_only(doc, element);
    }
    channel.site.get().or(channel.own)
}

/// Reads what a feed says of itself.
pub(crate) fn read<'a>(doc: &Doc<'a>, root: NodeId) -> DraftFeed<'a> {
    let mut channel = Channel::default();
    for element in elements(doc, root) {
        channel.element(doc, element);
    }
    let about = doc.tree.children(root).find_map(|c| doc.tree.attr(c, "rdf:about"));
    channel.site.offer(6, || doc.address(root, &about?).filter(|a| a.starts_with("http")));
    channel.language.offer(2, || doc.language(root));
    // An identifier may serve as the page's address, but not when it is the feed's own.
    let own = channel.own.clone();
    channel.site.offer(7, || {
        let id = doc.tree.children(root).find(|c| doc.tree.is(*c, Ns::Atom, "id"))?;
        let text = doc.text(id).filter(|text| text.starts_with("http"))?;
        doc.address(id, &text).filter(|address| own.as_ref() != Some(address))
    });
    let mut hints = channel.hints;
    hints.update_period = channel
        .period
        .map(|period| (period / channel.frequency.unwrap_or(1).max(1)).min(MAX_PERIOD));
    let mut authors = channel.authors;
    if authors.is_empty() {
        authors = channel.other_authors;
    }
    DraftFeed {
        title: channel.title.get().unwrap_or_default(),
        description: channel.description.get().unwrap_or_default(),
        site: channel.site.get(),
        self_url: channel.own,
        language: channel.language.get(),
        icon: channel.icon.get(),
        authors,
        base: doc.base.clone(),
        inherits_authors: doc.is_atom,
        hints,
        entries: Vec::new(),
    }
}

/// The elements that speak of the feed: the children of the root and of its channel, without the entries.
fn elements(doc: &Doc<'_>, root: NodeId) -> Vec<NodeId> {
    let mut found = Vec::new();
    let mut pending = vec![root];
    while let Some(id) = pending.pop() {
        for child in doc.tree.children(id) {
            match doc.tree.node(child).name {
                name if name.eq_ignore_ascii_case("channel") => pending.push(child),
                name if name.eq_ignore_ascii_case("item") || name == "entry" => {}
                _ => found.push(child),
            }
        }
    }
    found
}

impl<'a> Channel<'a> {
    fn link_only(&mut self, doc: &Doc<'a>, id: NodeId) {
        let mut buffer = [0; MAX_NAME];
        if let (Ns::Core | Ns::Atom, "link") = doc.name(id, &mut buffer) {
            self.link(doc, id);
        }
    }

    fn element(&mut self, doc: &Doc<'a>, id: NodeId) {
        let mut buffer = [0; MAX_NAME];
        let (ns, name) = doc.name(id, &mut buffer);
        match ns {
            Ns::Core => self.core(doc, id, name),
            Ns::Atom => self.atom(doc, id, name),
            Ns::Dc | Ns::DcTerms => match name {
                "title" => self.title.offer(2, || text::guess(doc, id)),
                "description" | "abstract" => self.description.offer(2, || text::guess(doc, id)),
                "creator" | "author" | "publisher" if self.authors.len() < MAX_AUTHORS => {
                    let names = if name == "publisher" {
                        &mut self.other_authors
                    } else {
                        &mut self.authors
                    };
                    names.extend(person(doc, id));
                }
                "language" => self.language.offer(1, || Some(doc.text(id)?.into_owned())),
                _ => {}
            },
            Ns::Itunes => match name {
                "title" => self.title.offer(4, || text::guess(doc, id)),
                "author" => self.other_authors.extend(person(doc, id)),
                "summary" => self.description.offer(3, || text::guess(doc, id)),
                "subtitle" => self.description.offer(4, || text::guess(doc, id)),
                "image" => {
                    let href = doc.tree.attr(id, "href").or_else(|| doc.tree.attr(id, "url"));
                    self.icon.offer(3, || doc.address(id, &href.or_else(|| doc.text(id))?));
                }
                _ => {}
            },
            Ns::Media => match name {
                "title" => self.title.offer(3, || text::guess(doc, id)),
                "description" => self.description.offer(5, || text::guess(doc, id)),
                "thumbnail" => self.icon.offer(4, || doc.address(id, &doc.tree.attr(id, "url")?)),
                _ => {}
            },
            Ns::Syndication => match name {
                "updateperiod" => self.period = doc.text(id).and_then(|p| period(&p)),
                "updatefrequency" => self.frequency = number(doc, id),
                _ => {}
            },
            _ => {}
        }
    }

    fn core(&mut self, doc: &Doc<'a>, id: NodeId, name: &str) {
        match name {
            "title" => self.title.offer(0, || text::guess(doc, id)),
            "description" | "subtitle" | "tagline" => {
                self.description.offer(0, || text::guess(doc, id));
            }
            "link" => self.link(doc, id),
            "language" => self.language.offer(0, || Some(doc.text(id)?.into_owned())),
            "image" => self.icon.offer(2, || image_address(doc, id)),
            "managingeditor" | "author" => self.authors.extend(person(doc, id)),
            "webmaster" => self.other_authors.extend(person(doc, id)),
            "ttl" => self.hints.ttl_minutes = number(doc, id).filter(|n| *n <= MAX_PERIOD / 60),
            "skiphours" => self.hints.skip_hours = hours(doc, id),
            "skipdays" => self.hints.skip_days = days(doc, id),
            _ => {}
        }
    }

    fn atom(&mut self, doc: &Doc<'a>, id: NodeId, name: &str) {
        match name {
            "title" => self.title.offer(1, || text::atom(doc, id)),
            "subtitle" | "tagline" => self.description.offer(1, || text::atom(doc, id)),
            "link" => self.link(doc, id),
            "icon" => self.icon.offer(0, || doc.address(id, &doc.text(id)?)),
            "logo" => self.icon.offer(1, || doc.address(id, &doc.text(id)?)),
            "author" if self.authors.len() < MAX_AUTHORS => self.authors.extend(person(doc, id)),
            _ => {}
        }
    }

    fn link(&mut self, doc: &Doc<'a>, id: NodeId) {
        let Some(href) = doc.tree.attr(id, "href") else {
            self.site.offer(0, || doc.address(id, &doc.text(id)?));
            return;
        };
        let rel = doc.tree.attr(id, "rel").unwrap_or_default();
        let rel = rel.trim().trim_start_matches("http://www.iana.org/assignments/relation/");
        match rel.to_ascii_lowercase().as_str() {
            "" | "alternate" => {
                let mime = doc.tree.attr(id, "type").unwrap_or_default();
                let rank = match mime.trim() {
                    "" => 2,
                    "text/html" | "application/xhtml+xml" => 1,
                    _ => 4,
                };
                self.site.offer(rank, || doc.address(id, &href));
            }
            // An empty reference means the base itself (RFC 3986, section 4.4).
            "self" if self.own.is_none() && href.trim().is_empty() => {
                self.own = doc.base(id).map(|base| base.as_str().to_owned());
            }
            "self" if self.own.is_none() => self.own = doc.address(id, &href),
            _ => {}
        }
    }
}

fn number(doc: &Doc<'_>, id: NodeId) -> Option<u32> {
    doc.text(id)?.parse().ok()
}

/// The period of the RSS 1.0 syndication module, in seconds.
fn period(text: &str) -> Option<u32> {
    Some(match text.to_ascii_lowercase().as_str() {
        "hourly" => 3600,
        "daily" => 86_400,
        "weekly" => 7 * 86_400,
        "monthly" => 30 * 86_400,
        "yearly" => 365 * 86_400,
        _ => return None,
    })
}

/// RSS `skipHours`: 0 to 23, and 24 for midnight as RSS 0.92 has it.
fn hours(doc: &Doc<'_>, id: NodeId) -> u32 {
    doc.tree
        .children(id)
        .filter_map(|hour| number(doc, hour))
        .filter(|hour| *hour <= 24)
        .fold(0, |set, hour| set | 1 << (hour % 24))
}

/// RSS `skipDays`: English names.
fn days(doc: &Doc<'_>, id: NodeId) -> u8 {
    const NAMES: [&str; 7] =
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    doc.tree
        .children(id)
        .filter_map(|day| doc.text(day))
        .filter_map(|day| NAMES.iter().position(|n| day.eq_ignore_ascii_case(n)))
        .fold(0, |set, day| set | 1 << day)
}
