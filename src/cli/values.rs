//! What commands print of an entry: the objects of `--json`, and its line.

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::domain::{Entry, Timestamp};
use crate::text::Clean;

/// An instant as RFC 3339, in UTC; nothing when it is out of any calendar's range.
pub(super) fn instant(at: Timestamp) -> Value {
    jiff::Timestamp::from_second(at.0).map_or(Value::Null, |at| Value::String(at.to_string()))
}

/// The object of an entry, as the command line's contract says.
pub(super) fn entry(entry: &Entry) -> Map<String, Value> {
    let texts = |list: &[Clean]| list.iter().map(|t| Value::from(t.as_str())).collect::<Vec<_>>();
    let row = &entry.row;
    let object = json!({
        "id": row.id.0,
        "feed_url": entry.feed_url.as_str(),
        "feed_title": row.feed_title.as_str(),
        "guid": entry.guid.as_str(),
        "url": entry.url,
        "title": row.title.as_str(),
        "summary": entry.summary.as_str(),
        "authors": texts(&entry.authors),
        "published": instant(row.published),
        "dated": row.dated,
        "updated": entry.updated.map(instant),
        "first_seen": instant(entry.first_seen),
        "read": row.read,
        "starred": row.starred,
        "changed": row.changed,
        "tags": texts(&entry.tags),
        "categories": texts(&entry.categories),
        "sources": texts(&entry.sources),
        "access": row.access.name(),
        "image": entry.image,
        "language": entry.language,
        "enclosures": entry.enclosures.iter().map(|file| json!({
            "url": file.url, "mime": file.mime, "bytes": file.bytes, "title": file.title.as_str(),
        })).collect::<Vec<_>>(),
    });
    match object {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}
