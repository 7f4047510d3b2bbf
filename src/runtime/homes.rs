//! From the homes of the configuration to places and points, and what follows from them for every list.

use crate::config::{Config, Home};
use crate::domain::geo::REACH_KM;
use crate::domain::{GeoPoint, Homes};
use crate::gazetteer::{self, Place, Point};
use crate::store::{Mutes, Taste};

/// Where a home is: its place and its point. None when nothing has such a name.
pub fn found(home: &Home) -> Option<(Place, Point)> {
    let Some(point) = home.point else {
        if let Some(code) = gazetteer::postcode(&home.place) {
            return Some((code.place, code.point));
        }
        let place = *gazetteer::named(&home.place).first()?;
        return Some((place, place.point()));
    };
    let (lat, lon) = point.degrees();
    let point = Point { lat, lon };
    let distance = |place: &Place| place.point().distance(point);
    // The name may have doubles; the nearest to the coordinates is meant. Without a name it is the nearest of all.
    let named = gazetteer::named(&home.place);
    let nearest = named.into_iter().min_by(|a, b| distance(a).total_cmp(&distance(b)));
    let place =
        nearest.or_else(|| Place::all("").min_by(|a, b| distance(a).total_cmp(&distance(b))))?;
    Some((place, point))
}

/// The points from which distances are measured. A home that nothing is known of has none.
pub fn points(homes: &[Home]) -> Homes {
    let point = |home: &Home| {
        let by_name = || found(home).map(|(_, p)| GeoPoint::from_degrees(p.lat, p.lon));
        Some((home.point.or_else(by_name)?, home.radius.unwrap_or(REACH_KM)))
    };
    Homes::reaching(homes.iter().filter_map(point))
}

/// What the configuration says about every list.
pub fn taste(config: &Config) -> Taste {
    let mutes = Mutes {
        places: config.hide.places.clone(),
        kinds: config.hide.kinds.clone(),
        except_places: config.follow.places.clone(),
        except_kinds: config.follow.kinds.clone(),
    };
    Taste { homes: points(&config.homes), mutes }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn home(place: &str, point: Option<(f64, f64)>) -> Home {
        let point = point.map(|(lat, lon)| GeoPoint::from_degrees(lat, lon));
        Home { place: place.to_owned(), point, ..Home::default() }
    }

    #[test]
    fn a_home_is_found_by_name_postcode_or_coordinates() {
        let name = |home: &Home| found(home).map(|(place, _)| place.name());
        assert_eq!(name(&home("Krefeld-Uerdingen", None)), Some("Uerdingen"));
        assert_eq!(name(&home("47906", None)), Some("Kempen"));
        assert_eq!(
            name(&home("Neustadt", Some((49.35, 8.14)))),
            Some("Neustadt an der Weinstraße")
        );
        assert!(found(&home("", Some((51.34, 6.59)))).is_some());
        assert_eq!(found(&home("Nirgendwo am Nichts", None)), None);
    }

    #[test]
    fn homes_without_a_place_measure_nothing() {
        assert!(points(&[home("Nirgendwo am Nichts", None)]).is_empty());
        let two = points(&[home("Krefeld", None), home("Leipzig", None)]);
        let near_leipzig = GeoPoint::from_degrees(51.35, 12.38);
        assert!(two.distance_km(near_leipzig).is_some_and(|km| km < 5.0));
    }
}
