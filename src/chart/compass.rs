//! The eight winds.

use super::Offset;

/// A bearing, to an eighth of the horizon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Wind {
    /// North.
    N,
    /// North-east.
    Ne,
    /// East.
    E,
    /// South-east.
    Se,
    /// South.
    S,
    /// South-west.
    Sw,
    /// West.
    W,
    /// North-west.
    Nw,
}

impl Wind {
    /// Every wind, clockwise from the north.
    pub const ALL: &'static [Self] =
        &[Self::N, Self::Ne, Self::E, Self::Se, Self::S, Self::Sw, Self::W, Self::Nw];

    /// The wind that lies nearest to the way there; none at home.
    pub fn of(offset: Offset) -> Option<Self> {
        if offset.km() < 0.5 {
            return None;
        }
        let eighths = (offset.east.atan2(offset.north) / std::f64::consts::FRAC_PI_4).round();
        #[expect(clippy::cast_possible_truncation, reason = "between -4 and 4")]
        let eighth = (eighths as i8).rem_euclid(8).unsigned_abs();
        Self::ALL.get(usize::from(eighth)).copied()
    }

    /// Its stable name, as in the language files: `wind-ne`.
    pub fn id(self) -> &'static str {
        match self {
            Self::N => "wind-n",
            Self::Ne => "wind-ne",
            Self::E => "wind-e",
            Self::Se => "wind-se",
            Self::S => "wind-s",
            Self::Sw => "wind-sw",
            Self::W => "wind-w",
            Self::Nw => "wind-nw",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Projection;
    use crate::domain::GeoPoint;

    #[test]
    fn towns_lie_where_everybody_knows() {
        let krefeld = Projection::at(GeoPoint::from_degrees(51.3388, 6.5853));
        for (town, lat, lon, wind) in [
            ("Moers", 51.4534, 6.6326, Wind::N),
            ("Duisburg", 51.4325, 6.7652, Wind::Ne),
            ("Ratingen", 51.2973, 6.8490, Wind::E),
            ("Düsseldorf", 51.2217, 6.7762, Wind::Se),
            ("Mönchengladbach", 51.1854, 6.4417, Wind::Sw),
            ("Venlo", 51.3704, 6.1724, Wind::W),
            ("Geldern", 51.5189, 6.3250, Wind::Nw),
            ("Grevenbroich", 51.0908, 6.5827, Wind::S),
        ] {
            let offset = krefeld.offset(GeoPoint::from_degrees(lat, lon));
            assert_eq!(Wind::of(offset), Some(wind), "{town}: {offset:?}");
        }
        assert_eq!(Wind::of(Offset::default()), None);
    }
}
