//! Regions and counties.

use std::sync::LazyLock;

use crate::gazetteer::table;

/// A region (state, canton, province) or a county (Kreis, Bezirk, département).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Area {
    /// ISO 3166-1 code of the country, `DE`.
    pub country: &'static str,
    /// For a region its ISO 3166-2 code, `DE-NW`; for a county the same where it has one, in Germany the first five
    /// digits of its key.
    pub code: &'static str,
    /// Its name, `Nordrhein-Westfalen`, `Kreis Viersen`.
    pub name: &'static str,
    /// Whether it is a region, not a county.
    pub is_region: bool,
}

static AREAS: LazyLock<Vec<Area>> = LazyLock::new(|| {
    let lines = table::table().areas.lines();
    lines
        .map(|line| {
            let mut fields = line.split('\t');
            let mut next = || fields.next().unwrap_or_default();
            let is_region = next() == "r";
            Area { is_region, country: next(), code: next(), name: next() }
        })
        .collect()
});

/// The area of a number, as a row has it.
pub(super) fn numbered(number: usize) -> Option<Area> {
    AREAS.get(number).copied()
}

impl Area {
    /// Every area of the gazetteer.
    pub fn all() -> impl Iterator<Item = Self> {
        AREAS.iter().copied()
    }

    /// The name without the word for its kind: "Viersen" for "Kreis Viersen", "Neuss" for "Rhein-Kreis Neuss".
    pub fn bare_name(self) -> &'static str {
        const KINDS: &[&str] = &[
            "Landkreis ",
            "Rhein-Kreis ",
            "Kreis ",
            "Stadt ",
            "Städteregion ",
            "Region ",
            "Bezirk ",
        ];
        KINDS.iter().find_map(|kind| self.name.strip_prefix(kind)).unwrap_or(self.name)
    }
}
