//! Stable identifiers: the feed's own, else the normalised address, else a fingerprint of the content.
//!
//! **Invariant:** an identifier is never empty, occurs once in a document, and is the same at every fetch.

use std::collections::HashMap;
use std::hash::Hasher;

use siphasher::sip::SipHasher13;

use crate::domain::{ParsedEntry, Timestamp};
use crate::parse::notes::{Notes, Repair};
use crate::text::Clean;

/// Longer identifiers are replaced by a fingerprint, in bytes.
const MAX_LENGTH: usize = 2048;

/// What an entry can be told by.
pub(crate) struct Named<'a> {
    pub(crate) guid: Option<&'a str>,
    pub(crate) url: Option<&'a str>,
    pub(crate) title: &'a str,
    pub(crate) text: &'a str,
    pub(crate) published: Option<Timestamp>,
}

/// The identifiers given so far: the entry (its number) that has each, and how often each was asked for.
#[derive(Default)]
pub(crate) struct Ids(HashMap<String, (usize, u32)>);

impl Ids {
    /// Gives an entry its identifier; none when the same entry is among `earlier` already.
    pub(crate) fn id(
        &mut self,
        entry: &Named<'_>,
        earlier: &[ParsedEntry],
        notes: &mut Notes,
    ) -> Option<String> {
        let mut id = own(entry, notes);
        if let Some((first, _)) = self.0.get(&id) {
            notes.add(Repair::SameId, &id);
            if entry.guid.is_some()
                && earlier.get(*first).is_some_and(|other| is_same(entry, other))
            {
                return None;
            }
            id = self.apart(&id, entry);
        }
        self.0.insert(id.clone(), (earlier.len(), 1));
        Some(id)
    }

    /// An identifier that is not given yet, made of one that is.
    fn apart(&mut self, id: &str, entry: &Named<'_>) -> String {
        let date = entry.published.map(|Timestamp(date)| date.to_string()).unwrap_or_default();
        let mark = fingerprint(&[entry.title, entry.url.unwrap_or_default(), &date]);
        let id = format!("{id}#{mark:016x}");
        let Some((_, n)) = self.0.get(&id) else { return id };
        let mut number = *n;
        let free = loop {
            number += 1;
            let candidate = format!("{id}-{number}");
            if !self.0.contains_key(&candidate) {
                break candidate;
            }
        };
        // The next one begins to look here, so that many of the same cost no more than many others.
        if let Some((_, n)) = self.0.get_mut(&id) {
            *n = number;
        }
        free
    }
}

fn is_same(entry: &Named<'_>, other: &ParsedEntry) -> bool {
    *entry.title == *other.title
        && entry.url == other.url.as_deref()
        && entry.published == other.published
        && entry.text == other.text
}

fn own(entry: &Named<'_>, notes: &mut Notes) -> String {
    let given = Clean::line(entry.guid.unwrap_or_default());
    if !given.is_empty() {
        if given.len() > MAX_LENGTH {
            return format!("umland:{:016x}", fingerprint(&[&given]));
        }
        return given.to_string();
    }
    notes.add(Repair::NoId, entry.title);
    if let Some(url) = entry.url {
        return normalised(url);
    }
    // A date makes the title enough; without one the text has to be part of it.
    let content = match entry.published {
        Some(Timestamp(date)) => fingerprint(&[&date.to_string(), entry.title]),
        None => fingerprint(&[entry.title, entry.text]),
    };
    format!("umland:{content:016x}")
}

/// An address without what changes from fetch to fetch: the fragment and tracking parameters.
fn normalised(url: &str) -> String {
    let url = url.split('#').next().unwrap_or_default();
    let Some((path, query)) = url.split_once('?') else { return url.to_owned() };
    let is_tracking = |p: &&str| {
        ["utm_", "wtmc=", "fbclid=", "gclid=", "at_medium=", "at_campaign="]
            .iter()
            .any(|t| p.starts_with(t))
    };
    let kept: Vec<&str> = query.split('&').filter(|p| !is_tracking(p)).collect();
    if kept.is_empty() { path.to_owned() } else { format!("{path}?{}", kept.join("&")) }
}

fn fingerprint(parts: &[&str]) -> u64 {
    let mut hasher = SipHasher13::new();
    for part in parts {
        hasher.write(part.as_bytes());
        hasher.write_u8(0xFF);
    }
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named<'a>(guid: &'a str, url: &'a str, title: &'a str) -> Named<'a> {
        Named {
            guid: Some(guid),
            url: Some(url).filter(|u| !u.is_empty()),
            title,
            text: "",
            published: None,
        }
    }

    #[test]
    fn the_best_identifier_is_taken() {
        let mut ids = Ids::default();
        let mut id = |entry| ids.id(&entry, &[], &mut Notes::default()).unwrap();
        assert_eq!(id(named(" z-1 ", "https://z.example/1", "A")), "z-1");
        assert_eq!(
            id(named("", "https://z.example/2?utm_source=rss&a=1#x", "B")),
            "https://z.example/2?a=1"
        );
        assert!(id(named("", "", "C")).starts_with("umland:"));
        assert!(id(named(&"g".repeat(9000), "", "D")).len() < 100);
    }

    #[test]
    fn identifiers_that_occur_twice_are_told_apart() {
        let mut ids = Ids::default();
        let mut notes = Notes::default();
        let first = ParsedEntry { title: Clean::line("A"), ..ParsedEntry::default() };
        assert_eq!(ids.id(&named("x", "", "A"), &[], &mut notes).unwrap(), "x");
        let earlier = [first];
        assert_eq!(ids.id(&named("x", "", "A"), &earlier, &mut notes), None, "the very same entry");
        let second = ids.id(&named("x", "", "B"), &earlier, &mut notes).unwrap();
        let third = ids.id(&named("x", "", "B"), &earlier, &mut notes).unwrap();
        assert!(second.starts_with("x#") && third == format!("{second}-2"), "{second} {third}");
        assert_eq!(notes.into_warnings()[0].count, 3);
    }
}
