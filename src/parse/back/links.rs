//! Addresses inside HTML, made absolute.

use memchr::memchr;
use url::Url;

use crate::parse::entities::{append_escaped, decode};
use crate::parse::markup::{Scanner, Token, attributes};

/// The attributes that hold one address (HTML standard, and what old HTML had).
const ADDRESSES: &[&str] = &[
    "href",
    "src",
    "poster",
    "cite",
    "data",
    "longdesc",
    "background",
    "action",
    "formaction",
    "codebase",
    "classid",
    "usemap",
    "profile",
];

/// The HTML with every relative address made absolute; as it is when there is no base.
pub(crate) fn absolute(html: &str, base: Option<&Url>) -> String {
    let Some(base) = base.filter(|_| may_hold_relative(html)) else { return html.to_owned() };
    let mut out = String::with_capacity(html.len() + 256);
    let mut scanner = Scanner::new(html);
    let mut from = 0;
    while let Some(token) = scanner.next() {
        let raw = &html[from..scanner.pos()];
        from = scanner.pos();
        match token {
            Token::Open(tag) if attributes(tag.attrs).any(|(n, v)| is_relative(n, v)) => {
                out.push('<');
                out.push_str(tag.name);
                for (name, value) in attributes(tag.attrs) {
                    out.push(' ');
                    out.push_str(name);
                    out.push_str("=\"");
                    let plain = decode(value);
                    match is_relative(name, value).then(|| base.join(plain.trim())) {
                        Some(Ok(joined)) => append_escaped(&mut out, joined.as_str()),
                        _ => append_escaped(&mut out, &plain),
                    }
                    out.push('"');
                }
                out.push_str(if tag.empty { "/>" } else { ">" });
            }
            _ => out.push_str(raw),
        }
    }
    out
}

/// A quick look: whether some address attribute does not begin with a scheme.
fn may_hold_relative(html: &str) -> bool {
    let mut rest = html;
    while let Some(at) = memchr(b'=', rest.as_bytes()) {
        let before = &rest.as_bytes()[..at];
        let after = rest[at + 1..].trim_start().trim_start_matches(['"', '\'']);
        let word = before.iter().rev().skip_while(|b| b.is_ascii_whitespace());
        let last = word.take_while(|b| b.is_ascii_alphabetic()).count();
        let word_end = before.iter().rposition(|b| !b.is_ascii_whitespace()).map_or(0, |i| i + 1);
        let name = &rest[word_end.saturating_sub(last)..word_end];
        if is_relative(name, after) {
            return true;
        }
        rest = &rest[at + 1..];
    }
    false
}

fn is_relative(name: &str, value: &str) -> bool {
    if !ADDRESSES.iter().any(|a| name.eq_ignore_ascii_case(a)) {
        return false;
    }
    let value = value.trim_start();
    let scheme = value.split(['/', '?', '#', '"', '\'', ' ', '>']).next().unwrap_or_default();
    !scheme.contains(':') && !scheme.contains('&')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_addresses_become_absolute_and_nothing_else_changes() {
        let base = Url::parse("https://z.example/a/b").unwrap();
        for (html, want) in [
            (
                "<a href='c?d=1&amp;e=2' title=x>y</a>",
                "<a href=\"https://z.example/a/c?d=1&amp;e=2\" title=\"x\">y</a>",
            ),
            ("<img src=/i.jpg>", "<img src=\"https://z.example/i.jpg\">"),
            (
                "<a href=\"https://x.example/\">y</a> a=b",
                "<a href=\"https://x.example/\">y</a> a=b",
            ),
            ("<a HREF = '//x.example/'>", "<a HREF=\"https://x.example/\">"),
            ("<a href=\"mailto:a@b\">", "<a href=\"mailto:a@b\">"),
            ("kein = Link", "kein = Link"),
        ] {
            assert_eq!(absolute(html, Some(&base)), want, "{html}");
        }
        assert_eq!(absolute("<a href=c>", None), "<a href=c>");
    }
}
