//! Coasts, lakes, borders and rivers, embedded: Natural Earth (public domain), made by `scripts/outlines`.
//!
//! The file is a row of pieces. Each: kind and number of points (a byte each), length of the body (u16), west and south
//! (i32), width and height of its box (u16), little-endian, in 400ths of a degree; then the body, the points as steps
//! from the one before (the first from the box's corner), zigzag numbers of seven bits a byte.

use crate::domain::{BoundingBox, GeoPoint};

static BYTES: &[u8] = include_bytes!("../../assets/outlines.bin");

/// Micro-degrees of a unit of the file.
const UNIT: i32 = 1_000_000 / 400;
/// Bytes of a piece's head.
const HEAD: usize = 16;

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Where the sea begins.
    Coast,
    /// The border of a country.
    Border,
    /// The border of a state, canton, département, county within a country.
    Region,
    /// A river.
    River,
    /// The shore of a lake.
    Lake,
}

impl Kind {
    fn from_byte(byte: u8) -> Option<Self> {
        [Self::Coast, Self::Border, Self::Region, Self::River, Self::Lake]
            .get(usize::from(byte))
            .copied()
    }
}

/// A line on the earth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// What it is.
    pub kind: Kind,
    /// Its points, one after the other.
    pub points: Vec<GeoPoint>,
}

/// The lines that may cross an area.
pub fn within(area: BoundingBox) -> Vec<Outline> {
    Pieces { rest: BYTES }.filter(|piece| piece.meets(area)).filter_map(|p| p.outline()).collect()
}

struct Piece {
    kind: u8,
    n: u8,
    west: i32,
    south: i32,
    east: i32,
    north: i32,
    body: &'static [u8],
}

struct Pieces {
    rest: &'static [u8],
}

impl Iterator for Pieces {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        let (head, rest) = self.rest.split_first_chunk::<HEAD>()?;
        let [kind, n, l0, l1, w0, w1, w2, w3, s0, s1, s2, s3, x0, x1, y0, y1] = *head;
        let (west, south) =
            (i32::from_le_bytes([w0, w1, w2, w3]), i32::from_le_bytes([s0, s1, s2, s3]));
        let east = west + i32::from(u16::from_le_bytes([x0, x1]));
        let north = south + i32::from(u16::from_le_bytes([y0, y1]));
        let length = usize::from(u16::from_le_bytes([l0, l1]));
        let (body, rest) = rest.split_at_checked(length)?;
        self.rest = rest;
        Some(Piece { kind, n, west, south, east, north, body })
    }
}

impl Piece {
    fn meets(&self, area: BoundingBox) -> bool {
        self.west * UNIT <= area.east
            && self.east * UNIT >= area.west
            && self.south * UNIT <= area.north
            && self.north * UNIT >= area.south
    }

    fn outline(&self) -> Option<Outline> {
        let (mut x, mut y, mut body) = (self.west, self.south, self.body);
        let mut points = Vec::with_capacity(usize::from(self.n));
        for _ in 0..self.n {
            x += number(&mut body)?;
            y += number(&mut body)?;
            points.push(GeoPoint { lat_e6: y * UNIT, lon_e6: x * UNIT });
        }
        Some(Outline { kind: Kind::from_byte(self.kind)?, points })
    }
}

/// Takes a zigzag number of seven bits a byte.
fn number(body: &mut &[u8]) -> Option<i32> {
    let (mut value, mut shift) = (0u32, 0);
    loop {
        let (byte, rest) = body.split_first()?;
        *body = rest;
        value |= u32::from(byte & 0x7f).checked_shl(shift)?;
        shift += 7;
        if byte & 0x80 == 0 {
            return Some((value >> 1).cast_signed() ^ -(value & 1).cast_signed());
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn around(lat: f64, lon: f64, km: f64) -> Vec<Outline> {
        within(BoundingBox::around(GeoPoint::from_degrees(lat, lon), km))
    }

    fn nearest_km(kind: Kind, lat: f64, lon: f64) -> f64 {
        let here = GeoPoint::from_degrees(lat, lon);
        let lines = around(lat, lon, 60.0);
        let points = lines.iter().filter(|line| line.kind == kind).flat_map(|line| &line.points);
        points.map(|point| here.distance_km(*point)).fold(f64::INFINITY, f64::min)
    }

    #[test]
    fn the_whole_file_is_read() {
        let (mut bytes, mut kinds) = (0, BTreeSet::new());
        for piece in (Pieces { rest: BYTES }) {
            bytes += HEAD + piece.body.len();
            let outline = piece.outline().expect("every piece is whole");
            assert!(outline.points.len() > 1);
            for point in &outline.points {
                let inside = (piece.west * UNIT..=piece.east * UNIT).contains(&point.lon_e6)
                    && (piece.south * UNIT..=piece.north * UNIT).contains(&point.lat_e6);
                assert!(inside, "{point:?} lies outside its box");
            }
            kinds.insert(outline.kind);
        }
        assert_eq!((bytes, kinds.len()), (BYTES.len(), 5));
    }

    #[test]
    fn known_lines_lie_where_they_are() {
        assert!(nearest_km(Kind::River, 51.227, 6.765) < 6.0, "the Rhine at Düsseldorf");
        assert!(nearest_km(Kind::Border, 51.44, 6.10) < 12.0, "the border west of Straelen");
        assert!(nearest_km(Kind::Lake, 47.60, 9.40) < 12.0, "Lake Constance");
        assert!(nearest_km(Kind::Coast, 53.87, 8.70) < 6.0, "the coast at Cuxhaven");
        assert!(nearest_km(Kind::Region, 51.32, 9.50) < 40.0, "Hesse ends east of Kassel");
        assert!(around(0.0, -30.0, 50.0).is_empty(), "nothing in the middle of the ocean");
    }
}
