//! Draws the edition's pictures: small landscapes of the Lower Rhine (sky, sun, poplars, river, meadow), each from a number.

const WIDTH: usize = 160;
const HEIGHT: usize = 90;
const HORIZON: usize = 52;

/// A PNG (ISO/IEC 15948) with one byte a pixel and a palette; the pixels are stored, not compressed.
pub(crate) fn png(seed: u32) -> Vec<u8> {
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut header = Vec::new();
    for side in [WIDTH, HEIGHT] {
        header.extend_from_slice(&u32::try_from(side).unwrap_or_default().to_be_bytes());
    }
    header.extend_from_slice(&[8, 3, 0, 0, 0]); // bit depth, palette colour, and the only methods there are
    chunk(&mut out, *b"IHDR", &header);
    chunk(&mut out, *b"PLTE", &palette(seed));
    chunk(&mut out, *b"IDAT", &stored(&pixels(seed)));
    chunk(&mut out, *b"IEND", &[]);
    out
}

/// Colours: 0–15 the sky from top to horizon, 16 sun, 17 trees, 18 meadow, 19 far bank, 20 and 21 river.
fn palette(seed: u32) -> Vec<u8> {
    const SKIES: [([u8; 3], [u8; 3]); 4] = [
        ([62, 110, 168], [205, 222, 235]),
        ([92, 96, 120], [236, 190, 150]),
        ([120, 132, 144], [206, 210, 214]),
        ([40, 58, 104], [240, 150, 110]),
    ];
    let (top, low) = SKIES[seed as usize % SKIES.len()];
    let mut colours = Vec::new();
    for step in 0..16u16 {
        for (from, to) in top.iter().zip(low) {
            let mixed = (u16::from(*from) * (15 - step) + u16::from(to) * step) / 15;
            colours.push(u8::try_from(mixed).unwrap_or(u8::MAX));
        }
    }
    for colour in [
        [250, 232, 170],
        [44, 62, 48],
        [98, 132, 70],
        [72, 98, 66],
        [104, 134, 150],
        [132, 160, 172],
    ] {
        colours.extend_from_slice(&colour);
    }
    colours
}

/// Rows of palette indices, each after its filter byte.
fn pixels(seed: u32) -> Vec<u8> {
    let seed = seed as usize;
    let (sun_x, sun_y) = (20 + seed % 120, 14 + seed / 7 % 26);
    let bank = 66 + seed / 11 % 10;
    let mut out = Vec::with_capacity((WIDTH + 1) * HEIGHT);
    for y in 0..HEIGHT {
        out.push(0);
        for x in 0..WIDTH {
            let poplar = (x * 7 + seed / 5) % 41;
            let tree_top = HORIZON - 6 - (x / 9 * 31 + seed) % 17;
            out.push(if y < HORIZON {
                let near_sun = x.abs_diff(sun_x).pow(2) + y.abs_diff(sun_y).pow(2) < 60;
                match () {
                    () if poplar < 14 && y > tree_top => 17,
                    () if near_sun => 16,
                    () => u8::try_from(y * 16 / HORIZON).unwrap_or_default(),
                }
            } else if y < HORIZON + 4 {
                19
            } else if y < bank + x / 40 {
                20 + u8::from((x + y * 5 + seed) % 23 < 6)
            } else {
                18
            });
        }
    }
    out
}

fn chunk(out: &mut Vec<u8>, kind: [u8; 4], data: &[u8]) {
    out.extend_from_slice(&u32::try_from(data.len()).unwrap_or_default().to_be_bytes());
    let start = out.len();
    out.extend_from_slice(&kind);
    out.extend_from_slice(data);
    let sum = crc32(&out[start..]);
    out.extend_from_slice(&sum.to_be_bytes());
}

/// A zlib stream (RFC 1950) of stored blocks (RFC 1951, section 3.2.4).
fn stored(data: &[u8]) -> Vec<u8> {
    let mut out = vec![0x78, 0x01];
    let blocks: Vec<&[u8]> = data.chunks(usize::from(u16::MAX)).collect();
    for (n, block) in blocks.iter().enumerate() {
        out.push(u8::from(n + 1 == blocks.len()));
        let length = u16::try_from(block.len()).unwrap_or(u16::MAX);
        out.extend_from_slice(&length.to_le_bytes());
        out.extend_from_slice(&(!length).to_le_bytes());
        out.extend_from_slice(block);
    }
    out.extend_from_slice(&adler32(data).to_be_bytes());
    out
}

fn crc32(data: &[u8]) -> u32 {
    !data.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg())
        })
    })
}

fn adler32(data: &[u8]) -> u32 {
    let (low, high) = data.iter().fold((1u32, 0u32), |(low, high), byte| {
        let low = (low + u32::from(*byte)) % 65_521;
        (low, (high + low) % 65_521)
    });
    high << 16 | low
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksums_match_their_published_check_values() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        assert_eq!(adler32(b"Wikipedia"), 0x11e6_0398);
    }

    #[test]
    fn a_picture_is_a_png_of_a_few_kilobytes() {
        let picture = png(4_711);
        assert!(picture.starts_with(b"\x89PNG") && picture.ends_with(b"IEND\xaeB`\x82"));
        assert!(picture.len() < 16_000 && picture != png(4_712));
    }
}
