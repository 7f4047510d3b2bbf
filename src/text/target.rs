//! The payload of a hyperlink (OSC 8,
//! <https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda>): the only outside text that may stand inside a
//! control sequence.
//!
//! **Invariant:** a [`Target`] is an absolute `http`, `https` or `mailto` address without user name, in printable ASCII
//! without blank, percent-encoded as the URL standard writes it, and no longer than [`MAX_BYTES`].

use std::fmt;
use std::sync::Arc;

use url::Url;

/// The longest address that terminals take (VTE and iTerm2 cut off at 2083).
pub const MAX_BYTES: usize = 2083;

/// An address that may stand in an OSC 8 sequence.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Target(Arc<str>);

impl Target {
    /// The address as the URL standard writes it; `None` when it is none that a link may lead to.
    pub fn new(address: &str) -> Option<Self> {
        let url = Url::parse(address.trim()).ok()?;
        let leads = matches!(url.scheme(), "http" | "https" | "mailto");
        let hides = !url.username().is_empty() || url.password().is_some();
        let written = url.as_str();
        let is_plain = written.bytes().all(|b| b.is_ascii_graphic());
        (leads && !hides && is_plain && written.len() <= MAX_BYTES).then(|| Self(written.into()))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_percent_encoded() {
        for (address, want) in [
            ("https://example.org/a b", Some("https://example.org/a%20b")),
            (
                "https://köln.example/ä?x=\u{1b}]8;;",
                Some("https://xn--kln-sna.example/%C3%A4?x=%1B]8;;"),
            ),
            ("https://example.org/\u{9c}\u{7}x", Some("https://example.org/%C2%9C%07x")),
            ("mailto:a@example.org", Some("mailto:a@example.org")),
            ("javascript:alert(1)", None),
            ("file:///etc/passwd", None),
            ("https://bank.example@evil.example/", None),
            ("/relative", None),
        ] {
            assert_eq!(Target::new(address).as_ref().map(Target::as_str), want, "{address:?}");
        }
        assert_eq!(Target::new(&format!("https://example.org/{}", "a".repeat(MAX_BYTES))), None);
    }

    proptest::proptest! {
        #[test]
        fn nothing_but_printable_ascii_survives(path in ".*", scheme in "(https?://example.org/|mailto:|)") {
            if let Some(target) = Target::new(&format!("{scheme}{path}")) {
                assert!(target.as_str().bytes().all(|b| (0x21..=0x7e).contains(&b)), "{target}");
            }
        }
    }
}
