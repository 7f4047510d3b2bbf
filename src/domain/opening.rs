//! Which addresses a program of the reader's own opens.

use url::Url;

/// Addresses and the program for them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OpenRule {
    /// The host, or one whose parts follow it (`example.org` holds for `www.example.org` too); empty for any.
    pub host: String,
    /// How the path ends, in small letters (`.mp4`); empty for any.
    pub endings: Vec<String>,
    /// The program and its arguments.
    pub command: Vec<String>,
}

impl OpenRule {
    /// Whether the rule holds for an address.
    pub fn holds_for(&self, address: &str) -> bool {
        let Ok(url) = Url::parse(address.trim()) else { return false };
        let own = |host: &str| {
            host.strip_suffix(self.host.as_str())
                .is_some_and(|before| before.is_empty() || before.ends_with('.'))
        };
        let path = url.path().to_ascii_lowercase();
        (self.host.is_empty() || url.host_str().is_some_and(own))
            && (self.endings.is_empty() || self.endings.iter().any(|end| path.ends_with(end)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_holds_for_a_host_with_its_parts_and_for_endings() {
        let rule = |host: &str, endings: &[&str]| OpenRule {
            host: host.to_owned(),
            endings: endings.iter().map(ToString::to_string).collect(),
            command: Vec::new(),
        };
        for (rule, address, holds) in [
            (rule("video.example", &[]), "https://video.example/x", true),
            (rule("video.example", &[]), "https://www.VIDEO.example/x", true),
            (rule("video.example", &[]), "https://evilvideo.example/x", false),
            (rule("video.example", &[]), "https://other.example/?video.example", false),
            (rule("", &[".mp3", ".ogg"]), "https://a.example/Folge%201.MP3?x=1", true),
            (rule("", &[".mp3"]), "https://a.example/mp3", false),
            (rule("a.example", &[".pdf"]), "https://a.example/amtsblatt.pdf#page=2", true),
            (rule("a.example", &[".pdf"]), "https://b.example/amtsblatt.pdf", false),
            (rule("", &[]), "no address", false),
        ] {
            assert_eq!(rule.holds_for(address), holds, "{rule:?} {address}");
        }
    }
}
