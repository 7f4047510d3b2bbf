//! The one door: texts in, place with evidence out.

use crate::domain::{self, GeoPoint, Placing, Spot};
use crate::gazetteer::{Area, Place, Point, named};
use crate::place::lexicon::Language;
use crate::place::mention::{Finder, Found, Mention};
use crate::place::resolve::Resolver;
use crate::place::weigh::{self, Sum, Weighed};
use crate::place::{Cue, Field, dateline, outside};
use crate::text::Clean;

/// The texts of a story; each may be empty.
#[derive(Debug, Clone, Copy, Default)]
pub struct Input<'a> {
    /// The line above the headline.
    pub kicker: &'a str,
    /// The headline.
    pub title: &'a str,
    /// The place before the text, as printed.
    pub dateline: &'a str,
    /// The text, with or without the dateline.
    pub text: &'a str,
    /// The author's line.
    pub byline: &'a str,
    /// The categories.
    pub tags: &'a [&'a str],
    /// Address of the article's page.
    pub address: &'a str,
    /// The coordinates that the feed gives the entry.
    pub point: Option<Point>,
}

/// What is known of the feed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Context {
    /// ISO 3166-2 code of the feed's region, or ISO 3166-1 code of its country; may be empty.
    pub region: String,
    /// The feed's town.
    pub place: Option<Place>,
    /// Where that lies.
    pub point: Option<Point>,
    /// Language tag (BCP 47); may be empty.
    pub language: String,
}

impl Context {
    /// The context of a feed by the names of its region and town and its language tag; each may be empty.
    pub fn new(region: &str, place: &str, language: &str) -> Self {
        let found = named(place);
        let inside = found.iter().find(|p| p.region().code == region || p.country() == region);
        let place = inside.or(found.first()).copied();
        let region = match place {
            Some(place) if region.len() < 3 => place.region().code,
            _ => region,
        };
        Self {
            region: region.to_owned(),
            place,
            point: place.map(Place::point),
            language: language.to_owned(),
        }
    }

    /// ISO 3166-1 code of the feed's country; empty when not known.
    pub fn country(&self) -> &str {
        self.region.split('-').next().unwrap_or_default()
    }
}

/// Something that speaks for the place.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// Where it stands.
    pub field: Field,
    /// How the place is named there.
    pub cue: Cue,
    /// The words.
    pub text: String,
    /// The place that they mean.
    pub place: Place,
    /// Its share of the decision.
    pub weight: f64,
}

/// Where a story plays.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Located {
    /// The place, as exactly as it is known; none when unknown.
    pub place: Option<Place>,
    /// The county or region that is named when no town is, or the feed's region when nothing is.
    pub area: Option<Area>,
    /// From 0 to 1: how sure it is.
    pub confidence: f64,
    /// What speaks for it, the heaviest first.
    pub evidence: Vec<Evidence>,
}

impl Located {
    /// The same as the archive keeps it.
    pub fn placing(&self) -> Placing {
        let line = Clean::line;
        let spot = self.place.map(|place| {
            let Point { lat, lon } = place.point();
            Spot {
                name: line(place.name()),
                town: line(place.municipality().name()),
                region: line(place.region().code),
                point: GeoPoint::from_degrees(lat, lon),
            }
        });
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a share is between 0 and 1, a weight is small and positive"
        )]
        let whole = |n: f64| n.round() as u32;
        let evidence = self.evidence.iter().map(|one| domain::Evidence {
            field: line(one.field.name()),
            cue: line(one.cue.name()),
            text: line(&one.text),
            place: line(one.place.name()),
            weight: whole(one.weight * 10.0),
        });
        Placing {
            spot,
            confidence: u8::try_from(whole(self.confidence * 100.0)).unwrap_or(100),
            evidence: evidence.collect(),
        }
    }
}

/// Only the first letters of a text are read, in bytes: the place is named early or not at all.
const MAX_TEXT: usize = 600;
/// From this confidence on the body is not read: what it names in passing would change nothing.
const SURE: f64 = 0.75;
/// The first sentences, in bytes.
const LEAD: usize = 220;
/// A story with an agency's dateline from farther away is no story of the region, in kilometres.
const AGENCY_KM: f64 = 80.0;
/// An edition covers no more than this around its town, in kilometres.
const EDITION_KM: f64 = 50.0;

/// Finds where a story plays.
pub fn locate(input: &Input<'_>, context: &Context) -> Located {
    let language = Language::of(&context.language, context.country()).unwrap_or(Language::German);
    let mut found = Found::default();
    found.mentions.extend(input.point.and_then(outside::of_point));
    let (agency, body) = read(input, language, &mut found);
    found.mentions.extend(outside::of_address(input.address, context, language));
    let early = judge(&found, context, language, agency);
    if early.confidence >= SURE || body.is_empty() {
        return early;
    }
    Finder { found: &mut found, language }.read(body, Field::Body);
    judge(&found, context, language, agency)
}

/// What the mentions found so far say.
fn judge(found: &Found, context: &Context, language: Language, agency: Option<f64>) -> Located {
    let resolver = Resolver::new(context, language, found);
    let all: Vec<&Mention> = found.mentions.iter().collect();
    let mut weighed: Vec<Weighed<'_>> = Vec::with_capacity(all.len());
    for mention in &found.mentions {
        let place = match mention.within {
            Some(town) => within(&weighed, &found.mentions[town], mention),
            None if mention.field == Field::Point => mention.hits.first().map(|hit| hit.place),
            None => resolver.resolve(mention),
        };
        if let Some(place) = place {
            let mut one = weigh::weigh(mention, place, context, &all);
            one.weight *= agency.filter(|_| mention.field == Field::Dateline).unwrap_or(1.0);
            weighed.push(one);
        }
    }
    decide(found, &weighed, context, agency.is_some())
}

/// The district of the town that was named just before it.
fn within(weighed: &[Weighed<'_>], town: &Mention, district: &Mention) -> Option<Place> {
    let town = weighed.iter().rev().find(|w| std::ptr::eq(w.mention, town))?.place;
    district.hits.iter().map(|h| h.place).find(|p| p.municipality() == town)
}

/// Reads all fields but the body. Returns the share that an agency's mark leaves of the dateline's weight, and the body.
fn read<'a>(input: &Input<'a>, language: Language, found: &mut Found) -> (Option<f64>, &'a str) {
    let mut finder = Finder { found, language };
    let text = dateline::beginning(input.text, MAX_TEXT);
    let (dateline, text) = dateline::split(input.dateline.trim(), text.trim_start());
    for part in dateline::parts(dateline) {
        let before = finder.found.mentions.len();
        finder.read_alone(part, Field::Dateline);
        if finder.found.mentions.len() > before {
            break;
        }
    }
    finder.read_kicker(input.kicker.trim());
    for tag in input.tags {
        finder.read_alone(tag, Field::Tag);
    }
    let (head, title) = dateline::split_title(input.title.trim());
    finder.read_alone(head, Field::Head);
    finder.read(title, Field::Title);
    let lead = dateline::beginning(text, LEAD).len();
    let lead = text[lead..]
        .find(['.', '!', '?', '\n'])
        .map_or(text.len(), |at| (lead + at + 1).min(text.len()));
    let (lead, body) = text.split_at(lead.min(text.len()));
    finder.read(lead, Field::Lead);
    if let Some((_, place)) = input.byline.rsplit_once(", ") {
        finder.read_alone(place, Field::Byline);
    }
    (dateline::agency_share(dateline), body)
}

fn decide(found: &Found, weighed: &[Weighed<'_>], context: &Context, agency: bool) -> Located {
    let sums = weigh::sums(weighed);
    let named_area = found
        .areas
        .iter()
        .find(|(field, _)| *field <= Field::Title)
        .and_then(|(_, areas)| areas.iter().find(|a| in_context(a, context)).or(areas.first()))
        .copied();
    let best = sums.first().map(|first| scene_of_edition(first, &sums, weighed));
    let Some(best) = best.filter(|s| s.weight >= weigh::enough(s.town, context)) else {
        if let Some(area) = named_area {
            return Located { area: Some(area), confidence: 0.5, ..Located::default() };
        }
        return fallback(context, agency, weighed);
    };
    let next = sums.get(1).map_or(0.0, |s| s.weight);
    let strength = 1.0 - (-best.weight / 4.0).exp();
    let confidence = strength * best.weight / (best.weight + 0.7 * next);
    let mut evidence: Vec<Evidence> = weighed
        .iter()
        .filter(|w| w.place.municipality() == best.town)
        .map(|w| Evidence {
            field: w.mention.field,
            cue: w.mention.cue,
            text: w.mention.text.clone(),
            place: w.place,
            weight: w.weight,
        })
        .collect();
    evidence.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    Located { place: Some(weigh::part(best.town, weighed)), area: None, confidence, evidence }
}

/// A kicker may name the edition only: when title and text agree on another town nearby and say nothing of the kicker's,
/// the story plays there.
fn scene_of_edition<'s>(first: &'s Sum, sums: &'s [Sum], weighed: &[Weighed<'_>]) -> &'s Sum {
    let has = |sum: &Sum, field: Field| {
        weighed.iter().any(|w| {
            w.place.municipality() == sum.town
                && w.mention.field == field
                && matches!(
                    w.mention.cue,
                    Cue::In | Cue::Named | Cue::Near | Cue::Adjective | Cue::Bare
                )
        })
    };
    let mut of_first = weighed.iter().filter(|w| w.place.municipality() == first.town);
    let only_kicker = of_first.all(|w| w.mention.field == Field::Kicker);
    let is_scene = |sum: &&Sum| {
        has(sum, Field::Title)
            && has(sum, Field::Lead)
            && sum.town.point().distance(first.town.point()) < EDITION_KM
    };
    sums.get(1).filter(is_scene).filter(|_| only_kicker).unwrap_or(first)
}

fn in_context(area: &Area, context: &Context) -> bool {
    area.code == context.region
        || context.place.is_some_and(|p| p.county() == Some(*area) || p.region() == *area)
}

/// The feed's own town, or at least its region, when nothing speaks against a local story.
fn fallback(context: &Context, agency: bool, weighed: &[Weighed<'_>]) -> Located {
    let is_far = |w: &Weighed<'_>| {
        let far = context.point.is_some_and(|p| w.place.point().distance(p) > AGENCY_KM);
        w.mention.field == Field::Dateline && (far || w.place.region().code != context.region)
    };
    if agency && weighed.iter().any(is_far) {
        return Located::default();
    }
    let Some(place) = context.place else {
        let area = Area::all().find(|a| a.code == context.region);
        return Located { area, confidence: 0.1, ..Located::default() };
    };
    let evidence = Evidence {
        field: Field::Feed,
        cue: Cue::Alone,
        text: place.name().to_owned(),
        place,
        weight: 1.0,
    };
    Located { place: Some(place), area: None, confidence: 0.3, evidence: vec![evidence] }
}
