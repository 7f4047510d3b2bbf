//! A linear look at HTML before any parser sees it: is it small and shallow enough? A tree builder takes quadratic time
//! for deep nesting and for many attributes on one tag, so hostile documents are told apart here.

use std::borrow::Cow;
use std::collections::HashMap;

/// The largest document that is parsed, in bytes.
pub const MAX_BYTES: usize = 8 << 20;
/// The deepest nesting that is parsed.
pub const MAX_DEPTH: usize = 256;
/// The most tags in a document.
const MAX_TAGS: usize = 200_000;
/// The most attributes on one tag.
const MAX_ATTRIBUTES: usize = 500;

/// Why a document is not parsed as a tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TooMuch {
    /// Too many bytes.
    #[error("the document is larger than {MAX_BYTES} bytes")]
    Bytes,
    /// Nested too deeply.
    #[error("the document is nested more than {MAX_DEPTH} deep")]
    Depth,
    /// Too many tags, or too many attributes on one.
    #[error("the document has too many tags or attributes")]
    Tags,
}

/// A part of an HTML document, told apart without building a tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// Text between tags, entities as written.
    Text(&'a str),
    /// An opening tag: its name as written, and the number of its attributes.
    Open(&'a str, usize),
    /// A closing tag.
    Close(&'a str),
}

/// Checks a document against the limits.
pub fn check(html: &str) -> Result<(), TooMuch> {
    if html.len() > MAX_BYTES {
        return Err(TooMuch::Bytes);
    }
    let mut open: HashMap<Cow<str>, usize> = HashMap::new();
    let (mut depth, mut n_tags) = (0usize, 0usize);
    for token in tokens(html) {
        match token {
            Token::Open(name, n_attributes) => {
                n_tags += 1;
                if n_attributes > MAX_ATTRIBUTES || n_tags > MAX_TAGS {
                    return Err(TooMuch::Tags);
                }
                if !closes_itself(name) {
                    *open.entry(lower(name)).or_default() += 1;
                    depth += 1;
                }
            }
            Token::Close(name) => {
                // A closing tag that nothing opened is ignored by parsers too: it must not make the depth look smaller.
                if let Some(n) = open.get_mut(&lower(name)).filter(|n| **n > 0) {
                    *n -= 1;
                    depth -= 1;
                }
            }
            Token::Text(_) => {}
        }
        if depth > MAX_DEPTH {
            return Err(TooMuch::Depth);
        }
    }
    Ok(())
}

fn lower(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|b| b.is_ascii_uppercase()) {
        Cow::Owned(name.to_ascii_lowercase())
    } else {
        Cow::Borrowed(name)
    }
}

/// The document without nesting: its text in `<p>` elements, broken where block elements begin and end.
pub(super) fn flattened(html: &str) -> String {
    let mut flat = String::from("<p>");
    for token in tokens(html) {
        match token {
            Token::Text(text) => flat.push_str(text),
            Token::Open(name, _) | Token::Close(name) if !is_phrasing(name) => {
                if !flat.ends_with("<p>") {
                    flat.push_str("</p><p>");
                }
            }
            Token::Open(..) | Token::Close(_) => {}
        }
    }
    flat + "</p>"
}

/// The tokens of a document; comments, scripts and styles are left out.
pub(super) fn tokens(html: &str) -> impl Iterator<Item = Token<'_>> {
    let mut rest = html;
    std::iter::from_fn(move || {
        loop {
            if rest.is_empty() {
                return None;
            }
            let (token, after) = next_token(rest);
            rest = after;
            if token.is_some() {
                return token;
            }
        }
    })
}

fn next_token(html: &str) -> (Option<Token<'_>>, &str) {
    let Some(rest) = html.strip_prefix('<') else {
        let end = html.find('<').unwrap_or(html.len());
        return (Some(Token::Text(&html[..end])), &html[end..]);
    };
    if let Some(comment) = rest.strip_prefix("!--") {
        let end = comment.find("-->").map_or(comment.len(), |at| at + 3);
        return (None, &comment[end..]);
    }
    if rest.starts_with(['!', '?']) {
        let end = rest.find('>').map_or(rest.len(), |at| at + 1);
        return (None, &rest[end..]);
    }
    let (closing, named) = rest.strip_prefix('/').map_or((false, rest), |named| (true, named));
    if !named.starts_with(|c: char| c.is_ascii_alphabetic()) {
        let end = rest.find('<').unwrap_or(rest.len());
        return (Some(Token::Text(&html[..=end])), &rest[end..]);
    }
    let is_end = |c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>');
    let name = &named[..named.find(is_end).unwrap_or(named.len())];
    let (n_attributes, mut after) = skip_attributes(&named[name.len()..]);
    if closing {
        return (Some(Token::Close(name)), after);
    }
    if is_raw(name) {
        after = skip_raw(after, name);
    }
    (Some(Token::Open(name, n_attributes)), after)
}

/// Goes behind the `>` of a tag; quoted values may hold one.
fn skip_attributes(tag: &str) -> (usize, &str) {
    let mut n_attributes = 0;
    let mut before = b' ';
    let mut at = 0;
    let bytes = tag.as_bytes();
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'>' => return (n_attributes, &tag[at..]),
            b'"' | b'\'' if before == b'=' => {
                // What stands in quotes is passed over as a whole.
                at += tag[at..].find(char::from(byte)).map_or(tag.len() - at, |end| end + 1);
            }
            _ if byte.is_ascii_whitespace() => {
                if before != b'=' {
                    before = b' ';
                }
                continue;
            }
            _ if matches!(before, b' ' | b'/' | b'"' | b'\'') => n_attributes += 1,
            _ => {}
        }
        before = byte;
    }
    (n_attributes, "")
}

fn skip_raw<'a>(html: &'a str, name: &str) -> &'a str {
    let mut rest = html;
    while let Some(at) = rest.find("</") {
        rest = &rest[at..];
        let end = rest.as_bytes().get(2..2 + name.len());
        if end.is_some_and(|end| end.eq_ignore_ascii_case(name.as_bytes())) {
            return rest;
        }
        rest = &rest[2..];
    }
    ""
}

fn is_raw(name: &str) -> bool {
    ["script", "style", "textarea", "title", "xmp", "iframe", "noframes"]
        .iter()
        .any(|raw| name.eq_ignore_ascii_case(raw))
}

/// Elements that have no content or that the next of their kind closes: they do not nest.
fn closes_itself(name: &str) -> bool {
    [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
        "source", "track", "wbr", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody",
        "tfoot", "option", "optgroup", "html", "head", "body", "path", "rect", "circle", "use",
        "line", "polygon", "image",
    ]
    .iter()
    .any(|other| name.eq_ignore_ascii_case(other))
}

fn is_phrasing(name: &str) -> bool {
    [
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "em", "font", "i", "img",
        "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var",
        "wbr",
    ]
    .iter()
    .any(|other| name.eq_ignore_ascii_case(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deep_documents_are_refused() {
        let deep = "<div>".repeat(MAX_DEPTH + 1);
        let with_stray_ends = "<div></span>".repeat(MAX_DEPTH + 1);
        let formats: Vec<String> = (0..=MAX_DEPTH).map(|i| format!("<p><b x={i}>")).collect();
        for html in [deep, with_stray_ends, formats.concat()] {
            assert_eq!(check(&html), Err(TooMuch::Depth));
        }
    }

    #[test]
    fn long_flat_documents_pass() {
        let html = "<p>Absatz <li>Punkt <b>fett</b><br>".repeat(2_000);
        assert_eq!(check(&html), Ok(()));
        let in_quotes = format!("<a title=\"{}\">x</a>", "<div>".repeat(1_000));
        assert_eq!(check(&in_quotes), Ok(()));
        let in_script = format!("<script>{}</script>", "'<div>'".repeat(1_000));
        assert_eq!(check(&in_script), Ok(()));
    }

    #[test]
    fn crowded_tags_are_refused() {
        let attributes: Vec<String> =
            (0..=MAX_ATTRIBUTES).map(|i| format!(" a{i}=\"x y\"")).collect();
        assert_eq!(check(&format!("<div{}>", attributes.concat())), Err(TooMuch::Tags));
        assert_eq!(check(&"x".repeat(MAX_BYTES + 1)), Err(TooMuch::Bytes));
    }

    #[test]
    fn flat_text_keeps_its_paragraphs() {
        let html = "<div><p>Eins <b>zwei</b></p><!-- x --><script>var a</script>drei &amp; 4 < 5";
        assert_eq!(flattened(html), "<p>Eins zwei</p><p>drei &amp; 4 < 5</p>");
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_scanned(html in "[<>/!a-c=\"' -]{0,80}|.*") {
            let _ = check(&html);
            let _ = flattened(&html);
        }
    }
}
