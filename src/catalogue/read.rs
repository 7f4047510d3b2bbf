//! The lines of the catalogue.

use std::collections::HashMap;
use std::sync::LazyLock;

pub use crate::domain::FeedKind as Kind;
use crate::domain::FeedUrl;
use crate::gazetteer::Point;

/// The shipped catalogue.
pub const SHIPPED: &str = include_str!("../../assets/catalogue.tsv");

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

static BY_ADDRESS: LazyLock<HashMap<String, &'static Entry<'static>>> =
    LazyLock::new(|| entries().iter().map(|e| (bare(e.url.as_str()), e)).collect());

/// Region of each host whose feeds are all of one region.
static BY_HOST: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let mut regions: HashMap<String, Option<&str>> = HashMap::new();
    for entry in entries() {
        let known = regions.entry(entry.url.host()).or_insert(Some(entry.region));
        *known = known.filter(|region| *region == entry.region);
    }
    regions.into_iter().filter_map(|(host, region)| Some((host, region?))).collect()
});

/// The feed of an address, with or without `https` and `www`.
pub fn of_address(url: &FeedUrl) -> Option<&'static Entry<'static>> {
    BY_ADDRESS.get(&bare(url.as_str())).copied()
}

/// The region (ISO 3166-2) that all known feeds of an address' host cover.
pub fn region_of_host(url: &FeedUrl) -> Option<&'static str> {
    BY_HOST.get(&url.host()).copied().filter(|region| !region.is_empty())
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

/// An address without what does not change the feed: scheme, `www.`, a slash at the end.
pub(super) fn bare(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.strip_prefix("www.").unwrap_or(rest).trim_end_matches('/').to_owned()
}
