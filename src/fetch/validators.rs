//! Header bytes as text and back, so that validators are echoed byte for byte (RFC 9110, section 8.8).
//!
//! **Invariant:** `header_bytes(&header_text(b)) == b` for all bytes (test-checked): a byte that is not part of valid
//! UTF-8 becomes a private character, and so does each byte of such a private character.

/// The first of 256 private characters that stand for a single byte each.
const BYTE_BASE: u32 = 0x10_FE00;

/// The text that stands for the bytes.
pub(super) fn header_text(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        for c in chunk.valid().chars() {
            if is_byte(c) {
                let mut buffer = [0; 4];
                text.extend(c.encode_utf8(&mut buffer).bytes().filter_map(private));
            } else {
                text.push(c);
            }
        }
        text.extend(chunk.invalid().iter().copied().filter_map(private));
    }
    text
}

/// The bytes that the text stands for.
pub(super) fn header_bytes(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    for c in text.chars() {
        match u8::try_from(u32::from(c).wrapping_sub(BYTE_BASE)) {
            Ok(byte) => bytes.push(byte),
            Err(_) => bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
    bytes
}

fn is_byte(c: char) -> bool {
    (BYTE_BASE..BYTE_BASE + 256).contains(&u32::from(c))
}

fn private(byte: u8) -> Option<char> {
    char::from_u32(BYTE_BASE + u32::from(byte))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn plain_validators_stay_readable() {
        assert_eq!(header_text(b"W/\"abc\""), "W/\"abc\"");
        assert_eq!(header_text("\"ü\"".as_bytes()), "\"ü\"");
    }

    #[test]
    fn latin_1_and_forged_private_characters_come_back() {
        for bytes in [&b"\"\xfc\""[..], "\u{10FE41}".as_bytes(), b"\xf4\x8f"] {
            assert_eq!(header_bytes(&header_text(bytes)), bytes);
        }
    }

    proptest! {
        #[test]
        fn every_byte_comes_back(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
            prop_assert_eq!(header_bytes(&header_text(&bytes)), bytes);
        }
    }
}
