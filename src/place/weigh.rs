//! The weights of mentions, and how they add up. Set on labelled articles; a change is measured by `tests/places.rs`.

use crate::gazetteer::{Kind, Place, key};
use crate::place::locate::Context;
use crate::place::mention::Mention;
use crate::place::{Cue, Field};

/// Below this a municipality is not claimed.
const ENOUGH: f64 = 1.2;
/// Below this none is that lies far from the feed's town: more than [`FAR_KM`].
const ENOUGH_FAR: f64 = 2.2;
const FAR_KM: f64 = 150.0;
/// Further mentions in one field count this much.
const AGAIN: f64 = 0.25;
/// A word that is also a town, alone in a kicker, means the town only when it lies this near to the feed, in kilometres.
const WORD_KM: f64 = 40.0;
/// Larger towns are meant even so.
const WORD_POPULATION: u32 = 25_000;
/// In the feed's own region these are.
const WORD_POPULATION_HERE: u32 = 10_000;
/// Words that stand over articles as a rubric more often than as a town.
const RUBRICS: &[&str] = &["wetter", "brand", "wahl", "termin", "markt", "kirche"];

/// A mention with the place that it means and its weight.
#[derive(Debug, Clone)]
pub(super) struct Weighed<'a> {
    pub(super) mention: &'a Mention,
    pub(super) place: Place,
    pub(super) weight: f64,
}

/// The weight that a municipality needs.
pub(super) fn enough(town: Place, context: &Context) -> f64 {
    match context.point {
        Some(point) if point.distance(town.point()) > FAR_KM => ENOUGH_FAR,
        _ => ENOUGH,
    }
}

/// The weight of a field.
fn field_weight(field: Field) -> f64 {
    match field {
        Field::Dateline => 10.0,
        Field::Point => 9.5,
        Field::Head => 9.0,
        Field::Kicker => 7.0,
        Field::Tag => 4.0,
        Field::Title => 5.0,
        Field::Lead => 3.0,
        Field::Byline => 2.5,
        Field::Address => 1.6,
        Field::Body => 1.2,
        Field::Feed => 1.0,
    }
}

/// The share of the field's weight that a cue leaves.
fn cue_weight(cue: Cue) -> f64 {
    match cue {
        Cue::Alone | Cue::Named | Cue::In => 1.0,
        Cue::Near => 0.9,
        Cue::Bare => 0.7,
        Cue::Adjective => 0.7,
        Cue::Service => 0.6,
        Cue::Way => 0.55,
        Cue::Club => 0.45,
        Cue::From => 0.4,
        Cue::Seat => 0.35,
    }
}

/// The share that the distance from the feed's area leaves.
fn area_weight(place: Place, context: &Context) -> f64 {
    let by_distance = context.point.map(|p| match p.distance(place.point()) {
        ..30.0 => 1.25,
        30.0..80.0 => 1.0,
        80.0..150.0 => 0.7,
        _ => 0.5,
    });
    let country = context.country();
    let by_region = match context.region.as_str() {
        "" if country.is_empty() || country == place.country() => 1.0,
        region if region == place.region().code => 1.1,
        _ if country == place.country() => 0.6,
        _ => 0.35,
    };
    by_distance.map_or(by_region, |d| if country == place.country() { d } else { d.min(0.8) })
}

/// Weighs a mention.
pub(super) fn weigh<'a>(
    mention: &'a Mention,
    place: Place,
    context: &Context,
    all: &[&Mention],
) -> Weighed<'a> {
    let list = 0.85f64.powi(i32::try_from(mention.nth.min(20)).unwrap_or(20));
    let mut weight =
        field_weight(mention.field) * cue_weight(mention.cue) * area_weight(place, context) * list;
    if mention.word && !is_trusted_word(mention, place, context, all) {
        // "in Haft", "in Brand": a preposition alone does not make a name of a word.
        weight *= match mention.cue {
            Cue::Alone if is_rubric(mention) => 0.02,
            Cue::Alone => 0.12,
            _ => 0.3,
        };
    }
    Weighed { mention, place, weight }
}

fn is_trusted_word(mention: &Mention, place: Place, context: &Context, all: &[&Mention]) -> bool {
    let near = context.point.is_some_and(|p| p.distance(place.point()) < WORD_KM);
    let again = all.iter().any(|m| {
        !std::ptr::eq(*m, mention)
            && m.hits.iter().any(|h| h.place.municipality() == place.municipality())
            && (m.cue.makes_name() || m.cue == Cue::Adjective)
            && m.field != mention.field
            // "Wetter" as kicker and as category is one rubric said twice.
            && !(m.cue == Cue::Alone && is_rubric(m))
    });
    let in_region =
        place.region().code == context.region && place.population() >= WORD_POPULATION_HERE;
    let is_town = place.population() >= WORD_POPULATION || in_region || mention.cue == Cue::Named;
    mention.field == Field::Dateline || again || (near || is_town) && !is_rubric(mention)
}

/// Whether it is the name of a part of a paper.
fn is_rubric(mention: &Mention) -> bool {
    RUBRICS.contains(&key(&mention.text).as_str())
}

/// A municipality with all that speaks for it.
#[derive(Debug, Clone)]
pub(super) struct Sum {
    pub(super) town: Place,
    pub(super) weight: f64,
    first: usize,
}

/// Adds the mentions up by municipality, the heaviest first; of two alike the one named first.
pub(super) fn sums(weighed: &[Weighed<'_>]) -> Vec<Sum> {
    let mut sums: Vec<Sum> = Vec::new();
    for (number, one) in weighed.iter().enumerate() {
        let town = one.place.municipality();
        if !sums.iter().any(|s| s.town == town) {
            sums.push(Sum { town, weight: 0.0, first: number });
        }
    }
    for sum in &mut sums {
        let mut fields: Vec<(Field, f64, f64)> = Vec::new(); // field, heaviest, all
        for one in weighed.iter().filter(|w| w.place.municipality() == sum.town) {
            match fields.iter_mut().find(|(field, ..)| *field == one.mention.field) {
                Some((_, most, all)) => {
                    *most = most.max(one.weight);
                    *all += one.weight;
                }
                None => fields.push((one.mention.field, one.weight, one.weight)),
            }
        }
        sum.weight =
            fields.iter().map(|(_, most, all)| most + AGAIN * (all - most).min(*most * 2.0)).sum();
    }
    sums.sort_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| a.first.cmp(&b.first)));
    sums
}

/// The part of the municipality where the story plays: a village or district that is named so clearly that no other
/// part comes near it; otherwise the municipality itself.
pub(super) fn part(town: Place, weighed: &[Weighed<'_>]) -> Place {
    let mut parts: Vec<(Place, f64)> = Vec::new();
    let own = weighed.iter().filter(|w| w.place.municipality() == town);
    for one in own.clone().filter(|w| w.place.kind() != Kind::Municipality && w.place != town) {
        let is_scene = one.mention.nth < 2
            && match one.mention.field {
                Field::Body => false,
                Field::Lead => !matches!(
                    one.mention.cue,
                    Cue::From | Cue::Way | Cue::Seat | Cue::Service | Cue::Club
                ),
                _ => !matches!(one.mention.cue, Cue::Seat | Cue::From),
            };
        if is_scene {
            match parts.iter_mut().find(|(place, _)| *place == one.place) {
                Some((_, sum)) => *sum += one.weight,
                None => parts.push((one.place, one.weight)),
            }
        }
    }
    parts.sort_by(|a, b| b.1.total_cmp(&a.1));
    match parts[..] {
        [(place, _)] => place,
        [(place, most), (_, next), ..] if most > 1.5 * next => place,
        _ => town,
    }
}
