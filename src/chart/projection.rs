//! From the earth to the plane, and from the plane to the screen.

use crate::domain::{BoundingBox, GeoPoint};

/// Mean radius of the earth in kilometres (IUGG).
const RADIUS: f64 = 6_371.009;
/// A cell of a terminal is so many times as high as it is wide.
const CELL: f64 = 2.0;

/// Kilometres east and north of a point of the plane, from the origin or from another one.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Offset {
    /// Kilometres east.
    pub east: f64,
    /// Kilometres north.
    pub north: f64,
}

impl Offset {
    /// How far it is, in kilometres.
    pub fn km(self) -> f64 {
        self.east.hypot(self.north)
    }

    /// The way from another point to this one.
    pub fn from(self, other: Self) -> Self {
        Self { east: self.east - other.east, north: self.north - other.north }
    }
}

/// The azimuthal equidistant projection (J. P. Snyder, Map Projections, 1987, chapter 25): distances and bearings from
/// the origin are true.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Projection {
    origin: GeoPoint,
}

impl Projection {
    /// A plane that touches the earth here.
    pub fn at(origin: GeoPoint) -> Self {
        Self { origin }
    }

    /// Where a point of the earth lies on the plane.
    pub fn offset(&self, point: GeoPoint) -> Offset {
        let (lat0, lon0) = self.origin.degrees();
        let (lat, lon) = point.degrees();
        let (lat0, lat, turn) = (lat0.to_radians(), lat.to_radians(), (lon - lon0).to_radians());
        let km = self.origin.distance_km(point);
        let east = lat.cos() * turn.sin();
        let north = lat0.cos() * lat.sin() - lat0.sin() * lat.cos() * turn.cos();
        let length = east.hypot(north);
        if length == 0.0 {
            return Offset::default();
        }
        Offset { east: km * east / length, north: km * north / length }
    }

    /// The point of the earth that lies there on the plane.
    pub fn point(&self, offset: Offset) -> GeoPoint {
        let (lat0, lon0) = self.origin.degrees();
        let lat0 = lat0.to_radians();
        let km = offset.km();
        if km == 0.0 {
            return self.origin;
        }
        let angle = km / RADIUS;
        let sine = angle.cos() * lat0.sin() + offset.north * angle.sin() * lat0.cos() / km;
        let lat = sine.clamp(-1.0, 1.0).asin();
        let turn = (offset.east * angle.sin())
            .atan2(km * lat0.cos() * angle.cos() - offset.north * lat0.sin() * angle.sin());
        GeoPoint::from_degrees(lat.to_degrees(), lon0 + turn.to_degrees())
    }
}

/// The part of the plane that a screen shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// What lies in the middle.
    pub centre: Offset,
    /// Kilometres from the middle to the upper edge.
    pub up: f64,
    /// Columns of the screen.
    pub columns: u16,
    /// Rows of the screen.
    pub rows: u16,
}

impl Frame {
    /// Kilometres from the middle to the right edge.
    pub fn right(&self) -> f64 {
        self.up * f64::from(self.columns) / (CELL * f64::from(self.rows.max(1)))
    }

    /// The cell that a point falls into; none outside.
    pub fn cell(&self, at: Offset) -> Option<(u16, u16)> {
        let off = at.from(self.centre);
        let part = |off: f64, half: f64, n: u16| {
            let share = (off / half + 1.0) / 2.0;
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a share of the screen"
            )]
            let cell = (0.0..1.0).contains(&share).then(|| (share * f64::from(n)) as u16);
            cell.filter(|cell| *cell < n)
        };
        let x = part(off.east, self.right(), self.columns)?;
        let y = part(-off.north, self.up, self.rows)?;
        Some((x, y))
    }

    /// A box of the earth that holds all that the screen shows.
    pub fn area(&self, projection: &Projection) -> BoundingBox {
        BoundingBox::around(projection.point(self.centre), self.up.hypot(self.right()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn krefeld() -> Projection {
        Projection::at(GeoPoint::from_degrees(51.3388, 6.5853))
    }

    #[test]
    fn the_middle_and_the_edges_fall_into_their_cells() {
        let frame = Frame { centre: Offset::default(), up: 20.0, columns: 80, rows: 20 };
        assert!((frame.right() - 40.0).abs() < 1e-9);
        let at = |east, north| frame.cell(Offset { east, north });
        assert_eq!(at(0.0, 0.0), Some((40, 10)));
        assert_eq!(at(-39.9, 19.9), Some((0, 0)));
        assert_eq!(at(39.9, -19.9), Some((79, 19)));
        assert_eq!((at(40.1, 0.0), at(0.0, 20.1), at(0.0, -20.0)), (None, None, None));
    }

    proptest::proptest! {
        #[test]
        fn distances_from_the_origin_are_true_and_the_way_back_leads_home(
            north in -8.0..8.0f64, east in -8.0..8.0f64,
        ) {
            let there = GeoPoint::from_degrees(51.3388 + north, 6.5853 + east);
            let offset = krefeld().offset(there);
            let home = GeoPoint::from_degrees(51.3388, 6.5853);
            proptest::prop_assert!((offset.km() - home.distance_km(there)).abs() < 1e-6);
            let again = krefeld().point(offset);
            proptest::prop_assert!(again.distance_km(there) < 0.01, "{again:?} {there:?}");
        }

        #[test]
        fn no_size_of_a_screen_is_too_much(
            east in -1e5..1e5f64, north in -1e5..1e5f64, columns: u16, rows: u16, up in 0.1..1e4f64,
        ) {
            let frame = Frame { centre: Offset::default(), up, columns, rows };
            if let Some((x, y)) = frame.cell(Offset { east, north }) {
                proptest::prop_assert!(x < columns && y < rows);
            }
            frame.area(&krefeld());
        }
    }
}
