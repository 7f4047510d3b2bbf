//! What speaks for a place outside the words: the entry's own coordinates, and the sections in the address of its page
//! ("…/lokales/krefeld/stadtteile/fischeln/…").

use crate::gazetteer::{Hit, Kind, Place, Point, exact};
use crate::place::lexicon::Language;
use crate::place::locate::Context;
use crate::place::mention::Mention;
use crate::place::{Cue, Field};

/// A place is meant by coordinates within this distance, in kilometres.
const NEAREST_KM: f64 = 10.0;
/// Kilometres of a degree of latitude, rounded down.
const DEGREE_KM: f64 = 111.0;
/// A section of a paper is called after a town within this distance of its own, in kilometres.
const SECTION_KM: f64 = 80.0;
/// Of a paper of which nothing is known, only after a larger town.
const SECTION_POPULATION: u32 = 20_000;

/// The place that lies nearest to the entry's coordinates.
pub(super) fn of_point(point: Point) -> Option<Mention> {
    let near = |place: &Place| {
        let there = place.point();
        // Most are ruled out without a sine.
        (there.lat - point.lat).abs() < NEAREST_KM / DEGREE_KM
            && there.distance(point) <= NEAREST_KM
    };
    // A district without a point of its own lies where its town does: then the town is meant.
    let by_distance = |a: &Place, b: &Place| {
        let (to_a, to_b) = (a.point().distance(point), b.point().distance(point));
        to_a.total_cmp(&to_b).then_with(|| a.kind().cmp(&b.kind()))
    };
    let place = Place::all("").filter(near).min_by(by_distance)?;
    let text = format!("{:.3} {:.3}", point.lat, point.lon);
    Some(mention(Field::Point, text, vec![Hit { place, alias: false }]))
}

/// The town or district that a section of an address is called after; the innermost one of the paper's area.
pub(super) fn of_address(address: &str, context: &Context, language: Language) -> Option<Mention> {
    let path = address.split_once("://").map_or(address, |(_, rest)| rest);
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let mut sections: Vec<&str> = path.split('/').skip(1).collect();
    sections.pop(); // the article's own name, or nothing behind the last stroke
    sections.into_iter().rev().find_map(|section| {
        let name = section.replace(['-', '_'], " ");
        let mut hits = exact(&name);
        hits.retain(|hit| !hit.alias && is_section(hit.place, context));
        let is_word = language.is_word(&name.to_lowercase());
        (!hits.is_empty() && !is_word).then(|| mention(Field::Address, section.to_owned(), hits))
    })
}

fn is_section(place: Place, context: &Context) -> bool {
    if let Some(point) = context.point {
        return point.distance(place.point()) <= SECTION_KM;
    }
    if context.region.len() > 2 {
        return place.region().code == context.region;
    }
    place.kind() == Kind::Municipality && place.population() >= SECTION_POPULATION
}

fn mention(field: Field, text: String, hits: Vec<Hit>) -> Mention {
    Mention { field, cue: Cue::Alone, text, hits, nth: 0, word: false, within: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(mention: Option<Mention>) -> Option<&'static str> {
        mention.map(|mention| mention.hits[0].place.name())
    }

    #[test]
    fn coordinates_mean_the_nearest_place() {
        let at = |lat, lon| named(of_point(Point { lat, lon }));
        assert_eq!(at(51.4520, 6.6300), Some("Moers"));
        assert_eq!(at(51.3540, 6.6450), Some("Uerdingen"));
        assert_eq!(at(40.0, -40.0), None, "the ocean");
    }

    #[test]
    fn sections_of_an_address_are_towns_of_the_papers_area() {
        let section = |address, region| {
            let context = Context { region: String::from(region), ..Context::default() };
            named(of_address(address, &context, Language::German))
        };
        for (address, region, want) in [
            ("https://blatt.example/lokales/krefeld/notruf-1.26", "DE-NW", Some("Krefeld")),
            (
                "https://blatt.example/nrw/krefeld/stadtteile/uerdingen/brand",
                "DE-NW",
                Some("Uerdingen"),
            ),
            ("https://blatt.example/krefeld/", "", Some("Krefeld")),
            ("https://blatt.example/krefeld/a", "DE-BY", None),
            ("https://blatt.example/krefeld", "DE-NW", None),
            ("https://krefeld.example/wetter/a?b=/moers/", "DE-NW", None),
            ("", "DE-NW", None),
        ] {
            assert_eq!(section(address, region), want, "{address} {region}");
        }
    }
}
