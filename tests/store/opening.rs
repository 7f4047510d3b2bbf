//! Opening: new, old, newer, foreign, damaged; several at once.

use std::fs;
use std::path::Path;

use rusqlite::Connection;
use umland::domain::{Change, Deed, Mark, Target};
use umland::store::{FILE_NAME, Store, StoreError};

use crate::support::{Archive, NOW, all, entry, in_feed, subscriptions};

#[cfg(unix)]
#[test]
fn the_archive_is_its_owners_only() {
    use std::os::unix::fs::PermissionsExt;
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("a/b");
    let store = Store::open(&data, NOW).unwrap();
    store.sync_subscriptions(&subscriptions(1), NOW).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&data), 0o700);
    for file in fs::read_dir(&data).unwrap() {
        let path = file.unwrap().path();
        assert_eq!(mode(&path), 0o600, "{}", path.display());
    }
}

#[test]
fn what_is_no_archive_is_refused_and_left_alone() {
    let garbage: Vec<u8> = (0..5_000u32).flat_map(|i| (i * 7919).to_le_bytes()).collect();
    for bytes in [b"Hallo".as_slice(), &garbage, &[0; 4096]] {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join(FILE_NAME);
        fs::write(&path, bytes).unwrap();
        let fault = Store::open(dir.path(), NOW).unwrap_err();
        assert!(matches!(fault, StoreError::Corrupt { .. }), "{fault}");
        assert_eq!(fs::read(&path).unwrap(), bytes);
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    }
}

#[test]
fn a_newer_archive_is_refused_and_left_alone() {
    let archive = Archive::with_feeds(1);
    let path = archive.file();
    Connection::open(&path).unwrap().execute_batch("PRAGMA user_version = 9999").unwrap();
    // Still in the log only, then in the file itself.
    let fault = Store::open(archive.path(), NOW).unwrap_err();
    assert!(matches!(fault, StoreError::Newer { found: 9999, .. }), "{fault}");
    let dir = tempfile::tempdir().unwrap();
    Connection::open(&path)
        .unwrap()
        .execute("VACUUM INTO ?1", [dir.path().join(FILE_NAME).to_str().unwrap()])
        .unwrap();
    let before = fs::read(dir.path().join(FILE_NAME)).unwrap();
    for fault in
        [Store::open(dir.path(), NOW).unwrap_err(), Store::open_reader(dir.path()).unwrap_err()]
    {
        assert!(matches!(fault, StoreError::Newer { .. }), "{fault}");
    }
    assert_eq!(fs::read(dir.path().join(FILE_NAME)).unwrap(), before);
}

#[test]
fn a_database_of_another_program_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    let other = Connection::open(dir.path().join(FILE_NAME)).unwrap();
    other.execute_batch("PRAGMA application_id = 77; CREATE TABLE x (y)").unwrap();
    drop(other);
    assert!(matches!(Store::open(dir.path(), NOW).unwrap_err(), StoreError::Foreign { .. }));
}

#[test]
fn an_empty_file_is_an_empty_archive() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join(FILE_NAME), "").unwrap();
    assert_eq!(Store::open(dir.path(), NOW).unwrap().counts().unwrap().entries, 0);
}

#[test]
fn a_directory_in_its_place_is_a_fault() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join(FILE_NAME)).unwrap();
    assert!(Store::open(dir.path(), NOW).is_err());
}

#[test]
fn a_reader_never_creates_and_never_writes() {
    let dir = tempfile::tempdir().unwrap();
    assert!(matches!(Store::open_reader(dir.path()).unwrap_err(), StoreError::Missing { .. }));
    let archive = Archive::with_feeds(1);
    archive.merge(1, &[entry("Brand", 1)]);
    let reader = Store::open_reader(archive.path()).unwrap();
    assert_eq!(reader.counts().unwrap().unread, 1);
    let change = Change { target: Target::All(NOW), mark: Mark::Read };
    assert!(matches!(reader.change(&change, NOW).unwrap_err(), StoreError::ReadOnly { .. }));
}

#[test]
fn a_reader_does_not_wait_for_a_writer() {
    let archive = Archive::with_feeds(1);
    archive.merge(1, &[entry("Brand", 1)]);
    let busy = Connection::open(archive.file()).unwrap();
    busy.execute_batch("BEGIN IMMEDIATE; UPDATE feeds SET title = 'x'").unwrap();
    let begun = std::time::Instant::now();
    let reader = Store::open_reader(archive.path()).unwrap();
    assert_eq!(reader.counts().unwrap().entries, 1);
    assert_eq!(archive.titles(&all()), ["Brand"]);
    assert!(begun.elapsed() < std::time::Duration::from_secs(5), "it waited for the lock");
}

#[test]
fn several_open_and_write_at_once() {
    let dir = tempfile::tempdir().unwrap();
    std::thread::scope(|scope| {
        for _ in 0..5 {
            scope.spawn(|| {
                let store = Store::open(dir.path(), NOW).unwrap();
                store.sync_subscriptions(&subscriptions(3), NOW).unwrap();
                for feed in store.feed_states().unwrap() {
                    let parsed = umland::domain::ParsedFeed {
                        entries: (0..20).map(|i| entry(&format!("{}.{i}", feed.id), i)).collect(),
                        ..umland::domain::ParsedFeed::default()
                    };
                    store.merge(feed.id, &parsed, &feed.health, NOW).unwrap();
                    store.index_pending(50).unwrap();
                }
            });
        }
    });
    let store = Store::open(dir.path(), NOW).unwrap();
    assert_eq!(store.counts().unwrap().entries, 60);
    assert_eq!(store.feeds().unwrap().iter().map(|f| f.unread).collect::<Vec<_>>(), [20; 3]);
}

#[test]
fn another_writer_is_noticed() {
    let archive = Archive::with_feeds(1);
    let other = Store::open(archive.path(), NOW).unwrap();
    let before = other.data_version();
    assert_eq!(other.data_version(), before);
    archive.merge(1, &[entry("Brand", 1)]);
    assert_ne!(other.data_version(), before);
}

#[test]
fn the_readers_own_state_is_kept() {
    let archive = Archive::new();
    assert_eq!(archive.store.ui_get("theme").unwrap(), None);
    archive.store.ui_set("theme", "hell").unwrap();
    archive.store.ui_set("theme", "dunkel").unwrap();
    let next = Store::open(archive.path(), NOW).unwrap();
    assert_eq!(next.ui_get("theme").unwrap().as_deref(), Some("dunkel"));
}

/// Every schema that was ever released must open and keep its marks; the files are dumps as SQL.
#[test]
fn old_archives_keep_their_marks() {
    for file in fs::read_dir("tests/fixtures/store").unwrap() {
        let file = file.unwrap().path();
        let dir = tempfile::tempdir().unwrap();
        let old = Connection::open(dir.path().join(FILE_NAME)).unwrap();
        old.execute_batch(&fs::read_to_string(&file).unwrap()).unwrap();
        drop(old);
        let store = Store::open(dir.path(), NOW).unwrap();
        let window = store.window(&in_feed(1), umland::domain::Anchor::Start, 9).unwrap();
        let marks: Vec<(&str, bool, bool)> =
            window.rows.iter().map(|r| (&*r.title, r.read, r.starred)).collect();
        let at = file.display();
        assert_eq!(
            marks,
            [("Neu", false, false), ("Gelesen", true, false), ("Markiert", false, true)],
            "{at}"
        );
        let step = store.undo().unwrap().unwrap();
        assert_eq!(step.what.deed, Deed::Mark(Mark::Star), "{at}");
        assert_eq!(store.search(&crate::support::text("bericht"), 9).unwrap().len(), 3, "{at}");
    }
}
