//! What covers a town: its own feeds, those of its neighbours, its region and its country, by nearness.

use std::collections::BTreeMap;

use crate::catalogue::{Entry, Kind, Trust, entries};
use crate::gazetteer::{Place, Point, key};

/// How a feed covers the home.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// It is of the home's own municipality.
    Town,
    /// It is of a town of the same county.
    County,
    /// It is of another town within the radius.
    Neighbour,
    /// It covers the whole region.
    Region,
    /// It covers the whole country.
    Country,
}

impl Level {
    /// The stable name, as in `--json`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Town => "town",
            Self::County => "county",
            Self::Neighbour => "neighbour",
            Self::Region => "region",
            Self::Country => "country",
        }
    }
}

/// A feed that covers the home.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Offer {
    /// The feed.
    pub entry: &'static Entry<'static>,
    /// How it covers the home.
    pub level: Level,
    /// From the home to the feed's town, in kilometres; none for a feed of a region or country.
    pub distance: Option<f64>,
    /// Whether it is chosen unless the reader says otherwise.
    pub ticked: bool,
}

/// The feeds of one outlet, nearest first: one choice.
#[derive(Debug, Clone, PartialEq)]
pub struct Outlet {
    /// Its name.
    pub name: &'static str,
    /// Its feeds that cover the home; never empty.
    pub offers: Vec<Offer>,
}

/// What covers a home.
#[derive(Debug, Clone, PartialEq)]
pub struct Nearby {
    /// The outlets, nearest first.
    pub outlets: Vec<Outlet>,
    /// Whether the home's municipality has a feed of its own; when not, the next towns' are ticked instead.
    pub own: bool,
}

impl Nearby {
    /// Every offer, nearest first, whatever its outlet.
    pub fn offers(&self) -> Vec<Offer> {
        let mut offers: Vec<Offer> =
            self.outlets.iter().flat_map(|o| o.offers.iter().copied()).collect();
        offers.sort_by(order);
        offers
    }
}

/// What covers the home at `point` in `home`, of the towns within `radius` kilometres.
///
/// Ticked are, of the town itself (or, when it has none, of the nearest town that has one), the feeds that somebody saw
/// alive and that are no club's and no single topic's; and of the region one broadcaster and of the country the weather.
pub fn near(home: Place, point: Point, radius: f64) -> Nearby {
    let mut offers: Vec<Offer> =
        entries().iter().filter_map(|entry| offer(entry, home, point, radius)).collect();
    offers.sort_by(order);
    let own = offers.iter().any(|o| o.level == Level::Town);
    tick(&mut offers);
    let mut outlets: Vec<Outlet> = Vec::new();
    for offer in offers {
        match outlets.iter_mut().find(|o| o.name == offer.entry.outlet) {
            Some(outlet) => outlet.offers.push(offer),
            None => outlets.push(Outlet { name: offer.entry.outlet, offers: vec![offer] }),
        }
    }
    Nearby { outlets, own }
}

fn offer(entry: &'static Entry<'static>, home: Place, point: Point, radius: f64) -> Option<Offer> {
    let town = home.municipality();
    if entry.country != home.country() && entry.point.is_none() {
        return None;
    }
    let (level, distance) = match entry.point {
        None if entry.region.is_empty() => {
            // Of a whole country only what is sure is offered: nobody could tell which guess is theirs.
            (Level::Country, (entry.trust == Trust::Seen).then_some(None)?)
        }
        None => {
            let covers = entry.region == home.region().code;
            (Level::Region, covers.then_some(None)?)
        }
        Some(at) => {
            let distance = point.distance(at);
            let same_town = key(entry.place) == key(town.name()) || at.distance(town.point()) < 1.0;
            let level = match (same_town, in_county_of(entry, at, home)) {
                (true, _) if at.distance(town.point()) < 5.0 => Level::Town,
                (_, true) => Level::County,
                _ => Level::Neighbour,
            };
            if level != Level::Town && distance > radius {
                return None;
            }
            (level, Some(distance))
        }
    };
    Some(Offer { entry, level, distance, ticked: false })
}

/// Whether the feed's town lies in the home's county.
fn in_county_of(entry: &Entry<'_>, at: Point, home: Place) -> bool {
    let county = home.county();
    county.is_some()
        && crate::gazetteer::exact(entry.place)
            .iter()
            .any(|h| h.place.county() == county && h.place.point().distance(at) < 5.0)
}

/// Nearest first; of one town the papers first; at the end the region and the country.
fn order(a: &Offer, b: &Offer) -> std::cmp::Ordering {
    let far = |o: &Offer| o.distance.unwrap_or(f64::MAX);
    let rest = |o: &Offer| (o.level, o.entry.kind, o.entry.trust);
    far(a)
        .total_cmp(&far(b))
        .then_with(|| rest(a).cmp(&rest(b)))
        .then_with(|| a.entry.title.cmp(b.entry.title))
}

fn tick(offers: &mut [Offer]) {
    let is_good = |o: &Offer| o.entry.trust == Trust::Seen && !is_special(o.entry);
    let nearest = offers
        .iter()
        .filter(|o| is_good(o) && o.entry.kind == Kind::Newspaper)
        .find_map(|o| o.distance)
        .unwrap_or(0.0);
    let mut taken: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut broadcasters = 0;
    for offer in offers {
        let wanted = is_good(offer)
            && match (offer.level, offer.distance) {
                (Level::Town, _) => true,
                (_, Some(distance)) => distance <= nearest,
                (Level::Region, None) => offer.entry.kind == Kind::Broadcaster && broadcasters == 0,
                (_, None) => offer.entry.kind == Kind::Weather,
            };
        let of_outlet = taken.entry((offer.entry.outlet, offer.entry.place)).or_default();
        // One feed of an outlet is enough for a town: the others are its other formats or its main feed again.
        if wanted && *of_outlet == 0 {
            offer.ticked = true;
            *of_outlet += 1;
            broadcasters += usize::from(offer.level == Level::Region);
        }
    }
}

/// Feeds that only some readers want: clubs, sports, business, one topic.
fn is_special(entry: &Entry<'_>) -> bool {
    const TOPICS: &[&str] = &[
        "sport",
        "fußball",
        "wirtschaft",
        "(verein)",
        "service",
        "ticker",
        "suche",
        "ausschreibung",
    ];
    let title = entry.title.to_lowercase();
    TOPICS.iter().any(|topic| title.contains(topic))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::find;

    fn around(name: &str, radius: f64) -> Nearby {
        let home = find(name)[0];
        near(home, home.point(), radius)
    }

    #[test]
    fn every_feed_within_the_radius_is_offered_nearest_first() {
        for name in ["Krefeld", "Moers", "Kleve", "Leipzig", "Graz", "Luzern", "Leeds", "Lyon"] {
            let home = find(name)[0];
            let nearby = near(home, home.point(), 25.0);
            let offered = nearby.offers();
            let within = entries()
                .iter()
                .filter(|e| e.point.is_some_and(|p| p.distance(home.point()) <= 25.0))
                .count();
            assert!(within > 0, "{name}");
            assert_eq!(offered.iter().filter(|o| o.distance.is_some()).count(), within, "{name}");
            let distances: Vec<f64> = offered.iter().filter_map(|o| o.distance).collect();
            assert!(distances.is_sorted(), "{name}: {distances:?}");
            assert!(offered.iter().any(|o| o.ticked), "{name}");
        }
    }

    #[test]
    fn a_papers_town_feeds_are_one_choice() {
        let nearby = around("Krefeld", 25.0);
        let paper = nearby.outlets.iter().find(|o| o.name == "RP Online").expect("RP Online");
        assert!(paper.offers.len() > 5);
        assert_eq!(paper.offers[0].level, Level::Town);
        assert_eq!(paper.offers.iter().filter(|o| o.ticked).count(), 1);
        assert!(nearby.own);
    }

    #[test]
    fn a_town_without_feeds_offers_the_next() {
        let nearby = around("Kerken", 25.0);
        assert!(!nearby.own);
        let ticked: Vec<Offer> = nearby.offers().into_iter().filter(|o| o.ticked).collect();
        assert!(ticked.iter().any(|o| o.entry.kind == Kind::Newspaper && o.distance.is_some()));
    }

    #[test]
    fn guesses_and_clubs_are_never_ticked() {
        for name in ["Kleve", "Moers", "Krefeld"] {
            for offer in around(name, 50.0).offers().iter().filter(|o| o.ticked) {
                assert_eq!(offer.entry.trust, Trust::Seen, "{}", offer.entry.title);
                assert!(!offer.entry.title.contains("Verein"), "{}", offer.entry.title);
            }
        }
    }

    #[test]
    fn a_district_is_covered_by_its_town() {
        let home = find("Uerdingen")[0];
        let nearby = near(home, home.point(), 25.0);
        assert!(nearby.offers().iter().any(|o| o.level == Level::Town && o.ticked));
    }
}
