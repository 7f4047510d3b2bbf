//! The charset of a web page: bytes to text, as browsers find it (HTML Standard, section 13.2.3). Pure.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// A page's own declaration stands within so many bytes.
const PRESCAN: usize = 1024;

/// Decodes a page: byte order mark, then the charset of the HTTP header, then the page's own, then UTF-8 if it is valid,
/// then windows-1252. Bytes that mean nothing become U+FFFD.
pub fn decode_html(bytes: &[u8], content_type: &str) -> String {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding.decode(bytes).0.into_owned();
    }
    let head: String = bytes.iter().take(PRESCAN).map(|b| char::from(*b)).collect();
    let declared = label(content_type).or_else(|| label(&head)).filter(|encoding| {
        // Many pages are UTF-8 whatever they declare; text in another charset is hardly ever valid UTF-8.
        encoding.is_ascii_compatible() && std::str::from_utf8(bytes).is_err()
    });
    let guess = if std::str::from_utf8(bytes).is_ok() { UTF_8 } else { WINDOWS_1252 };
    declared.unwrap_or(guess).decode_without_bom_handling(bytes).0.into_owned()
}

/// The charset after the first `charset=` in the text, if it is a known one.
fn label(text: &str) -> Option<&'static Encoding> {
    let lower = text.to_ascii_lowercase();
    lower.match_indices("charset").find_map(|(at, word)| {
        let rest = lower[at + word.len()..].trim_start().strip_prefix('=')?;
        let rest = rest.trim_start().trim_start_matches(['"', '\'']);
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c)));
        Encoding::for_label(&rest.as_bytes()[..end.unwrap_or(rest.len())])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_charset_is_found_where_browsers_find_it() {
        let latin = b"<p>K\xf6ln \x96 5 \x80";
        let meta = b"<meta charset=\"iso-8859-15\"><p>5 \xa4";
        let old = b"<meta http-equiv=content-type content='text/html; CHARSET = iso-8859-2'>\xb1";
        let cases: [(&[u8], &str, &str); 8] = [
            (latin, "text/html", "Köln – 5 €"),
            (latin, "text/html; charset=iso-8859-1", "Köln – 5 €"),
            (meta, "text/html", "5 €"),
            (old, "", "ą"),
            ("<p>Köln".as_bytes(), "text/html; charset=iso-8859-1", "Köln"),
            ("\u{feff}<p>Köln".as_bytes(), "text/html; charset=iso-8859-1", "Köln"),
            (b"\xff\xfe<\0p\0>\0\xf6\0", "", "ö"),
            (b"<p>\xff\xfe ok", "text/html; charset=utf-8", "\u{fffd}\u{fffd} ok"),
        ];
        for (bytes, content_type, want) in cases {
            let text = decode_html(bytes, content_type);
            assert!(text.ends_with(want), "{text:?} does not end with {want:?}");
        }
    }
}
