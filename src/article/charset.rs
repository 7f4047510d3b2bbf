//! The bytes of a web page → its text.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// Bytes in which a page may declare its encoding (HTML, section 13.2.3.2).
const PRESCAN: usize = 1024;

/// Decodes a page: by its byte order mark, the `charset` of `content_type`, its own declaration, as UTF-8 where it is
/// valid, else as windows-1252 (HTML, section 13.2.3.2, in this order).
pub fn decode(bytes: &[u8], content_type: &str) -> String {
    let declared = || {
        let head = String::from_utf8_lossy(&bytes[..bytes.len().min(PRESCAN)]).into_owned();
        labelled(&head)
            .map(|encoding| if encoding.is_ascii_compatible() { encoding } else { UTF_8 })
    };
    let plain = || if std::str::from_utf8(bytes).is_ok() { UTF_8 } else { WINDOWS_1252 };
    let encoding = labelled(content_type).or_else(declared).unwrap_or_else(plain);
    encoding.decode(bytes).0.into_owned() // a byte order mark wins in here
}

/// The encoding that stands after `charset=`.
fn labelled(text: &str) -> Option<&'static Encoding> {
    let lower = text.to_ascii_lowercase();
    let (_, after) = lower.split_once("charset")?;
    let label = after.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let end = label.find(|c: char| c.is_whitespace() || "\"';,/>".contains(c));
    Encoding::for_label(&label.as_bytes()[..end.unwrap_or(label.len())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_decoded() {
        let latin = b"<p>B\xfcrger";
        let cases: [(&[u8], &str, &str); 6] = [
            (latin, "text/html", "<p>Bürger"),
            (latin, "text/html; charset=\"ISO-8859-1\"", "<p>Bürger"),
            ("<p>Bürger".as_bytes(), "", "<p>Bürger"),
            (b"<meta charset='windows-1251'><p>\xc1", "", "<meta charset='windows-1251'><p>Б"),
            (b"<meta charset=utf-16><p>a", "", "<meta charset=utf-16><p>a"),
            (b"\xef\xbb\xbfa", "text/html; charset=iso-8859-1", "a"),
        ];
        for (bytes, content_type, want) in cases {
            assert_eq!(decode(bytes, content_type), want);
        }
    }
}
