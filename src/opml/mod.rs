//! Subscription lists of others: OPML and newsboat's `urls`, tolerant in, strict out.

mod entities;
mod newsboat;
mod reading;
mod writing;

use std::collections::HashSet;

pub use writing::write;

use crate::domain::ids::FeedUrlError;
use crate::domain::{FeedUrl, Subscription};
use crate::text::Clean;

/// What was found in a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Import {
    /// The subscriptions in the order of the list; no address stands twice.
    pub subscriptions: Vec<Subscription>,
    /// What could not be taken over, in the order of the list.
    pub skipped: Vec<Skipped>,
}

/// Something that could not be taken over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// Its line, from 1.
    pub line: usize,
    /// Its name or address.
    pub what: Clean,
    /// Why.
    pub why: Why,
}

/// Why something could not be taken over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// It has no address of a feed.
    NoAddress,
    /// Its address cannot be fetched.
    Address(FeedUrlError),
    /// Its address stands further up.
    Duplicate,
    /// newsboat's `query:`, a saved search.
    Query,
    /// newsboat's `exec:`, a program's output.
    Exec,
    /// newsboat's `filter:`, a program between feed and reader.
    Filter,
    /// The document is broken here; what follows may be missing.
    Broken,
}

impl Why {
    /// The stable name; its words stand in the language files under `skipped-<name>`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::NoAddress => "no-address",
            Self::Address(_) => "address",
            Self::Duplicate => "duplicate",
            Self::Query => "query",
            Self::Exec => "exec",
            Self::Filter => "filter",
            Self::Broken => "broken",
        }
    }
}

/// Reads a list of subscriptions: OPML when it looks like XML, else newsboat's `urls`. Never fails: what cannot be read
/// is told in [`Import::skipped`].
pub fn read(bytes: &[u8]) -> Import {
    let text = decode(bytes);
    if text.trim_start().starts_with('<') { reading::read(&text) } else { newsboat::read(&text) }
}

/// UTF-8, UTF-16 with a byte order mark, else ISO 8859-1.
fn decode(bytes: &[u8]) -> String {
    let utf16 = |unit: fn([u8; 2]) -> u16| {
        let units = bytes[2..].chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    };
    match bytes {
        [0xFF, 0xFE, ..] => utf16(u16::from_le_bytes),
        [0xFE, 0xFF, ..] => utf16(u16::from_be_bytes),
        _ => {
            let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
            String::from_utf8(bytes.to_vec())
                .unwrap_or_else(|_| bytes.iter().copied().map(char::from).collect())
        }
    }
}

/// Collects an import, each address once.
#[derive(Default)]
struct Collector {
    import: Import,
    seen: HashSet<FeedUrl>,
}

impl Collector {
    /// Takes a subscription to `address` over; `fill` gives it the rest.
    fn take(&mut self, line: usize, address: &str, fill: impl FnOnce(&mut Subscription)) {
        match FeedUrl::parse(address) {
            Err(fault) => self.skip(line, address, Why::Address(fault)),
            Ok(url) if !self.seen.insert(url.clone()) => self.skip(line, address, Why::Duplicate),
            Ok(url) => {
                let mut subscription = Subscription::new(url);
                fill(&mut subscription);
                self.import.subscriptions.push(subscription);
            }
        }
    }

    fn skip(&mut self, line: usize, what: &str, why: Why) {
        self.import.skipped.push(Skipped { line, what: Clean::line(what), why });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoding_of_the_field_is_read() {
        let text = "<opml><outline text='Blatt für Süchteln' xmlUrl='https://a.example/'/></opml>";
        let utf16 = |bom: [u8; 2], bytes: fn(u16) -> [u8; 2]| {
            bom.into_iter().chain(text.encode_utf16().flat_map(bytes)).collect::<Vec<u8>>()
        };
        let latin: Vec<u8> = text.chars().map(|c| u8::try_from(c).expect("Latin-1")).collect();
        for bytes in [
            text.as_bytes().to_vec(),
            format!("\u{feff}\n{text}").into_bytes(),
            utf16([0xFF, 0xFE], u16::to_le_bytes),
            utf16([0xFE, 0xFF], u16::to_be_bytes),
            latin,
        ] {
            let import = read(&bytes);
            assert_eq!(import.subscriptions[0].title.as_deref(), Some("Blatt für Süchteln"));
        }
    }
}
