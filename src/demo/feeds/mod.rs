//! The feeds of the edition, each in its format and with its house's peculiarities.

mod atom;
mod json;
mod rss1;
mod rss2;

use std::time::Duration;

use super::document::Document;
use super::item::Item;
use super::publisher::{Dialect, FeedSpec, Format, Manner, Publisher, SLOWNESS};
use crate::domain::Timestamp;

/// The document of a feed. `items` are its entries, newest first.
pub(crate) fn document(publisher: &Publisher, feed: &FeedSpec, items: &[&Item]) -> Document {
    let (content_type, text) = match feed.format {
        Format::Rss2(dialect) => ("text/xml", rss2::write(publisher, feed, dialect, items)),
        Format::Rss1 => ("application/rdf+xml; charset=utf-8", rss1::write(publisher, feed, items)),
        Format::Atom => {
            ("application/atom+xml; charset=utf-8", atom::write(publisher, feed, items))
        }
        Format::Json => ("application/feed+json", json::write(publisher, feed, items)),
    };
    Document {
        content_type,
        text,
        western: feed.format == Format::Rss2(Dialect::Western),
        modified: newest(items),
        delay: if feed.manner == Manner::Slow { SLOWNESS } else { Duration::ZERO },
    }
}

/// When the feed last changed.
fn newest(items: &[&Item]) -> Timestamp {
    let changes = items.iter().map(|item| item.updated.unwrap_or(item.published));
    changes.max().unwrap_or_default()
}
