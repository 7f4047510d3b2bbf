//! A place of the gazetteer.

use std::fmt;

use crate::gazetteer::format::Packed;
use crate::gazetteer::{Area, Point, area, table};

/// What a place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// The seat, or the whole, of a municipality.
    Municipality = 0,
    /// A village that belongs to a municipality.
    Village = 1,
    /// A district of a town (Ortsteil).
    Section = 2,
}

impl Kind {
    pub(super) fn from_number(number: usize) -> Self {
        match number {
            1 => Self::Village,
            2 => Self::Section,
            _ => Self::Municipality,
        }
    }
}

/// A place: its row in the gazetteer. Valid for this version of the program only, so never store it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place(pub(super) u32);

impl Place {
    /// Every place of a country, or of all when `country` is empty.
    pub fn all(country: &str) -> impl Iterator<Item = Self> {
        let all = (0..table::table().n_rows()).map(Self);
        all.filter(move |p| country.is_empty() || p.country() == country)
    }

    fn row(self) -> Packed {
        table::table().row(self.0)
    }

    /// Its name as on the town's own sign.
    pub fn name(self) -> &'static str {
        let (at, len) = self.row().name;
        table::table().names.get(at..at + len).unwrap_or_default()
    }

    /// Where it lies; for a district without a point of its own the centre of its town.
    pub fn point(self) -> Point {
        self.row().point()
    }

    /// Inhabitants; 0 when not known.
    pub fn population(self) -> u32 {
        table::table().population(self.0)
    }

    /// What it is.
    pub fn kind(self) -> Kind {
        self.row().kind
    }

    /// The municipality that it is a part of; itself when it is one.
    pub fn municipality(self) -> Self {
        self.row().parent.map_or(self, Self)
    }

    /// Its region (state, canton, province).
    pub fn region(self) -> Area {
        let unknown = Area { country: "", code: "", name: "", is_region: true };
        area::numbered(self.row().region).unwrap_or(unknown)
    }

    /// Its county (Kreis, Bezirk, département), when known.
    pub fn county(self) -> Option<Area> {
        area::numbered(self.row().county)
    }

    /// ISO 3166-1 code of its country.
    pub fn country(self) -> &'static str {
        self.region().country
    }

    /// The municipality's official key: AGS in Germany (8 digits), Gemeindekennziffer in Austria (5), BFS number in
    /// Switzerland.
    pub fn municipality_key(self) -> Option<String> {
        let number = Some(self.row().municipality).filter(|n| *n != 0)?;
        let width = if self.country() == "DE" { 8 } else { 0 };
        Some(format!("{number:0width$}"))
    }

    /// The name with what tells it from its doubles: "Hüls (Krefeld, Nordrhein-Westfalen)".
    pub fn label(self) -> String {
        let town = self.municipality();
        let within = match self.county() {
            _ if town != self => Some(town.name()),
            Some(county) if county.bare_name() != self.name() => Some(county.name),
            _ => None,
        };
        let region = Some(self.region().name).filter(|r| !r.is_empty() && *r != self.name());
        let parts: Vec<&str> = within.into_iter().chain(region).collect();
        if parts.is_empty() {
            return self.name().to_owned();
        }
        format!("{} ({})", self.name(), parts.join(", "))
    }
}

impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Place({}, {})", self.0, self.label())
    }
}
