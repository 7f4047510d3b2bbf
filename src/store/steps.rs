//! Long changes in steps: nobody waits for the whole of one. A step is a transaction, some tenth of a second at most even
//! where the archive is large, and between two steps is a pause in which whoever waits for the writer gets it.

use std::time::Duration;

use rusqlite::Transaction;

use crate::store::{Result, Store, StoreError};

/// Entries in one step; few in the tests of this crate, which then need few.
const STEP: usize = if cfg!(test) { 64 } else { 4096 };
/// Between two steps; longer than a waiting process takes to look again (see opening.rs).
const PAUSE: Duration = Duration::from_millis(5);
/// The settings of the connection that writes (see opening.rs), and those of a long change: its steps touch the lists of
/// all feeds again and again, which need be copied from the log into the database only now and then.
const SETTINGS: &str =
    "PRAGMA cache_size = -8192; PRAGMA shrink_memory; PRAGMA wal_autocheckpoint = 2000;";
const LONG_SETTINGS: &str = "PRAGMA cache_size = -49152; PRAGMA wal_autocheckpoint = 16000;";

/// Which step of a change it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) first: bool,
    pub(super) last: bool,
}

impl Store {
    /// Runs `work` on one part of the entries after the other, each in a transaction of its own, until it says `false`.
    /// When the last step is done, all of them are on the disk. How many steps were taken.
    pub(super) fn in_steps<E>(
        &self,
        entries: &[E],
        mut work: impl FnMut(&Transaction<'_>, &[E], Step) -> rusqlite::Result<bool>,
    ) -> Result<usize> {
        let steps = entries.len().div_ceil(STEP);
        if steps > 1 {
            self.set(LONG_SETTINGS)?;
        }
        let mut taken = 0;
        let mut all = || {
            for (n, part) in entries.chunks(STEP).enumerate() {
                let step = Step { first: n == 0, last: n + 1 == steps };
                if n > 0 {
                    std::thread::sleep(PAUSE);
                }
                let goes_on = if step.last {
                    self.write_durably(|tx| work(tx, part, step))
                } else {
                    self.write(|tx| work(tx, part, step))
                };
                if !goes_on? {
                    break;
                }
                taken += 1;
            }
            Ok(())
        };
        let result = all();
        if steps > 1 {
            self.set(SETTINGS)?;
        }
        result.map(|()| taken)
    }

    fn set(&self, pragmas: &str) -> Result<()> {
        let connection = self.writer()?;
        connection.execute_batch(pragmas).map_err(|e| StoreError::from_sql(&self.inner.path, e))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Change, Mark, Target, Timestamp};

    const NOW: Timestamp = Timestamp(1_795_000_000);
    /// So many entries take three steps.
    const MANY: u64 = 2 * STEP as u64 + 100;

    fn filled() -> (tempfile::TempDir, Store) {
        let dir = tempfile::tempdir().expect("a directory");
        let store = Store::open(dir.path(), NOW).expect("an archive");
        let sql = format!(
            "INSERT INTO feeds (url, position, added, entries, unread) VALUES ('https://a.example/f', 0, 0, {MANY}, {MANY});
             WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {MANY})
             INSERT INTO entries (feed_id, sort, live, dated, access, first_seen, title) SELECT 1, i, 1, 1, 0, 0, '' FROM n;
             INSERT INTO sources (feed_id, guid_hash, entry_id, sort, read, hash, guid) \
               SELECT 1, id, id, sort, 0, 0, id FROM entries;
             UPDATE facts SET value = {MANY} WHERE name IN ('entries', 'unread', 'indexed');"
        );
        execute(&store, &sql);
        (dir, store)
    }

    fn execute(store: &Store, sql: &str) {
        store.write(|tx| tx.execute_batch(sql)).expect(sql);
    }

    /// Lets every change of the entry in the middle fail, as a full disk would.
    fn break_middle(store: &Store) {
        execute(
            store,
            &format!(
                "CREATE TRIGGER broken BEFORE UPDATE ON entries WHEN NEW.id = {} \
                 BEGIN SELECT RAISE(ABORT, 'broken'); END",
                STEP + STEP / 2
            ),
        );
    }

    fn mend(store: &Store) {
        execute(store, "DROP TRIGGER broken");
    }

    fn read_all(store: &Store) -> Result<u64> {
        let change = Change { target: Target::All(NOW), mark: Mark::Read };
        store.change(&change, NOW).map(|done| done.entries)
    }

    /// The kept count of unread entries, once the entries and their lists agree with it.
    fn unread(store: &Store) -> u64 {
        let counts = store.counts().expect("counts");
        for table in ["entries WHERE read_at IS NULL", "sources WHERE read = 0"] {
            let sql = format!("SELECT count(*) FROM {table}");
            let counted: i64 =
                store.read(|c| c.query_row(&sql, [], |r| r.get(0))).expect("a count");
            assert_eq!(counted.cast_unsigned(), counts.unread, "{table}");
        }
        assert_eq!(store.feeds().expect("feeds")[0].unread, counts.unread);
        counts.unread
    }

    #[test]
    fn a_long_change_is_one_change() {
        let (_dir, store) = filled();
        assert_eq!(read_all(&store).expect("a change"), MANY);
        assert_eq!(unread(&store), 0);
        assert_eq!(store.history(9).expect("a history").len(), 1);
        assert_eq!(store.undo().expect("an undo").map(|step| step.what.entries), Some(MANY));
        assert_eq!(unread(&store), MANY);
        assert_eq!(store.undo().expect("an undo"), None);
        assert_eq!(store.redo(NOW).expect("a redo").map(|step| step.what.entries), Some(MANY));
        assert_eq!(unread(&store), 0);
    }

    #[test]
    fn half_a_change_is_undone_exactly() {
        let (_dir, store) = filled();
        break_middle(&store);
        assert!(read_all(&store).is_err());
        mend(&store);
        assert_eq!(unread(&store), MANY - STEP as u64);
        assert_eq!(store.undo().expect("an undo").map(|step| step.what.entries), Some(STEP as u64));
        assert_eq!(unread(&store), MANY);
    }

    #[test]
    fn half_an_undo_and_half_a_redo_can_be_ended() {
        let (_dir, store) = filled();
        read_all(&store).expect("a change");
        break_middle(&store);
        assert!(store.undo().is_err());
        assert_eq!(unread(&store), STEP as u64);
        mend(&store);
        store.undo().expect("an undo");
        assert_eq!(unread(&store), MANY);
        break_middle(&store);
        assert!(store.redo(NOW).is_err());
        mend(&store);
        assert_eq!(unread(&store), MANY - STEP as u64);
        store.undo().expect("an undo");
        assert_eq!(unread(&store), MANY);
        store.redo(NOW).expect("a redo");
        assert_eq!(unread(&store), 0);
    }
}
