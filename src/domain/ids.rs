//! Identities and instants.

use std::fmt;

use crate::text::Clean;

/// A subscription's number in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FeedId(pub i64);

/// An entry's number in the store; stable for as long as the archive lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntryId(pub i64);

impl fmt::Display for FeedId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// An instant in whole seconds since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// The instant `seconds` later (earlier when negative), saturating.
    pub fn plus(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds))
    }

    /// Seconds from `earlier` to `self`; negative when `earlier` lies in the future.
    pub fn since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }
}

/// The address of a feed: an absolute `http`, `https` or `file` URL, normalised as the URL standard does; or, from the
/// reader's configuration only, a text that is none and is told as that feed's fault.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FeedUrl(String);

/// Why a text is no feed address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FeedUrlError {
    /// Not an absolute URL at all.
    #[error("not an absolute address: {0}")]
    NotAbsolute(String),
    /// A scheme that umland does not fetch.
    #[error("scheme \"{0}\" is not fetched; use http, https or file")]
    Scheme(String),
}

impl FeedUrl {
    /// Reads an address; surrounding blanks are dropped, `feed:` and `feed://` prefixes are understood, and a bare host
    /// name with a dot gets `https://`.
    pub fn parse(raw: &str) -> Result<Self, FeedUrlError> {
        let raw = raw.trim();
        let rest = raw.strip_prefix("feed://").map(|r| format!("http://{r}"));
        let rest = rest.or_else(|| raw.strip_prefix("feed:").map(str::to_owned));
        let text = rest.unwrap_or_else(|| raw.to_owned());
        let url = match url::Url::parse(&text) {
            Ok(url) => url,
            Err(url::ParseError::RelativeUrlWithoutBase)
                if text.contains('.') && !text.starts_with(['/', '.']) && !text.contains(' ') =>
            {
                url::Url::parse(&format!("https://{text}"))
                    .map_err(|_| FeedUrlError::NotAbsolute(raw.to_owned()))?
            }
            Err(_) => return Err(FeedUrlError::NotAbsolute(raw.to_owned())),
        };
        match url.scheme() {
            "http" | "https" | "file" => Ok(Self(url.into())),
            other => Err(FeedUrlError::Scheme(other.to_owned())),
        }
    }

    /// An address that [`FeedUrl::parse`] refuses, kept as the reader wrote it: no client fetches it, so its fault is told
    /// with the feed, as any other fault of a feed.
    pub fn unusable(raw: &str) -> Self {
        Self(Clean::line(raw).to_string())
    }

    /// The normalised address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host name, empty for `file:` addresses.
    pub fn host(&self) -> String {
        url::Url::parse(&self.0)
            .ok()
            .and_then(|u| u.host_str().map(str::to_owned))
            .unwrap_or_default()
    }
}

impl fmt::Display for FeedUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_normalised() {
        let cases = [
            ("HTTPS://Example.ORG:443/a b", "https://example.org/a%20b"),
            ("feed://example.org/rss", "http://example.org/rss"),
            ("feed:https://example.org/rss", "https://example.org/rss"),
            ("  example.org/feed ", "https://example.org/feed"),
        ];
        for (raw, want) in cases {
            assert_eq!(FeedUrl::parse(raw).expect(raw).as_str(), want);
        }
    }

    #[test]
    fn an_unusable_address_is_kept_and_harmless() {
        let url = FeedUrl::unusable(" http://a.example:99999/\u{1b}[2J ");
        assert_eq!(url.as_str(), "http://a.example:99999/[2J");
        assert_eq!(url.host(), "");
    }

    #[test]
    fn other_schemes_are_refused() {
        for raw in ["javascript:alert(1)", "ftp://example.org/", "data:text/plain,x"] {
            assert!(matches!(FeedUrl::parse(raw), Err(FeedUrlError::Scheme(_))), "{raw}");
        }
        assert!(matches!(FeedUrl::parse("Krefeld"), Err(FeedUrlError::NotAbsolute(_))));
    }
}
