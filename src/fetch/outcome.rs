//! What is asked for, and how it ended: an outcome, never an error.

use tokio::sync::OwnedSemaphorePermit;

use crate::domain::{Fault, FeedUrl, Purpose, Timestamp, Validators};

/// One wish to fetch a feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Its address.
    pub url: FeedUrl,
    /// What the last answer gave, sent only to the address that gave it.
    pub validators: Validators,
    /// The reader's own headers, sent only to the host of `url`.
    pub headers: Vec<(String, String)>,
    /// The reader's configuration names the address itself, so it may lie in a private network.
    pub allow_private: bool,
    /// The reader wants the certificate of this very host not to be checked.
    pub trust_any_certificate: bool,
    /// Why it is asked.
    pub purpose: Purpose,
    /// The present, for answers that give a date but no `Date`.
    pub now: Timestamp,
}

impl Request {
    /// A request for an address from the reader's own configuration.
    pub fn new(url: FeedUrl, now: Timestamp) -> Self {
        Self {
            url,
            validators: Validators::default(),
            headers: Vec::new(),
            allow_private: true,
            trust_any_certificate: false,
            purpose: Purpose::Feed,
            now,
        }
    }
}

/// How a fetch ended.
#[derive(Debug)]
pub enum Outcome {
    /// 200 with a document.
    Fresh(Box<Fresh>),
    /// 304.
    NotModified(Box<NotModified>),
    /// 410: gone for good.
    Gone(Fault),
    /// 429, or 503 with a time to come back.
    Throttled {
        /// Seconds to wait, when the server says so; at most [`crate::fetch::Client::LONGEST_RETRY`].
        seconds: Option<u32>,
        /// What to show.
        fault: Fault,
    },
    /// Nobody was asked: the host has asked for a pause meanwhile.
    Resting,
    /// It did not work.
    Failed(Fault),
}

/// A document.
#[derive(Debug)]
pub struct Fresh {
    /// HTTP status; 0 for a local file.
    pub http: u16,
    /// Its bytes, decoded from the transfer and the content coding, not from the charset.
    pub body: Vec<u8>,
    /// `Content-Type` as sent; may be empty.
    pub content_type: String,
    /// The address that answered, after redirects.
    pub final_url: String,
    /// Where the feed has moved for good: set when every redirect on the way was permanent (301, 308).
    pub permanent_url: Option<String>,
    /// For the next time.
    pub validators: Validators,
    /// How long the server calls the answer fresh, in seconds.
    pub fresh_for: Option<u32>,
    /// Its place among the client's requests: nobody else's while the document is in memory, so that documents do not
    /// pile up when fetching is quicker than reading.
    pub place: Place,
}

/// A place among the requests that a client makes at once; given back when dropped.
#[derive(Debug, Default)]
pub struct Place {
    _permit: Option<OwnedSemaphorePermit>,
}

impl Place {
    pub(super) fn new(permit: Option<OwnedSemaphorePermit>) -> Self {
        Self { _permit: permit }
    }
}

/// The answer that nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotModified {
    /// Where the feed has moved for good.
    pub permanent_url: Option<String>,
    /// For the next time: the new ones, and the old ones where there is no new one (RFC 9111, section 4.3.4).
    pub validators: Validators,
    /// How long the server calls the answer fresh, in seconds.
    pub fresh_for: Option<u32>,
}

/// A web page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Its text, decoded from its charset.
    pub html: String,
    /// The address that answered, after redirects.
    pub final_url: String,
}
