//! Character references, as XML and HTML write them and as feeds get them wrong.
//!
//! Sources: HTML standard, "Named character references" (the table is html5ever's) and "Numeric character reference end
//! state" (128–159 are windows-1252). Nothing that a document declares itself is ever expanded.

use std::borrow::Cow;

use memchr::memchr;
use web_atoms::{C1_REPLACEMENTS, NAMED_ENTITIES};

/// The longest name in the table, in bytes.
const MAX_NAME: usize = 32;

/// Decodes references once. A `&` that starts none stays as it is.
pub(crate) fn decode(raw: &str) -> Cow<'_, str> {
    if memchr(b'&', raw.as_bytes()).is_some() {
        Cow::Owned(decode_into(raw))
    } else {
        Cow::Borrowed(raw)
    }
}

fn decode_into(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    append_decoded(&mut out, raw);
    out
}

/// Decodes references once and appends the result.
pub(crate) fn append_decoded(out: &mut String, raw: &str) {
    let mut rest = raw;
    while let Some(at) = memchr(b'&', rest.as_bytes()) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let used = reference(rest, out);
        if used == 0 {
            out.push('&');
            rest = &rest[1..];
        } else {
            rest = &rest[used..];
        }
    }
    out.push_str(rest);
}

/// Appends what the reference at the start of `rest` means and returns its length; 0 when there is none.
fn reference(rest: &str, out: &mut String) -> usize {
    let bytes = rest.as_bytes();
    if bytes.get(1) == Some(&b'#') {
        return numeric(rest, out);
    }
    let end =
        1 + bytes[1..].iter().take(MAX_NAME).take_while(|b| b.is_ascii_alphanumeric()).count();
    let has_semicolon = bytes.get(end) == Some(&b';');
    if has_semicolon {
        return if named(&rest[1..=end], out) { end + 1 } else { 0 };
    }
    // Without a semicolon the table knows only old names; they count neither as the start of a longer word nor as a
    // parameter (`&copy=1`).
    let counts = end > 1 && bytes.get(end) != Some(&b'=') && named(&rest[1..end], out);
    if counts { end } else { 0 }
}

/// Appends what a name means; the semicolon is part of it.
fn named(name: &str, out: &mut String) -> bool {
    // The few that XML has itself are nearly all that occur.
    let common = match name {
        "lt;" => '<',
        "gt;" => '>',
        "amp;" => '&',
        "quot;" => '"',
        "apos;" => '\'',
        "nbsp;" => '\u{a0}',
        _ => '\0',
    };
    if common != '\0' {
        out.push(common);
        return true;
    }
    match NAMED_ENTITIES.get(name) {
        // The table has the beginnings of names as well, with zeros.
        None | Some((0, _)) => false,
        Some((first, second)) => {
            out.extend(char::from_u32(*first));
            out.extend(char::from_u32(*second).filter(|c| *c != '\0'));
            true
        }
    }
}

fn numeric(rest: &str, out: &mut String) -> usize {
    let bytes = rest.as_bytes();
    let hex = matches!(bytes.get(2), Some(b'x' | b'X'));
    let start = if hex { 3 } else { 2 };
    let is_digit = |b: &u8| if hex { b.is_ascii_hexdigit() } else { b.is_ascii_digit() };
    let end = start + bytes[start..].iter().take_while(|b| is_digit(b)).count();
    if end == start {
        return 0;
    }
    let code =
        u32::from_str_radix(&rest[start..end], if hex { 16 } else { 10 }).unwrap_or(u32::MAX);
    out.push(character(code));
    end + usize::from(bytes.get(end) == Some(&b';'))
}

/// The character that a number means.
fn character(code: u32) -> char {
    match code {
        128..=159 => C1_REPLACEMENTS[(code - 128) as usize].unwrap_or('\u{fffd}'),
        0 => '\u{fffd}',
        _ => char::from_u32(code).unwrap_or('\u{fffd}'),
    }
}

/// Writes text so that it stands for itself in markup and in attributes.
pub(crate) fn append_escaped(out: &mut String, text: &str) {
    let mut from = 0;
    for (i, b) in text.bytes().enumerate() {
        let escape = match b {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => continue,
        };
        out.push_str(&text[from..i]);
        out.push_str(escape);
        from = i + 1;
    }
    out.push_str(&text[from..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_decoded_once() {
        for (raw, want) in [
            ("Müller &amp; Söhne", "Müller & Söhne"),
            ("AT&amp;amp;T", "AT&amp;T"),
            ("A & B && C &; D &# E &#x F", "A & B && C &; D &# E &#x F"),
            ("&uuml; &Uuml &#252; &#xfc; &#XFC;", "ü Ü ü ü ü"),
            ("&#150;&#x96;&bdquo;x&ldquo;", "––„x“"),
            ("&#0;&#xD800;&#99999999999999999999;", "\u{fffd}\u{fffd}\u{fffd}"),
            ("a=1&copy=2&amp;b", "a=1&copy=2&b"),
            ("&nirgendwo; &hellip;&apos;", "&nirgendwo; …'"),
        ] {
            assert_eq!(decode(raw), want, "{raw}");
        }
    }

    #[test]
    fn escaping_undoes_decoding() {
        let mut out = String::new();
        append_escaped(&mut out, "a<b> & \"c\"");
        assert_eq!(out, "a&lt;b&gt; &amp; &quot;c&quot;");
        assert_eq!(decode(&out), "a<b> & \"c\"");
    }

    proptest::proptest! {
        #[test]
        fn what_is_escaped_comes_back(text in ".*") {
            let mut out = String::new();
            append_escaped(&mut out, &text);
            assert_eq!(decode(&out), text);
        }
    }
}
