//! JSON Feed 1.1.

use serde_json::{Value, json};

use crate::demo::calendar::rfc3339;
use crate::demo::item::{BASE, Item};
use crate::demo::publisher::{FeedSpec, Publisher};

/// Writes the feed.
pub(crate) fn write(publisher: &Publisher, feed: &FeedSpec, items: &[&Item]) -> String {
    let items: Vec<Value> = items.iter().map(|item| entry(item)).collect();
    let feed = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": format!("{BASE}/{}/", publisher.id),
        "feed_url": format!("{BASE}{}", feed.path),
        "language": publisher.language,
        "items": items,
    });
    format!("{feed:#}\n")
}

fn entry(item: &Item) -> Value {
    let mut entry = json!({
        "id": item.number.to_string(),
        "url": item.url(),
        "title": item.title,
        "summary": item.teaser,
        "content_text": item.teaser,
        "date_published": rfc3339(item.published),
        "tags": item.tags,
    });
    if let Some(updated) = item.updated {
        entry["date_modified"] = rfc3339(updated).into();
    }
    if !item.author.is_empty() {
        entry["authors"] = json!([{ "name": item.author }]);
    }
    if let Some(path) = item.picture_path() {
        entry["image"] = format!("{BASE}{path}").into();
    }
    entry
}
