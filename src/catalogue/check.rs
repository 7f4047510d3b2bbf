//! The rules that every line of the catalogue keeps.

use std::collections::HashMap;
use std::fmt;

use crate::catalogue::read::{self, Entry};
use crate::gazetteer::{self, Area};

/// The gazetteer's town of that name must lie within this distance of the catalogue's point, in kilometres.
const MAX_KM: f64 = 25.0;

/// A line that breaks a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogueFault {
    /// Number of the line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub what: String,
}

impl fmt::Display for CatalogueFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.line, self.what)
    }
}

/// Every fault of a text in the catalogue's form; none when all is well.
pub fn check(text: &str) -> Vec<CatalogueFault> {
    let mut faults = Vec::new();
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut last = "";
    for (line, source) in read::lines(text) {
        let mut fault = |what: String| faults.push(CatalogueFault { line, what });
        let entry = match read::entry(source) {
            Ok(entry) => entry,
            Err(what) => {
                fault(what);
                continue;
            }
        };
        if let Some(first) = seen.insert(read::bare(entry.url.as_str()), line) {
            fault(format!("{} stands in line {first} already", entry.url));
        }
        if sort_key(source) < sort_key(last) {
            fault("is not sorted by country, region and place".to_owned());
        }
        last = source;
        for what in entry_faults(&entry) {
            fault(what);
        }
    }
    faults
}

fn entry_faults(entry: &Entry<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    if entry.outlet.is_empty() || entry.title.is_empty() {
        faults.push("has no outlet or no title".to_owned());
    }
    if !(2..=3).contains(&entry.language.split('-').next().unwrap_or_default().len()) {
        faults.push(format!("language \"{}\" is no BCP 47 tag", entry.language));
    }
    if !entry.url.as_str().starts_with("http") {
        faults.push(format!("{} is no web address", entry.url));
    }
    if !Area::all().any(|a| a.country == entry.country) {
        faults.push(format!("country \"{}\" is not in the gazetteer", entry.country));
    }
    if !(entry.region.is_empty() || entry.region.starts_with(&format!("{}-", entry.country))) {
        faults.push(format!("region {} does not lie in {}", entry.region, entry.country));
    }
    match (entry.place, entry.point) {
        ("", None) => {}
        ("", Some(_)) | (_, None) => faults.push("has a place or a point, not both".to_owned()),
        (place, Some(point)) => {
            let known = gazetteer::exact(place).iter().any(|h| {
                h.place.country() == entry.country && h.place.point().distance(point) < MAX_KM
            });
            if !known {
                faults
                    .push(format!("place {place} is not known near {}, {}", point.lat, point.lon));
            }
        }
    }
    faults
}

fn sort_key(line: &str) -> Vec<&str> {
    line.split('\t').take(3).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::SHIPPED;

    #[test]
    fn the_shipped_catalogue_keeps_every_rule() {
        let found: Vec<String> = check(SHIPPED).iter().map(ToString::to_string).collect();
        assert!(found.is_empty(), "\n{}\n", found.join("\n"));
    }

    #[test]
    fn each_planted_fault_is_found() {
        const GOOD: &str = "DE\tDE-NW\tKrefeld\t51.3364\t6.5538\tnewspaper\tseen\tde\tBote\tBote Krefeld\thttps://bote.example/rss\t";
        let cases = [
            (GOOD.replace("seen", "sure"), "trust \"sure\" is unknown"),
            (GOOD.replace("newspaper", "paper"), "kind \"paper\" is unknown"),
            (GOOD.replace("6.5538", "9.5538"), "place Krefeld is not known"),
            (GOOD.replace("6.5538", "east"), "longitude \"east\" is no number"),
            (GOOD.replace("Krefeld\t51", "\t51"), "not both"),
            (GOOD.replace("DE-NW", "AT-6"), "does not lie in DE"),
            (GOOD.replace("\tde\t", "\t\t"), "is no BCP 47 tag"),
            (GOOD.replace("https:", "javascript:"), "address javascript:"),
            (GOOD.replace("\tBote\t", "\t\t"), "no outlet"),
            (GOOD.replace("\tde\tBote", "\tde"), "11 columns"),
            (format!("{GOOD}\n{}", GOOD.replace("https://", "http://www.")), "in line 1 already"),
            (format!("{GOOD}\n{}", GOOD.replace("DE-NW", "DE-BY")), "is not sorted"),
        ];
        assert_eq!(check(GOOD), []);
        for (text, want) in cases {
            let found = check(&text);
            assert!(found.iter().any(|f| f.what.contains(want)), "{want}: {found:?}");
        }
    }
}
