//! What the edition's server has at an address, and the answer it gives to a request: validators, redirects, encodings.

use std::time::Duration;

use hyper::HeaderMap;
use hyper::body::Bytes;
use hyper::header::{HOST, IF_MODIFIED_SINCE, IF_NONE_MATCH};

use super::calendar;
use super::item::{BASE, fingerprint};
use super::picture;
use crate::domain::Timestamp;

/// What an address holds.
#[derive(Debug, Clone)]
pub(crate) enum Resource {
    /// A text.
    Document(Document),
    /// A picture, drawn from its number.
    Picture(u32),
    /// The address has moved for good.
    Moved(String),
    /// Gone for good.
    Gone,
}

/// A text with its headers.
#[derive(Debug, Clone)]
pub(crate) struct Document {
    pub(crate) content_type: &'static str,
    pub(crate) text: String,
    /// Sent as windows-1252 instead of UTF-8.
    pub(crate) western: bool,
    pub(crate) modified: Timestamp,
    pub(crate) delay: Duration,
}

/// An answer of the edition's server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// Headers in order, names in lower case.
    pub headers: Vec<(&'static str, String)>,
    /// Body.
    pub body: Bytes,
    /// How long the server waits before it answers.
    pub delay: Duration,
}

impl Answer {
    /// A short answer in plain text.
    pub(crate) fn short(status: u16, text: &str) -> Self {
        Self {
            status,
            headers: vec![("content-type", "text/plain; charset=utf-8".to_owned())],
            body: Bytes::copy_from_slice(text.as_bytes()),
            delay: Duration::ZERO,
        }
    }

    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| *n == name).map(|(_, value)| value.as_str())
    }
}

impl Resource {
    /// Answers a request for it.
    pub(crate) fn answer(&self, headers: &HeaderMap) -> Answer {
        let host = headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or("127.0.0.1");
        let base = format!("http://{host}");
        match self {
            Self::Document(document) => document.answer(&base, headers),
            Self::Picture(number) => Answer {
                status: 200,
                headers: vec![
                    ("content-type", "image/png".to_owned()),
                    ("cache-control", "max-age=86400".to_owned()),
                ],
                body: picture::png(*number).into(),
                delay: Duration::ZERO,
            },
            Self::Moved(path) => {
                let mut answer = Answer::short(301, "moved for good\n");
                answer.headers.push(("location", format!("{base}{path}")));
                answer
            }
            Self::Gone => Answer::short(410, "this feed is gone for good\n"),
        }
    }
}

impl Document {
    fn answer(&self, base: &str, headers: &HeaderMap) -> Answer {
        let etag = format!("\"{:08x}\"", fingerprint(self.text.as_bytes()));
        let modified = calendar::http_date(self.modified);
        let mut answer = Answer {
            status: 200,
            headers: vec![("etag", etag.clone()), ("last-modified", modified.clone())],
            body: Bytes::new(),
            delay: self.delay,
        };
        if is_current(headers, &etag, &modified) {
            answer.status = 304;
            return answer;
        }
        answer.headers.push(("content-type", self.content_type.to_owned()));
        let text = self.text.replace(BASE, base);
        answer.body = if self.western { windows_1252(&text).into() } else { text.into() };
        answer
    }
}

/// Whether the asker has the current version: the entity tag decides, the date only without one (RFC 9110, section 13).
fn is_current(headers: &HeaderMap, etag: &str, modified: &str) -> bool {
    let value = |name| headers.get(name).and_then(|v| v.to_str().ok());
    if let Some(tags) = value(IF_NONE_MATCH) {
        return tags
            .split(',')
            .map(|tag| tag.trim().trim_start_matches("W/"))
            .any(|tag| tag == "*" || tag == etag);
    }
    value(IF_MODIFIED_SINCE) == Some(modified)
}

/// Encodes as windows-1252; what it cannot say becomes a character reference.
fn windows_1252(text: &str) -> Vec<u8> {
    const HIGH: [(char, u8); 11] = [
        ('€', 0x80),
        ('‚', 0x82),
        ('„', 0x84),
        ('…', 0x85),
        ('‘', 0x91),
        ('’', 0x92),
        ('“', 0x93),
        ('”', 0x94),
        ('•', 0x95),
        ('–', 0x96),
        ('—', 0x97),
    ];
    let mut out = Vec::with_capacity(text.len());
    for c in text.chars() {
        match (u8::try_from(u32::from(c)), HIGH.iter().find(|(high, _)| *high == c)) {
            (_, Some((_, byte))) => out.push(*byte),
            (Ok(byte), _) if !(0x80..0xa0).contains(&byte) => out.push(byte),
            _ => out.extend_from_slice(format!("&#{};", u32::from(c)).as_bytes()),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use hyper::header::HeaderValue;

    use super::*;

    fn document() -> Resource {
        Resource::Document(Document {
            content_type: "text/xml",
            text: format!("<a href=\"{BASE}/x\">„Hüls“ – 5 € ✓</a>"),
            western: true,
            modified: Timestamp(1_795_514_700),
            delay: Duration::ZERO,
        })
    }

    fn ask(pairs: &[(hyper::header::HeaderName, &str)]) -> Answer {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.insert(name, HeaderValue::from_str(value).unwrap());
        }
        document().answer(&headers)
    }

    #[test]
    fn the_western_text_is_windows_1252_and_at_home_where_it_was_asked() {
        let answer = ask(&[(HOST, "127.0.0.1:7")]);
        let want = b"<a href=\"http://127.0.0.1:7/x\">\x84H\xfcls\x93 \x96 5 \x80 &#10003;</a>";
        assert_eq!(answer.body.as_ref(), want);
    }

    #[test]
    fn validators_are_honoured() {
        let first = ask(&[]);
        let etag = first.header("etag").unwrap();
        let date = first.header("last-modified").unwrap();
        assert_eq!(ask(&[(IF_NONE_MATCH, etag)]).status, 304);
        assert_eq!(ask(&[(IF_NONE_MATCH, &format!("\"x\", W/{etag}"))]).status, 304);
        assert_eq!(ask(&[(IF_MODIFIED_SINCE, date)]).status, 304);
        assert_eq!(ask(&[(IF_NONE_MATCH, "\"x\""), (IF_MODIFIED_SINCE, date)]).status, 200);
    }
}
