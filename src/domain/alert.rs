//! Official warnings: what a weather service or a civil-protection authority says in the Common Alerting Protocol
//! (OASIS CAP 1.2, <https://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2.html>), as far as feeds carry it.

use super::{EntryId, GeoPoint, Timestamp};
use crate::text::Clean;
use crate::text::fold::fold;

/// A warning without an end is over after so many seconds.
const LASTS: i64 = 24 * 60 * 60;

/// How bad it may become (CAP 1.2, `severity`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Severity {
    /// Not said.
    #[default]
    Unknown,
    /// Minimal threat.
    Minor,
    /// Possible threat.
    Moderate,
    /// Significant threat.
    Severe,
    /// Extraordinary threat.
    Extreme,
}

impl Severity {
    /// Every severity, the mildest first.
    pub const ALL: &'static [Self] =
        &[Self::Unknown, Self::Minor, Self::Moderate, Self::Severe, Self::Extreme];

    /// CAP's word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unknown => "Unknown",
            Self::Minor => "Minor",
            Self::Moderate => "Moderate",
            Self::Severe => "Severe",
            Self::Extreme => "Extreme",
        }
    }

    /// The severity of CAP's word, in any case.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|severity| severity.name().eq_ignore_ascii_case(name))
    }
}

/// What a message does to those before it (CAP 1.2, `msgType`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum AlertKind {
    /// A warning of its own.
    #[default]
    Alert,
    /// Replaces those that it refers to.
    Update,
    /// Ends those that it refers to.
    Cancel,
}

/// One warning.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Alert {
    /// Its identifier; empty when there is none.
    pub identifier: Clean,
    /// What it does to those before it.
    pub kind: AlertKind,
    /// Not an exercise, a test or a draft.
    pub actual: bool,
    /// What is warned of: "Sturmböen".
    pub event: Clean,
    /// How bad it may become.
    pub severity: Severity,
    /// When it was sent.
    pub sent: Option<Timestamp>,
    /// From when on it holds.
    pub onset: Option<Timestamp>,
    /// When it ends.
    pub expires: Option<Timestamp>,
    /// Where it holds, in words: "Kreis Viersen".
    pub areas: Vec<Clean>,
    /// Where it holds, as lines around areas.
    pub polygons: Vec<Vec<GeoPoint>>,
    /// Identifiers of the messages that it replaces or ends.
    pub references: Vec<Clean>,
}

/// A warning of the archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlertRow {
    /// The entry that carries it.
    pub entry: EntryId,
    /// The warning.
    pub alert: Alert,
    /// The entry's headline.
    pub title: Clean,
    /// The feed's title.
    pub source: Clean,
}

/// Where somebody lives, as far as warnings name places.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Dwelling {
    /// Names of the town and its quarter.
    pub towns: Vec<Clean>,
    /// Names of the district and the state.
    pub regions: Vec<Clean>,
    /// Its coordinates.
    pub point: Option<GeoPoint>,
}

impl Alert {
    /// Whether it must be shown at a time: real, not ended, not itself the end of another. One that begins later is shown
    /// too; that is what warnings are for.
    pub fn holds_at(&self, now: Timestamp) -> bool {
        let is_meant = self.actual && self.kind != AlertKind::Cancel;
        is_meant && self.ends().is_some_and(|end| end > now)
    }

    /// When it is over; none when it names no time at all.
    pub fn ends(&self) -> Option<Timestamp> {
        self.expires.or_else(|| self.onset.or(self.sent).map(|at| at.plus(LASTS)))
    }

    /// Whether it holds where somebody lives: inside one of its lines, or, when it has none, by name.
    pub fn covers(&self, home: &Dwelling) -> bool {
        match home.point {
            Some(point) if !self.polygons.is_empty() => {
                self.polygons.iter().any(|line| is_inside(point, line))
            }
            _ => self.areas.iter().any(|area| names(area, home)),
        }
    }
}

/// Whether the name of an area is that of a place or of what the place lies in. "Kreis Viersen" is the district, "Stadt
/// Krefeld" the town; a bare name may be either.
fn names(area: &str, home: &Dwelling) -> bool {
    let (kind, name) = kind_and_name(area);
    let is_one_of = |names: &[Clean]| names.iter().any(|own| kind_and_name(own).1 == name);
    match kind {
        Some(Kind::Town) => is_one_of(&home.towns),
        Some(Kind::Region) => is_one_of(&home.regions),
        None => is_one_of(&home.towns) || is_one_of(&home.regions),
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Town,
    Region,
}

/// The words that say what kind of area a name is of, folded.
const KINDS: &[(&str, Kind)] = &[
    ("kreisfreie stadt ", Kind::Town),
    ("stadt ", Kind::Town),
    ("hansestadt ", Kind::Town),
    ("gemeinde ", Kind::Town),
    ("landkreis ", Kind::Region),
    ("kreis ", Kind::Region),
    ("stadteregion ", Kind::Region),
    ("region ", Kind::Region),
    ("bezirk ", Kind::Region),
    ("politischer bezirk ", Kind::Region),
    ("kanton ", Kind::Region),
    ("land ", Kind::Region),
];

fn kind_and_name(area: &str) -> (Option<Kind>, String) {
    let folded = fold(area.trim());
    let found = KINDS.iter().find_map(|(word, kind)| Some((*kind, folded.strip_prefix(word)?)));
    match found {
        Some((kind, name)) => (Some(kind), name.trim().to_owned()),
        None => (None, folded),
    }
}

/// Whether a point lies inside a line around an area (crossings of a ray towards the east; W. R. Franklin, PNPOLY).
fn is_inside(point: GeoPoint, line: &[GeoPoint]) -> bool {
    let at = |p: &GeoPoint| (f64::from(p.lon_e6), f64::from(p.lat_e6));
    let (x, y) = at(&point);
    let mut inside = false;
    let mut before = line.last();
    for corner in line {
        if let Some(before) = before {
            let ((x1, y1), (x2, y2)) = (at(before), at(corner));
            if (y1 > y) != (y2 > y) && x < (x2 - x1) * (y - y1) / (y2 - y1) + x1 {
                inside = !inside;
            }
        }
        before = Some(corner);
    }
    inside
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clean(names: &[&str]) -> Vec<Clean> {
        names.iter().map(|name| Clean::line(name)).collect()
    }

    fn willich() -> Dwelling {
        Dwelling {
            towns: clean(&["Willich", "Anrath"]),
            regions: clean(&["Kreis Viersen", "Nordrhein-Westfalen"]),
            point: Some(GeoPoint { lat_e6: 51_263_000, lon_e6: 6_549_000 }),
        }
    }

    fn over(areas: &[&str]) -> Alert {
        Alert { actual: true, areas: clean(areas), ..Alert::default() }
    }

    #[test]
    fn an_area_is_known_by_its_name() {
        let cases = [
            ("Kreis Viersen", true),
            ("Stadt Willich", true),
            ("WILLICH", true),
            ("Stadt Viersen", false),
            ("Stadt Krefeld", false),
            ("Nordrhein-Westfalen", true),
            ("Kreis Willich", false),
            ("", false),
        ];
        for (area, want) in cases {
            assert_eq!(over(&[area]).covers(&willich()), want, "{area}");
        }
        assert!(over(&["Stadt Krefeld", "Kreis Viersen"]).covers(&willich()));
        let munich =
            Dwelling { towns: clean(&["München"]), regions: clean(&["Bayern"]), point: None };
        assert!(over(&["Stadt München"]).covers(&munich));
        assert!(!over(&["Landkreis München"]).covers(&munich), "that is the land around it");
    }

    #[test]
    fn lines_are_truer_than_names() {
        let corner = |lat, lon| GeoPoint { lat_e6: lat * 1_000_000, lon_e6: lon * 1_000_000 };
        let square = vec![corner(51, 6), corner(52, 6), corner(52, 7), corner(51, 7)];
        let far = vec![corner(47, 6), corner(48, 6), corner(48, 7)];
        let with = |polygons| Alert { polygons, ..over(&["Kreis Viersen"]) };
        assert!(with(vec![far.clone(), square]).covers(&willich()));
        assert!(!with(vec![far.clone()]).covers(&willich()));
        assert!(!with(vec![Vec::new()]).covers(&willich()));
        let nowhere = Dwelling { point: None, ..willich() };
        assert!(with(vec![far]).covers(&nowhere), "without coordinates the name decides");
    }

    #[test]
    fn a_warning_holds_until_it_ends() {
        let at = Timestamp;
        let base = Alert { actual: true, sent: Some(at(1000)), ..Alert::default() };
        let until = Alert { onset: Some(at(5000)), expires: Some(at(9000)), ..base.clone() };
        assert!(until.holds_at(at(2000)), "it is announced");
        assert!(until.holds_at(at(8999)) && !until.holds_at(at(9000)));
        assert!(base.holds_at(at(1000 + LASTS - 1)) && !base.holds_at(at(1000 + LASTS)));
        assert!(!Alert { actual: false, ..until.clone() }.holds_at(at(2000)), "an exercise");
        assert!(!Alert { kind: AlertKind::Cancel, ..until }.holds_at(at(2000)));
        assert!(!Alert { sent: None, ..base }.holds_at(at(0)), "no time at all");
    }

    #[test]
    fn severities_round_trip_and_are_ordered() {
        for severity in Severity::ALL {
            assert_eq!(Severity::from_name(&severity.name().to_uppercase()), Some(*severity));
        }
        assert!(Severity::ALL.is_sorted());
    }
}
