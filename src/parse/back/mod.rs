//! From what feed-rs read, and the draft beside it for all that feed-rs drops, to the feed that umland keeps.

mod access;
mod ids;
mod links;
mod people;

use feed_rs::model;
use url::Url;

use super::canon::Dates;
use super::dates::{self, Date};
use super::draft::{DraftEntry, DraftFeed, Markup, Style};
use super::entities::{append_escaped, decode};
use super::notes::{Notes, Repair};
use super::{address, plain};
use crate::domain::{Enclosure, ParsedEntry, ParsedFeed, Timestamp};
use crate::text::Clean;

pub(crate) use people::{people, people_of_entries};

/// The longest title and teaser kept, in characters.
const MAX_TITLE: usize = 16_000;
const MAX_TEASER: usize = 20_000;

/// Reads the dates of every entry: of several candidates the first that can be read.
pub(crate) fn dates(
    draft: &DraftFeed<'_>,
    zone: Option<&str>,
    now: Timestamp,
    notes: &mut Notes,
) -> Vec<Dates> {
    let mut first = |candidates: &[String]| {
        for text in candidates {
            match dates::read(text, zone, now) {
                Date::At { instant, zoned } => {
                    if !zoned {
                        notes.add(Repair::NoZone, text);
                    }
                    return Some(instant);
                }
                Date::Absurd => notes.add(Repair::AbsurdDate, text),
                Date::Unreadable => notes.add(Repair::BadDate, text),
            }
        }
        None
    };
    draft.entries.iter().map(|entry| (first(&entry.published), first(&entry.updated))).collect()
}

/// The time zone of the feed's country: by the region of its language, the top-level domain of its addresses, or its
/// language alone.
pub(crate) fn zone(draft: &DraftFeed<'_>, base: Option<&Url>) -> Option<&'static str> {
    let language = draft.language.as_deref().unwrap_or_default();
    let by_language = || dates::zone_of_language(language);
    if language.contains(['-', '_']) {
        return by_language();
    }
    let site = draft.site.as_deref().and_then(|site| Url::parse(site).ok());
    let by_domain = |url: &Url| {
        let host = url.host_str()?;
        dates::zone_of_country(host.rsplit('.').next()?)
    };
    site.as_ref().and_then(by_domain).or_else(|| base.and_then(by_domain)).or_else(by_language)
}

/// Puts a feed together. `read` has an entry for each of the draft's.
pub(crate) fn feed(read: model::Feed, draft: DraftFeed<'_>, notes: &mut Notes) -> ParsedFeed {
    let site = link(&read.links, "alternate");
    let base = draft.base.or_else(|| site.as_deref().and_then(|site| address::base(site, None)));
    let mut ids = ids::Ids::default();
    let mut entries = Vec::with_capacity(draft.entries.len());
    let language = draft.language.map(|l| Clean::line(&l).to_string());
    for (read, draft) in read.entries.into_iter().zip(draft.entries) {
        let parsed = entry(read, draft, base.as_ref(), (&mut ids, &entries), notes);
        entries.extend(parsed);
    }
    ParsedFeed {
        title: title(&draft.title, read.title, notes),
        description: Clean::line(&cut(&plain::teaser(&draft.description), MAX_TEASER)),
        site_url: site,
        self_url: link(&read.links, "self"),
        language,
        icon: read.icon.map(|icon| icon.uri),
        authors: authors(&read.authors),
        author_urls: read.authors.into_iter().map(|person| person.uri).collect(),
        hints: draft.hints,
        entries,
    }
}

fn entry(
    read: model::Entry,
    draft: DraftEntry<'_>,
    base: Option<&Url>,
    (ids, earlier): (&mut ids::Ids, &[ParsedEntry]),
    notes: &mut Notes,
) -> Option<ParsedEntry> {
    let title = title(&draft.title, read.title, notes);
    let url = link(&read.links, "alternate");
    let body = draft.content.as_ref().unwrap_or(&draft.summary);
    let html = html(body, draft.body_base.as_ref().or(base));
    let text = plain::text_of_html(&html);
    let summary = summary(&draft, &text);
    if title.is_empty() {
        notes.add(Repair::NoTitle, url.as_deref().unwrap_or_default());
    }
    let published = read.published.map(|d| Timestamp(d.timestamp()));
    let updated = read.updated.map(|d| Timestamp(d.timestamp()));
    if published.is_none() && updated.is_none() {
        notes.add(Repair::NoDate, &title);
    }
    let named = ids::Named {
        guid: draft.id.as_deref(),
        url: url.as_deref(),
        title: &title,
        text: &text,
        published,
    };
    let guid = ids.id(&named, earlier, notes)?;
    let enclosures: Vec<Enclosure> = read
        .links
        .into_iter()
        .filter(|l| l.rel.as_deref() == Some("enclosure"))
        .map(|l| Enclosure {
            url: l.href,
            mime: Clean::line(&l.media_type.unwrap_or_default()).to_string(),
            bytes: l.length,
            title: Clean::line(&l.title.unwrap_or_default()),
        })
        .collect();
    Some(ParsedEntry {
        guid,
        url,
        title,
        summary,
        content_html: html,
        text,
        authors: authors(&read.authors),
        author_urls: read.authors.into_iter().map(|person| person.uri).collect(),
        published,
        updated,
        categories: categories(&read.categories),
        enclosures,
        image: draft.image,
        image_caption: Clean::line(&plain::line(&draft.caption)),
        image_credit: Clean::line(&plain::line(&draft.credit)),
        language: draft.language.map(|l| Clean::line(&l).to_string()),
        access: access::access(&draft.access),
        point: draft.point,
        alert: draft.alert,
        source: Clean::line(&plain::line(&draft.source)),
    })
}

/// The plain title: feed-rs's text in the draft's style.
fn title(draft: &Markup<'_>, read: Option<model::Text>, notes: &mut Notes) -> Clean {
    let text = read.map(|text| text.content).unwrap_or_default();
    let markup = Markup { text: text.into(), style: draft.style };
    let whole = plain::line(&markup);
    let title = cut(&whole, MAX_TITLE);
    if title.len() < whole.len() {
        notes.add(Repair::LongTitle, &title);
    }
    Clean::line(&title)
}

/// The teaser, unless it is only the body again.
fn summary(draft: &DraftEntry<'_>, text: &str) -> Clean {
    if draft.content.is_none() {
        return Clean::line(&cut(text, MAX_TEASER));
    }
    Clean::line(&cut(&plain::teaser(&draft.summary), MAX_TEASER))
}

fn cut(text: &str, max: usize) -> std::borrow::Cow<'_, str> {
    if text.len() <= max {
        return text.into();
    }
    match text.char_indices().nth(max) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()).into(),
        None => text.into(),
    }
}

/// The body as HTML with absolute addresses.
fn html(body: &Markup<'_>, base: Option<&Url>) -> String {
    if body.style == Style::Text {
        let mut out = String::with_capacity(body.text.len());
        append_escaped(&mut out, &body.text);
        return out;
    }
    if body.style == Style::Guess && is_escaped_twice(&body.text) {
        return links::absolute(&decode(&body.text), base);
    }
    links::absolute(&body.text, base)
}

/// Whether a body is HTML that was escaped once too often: it has no tag of its own, but begins and ends with one that
/// is escaped.
fn is_escaped_twice(html: &str) -> bool {
    let html = html.trim();
    html.starts_with("&lt;")
        && html.ends_with("&gt;")
        && html.contains("&lt;/")
        && !html.contains('<')
}

fn authors(read: &[model::Person]) -> Vec<Clean> {
    read.iter().map(|person| Clean::line(person.name.as_deref().unwrap_or_default())).collect()
}

fn categories(read: &[model::Category]) -> Vec<Clean> {
    let mut found: Vec<Clean> = Vec::with_capacity(read.len());
    for category in read {
        let markup = Markup::new(category.term.as_str(), Style::Guess);
        let category = Clean::line(&plain::line(&markup));
        if !category.is_empty() && !found.contains(&category) {
            found.push(category);
        }
    }
    found
}

fn link(links: &[model::Link], rel: &str) -> Option<String> {
    links.iter().find(|l| l.rel.as_deref() == Some(rel)).map(|l| l.href.clone())
}
