//! Official warnings for the interface: those of the archive, and whether the reader's home lies in their areas.

use std::sync::Arc;

use super::Shared;
use crate::app::Event;
use crate::app::alerts::Warning;
use crate::config::Home;
use crate::domain::{AlertRow, Spot};
use crate::gazetteer;
use crate::runtime::{Clock, Tell};
use crate::text::Clean;

/// Loads the warnings that hold. The gazetteer is asked only when there is one.
pub(super) fn load(shared: Arc<Shared>, tell: Tell) {
    tokio::task::spawn_blocking(move || match shared.store.alerts(shared.clock.now()) {
        Ok(rows) => tell.tell(Event::AlertsLoaded(concerning(rows, &shared.config().home))),
        Err(fault) => tracing::warn!(%fault, "warnings cannot be read"),
    });
}

/// The warnings, each with whether it concerns the home.
fn concerning(rows: Vec<AlertRow>, home: &Home) -> Vec<Warning> {
    if rows.is_empty() {
        return Vec::new();
    }
    let spot = spot(home);
    rows.into_iter().map(|row| Warning { here: row.alert.covers(&spot), row }).collect()
}

/// What the home is called, and what it lies in.
fn spot(home: &Home) -> Spot {
    let mut spot = Spot { point: home.point, ..Spot::default() };
    if home.place.is_empty() {
        return spot;
    }
    spot.towns.push(Clean::line(&home.place));
    let Some(place) = gazetteer::find(&home.place).into_iter().next() else { return spot };
    spot.towns.extend([place.name(), place.municipality().name()].map(Clean::line));
    let areas = place.county().into_iter().chain([place.region()]);
    spot.regions.extend(areas.flat_map(|area| [area.name, area.bare_name()]).map(Clean::line));
    spot.point = spot.point.or_else(|| {
        let point = place.point();
        crate::domain::parsed::GeoPoint::from_degrees(point.lat, point.lon)
    });
    spot
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Alert;

    #[test]
    fn a_home_is_known_by_its_town_its_district_and_its_state() {
        let home = Home { place: "Anrath".to_owned(), ..Home::default() };
        let covers = |area: &str| {
            Alert { areas: vec![Clean::line(area)], ..Alert::default() }.covers(&spot(&home))
        };
        for (area, want) in [
            ("Kreis Viersen", true),
            ("Stadt Willich", true),
            ("Nordrhein-Westfalen", true),
            ("Stadt Krefeld", false),
            ("Kreis Kleve", false),
        ] {
            assert_eq!(covers(area), want, "{area}");
        }
        assert!(
            !Alert { areas: vec![Clean::line("Krefeld")], ..Alert::default() }
                .covers(&spot(&Home::default())),
            "without a home nothing concerns it"
        );
    }
}
