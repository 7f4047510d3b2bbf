//! Official warnings for the interface: those of the archive, and whether the reader's home lies in their areas.

use std::sync::Arc;

use super::Shared;
use crate::app::Event;
use crate::app::alerts::Warning;
use crate::config::Home;
use crate::domain::{AlertRow, Dwelling};
use crate::gazetteer;
use crate::runtime::{Clock, Tell};
use crate::text::Clean;

/// Loads the warnings that hold. The gazetteer is asked only when there is one.
pub(super) fn load(shared: Arc<Shared>, tell: Tell) {
    tokio::task::spawn_blocking(move || match shared.store.alerts(shared.clock.now()) {
        Ok(rows) => tell.tell(Event::AlertsLoaded(concerning(rows, &shared.config().homes))),
        Err(fault) => tracing::warn!(%fault, "warnings cannot be read"),
    });
}

/// The warnings, each with whether it concerns the home.
fn concerning(rows: Vec<AlertRow>, homes: &[Home]) -> Vec<Warning> {
    if rows.is_empty() {
        return Vec::new();
    }
    let dwellings: Vec<Dwelling> = homes.iter().map(dwelling).collect();
    let here = |row: &AlertRow| dwellings.iter().any(|dwelling| row.alert.covers(dwelling));
    rows.into_iter().map(|row| Warning { here: here(&row), row }).collect()
}

/// What the home is called, and what it lies in.
fn dwelling(home: &Home) -> Dwelling {
    let mut dwelling = Dwelling { point: home.point, ..Dwelling::default() };
    if home.place.is_empty() {
        return dwelling;
    }
    dwelling.towns.push(Clean::line(&home.place));
    let Some(place) = gazetteer::find(&home.place).into_iter().next() else { return dwelling };
    dwelling.towns.extend([place.name(), place.municipality().name()].map(Clean::line));
    let areas = place.county().into_iter().chain([place.region()]);
    dwelling.regions.extend(areas.flat_map(|area| [area.name, area.bare_name()]).map(Clean::line));
    dwelling.point = dwelling.point.or_else(|| {
        let point = place.point();
        crate::domain::GeoPoint::on_earth(point.lat, point.lon)
    });
    dwelling
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Alert;

    #[test]
    fn a_home_is_known_by_its_town_its_district_and_its_state() {
        let home = Home { place: "Anrath".to_owned(), ..Home::default() };
        let covers = |area: &str| {
            Alert { areas: vec![Clean::line(area)], ..Alert::default() }.covers(&dwelling(&home))
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
                .covers(&dwelling(&Home::default())),
            "without a home nothing concerns it"
        );
    }
}
