//! Scores `place::locate` on labelled articles: `cargo run --example score_places -- FILE.jsonl [none|region|feed]`.
//!
//! The labels: `scene` (municipality, district, region; empty for a story without a local scene), `traps`,
//! `label_certainty`. The second argument says what is known of the feed: nothing, its region, or its region and town
//! (read from the article's address). Every miss is printed.

#![allow(clippy::print_stdout, reason = "its output is the score")]

use std::collections::BTreeMap;
use std::time::Instant;
use std::{env, fs};

use anyhow::{Context as _, Result};
use serde_json::Value;
use umland::gazetteer::{Kind, complete, exact, find, key};
use umland::place::{Context, Input, Located, locate};

#[derive(Default)]
struct Score {
    n: u32,
    municipality: u32,
    region: u32,
    district: (u32, u32),
}

fn main() -> Result<()> {
    let mut arguments = env::args().skip(1);
    let file = arguments.next().context("names no file of labelled articles")?;
    let mode = arguments.next().unwrap_or_else(|| "feed".to_owned());
    let mut scores: BTreeMap<&str, Score> = BTreeMap::new();
    let (mut stray, mut sceneless) = (0, 0);
    let mut took = std::time::Duration::ZERO;
    let mut all = String::new();
    for line in fs::read_to_string(file)?.lines() {
        let record: Value = serde_json::from_str(line)?;
        let text = |name: &str| record[name].as_str().unwrap_or_default();
        let scene = record["scene"].get(0);
        let region = scene.map_or("", |s| s["region"].as_str().unwrap_or_default());
        let context = context(&mode, text("url"), region, text("language"));
        let input = Input {
            kicker: text("kicker"),
            title: text("title"),
            dateline: text("dateline"),
            text: text("text_retold"),
            byline: text("author"),
            address: if mode == "address" { text("url") } else { "" },
            ..Input::default()
        };
        all.push_str(input.text);
        let start = Instant::now();
        let located = locate(&input, &context);
        took += start.elapsed();
        let Some(scene) = scene else {
            sceneless += 1;
            stray += u32::from(located.place.is_some());
            if located.place.is_some() {
                println!("{} has no scene: {}", text("id"), shown(&located));
            }
            continue;
        };
        let town = located.place.map(umland::gazetteer::Place::municipality);
        let wanted = scene["gemeinde"].as_str().unwrap_or_default();
        let right = match scene["ags"].as_str().filter(|a| a.len() == 8) {
            Some(ags) => {
                town.and_then(umland::gazetteer::Place::municipality_key).as_deref() == Some(ags)
            }
            None => town.is_some_and(|t| key(t.name()) == key(wanted)),
        };
        let in_region = located.place.is_some_and(|p| p.region().code == region);
        for group in ["all", text("label_certainty")] {
            let group =
                ["all", "high", "medium", "low"].into_iter().find(|g| *g == group).unwrap_or("low");
            let score = scores.entry(group).or_default();
            score.n += 1;
            score.municipality += u32::from(right);
            score.region += u32::from(in_region);
            if let Some(district) = scene["ortsteil"].as_str() {
                score.district.1 += 1;
                score.district.0 +=
                    u32::from(located.place.is_some_and(|p| key(p.name()) == key(district)));
            }
        }
        if !right {
            println!("{} wanted {wanted}, {region}: {}", text("id"), shown(&located));
        } else if located.place.is_some_and(|p| p.kind() != Kind::Municipality)
            != scene["ortsteil"].is_string()
        {
            println!("{} district {}: {}", text("id"), scene["ortsteil"], shown(&located));
        }
    }
    for (group, s) in scores {
        let share = |n: u32| 100.0 * f64::from(n) / f64::from(s.n.max(1));
        println!(
            "{group:7} n {:3}  municipality {:5.1} %  region {:5.1} %  district {}/{}",
            s.n,
            share(s.municipality),
            share(s.region),
            s.district.0,
            s.district.1
        );
    }
    println!("stray places in {sceneless} stories without a scene: {stray}; {took:?} in all");
    speed(&all);
    Ok(())
}

/// Says how long a text of 3 kB takes, and a look-up, in the middle of many tries.
fn speed(all: &str) {
    let end = (0..=all.len().min(3_000)).rev().find(|at| all.is_char_boundary(*at)).unwrap_or(0);
    let input = Input { text: &all[..end], ..Input::default() };
    let context = Context::new("DE-NW", "Krefeld", "de");
    let middle = |work: &dyn Fn()| {
        let mut times: Vec<_> = (0..300)
            .map(|_| {
                let start = Instant::now();
                work();
                start.elapsed()
            })
            .collect();
        times.sort();
        (times[0], times[150])
    };
    let text = middle(&|| drop(std::hint::black_box(locate(&input, &context))));
    let exactly = middle(&|| drop(std::hint::black_box(find("Frankfurt (Oder)"))));
    let typed = middle(&|| drop(std::hint::black_box(complete("ma", 10))));
    println!(
        "least and middle time: text of {end} bytes {text:?}, look-up {exactly:?}, completion {typed:?}"
    );
}

/// What is known of the feed.
fn context(mode: &str, url: &str, region: &str, language: &str) -> Context {
    let mut place = String::new();
    if mode == "feed" {
        let path = url.split("://").nth(1).unwrap_or_default();
        let parts: Vec<&str> = path.split('/').skip(1).collect();
        for part in parts.iter().take(parts.len().saturating_sub(1)) {
            let hits = exact(part);
            if hits.iter().any(|h| !h.alias && h.place.region().code == region) {
                (*part).clone_into(&mut place);
            }
        }
    }
    let region = if mode == "none" || mode == "address" { "" } else { region };
    Context::new(region, &place, language)
}

fn shown(located: &Located) -> String {
    let evidence: Vec<String> = located
        .evidence
        .iter()
        .map(|e| format!("{} {} {:?} {:.1}", e.field.name(), e.cue.name(), e.text, e.weight))
        .collect();
    let place = located.place.map_or("unknown".to_owned(), umland::gazetteer::Place::label);
    format!("{place} {:.2} [{}]", located.confidence, evidence.join("; "))
}
