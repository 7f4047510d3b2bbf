//! `umland near`: the feeds of the catalogue around a place.

use serde::Serialize;

use super::args::Near;
use super::exit::{Exit, Failure, Result};
use super::out::{Emphasis, Out, talk};
use super::world::World;
use crate::catalogue::{self, Nearby, Offer};
use crate::gazetteer::{self, Place, Point};
use crate::lang::Lang;
use crate::runtime::homes;
use crate::text::width::pad;
use crate::tr;

/// Doubles of a name that are shown.
const DOUBLES: usize = 6;
/// Columns of the kind and of the town in a list.
const KIND: usize = 10;
const TOWN: usize = 18;

/// A place to look around, with its point.
pub(super) struct Home {
    pub(super) place: Place,
    pub(super) point: Point,
}

#[derive(Debug, Serialize)]
struct OfferObject {
    outlet: &'static str,
    title: &'static str,
    kind: &'static str,
    url: &'static str,
    site: &'static str,
    country: &'static str,
    region: &'static str,
    place: &'static str,
    language: &'static str,
    trust: &'static str,
    level: &'static str,
    distance_km: Option<f64>,
    ticked: bool,
}

pub(super) fn run(args: &Near, world: &World, out: &mut Out) -> Result {
    let home = match args.place.join(" ") {
        typed if !typed.is_empty() => find(&typed, world.lang)?,
        _ => own(world)?,
    };
    let nearby = catalogue::near(home.place, home.point, f64::from(args.radius));
    let offers = nearby.offers();
    if args.json {
        for offer in &offers {
            out.json(&object(offer))?;
        }
    } else {
        print(&home, &nearby, world.lang, out)?;
    }
    Ok(if offers.is_empty() { Exit::Faults } else { Exit::Well })
}

/// The place that a typed name or postcode means; its doubles are told.
///
/// # Errors
/// When no place has such a name.
pub(super) fn find(typed: &str, lang: Lang) -> Result<Home> {
    if let Some(found) = gazetteer::postcode(typed) {
        return Ok(Home { place: found.place, point: found.point });
    }
    let found = gazetteer::find(typed);
    let [place, doubles @ ..] = &found[..] else {
        return Err(Failure::Said(tr!(lang, "cli-no-such-place", place = typed)));
    };
    let labels: Vec<String> = doubles
        .iter()
        .filter(|double| double.name() == place.name())
        .take(DOUBLES)
        .map(|double| format!("  {}", double.label()))
        .collect();
    if !labels.is_empty() {
        let doubles = labels.join("\n");
        talk(&format!("{}\n{doubles}", tr!(lang, "cli-doubles", place = place.label())));
    }
    Ok(Home { place: *place, point: place.point() })
}

/// The reader's own place, by the configuration.
fn own(world: &World) -> Result<Home> {
    let home = world.config()?.homes.first();
    let home = home.ok_or_else(|| Failure::Said(tr!(world.lang, "cli-no-place")))?;
    let found = homes::found(home);
    let (place, point) = found.ok_or_else(|| {
        Failure::Said(tr!(world.lang, "cli-no-such-place", place = home.place.as_str()))
    })?;
    Ok(Home { place, point })
}

/// Prints what covers a place: one feed a line, nearest first.
pub(super) fn print(home: &Home, nearby: &Nearby, lang: Lang, out: &mut Out) -> Result<()> {
    talk(&tr!(lang, "cli-near-place-is", place = home.place.label()));
    if !nearby.own {
        talk(&tr!(lang, "cli-near-no-own", place = home.place.municipality().name()));
    }
    for offer in nearby.offers() {
        let line = line(&offer, lang);
        let emphasis = if offer.ticked { Emphasis::Strong } else { Emphasis::Weak };
        out.line(&out.emphasised(&line, emphasis))?;
    }
    Ok(())
}

/// The line of an offer: mark, distance, kind, town, name, address.
pub(super) fn line(offer: &Offer, lang: Lang) -> String {
    let entry = offer.entry;
    let mark = if offer.ticked { 'x' } else { ' ' };
    let distance = match offer.distance {
        Some(km) => format!("{km:3.0} km"),
        None => " ".repeat(6),
    };
    let town = match entry.place {
        "" => lang.text(&format!("catalogue-level-{}", offer.level.name())),
        place => place.to_owned(),
    };
    let doubt = match entry.trust {
        catalogue::Trust::Seen => String::new(),
        trust => format!("  ({})", lang.text(&format!("catalogue-trust-{}", trust.name()))),
    };
    let kind = lang.text(&format!("catalogue-kind-{}", entry.kind.name()));
    let (kind, town) = (pad(&kind, KIND), pad(&town, TOWN));
    format!("{mark} {distance}  {kind}  {town}  {}  {}{doubt}", entry.title, entry.url)
}

fn object(offer: &Offer) -> OfferObject {
    let entry = offer.entry;
    OfferObject {
        outlet: entry.outlet,
        title: entry.title,
        kind: entry.kind.name(),
        url: entry.url.as_str(),
        site: entry.site,
        country: entry.country,
        region: entry.region,
        place: entry.place,
        language: entry.language,
        trust: entry.trust.name(),
        level: offer.level.name(),
        distance_km: offer.distance.map(|km| (km * 10.0).round() / 10.0),
        ticked: offer.ticked,
    }
}
