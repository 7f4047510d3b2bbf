//! The draft as a canonical Atom document, and feed-rs over it.
//!
//! feed-rs loses a whole feed to one fault of form and panics or aborts on some input; of this document, written here, it
//! sees only what it reads well. Bodies do not pass through it: they would only be copied.
//!
//! **Invariant:** the document is well-formed, four elements deep at most, and has an entry for each of the draft's.

use feed_rs::model::Feed;

use super::dates::rfc3339;
use super::draft::{DraftFeed, Person};
use super::entities::append_escaped;
use super::error::ParseError;
use crate::domain::Timestamp;

/// Longest text that is written into one element, in bytes.
const MAX_TEXT: usize = 1 << 20;

/// The dates of an entry, read: publication and last change.
pub(crate) type Dates = (Option<Timestamp>, Option<Timestamp>);

/// Lets feed-rs read a draft. `dates` and `people` have a row for each entry.
pub(crate) fn through_feed_rs(
    draft: &DraftFeed<'_>,
    dates: &[Dates],
    people: &[Vec<Person>],
) -> Result<Feed, ParseError> {
    let document = atom(draft, dates, people);
    let parser = feed_rs::parser::Builder::new()
        .sanitize_content(false)
        .timestamp_parser(|text| text.parse().ok())
        .id_generator(|_, _, _| "-".to_owned())
        .build();
    let feed = parser
        .parse(document.as_bytes())
        .map_err(|error| ParseError::Internal(error.to_string()))?;
    if feed.entries.len() == draft.entries.len() {
        Ok(feed)
    } else {
        Err(ParseError::Internal("feed-rs lost entries of the canonical document".to_owned()))
    }
}

fn atom(draft: &DraftFeed<'_>, dates: &[Dates], people: &[Vec<Person>]) -> String {
    let mut out = String::with_capacity(512 + draft.entries.len() * 768);
    out.push_str("<feed xmlns=\"http://www.w3.org/2005/Atom\">");
    element(&mut out, "title", &draft.title.text);
    element(&mut out, "subtitle", &draft.description.text);
    link(&mut out, "alternate", draft.site.as_deref());
    link(&mut out, "self", draft.self_url.as_deref());
    element(&mut out, "icon", draft.icon.as_deref().unwrap_or_default());
    authors(&mut out, &draft.authors);
    for ((entry, (published, updated)), people) in draft.entries.iter().zip(dates).zip(people) {
        out.push_str("<entry>");
        element(&mut out, "id", entry.id.as_deref().unwrap_or_default());
        element(&mut out, "title", &entry.title.text);
        date(&mut out, "published", *published);
        date(&mut out, "updated", *updated);
        authors(&mut out, people);
        for category in &entry.categories {
            out.push_str("<category term=\"");
            append(&mut out, category);
            out.push_str("\"/>");
        }
        link(&mut out, "alternate", entry.url.as_deref());
        for file in &entry.enclosures {
            out.push_str("<link rel=\"enclosure\" href=\"");
            append(&mut out, &file.url);
            out.push_str("\" type=\"");
            append(&mut out, &file.mime);
            out.push_str("\" title=\"");
            append(&mut out, &file.title);
            if let Some(bytes) = file.bytes {
                out.push_str("\" length=\"");
                out.push_str(&bytes.to_string());
            }
            out.push_str("\"/>");
        }
        out.push_str("</entry>");
    }
    out.push_str("</feed>");
    out
}

fn authors(out: &mut String, people: &[Person]) {
    for person in people {
        out.push_str("<author>");
        element(out, "name", &person.name);
        element(out, "uri", person.url.as_deref().unwrap_or_default());
        out.push_str("</author>");
    }
}

fn element(out: &mut String, name: &str, text: &str) {
    let text = head(text);
    if text.trim().is_empty() {
        return;
    }
    out.push('<');
    out.push_str(name);
    out.push('>');
    append(out, text);
    out.push_str("</");
    out.push_str(name);
    out.push('>');
}

/// The beginning of a text; what is longer is nobody's title or name.
fn head(text: &str) -> &str {
    let end = (0..=MAX_TEXT.min(text.len())).rev().find(|i| text.is_char_boundary(*i));
    &text[..end.unwrap_or(0)]
}

fn date(out: &mut String, name: &str, instant: Option<Timestamp>) {
    if let Some(text) = instant.and_then(rfc3339) {
        element(out, name, &text);
    }
}

fn link(out: &mut String, rel: &str, href: Option<&str>) {
    if let Some(href) = href {
        out.push_str("<link rel=\"");
        out.push_str(rel);
        out.push_str("\" href=\"");
        append(out, href);
        out.push_str("\"/>");
    }
}

/// Appends escaped text without the characters that XML forbids (XML 1.0, section 2.2).
fn append(out: &mut String, text: &str) {
    let forbidden = |c: char| {
        (c.is_control() && !matches!(c, '\n' | '\t' | '\r' | '\u{85}'))
            || matches!(c, '\u{fffe}' | '\u{ffff}')
    };
    // A quick look at the bytes first: these begin everything that is forbidden, and little else.
    let is_suspect = |b: &u8| *b < b' ' || matches!(b, 0x7F | 0xC2 | 0xEF);
    if text.as_bytes().iter().any(is_suspect) && text.contains(forbidden) {
        append_escaped(out, &text.replace(forbidden, ""));
    } else {
        append_escaped(out, text);
    }
}
