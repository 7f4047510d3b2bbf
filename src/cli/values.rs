//! What commands print of an entry: the object of `--json`, and its line.

use serde::Serialize;

use super::out::{Emphasis, Out};
use super::world::World;
use crate::domain::geo::whole_km;
use crate::domain::{Entry, EntryRow, Homes, Timestamp};
use crate::lang::Lang;
use crate::text::Clean;
use crate::text::dates::{self, Zone};
use crate::text::width::{fit, pad};
use crate::words;

/// Columns of the source in a list.
const SOURCE: usize = 20;
/// Columns of the age in a list.
const AGE: usize = 8;
/// Columns of the distance: "9999 km".
const DISTANCE: usize = 7;

/// The object of an entry, as the command line's contract says.
#[derive(Debug, Serialize)]
pub(super) struct EntryObject<'a> {
    id: i64,
    feed_url: &'a str,
    feed_title: &'a str,
    guid: &'a str,
    url: Option<&'a str>,
    title: &'a str,
    summary: &'a str,
    authors: Vec<&'a str>,
    published: Option<String>,
    dated: bool,
    updated: Option<String>,
    first_seen: Option<String>,
    read: bool,
    starred: bool,
    changed: bool,
    tags: Vec<&'a str>,
    categories: Vec<&'a str>,
    sources: Vec<&'a str>,
    access: &'static str,
    place: Option<&'a str>,
    municipality: Option<&'a str>,
    distance_km: Option<f64>,
    image: Option<&'a str>,
    language: Option<&'a str>,
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
            summary: &entry.summary,
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
            sources: entry.sources.iter().map(Clean::as_str).collect(),
            access: row.access.name(),
            place: row.place.as_ref().map(|place| place.name.as_str()),
            municipality: row.place.as_ref().map(|place| place.town.as_str()),
            distance_km: row
                .place
                .as_ref()
                .and_then(|place| homes.distance_km(place.point))
                .map(|km| (km * 10.0).round() / 10.0),
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
