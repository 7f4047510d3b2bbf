//! Content codings (RFC 9110, section 8.4): gzip, deflate, brotli, decoded as the bytes come in, into a bounded buffer.
//!
//! Servers lie: plain bytes called gzip, raw deflate called deflate, gzip not called anything, zeros after the end. What
//! can be told by the first bytes is forgiven; damage and truncation are not.
//!
//! **Invariant:** never more than the limit is decoded, and never more than [`MAX_RATIO`] times what came in once
//! [`RATIO_FREE`] bytes are reached.

use std::io::{self, Write};

use brotli_decompressor::DecompressorWriter;
use flate2::{Decompress, FlushDecompress, Status};

use crate::domain::{Fault, FaultKind};

/// The codings that are asked for.
pub(super) const ACCEPT_ENCODING: &str = "gzip, deflate, br";

/// How many times its size a document may grow. XML seldom shrinks to less than a fiftieth.
const MAX_RATIO: usize = 200;
/// Up to this size the ratio does not matter.
const RATIO_FREE: usize = 4 << 20;
/// Decoded in steps of this many bytes.
const STEP: usize = 32 << 10;

/// The decoded bytes, and what was taken in for them.
struct Sink {
    bytes: Vec<u8>,
    limit: usize,
    taken: usize,
    fault: Option<Fault>,
}

impl Sink {
    fn push(&mut self, bytes: &[u8]) -> Result<(), Fault> {
        let size = self.bytes.len() + bytes.len();
        let fault = if size > self.limit {
            let detail = format!("more than {} bytes", self.limit);
            Fault::new(FaultKind::TooLarge, &detail)
        } else if size > RATIO_FREE && size / MAX_RATIO > self.taken {
            let detail = format!("{} bytes unfold to {size} and more", self.taken);
            Fault::new(FaultKind::Hostile, &detail)
        } else {
            self.bytes.extend_from_slice(bytes);
            return Ok(());
        };
        self.fault = Some(fault.clone());
        Err(fault)
    }
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.push(bytes).map_err(|fault| io::Error::other(fault.detail.to_string()))?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// zlib's stream decoder, for the three wrappings.
struct Inflate {
    state: Decompress,
    members: bool,
    ended: bool,
}

enum Stage {
    /// The first two bytes tell what it is; fewer have come so far.
    Unknown {
        declared: Declared,
        head: Vec<u8>,
    },
    Plain(Sink),
    Inflate(Box<Inflate>, Sink),
    Brotli(Box<DecompressorWriter<Sink>>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Declared {
    Nothing,
    Gzip,
    Deflate,
    Brotli,
}

/// Decodes one body.
pub(super) struct Decoder {
    stage: Stage,
    limit: usize,
}

impl Decoder {
    /// A decoder for a body with this `Content-Encoding`, of at most `limit` decoded bytes.
    pub(super) fn new(content_encoding: &str, limit: usize) -> Result<Self, Fault> {
        let mut declared = Declared::Nothing;
        for coding in content_encoding.split(',').map(|c| c.trim().to_ascii_lowercase()) {
            let next = match coding.as_str() {
                "" | "identity" => continue,
                "gzip" | "x-gzip" => Declared::Gzip,
                "deflate" => Declared::Deflate,
                "br" => Declared::Brotli,
                other => {
                    let detail = format!("unknown coding \"{other}\"");
                    return Err(Fault::new(FaultKind::Body, &detail));
                }
            };
            if declared != Declared::Nothing {
                let detail = format!("coded more than once: \"{content_encoding}\"");
                return Err(Fault::new(FaultKind::Hostile, &detail));
            }
            declared = next;
        }
        Ok(Self { stage: Stage::Unknown { declared, head: Vec::new() }, limit })
    }

    /// Takes the next bytes.
    pub(super) fn write(&mut self, chunk: &[u8]) -> Result<(), Fault> {
        if let Stage::Unknown { declared, head } = &mut self.stage {
            head.extend_from_slice(chunk);
            if head.len() < 2 {
                return Ok(());
            }
            let (declared, head) = (*declared, std::mem::take(head));
            self.stage = stage(declared, &head, self.limit);
            return self.stage.write(&head);
        }
        self.stage.write(chunk)
    }

    /// Returns the whole decoded body.
    pub(super) fn finish(self) -> Result<Vec<u8>, Fault> {
        self.stage.finish()
    }
}

/// The stage that fits the first bytes, whatever was declared.
fn stage(declared: Declared, head: &[u8], limit: usize) -> Stage {
    let sink = Sink { bytes: Vec::new(), limit, taken: 0, fault: None };
    let inflate = |state, members| Box::new(Inflate { state, members, ended: false });
    let (first, second) = (head[0], head[1]);
    if (first, second) == (0x1f, 0x8b) && declared != Declared::Brotli {
        return Stage::Inflate(inflate(Decompress::new_gzip(15), true), sink);
    }
    match declared {
        Declared::Nothing | Declared::Gzip => Stage::Plain(sink),
        Declared::Brotli => Stage::Brotli(Box::new(DecompressorWriter::new(sink, STEP))),
        Declared::Deflate => {
            // RFC 1950, section 2.2: method 8, and the two bytes are a multiple of 31.
            let zlib = first & 0x0f == 8 && (u16::from(first) << 8 | u16::from(second)) % 31 == 0;
            if !zlib && matches!(first, b'<' | b'{' | 0xef) {
                return Stage::Plain(sink);
            }
            Stage::Inflate(inflate(Decompress::new(zlib), false), sink)
        }
    }
}

impl Stage {
    fn write(&mut self, chunk: &[u8]) -> Result<(), Fault> {
        match self {
            Self::Unknown { .. } => Ok(()),
            Self::Plain(sink) => {
                sink.taken += chunk.len();
                sink.push(chunk)
            }
            Self::Inflate(inflate, sink) => {
                sink.taken += chunk.len();
                inflate.write(chunk, sink)
            }
            Self::Brotli(writer) => {
                writer.get_mut().taken += chunk.len();
                let result = writer.write_all(chunk);
                result.map_err(|e| writer.get_ref().fault.clone().unwrap_or_else(|| damaged(&e)))
            }
        }
    }

    fn finish(self) -> Result<Vec<u8>, Fault> {
        match self {
            Self::Unknown { head, .. } => Ok(head),
            Self::Plain(sink) => Ok(sink.bytes),
            Self::Inflate(inflate, sink) if inflate.ended => Ok(sink.bytes),
            Self::Inflate(..) => Err(cut_off()),
            Self::Brotli(mut writer) => {
                writer
                    .close()
                    .map_err(|_| writer.get_ref().fault.clone().unwrap_or_else(cut_off))?;
                let sink = writer.get_mut();
                Ok(std::mem::take(&mut sink.bytes))
            }
        }
    }
}

impl Inflate {
    fn write(&mut self, mut chunk: &[u8], sink: &mut Sink) -> Result<(), Fault> {
        let mut step = vec![0; STEP];
        loop {
            if self.ended {
                // A further gzip member may follow (RFC 1952, section 2.2); anything else after the end is forgiven.
                if !self.members || !chunk.starts_with(&[0x1f, 0x8b]) {
                    return Ok(());
                }
                self.state.reset(true);
                self.ended = false;
            }
            let (read, written) = (self.state.total_in(), self.state.total_out());
            let status = self
                .state
                .decompress(chunk, &mut step, FlushDecompress::None)
                .map_err(|e| damaged(&e))?;
            let read = usize::try_from(self.state.total_in() - read).unwrap_or(chunk.len());
            let written = usize::try_from(self.state.total_out() - written).unwrap_or(0);
            sink.push(&step[..written])?;
            chunk = &chunk[read..];
            match status {
                Status::StreamEnd => self.ended = true,
                Status::Ok | Status::BufError if read == 0 && written == 0 => return Ok(()),
                Status::Ok | Status::BufError => {}
            }
        }
    }
}

fn damaged(error: &dyn std::error::Error) -> Fault {
    Fault::new(FaultKind::Body, &format!("damaged compression: {error}"))
}

fn cut_off() -> Fault {
    Fault::new(FaultKind::Body, "the compressed data break off before their end")
}

#[cfg(test)]
mod tests {
    use flate2::Compression;
    use flate2::write::{DeflateEncoder, GzEncoder, ZlibEncoder};
    use proptest::prelude::*;

    use super::*;

    const LIMIT: usize = 8 << 20;
    const TEXT: &[u8] = b"<rss><channel><title>Krefeld</title></channel></rss>";
    /// `TEXT` as one uncompressed brotli meta-block and the end (RFC 7932, section 9.2).
    fn brotli(text: &[u8]) -> Vec<u8> {
        let length = u32::try_from(text.len()).expect("short") - 1;
        // WBITS 0 (window 16), ISLAST 0, MNIBBLES 0 (4 nibbles), MLEN - 1, ISUNCOMPRESSED 1.
        let head = length << 4 | 1 << 20;
        let mut bytes = head.to_le_bytes()[..3].to_vec();
        bytes.extend_from_slice(text);
        bytes.push(0b11); // ISLAST, ISLASTEMPTY
        bytes
    }

    fn gzip(text: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(text).expect("memory");
        encoder.finish().expect("memory")
    }

    fn zlib(text: &[u8]) -> Vec<u8> {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(text).expect("memory");
        encoder.finish().expect("memory")
    }

    fn raw_deflate(text: &[u8]) -> Vec<u8> {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(text).expect("memory");
        encoder.finish().expect("memory")
    }

    fn decode(coding: &str, bytes: &[u8], step: usize) -> Result<Vec<u8>, Fault> {
        let mut decoder = Decoder::new(coding, LIMIT)?;
        for chunk in bytes.chunks(step) {
            decoder.write(chunk)?;
        }
        decoder.finish()
    }

    #[test]
    fn every_coding_is_decoded_in_any_pieces() {
        let cases: [(&str, Vec<u8>); 10] = [
            ("", TEXT.to_vec()),
            ("identity", TEXT.to_vec()),
            ("gzip", gzip(TEXT)),
            (" X-GZip ", gzip(TEXT)),
            ("deflate", zlib(TEXT)),
            ("deflate", raw_deflate(TEXT)),
            ("br", brotli(TEXT)),
            ("gzip", TEXT.to_vec()),
            ("deflate", TEXT.to_vec()),
            ("", gzip(TEXT)),
        ];
        for (coding, bytes) in &cases {
            for step in [1, 2, 3, 7, 1000] {
                let decoded = decode(coding, bytes, step);
                assert_eq!(decoded.as_deref(), Ok(TEXT), "{coding} in steps of {step}");
            }
        }
    }

    #[test]
    fn members_follow_each_other_and_what_follows_them_is_forgiven() {
        let (first, second) = TEXT.split_at(20);
        let two = [gzip(first), gzip(second)].concat();
        assert_eq!(decode("gzip", &two, 1000).as_deref(), Ok(TEXT));
        let padded = [gzip(TEXT), vec![0; 100]].concat();
        assert_eq!(decode("gzip", &padded, 13).as_deref(), Ok(TEXT));
    }

    #[test]
    fn a_body_shorter_than_two_bytes_is_itself() {
        assert_eq!(decode("gzip", b"", 1).as_deref(), Ok(&b""[..]));
        assert_eq!(decode("", b"<", 1).as_deref(), Ok(&b"<"[..]));
    }

    #[test]
    fn damage_and_truncation_are_faults() {
        let mut damaged = gzip(TEXT);
        let at = damaged.len() - 6;
        damaged[at] ^= 0xff;
        let cut = |bytes: Vec<u8>| bytes[..bytes.len() / 2].to_vec();
        for (coding, bytes) in [
            ("gzip", damaged),
            ("gzip", cut(gzip(TEXT))),
            ("deflate", cut(zlib(TEXT))),
            ("br", cut(brotli(TEXT))),
            ("br", gzip(TEXT)),
        ] {
            let fault = decode(coding, &bytes, 1000).expect_err(coding);
            assert_eq!(fault.kind, FaultKind::Body, "{coding}: {}", fault.detail);
        }
    }

    #[test]
    fn unknown_and_repeated_codings_are_faults() {
        assert_eq!(decode("klingon", TEXT, 9).map_err(|f| f.kind), Err(FaultKind::Body));
        assert_eq!(decode("gzip, gzip", TEXT, 9).map_err(|f| f.kind), Err(FaultKind::Hostile));
    }

    #[test]
    fn bombs_are_stopped_early() {
        let bomb = gzip(&vec![b' '; 64 << 20]);
        let mut decoder = Decoder::new("gzip", usize::MAX).expect("known coding");
        let fault = decoder.write(&bomb).expect_err("a bomb");
        assert_eq!(fault.kind, FaultKind::Hostile);
        let plain = vec![b' '; LIMIT + 1];
        assert_eq!(decode("", &plain, 1 << 16).map_err(|f| f.kind), Err(FaultKind::TooLarge));
    }

    proptest! {
        #[test]
        fn any_bytes_under_any_coding_end_without_a_panic(
            bytes in proptest::collection::vec(any::<u8>(), 0..300),
            coding in "(gzip|deflate|br|identity)",
            step in 1_usize..50,
        ) {
            let _ = decode(&coding, &bytes, step);
        }
    }
}
