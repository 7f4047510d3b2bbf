//! A consistent copy of the archive while others write to it.

use std::path::Path;
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use crate::store::{Result, Store, StoreError, check, opening};

/// Pages that are copied at once; others can write in between.
const STEP: i32 = 512;
/// The wait when the archive is locked just then.
const PAUSE: Duration = Duration::from_millis(20);

impl Store {
    /// Copies the archive to `target`, a file that must not exist yet (mode 0600), and verifies the copy. `told` hears the
    /// pages copied and the pages in all.
    ///
    /// # Errors
    /// When the target exists or cannot be written, or the archive cannot be read; then there is no target.
    pub fn back_up(&self, target: &Path, told: &mut dyn FnMut(u64, u64)) -> Result<()> {
        opening::create_file(target).map_err(|e| StoreError::from_io(target, e))?;
        self.copy_to(target, told).and_then(|()| verify(target)).inspect_err(|_| {
            let _ = std::fs::remove_file(target);
        })
    }

    fn copy_to(&self, target: &Path, told: &mut dyn FnMut(u64, u64)) -> Result<()> {
        let sql = |e| StoreError::from_sql(target, e);
        let source = opening::reader(&self.inner.path)?;
        // In one read transaction, so that what others write meanwhile does not begin the copy anew.
        source.execute_batch("BEGIN; SELECT 1 FROM facts LIMIT 1;").map_err(sql)?;
        let mut copy = Connection::open(target).map_err(sql)?;
        {
            let backup = Backup::new(&source, &mut copy).map_err(sql)?;
            loop {
                let step = backup.step(STEP).map_err(sql)?;
                let progress = backup.progress();
                let pages = |n: i32| u64::try_from(n).unwrap_or_default();
                told(pages(progress.pagecount - progress.remaining), pages(progress.pagecount));
                match step {
                    StepResult::Done => break,
                    StepResult::Busy | StepResult::Locked => std::thread::sleep(PAUSE),
                    _ => {}
                }
            }
        }
        // One file is easier to keep than three.
        copy.pragma_update(None, "journal_mode", "DELETE").map_err(sql)?;
        copy.close().map_err(|(_, e)| sql(e))?;
        let synced = std::fs::File::open(target).and_then(|file| file.sync_all());
        synced.map_err(|e| StoreError::from_io(target, e))
    }
}

fn verify(target: &Path) -> Result<()> {
    check::examine(target)
}
