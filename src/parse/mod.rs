//! Bytes to a feed: whatever publishers serve becomes a [`ParsedFeed`] and a list of what had to be repaired. Pure.
//!
//! Three rooms. The *front* finds charset and kind, and reads the document forgivingly into a draft (`front`, `tree`,
//! `read`, `json`); the draft goes as canonical Atom through feed-rs (`canon`); the *back* puts together what feed-rs read
//! and what it drops: plain titles, identifiers, bodies with absolute links, paywall marks, places (`back`).
//!
//! **Invariant:** no input panics, none takes more than linear time, and nothing a document declares (entities, external
//! subsets) is ever expanded or loaded.

mod address;
mod back;
mod canon;
mod dates;
mod draft;
mod entities;
mod error;
mod front;
mod json;
mod json_mend;
pub mod json_out;
mod markup;
mod names;
mod notes;
pub mod plain;
mod read;
pub mod sanitise;
mod tree;

use url::Url;

pub use error::{MAX_BYTES, ParseError, What};
pub use notes::Repair;

use crate::domain::{ParsedFeed, Timestamp, Warning};
use crate::text::guard;
use front::Kind;
use notes::Notes;

/// What a document is read against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Context {
    /// The present, to tell absurd dates.
    pub now: Timestamp,
    /// The time zone (IANA name) of dates without one, for feeds that say nothing of their country; UTC when none.
    pub zone: Option<String>,
}

impl Context {
    /// A context without a home zone.
    pub fn new(now: Timestamp) -> Self {
        Self { now, zone: None }
    }
}

/// Parses a feed document of any kind. `content_type` is the HTTP header's value; `base_url` the address that the
/// document finally came from, for relative links.
pub fn feed(
    bytes: &[u8],
    content_type: Option<&str>,
    base_url: Option<&str>,
    context: &Context,
) -> Result<(ParsedFeed, Vec<Warning>), ParseError> {
    if bytes.len() > MAX_BYTES {
        return Err(ParseError::TooLarge);
    }
    let mut notes = Notes::default();
    let base = base_url.and_then(|raw| address::base(raw, None));
    let text = front::decode(bytes, content_type, &mut notes);
    let mut draft = match front::kind(bytes, &text) {
        Ok(Kind::Xml) => read::feed(&text, base.as_ref(), &mut notes),
        Ok(Kind::Json) => json::feed(&text, base.as_ref(), &mut notes),
        Err(error) => Err(error),
    }
    .map_err(|error| with_links(error, &text, base.as_ref()))?;
    let zone = back::zone(&draft, base.as_ref()).or(context.zone.as_deref());
    let dates = back::dates(&draft, zone, context.now, &mut notes);
    draft.authors = back::people(&draft.authors);
    let people = back::people_of_entries(&draft);
    let read = canon::through_feed_rs(&draft, &dates, &people)?;
    let feed = back::feed(read, draft, &mut notes);
    Ok((feed, notes.into_warnings()))
}

/// Parses like [`feed`], and turns a panic into an error that costs one feed, not the program.
pub fn guarded(
    bytes: &[u8],
    content_type: Option<&str>,
    base_url: Option<&str>,
    context: &Context,
) -> Result<(ParsedFeed, Vec<Warning>), ParseError> {
    guard::guarded(|| feed(bytes, content_type, base_url, context))
        .unwrap_or_else(|panic| Err(ParseError::Internal(panic)))
}

/// Adds to "this is a web page" which feeds the page names.
fn with_links(error: ParseError, text: &str, base: Option<&Url>) -> ParseError {
    match error {
        ParseError::NotAFeed { what: What::Html, .. } => ParseError::NotAFeed {
            what: What::Html,
            links: front::html_feed_links(text)
                .iter()
                .filter_map(|link| address::resolve(link, base))
                .collect(),
        },
        other => other,
    }
}
