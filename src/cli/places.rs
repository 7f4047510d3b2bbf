//! `umland places`: where texts play.

use serde::Serialize;
use serde_json::Value;

use super::args::Places;
use super::exit::{Exit, Result};
use super::import::read;
use super::out::{Out, talk};
use super::world::World;
use crate::gazetteer::{Kind, Place};
use crate::place::{Context, Evidence, Input, Located, locate};
use crate::tr;

#[derive(Debug, Serialize)]
struct PlaceObject<'a> {
    id: &'a Value,
    place: Option<&'static str>,
    municipality: Option<&'static str>,
    district: Option<&'static str>,
    county: Option<&'static str>,
    region: Option<&'static str>,
    country: Option<&'static str>,
    key: Option<String>,
    lat: Option<f64>,
    lon: Option<f64>,
    confidence: f64,
    evidence: Vec<EvidenceObject<'a>>,
}

#[derive(Debug, Serialize)]
struct EvidenceObject<'a> {
    field: &'static str,
    cue: &'static str,
    text: &'a str,
    place: &'static str,
    weight: f64,
}

pub(super) fn run(args: &Places, world: &World, out: &mut Out) -> Result {
    let Some(file) = &args.file else {
        let text = args.text.join(" ");
        let input = Input { text: &text, ..Input::default() };
        let located = locate(&input, &Context::default());
        out.json(&object(&Value::Null, &located))?;
        return Ok(if located.place.is_some() { Exit::Well } else { Exit::Faults });
    };
    let bytes = read(file, world.lang)?;
    let text = String::from_utf8_lossy(&bytes);
    let mut exit = Exit::Well;
    for (number, line) in (1u32..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        match serde_json::from_str::<Value>(line) {
            Ok(record) if record.is_object() => {
                out.json(&object(&record["id"], &located(&record)))?;
            }
            _ => {
                let shown = file.display().to_string();
                talk(&tr!(world.lang, "cli-places-line", path = shown, line = number));
                exit = Exit::Faults;
            }
        }
    }
    Ok(exit)
}

fn located(record: &Value) -> Located {
    let text = |name: &str| record[name].as_str().unwrap_or_default();
    let tags: Vec<&str> =
        record["tags"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let input = Input {
        kicker: text("kicker"),
        title: text("title"),
        dateline: text("dateline"),
        text: text("text"),
        byline: text("byline"),
        tags: &tags,
        address: text("url"),
        point: None,
    };
    let context = Context::new(text("feed_region"), text("feed_place"), text("language"));
    locate(&input, &context)
}

fn object<'a>(id: &'a Value, located: &'a Located) -> PlaceObject<'a> {
    let place = located.place;
    let town = place.map(Place::municipality);
    let area = located.area;
    let named = |is_region: bool| area.filter(|a| a.is_region == is_region);
    let county = place.and_then(Place::county).or(named(false));
    PlaceObject {
        id,
        place: place.map(Place::name),
        municipality: town.map(Place::name),
        district: place.filter(|p| p.kind() != Kind::Municipality).map(Place::name),
        county: county.map(|c| c.name),
        region: place.map(Place::region).or(named(true)).map(|r| r.code),
        country: place.map(Place::country).or(area.map(|a| a.country)),
        key: town.and_then(Place::municipality_key),
        lat: place.map(|p| rounded(p.point().lat, 1e4)),
        lon: place.map(|p| rounded(p.point().lon, 1e4)),
        confidence: rounded(located.confidence, 100.0),
        evidence: located.evidence.iter().map(evidence).collect(),
    }
}

fn evidence(one: &Evidence) -> EvidenceObject<'_> {
    EvidenceObject {
        field: one.field.name(),
        cue: one.cue.name(),
        text: &one.text,
        place: one.place.name(),
        weight: rounded(one.weight, 10.0),
    }
}

fn rounded(value: f64, steps: f64) -> f64 {
    (value * steps).round() / steps
}
