//! Which entry is which: the content hash that decides what changed, and the key by which the same article is known in
//! several feeds of one publisher. Pure.
//!
//! **Invariant:** dates and counters never enter a hash; two addresses share a key only on one host.

use std::hash::Hasher;

use siphasher::sip::SipHasher13;

use crate::domain::ParsedEntry;

/// Query parameters that say how a page is shown or where its reader came from, never which page it is.
const VIEW_PARAMETERS: &[&str] = &[
    "_ga",
    "amp",
    "at_campaign",
    "at_medium",
    "cmp",
    "cmpid",
    "dclid",
    "fbclid",
    "ftag",
    "gclid",
    "gclsrc",
    "igshid",
    "mc_cid",
    "mc_eid",
    "mobile",
    "msclkid",
    "mtm_campaign",
    "ncid",
    "ns_campaign",
    "ns_mchannel",
    "ns_source",
    "output",
    "outputtype",
    "partner",
    "ref",
    "ref_src",
    "rss",
    "share",
    "smid",
    "sr_share",
    "twclid",
    "view",
    "wt_mc",
    "wtmc",
    "xtor",
];

/// Names below a country's domain under which names are registered.
const SECOND_LEVEL: &[&str] = &["ac", "co", "com", "edu", "gov", "gv", "net", "or", "org"];

/// Domains of which each name belongs to somebody else.
const SHARED_DOMAINS: &[&str] = &[
    "blogspot.com",
    "feedburner.com",
    "github.io",
    "gitlab.io",
    "jimdo.com",
    "jimdofree.com",
    "netlify.app",
    "pages.dev",
    "substack.com",
    "tumblr.com",
    "vercel.app",
    "wixsite.com",
    "wordpress.com",
];

/// A hash that is stable across versions of umland: SipHash-1-3 with a fixed key.
pub(super) fn stable_hash(parts: &[&str]) -> i64 {
    let mut hasher = SipHasher13::new_with_keys(0x756d_6c61, 0x6e64_0001);
    for part in parts {
        hasher.write(part.as_bytes());
        hasher.write_u8(0xff); // no UTF-8 text holds this byte: ("a", "b") and ("ab", "") differ
    }
    hasher.finish().cast_signed()
}

/// The hash of what a reader would call the content: title, text, address, authors, enclosures.
pub(super) fn content_hash(entry: &ParsedEntry) -> i64 {
    let mut parts: Vec<&str> = Vec::with_capacity(8);
    parts.push(&entry.title);
    parts.push(&entry.summary);
    parts.push(if entry.text.is_empty() { &entry.content_html } else { &entry.text });
    parts.push(entry.url.as_deref().unwrap_or_default());
    parts.extend(entry.authors.iter().map(|a| &**a));
    parts.extend(entry.enclosures.iter().map(|e| e.url.as_str()));
    stable_hash(&parts)
}

/// The address of an article without scheme, host prefixes, tracking and view parameters; `None` when it names no single
/// article (a home page, a section). Rules and their evidence: RP's `_aid-<n>` and short links, `www.`, `m.`, `amp.`,
/// a host's trailing dot, `WordPress` `?p=<n>`.
pub fn canonical_address(address: &str) -> Option<String> {
    let (scheme, rest) = address.trim().split_once("://")?;
    if !scheme.eq_ignore_ascii_case("http") && !scheme.eq_ignore_ascii_case("https") {
        return None;
    }
    let rest = rest.split('#').next().unwrap_or_default();
    let (before, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (authority, path) = before.split_once('/').unwrap_or((before, ""));
    let authority = authority.rsplit('@').next().unwrap_or_default().to_ascii_lowercase();
    let host = plain_host(&authority);
    if host.is_empty() {
        return None;
    }
    let segments: Vec<&str> = path.split('/').filter(|s| !s.is_empty() && *s != "amp").collect();
    if let Some(number) = article_number(&host, &segments) {
        return Some(format!("{host} aid {number}"));
    }
    let mut parameters: Vec<&str> =
        query.split('&').filter(|p| !p.is_empty() && !is_view_parameter(p)).collect();
    parameters.sort_unstable();
    if let ([], [only]) = (segments.as_slice(), parameters.as_slice())
        && let Some(number) = only.strip_prefix("p=")
        && is_number(number)
    {
        return Some(format!("{host} p {number}"));
    }
    let last = segments.last().copied().unwrap_or_default();
    let names_an_article = last.bytes().any(|b| b.is_ascii_digit())
        || last.matches(['-', '_']).count() >= 2
        || parameters.iter().any(|p| p.bytes().any(|b| b.is_ascii_digit()));
    if !names_an_article {
        return None;
    }
    let mut canonical = format!("{host}/{}", segments.join("/"));
    for parameter in parameters {
        canonical.push(if canonical.contains('?') { '&' } else { '?' });
        canonical.push_str(parameter);
    }
    Some(canonical)
}

/// The site that an address belongs to: its registrable domain, as far as that can be told from the name, or its whole
/// host where many sites share a domain. A feed speaks for its own site only: what it says of other sites' articles is no
/// source of theirs.
pub(super) fn publisher(address: &str) -> Option<String> {
    let (_, rest) = address.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?.rsplit('@').next()?.to_ascii_lowercase();
    let host = plain_host(&authority);
    if host.is_empty() {
        return None;
    }
    let labels: Vec<&str> = host.split('.').collect();
    let is_name = labels.last().is_some_and(|l| l.bytes().all(|b| b.is_ascii_alphabetic()));
    let [.., second, top] = labels.as_slice() else { return Some(host) };
    if !is_name {
        return Some(host); // a number, or a name with a port
    }
    let general = top.len() == 2 && SECOND_LEVEL.contains(second);
    let site = labels.len().saturating_sub(if general { 3 } else { 2 });
    let site = labels.get(site..)?.join(".");
    Some(if SHARED_DOMAINS.contains(&site.as_str()) { host } else { site })
}

/// The key of a canonical address. Keys of one host lie together, so that a feed's entries touch few pages of the index;
/// 16 bits of host, 48 of the rest. Equal keys must still be compared by their addresses.
pub(super) fn url_key(canonical: &str) -> i64 {
    let host = canonical.split(['/', ' ']).next().unwrap_or_default();
    let high = stable_hash(&[host]).cast_unsigned() & 0xffff_0000_0000_0000;
    let low = stable_hash(&[canonical]).cast_unsigned() & 0x0000_ffff_ffff_ffff;
    (high | low).cast_signed()
}

/// The host as one publisher writes it in several ways.
fn plain_host(authority: &str) -> String {
    let authority = authority
        .strip_suffix(":80")
        .or_else(|| authority.strip_suffix(":443"))
        .unwrap_or(authority)
        .trim_end_matches('.');
    let mut host = authority;
    for prefix in ["www.", "m.", "mobil.", "mobile.", "amp."] {
        if let Some(rest) = host.strip_prefix(prefix)
            && rest.contains('.')
        {
            host = rest;
        }
    }
    host.to_owned()
}

/// Rheinische Post's house: `…_aid-66126139`, or the short link `rp-online.de/66126139`.
fn article_number<'a>(host: &str, segments: &[&'a str]) -> Option<&'a str> {
    let last = segments.last()?;
    let last = last.strip_suffix(".amp").unwrap_or(last);
    if let Some((_, number)) = last.rsplit_once("aid-") {
        let number = number.strip_prefix("1.").unwrap_or(number);
        return is_number(number).then_some(number);
    }
    (host == "rp-online.de" && segments.len() == 1 && last.len() >= 6 && is_number(last))
        .then_some(last)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

fn is_view_parameter(parameter: &str) -> bool {
    let name = parameter.split('=').next().unwrap_or_default().to_ascii_lowercase();
    name.starts_with("utm_") || VIEW_PARAMETERS.binary_search(&name.as_str()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Timestamp;
    use crate::text::Clean;

    #[test]
    fn the_list_of_parameters_is_sorted() {
        assert!(VIEW_PARAMETERS.is_sorted());
    }

    #[test]
    fn one_article_has_one_address() {
        let groups: &[&[&str]] = &[
            &[
                "https://rp-online.de/nrw/staedte/moers/laeden-sollen_aid-66126139",
                "http://www.rp-online.de/66126139",
                "https://m.rp-online.de/nrw/staedte/xanten/anders_aid-66126139?mobile=1",
                "https://rp-online.de/66126139?utm_source=feedburner#kommentare",
            ],
            &[
                "https://www.wz.de/krefeld/brand-in-linn-4711",
                "http://wz.de./krefeld/brand-in-linn-4711?output=webview",
                "https://wz.de:443/krefeld/brand-in-linn-4711/?wtmc=rss&utm_medium=x",
                "https://amp.wz.de/krefeld/brand-in-linn-4711/amp",
            ],
            &["https://dorf.example/?p=812", "http://www.dorf.example/?p=812&utm_source=rss"],
            &["https://a.example/x?b=2&a=1", "https://a.example/x?a=1&b=2"],
        ];
        for group in groups {
            let want = canonical_address(group[0]);
            assert!(want.is_some(), "{}", group[0]);
            for address in *group {
                assert_eq!(canonical_address(address), want, "{address}");
            }
        }
    }

    #[test]
    fn different_articles_have_different_addresses() {
        let all = [
            "https://rp-online.de/66126139",
            "https://rp-online.de/66126140",
            "https://wz.de/66126139",
            "https://dorf.example/?p=812",
            "https://dorf.example/?p=813",
            "https://dorf.example/a?id=1",
            "https://dorf.example/a?id=2",
            "https://dorf.example:8080/a?id=2",
        ]
        .map(|a| canonical_address(a).expect(a));
        for (i, a) in all.iter().enumerate() {
            assert!(!all[..i].contains(a), "{a}");
            assert!(!all[..i].iter().any(|b| url_key(a) == url_key(b)), "{a}");
        }
    }

    #[test]
    fn sites_are_told_apart() {
        let cases = [
            ("https://feed.ksta.example/rss", "ksta.example"),
            ("https://www.ksta.example/a-1", "ksta.example"),
            ("https://news.bbc.co.uk/1", "bbc.co.uk"),
            ("https://wien.orf.at", "orf.at"),
            ("https://verein.jimdofree.com/rss", "verein.jimdofree.com"),
            ("http://user@127.0.0.1:8080/f", "127.0.0.1:8080"),
            ("http://localhost/f", "localhost"),
            ("http://[::1]:80/f", "[::1]"),
        ];
        for (address, want) in cases {
            assert_eq!(publisher(address).as_deref(), Some(want), "{address}");
        }
        assert_eq!(publisher("file:///home/feed.xml"), None);
    }

    #[test]
    fn pages_that_are_no_article_have_none() {
        for address in [
            "https://krefeld.example/",
            "https://krefeld.example",
            "https://krefeld.example/aktuelles",
            "https://krefeld.example/aktuelles/?utm_source=rss",
            "mailto:redaktion@krefeld.example",
            "no address",
            "https://",
        ] {
            assert_eq!(canonical_address(address), None, "{address}");
        }
    }

    #[test]
    fn dates_do_not_enter_the_hash() {
        let entry = ParsedEntry {
            title: Clean::line("Brand"),
            text: "Ein Brand.".to_owned(),
            ..ParsedEntry::default()
        };
        let later = ParsedEntry {
            published: Some(Timestamp(1)),
            updated: Some(Timestamp(2)),
            ..entry.clone()
        };
        let corrected = ParsedEntry { text: "Kein Brand.".to_owned(), ..entry.clone() };
        assert_eq!(content_hash(&entry), content_hash(&later));
        assert_ne!(content_hash(&entry), content_hash(&corrected));
    }

    proptest::proptest! {
        #[test]
        fn no_address_panics(raw in ".*", path in "[a-z0-9/?=&#._-]{0,40}") {
            let _ = (canonical_address(&raw), publisher(&raw));
            let _ = canonical_address(&format!("https://{path}"));
        }
    }
}
