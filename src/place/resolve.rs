//! Which of the places of one name is meant: the one near the feed, in a named county, beside the other places named.

use crate::gazetteer::{Area, Hit, Kind, Place, Point, key};
use crate::place::Cue;
use crate::place::lexicon::Language;
use crate::place::locate::Context;
use crate::place::mention::{Found, Mention};

/// A foreign town that is meant without more must have as many inhabitants.
const KNOWN_ABROAD: u32 = 100_000;
/// A town across the border counts as of the region within this distance of the feed's town, in kilometres.
const ACROSS_KM: f64 = 60.0;

/// Places named together lie this near to each other, in kilometres.
const COMPANY_KM: f64 = 25.0;

/// Chooses between places.
pub(super) struct Resolver<'a> {
    pub(super) context: &'a Context,
    pub(super) language: Language,
    counties: Vec<&'a Area>,
    anchors: Vec<(Place, Point)>,
}

impl<'a> Resolver<'a> {
    pub(super) fn new(context: &'a Context, language: Language, found: &'a Found) -> Self {
        let counties = found.areas.iter().flat_map(|(_, areas)| areas).collect();
        let mut resolver = Self { context, language, counties, anchors: Vec::new() };
        // First those that are clear without help; they help the others.
        for mention in &found.mentions {
            if let Some(town) = resolver.clear(mention).map(Place::municipality)
                && !resolver.anchors.iter().any(|(anchor, _)| *anchor == town)
            {
                resolver.anchors.push((town, town.point()));
            }
        }
        resolver
    }

    /// The place that a mention means; none when it means none that this paper would.
    pub(super) fn resolve(&self, mention: &Mention) -> Option<Place> {
        let candidates = self.candidates(mention);
        if let [only] = candidates[..] {
            return Some(only.place);
        }
        let best = candidates
            .iter()
            .map(|hit| (self.score(**hit, mention), hit.place))
            .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(&a.1)))?;
        Some(best.1)
    }

    fn clear(&self, mention: &Mention) -> Option<Place> {
        let candidates = self.candidates(mention);
        let [only] = candidates[..] else {
            let mut by_size: Vec<u32> = candidates.iter().map(|h| h.place.population()).collect();
            by_size.sort_unstable_by(|a, b| b.cmp(a));
            let clear = by_size.len() > 1 && by_size[0] > 50_000 && by_size[0] / 20 > by_size[1];
            return candidates
                .iter()
                .find(|h| clear && h.place.population() == by_size[0])
                .map(|h| h.place);
        };
        (!mention.word).then_some(only.place)
    }

    fn candidates<'m>(&self, mention: &'m Mention) -> Vec<&'m Hit> {
        let hits: Vec<&Hit> =
            mention.hits.iter().filter(|hit| self.is_possible(**hit, mention)).collect();
        let main: Vec<&Hit> =
            hits.iter().copied().filter(|h| !h.alias || self.is_home(h.place)).collect();
        if main.is_empty() { hits } else { main }
    }

    fn is_possible(&self, hit: Hit, mention: &Mention) -> bool {
        let place = hit.place;
        let near = |p: Point| p.distance(place.point()) < ACROSS_KM;
        if self.is_home(place) || self.context.point.is_some_and(near) {
            // Old and foreign names of a town at home mean it only where nothing but a name can stand.
            return !hit.alias || mention.cue.makes_name() || is_short_form(place, mention);
        }
        // "Corona" is no town in California, "in Mailand" is one in Italy.
        place.population() >= KNOWN_ABROAD
            && place.kind() != Kind::Section
            && matches!(mention.cue, Cue::In | Cue::Near | Cue::From | Cue::Named | Cue::Alone)
    }

    fn is_home(&self, place: Place) -> bool {
        let country = place.country();
        match self.context.country() {
            "" => self.language.countries().contains(&country),
            home => home == country,
        }
    }

    /// How likely a place is meant; only the order of the numbers means anything.
    fn score(&self, hit: Hit, mention: &Mention) -> f64 {
        let place = hit.place;
        let size = f64::from(place.population() + 1_000).ln() / 1e6f64.ln();
        let kind = match place.kind() {
            Kind::Municipality => 0.0,
            Kind::Village => -0.15,
            Kind::Section => -0.2,
        };
        let alias = match hit.alias {
            false => 0.0,
            true if is_short_form(place, mention) => -0.1,
            true => -0.8,
        };
        size + kind + alias + self.nearness(place) + self.company(place)
    }

    fn nearness(&self, place: Place) -> f64 {
        let region = self.context.region.as_str();
        let in_region = match place.region().code {
            "" => 0.0,
            code if code == region => 1.2,
            _ if place.country() == self.context.country() => 0.3,
            _ => 0.0,
        };
        let near = self.context.point.map_or(0.0, |p| match p.distance(place.point()) {
            ..20.0 => 2.0,
            20.0..45.0 => 1.5,
            45.0..90.0 => 0.8,
            _ => 0.0,
        });
        in_region + near
    }

    fn company(&self, place: Place) -> f64 {
        let county = place.county();
        let in_county = self.counties.iter().any(|a| Some(**a) == county || **a == place.region());
        let (own, point) = (place.municipality(), place.point());
        let is_near = |anchor: Point| {
            // A degree of latitude is 111 km: most are ruled out without a sine.
            (anchor.lat - point.lat).abs() < COMPANY_KM / 111.0
                && anchor.distance(point) < COMPANY_KM
        };
        let near = self.anchors.iter().any(|(anchor, at)| *anchor != own && is_near(*at));
        let same = own != place && self.anchors.iter().any(|(anchor, _)| *anchor == own);
        let points = [(in_county, 2.0), (near, 1.0), (same, 1.5)];
        points.iter().filter(|(is, _)| *is).map(|(_, points)| points).sum()
    }
}

/// Whether the mention is the town's name without its official addition: "Hofheim" for Hofheim in Unterfranken.
fn is_short_form(place: Place, mention: &Mention) -> bool {
    let (name, said) = (key(place.name()), key(&mention.text));
    name.strip_prefix(&said).is_some_and(|rest| rest.starts_with(' '))
}
