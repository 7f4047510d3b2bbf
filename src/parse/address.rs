//! Addresses: made absolute, and only those that may be opened.

use url::Url;

/// Longest address kept, in bytes.
const MAX_LENGTH: usize = 4096;

/// Resolves an address against a base. None for other schemes than http and https, for faults and for endless ones.
/// A relative address without a base stays as it is.
pub(crate) fn resolve(raw: &str, base: Option<&Url>) -> Option<String> {
    let raw = raw.trim();
    if raw.is_empty() || raw.len() > MAX_LENGTH {
        return None;
    }
    if is_plain(raw) {
        return Some(raw.to_owned());
    }
    let url = match (Url::parse(raw), base) {
        (Ok(url), _) => url,
        (Err(url::ParseError::RelativeUrlWithoutBase), Some(base)) => base.join(raw).ok()?,
        (Err(url::ParseError::RelativeUrlWithoutBase), None) => return relative(raw),
        (Err(_), _) => return None,
    };
    matches!(url.scheme(), "http" | "https").then(|| url.into())
}

/// Reads a base address; `raw` may itself be relative to `outer`.
pub(crate) fn base(raw: &str, outer: Option<&Url>) -> Option<Url> {
    let raw = raw.trim();
    let url = match Url::parse(raw) {
        Ok(url) => url,
        Err(_) => outer?.join(raw).ok()?,
    };
    matches!(url.scheme(), "http" | "https" | "file").then_some(url)
}

/// Whether an address is an ordinary one that needs no work: http, a host in small letters, a path, safe characters.
fn is_plain(raw: &str) -> bool {
    let Some(rest) = raw.strip_prefix("https://").or_else(|| raw.strip_prefix("http://")) else {
        return false;
    };
    let Some((host, path)) = rest.split_once('/') else { return false };
    let host_ok = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'.');
    let path_ok = |b: u8| b.is_ascii_alphanumeric() || b"-_~:/?#@!$&()*+,;=%".contains(&b);
    host.bytes().any(|b| b.is_ascii_lowercase())
        && host.bytes().all(host_ok)
        && !host.contains("xn--")
        && path.bytes().all(|b| path_ok(b) || b == b'.')
        && !path.starts_with('.')
        && !path.contains("/.")
}

/// A relative address with no base: kept when it can be nothing else.
fn relative(raw: &str) -> Option<String> {
    raw.chars().all(|c| !c.is_control() && !c.is_whitespace()).then(|| raw.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_become_absolute() {
        let base = Url::parse("https://z.example/krefeld/rss.xml").unwrap();
        for (raw, want) in [
            ("a-1", Some("https://z.example/krefeld/a-1")),
            ("/a?b=1#c", Some("https://z.example/a?b=1#c")),
            ("//cdn.example/x.jpg", Some("https://cdn.example/x.jpg")),
            (" HTTP://Z.example:80/ä b ", Some("http://z.example/%C3%A4%20b")),
            ("https://bücher.example/", Some("https://xn--bcher-kva.example/")),
            ("javascript:alert(1)", None),
            ("data:text/html,x", None),
            ("https://z.example:99999999/", None),
            ("", None),
        ] {
            assert_eq!(resolve(raw, Some(&base)).as_deref(), want, "{raw}");
        }
    }

    #[test]
    fn plain_addresses_take_the_short_way_to_the_same_result() {
        for raw in [
            "https://z.example/a/b.html?c=d&e=%20#f",
            "http://www.z.example/",
            "https://z.example/a..b",
        ] {
            assert!(is_plain(raw), "{raw}");
            assert_eq!(Url::parse(raw).unwrap().as_str(), raw);
        }
        for raw in
            ["https://Z.example/", "https://z.example", "https://z.example/./a", "https://1.2/a"]
        {
            assert!(!is_plain(raw), "{raw}");
        }
    }
}
