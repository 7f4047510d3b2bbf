//! `[[feeds]]`: the subscriptions.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use toml_edit::{Item, TableLike};

use super::fault::{Place, Reason};
use super::section::{Faults, Section, offset};
use crate::domain::{FeedUrl, Subscription, folder_path};
use crate::text::Clean;

/// The shortest interval between two requests for a feed, in seconds: no schedule asks more often.
pub const MIN_INTERVAL: u32 = 30 * 60;
/// The intervals that may be configured.
pub(super) const INTERVAL: RangeInclusive<u32> = MIN_INTERVAL..=30 * 86_400;

/// The tables of a name: `[[feeds]]`, or a list of inline tables.
pub(super) fn tables<'a>(
    name: &str,
    item: Option<&'a Item>,
    faults: &mut Faults,
) -> Vec<(usize, &'a dyn TableLike)> {
    let Some(item) = item else { return Vec::new() };
    if let Some(tables) = item.as_array_of_tables() {
        let start = |table: &toml_edit::Table| table.span().map_or(0, |span| span.start);
        return tables.iter().map(|table| (start(table), table as &dyn TableLike)).collect();
    }
    let mut wrong = |at, found| {
        faults.push((at, Reason::Type { key: name.to_owned(), want: "tables", found }));
    };
    let Some(array) = item.as_array() else {
        wrong(offset(item), item.type_name());
        return Vec::new();
    };
    let mut tables = Vec::new();
    for value in array {
        let at = value.span().map_or(0, |span| span.start);
        match value.as_inline_table() {
            Some(table) => tables.push((at, table as &dyn TableLike)),
            None => wrong(at, value.type_name()),
        }
    }
    tables
}

/// The addresses seen so far, each with its offset.
pub(super) struct Seen<'t> {
    text: &'t str,
    addresses: HashMap<FeedUrl, usize>,
}

impl<'t> Seen<'t> {
    /// None yet, in this text.
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, addresses: HashMap::new() }
    }

    /// Reads one feed's table, which begins at `start`.
    pub(super) fn read(
        &mut self,
        section: &mut Section<'_, '_>,
        start: usize,
    ) -> Option<Subscription> {
        let url = self.address(section, start);
        let title = section.text("title").map(|(title, _)| Clean::line(title));
        let folder = section.text("folder").map(|(folder, _)| folder_path(folder));
        let tags = section.texts("tags").into_iter().map(|(tag, _)| Clean::line(tag));
        let tags = tags.filter(|tag| !tag.is_empty()).collect();
        let interval = section.duration("interval", INTERVAL);
        let headers = read_headers(section);
        let mut full_text = false;
        section.switch("full_text", &mut full_text);
        let mut trust_any_certificate = false;
        section.switch("danger_trust_any_certificate", &mut trust_any_certificate);
        Some(Subscription {
            url: url?,
            title: title.filter(|title| !title.is_empty()),
            folder: folder.unwrap_or_default(),
            tags,
            interval,
            headers,
            full_text,
            trust_any_certificate,
        })
    }

    fn address(&mut self, section: &mut Section<'_, '_>, start: usize) -> Option<FeedUrl> {
        if section.item("url").is_none() {
            section.faults.push((start, Reason::NoUrl));
            return None;
        }
        let (raw, at) = section.text("url")?;
        if raw.trim().is_empty() {
            section.faults.push((at, Reason::NoUrl));
            return None;
        }
        let url = match FeedUrl::parse(raw) {
            Ok(url) => url,
            Err(fault) => {
                section.faults.push((at, Reason::Url(fault)));
                FeedUrl::unusable(raw)
            }
        };
        if let Some(first) = self.addresses.get(&url) {
            let first = Place::of(self.text, *first).line;
            section.faults.push((at, Reason::DuplicateFeed { url: url.to_string(), first }));
            return None;
        }
        self.addresses.insert(url.clone(), at);
        Some(url)
    }
}

fn read_headers(section: &mut Section<'_, '_>) -> Vec<(String, String)> {
    let Some(item) = section.item("headers") else { return Vec::new() };
    let Some(table) = item.as_table_like() else {
        section.wrong_type("headers", item, "headers");
        return Vec::new();
    };
    let mut headers = Vec::new();
    for (name, item) in table.iter() {
        let Some(value) = item.as_str() else {
            section.wrong_type(name, item, "text");
            continue;
        };
        if is_header_name(name) && !value.chars().any(char::is_control) {
            headers.push((name.to_owned(), value.to_owned()));
        } else {
            section.faults.push((offset(item), Reason::Header { name: name.to_owned() }));
        }
    }
    headers
}

/// Whether a text is a field name (RFC 9110, section 5.6.2: a token).
fn is_header_name(name: &str) -> bool {
    let token = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
    !name.is_empty() && name.chars().all(token)
}
