//! Bytes to text. The order is: byte order mark, then valid UTF-8 whatever is declared, then the header's charset, then
//! the document's own declaration, then a guess; a charset that the bytes contradict is passed over.
//!
//! Sources: RFC 7303 for the order (turned around where feeds lie more often than they tell the truth), the Encoding
//! standard for the labels (ISO-8859-1 is read as windows-1252).

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};

use crate::parse::notes::{Notes, Repair};

/// How many bytes are searched for a declaration.
const DECLARATION_WITHIN: usize = 8192;
/// How many bytes a guess is made from.
const GUESS_WITHIN: usize = 512 * 1024;

/// Decodes a document. Never fails: a byte that means nothing costs one character.
pub(crate) fn decode<'a>(
    bytes: &'a [u8],
    content_type: Option<&str>,
    notes: &mut Notes,
) -> Cow<'a, str> {
    if let Some(text) = by_mark(bytes, notes) {
        return text;
    }
    if let Some(text) = wide_without_mark(bytes) {
        return Cow::Owned(text);
    }
    if let Ok(text) = simdutf8::basic::from_utf8(bytes) {
        return Cow::Borrowed(text);
    }
    let header = content_type.and_then(header_charset);
    let declared = declaration(bytes);
    if is_mostly_utf8(bytes, header == Some(UTF_8) || declared == Some(UTF_8)) {
        return Cow::Owned(mend_utf8(bytes, notes));
    }
    for encoding in [header, declared].into_iter().flatten().filter(|e| *e != UTF_8) {
        if let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(bytes)
            && !looks_wrong(&text)
        {
            return Cow::Owned(text.into_owned());
        }
    }
    let guessed = guess(bytes);
    if header.is_some() || declared.is_some() {
        notes.add(Repair::CharsetWrong, header.or(declared).map_or("", |e| e.name()));
    } else {
        notes.add(Repair::CharsetGuessed, guessed.name());
    }
    Cow::Owned(guessed.decode_without_bom_handling(bytes).0.into_owned())
}

/// The charset that the bytes look most like.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(GUESS_WITHIN)], true);
    detector.guess(Some(b"de"), Utf8Detection::Deny)
}

/// UTF-8 and UTF-16 by their marks, UTF-32 likewise.
fn by_mark<'a>(bytes: &'a [u8], notes: &mut Notes) -> Option<Cow<'a, str>> {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return Some(match std::str::from_utf8(rest) {
            Ok(text) => Cow::Borrowed(text),
            Err(_) => Cow::Owned(mend_utf8(rest, notes)),
        });
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE\0\0") {
        return Some(Cow::Owned(utf32(rest, u32::from_le_bytes)));
    }
    if let Some(rest) = bytes.strip_prefix(b"\0\0\xFE\xFF") {
        return Some(Cow::Owned(utf32(rest, u32::from_be_bytes)));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return Some(Cow::Owned(utf16(rest, u16::from_le_bytes)));
    }
    bytes.strip_prefix(b"\xFE\xFF").map(|rest| Cow::Owned(utf16(rest, u16::from_be_bytes)))
}

/// UTF-16 and UTF-32 without a mark, told by the zero bytes around the first `<` or `{`.
fn wide_without_mark(bytes: &[u8]) -> Option<String> {
    let is_start = |b: u8| matches!(b, b'<' | b'{');
    match bytes {
        [0, 0, 0, b, ..] if is_start(*b) => Some(utf32(bytes, u32::from_be_bytes)),
        [b, 0, 0, 0, ..] if is_start(*b) => Some(utf32(bytes, u32::from_le_bytes)),
        [0, b, 0, c, ..] if is_start(*b) && *c != 0 => Some(utf16(bytes, u16::from_be_bytes)),
        [b, 0, c, 0, ..] if is_start(*b) && *c != 0 => Some(utf16(bytes, u16::from_le_bytes)),
        _ => None,
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let (pairs, _) = bytes.as_chunks::<2>();
    char::decode_utf16(pairs.iter().map(|pair| unit(*pair)))
        .map(|c| c.unwrap_or('\u{fffd}'))
        .collect()
}

fn utf32(bytes: &[u8], unit: fn([u8; 4]) -> u32) -> String {
    let (quads, _) = bytes.as_chunks::<4>();
    quads.iter().map(|quad| char::from_u32(unit(*quad)).unwrap_or('\u{fffd}')).collect()
}

/// The charset that a `Content-Type` names.
fn header_charset(content_type: &str) -> Option<&'static Encoding> {
    let at = find_ignore_case(content_type.as_bytes(), b"charset")?;
    let rest = content_type.get(at + 7..)?.trim_start().strip_prefix('=')?;
    let label = rest.split(';').next()?.trim().trim_matches(['"', '\'']);
    for_label(label)
}

/// The charset that the document's XML declaration names.
fn declaration(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(DECLARATION_WITHIN)];
    let start = find_ignore_case(head, b"<?xml")?;
    let head = &head[start..];
    let head = &head[..head.windows(2).position(|w| w == b"?>").unwrap_or(head.len())];
    let at = find_ignore_case(head, b"encoding")?;
    let rest = std::str::from_utf8(&head[at + 8..]).ok()?;
    let rest = rest.trim_start().strip_prefix('=')?.trim_start();
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    for_label(rest[1..].split(quote).next()?.trim())
}

/// The encoding of a label; UTF-16 is none here, because its zero bytes were looked for before.
fn for_label(label: &str) -> Option<&'static Encoding> {
    let label = label.get(..label.len().min(40)).unwrap_or_default();
    let encoding = Encoding::for_label(label.as_bytes()).or_else(|| {
        let bare: String = label
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .collect::<String>()
            .to_ascii_lowercase();
        Encoding::for_label(bare.as_bytes()).or_else(|| {
            LABELS
                .iter()
                .find(|(known, _)| *known == bare)
                .and_then(|(_, name)| Encoding::for_label(name.as_bytes()))
        })
    })?;
    encoding.is_ascii_compatible().then_some(encoding)
}

/// Labels that feeds use beside those of the Encoding standard, in lower case without punctuation.
const LABELS: &[(&str, &str)] = &[
    ("win1252", "windows-1252"),
    ("windows1252", "windows-1252"),
    ("cp1252", "windows-1252"),
    ("ansi", "windows-1252"),
    ("iso88591", "windows-1252"),
    ("iso885915", "iso-8859-15"),
    ("latin9", "iso-8859-15"),
    ("windows1250", "windows-1250"),
    ("windows1251", "windows-1251"),
    ("macintosh", "macintosh"),
    ("gb18030", "gb18030"),
];

fn find_ignore_case(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|w| w.eq_ignore_ascii_case(what))
}

/// Whether most of the bytes above 127 form UTF-8 sequences. When UTF-8 is declared, half of them are enough.
fn is_mostly_utf8(bytes: &[u8], declared: bool) -> bool {
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > 0 && if declared { good >= bad } else { good > 3 * bad }
}

/// UTF-8 in which some bytes are wrong: those that windows-1252 knows are read so.
fn mend_utf8(bytes: &[u8], notes: &mut Notes) -> String {
    let mut out = String::with_capacity(bytes.len());
    let mut n_bad = 0;
    for chunk in bytes.utf8_chunks() {
        out.push_str(chunk.valid());
        match chunk.invalid() {
            [] => {}
            [byte] if *byte >= 0xA0 => {
                n_bad += 1;
                out.push(char::from(*byte));
            }
            _ => {
                n_bad += 1;
                out.push('\u{fffd}');
            }
        }
    }
    notes.add_many(Repair::BadBytes, n_bad, "");
    out
}

/// Whether a decoding has turned letters into control characters.
fn looks_wrong(text: &str) -> bool {
    text.chars().any(|c| matches!(u32::from(c), 0x80..=0x84 | 0x86..=0x9F))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TITLE: &str = "Größe, Übung für Straßen";

    fn read(bytes: &[u8], content_type: Option<&str>) -> String {
        decode(bytes, content_type, &mut Notes::default()).into_owned()
    }

    fn latin1(text: &str) -> Vec<u8> {
        text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect()
    }

    #[test]
    fn valid_utf8_is_utf8_whatever_is_declared() {
        let doc = format!("<?xml version='1.0' encoding='ISO-8859-1'?><a>{TITLE}</a>");
        assert!(read(doc.as_bytes(), Some("text/xml; charset=utf-16")).contains(TITLE));
    }

    #[test]
    fn single_byte_charsets_are_found_with_and_without_a_declaration() {
        for declaration in
            ["", "<?xml version='1.0' encoding='ISO-8859-1'?>", "<?xml encoding=\"UTF-8\"?>"]
        {
            let doc = latin1(&format!("{declaration}<a>{TITLE}</a>"));
            assert!(read(&doc, None).contains(TITLE), "{declaration}");
        }
        assert!(
            read(b"<a>\x84zu\x93 \x80</a>", Some("text/xml; charset=iso-8859-1"))
                .contains("„zu“ €")
        );
        assert!(read(b"<a>\xa4</a>", Some("text/xml;charset=\"ISO-8859-15\"")).contains('€'));
    }

    #[test]
    fn wide_charsets_are_told_by_mark_or_zero_bytes() {
        let doc = format!("<a>{TITLE}</a>");
        let le: Vec<u8> = doc.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = doc.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let be32: Vec<u8> = doc.chars().flat_map(|c| u32::from(c).to_be_bytes()).collect();
        for (mark, bytes) in
            [(&b"\xff\xfe"[..], &le), (b"", &le), (b"\xfe\xff", &be), (b"", &be), (b"", &be32)]
        {
            assert_eq!(read(&[mark, bytes].concat(), None), doc);
        }
    }

    #[test]
    fn one_bad_byte_costs_one_character() {
        let doc = [TITLE.as_bytes(), b" B\xfcX ", TITLE.as_bytes(), b"\x81."].concat();
        let mut notes = Notes::default();
        assert_eq!(decode(&doc, None, &mut notes), format!("{TITLE} BüX {TITLE}\u{fffd}."));
        assert_eq!(notes.into_warnings()[0].count, 2);
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_decode(bytes: Vec<u8>, content_type in "[a-z/;=\" -]{0,30}") {
            read(&bytes, Some(&content_type));
        }
    }
}
