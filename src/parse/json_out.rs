//! A parsed feed as one JSON Feed 1.1 object (<https://www.jsonfeed.org/version/1.1/>), for `umland parse`. What JSON Feed
//! has no field for stands under `_umland`.

use serde_json::{Map, Value, json};

use super::dates::rfc3339;
use super::sanitise::sanitise;
use crate::domain::GeoPoint;
use crate::domain::{
    Access, Alert, AlertKind, Enclosure, ParsedEntry, ParsedFeed, Timestamp, Warning,
};
use crate::text::Clean;

/// The feed and its warnings as a JSON Feed object.
pub fn json_feed(feed: &ParsedFeed, warnings: &[Warning]) -> Value {
    let mut out = Map::new();
    out.insert("version".into(), "https://jsonfeed.org/version/1.1".into());
    out.insert("title".into(), feed.title.as_str().into());
    put(&mut out, "home_page_url", feed.site_url.as_deref());
    put(&mut out, "feed_url", feed.self_url.as_deref());
    put(&mut out, "description", Some(&feed.description));
    put(&mut out, "icon", feed.icon.as_deref());
    put(&mut out, "language", feed.language.as_deref());
    put_list(&mut out, "authors", authors(&feed.authors, &feed.author_urls));
    out.insert("items".into(), feed.entries.iter().map(item).collect());
    let warnings: Vec<Value> = warnings
        .iter()
        .map(|w| json!({ "code": w.code, "count": w.count, "detail": w.detail.as_str() }))
        .collect();
    out.insert("_umland".into(), json!({ "warnings": warnings }));
    Value::Object(out)
}

fn item(entry: &ParsedEntry) -> Value {
    let mut out = Map::new();
    out.insert("id".into(), entry.guid.as_str().into());
    put(&mut out, "url", entry.url.as_deref());
    put(&mut out, "title", Some(&entry.title));
    put(&mut out, "summary", Some(&entry.summary));
    out.insert("content_html".into(), sanitise(&entry.content_html).into());
    put_date(&mut out, "date_published", entry.published);
    put_date(&mut out, "date_modified", entry.updated);
    put(&mut out, "image", entry.image.as_deref());
    put(&mut out, "language", entry.language.as_deref());
    put_list(&mut out, "authors", authors(&entry.authors, &entry.author_urls));
    put_list(&mut out, "tags", entry.categories.iter().map(|c| c.as_str().into()));
    put_list(&mut out, "attachments", entry.enclosures.iter().map(attachment));
    let extra = extra(entry);
    if !extra.is_empty() {
        out.insert("_umland".into(), Value::Object(extra));
    }
    Value::Object(out)
}

/// What JSON Feed has no field for.
fn extra(entry: &ParsedEntry) -> Map<String, Value> {
    let mut out = Map::new();
    if entry.access != Access::Unknown {
        out.insert("access".into(), entry.access.name().into());
    }
    if let Some(point) = entry.point {
        let degrees = |micro: i32| f64::from(micro) / 1e6;
        out.insert("lat".into(), degrees(point.lat_e6).into());
        out.insert("lon".into(), degrees(point.lon_e6).into());
    }
    if let Some(alert) = &entry.alert {
        out.insert("alert".into(), self::alert(alert));
    }
    put(&mut out, "image_caption", Some(&entry.image_caption));
    put(&mut out, "image_credit", Some(&entry.image_credit));
    put(&mut out, "source", Some(&entry.source));
    out
}

/// A warning under CAP's own names.
fn alert(alert: &Alert) -> Value {
    let mut out = Map::new();
    put(&mut out, "identifier", Some(&alert.identifier));
    out.insert("status".into(), if alert.actual { "Actual" } else { "Test" }.into());
    let kind = match alert.kind {
        AlertKind::Alert => "Alert",
        AlertKind::Update => "Update",
        AlertKind::Cancel => "Cancel",
    };
    out.insert("msgType".into(), kind.into());
    put(&mut out, "event", Some(&alert.event));
    put(&mut out, "severity", Some(alert.severity.name()));
    put_date(&mut out, "sent", alert.sent);
    put_date(&mut out, "onset", alert.onset);
    put_date(&mut out, "expires", alert.expires);
    put_list(&mut out, "areas", alert.areas.iter().map(|area| area.as_str().into()));
    let corners = |line: &Vec<GeoPoint>| line.len().into();
    put_list(&mut out, "polygon_corners", alert.polygons.iter().map(corners));
    put_list(&mut out, "references", alert.references.iter().map(|one| one.as_str().into()));
    Value::Object(out)
}

fn authors(names: &[Clean], urls: &[Option<String>]) -> impl Iterator<Item = Value> {
    let urls = urls.iter().map(Option::as_deref).chain(std::iter::repeat(None));
    names.iter().zip(urls).map(|(name, url)| {
        let mut out = Map::new();
        put(&mut out, "name", Some(name));
        put(&mut out, "url", url);
        Value::Object(out)
    })
}

fn attachment(file: &Enclosure) -> Value {
    let mut out = Map::new();
    out.insert("url".into(), file.url.as_str().into());
    let mime = if file.mime.is_empty() { "application/octet-stream" } else { &file.mime };
    out.insert("mime_type".into(), mime.into());
    put(&mut out, "title", Some(&file.title));
    if let Some(bytes) = file.bytes.filter(|b| i64::try_from(*b).is_ok()) {
        out.insert("size_in_bytes".into(), bytes.into());
    }
    Value::Object(out)
}

fn put(out: &mut Map<String, Value>, name: &str, value: Option<&str>) {
    if let Some(value) = value.filter(|v| !v.is_empty()) {
        out.insert(name.into(), value.into());
    }
}

fn put_date(out: &mut Map<String, Value>, name: &str, instant: Option<Timestamp>) {
    put(out, name, instant.and_then(rfc3339).as_deref());
}

fn put_list(out: &mut Map<String, Value>, name: &str, values: impl Iterator<Item = Value>) {
    let values: Vec<Value> = values.collect();
    if !values.is_empty() {
        out.insert(name.into(), values.into());
    }
}
