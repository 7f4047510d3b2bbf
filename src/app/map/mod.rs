//! The map: the places of the list around a home, as a picture or as a table by bearing.
//!
//! **Invariant:** places stand nearest first; the chosen place is kept by name when they come anew, and lies in the
//! frame.

mod act;

use crate::chart::{Frame, Offset, Projection, Row, Wind, by_bearing};
use crate::domain::{GeoPoint, MapPlace, Query};

pub(super) use act::{act, choose, move_by, open, press, settle, take};

/// Kilometres from the middle to the upper edge, from far in to far out.
const ZOOMS: &[f64] = &[3.0, 6.0, 12.0, 20.0, 35.0, 65.0, 120.0, 250.0];
/// Where a map begins: the ring of 15 km is whole.
const FIRST_ZOOM: usize = 3;
/// The rings around a home, in kilometres.
pub const RINGS: &[u32] = &[5, 15, 30];
/// Where it is narrower or lower, the table says more than a picture.
const LEAST: (u16, u16) = (56, 16);

/// A map over the panes.
#[derive(Debug, Clone, PartialEq)]
pub struct Map {
    /// Which list it shows.
    pub query: Query,
    /// What it is drawn around: a home, or without one the place with the most entries; none without either.
    pub origin: Option<GeoPoint>,
    /// Which home that is.
    home: Option<usize>,
    /// The places, the nearest first, each with where it lies.
    pub places: Vec<(MapPlace, Offset)>,
    /// They have come.
    pub loaded: bool,
    /// The chosen place.
    pub selected: usize,
    /// The reader's wish for a table (or against it); none leaves it to the screen.
    table: Option<bool>,
    /// What lies in the middle.
    centre: Offset,
    zoom: usize,
    /// The first line of the table that is shown.
    pub top: usize,
}

impl Map {
    fn new(query: Query, homes: &[GeoPoint]) -> Self {
        Self {
            query,
            origin: homes.first().copied(),
            home: (!homes.is_empty()).then_some(0),
            places: Vec::new(),
            loaded: false,
            selected: 0,
            table: None,
            centre: Offset::default(),
            zoom: FIRST_ZOOM,
            top: 0,
        }
    }

    /// Whether the rings and distances are around a home.
    pub fn around_home(&self) -> bool {
        self.home.is_some()
    }

    /// How the earth becomes a plane; none when nothing is known to lie anywhere.
    pub fn projection(&self) -> Option<Projection> {
        self.origin.map(Projection::at)
    }

    /// What the picture shows on so many cells.
    pub fn frame(&self, columns: u16, rows: u16) -> Frame {
        let up = ZOOMS.get(self.zoom).copied().unwrap_or(20.0);
        Frame { centre: self.centre, up, columns, rows }
    }

    /// The chosen place.
    pub fn current(&self) -> Option<&(MapPlace, Offset)> {
        self.places.get(self.selected)
    }

    /// The places as a table.
    pub fn rows(&self) -> Vec<Row> {
        by_bearing(self.places.iter().map(|(_, at)| *at))
    }

    /// Whether it is shown as a table.
    pub fn is_table(&self, ascii: bool, columns: u16, rows: u16) -> bool {
        self.table.unwrap_or(ascii || columns < LEAST.0 || rows < LEAST.1)
    }

    /// Takes the places of the list.
    fn take(&mut self, places: Vec<MapPlace>) {
        let keep = self.current().map(|(place, _)| (place.name.clone(), place.point));
        if self.origin.is_none() {
            self.origin = places.first().map(|place| place.point); // the most frequent comes first
        }
        self.loaded = true;
        let Some(projection) = self.projection() else { return };
        let with_offset = |place: MapPlace| {
            let offset = projection.offset(place.point);
            (place, offset)
        };
        self.places = places.into_iter().map(with_offset).collect();
        self.places
            .sort_by(|a, b| a.1.km().total_cmp(&b.1.km()).then_with(|| a.0.name.cmp(&b.0.name)));
        let again = keep.and_then(|(name, point)| {
            self.places.iter().position(|(place, _)| place.name == name && place.point == point)
        });
        self.selected = again.unwrap_or(0);
    }

    /// Looks from another home.
    fn next_home(&mut self, homes: &[GeoPoint], forward: bool) {
        let (Some(home), n) = (self.home, homes.len()) else { return };
        let to = if forward { home + 1 } else { home + n.saturating_sub(1) } % n.max(1);
        self.home = Some(to);
        self.origin = homes.get(to).copied();
        self.centre = Offset::default();
        let places = std::mem::take(&mut self.places);
        self.take(places.into_iter().map(|(place, _)| place).collect());
        self.selected = 0;
    }

    /// Chooses the place that lies next in a direction: what lies ahead counts as far as it is, what lies aside counts
    /// double, and what lies more aside than ahead does not lie in that direction.
    fn step(&mut self, wind: Wind) {
        let Some((_, here)) = self.current() else { return };
        let here = *here;
        let ahead_and_aside = |offset: Offset| {
            let way = offset.from(here);
            match wind {
                Wind::N => (way.north, way.east),
                Wind::S => (-way.north, way.east),
                Wind::E => (way.east, way.north),
                _ => (-way.east, way.north),
            }
        };
        let found = self.places.iter().enumerate().filter_map(|(i, (_, offset))| {
            let (ahead, aside) = ahead_and_aside(*offset);
            (ahead > 0.01 && ahead >= aside.abs()).then(|| (ahead + 2.0 * aside.abs(), i))
        });
        if let Some((_, at)) = found.min_by(|a, b| a.0.total_cmp(&b.0)) {
            self.selected = at;
        }
    }

    /// Goes in or out by steps; the chosen place stays in sight.
    fn zoom_by(&mut self, steps: isize) {
        self.zoom = self.zoom.saturating_add_signed(steps).min(ZOOMS.len() - 1);
    }

    /// Brings the chosen place into the frame; as long as it lies in the one around home, that is the one.
    fn keep_in_sight(&mut self, columns: u16, rows: u16) {
        let Some((_, at)) = self.current() else { return };
        let at = *at;
        let home = Frame { centre: Offset::default(), ..self.frame(columns, rows) };
        if home.cell(at).is_some() {
            self.centre = Offset::default();
        } else if self.frame(columns, rows).cell(at).is_none() {
            self.centre = at;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Clean;

    fn place(name: &str, lat: f64, lon: f64, n: u64) -> MapPlace {
        let point = GeoPoint::from_degrees(lat, lon);
        MapPlace { name: Clean::line(name), point, n, unread: n }
    }

    fn map() -> Map {
        let krefeld = GeoPoint::from_degrees(51.3388, 6.5853);
        let mut map = Map::new(Query::default(), &[krefeld]);
        map.take(vec![
            place("Moers", 51.4534, 6.6326, 9),
            place("Venlo", 51.3704, 6.1724, 3),
            place("Krefeld", 51.3388, 6.5853, 2),
            place("Düsseldorf", 51.2217, 6.7762, 1),
            place("Bremen", 53.0793, 8.8017, 1),
        ]);
        map
    }

    fn names(map: &Map, steps: &[Wind]) -> Vec<String> {
        let mut map = map.clone();
        let mut step = |wind: &Wind| {
            map.step(*wind);
            map.current().map(|(place, _)| place.name.to_string()).unwrap_or_default()
        };
        steps.iter().map(&mut step).collect()
    }

    #[test]
    fn the_nearest_place_comes_first_and_directions_lead_on() {
        let map = map();
        assert_eq!(*map.places[0].0.name, *"Krefeld");
        let seen = names(&map, &[Wind::N, Wind::S, Wind::W, Wind::W, Wind::E, Wind::E]);
        assert_eq!(seen, ["Moers", "Krefeld", "Venlo", "Venlo", "Krefeld", "Düsseldorf"]);
    }

    #[test]
    fn what_is_chosen_stays_in_sight_and_the_way_back_shows_home() {
        let mut map = map();
        map.selected = 4;
        map.keep_in_sight(80, 20);
        assert!(map.frame(80, 20).cell(map.places[4].1).is_some(), "{map:?}");
        map.selected = 0;
        map.keep_in_sight(80, 20);
        assert_eq!(map.centre, Offset::default());
    }

    #[test]
    fn zooms_end_at_both_ends() {
        let mut map = map();
        map.zoom_by(-99);
        assert!((map.frame(80, 20).up - 3.0).abs() < 1e-9);
        map.zoom_by(99);
        assert!((map.frame(80, 20).up - 250.0).abs() < 1e-9);
    }

    #[test]
    fn without_a_home_it_is_drawn_around_the_place_with_the_most_entries() {
        let mut map = Map::new(Query::default(), &[]);
        map.take(vec![place("Moers", 51.4534, 6.6326, 9), place("Krefeld", 51.3388, 6.5853, 2)]);
        assert_eq!(map.origin, Some(GeoPoint::from_degrees(51.4534, 6.6326)));
        assert!(!map.around_home());
    }

    #[test]
    fn every_home_has_its_turn() {
        let homes = [GeoPoint::from_degrees(51.3388, 6.5853), GeoPoint::from_degrees(53.08, 8.80)];
        let mut map = map();
        map.next_home(&homes, true);
        assert_eq!(*map.places[0].0.name, *"Bremen");
        map.next_home(&homes, true);
        assert_eq!(*map.places[0].0.name, *"Krefeld");
        map.next_home(&homes, false);
        assert_eq!(*map.places[0].0.name, *"Bremen");
    }

    #[test]
    fn the_table_comes_where_a_picture_says_less() {
        let mut map = map();
        assert!(!map.is_table(false, 80, 22) && map.is_table(true, 80, 22));
        assert!(map.is_table(false, 40, 22) && map.is_table(false, 80, 12));
        map.table = Some(false);
        assert!(!map.is_table(true, 40, 12));
    }
}
