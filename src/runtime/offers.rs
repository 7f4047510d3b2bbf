//! What the catalogue offers around a place, and the subscriptions that come of it.

use crate::catalogue::{self, Offer};
use crate::config::Home;
use crate::domain::{GeoPoint, Subscription, folder_path};
use crate::gazetteer::{self, Place, Point};
use crate::text::Clean;

/// Towns within this distance are neighbours, in kilometres.
pub const RADIUS: f64 = 25.0;

/// The place that a typed name or postcode means most likely, with its point.
pub fn place_of(typed: &str) -> Option<(Place, Point)> {
    meant(typed, 1).into_iter().next()
}

/// The places that a typed name, its beginning or a postcode may mean, the likeliest first, at most `limit`.
pub fn meant(typed: &str, limit: usize) -> Vec<(Place, Point)> {
    if let Some(found) = gazetteer::postcode(typed) {
        return vec![(found.place, found.point)];
    }
    let mut places = gazetteer::named(typed);
    for place in gazetteer::complete(typed, limit) {
        if !places.contains(&place) {
            places.push(place);
        }
    }
    places.truncate(limit);
    places.into_iter().map(|place| (place, place.point())).collect()
}

/// The feeds around a place, nearest first.
pub fn around(place: Place, point: Point) -> Vec<Offer> {
    catalogue::near(place, point, RADIUS).offers()
}

/// The home that a place makes.
pub fn home(place: Place, point: Point) -> Home {
    let point = Some(GeoPoint::from_degrees(point.lat, point.lon));
    Home { place: place.name().to_owned(), point, ..Home::default() }
}

/// A feed that was chosen: in the folder of its town, or of the region; tagged with who publishes it.
pub fn subscription(offer: &Offer, home: Place) -> Subscription {
    let entry = offer.entry;
    let folder = match entry.place {
        "" => home.region().name,
        place => place,
    };
    let mut subscription = Subscription::new(entry.url.clone());
    subscription.title = Some(Clean::line(entry.title));
    subscription.folder = folder_path(folder);
    subscription.tags = vec![Clean::line(entry.kind.name())];
    subscription
}
