//! What kind of document a text is, told by its first tag or brace.

use crate::parse::entities::decode;
use crate::parse::error::{ParseError, What};
use crate::parse::markup::{Scanner, Token, attributes};

/// The kinds of document that are read further.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Xml,
    Json,
}

/// Feed links are looked for in this much of a page.
const HEAD_WITHIN: usize = 256 * 1024;
const MAX_LINKS: usize = 20;

/// Tells the kind of a document by how it begins; an error for what cannot be a feed.
pub(crate) fn kind(bytes: &[u8], text: &str) -> Result<Kind, ParseError> {
    let not = |what| Err(ParseError::NotAFeed { what, links: Vec::new() });
    let start =
        text.trim_start_matches(|c: char| c.is_whitespace() || c == '\0' || c == '\u{feff}');
    if start.is_empty() {
        return Err(ParseError::Empty);
    }
    if bytes.starts_with(b"\x1f\x8b") || bytes.starts_with(b"PK\x03\x04") {
        return not(What::Compressed);
    }
    if start.starts_with(['{', '[']) {
        return Ok(Kind::Json);
    }
    for token in Scanner::new(start) {
        match token {
            Token::Open(tag) => {
                let is_page =
                    ["html", "head", "body"].iter().any(|n| tag.name.eq_ignore_ascii_case(n));
                return if is_page { not(What::Html) } else { Ok(Kind::Xml) };
            }
            Token::Doctype(name)
                if name.trim_start().get(..4).is_some_and(|n| n.eq_ignore_ascii_case("html")) =>
            {
                return not(What::Html);
            }
            _ => {}
        }
    }
    let is_binary = start.chars().take(2000).any(|c| c == '\0' || c == '\u{fffd}');
    not(if is_binary { What::Binary } else { What::Text })
}

/// What a document is whose root is no feed's.
pub(crate) fn other_root(root: &str) -> What {
    match root.to_ascii_lowercase().as_str() {
        "opml" => What::Opml,
        "urlset" | "sitemapindex" => What::Sitemap,
        "p" | "div" | "h1" | "table" | "a" | "b" | "br" | "center" | "title" => What::Html,
        _ => What::Xml,
    }
}

/// The feeds that a page names in its head (`link rel="alternate"`), as written.
pub(crate) fn html_feed_links(text: &str) -> Vec<String> {
    let end = (0..=HEAD_WITHIN.min(text.len())).rev().find(|i| text.is_char_boundary(*i));
    let mut links = Vec::new();
    for token in Scanner::new(&text[..end.unwrap_or(0)]) {
        match token {
            Token::Open(tag) if tag.name.eq_ignore_ascii_case("body") => break,
            Token::Open(tag)
                if tag.name.eq_ignore_ascii_case("link") && links.len() < MAX_LINKS =>
            {
                links.extend(feed_link(tag.attrs));
            }
            _ => {}
        }
    }
    links
}

fn feed_link(attrs: &str) -> Option<String> {
    let value = |name: &str| {
        attributes(attrs).find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, v)| decode(v))
    };
    let is_alternate =
        value("rel")?.split_whitespace().any(|r| r.eq_ignore_ascii_case("alternate"));
    let mime = value("type")?.to_ascii_lowercase();
    let is_feed = ["rss", "atom", "rdf", "feed+json"].iter().any(|kind| mime.contains(kind));
    (is_alternate && is_feed).then(|| value("href")).flatten().map(|href| href.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn what(text: &str) -> Result<Kind, What> {
        kind(text.as_bytes(), text).map_err(|error| match error {
            ParseError::NotAFeed { what, .. } => what,
            other => panic!("{other}"),
        })
    }

    #[test]
    fn the_beginning_tells_the_kind() {
        for (text, want) in [
            ("\n<?xml version='1.0'?><rss>", Ok(Kind::Xml)),
            ("Fehler: x\n<rss>", Ok(Kind::Xml)),
            (" {\"version\":", Ok(Kind::Json)),
            ("<!DOCTYPE html><html>", Err(What::Html)),
            ("<!-- x --><HTML>", Err(What::Html)),
            ("Seite nicht gefunden", Err(What::Text)),
            ("\u{fffd}PNG\0", Err(What::Binary)),
        ] {
            assert_eq!(what(text), want, "{text}");
        }
        assert_eq!(kind(b" \n", " \n"), Err(ParseError::Empty));
    }

    #[test]
    fn a_page_names_its_feeds() {
        let page = r#"<html><head><link rel="stylesheet" href="a.css"><link href='/rss?a=1&amp;b=2' rel=alternate
            type="application/rss+xml"></head><body><link rel="alternate" type="application/rss+xml" href="no">"#;
        assert_eq!(html_feed_links(page), ["/rss?a=1&b=2"]);
    }
}
