//! The lines of the catalogue.

use std::sync::LazyLock;

use crate::domain::FeedUrl;
use crate::gazetteer::Point;

/// The shipped catalogue.
pub const SHIPPED: &str = include_str!("../../assets/catalogue.tsv");

/// Who publishes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A newspaper.
    Newspaper,
    /// Radio or television.
    Broadcaster,
    /// Police reports.
    Police,
    /// A fire brigade.
    Fire,
    /// A town hall, a county, a state government.
    City,
    /// Weather warnings.
    Weather,
    /// Magazines, portals, clubs.
    Magazine,
}

impl Kind {
    /// Every kind, in the order in which they are offered.
    pub const ALL: &'static [Self] = &[
        Self::Newspaper,
        Self::Broadcaster,
        Self::Police,
        Self::Fire,
        Self::City,
        Self::Weather,
        Self::Magazine,
    ];

    /// The stable name, as in the catalogue and in `--json`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Newspaper => "newspaper",
            Self::Broadcaster => "broadcaster",
            Self::Police => "police",
            Self::Fire => "fire",
            Self::City => "city",
            Self::Weather => "weather",
            Self::Magazine => "magazine",
        }
    }

    /// The kind of a stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }
}

/// How sure it is that the feed lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Trust {
    /// Somebody saw it alive.
    Seen,
    /// The only source is old or weak.
    Doubtful,
    /// Guessed by the pattern of its sisters, seen by nobody.
    Unverified,
}

impl Trust {
    /// Every degree, the surest first.
    pub const ALL: &'static [Self] = &[Self::Seen, Self::Doubtful, Self::Unverified];

    /// The stable name, as in the catalogue and in `--json`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Seen => "seen",
            Self::Doubtful => "doubtful",
            Self::Unverified => "unverified",
        }
    }

    /// The degree of a stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|trust| trust.name() == name)
    }
}

/// A feed of the catalogue.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry<'a> {
    /// ISO 3166-1 code of the country.
    pub country: &'a str,
    /// ISO 3166-2 code; empty for a feed of the whole country.
    pub region: &'a str,
    /// The town; empty for a feed of the whole region.
    pub place: &'a str,
    /// Where the town lies.
    pub point: Option<Point>,
    /// Who publishes.
    pub kind: Kind,
    /// How sure it is that the feed lives.
    pub trust: Trust,
    /// Language tag (BCP 47).
    pub language: &'a str,
    /// The paper, station or office; its feeds are one choice.
    pub outlet: &'a str,
    /// The feed's name.
    pub title: &'a str,
    /// The feed's address.
    pub url: FeedUrl,
    /// The web page that it belongs to; may be empty.
    pub site: &'a str,
}

static ENTRIES: LazyLock<Vec<Entry<'static>>> = LazyLock::new(|| read(SHIPPED));

/// Every feed of the catalogue, in the order of the file.
pub fn entries() -> &'static [Entry<'static>] {
    &ENTRIES
}

/// The feeds of a text in the catalogue's form; lines that hold none are left out.
pub fn read(text: &str) -> Vec<Entry<'_>> {
    lines(text).filter_map(|(_, line)| entry(line).ok()).collect()
}

/// The lines that hold a feed, with their numbers.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    (1..).zip(text.lines()).filter(|(_, line)| !line.starts_with('#') && !line.trim().is_empty())
}

/// Reads a line; the error names what is wrong with it.
pub(super) fn entry(line: &str) -> Result<Entry<'_>, String> {
    let fields: Vec<&str> = line.split('\t').collect();
    let [country, region, place, lat, lon, kind, trust, language, outlet, title, url, site] =
        fields[..]
    else {
        return Err(format!("has {} columns instead of 12", fields.len()));
    };
    let point = match (lat, lon) {
        ("", "") => None,
        _ => Some(Point {
            lat: lat.parse().map_err(|_| format!("latitude \"{lat}\" is no number"))?,
            lon: lon.parse().map_err(|_| format!("longitude \"{lon}\" is no number"))?,
        }),
    };
    Ok(Entry {
        country,
        region,
        place,
        point,
        kind: Kind::from_name(kind).ok_or_else(|| format!("kind \"{kind}\" is unknown"))?,
        trust: Trust::from_name(trust).ok_or_else(|| format!("trust \"{trust}\" is unknown"))?,
        language,
        outlet,
        title,
        url: FeedUrl::parse(url).map_err(|fault| format!("address {url}: {fault}"))?,
        site,
    })
}
