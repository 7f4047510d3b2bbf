//! Packs `target/gazetteer/places.tsv` into `assets/gazetteer.bin`; the last step of `scripts/gazetteer/generate.py`.
//! It folds the names with the same code that looks them up. The layout is described in `src/gazetteer/format.rs`.

#![allow(clippy::print_stderr, reason = "a tool of the maintainers tells what it made")]

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, ensure};
use umland::gazetteer::{Kind, format, key};

struct Row {
    name: String,
    region: usize,
    county: usize,
    kind: Kind,
    lat: f64,
    lon: f64,
    population: u32,
    municipality: u32,
    parent: Option<u32>,
    aliases: Vec<String>,
}

fn main() -> Result<()> {
    let source = fs::read_to_string("target/gazetteer/places.tsv")
        .context("run scripts/gazetteer/generate.py, which writes target/gazetteer/places.tsv")?;
    let mut areas = Areas::default();
    let rows = source.lines().map(|line| row(line, &mut areas)).collect::<Result<Vec<_>>>()?;
    let (keys, postings) = index(&rows)?;
    let mut names = String::new();
    let mut seen = BTreeMap::new();
    let mut table = Vec::new();
    for row in &rows {
        let at = *seen.entry(row.name.as_str()).or_insert_with(|| {
            let at = names.len();
            names.push_str(&row.name);
            at
        });
        let packed = format::Packed {
            name: (at, row.name.len()),
            lat: row.lat,
            lon: row.lon,
            population: row.population,
            region: row.region,
            county: row.county,
            municipality: row.municipality,
            parent: row.parent,
            kind: row.kind,
        };
        packed.write(&mut table);
    }
    let areas = areas.lines.join("\n");
    let sections = [&table[..], names.as_bytes(), areas.as_bytes(), &postings, &keys];
    let file = format::join(&sections);
    fs::write("assets/gazetteer.bin", &file)?;
    let sizes: Vec<String> = sections.iter().map(|s| s.len().to_string()).collect();
    eprintln!("{} places, {} bytes ({})", rows.len(), file.len(), sizes.join(" + "));
    Ok(())
}

/// Regions and counties, numbered in the order of their first use.
#[derive(Default)]
struct Areas {
    numbers: BTreeMap<String, usize>,
    lines: Vec<String>,
}

impl Areas {
    fn number(&mut self, line: String) -> usize {
        *self.numbers.entry(line).or_insert_with_key(|line| {
            self.lines.push(line.clone());
            self.lines.len() - 1
        })
    }
}

fn row(line: &str, areas: &mut Areas) -> Result<Row> {
    let fields: Vec<&str> = line.split('\t').collect();
    ensure!(fields.len() == 13, "{} fields in {line}", fields.len());
    let region = areas.number(format!("r\t{}\t{}\t{}", fields[1], fields[2], fields[3]));
    let county = match fields[5] {
        "" => format::NO_AREA,
        name => areas.number(format!("c\t{}\t{}\t{name}", fields[1], fields[4])),
    };
    Ok(Row {
        name: fields[0].to_owned(),
        region,
        county,
        kind: match fields[6] {
            "s" => Kind::Section,
            "v" => Kind::Village,
            _ => Kind::Municipality,
        },
        lat: fields[7].parse()?,
        lon: fields[8].parse()?,
        population: fields[9].parse()?,
        municipality: fields[10].parse().unwrap_or(0),
        parent: fields[11].parse().ok(),
        aliases: fields[12].split('|').filter(|a| !a.is_empty()).map(str::to_owned).collect(),
    })
}

/// The map from folded names to postings, and the postings: for each name its places, main names and populous ones first.
fn index(rows: &[Row]) -> Result<(Vec<u8>, Vec<u8>)> {
    let mut places: BTreeMap<String, BTreeMap<u32, bool>> = BTreeMap::new();
    for (number, row) in (0..).zip(rows) {
        for (name, alias) in row.aliases.iter().map(|a| (a, true)).chain([(&row.name, false)]) {
            let name = key(name);
            ensure!(!name.is_empty() || alias, "{} folds to nothing", row.name);
            let too_short = alias && name.chars().count() < 3;
            if !too_short {
                places.entry(name).or_default().insert(number, alias);
            }
        }
    }
    let mut postings = Vec::new();
    let mut map = fst::MapBuilder::memory();
    for (name, found) in places {
        let mut found: Vec<(u32, bool)> = found.into_iter().collect();
        found.sort_by_key(|&(number, alias)| {
            (alias, std::cmp::Reverse(rows[number as usize].population), number)
        });
        map.insert(name, format::post(&mut postings, &found))?;
    }
    Ok((map.into_inner()?, postings))
}
