//! Points on the globe and the way between them.

use crate::domain::geo::great_circle_km;

/// A point: degrees north and east (WGS 84).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
}

impl Point {
    /// The way to `other` along a great circle, in kilometres.
    pub fn distance(self, other: Self) -> f64 {
        great_circle_km((self.lat, self.lon), (other.lat, other.lon))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KREFELD: Point = Point { lat: 51.3364, lon: 6.5538 };
    const MOERS: Point = Point { lat: 51.4534, lon: 6.6326 };
    const BERLIN: Point = Point { lat: 52.5200, lon: 13.4050 };
    const MUNICH: Point = Point { lat: 48.1374, lon: 11.5755 };

    #[test]
    fn known_distances_are_right_within_one_percent() {
        for (a, b, km) in [(KREFELD, MOERS, 14.1), (BERLIN, MUNICH, 504.4), (KREFELD, KREFELD, 0.0)]
        {
            assert!((a.distance(b) - km).abs() <= km * 0.01 + 1e-6, "{}", a.distance(b));
            assert!((a.distance(b) - b.distance(a)).abs() < 1e-9);
        }
    }

    proptest::proptest! {
        #[test]
        fn a_distance_is_a_distance(a in -90.0..90.0f64, b in -180.0..180.0f64, c in -90.0..90.0f64, d in -180.0..180.0f64) {
            let km = Point { lat: a, lon: b }.distance(Point { lat: c, lon: d });
            assert!((0.0..=20_020.0).contains(&km), "{km}");
        }
    }
}
