//! JSON Feed 1.0 and 1.1, read tolerantly: other types than the specification wants, missing fields, a document that
//! breaks off.

use serde_json::{Map, Value};
use url::Url;

use super::address;
use super::draft::{DraftEntry, DraftFeed, Markup, Person, Style};
use super::entities::append_escaped;
use super::error::{ParseError, What};
use super::json_mend::{items_of_a_torso, without_lone_surrogates};
use super::notes::{Notes, Repair};
use crate::domain::Enclosure;
use crate::text::Clean;

/// Authors, tags and attachments kept of one item.
const MAX_MANY: usize = 200;

struct Reader<'n> {
    base: Option<Url>,
    notes: &'n mut Notes,
}

/// Reads a JSON document.
pub(crate) fn feed(
    text: &str,
    base_url: Option<&Url>,
    notes: &mut Notes,
) -> Result<DraftFeed<'static>, ParseError> {
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\0');
    let text = without_lone_surrogates(text);
    let value = match serde_json::from_str(&text) {
        Ok(value) => value,
        Err(error) => match items_of_a_torso(&text) {
            Some(value) => {
                notes.add(Repair::CutOff, "");
                value
            }
            None if text.contains("jsonfeed.org/version") => {
                return Err(ParseError::Unusable(error.to_string()));
            }
            None => return Err(not_a_feed()),
        },
    };
    let Value::Object(feed) = value else { return Err(not_a_feed()) };
    let version = feed.get("version").and_then(Value::as_str).unwrap_or_default();
    if !version.contains("jsonfeed.org/version") && !feed.contains_key("items") {
        return Err(not_a_feed());
    }
    let site = string(feed.get("home_page_url"));
    let base = base_url
        .cloned()
        .or_else(|| address::base(&site, None))
        .or_else(|| address::base(&string(feed.get("feed_url")), None));
    Ok(Reader { base, notes }.feed(&feed))
}

fn not_a_feed() -> ParseError {
    ParseError::NotAFeed { what: What::Json, links: Vec::new() }
}

/// A text, or a number or truth value written as one; empty for anything else.
fn string(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.trim().to_owned(),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Bool(truth)) => truth.to_string(),
        _ => String::new(),
    }
}

fn non_empty(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

/// Plain text as HTML: its line breaks are meant.
fn with_breaks(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (i, line) in text.lines().enumerate() {
        if i > 0 {
            out.push_str("<br>");
        }
        append_escaped(&mut out, line);
    }
    out
}

impl Reader<'_> {
    fn feed(&mut self, feed: &Map<String, Value>) -> DraftFeed<'static> {
        let items = match feed.get("items") {
            Some(Value::Array(items)) => items.as_slice(),
            Some(Value::Null) | None => &[],
            Some(_) => {
                self.notes.add(Repair::JsonType, "items");
                &[]
            }
        };
        DraftFeed {
            title: Markup::new(string(feed.get("title")), Style::Text),
            description: Markup::new(string(feed.get("description")), Style::Text),
            site: self.address(feed.get("home_page_url")),
            self_url: self.address(feed.get("feed_url")),
            language: non_empty(string(feed.get("language"))),
            icon: self.address(feed.get("icon")).or_else(|| self.address(feed.get("favicon"))),
            authors: self.authors(feed),
            base: self.base.clone(),
            inherits_authors: true,
            entries: items.iter().filter_map(|item| self.item(item)).collect(),
            ..DraftFeed::default()
        }
    }

    fn item(&mut self, item: &Value) -> Option<DraftEntry<'static>> {
        let Value::Object(item) = item else {
            self.notes.add(Repair::JsonType, "items");
            return None;
        };
        if item.get("id").is_some_and(|id| !id.is_string()) {
            self.notes.add(Repair::JsonType, "id");
        }
        let html = string(item.get("content_html"));
        let text = string(item.get("content_text"));
        let content = match (html.is_empty(), text.is_empty()) {
            (false, _) => Some(Markup::new(html, Style::Html)),
            (true, false) => Some(Markup::new(with_breaks(&text), Style::Html)),
            (true, true) => None,
        };
        let mut categories = Vec::new();
        match item.get("tags") {
            Some(Value::Array(tags)) => {
                categories
                    .extend(tags.iter().take(MAX_MANY).filter_map(|t| non_empty(string(Some(t)))));
            }
            Some(Value::String(tag)) => {
                self.notes.add(Repair::JsonType, "tags");
                categories.extend(
                    tag.split(',').map(str::trim).filter(|t| !t.is_empty()).map(str::to_owned),
                );
            }
            _ => {}
        }
        Some(DraftEntry {
            id: non_empty(string(item.get("id"))),
            url: self.address(item.get("url")).or_else(|| self.address(item.get("external_url"))),
            title: Markup::new(string(item.get("title")), Style::Text),
            summary: Markup::new(string(item.get("summary")), Style::Text),
            content,
            published: non_empty(string(item.get("date_published"))).into_iter().collect(),
            updated: non_empty(string(item.get("date_modified"))).into_iter().collect(),
            authors: self.authors(item),
            categories,
            enclosures: self.attachments(item.get("attachments")),
            image: self
                .address(item.get("image"))
                .or_else(|| self.address(item.get("banner_image"))),
            language: non_empty(string(item.get("language"))),
            ..DraftEntry::default()
        })
    }

    fn address(&self, value: Option<&Value>) -> Option<String> {
        let Some(Value::String(raw)) = value else { return None };
        address::resolve(raw, self.base.as_ref())
    }

    /// `authors` of version 1.1, `author` of 1.0; as objects or plain names.
    fn authors(&mut self, object: &Map<String, Value>) -> Vec<Person> {
        let value = match object.get("authors") {
            Some(Value::Array(list)) if list.is_empty() => object.get("author"),
            Some(Value::Null) | None => object.get("author"),
            some => some,
        };
        match value {
            Some(Value::Array(list)) => {
                list.iter().take(MAX_MANY).filter_map(|author| self.author(author)).collect()
            }
            Some(author) => self.author(author).into_iter().collect(),
            None => Vec::new(),
        }
    }

    fn author(&mut self, author: &Value) -> Option<Person> {
        let (name, url) = match author {
            Value::Object(author) => (string(author.get("name")), self.address(author.get("url"))),
            Value::String(name) => {
                self.notes.add(Repair::JsonType, "authors");
                (name.trim().to_owned(), None)
            }
            _ => return None,
        };
        non_empty(name).map(|name| Person { name, url })
    }

    fn attachments(&mut self, value: Option<&Value>) -> Vec<Enclosure> {
        let Some(Value::Array(list)) = value else { return Vec::new() };
        list.iter()
            .take(MAX_MANY)
            .filter_map(|attachment| {
                let url = self.address(attachment.get("url"))?;
                let size = attachment.get("size_in_bytes");
                let bytes = size.and_then(Value::as_u64).or_else(|| string(size).parse().ok());
                let title = Clean::line(&string(attachment.get("title")));
                Some(Enclosure { url, mime: string(attachment.get("mime_type")), bytes, title })
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<DraftFeed<'static>, ParseError> {
        feed(text, None, &mut Notes::default())
    }

    #[test]
    fn other_types_than_the_specification_wants_are_read() {
        let text = r#"{"version":"https://jsonfeed.org/version/1","items":[
            {"id":7,"title":null,"authors":"Eva Beispiel","tags":"a, b","attachments":[{},{"url":"https://z.example/a.mp3"}]}, 5]}"#;
        let feed = read(text).unwrap();
        let [entry] = feed.entries.as_slice() else { panic!("one entry") };
        assert_eq!(entry.id.as_deref(), Some("7"));
        assert_eq!(entry.authors[0].name, "Eva Beispiel");
        assert_eq!(entry.categories, ["a", "b"]);
        assert_eq!(entry.enclosures.len(), 1);
    }

    #[test]
    fn other_json_is_refused() {
        for text in ["{\"a\":1}", "[1,2]", "null", "{", "{\"error\":404}"] {
            assert_eq!(read(text).unwrap_err(), not_a_feed(), "{text}");
        }
    }
}
