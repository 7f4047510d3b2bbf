//! An entry as its feed gives it, line by line.

use crate::app::Event;
use crate::domain::{Entry, EntryId};
use crate::store::{Result, Store};
use crate::text::Clean;

/// Loads what the feed said of an entry: its fields, an empty line, its text as it was written.
pub(super) fn load(store: &Store, id: EntryId) -> Result<Event> {
    Ok(match store.entry(id)? {
        Some(entry) => Event::SourceLoaded(lines(&entry)),
        None => Event::ArticleMissing(id),
    })
}

fn lines(entry: &Entry) -> Vec<Clean> {
    let mut lines = Vec::new();
    let mut field = |name: &str, value: &str| {
        if !value.is_empty() {
            lines.push(Clean::line(&format!("{name}: {value}")));
        }
    };
    field("feed", entry.feed_url.as_str());
    field("id", &entry.guid);
    field("title", &entry.row.title);
    field("link", entry.url.as_deref().unwrap_or_default());
    field("authors", &joined(&entry.authors));
    field("categories", &joined(&entry.categories));
    field("language", entry.language.as_deref().unwrap_or_default());
    field("image", entry.image.as_deref().unwrap_or_default());
    for file in &entry.enclosures {
        field("enclosure", &format!("{} {}", file.mime, file.url));
    }
    field("summary", &entry.summary);
    lines.push(Clean::empty());
    lines.extend(Clean::text(&entry.content_html).lines().map(Clean::line));
    lines
}

fn joined(words: &[Clean]) -> String {
    words.iter().map(Clean::as_str).collect::<Vec<_>>().join(", ")
}
