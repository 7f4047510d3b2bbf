//! Where the reader is in each article: letters and digits before the first line on the screen, so that the place
//! outlives a change of width. The start of an article is not kept.

use rusqlite::{OptionalExtension, params};

use crate::domain::EntryId;
use crate::store::{Result, Store};

impl Store {
    /// The place in an entry's article, in letters; 0 when none was kept.
    pub fn reading_place(&self, id: EntryId) -> Result<u32> {
        self.read(|c| {
            let letters = c
                .prepare_cached("SELECT letters FROM reading_places WHERE entry_id = ?1")?
                .query_row([id.0], |r| r.get(0))
                .optional()?;
            Ok(letters.unwrap_or(0))
        })
    }

    /// Keeps the place in an entry's article, in letters; forgets it when it is the start.
    pub fn keep_reading_place(&self, id: EntryId, letters: u32) -> Result<()> {
        self.write(|tx| {
            if letters == 0 {
                tx.prepare_cached("DELETE FROM reading_places WHERE entry_id = ?1")?
                    .execute([id.0])?;
            } else {
                tx.prepare_cached("INSERT OR REPLACE INTO reading_places VALUES (?1, ?2)")?
                    .execute(params![id.0, letters])?;
            }
            Ok(())
        })
    }
}
