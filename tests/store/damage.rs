//! Damaged archives: set aside, what is readable saved, the rest brought back by the next documents.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use proptest::prelude::*;
use rusqlite::Connection;
use umland::domain::{Change, FeedHealth, FeedId, Mark, ParsedFeed, Query, Target, Validators};
use umland::store::{FILE_NAME, Recovered, Store};

use crate::support::{Archive, NOW, all, entry, subscriptions, text};

const FEEDS: i64 = 4;
const ENTRIES: i64 = 120;

fn document(feed: i64) -> ParsedFeed {
    let entries = (0..ENTRIES).map(|i| {
        let mut entry = entry(&format!("Nr. {feed}.{i}"), feed * 1000 + i);
        entry.content_html = format!("<p>{}</p>", format!("Absatz {feed} {i} ").repeat(40));
        entry
    });
    ParsedFeed { entries: entries.collect(), ..ParsedFeed::default() }
}

fn merge_all(store: &Store) {
    for feed in 1..=FEEDS {
        let validators = Validators { etag: Some("\"1\"".to_owned()), ..Validators::default() };
        let health = FeedHealth {
            validators,
            last_attempt: Some(NOW),
            last_success: Some(NOW),
            body_hash: Some(1),
            ..FeedHealth::default()
        };
        store.merge(FeedId(feed), &document(feed), &health, NOW).unwrap();
    }
}

/// The bytes of an archive with a third of its entries read and some starred.
fn sound() -> Vec<u8> {
    let archive = Archive::with_feeds(usize::try_from(FEEDS).unwrap());
    merge_all(&archive.store);
    let ids: Vec<_> = archive.rows(&all()).iter().map(|row| row.id).collect();
    let mark = |ids: Vec<_>, mark| {
        archive.store.change(&Change { target: Target::Entries(ids), mark }, NOW).unwrap();
    };
    mark(ids.iter().copied().step_by(3).collect(), Mark::Read);
    mark(ids.iter().copied().step_by(10).collect(), Mark::Star);
    while archive.store.index_pending(1000).unwrap() {}
    let c = Connection::open(archive.file()).unwrap();
    c.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    fs::read(archive.file()).unwrap()
}

/// Writes the bytes as an archive, opens it as one that was met damaged, and looks at what became of it.
fn recovered(bytes: &[u8]) -> (tempfile::TempDir, Store, Option<Recovered>) {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join(FILE_NAME), bytes).unwrap();
    fs::write(dir.path().join("umland.db-damaged"), "").unwrap();
    let (store, recovered) = Store::open_or_recover(dir.path(), NOW).unwrap();
    if let Some(recovered) = &recovered {
        assert_eq!(fs::read(&recovered.kept).unwrap(), bytes, "the damaged file is kept as it was");
    }
    assert!(!dir.path().join("umland.db-damaged").exists());
    let wanted = 1 + usize::from(recovered.is_some());
    assert_eq!(databases(dir.path()).len(), wanted, "{:?}", databases(dir.path()));
    store.sync_subscriptions(&subscriptions(usize::try_from(FEEDS).unwrap()), NOW).unwrap();
    assert_whole(&store);
    (dir, store, recovered)
}

fn databases(dir: &Path) -> Vec<String> {
    let names = fs::read_dir(dir).unwrap().map(|f| f.unwrap().file_name().into_string().unwrap());
    names.filter(|name| !name.ends_with("-wal") && !name.ends_with("-shm")).collect()
}

fn assert_whole(store: &Store) {
    let found = store.examine().unwrap();
    assert_eq!((found.damage, found.dangling, found.counts), (Vec::new(), 0, Vec::new()));
}

fn titles(store: &Store, wanted: impl Fn(&umland::domain::EntryRow) -> bool) -> BTreeSet<String> {
    let rows = store.window(&all(), umland::domain::Anchor::Start, 100_000).unwrap().rows;
    rows.iter().filter(|row| wanted(row)).map(|row| row.title.to_string()).collect()
}

/// All comes back with the next documents, nothing twice, and no mark appears that was never made.
fn assert_heals(store: &Store, sound: &Store) {
    let saved_read = titles(store, |row| row.read);
    merge_all(store);
    while store.index_pending(1000).unwrap() {}
    assert_eq!(titles(store, |_| true), titles(sound, |_| true));
    assert_eq!(store.counts().unwrap().entries, u64::try_from(FEEDS * ENTRIES).unwrap());
    assert!(titles(store, |row| row.read).is_subset(&titles(sound, |row| row.read)));
    assert!(titles(store, |row| row.starred).is_subset(&titles(sound, |row| row.starred)));
    assert!(titles(store, |row| row.read).len() >= saved_read.len().min(1));
    assert_whole(store);
    let hit = Query { text: "\"Nr 3 77\"".to_owned(), ..text("") };
    assert_eq!(store.window(&hit, umland::domain::Anchor::Start, 9).unwrap().rows.len(), 1);
}

#[test]
fn a_sound_archive_that_was_suspected_stays() {
    let (dir, store, recovered) = recovered(&sound());
    assert_eq!(recovered, None);
    assert_eq!(store.counts().unwrap().entries, 480);
    assert_eq!(databases(dir.path()), [FILE_NAME]);
}

#[test]
fn a_lost_beginning_loses_nothing() {
    let sound = sound();
    let (_kept, whole, _) = recovered(&sound);
    for zeroed in [0..100, 0..8192, 4096..12288, 100..3000] {
        let mut bytes = sound.clone();
        bytes[zeroed.clone()].fill(0);
        let (_dir, store, recovered) = recovered(&bytes);
        let saved = recovered.expect("damaged").saved;
        if zeroed.end <= 8192 {
            assert_eq!(
                (saved.entries, saved.read, saved.starred, saved.journal),
                (480, 160, 48, 2)
            );
            assert_eq!(titles(&store, |r| r.read), titles(&whole, |r| r.read), "{zeroed:?}");
        }
        assert_heals(&store, &whole);
    }
}

#[test]
fn half_a_file_and_no_archive_at_all_are_survived() {
    let sound = sound();
    let (_kept, whole, _) = recovered(&sound);
    let garbage: Vec<u8> =
        (0..50_000u32).flat_map(|i| (i.wrapping_mul(2_654_435_761)).to_le_bytes()).collect();
    for bytes in [&sound[..sound.len() / 2], &sound[..8192 * 3], &garbage, b"Hallo"] {
        let (_dir, store, recovered) = recovered(bytes);
        assert!(recovered.is_some());
        assert_heals(&store, &whole);
    }
}

#[test]
fn validators_are_dropped_so_that_all_is_asked_for_again() {
    let mut bytes = sound();
    bytes[0..100].fill(0);
    let (_dir, store, _) = recovered(&bytes);
    for state in store.feed_states().unwrap() {
        assert_eq!(state.health.validators, Validators::default());
        assert_eq!(state.health.body_hash, None);
        assert_eq!(state.health.last_attempt.map(|at| at.0), Some(0));
    }
    // What was done before can still be undone.
    assert_eq!(store.undo().unwrap().unwrap().what.entries, 48);
}

#[test]
fn damage_that_is_met_is_mended_at_the_next_opening() {
    let sound = sound();
    // Not every page is looked at when the archive is opened: one of those that are not, with words on it.
    let unnoticed = |page: &usize| {
        let dir = tempfile::tempdir().unwrap();
        let mut bytes = sound.clone();
        bytes[page * 8192..(page + 1) * 8192].fill(0xA5);
        fs::write(dir.path().join(FILE_NAME), bytes).unwrap();
        let store = Store::open(dir.path(), NOW).ok()?;
        let fails = |id| store.entry(umland::domain::EntryId(id)).is_err();
        (1..=FEEDS * ENTRIES).any(fails).then_some(dir)
    };
    let mut pages = (0..sound.len() / 8192).filter_map(|page| unnoticed(&page));
    let dir = pages.next().expect("a page that no opening looks at");
    assert!(dir.path().join("umland.db-damaged").exists());
    let (store, recovered) = Store::open_or_recover(dir.path(), NOW).unwrap();
    assert!(recovered.expect("set aside").saved.read >= 150);
    assert_whole(&store);
    // And that is all: the next opening finds nothing.
    assert_eq!(Store::open_or_recover(dir.path(), NOW).unwrap().1, None);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(24) })]
    #[test]
    fn a_lost_page_costs_little(which in any::<prop::sample::Index>(), fill: u8) {
        thread_local!(static SOUND: (Vec<u8>, tempfile::TempDir, Store) = {
            let bytes = sound();
            let (dir, store, _) = recovered(&bytes);
            (bytes, dir, store)
        });
        SOUND.with(|(sound, _, whole)| {
            let mut bytes = sound.clone();
            let page = which.index(bytes.len() / 8192) * 8192;
            bytes[page..page + 8192].fill(fill);
            let (_dir, store, recovered) = recovered(&bytes);
            if let Some(recovered) = recovered {
                assert!(recovered.saved.read >= 80, "{recovered:?}");
            }
            assert_heals(&store, whole);
        });
    }
}
