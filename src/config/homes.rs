//! `[home]`, `[follow]` and `[hide]`: where the reader lives, and what they want to see of the neighbourhood.

use toml_edit::{Item, TableLike};

use super::fault::Reason;
use super::read::table;
use super::schema::{Home, Wishes};
use super::section::{Faults, Section};
use crate::domain::{FeedKind, GeoPoint};
use crate::text::{Clean, nearest};

/// How far "near" may go, in kilometres.
const RADIUS: std::ops::RangeInclusive<u32> = 1..=500;

/// The tables of `home`: `[home]`, or several `[[home]]`. At least one, so that its keys are asked for.
pub(super) fn tables<'a>(
    item: Option<&'a Item>,
    faults: &mut Faults,
) -> Vec<Option<&'a dyn TableLike>> {
    match item.and_then(Item::as_array_of_tables) {
        Some(tables) => tables.iter().map(|table| Some(table as &dyn TableLike)).collect(),
        None => vec![table("home", item, faults)],
    }
}

/// Reads one home; none when neither its place nor its coordinates are given.
pub(super) fn read(section: &mut Section<'_, '_>) -> Option<Home> {
    let mut line =
        |key| section.text(key).map_or_else(String::new, |(t, _)| Clean::line(t).to_string());
    let (name, place) = (line("name"), line("place"));
    let lat = section.fraction("lat", -90.0..=90.0);
    let lon = section.fraction("lon", -180.0..=180.0);
    let mut radius = 0;
    section.number("radius", RADIUS, &mut radius);
    let point = match (lat, lon) {
        (Some((lat, _)), Some((lon, _))) => Some(GeoPoint::from_degrees(lat, lon)),
        _ => None,
    };
    // A half that is there but faulty has already been told.
    if let (Some((_, at)), None) | (None, Some((_, at))) = (lat, lon)
        && (section.item("lat").is_none() || section.item("lon").is_none())
    {
        section.faults.push((at, Reason::HalfAPoint));
    }
    let radius = Some(radius).filter(|km| *km > 0);
    let home = Home { name, place, point, radius };
    (!home.place.is_empty() || home.point.is_some()).then_some(home)
}

/// Reads what is followed or hidden.
pub(super) fn wishes(section: &mut Section<'_, '_>) -> Wishes {
    let places = section.texts("places").into_iter();
    let places = places.map(|(place, _)| Clean::line(place).to_string());
    let places = places.filter(|place: &String| !place.is_empty()).collect();
    let mut kinds = Vec::new();
    for (word, at) in section.texts("kinds") {
        if let Some(kind) = FeedKind::from_name(word) {
            kinds.push(kind);
            continue;
        }
        let choices: Vec<&'static str> = FeedKind::ALL.iter().map(|kind| kind.name()).collect();
        let nearest = nearest(word, choices.iter().copied());
        let (key, value) = ("kinds".to_owned(), word.to_owned());
        section.faults.push((at, Reason::Choice { key, value, choices, nearest }));
    }
    Wishes { places, kinds }
}
