//! What commands print of an entry: the object of `--json`, and its line.

use std::borrow::Cow;

use serde::Serialize;

use super::out::{Emphasis, Out};
use super::world::World;
use crate::domain::geo::whole_km;
use crate::domain::{Access, Entry, EntryRow, Homes, Timestamp};
use crate::lang::Lang;
use crate::text::Clean;
use crate::text::dates::{self, Zone};
use crate::text::width::{fit, pad};
use crate::words;

/// Columns of the source in a list.
const SOURCE: usize = 20;
/// Characters of a summary in a list.
const TEASER: usize = 240;
/// Columns of the age in a list.
const AGE: usize = 8;
/// Columns of the distance: "9999 km".
const DISTANCE: usize = 7;

/// The object of an entry, as the command line's contract says: its fields are always there, further ones only when they
/// say something.
#[derive(Debug, Serialize)]
pub(super) struct EntryObject<'a> {
    id: i64,
    feed_url: &'a str,
    feed_title: &'a str,
    guid: &'a str,
    url: Option<&'a str>,
    title: &'a str,
    summary: Cow<'a, str>,
    authors: Vec<&'a str>,
    published: Option<String>,
    dated: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    updated: Option<String>,
    first_seen: Option<String>,
    read: bool,
    starred: bool,
    #[serde(skip_serializing_if = "is_false")]
    changed: bool,
    tags: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    categories: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    municipality: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    distance_km: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    access: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    enclosures: Vec<EnclosureObject<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    snippet: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct EnclosureObject<'a> {
    url: &'a str,
    mime: &'a str,
    bytes: Option<u64>,
    title: &'a str,
}

impl<'a> EntryObject<'a> {
    /// The object; `snippet` is the text around a hit, distances are measured from `homes`.
    pub(super) fn new(entry: &'a Entry, snippet: Option<&'a str>, homes: &Homes) -> Self {
        let row = &entry.row;
        Self {
            id: row.id.0,
            feed_url: entry.feed_url.as_str(),
            feed_title: &row.feed_title,
            guid: &entry.guid,
            url: entry.url.as_deref(),
            title: &row.title,
            summary: Cow::Borrowed(&entry.summary),
            authors: entry.authors.iter().map(Clean::as_str).collect(),
            published: instant(row.published),
            dated: row.dated,
            updated: entry.updated.and_then(instant),
            first_seen: instant(entry.first_seen),
            read: row.read,
            starred: row.starred,
            changed: row.changed,
            tags: entry.tags.iter().map(Clean::as_str).collect(),
            categories: entry.categories.iter().map(Clean::as_str).collect(),
            place: row.place.as_ref().map(|place| place.name.as_str()),
            municipality: row.place.as_ref().map(|place| place.town.as_str()),
            distance_km: row
                .place
                .as_ref()
                .and_then(|place| homes.distance_km(place.point))
                .map(|km| (km * 10.0).round() / 10.0),
            sources: if entry.sources.len() > 1 {
                entry.sources.iter().map(Clean::as_str).collect()
            } else {
                Vec::new()
            },
            access: Some(row.access).filter(|a| *a != Access::Unknown).map(Access::name),
            image: entry.image.as_deref(),
            language: entry.language.as_deref(),
            enclosures: entry
                .enclosures
                .iter()
                .map(|file| EnclosureObject {
                    url: &file.url,
                    mime: &file.mime,
                    bytes: file.bytes,
                    title: &file.title,
                })
                .collect(),
            snippet,
        }
    }
}

impl EntryObject<'_> {
    /// The same for a list: of a long summary only its beginning. `umland show` prints the whole.
    pub(super) fn brief(mut self) -> Self {
        if let Some((end, _)) = self.summary.char_indices().nth(TEASER) {
            let start = &self.summary[..end];
            let words = start.rsplit_once(' ').filter(|(words, _)| 2 * words.len() > end);
            self.summary = Cow::Owned(format!("{} …", words.map_or(start, |(words, _)| words)));
        }
        self
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_false(value: &bool) -> bool {
    !value
}

/// An instant as RFC 3339, in UTC; nothing when it lies beyond the calendar.
pub(super) fn instant(at: Timestamp) -> Option<String> {
    jiff::Timestamp::from_second(at.0).ok().map(|at| at.to_string())
}

/// Prints entries as lines: number, marks, age, source, headline.
pub(super) struct Lines {
    lang: Lang,
    now: Timestamp,
    zone: Zone,
    homes: Homes,
}

impl Lines {
    pub(super) fn new(world: &World) -> Self {
        Self { lang: world.lang, now: world.now, zone: Zone::system(), homes: world.homes() }
    }

    /// The line of an entry; an unread one stands out.
    pub(super) fn of(&self, row: &EntryRow, out: &Out) -> String {
        let read = if row.read { ' ' } else { 'N' };
        let star = if row.starred { '*' } else { ' ' };
        let age = words::date(&dates::age(row.published.0, self.now.0, &self.zone), self.lang);
        let km = row.place.as_ref().and_then(|place| self.homes.distance_km(place.point));
        let distance = match km {
            Some(km) => format!("{:>DISTANCE$}  ", format!("{} km", whole_km(km))),
            // Without a home nobody waits for a distance.
            None if self.homes.is_empty() => String::new(),
            None => " ".repeat(DISTANCE + 2),
        };
        let emphasis = if row.read { Emphasis::Weak } else { Emphasis::Strong };
        format!(
            "{:>7} {read}{star} {} {distance}{}  {}",
            row.id,
            pad(&age, AGE),
            fit(&row.feed_title, SOURCE, false),
            out.emphasised(&row.title, emphasis)
        )
    }
}
