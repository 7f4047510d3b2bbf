//! HTML that may be handed on: an allow-list of elements and attributes, everything else is dropped or reduced to its
//! text. For output as JSON or HTML; the reader itself goes through `article`.
//!
//! **Invariant:** what comes out holds no script, no style, no event handler and no address but http(s), mailto and
//! relative ones.

use std::borrow::Cow;
use std::collections::HashMap;

use super::entities::{append_escaped, decode};
use super::markup::{Scanner, Tag, Token, attributes};
use super::tree::is_void;

/// Elements that stay.
const ELEMENTS: &[&str] = &[
    "a",
    "abbr",
    "acronym",
    "address",
    "article",
    "aside",
    "b",
    "bdi",
    "bdo",
    "big",
    "blockquote",
    "br",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "details",
    "dfn",
    "dir",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "main",
    "mark",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "section",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
    "wbr",
    "audio",
    "video",
    "source",
    "track",
    "picture",
];

/// Elements whose content goes with them. What frames, objects, SVG and formulas hold is text for those who cannot show
/// them.
const HIDDEN: &[&str] = &["script", "style", "template", "noscript", "textarea", "head"];

/// Attributes that stay, with the elements that they stay on (none: on all).
const ATTRIBUTES: &[(&str, &[&str])] = &[
    ("href", &["a"]),
    ("src", &["img", "audio", "video", "source", "track"]),
    ("alt", &["img"]),
    ("title", &[]),
    ("lang", &[]),
    ("dir", &[]),
    ("width", &["img", "video"]),
    ("height", &["img", "video"]),
    ("cite", &["blockquote", "q", "del", "ins"]),
    ("datetime", &["time", "del", "ins"]),
    ("colspan", &["td", "th"]),
    ("rowspan", &["td", "th"]),
    ("start", &["ol"]),
    ("value", &["li"]),
    ("poster", &["video"]),
    ("type", &["source", "ol"]),
    ("controls", &["audio", "video"]),
];

/// Cleans an HTML fragment. Elements are closed in the order that they were opened in.
pub fn sanitise(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut open: Vec<&'static str> = Vec::new();
    // How many of each are open, so that an end tag without a start costs nothing.
    let mut n_open: HashMap<&'static str, u32> = HashMap::new();
    let mut scanner = Scanner::new(html);
    while let Some(token) = scanner.next() {
        match token {
            Token::Text(text) => push_text(&mut out, &decode(text)),
            Token::CData(text) => push_text(&mut out, text),
            Token::Open(tag) => {
                let name = local(tag.name);
                if let Some(element) = known(ELEMENTS, name) {
                    write_open(&mut out, element, &tag);
                    if is_void(element) || tag.empty {
                        if tag.empty && !is_void(element) {
                            write_close(&mut out, element);
                        }
                    } else if open.len() < MAX_DEPTH {
                        open.push(element);
                        *n_open.entry(element).or_insert(0) += 1;
                    }
                } else if known(HIDDEN, name).is_some() && !tag.empty && !is_void(name) {
                    scanner.skip_raw(tag.name);
                }
            }
            Token::Close(name) => {
                let Some(element) = known(ELEMENTS, local(name)) else { continue };
                if n_open.get(element).is_none_or(|n| *n == 0) {
                    continue;
                }
                while let Some(last) = open.pop() {
                    write_close(&mut out, last);
                    n_open.entry(last).and_modify(|n| *n -= 1);
                    if last == element {
                        break;
                    }
                }
            }
            Token::Doctype(_) | Token::Other => {}
        }
    }
    for element in open.into_iter().rev() {
        write_close(&mut out, element);
    }
    out
}

/// Elements deeper than this are not closed by name any more: nobody nests text so.
const MAX_DEPTH: usize = 256;

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

fn known(list: &[&'static str], name: &str) -> Option<&'static str> {
    list.iter().find(|e| e.eq_ignore_ascii_case(name)).copied()
}

fn write_open(out: &mut String, element: &str, tag: &Tag<'_>) {
    out.push('<');
    out.push_str(element);
    for (name, value) in attributes(tag.attrs) {
        let Some((name, on)) = ATTRIBUTES.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)) else {
            continue;
        };
        if !on.is_empty() && !on.contains(&element) {
            continue;
        }
        let value = decode(value);
        // Trimmed when it is clean: what was dropped may have stood behind a blank.
        let value = clean(&value);
        let value = value.trim();
        if matches!(*name, "href" | "src" | "cite" | "poster") && !is_safe(value) {
            continue;
        }
        out.push(' ');
        out.push_str(name);
        out.push_str("=\"");
        append_escaped(out, value);
        out.push('"');
    }
    out.push('>');
}

fn write_close(out: &mut String, element: &str) {
    out.push_str("</");
    out.push_str(element);
    out.push('>');
}

/// Escaped text without characters that a terminal must not see.
fn push_text(out: &mut String, text: &str) {
    append_escaped(out, &clean(text));
}

/// Text without characters that a terminal must not see.
fn clean(text: &str) -> Cow<'_, str> {
    let bad = |c: char| {
        // Joiners and direction marks belong to the scripts that need them; overrides and isolates do not.
        !matches!(c, '\n' | '\t' | '\u{200c}'..='\u{200f}')
            && crate::text::sanitise::is_forbidden(c)
    };
    if text.contains(bad) { text.replace(bad, "").into() } else { text.into() }
}

/// Whether an address has a scheme that may be followed, or none. White space and controls in it do not hide a scheme.
fn is_safe(address: &str) -> bool {
    let bare: String =
        address.chars().filter(|c| !c.is_whitespace() && !c.is_control()).take(64).collect();
    let Some((scheme, _)) = bare.split_once(':') else { return true };
    if scheme.contains(['/', '?', '#']) {
        return true;
    }
    ["http", "https", "mailto", "tel", "ftp"].iter().any(|s| scheme.eq_ignore_ascii_case(s))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_allowed_comes_out() {
        for (html, want) in [
            ("<p onclick=x() style='a'>A &amp; B</p>", "<p>A &amp; B</p>"),
            ("<script>alert(1)</script>x<style>y</style>", "x"),
            ("<a href=' JaVa\tScript:alert(1)'>x</a>", "<a>x</a>"),
            ("<a href=/x title=\"y&quot;\">x", "<a href=\"/x\" title=\"y&quot;\">x</a>"),
            ("<blink>x</blink> <b><i>y</b></i>", "x <b><i>y</i></b>"),
            ("<img src=x onerror=y>&lt;b&gt;", "<img src=\"x\">&lt;b&gt;"),
            ("a\u{1b}[31m\u{202e}b", "a[31mb"),
            ("</p>x</div>", "x"),
            ("<img src='/x.jpg\t\0 \0'>", "<img src=\"/x.jpg\">"),
        ] {
            assert_eq!(sanitise(html), want, "{html}");
        }
    }

    proptest::proptest! {
        #[test]
        fn a_second_time_changes_nothing(html in "[<>/ \t='\"&;:a-cpx1é\u{1b}\0-]{0,80}") {
            let once = sanitise(&html);
            assert_eq!(sanitise(&once), once);
        }

        #[test]
        fn nor_does_it_in_an_attribute(value in "[ \t&;:/a-c#x1\u{0}\u{1b}\u{200b}]{0,20}") {
            let once = sanitise(&format!("<a href=\"{value}\" title='{value}'>x</a>"));
            assert_eq!(sanitise(&once), once);
        }
    }
}
