//! Where stories play, on our own labelled stories: `fixtures/places/stories.jsonl`. Input fields as `umland places` reads
//! them; `want` is the municipality (null: none), `want_region`, `want_district`, and `trap` names what could mislead.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;
use umland::gazetteer::{Place, complete, find, key};
use umland::place::{Context, Input, Located, locate};

struct Story(Value);

impl Story {
    fn all() -> Vec<Self> {
        let text = fs::read_to_string("tests/fixtures/places/stories.jsonl").unwrap();
        text.lines().map(|line| Self(serde_json::from_str(line).unwrap())).collect()
    }

    fn text(&self, name: &str) -> &str {
        self.0[name].as_str().unwrap_or_default()
    }

    fn locate(&self) -> Located {
        let context =
            Context::new(self.text("feed_region"), self.text("feed_place"), self.text("language"));
        let input = Input {
            kicker: self.text("kicker"),
            title: self.text("title"),
            dateline: self.text("dateline"),
            text: self.text("text"),
            ..Input::default()
        };
        locate(&input, &context)
    }

    /// The town found, as the label spells it.
    fn town(&self, located: &Located) -> Option<String> {
        let town = located.place?.municipality().name();
        let want = self.text("want");
        Some(
            if key(town).starts_with(&key(want)) && !want.is_empty() { want } else { town }
                .to_owned(),
        )
    }

    fn complaint(&self, located: &Located) -> String {
        let evidence: Vec<String> = located
            .evidence
            .iter()
            .map(|e| format!("{} {} {} {:.1}", e.field.name(), e.cue.name(), e.text, e.weight))
            .collect();
        let place = located.place.map(umland::gazetteer::Place::label);
        format!("{} wants {}, {place:?} [{}]", self.text("id"), self.0["want"], evidence.join("; "))
    }
}

/// Shares that must be reached, in percent of the stories.
const MUNICIPALITY: usize = 97;
const REGION: usize = 98;

#[test]
fn stories_are_found_where_they_play() {
    let (mut wrong, mut wrong_region) = (Vec::new(), Vec::new());
    let stories = Story::all();
    for story in &stories {
        let located = story.locate();
        if story.town(&located).as_deref() != story.0["want"].as_str() {
            wrong.push(story.complaint(&located));
        }
        let region = located.place.map(|p| p.region().code);
        if region != story.0["want_region"].as_str() {
            wrong_region.push(story.complaint(&located));
        }
    }
    let enough =
        |faults: &[String], share: usize| faults.len() * 100 <= stories.len() * (100 - share);
    assert!(enough(&wrong, MUNICIPALITY), "\n{}", wrong.join("\n"));
    assert!(enough(&wrong_region, REGION), "\n{}", wrong_region.join("\n"));
}

#[test]
fn no_trap_makes_a_false_place() {
    let mut caught = Vec::new();
    for story in Story::all().iter().filter(|s| s.0["trap"].is_string()) {
        let located = story.locate();
        let town = story.town(&located);
        if town.is_some() && town.as_deref() != story.0["want"].as_str() {
            caught.push(story.complaint(&located));
        }
    }
    assert!(caught.is_empty(), "\n{}", caught.join("\n"));
}

#[test]
fn a_rubric_said_twice_is_still_no_town() {
    let context = Context::new("DE-NW", "Krefeld", "de");
    let weather = Input {
        title: "Wetter: Erst Nebel, dann Sonne",
        tags: &["Wetter"],
        text: "Der Tag beginnt mit Nebel.",
        ..Input::default()
    };
    let located = locate(&weather, &context);
    assert_ne!(located.place.map(umland::gazetteer::Place::name), Some("Wetter"), "{located:?}");
    // Where the text says that the town is meant, it is.
    let town = Input {
        text: "In Wetter (Ruhr) hat der Stadtrat getagt. Die Wetteraner staunen.",
        ..weather
    };
    let named = locate(&town, &context).place.map(umland::gazetteer::Place::name);
    assert!(named.is_some_and(|name| name.starts_with("Wetter")), "{named:?}");
}

#[test]
fn districts_are_found_where_they_are_named() {
    let mut wrong = Vec::new();
    for story in Story::all().iter().filter(|s| s.0["want_district"].is_string()) {
        let located = story.locate();
        if located.place.is_none_or(|p| key(p.name()) != key(story.text("want_district"))) {
            wrong.push(story.complaint(&located));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_same_story_is_always_found_in_the_same_place() {
    for story in Story::all() {
        assert_eq!(story.locate(), story.locate());
    }
}

fn table(file: &str) -> Vec<Vec<String>> {
    let text = fs::read_to_string(format!("tests/fixtures/places/{file}")).unwrap();
    let lines = text.lines().filter(|l| !l.starts_with('#'));
    lines.map(|l| l.split('\t').map(str::to_owned).collect()).collect()
}

#[test]
fn what_a_reader_types_is_offered_first_or_second() {
    let queries = table("towns.tsv");
    assert!(queries.len() >= 200, "{}", queries.len());
    let mut wrong = Vec::new();
    for row in &queries {
        let found = find(&row[0]);
        let is_meant =
            |p: &Place| p.region().code == row[2] && key(p.name()).starts_with(&key(&row[1]));
        if !found.iter().take(2).any(is_meant) {
            let offers: Vec<String> = found.iter().take(3).map(|p| p.label()).collect();
            wrong.push(format!("{}: {} ({}) expected, {offers:?} offered", row[0], row[1], row[2]));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_typed_beginning_is_completed() {
    for row in table("typed.tsv") {
        let found = complete(&row[0], 5);
        assert!(found.iter().any(|p| p.name() == row[1]), "{}: {found:?}", row[0]);
    }
}

/// The words of a list in its own form: sorted, wrapped.
fn in_form(words: &BTreeSet<&str>) -> String {
    let mut out = String::new();
    let mut columns = 0;
    for word in words {
        let wide = word.chars().count();
        if columns > 0 && columns + 1 + wide > 118 {
            out.push('\n');
            columns = 0;
        } else if columns > 0 {
            out.push(' ');
            columns += 1;
        }
        out.push_str(word);
        columns += wide;
    }
    out + "\n"
}

/// `assets/place/words_*.txt` are written by hand: ordinary words, of which only those stay that name a place as well.
/// `BLESS=1` drops the others.
#[test]
fn every_listed_word_is_a_name_too() {
    let mut wrong = Vec::new();
    for language in ["de", "de_er", "en", "es", "fr", "it", "nl", "pl"] {
        let file = format!("assets/place/words_{language}.txt");
        let text = fs::read_to_string(&file).unwrap();
        let is_name = |word: &&str| match word.strip_suffix("er") {
            // The town that the word could be made from is found by the rules of the adjective: any will do here.
            Some(stem) if language == "de_er" => stem.len() > 2,
            _ => language != "de_er" && !umland::gazetteer::exact(word).is_empty(),
        };
        let words: BTreeSet<&str> = text.split_whitespace().filter(is_name).collect();
        let want = in_form(&words);
        if text != want {
            if std::env::var_os("BLESS").is_some() {
                fs::write(&file, want).unwrap();
            } else {
                wrong.push(file);
            }
        }
    }
    assert!(wrong.is_empty(), "words that are no names, or not in order: {wrong:?}");
}

proptest::proptest! {
    #[test]
    fn any_text_can_be_asked(text in "(Krefeld|Uerdingen|Kreis |Landkreis |-|/|, |\\. |: |in |und |St\\. |\\(dpa\\)|Straße|ß|\u{301}|q|.){0,24}") {
        let input = Input { kicker: &text, title: &text, dateline: &text, text: &text, byline: &text, tags: &[&text], address: &text, point: None };
        for language in ["de", "pl", ""] {
            let located = locate(&input, &Context::new("DE-NW", &text, language));
            proptest::prop_assert!((0.0..=1.0).contains(&located.confidence));
        }
        find(&text);
        complete(&text, 3);
    }
}
