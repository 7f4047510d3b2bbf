//! A compact binary form for what the store keeps in blobs: numbers as LEB128, texts with their length. Pure.

use crate::text::Clean;

/// Blobs that claim to unpack to more are taken for damaged.
const MAX_UNPACKED: usize = 256 << 20;

/// Writes values one after the other.
#[derive(Default)]
pub(super) struct Writer(Vec<u8>);

impl Writer {
    pub(super) fn with_capacity(bytes: usize) -> Self {
        Self(Vec::with_capacity(bytes))
    }

    pub(super) fn number(&mut self, mut n: u64) {
        loop {
            let low = u8::try_from(n & 0x7f).unwrap_or_default();
            n >>= 7;
            if n == 0 {
                self.0.push(low);
                return;
            }
            self.0.push(low | 0x80);
        }
    }

    /// A number that may be negative (zigzag).
    pub(super) fn signed(&mut self, n: i64) {
        self.number(((n << 1) ^ (n >> 63)).cast_unsigned());
    }

    pub(super) fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.0.extend_from_slice(text.as_bytes());
    }

    /// A value that may be missing.
    pub(super) fn option<T>(&mut self, value: Option<T>, write: impl FnOnce(&mut Self, T)) {
        match value {
            None => self.0.push(0),
            Some(value) => {
                self.0.push(1);
                write(self, value);
            }
        }
    }

    pub(super) fn list<T>(&mut self, values: &[T], mut write: impl FnMut(&mut Self, &T)) {
        self.number(values.len() as u64);
        for value in values {
            write(self, value);
        }
    }

    pub(super) fn texts(&mut self, texts: &[Clean]) {
        self.list(texts, |w, t| w.text(t));
    }

    pub(super) fn finish(self) -> Vec<u8> {
        self.0
    }

    /// The bytes, compressed (LZ4 block with its size in front).
    pub(super) fn compressed(self) -> Vec<u8> {
        lz4_flex::block::compress_prepend_size(&self.0)
    }
}

/// Reads what a [`Writer`] wrote; `None` when the bytes are damaged.
pub(super) struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    pub(super) fn number(&mut self) -> Option<u64> {
        let mut n = 0u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            n |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(n);
            }
        }
        None
    }

    pub(super) fn signed(&mut self) -> Option<i64> {
        let n = self.number()?;
        Some((n >> 1).cast_signed() ^ -(n & 1).cast_signed())
    }

    fn bytes(&mut self) -> Option<&'a [u8]> {
        let length = usize::try_from(self.number()?).ok()?;
        let (bytes, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(bytes)
    }

    pub(super) fn text(&mut self) -> Option<&'a str> {
        std::str::from_utf8(self.bytes()?).ok()
    }

    /// Passes over a text.
    pub(super) fn skip(&mut self) -> Option<()> {
        self.bytes().map(|_| ())
    }

    pub(super) fn string(&mut self) -> Option<String> {
        self.text().map(str::to_owned)
    }

    pub(super) fn clean(&mut self) -> Option<Clean> {
        self.text().map(Clean::text)
    }

    /// A value that may be missing: the outer option says whether the bytes are sound.
    #[expect(clippy::option_option, reason = "damage and absence are two things")]
    pub(super) fn option<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Option<Option<T>> {
        match self.byte()? {
            0 => Some(None),
            1 => read(self).map(Some),
            _ => None,
        }
    }

    pub(super) fn list<T>(
        &mut self,
        mut read: impl FnMut(&mut Self) -> Option<T>,
    ) -> Option<Vec<T>> {
        let n = usize::try_from(self.number()?).ok()?;
        if n > self.0.len() {
            return None; // every value takes a byte at least
        }
        (0..n).map(|_| read(self)).collect()
    }

    pub(super) fn cleans(&mut self) -> Option<Vec<Clean>> {
        self.list(Self::clean)
    }
}

/// Unpacks what [`Writer::compressed`] packed.
pub(super) fn decompressed(bytes: &[u8]) -> Option<Vec<u8>> {
    let size = u32::from_le_bytes(*bytes.first_chunk()?);
    if usize::try_from(size).ok()? > MAX_UNPACKED {
        return None;
    }
    lz4_flex::block::decompress_size_prepended(bytes).ok()
}

/// Packs one long text.
pub(super) fn pack_text(text: &str) -> Vec<u8> {
    lz4_flex::block::compress_prepend_size(text.as_bytes())
}

/// Unpacks what [`pack_text`] packed.
pub(super) fn unpack_text(bytes: &[u8]) -> Option<String> {
    String::from_utf8(decompressed(bytes)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn what_is_written_is_read(n: u64, s: i64, text: String, some: Option<i64>) {
            let mut w = Writer::default();
            w.number(n);
            w.signed(s);
            w.text(&text);
            w.option(some, Writer::signed);
            let bytes = decompressed(&w.compressed()).expect("own bytes");
            let mut r = Reader::new(&bytes);
            assert_eq!(r.number(), Some(n));
            assert_eq!(r.signed(), Some(s));
            assert_eq!(r.text(), Some(text.as_str()));
            assert_eq!(r.option(Reader::signed), Some(some));
            assert_eq!(r.number(), None);
        }

        #[test]
        fn damage_is_no_panic(bytes: Vec<u8>) {
            let _ = decompressed(&bytes);
            let mut r = Reader::new(&bytes);
            let _ = r.cleans();
            let _ = r.option(Reader::text);
            let _ = r.signed();
        }
    }
}
