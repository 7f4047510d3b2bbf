//! The archive: is it whole, and do its counts hold?

use super::{Findings, State};
use crate::cli::world::World;
use crate::runtime::say;
use crate::store::{Examination, Store, StoreError};
use crate::tr;

/// Feeds that are named at most.
const NAMED: usize = 5;
/// Empty space that is worth a word: this much, and a quarter of the whole.
const MUCH_EMPTY: u64 = 20 << 20;

pub(super) fn look(world: &World, findings: &mut Findings) {
    let lang = world.lang;
    let store = match Store::open_reader(&world.paths.data) {
        Ok(store) => store,
        Err(StoreError::Missing { path }) => {
            let what = tr!(lang, "doctor-archive-missing", path = path.display().to_string());
            return findings.found("archive", State::Note, &what, "doctor-archive-missing-remedy");
        }
        Err(fault) => {
            return findings.add("archive", State::Unusable, &say::store(&fault, lang), None);
        }
    };
    match store.examine() {
        Ok(found) => examined(world, &found, findings),
        Err(fault) => findings.add("archive", State::Unusable, &say::store(&fault, lang), None),
    }
    if let Err(fault) = feeds(world, &store, findings) {
        findings.add("feeds", State::Fault, &say::store(&fault, lang), None);
    }
}

fn examined(world: &World, found: &Examination, findings: &mut Findings) {
    let lang = world.lang;
    if !found.damage.is_empty() {
        let what = tr!(lang, "doctor-archive-damaged", detail = found.damage.join("; "));
        return findings.found("archive", State::Unusable, &what, "doctor-archive-damaged-remedy");
    }
    findings.well("archive", &lang.text("doctor-archive-well"));
    let mut wrong: Vec<String> = found
        .counts
        .iter()
        .map(|(name, kept, counted)| format!("{name} {kept} ≠ {counted}"))
        .collect();
    if found.dangling > 0 {
        wrong.push(tr!(lang, "doctor-archive-dangling", n = found.dangling));
    }
    if wrong.is_empty() {
        findings.well("counts", &lang.text("doctor-counts-well"));
    } else {
        let what = tr!(lang, "doctor-counts-wrong", list = wrong.join(", "));
        findings.found("counts", State::Fault, &what, "doctor-counts-remedy");
    }
    if found.unindexed > 0 {
        let what = tr!(lang, "doctor-index-behind", n = found.unindexed);
        findings.found("index", State::Note, &what, "doctor-index-remedy");
    } else {
        findings.well("index", &lang.text("doctor-index-well"));
    }
    let file = world.paths.data.join(crate::store::FILE_NAME);
    let bytes = std::fs::metadata(file).map_or(0, |meta| meta.len());
    if found.free_bytes > MUCH_EMPTY && found.free_bytes > bytes / 4 {
        let what = tr!(lang, "doctor-space-empty", n = found.free_bytes >> 20);
        findings.add("space", State::Note, &what, None);
    }
}

/// How the feeds are doing, and whether the clock was right when they were asked.
fn feeds(world: &World, store: &Store, findings: &mut Findings) -> crate::store::Result<()> {
    let lang = world.lang;
    let feeds = store.feeds()?;
    let named = |list: &[&str]| {
        let more = if list.len() > NAMED { ", …" } else { "" };
        list.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ") + more
    };
    let failing: Vec<&str> =
        feeds.iter().filter(|f| f.health.fault.is_some()).map(|f| &*f.title).collect();
    let moved: Vec<&str> =
        feeds.iter().filter(|f| f.health.moved_to.is_some()).map(|f| &*f.title).collect();
    if failing.is_empty() {
        findings.well("feeds", &tr!(lang, "doctor-feeds-well", n = feeds.len()));
    } else {
        let what = tr!(lang, "doctor-feeds-failing", n = failing.len(), list = named(&failing));
        findings.found("feeds", State::Fault, &what, "doctor-feeds-remedy");
    }
    if !moved.is_empty() {
        let what = tr!(lang, "doctor-feeds-moved", n = moved.len(), list = named(&moved));
        findings.found("feeds", State::Note, &what, "doctor-feeds-moved-remedy");
    }
    let last = feeds.iter().filter_map(|feed| feed.health.last_attempt).max();
    if last.is_some_and(|last| last.since(world.now) > 3600) {
        let what = lang.text("doctor-clock-wrong");
        findings.found("clock", State::Note, &what, "doctor-clock-remedy");
    }
    Ok(())
}
