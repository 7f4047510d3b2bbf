//! A damaged archive is set aside, never deleted, and what can be read of it goes into a new one.
//!
//! **Invariant:** until the new archive is whole on the disk, the damaged one stays where it is; a crash or a full disk in
//! between changes nothing. One process recovers, others wait for it.

use std::fs::{self, File};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use crate::domain::Timestamp;
use crate::store::salvage::{self, Saved};
use crate::store::{Result, Store, StoreError, check, opening};

/// What became of a damaged archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recovered {
    /// The damaged archive, as it was.
    pub kept: PathBuf,
    /// What was wrong with it.
    pub detail: String,
    /// What is in the new one.
    pub saved: Saved,
}

impl Store {
    /// Opens the archive, when there is one and it is sound.
    pub fn open_sound(dir: &Path, now: Timestamp) -> Option<Self> {
        let path = check::file(dir);
        let sound = path.exists() && !check::mark(&path).exists();
        sound.then(|| Self::open(dir, now).ok()).flatten()
    }

    /// Opens the archive as [`Store::open`] does; a damaged one is set aside first, and what can be read of it saved.
    ///
    /// # Errors
    /// Those of [`Store::open`]; then the archive is as it was.
    pub fn open_or_recover(dir: &Path, now: Timestamp) -> Result<(Self, Option<Recovered>)> {
        let path = check::file(dir);
        if !check::mark(&path).exists() {
            match Self::open(dir, now) {
                Err(StoreError::Corrupt { .. }) => {}
                opened => return opened.map(|store| (store, None)),
            }
        }
        let recovered = recover(&path, now)?;
        Ok((Self::open(dir, now)?, recovered))
    }
}

fn recover(path: &Path, now: Timestamp) -> Result<Option<Recovered>> {
    let io = |e| StoreError::from_io(path, e);
    let mark = check::mark(path);
    let lock = File::options().create(true).append(true).open(&mark).map_err(io)?;
    lock.lock().map_err(io)?;
    let result = match check::examine(path) {
        Err(StoreError::Corrupt { detail, .. }) => set_aside(path, detail, now).map(Some),
        // Somebody else was here first, or only the search index was damaged.
        Ok(()) => search_anew(path, now).map(|()| None),
        Err(StoreError::Missing { .. }) => Ok(None),
        Err(fault) => Err(fault),
    };
    if result.is_ok() {
        fs::remove_file(&mark).map_err(io)?;
    }
    result
}

/// Empties the search index, which the next refresh or start fills again.
fn search_anew(path: &Path, now: Timestamp) -> Result<()> {
    let connection = opening::writer(path, now)?;
    connection
        .execute_batch(
            "BEGIN IMMEDIATE; INSERT INTO search (search) VALUES ('delete-all'); DELETE FROM stale; \
             UPDATE facts SET value = 0 WHERE name = 'indexed'; \
             UPDATE facts SET value = value + 1 WHERE name = 'index-generation'; COMMIT;",
        )
        .map_err(|e| StoreError::from_sql(path, e))
}

fn set_aside(path: &Path, detail: String, now: Timestamp) -> Result<Recovered> {
    let io = |e| StoreError::from_io(path, e);
    let kept = free_name(path, now);
    for side in ["", "-wal"] {
        let from = beside(path, side);
        if from.exists() {
            link_or_copy(&from, &beside(&kept, side)).map_err(io)?;
        }
    }
    let new = path.with_extension("new.db");
    clear(&new).map_err(io)?;
    let saved = filled(&kept, &new, now).inspect_err(|_| {
        let _ = clear(&new);
    })?;
    // A log that does not belong to it must not lie beside the new archive, not for a moment.
    clear_sides(path).map_err(io)?;
    fs::rename(&new, path).map_err(io)?;
    if let Some(dir) = path.parent() {
        // The rename itself is durable only when the directory is synced; not every system can do that.
        let _ = File::open(dir).and_then(|dir| dir.sync_all());
    }
    Ok(Recovered { kept, detail, saved })
}

/// Makes the new archive and fills it; nothing is left in its log.
fn filled(kept: &Path, new: &Path, now: Timestamp) -> Result<Saved> {
    let sql = |e| StoreError::from_sql(new, e);
    let mut connection = opening::writer(new, now)?;
    connection.pragma_update(None, "wal_checkpoint", "TRUNCATE").map_err(sql)?;
    let saved = match readable(kept, new).map_err(|e| StoreError::from_io(new, e))? {
        Some(damaged) => {
            let saved = salvage::salvage(&damaged.connection, &mut connection, now);
            damaged.close();
            saved.map_err(sql)?
        }
        None => Saved::default(),
    };
    connection.pragma_update(None, "wal_checkpoint", "TRUNCATE").map_err(sql)?;
    drop(connection);
    clear_sides(new).map_err(|e| StoreError::from_io(new, e))?;
    File::open(new).and_then(|file| file.sync_all()).map_err(|e| StoreError::from_io(new, e))?;
    Ok(saved)
}

/// A damaged archive that is being read, with what must vanish afterwards.
struct Damaged {
    connection: Connection,
    patched: Option<PathBuf>,
    path: PathBuf,
}

impl Damaged {
    /// Leaves the damaged archive as it was. What cannot be removed is of no harm.
    fn close(self) {
        drop(self.connection);
        let _ = remove(&beside(&self.path, "-shm"));
        let log = beside(&self.path, "-wal");
        if fs::metadata(&log).is_ok_and(|meta| meta.len() == 0) {
            let _ = remove(&log);
        }
        if let Some(patched) = &self.patched {
            let _ = clear(patched);
        }
    }
}

/// Opens the damaged archive so that its tables can be found. When its first page, which says where they are, is lost, a
/// copy gets the first page of the new archive: both were made by the same steps, so their tables begin at the same pages.
fn readable(kept: &Path, new: &Path) -> io::Result<Option<Damaged>> {
    if let Some(connection) = open_damaged(kept) {
        return Ok(Some(Damaged { connection, patched: None, path: kept.to_owned() }));
    }
    let patched = new.with_extension("patched");
    fs::copy(kept, &patched)?;
    let mut first = fs::read(new)?;
    first.truncate(PAGE);
    let pages = u32::try_from(fs::metadata(kept)?.len() / PAGE as u64).unwrap_or(u32::MAX);
    // The size in pages, then no free pages: the list of the new archive means nothing here (file format, section 1.3).
    for (at, value) in [(28, pages), (32, 0), (36, 0)] {
        if let Some(field) = first.get_mut(at..at + 4) {
            field.copy_from_slice(&value.to_be_bytes());
        }
    }
    let mut file = File::options().write(true).open(&patched)?;
    file.seek(SeekFrom::Start(0))?;
    file.write_all(&first)?;
    drop(file);
    let Some(connection) = open_damaged(&patched) else {
        clear(&patched)?;
        return Ok(None);
    };
    let path = patched.clone();
    Ok(Some(Damaged { connection, patched: Some(patched), path }))
}

/// The page size of our archives.
const PAGE: usize = 8192;

fn open_damaged(path: &Path) -> Option<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).ok()?;
    // Lets SQLite read on where the schema is faulty or the file too short.
    connection.pragma_update(None, "writable_schema", true).ok()?;
    let tables = "SELECT count(*) FROM sqlite_schema WHERE name IN ('feeds', 'entries', 'sources')";
    let found: i64 = connection.query_row(tables, [], |r| r.get(0)).ok()?;
    (found == 3).then_some(connection)
}

/// A name beside the archive that nothing has yet.
fn free_name(path: &Path, now: Timestamp) -> PathBuf {
    let name = |n: i64| path.with_extension(format!("damaged-{n}.db"));
    let names = (0..1000).map(|n| name(now.0.saturating_add(n)));
    names.into_iter().find(|name| !name.exists()).unwrap_or_else(|| name(now.0))
}

/// A second name needs no room; where a file can have only one, it is copied.
fn link_or_copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::hard_link(from, to).or_else(|_| fs::copy(from, to).map(|_| ()))
}

fn beside(path: &Path, side: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(side);
    name.into()
}

fn clear(path: &Path) -> io::Result<()> {
    remove(path)?;
    clear_sides(path)
}

fn clear_sides(path: &Path) -> io::Result<()> {
    remove(&beside(path, "-wal"))?;
    remove(&beside(path, "-shm"))
}

fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(fault) if fault.kind() != io::ErrorKind::NotFound => Err(fault),
        _ => Ok(()),
    }
}
