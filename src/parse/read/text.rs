//! Text constructs: what is in them, and whether it is text, HTML or anybody's guess.

use std::borrow::Cow;

use super::Doc;
use crate::parse::draft::{Markup, Style};
use crate::parse::tree::NodeId;

/// An Atom text construct (RFC 4287 section 3.1; Atom 0.3 draft section 3.1 for `mode`).
pub(crate) fn atom<'a>(doc: &Doc<'a>, id: NodeId) -> Option<Markup<'a>> {
    let kind =
        doc.tree.attr(id, "type").unwrap_or(Cow::Borrowed("text")).trim().to_ascii_lowercase();
    let mode = doc.tree.attr(id, "mode").map(|m| m.trim().to_ascii_lowercase());
    let mode = mode.as_deref();
    if mode == Some("base64") || is_binary(&kind) && !doc.tree.has_markup(id) {
        let text = doc.tree.text(id);
        let style = if kind.contains("htm") { Style::Html } else { Style::Text };
        // Many declare a type without meaning it: what does not decode to text is text.
        let decoded = base64(&text).and_then(|bytes| String::from_utf8(bytes).ok());
        return non_empty(decoded.map_or(Markup::new(text, style), |t| Markup::new(t, style)));
    }
    let is_html = kind.contains("htm");
    let has_markup = doc.tree.has_markup(id);
    let escaped = match mode {
        Some("xml") => false,
        Some("escaped") => true,
        _ => !kind.contains("xhtml"),
    };
    let markup = if is_html && escaped {
        Markup::new(doc.tree.html(id, true), Style::Html)
    } else if is_html || has_markup {
        Markup::new(doc.tree.html(id, false), Style::Html)
    } else {
        Markup::new(doc.tree.text(id), Style::Text)
    };
    non_empty(markup)
}

/// A text of RSS or one of its modules, where nobody knows whether it is text or HTML.
pub(crate) fn guess<'a>(doc: &Doc<'a>, id: NodeId) -> Option<Markup<'a>> {
    non_empty(Markup::new(doc.tree.html(id, true), Style::Guess))
}

/// XHTML that stands in the document unescaped.
pub(crate) fn xhtml<'a>(doc: &Doc<'a>, id: NodeId) -> Option<Markup<'a>> {
    non_empty(Markup::new(doc.tree.html(id, false), Style::Html))
}

fn non_empty(mut markup: Markup<'_>) -> Option<Markup<'_>> {
    let trimmed = markup.text.trim();
    if trimmed.is_empty() {
        return None;
    }
    if trimmed.len() < markup.text.len() {
        markup.text = match markup.text {
            Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
            Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
        };
    }
    Some(markup)
}

/// Whether a media type is one whose content Atom has in base64.
fn is_binary(kind: &str) -> bool {
    kind.contains('/')
        && !kind.starts_with("text/")
        && !kind.ends_with("xml")
        && !kind.contains("htm")
}

/// Decodes base64 (RFC 4648), white space ignored.
fn base64(text: &str) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut n_bits) = (0u32, 0u32);
    for b in text.bytes().filter(|b| !b.is_ascii_whitespace() && *b != b'=') {
        let value = match b {
            b'A'..=b'Z' => b - b'A',
            b'a'..=b'z' => b - b'a' + 26,
            b'0'..=b'9' => b - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => return None,
        };
        bits = bits << 6 | u32::from(value);
        n_bits += 6;
        if n_bits >= 8 {
            n_bits -= 8;
            out.push(u8::try_from(bits >> n_bits & 0xFF).unwrap_or_default());
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_decoded() {
        assert_eq!(base64("S3Jl\nZmVs ZA==").unwrap(), b"Krefeld");
        assert_eq!(base64("<b>"), None);
    }
}
