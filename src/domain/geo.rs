//! Where things lie, and how near that is to the reader's homes.
//!
//! **Invariant:** distances are computed when they are asked for, never stored: homes may change at any time.

use super::Timestamp;
use crate::text::Clean;

/// A point on the earth, in micro-degrees so that values compare exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct GeoPoint {
    /// Latitude in 10⁻⁶ degrees, north positive.
    pub lat_e6: i32,
    /// Longitude in 10⁻⁶ degrees, east positive.
    pub lon_e6: i32,
}

/// Mean radius of the earth in kilometres (IUGG).
const RADIUS: f64 = 6_371.009;
/// Kilometres from one degree of latitude to the next.
const DEGREE_KM: f64 = 111.19;

impl GeoPoint {
    /// The point at these degrees (WGS 84); what lies outside the globe is brought to its edge.
    pub fn from_degrees(lat: f64, lon: f64) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "degrees are at most ±180")]
        let micro = |degrees: f64, most: f64| (degrees.clamp(-most, most) * 1e6).round() as i32;
        Self { lat_e6: micro(lat, 90.0), lon_e6: micro(lon, 180.0) }
    }

    /// The point at these degrees; none when they do not lie on the earth.
    pub fn on_earth(lat: f64, lon: f64) -> Option<Self> {
        let lies_there = (-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon);
        lies_there.then(|| Self::from_degrees(lat, lon))
    }

    /// Degrees north and east.
    pub fn degrees(self) -> (f64, f64) {
        (f64::from(self.lat_e6) / 1e6, f64::from(self.lon_e6) / 1e6)
    }

    /// The way to `other` along a great circle, in kilometres.
    pub fn distance_km(self, other: Self) -> f64 {
        great_circle_km(self.degrees(), other.degrees())
    }
}

/// The way between two points (degrees north and east) along a great circle, in kilometres (haversine formula).
pub fn great_circle_km(a: (f64, f64), b: (f64, f64)) -> f64 {
    let half = |a: f64, b: f64| ((b - a).to_radians() / 2.0).sin().powi(2);
    let (north, east) = (half(a.0, b.0), half(a.1, b.1));
    let h = a.0.to_radians().cos() * b.0.to_radians().cos() * east + north;
    2.0 * RADIUS * h.clamp(0.0, 1.0).sqrt().asin()
}

/// A box around a point, in micro-degrees: what lies outside is farther than asked, what lies inside has to be measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BoundingBox {
    /// Least latitude.
    pub south: i32,
    /// Greatest latitude.
    pub north: i32,
    /// Least longitude.
    pub west: i32,
    /// Greatest longitude; a box over the date line or a pole has all longitudes.
    pub east: i32,
}

impl BoundingBox {
    /// The box that holds every point within `km` of `centre`.
    pub fn around(centre: GeoPoint, km: f64) -> Self {
        let (lat, lon) = centre.degrees();
        let north_south = km.max(0.0) / DEGREE_KM + 1e-4;
        let widest = (lat.abs() + north_south).min(90.0);
        let east_west = north_south / widest.to_radians().cos().max(1e-9);
        let low = GeoPoint::from_degrees(lat - north_south, lon - east_west);
        let high = GeoPoint::from_degrees(lat + north_south, lon + east_west);
        let over = widest >= 90.0 || lon - east_west < -180.0 || lon + east_west > 180.0;
        let (west, east) =
            if over { (-180_000_000, 180_000_000) } else { (low.lon_e6, high.lon_e6) };
        Self { south: low.lat_e6, north: high.lat_e6, west, east }
    }

    /// Whether the point lies inside.
    pub fn contains(self, point: GeoPoint) -> bool {
        (self.south..=self.north).contains(&point.lat_e6)
            && (self.west..=self.east).contains(&point.lon_e6)
    }
}

/// Where the reader and theirs live.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Homes(Vec<GeoPoint>);

impl Homes {
    /// These homes.
    pub fn new(points: Vec<GeoPoint>) -> Self {
        Self(points)
    }

    /// Whether there is none: then nothing is near or far.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Where they lie, in the configuration's order.
    pub fn points(&self) -> &[GeoPoint] {
        &self.0
    }

    /// The way to the nearest of them, in kilometres; none without a home.
    pub fn distance_km(&self, point: GeoPoint) -> Option<f64> {
        self.0.iter().map(|home| home.distance_km(point)).min_by(f64::total_cmp)
    }

    /// Whether the point lies within `km` of one of them.
    pub fn within(&self, point: GeoPoint, km: f64) -> bool {
        self.0.iter().any(|home| {
            BoundingBox::around(*home, km).contains(point) && home.distance_km(point) <= km
        })
    }
}

/// A distance as a list shows it: whole kilometres, under 1 km as such.
pub fn whole_km(km: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "no two points of the earth are farther apart than 20,020 km"
    )]
    let whole = km.clamp(0.0, 20_020.0).round() as u32;
    whole
}

/// A story of an unknown place is treated as if it lay so far away, in kilometres.
const UNKNOWN_KM: f64 = 75.0;
/// Every doubling of (distance + [`OFFSET_KM`]) counts as much as so many seconds of age.
const DOUBLING_SECONDS: f64 = 12.0 * 3600.0;
/// Within this distance hardly anything is farther than anything else, in kilometres.
const OFFSET_KM: f64 = 5.0;

/// How much older a story counts for being so far away, in seconds: 12 h · log₂(1 + km ⁄ 5). At home nothing, at 5 km half
/// a day, at 15 km a day, at 35 km a day and a half, at 75 km (and where the place is unknown) two days. "Near and new"
/// sorts by age plus this. The present appears in both ages of a comparison and so in none: the order holds still.
pub fn far_seconds(km: Option<f64>) -> i64 {
    let doublings = (1.0 + km.unwrap_or(UNKNOWN_KM).max(0.0) / OFFSET_KM).log2();
    #[expect(clippy::cast_possible_truncation, reason = "at most twelve doublings")]
    let seconds = (doublings * DOUBLING_SECONDS).round() as i64;
    seconds
}

/// The sort key of "near and new": the greatest comes first. See [`far_seconds`].
pub fn near_and_new_key(published: Timestamp, km: Option<f64>) -> i64 {
    published.0.saturating_sub(far_seconds(km))
}

/// Bits of the instant in the key of "nearest".
const INSTANT_BITS: u32 = 40;
/// More kilometres than there are on the earth: behind all that is known.
const BEYOND_KM: u32 = 32_767;

/// The sort key of "nearest": the greatest comes first. Whole kilometres decide, then the newest; what is unknown comes
/// last.
pub fn nearest_key(published: Timestamp, km: Option<f64>) -> i64 {
    let nearness = BEYOND_KM - km.map_or(BEYOND_KM, whole_km);
    let half = 1i64 << (INSTANT_BITS - 1);
    let instant = published.0.clamp(-half, half - 1) + half;
    (i64::from(nearness) << INSTANT_BITS) + instant
}

/// A place as the archive keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Spot {
    /// Its name: a village, a district or a town.
    pub name: Clean,
    /// The municipality that it belongs to; the same name when it is one.
    pub town: Clean,
    /// ISO 3166-2 code of its region; empty when unknown.
    pub region: Clean,
    /// Where it lies.
    pub point: GeoPoint,
}

/// Where an entry plays, and how that was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Placing {
    /// The place; none when it was looked for in vain.
    pub spot: Option<Spot>,
    /// How sure it is, in percent.
    pub confidence: u8,
    /// What speaks for it, the heaviest first.
    pub evidence: Vec<Evidence>,
}

/// Something that speaks for a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Stable name of the part of the article, as in `umland places`.
    pub field: Clean,
    /// Stable name of the way in which the place is named there.
    pub cue: Clean,
    /// The words.
    pub text: Clean,
    /// The place that they mean.
    pub place: Clean,
    /// Its weight in tenths.
    pub weight: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(lat: f64, lon: f64) -> GeoPoint {
        GeoPoint::from_degrees(lat, lon)
    }

    #[test]
    fn near_things_come_first_and_unknown_ones_last() {
        let at = |km, t| nearest_key(Timestamp(t), km);
        let (near, far) = (Some(3.2), Some(14.0));
        assert!(at(near, 0) > at(far, 2_000_000_000));
        assert!(at(far, -5) > at(None, 2_000_000_000));
        assert!(at(near, 10) > at(Some(2.9), 9), "the same whole kilometre: the newest");
        assert!(at(Some(20_015.0), i64::MIN) > at(None, i64::MAX));
    }

    #[test]
    fn fifteen_kilometres_cost_a_day() {
        const DAY: i64 = 86_400;
        for (km, days) in [(Some(0.0), 0.0), (Some(5.0), 0.5), (Some(15.0), 1.0), (None, 2.0)] {
            #[expect(clippy::cast_possible_truncation, reason = "small")]
            let want = (days * 86_400.0) as i64;
            assert_eq!(far_seconds(km), want, "{km:?}");
        }
        let here = near_and_new_key(Timestamp(10 * DAY), Some(0.0));
        assert!(here > near_and_new_key(Timestamp(11 * DAY - 1), Some(15.0)));
        assert!(here < near_and_new_key(Timestamp(11 * DAY + 1), Some(15.0)));
    }

    #[test]
    fn the_nearest_home_counts() {
        let (krefeld, moers) = (point(51.3388, 6.5853), point(51.4534, 6.6326));
        let homes = Homes::new(vec![point(52.52, 13.405), krefeld]);
        let km = homes.distance_km(moers).expect("homes");
        assert!((km - 13.2).abs() < 0.5, "{km}");
        assert!(homes.within(moers, 15.0) && !homes.within(moers, 12.0));
        assert_eq!(Homes::default().distance_km(moers), None);
    }

    proptest::proptest! {
        #[test]
        fn a_box_holds_all_that_is_near(
            lat in -90.0..90.0f64, lon in -180.0..180.0f64, north in -3.0..3.0f64, east in -3.0..3.0f64, km in 0.0..400.0f64,
        ) {
            let centre = point(lat, lon);
            let other = point(lat + north, lon + east);
            if centre.distance_km(other) <= km {
                assert!(BoundingBox::around(centre, km).contains(other));
            }
        }
    }
}
