//! Why a document yields no feed at all.

use crate::domain::{Fault, FaultKind};

/// The largest document that is read, in bytes.
pub const MAX_BYTES: usize = 32 << 20;

/// Nothing usable came out of a document.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ParseError {
    /// No bytes, or nothing but white space.
    #[error("the document is empty")]
    Empty,
    /// More than [`MAX_BYTES`].
    #[error("the document is larger than {} MiB", MAX_BYTES >> 20)]
    TooLarge,
    /// Something else than a feed.
    #[error("not a feed but {what}{}", hint(.links))]
    NotAFeed {
        /// What it is instead.
        what: What,
        /// For a web page: the feeds that its head names, absolute where a base is known.
        links: Vec<String>,
    },
    /// Elements or values nested too deeply, or too many of them.
    #[error("the document is nested too deeply or has too many elements; it may be an attack")]
    TooDeep,
    /// A feed, but so damaged that no part of it can be read.
    #[error("the feed is too damaged to be read: {0}")]
    Unusable(String),
    /// A fault of umland or of feed-rs, caught.
    #[error("a fault in the parser was caught: {0}")]
    Internal(String),
}

/// What a document is that is no feed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum What {
    /// HTML.
    #[error("a web page")]
    Html,
    /// A subscription list.
    #[error("an OPML list; import it instead")]
    Opml,
    /// A site map.
    #[error("a site map")]
    Sitemap,
    /// Some other XML.
    #[error("another kind of XML")]
    Xml,
    /// Some other JSON.
    #[error("another kind of JSON")]
    Json,
    /// Compressed data.
    #[error("compressed data")]
    Compressed,
    /// Running text.
    #[error("plain text")]
    Text,
    /// Anything else.
    #[error("binary data")]
    Binary,
}

impl ParseError {
    /// The error as a fault of the feed.
    pub fn fault(&self) -> Fault {
        let kind = match self {
            Self::Empty | Self::NotAFeed { .. } => FaultKind::NotAFeed,
            Self::TooLarge => FaultKind::TooLarge,
            Self::TooDeep => FaultKind::Hostile,
            Self::Unusable(_) => FaultKind::Parse,
            Self::Internal(_) => FaultKind::Internal,
        };
        Fault::new(kind, &self.to_string())
    }

    /// The id of the message for readers, in the language files; its only variable is `$detail`.
    pub fn message_id(&self) -> &'static str {
        match self {
            Self::Empty => "parse-empty",
            Self::TooLarge => "parse-too-large",
            Self::NotAFeed { what, .. } => match what {
                What::Html => "parse-html",
                What::Opml => "parse-opml",
                What::Sitemap => "parse-sitemap",
                What::Xml => "parse-xml",
                What::Json => "parse-json",
                What::Compressed => "parse-compressed",
                What::Text => "parse-text",
                What::Binary => "parse-binary",
            },
            Self::TooDeep => "parse-too-deep",
            Self::Unusable(_) => "parse-unusable",
            Self::Internal(_) => "parse-internal",
        }
    }

    /// The value of `$detail` in the message.
    pub fn detail(&self) -> String {
        match self {
            Self::NotAFeed { links, .. } => links.join(" "),
            Self::Unusable(detail) | Self::Internal(detail) => detail.clone(),
            Self::TooLarge => (MAX_BYTES >> 20).to_string(),
            Self::Empty | Self::TooDeep => String::new(),
        }
    }
}

fn hint(links: &[String]) -> String {
    if links.is_empty() { String::new() } else { format!("; its feeds: {}", links.join(" ")) }
}
