//! Places as a table: by bearing clockwise from the north, the nearest of each bearing first.

use super::{Offset, Wind};

/// A row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// Which place, in the order that was given.
    pub place: usize,
    /// Its bearing; none at home, which comes first.
    pub wind: Option<Wind>,
    /// It is the first of its bearing.
    pub begins: bool,
}

/// The rows of places that lie there.
pub fn by_bearing(places: impl IntoIterator<Item = Offset>) -> Vec<Row> {
    let with_wind = places.into_iter().enumerate().map(|(i, at)| (Wind::of(at), at.km(), i));
    let mut rows: Vec<(Option<Wind>, f64, usize)> = with_wind.collect();
    rows.sort_by(|a, b| (a.0).cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let mut before = None;
    let row = |(wind, _, place)| {
        let begins = before != Some(wind);
        before = Some(wind);
        Row { place, wind, begins }
    };
    rows.into_iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bearings_go_round_and_distances_outwards() {
        let places = [(0.0, 9.0), (8.0, 0.0), (0.0, 3.0), (0.1, 0.1), (-5.0, 0.0)];
        let rows = by_bearing(places.map(|(east, north)| Offset { east, north }));
        let told: Vec<_> = rows.iter().map(|row| (row.place, row.wind, row.begins)).collect();
        let (n, e, w) = (Some(Wind::N), Some(Wind::E), Some(Wind::W));
        let want = [(3, None, true), (2, n, true), (0, n, false), (1, e, true), (4, w, true)];
        assert_eq!(told, want);
    }
}
