//! The layout of `assets/gazetteer.bin`, for the reader beside this file and the packer in `examples/`.
//!
//! A magic word, five section lengths (little-endian `u32`), then the sections: rows of [`ROW`] bytes, the blob of
//! names, the lines of areas (r or c for region or county, country, code, name), the postings, and an `fst` map from folded names to postings. A
//! value of the map is a single place (`row << 2 | alias << 1 | 1`) or the offset of a posting (`offset << 1`): a
//! count (`u16`) and that many `row << 1 | alias` (`u32`).

use crate::gazetteer::{Kind, Point};

/// What the file begins with; the last digit is the version of the layout.
pub const MAGIC: &[u8; 8] = b"umlandG2";
/// Bytes of a row: name offset 3, name length 1, latitude 3, longitude 3, population 3, region 2, county 2,
/// municipality key 3, parent 3, kind 1.
pub const ROW: usize = 24;
/// The number of an area that is not known.
pub const NO_AREA: usize = 0xFFFF;
const NO_PARENT: usize = 0xFF_FFFF;
const SECTIONS: usize = 5;
/// Steps per degree.
const SCALE: f64 = 1e4;

/// A row in numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Packed {
    /// Offset and length of the name in the blob of names.
    pub name: (usize, usize),
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// Inhabitants; 0 when not known.
    pub population: u32,
    /// Number of the region's area.
    pub region: usize,
    /// Number of the county's area, or [`NO_AREA`].
    pub county: usize,
    /// The municipality's official number, 0 when not known.
    pub municipality: u32,
    /// The row of the municipality that it is a part of.
    pub parent: Option<u32>,
    /// What it is.
    pub kind: Kind,
}

impl Packed {
    /// Appends the row's bytes; values that do not fit are cut off at the largest that does.
    pub fn write(&self, out: &mut Vec<u8>) {
        put(out, self.name.0, 3);
        put(out, self.name.1, 1);
        put(out, steps(self.lat + 90.0), 3);
        put(out, steps(self.lon + 180.0), 3);
        put(out, self.population as usize, 3);
        put(out, self.region, 2);
        put(out, self.county, 2);
        put(out, self.municipality as usize, 3);
        put(out, self.parent.map_or(NO_PARENT, |p| p as usize), 3);
        put(out, self.kind as usize, 1);
    }

    /// Reads a row.
    pub fn read(row: &[u8]) -> Self {
        let mut at = 0;
        let mut take = |n: usize| {
            let value = number(row, at, n);
            at += n;
            value
        };
        Self {
            name: (take(3), take(1)),
            lat: degrees(take(3)) - 90.0,
            lon: degrees(take(3)) - 180.0,
            population: small(take(3)),
            region: take(2),
            county: take(2),
            municipality: small(take(3)),
            parent: Some(take(3)).filter(|p| *p != NO_PARENT).map(small),
            kind: Kind::from_number(take(1)),
        }
    }

    /// Where it lies.
    pub fn point(&self) -> Point {
        Point { lat: self.lat, lon: self.lon }
    }
}

/// The inhabitants of a row.
pub fn population(row: &[u8]) -> u32 {
    small(number(row, 10, 3))
}

/// Joins the sections to a file.
pub fn join(sections: &[&[u8]; SECTIONS]) -> Vec<u8> {
    let mut file = MAGIC.to_vec();
    for section in sections {
        put(&mut file, section.len(), 4);
    }
    for section in sections {
        file.extend_from_slice(section);
    }
    file
}

/// The sections of a file; none when it is not one of ours.
pub fn split(file: &[u8]) -> Option<[&[u8]; SECTIONS]> {
    let mut rest = file.strip_prefix(MAGIC)?.get(4 * SECTIONS..)?;
    let mut sections = [rest; SECTIONS];
    for (i, section) in sections.iter_mut().enumerate() {
        (*section, rest) = rest.split_at_checked(number(file, MAGIC.len() + 4 * i, 4))?;
    }
    Some(sections)
}

/// Appends the places of a name to the postings and returns the value for the map.
pub fn post(postings: &mut Vec<u8>, places: &[(u32, bool)]) -> u64 {
    if let [(row, alias)] = places {
        return u64::from(*row) << 2 | u64::from(*alias) << 1 | 1;
    }
    let at = postings.len();
    put(postings, places.len(), 2);
    for (row, alias) in places {
        put(postings, (*row as usize) << 1 | usize::from(*alias), 4);
    }
    (at as u64) << 1
}

/// The places of a value of the map, each with whether the name is only an alternative one.
pub fn posted(postings: &[u8], value: u64) -> Vec<(u32, bool)> {
    if value & 1 == 1 {
        return vec![(small((value >> 2) as usize), value & 2 == 2)];
    }
    let at = (value >> 1) as usize;
    (0..number(postings, at, 2))
        .map(|i| number(postings, at + 2 + 4 * i, 4))
        .map(|n| (small(n >> 1), n & 1 == 1))
        .collect()
}

fn put(out: &mut Vec<u8>, value: usize, bytes: usize) {
    let largest = (1usize << (8 * bytes)) - 1;
    out.extend_from_slice(&value.min(largest).to_le_bytes()[..bytes]);
}

/// A little-endian number; bytes beyond the end count as zero.
fn number(from: &[u8], at: usize, bytes: usize) -> usize {
    let bytes = from.get(at..at + bytes).unwrap_or_default();
    bytes.iter().rev().fold(0, |sum, byte| sum << 8 | usize::from(*byte))
}

fn small(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

fn steps(degrees: f64) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 3,600,000")]
    let steps = (degrees.clamp(0.0, 360.0) * SCALE).round() as usize;
    steps
}

fn degrees(steps: usize) -> f64 {
    f64::from(small(steps)) / SCALE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_comes_back_as_it_was() {
        let row = Packed {
            name: (1_000_000, 7),
            lat: 51.3364,
            lon: -6.5538,
            population: 237_984,
            region: 12,
            county: NO_AREA,
            municipality: 16_077_999,
            parent: None,
            kind: Kind::Village,
        };
        let mut bytes = Vec::new();
        row.write(&mut bytes);
        assert_eq!(bytes.len(), ROW);
        let read = Packed::read(&bytes);
        assert_eq!(population(&bytes), row.population);
        assert!((read.lat - row.lat).abs() < 1e-4 && (read.lon - row.lon).abs() < 1e-4);
        assert_eq!(Packed { lat: row.lat, lon: row.lon, ..read }, row);
    }

    #[test]
    fn postings_come_back_as_they_were() {
        let mut postings = vec![9, 9];
        for places in [vec![(7, true)], vec![(1, false), (113_000, true)], vec![]] {
            let value = post(&mut postings, &places);
            assert_eq!(posted(&postings, value), places);
        }
    }

    #[test]
    fn a_cut_off_file_is_none() {
        let file = join(&[b"a", b"bc", b"", b"d", b"e"]);
        assert_eq!(split(&file), Some([&b"a"[..], b"bc", b"", b"d", b"e"]));
        assert_eq!(split(&file[..file.len() - 1]), None);
        assert_eq!(split(b"umlandG1"), None);
    }
}
