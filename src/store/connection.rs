//! Who may use which connection when.

use std::sync::atomic::Ordering;
use std::sync::{MutexGuard, PoisonError, TryLockError};

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};

use crate::store::{Result, Store, StoreError, check, opening};

/// Reading connections that are kept open while nobody reads.
const KEPT_READERS: usize = 3;

impl Store {
    /// The number that changes whenever *another* process or [`Store`] has written; cheap, and never waits.
    pub fn data_version(&self) -> i64 {
        let Some(writer) = &self.inner.writer else {
            return self.reader_version();
        };
        let connection = match writer.try_lock() {
            Ok(connection) => connection,
            Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner(),
            // We are writing ourselves: ask again later.
            Err(TryLockError::WouldBlock) => {
                return self.inner.seen_version.load(Ordering::Relaxed);
            }
        };
        self.remember_version(&connection)
    }

    fn reader_version(&self) -> i64 {
        let mut pool = self.inner.readers.lock().unwrap_or_else(PoisonError::into_inner);
        // Always the same connection: the number means something only in comparison with itself.
        pool.first_mut().map_or_else(
            || self.inner.seen_version.load(Ordering::Relaxed),
            |connection| self.remember_version(connection),
        )
    }

    fn remember_version(&self, connection: &Connection) -> i64 {
        let seen = &self.inner.seen_version;
        match connection.pragma_query_value(None, "data_version", |r| r.get(0)) {
            Ok(version) => {
                seen.store(version, Ordering::Relaxed);
                version
            }
            Err(_) => seen.load(Ordering::Relaxed),
        }
    }

    /// A value of the reader's own state (last theme, place in a list) that [`Store::ui_set`] kept.
    pub fn ui_get(&self, name: &str) -> Result<Option<String>> {
        self.read(|c| {
            c.prepare_cached("SELECT value FROM ui WHERE name = ?1")?
                .query_row([name], |r| r.get(0))
                .optional()
        })
    }

    /// Keeps a value of the reader's own state.
    pub fn ui_set(&self, name: &str, value: &str) -> Result<()> {
        self.write(|tx| {
            tx.prepare_cached("INSERT OR REPLACE INTO ui (name, value) VALUES (?1, ?2)")?
                .execute(params![name, value])?;
            Ok(())
        })
    }

    /// Runs `work` on a reading connection.
    pub(super) fn read<T>(
        &self,
        work: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T> {
        let connection = self.take_reader()?;
        let result = work(&connection);
        self.give_back(connection);
        result.map_err(|e| self.fault(e))
    }

    /// The fault behind an error of the database. Damage that is met is remembered for the next opening.
    fn fault(&self, error: rusqlite::Error) -> StoreError {
        let fault = StoreError::from_sql(&self.inner.path, error);
        if matches!(fault, StoreError::Corrupt { .. }) {
            check::suspect(&self.inner.path);
        }
        fault
    }

    /// Runs `work` in one transaction on the writing connection: all of it is kept, or nothing.
    pub(super) fn write<T>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T>,
    ) -> Result<T> {
        let mut connection = self.writer()?;
        self.in_transaction(&mut connection, work)
    }

    /// The same, and the transaction is on the disk before this returns: for what the reader did by hand.
    pub(super) fn write_durably<T>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T>,
    ) -> Result<T> {
        let sql = |e| self.fault(e);
        let mut connection = self.writer()?;
        // In WAL mode NORMAL loses the last commits when the power fails; FULL syncs the log after each.
        connection.pragma_update(None, "synchronous", "FULL").map_err(sql)?;
        let result = self.in_transaction(&mut connection, work);
        connection.pragma_update(None, "synchronous", "NORMAL").map_err(sql)?;
        result
    }

    fn in_transaction<T>(
        &self,
        connection: &mut Connection,
        work: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T>,
    ) -> Result<T> {
        let run = || {
            let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let value = work(&tx)?;
            tx.commit()?;
            Ok(value)
        };
        run().map_err(|e| self.fault(e))
    }

    pub(super) fn writer(&self) -> Result<MutexGuard<'_, Connection>> {
        let Some(writer) = &self.inner.writer else {
            return Err(StoreError::ReadOnly { path: self.inner.path.clone() });
        };
        // A panic while writing has rolled its transaction back: the connection is sound.
        Ok(writer.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn take_reader(&self) -> Result<Connection> {
        let kept = self.inner.readers.lock().unwrap_or_else(PoisonError::into_inner).pop();
        kept.map_or_else(|| opening::reader(&self.inner.path), Ok)
    }

    pub(super) fn give_back(&self, connection: Connection) {
        let mut pool = self.inner.readers.lock().unwrap_or_else(PoisonError::into_inner);
        if pool.len() < KEPT_READERS {
            pool.push(connection);
        }
    }
}
