//! Opening: checks before anything is touched, creation, migration after a backup.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use crate::domain::Timestamp;
use crate::store::{Result, StoreError};

/// Marks the file as umland's ("UMLD").
const APPLICATION_ID: i64 = 0x554d_4c44;

/// Schema steps; step *n* leads from version *n* to *n* + 1. A step is never edited once released.
const STEPS: &[&str] = &[include_str!("schema/v1.sql")];

/// How long a writer waits for another process.
const BUSY: Duration = Duration::from_secs(10);
/// How often it looks whether it may write: often enough to meet the pauses of a long change (see steps.rs), which the growing
/// pauses of `SQLite` would miss.
const LOOK: Duration = Duration::from_millis(2);
/// How long a reader waits; in WAL it has to only while another process recovers or switches the journal.
const READER_BUSY: Duration = Duration::from_millis(500);

/// Opens the connection that writes.
pub(super) fn writer(path: &Path, now: Timestamp) -> Result<Connection> {
    writer_with_steps(path, now, STEPS)
}

/// Opens a connection that reads.
pub(super) fn reader(path: &Path) -> Result<Connection> {
    let sql = |e| StoreError::from_sql(path, e);
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(sql)?;
    connection.busy_timeout(READER_BUSY).map_err(sql)?;
    prepare_once(&connection).map_err(sql)?;
    connection
        .execute_batch("PRAGMA cache_size = -2048; PRAGMA temp_store = MEMORY;")
        .map_err(sql)?;
    Ok(connection)
}

/// Opens a connection that reads, on an archive that nobody has checked yet.
pub(super) fn checked_reader(path: &Path) -> Result<Connection> {
    check_header(path, STEPS.len())?;
    if !path.exists() {
        return Err(StoreError::Missing { path: path.to_owned() });
    }
    let connection = reader(path)?;
    match version(path, &connection)? {
        0 => Err(StoreError::Missing { path: path.to_owned() }),
        found if found < version_of(STEPS) => {
            Err(StoreError::Outdated { path: path.to_owned(), found })
        }
        found if found > version_of(STEPS) => Err(newer(path, found, STEPS.len())),
        _ => Ok(connection),
    }
}

fn writer_with_steps(path: &Path, now: Timestamp, steps: &[&str]) -> Result<Connection> {
    check_header(path, steps.len())?;
    create_files(path)?;
    let sql = |e| StoreError::from_sql(path, e);
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(path, flags).map_err(sql)?;
    connection.busy_handler(Some(look_again)).map_err(sql)?;
    prepare_once(&connection).map_err(sql)?;
    let found = version(path, &connection)?;
    if found > version_of(steps) {
        return Err(newer(path, found, steps.len()));
    }
    if connection.is_readonly("main").map_err(sql)? {
        return Err(StoreError::ReadOnly { path: path.to_owned() });
    }
    set_up(path, &connection)?;
    if found < version_of(steps) {
        migrate(path, &mut connection, now, steps)?;
    }
    Ok(connection)
}

/// Waits for another process that writes; whether to look again after so many looks.
fn look_again(looks: i32) -> bool {
    std::thread::sleep(LOOK);
    looks.unsigned_abs() < (BUSY.as_millis() / LOOK.as_millis()).try_into().unwrap_or(u32::MAX)
}

/// Keeps prepared statements, and keeps them prepared: without the planner's stability guarantee a build with STAT4
/// prepares a statement anew whenever a bound value changes.
fn prepare_once(connection: &Connection) -> rusqlite::Result<()> {
    connection.set_prepared_statement_cache_capacity(64);
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(())
}

/// The settings of the connection that writes.
fn set_up(path: &Path, connection: &Connection) -> Result<()> {
    let sql = |e| StoreError::from_sql(path, e);
    // Only a new file takes a page size. Packed words of some two kilobytes fit badly into the usual four.
    connection.pragma_update(None, "page_size", 8192).map_err(sql)?;
    let deadline = Instant::now() + BUSY;
    loop {
        // Several processes may create the archive at once; SQLite does not wait here by itself.
        match connection.pragma_update(None, "journal_mode", "WAL") {
            Ok(()) => break,
            Err(e) if Instant::now() < deadline && is_busy(&e) => {
                std::thread::sleep(Duration::from_millis(5));
            }
            Err(e) => return Err(sql(e)),
        }
    }
    connection
        .execute_batch(
            "PRAGMA synchronous = NORMAL;
             PRAGMA foreign_keys = ON;
             PRAGMA temp_store = MEMORY;
             PRAGMA cache_size = -8192;
             PRAGMA wal_autocheckpoint = 2000;
             PRAGMA journal_size_limit = 8388608;",
        )
        .map_err(sql)
}

fn is_busy(error: &rusqlite::Error) -> bool {
    matches!(
        error.sqlite_error_code(),
        Some(rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked)
    )
}

/// Looks at the first bytes without `SQLite`: opening a database can already change it (a WAL is checkpointed).
fn check_header(path: &Path, known: usize) -> Result<()> {
    let mut header = Vec::with_capacity(100);
    match fs::File::open(path) {
        Ok(file) => {
            file.take(100).read_to_end(&mut header).map_err(|e| StoreError::from_io(path, e))?
        }
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(e) => return Err(StoreError::from_io(path, e)),
    };
    if header.is_empty() {
        return Ok(()); // an empty file is an empty database to SQLite
    }
    if header.len() < 100 || !header.starts_with(b"SQLite format 3\0") {
        let detail = "the file does not begin as a database does".to_owned();
        return Err(StoreError::Corrupt { path: path.to_owned(), detail });
    }
    let field = |at: usize| {
        header
            .get(at..at + 4)
            .and_then(|b| b.first_chunk())
            .map_or(0, |b| i64::from(u32::from_be_bytes(*b)))
    };
    let (user_version, application_id) = (field(60), field(68));
    if application_id != APPLICATION_ID && (application_id, user_version) != (0, 0) {
        return Err(StoreError::Foreign { path: path.to_owned() });
    }
    let found = user_version;
    if usize::try_from(found).is_ok_and(|v| v > known) {
        Err(newer(path, found, known))
    } else {
        Ok(())
    }
}

fn newer(path: &Path, found: i64, known: usize) -> StoreError {
    StoreError::Newer {
        path: path.to_owned(),
        found,
        known: i64::try_from(known).unwrap_or(i64::MAX),
    }
}

fn version_of(steps: &[&str]) -> i64 {
    i64::try_from(steps.len()).unwrap_or(i64::MAX)
}

fn version(path: &Path, connection: &Connection) -> Result<i64> {
    connection
        .pragma_query_value(None, "user_version", |r| r.get(0))
        .map_err(|e| StoreError::from_sql(path, e))
}

/// Creates the directory and the file, readable by their owner only. `SQLite` gives its side files the same mode.
fn create_files(path: &Path) -> Result<()> {
    let io = |e| StoreError::from_io(path, e);
    let mut directory = fs::DirBuilder::new();
    directory.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut directory, 0o700);
    if let Some(dir) = path.parent() {
        directory.create(dir).map_err(io)?;
    }
    match create_file(path) {
        Err(e) if e.kind() != std::io::ErrorKind::AlreadyExists => Err(io(e)),
        _ => Ok(()),
    }
}

/// Creates a file that is not there yet, readable by its owner only.
pub(super) fn create_file(path: &Path) -> std::io::Result<()> {
    let mut file = fs::OpenOptions::new();
    file.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut file, 0o600);
    file.open(path).map(|_| ())
}

/// Brings the schema up to date, step by step, each in one transaction.
fn migrate(path: &Path, connection: &mut Connection, now: Timestamp, steps: &[&str]) -> Result<()> {
    let sql = |e| StoreError::from_sql(path, e);
    let before = version(path, connection)?;
    if before > 0 {
        back_up(path, connection, before, now)?;
    }
    loop {
        let tx =
            connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(sql)?;
        // Read again under the lock: another process may have been here first.
        let at = version(path, &tx)?;
        let Some(step) = usize::try_from(at).ok().and_then(|at| steps.get(at)) else {
            return Ok(());
        };
        tx.execute_batch(step).map_err(sql)?;
        tx.pragma_update(None, "application_id", APPLICATION_ID).map_err(sql)?;
        tx.pragma_update(None, "user_version", at + 1).map_err(sql)?;
        tx.commit().map_err(sql)?;
    }
}

/// Copies the archive beside itself before a migration touches it.
fn back_up(path: &Path, connection: &Connection, version: i64, now: Timestamp) -> Result<()> {
    let copy = backup_path(path, version, now);
    create_files(&copy)?;
    connection
        .backup("main", &copy, None::<fn(rusqlite::backup::Progress)>)
        .map_err(|e| StoreError::from_sql(&copy, e))
}

fn backup_path(path: &Path, version: i64, now: Timestamp) -> PathBuf {
    path.with_extension(format!("v{version}-{}.db", now.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWO: &[&str] = &[
        "CREATE TABLE marks (id INTEGER PRIMARY KEY);",
        "ALTER TABLE marks ADD COLUMN star INTEGER;",
    ];

    #[test]
    fn a_migration_keeps_the_marks_and_a_backup() {
        let dir = tempfile::tempdir().expect("a directory");
        let path = dir.path().join("umland.db");
        let old = writer_with_steps(&path, Timestamp(1), &TWO[..1]).expect("new");
        old.execute("INSERT INTO marks VALUES (7)", []).expect("a mark");
        drop(old);
        let new = writer_with_steps(&path, Timestamp(2), TWO).expect("migrated");
        let mark: (i64, Option<i64>) = new
            .query_row("SELECT id, star FROM marks", [], |r| Ok((r.get(0)?, r.get(1)?)))
            .expect("the mark");
        assert_eq!(mark, (7, None));
        let backup = Connection::open(backup_path(&path, 1, Timestamp(2))).expect("a backup");
        let kept: i64 =
            backup.query_row("SELECT id FROM marks", [], |r| r.get(0)).expect("its mark");
        assert_eq!(kept, 7);
        assert_eq!(version(&path, &backup).expect("its version"), 1);
    }

    #[test]
    fn a_step_that_fails_changes_nothing() {
        let dir = tempfile::tempdir().expect("a directory");
        let path = dir.path().join("umland.db");
        let broken = [TWO[0], "ALTER TABLE marks ADD COLUMN star INTEGER; CREATE TABLE marks (x);"];
        drop(writer_with_steps(&path, Timestamp(1), &TWO[..1]).expect("new"));
        assert!(writer_with_steps(&path, Timestamp(2), &broken).is_err());
        let still = writer_with_steps(&path, Timestamp(3), &TWO[..1]).expect("still version 1");
        assert!(still.execute("INSERT INTO marks (id, star) VALUES (1, 1)", []).is_err());
    }
}
