//! The undo journal: every change that the reader makes is a row with its inverse, valid after a restart.
//!
//! A row of marks holds the exact entries that changed and what each was before, so an undo never touches what arrived
//! later. A change of very many entries is made in steps (steps.rs). A row of an edit holds the lines of the configuration that changed; the configuration is not the archive's, so
//! whoever steps over such a row edits the file and settles the row then. Rows that were undone can be done again until a
//! new change takes their place. What the reader did by hand is synced to the disk when it is done: it survives a power
//! cut.
//!
//! What a rule did is a row too, but the reader's own last deeds come first: see [`Store::undo`].
//!
//! **Invariant:** after every step the undo leads back exactly: the row of a change grows with its steps, an undo strikes
//! the row with its last step, a redo brings it back with its first.

use rusqlite::{Connection, OptionalExtension, params};

use crate::domain::{
    Change, Deed, EntryId, FeedEdit, HistoryRow, Mark, PendingEdit, Query, Scope, Step, Target,
    TextPatch, Timestamp, Undone,
};
use crate::store::affected::{Before, affected, edited};
use crate::store::deltas::Deltas;
use crate::store::{Result, Store, feeds, record, tags, to_count, to_sql};
use crate::text::Clean;

impl Store {
    /// Makes a change and journals it. A change that changes nothing leaves no row and keeps what can be redone.
    pub fn change(&self, change: &Change, now: Timestamp) -> Result<Undone> {
        self.change_by(By::Reader, change, now)
    }

    /// The same, done by the reader or by a rule.
    pub(super) fn change_by(&self, by: By, change: &Change, now: Timestamp) -> Result<Undone> {
        let hits = match &change.target {
            Target::List(query, _)
            | Target::Older(query, ..)
            | Target::Above(query, ..)
            | Target::Below(query, ..)
            | Target::Between(query, ..) => self.hits_for(query)?,
            Target::Entries(_) | Target::Feed(..) | Target::Stories(_) | Target::All(_) => None,
        };
        let taste = self.taste();
        // Nobody need wait while the entries are looked for.
        let (found, title) = self.read(|c| {
            let found = affected(c, change, hits.as_ref(), &taste, now)?;
            let title = title(c, &change.target, &found)?;
            Ok((found, title))
        })?;
        let deed = Deed::Mark(change.mark.clone());
        let mut what = Undone { deed, entries: 0, title };
        let mut row = None;
        let mut changed: Vec<Before> = Vec::new();
        self.in_steps(&found, |tx, part, _| {
            let ids = part.iter().map(|entry| EntryId(entry.id)).collect();
            // As they are now that nobody else writes.
            let part = Change { target: Target::Entries(ids), mark: change.mark.clone() };
            let part = affected(tx, &part, None, &taste, now)?;
            if part.is_empty() {
                return Ok(true);
            }
            changed.extend_from_slice(&part);
            what.entries = changed.len() as u64;
            let data = record::pack_marks(&change.mark, &changed);
            match row {
                None => row = Some(insert(tx, by, &what, &data, now)?),
                // Another process may have taken the first steps back.
                Some(row) if !extend(tx, row, what.entries, &data)? => return Ok(false),
                Some(_) => {}
            }
            apply(tx, &change.mark, &part, now)?;
            Ok(true)
        })?;
        Ok(what)
    }

    /// Journals an edit of the configuration that has been made: of how many feeds, and the only one's title.
    pub fn record_edit(
        &self,
        edit: FeedEdit,
        feeds: u64,
        title: &Clean,
        patch: &TextPatch,
        now: Timestamp,
    ) -> Result<Undone> {
        let what = Undone { deed: Deed::Feed(edit), entries: feeds, title: title.clone() };
        let data = record::pack_patch(patch);
        self.write_durably(|tx| insert(tx, By::Reader, &what, &data, now).map(drop))?;
        Ok(what)
    }

    /// Takes the last change back: the reader's own, as long as it was made no more than an hour before what rules have
    /// done since; only then theirs. So an undo right after a refresh takes back what the reader did, and nothing that
    /// happened by itself. Rules touch only what is new, so the order does not matter to the entries. Or it says which edit of the configuration is to be taken back. `None` when there is
    /// none.
    pub fn undo(&self) -> Result<Option<Step>> {
        loop {
            let Some(row) = self.read(|c| row(c, LAST))? else { return Ok(None) };
            let (mark, before) = match &row.done {
                Done::Marks(mark, before) => (mark, before),
                Done::Edit(patch) => return Ok(Some(row.pending(patch.clone().reversed()))),
            };
            let steps = self.in_steps(before, |tx, part, step| {
                if !is_still(tx, &row, step.first.then_some(LAST), false)? {
                    return Ok(false);
                }
                restore(tx, mark, part)?;
                if step.last {
                    settle(tx, row.id, true, row.at)?;
                }
                Ok(true)
            })?;
            if steps > 0 {
                return Ok(Some(Step { what: row.what, edit: None }));
            }
            // Another process came first: now another change is the last one.
        }
    }

    /// Makes the change again that was undone last, or says which edit is to be made again. `None` when there is none.
    pub fn redo(&self, now: Timestamp) -> Result<Option<Step>> {
        loop {
            let Some(row) = self.read(|c| row(c, NEXT))? else { return Ok(None) };
            let (mark, before) = match &row.done {
                Done::Marks(mark, before) => (mark, before),
                Done::Edit(patch) => return Ok(Some(row.pending(patch.clone()))),
            };
            let steps = self.in_steps(before, |tx, part, step| {
                if !is_still(tx, &row, step.first.then_some(NEXT), step.first)? {
                    return Ok(false);
                }
                if step.first {
                    settle(tx, row.id, false, now)?;
                }
                apply(tx, mark, part, now)?;
                Ok(true)
            })?;
            if steps > 0 {
                return Ok(Some(Step { what: row.what, edit: None }));
            }
        }
    }

    /// Notes that an edit was taken back, or made again.
    pub fn settle_edit(&self, edit: &PendingEdit, undone: bool, now: Timestamp) -> Result<()> {
        self.write_durably(|tx| settle(tx, edit.row, undone, now))
    }

    /// The last changes, the newest first.
    pub fn history(&self, limit: usize) -> Result<Vec<HistoryRow>> {
        self.read(|c| {
            let sql = "SELECT id, at, deed, title, entries, data, undone FROM journal ORDER BY id DESC LIMIT ?1";
            let mut statement = c.prepare_cached(sql)?;
            let mut rows = statement.query([to_sql(limit)])?;
            let mut found = Vec::new();
            while let Some(r) = rows.next()? {
                let row = read(r)?;
                found.push(HistoryRow { at: row.at, what: row.what, undone: r.get(6)? });
            }
            Ok(found)
        })
    }
}

/// Whose deed a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    Reader,
    Rule,
}

/// The change that an undo takes back: the newest of the reader's own when it is no more than an hour older than the
/// newest of all, else the newest of all.
const LAST: &str = "id = ifnull( \
    (SELECT id FROM (SELECT id, at FROM journal WHERE undone = 0 AND by_rule = 0 ORDER BY id DESC LIMIT 1) \
     WHERE at + 3600 >= (SELECT at FROM journal WHERE undone = 0 ORDER BY id DESC LIMIT 1)), \
    (SELECT id FROM journal WHERE undone = 0 ORDER BY id DESC LIMIT 1))";
/// The change that a redo makes again.
const NEXT: &str = "undone = 1 ORDER BY id ASC";

/// A row of the journal.
struct Row {
    id: i64,
    at: Timestamp,
    what: Undone,
    done: Done,
}

/// What was done, to be taken back or made again.
enum Done {
    Marks(Mark, Vec<Before>),
    Edit(TextPatch),
}

impl Row {
    /// The step over a row of an edit, which somebody else has to make.
    fn pending(&self, patch: TextPatch) -> Step {
        Step { what: self.what.clone(), edit: Some(PendingEdit { row: self.id, patch }) }
    }
}

/// Whether a row is still the one that `which` gives, if that matters, and still undone, or not.
fn is_still(
    c: &Connection,
    row: &Row,
    which: Option<&str>,
    undone: bool,
) -> rusqlite::Result<bool> {
    let sql = match which {
        Some(which) => format!("SELECT id FROM journal WHERE {which} LIMIT 1"),
        None => format!("SELECT id FROM journal WHERE id = {} AND undone = {undone}", row.id),
    };
    let found: Option<i64> = c.prepare(&sql)?.query_row([], |r| r.get(0)).optional()?;
    Ok(found == Some(row.id))
}

/// Begins the row of a change. The reader's takes the place of all that could be done again.
fn insert(
    c: &Connection,
    by: By,
    what: &Undone,
    data: &[u8],
    now: Timestamp,
) -> rusqlite::Result<i64> {
    if by == By::Reader {
        c.execute("DELETE FROM journal WHERE undone = 1", [])?;
    }
    let (deed, entries) = (what.deed.name(), to_sql(what.entries));
    c.prepare_cached(
        "INSERT INTO journal (at, by_rule, deed, title, entries, data) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![now.0, by == By::Rule, deed, &*what.title, entries, data])?;
    Ok(c.last_insert_rowid())
}

/// Lets the row of a change hold more entries. `false` when it was taken back.
fn extend(c: &Connection, row: i64, entries: u64, data: &[u8]) -> rusqlite::Result<bool> {
    let rows = c
        .prepare_cached("UPDATE journal SET entries = ?2, data = ?3 WHERE id = ?1 AND undone = 0")?
        .execute(params![row, to_sql(entries), data])?;
    Ok(rows == 1)
}

fn settle(c: &Connection, row: i64, undone: bool, at: Timestamp) -> rusqlite::Result<()> {
    c.prepare_cached("UPDATE journal SET undone = ?2, at = iif(?2, at, ?3) WHERE id = ?1")?
        .execute(params![row, undone, at.0])?;
    Ok(())
}

fn row(c: &Connection, which: &str) -> rusqlite::Result<Option<Row>> {
    let sql =
        format!("SELECT id, at, deed, title, entries, data FROM journal WHERE {which} LIMIT 1");
    c.prepare_cached(&sql)?.query_row([], read).optional()
}

fn read(r: &rusqlite::Row<'_>) -> rusqlite::Result<Row> {
    let damaged = |at| {
        let blob = rusqlite::types::Type::Blob;
        rusqlite::Error::InvalidColumnType(at, "journal".to_owned(), blob)
    };
    let name = r.get_ref(2)?.as_str()?;
    let bytes = r.get_ref(5)?.as_blob()?;
    let edit = FeedEdit::ALL.iter().find(|edit| edit.name() == name);
    let (deed, done) = if let Some(edit) = edit {
        let patch = record::unpack_patch(bytes).ok_or_else(|| damaged(5))?;
        (Deed::Feed(*edit), Done::Edit(patch))
    } else {
        let (mark, before) = record::unpack_marks(name, bytes).ok_or_else(|| damaged(5))?;
        (Deed::Mark(mark.clone()), Done::Marks(mark, before))
    };
    let title = Clean::line(r.get_ref(3)?.as_str()?);
    let what = Undone { deed, entries: to_count(r.get(4)?), title };
    Ok(Row { id: r.get(0)?, at: Timestamp(r.get(1)?), what, done })
}

fn apply(c: &Connection, mark: &Mark, entries: &[Before], now: Timestamp) -> rusqlite::Result<()> {
    let mut counts = Deltas::default();
    for Before { id, .. } in entries {
        match mark {
            Mark::Read => counts.set_read(c, *id, Some(now.0)).map(drop)?,
            Mark::Unread => counts.set_read(c, *id, None).map(drop)?,
            Mark::Star => counts.set_starred(c, *id, true).map(drop)?,
            Mark::Unstar => counts.set_starred(c, *id, false).map(drop)?,
            Mark::Hide => counts.set_hidden(c, *id, true).map(drop)?,
            Mark::Unhide => counts.set_hidden(c, *id, false).map(drop)?,
            Mark::Tags(edit) => tags::set(c, *id, &edited(&tags::of(c, *id)?, edit))?,
        }
    }
    counts.store(c)
}

fn restore(c: &Connection, mark: &Mark, before: &[Before]) -> rusqlite::Result<()> {
    let mut counts = Deltas::default();
    for Before { id, read_at, tags } in before {
        match mark {
            Mark::Read => counts.set_read(c, *id, None).map(drop)?,
            Mark::Unread => counts.set_read(c, *id, *read_at).map(drop)?,
            Mark::Star => counts.set_starred(c, *id, false).map(drop)?,
            Mark::Unstar => counts.set_starred(c, *id, true).map(drop)?,
            Mark::Hide => counts.set_hidden(c, *id, false).map(drop)?,
            Mark::Unhide => counts.set_hidden(c, *id, true).map(drop)?,
            Mark::Tags(_) => tags::set(c, *id, tags)?,
        }
    }
    counts.store(c)
}

/// The words for a notice: the only entry's headline, or the feed's title.
fn title(c: &Connection, target: &Target, before: &[Before]) -> rusqlite::Result<Clean> {
    if let [only] = before {
        return c
            .prepare_cached("SELECT title FROM entries WHERE id = ?1")?
            .query_row([only.id], |r| Ok(Clean::line(r.get_ref(0)?.as_str()?)));
    }
    let feed = match target {
        Target::Feed(feed, _) => feed.0,
        Target::List(Query { scope: Scope::Feed(feed), .. }, _)
        | Target::Older(Query { scope: Scope::Feed(feed), .. }, ..) => feed.0,
        _ => return Ok(Clean::empty()),
    };
    let title = c
        .prepare_cached("SELECT user_title, title, url FROM feeds WHERE id = ?1")?
        .query_row([feed], |r| feeds::title(r, 0, 1, 2))
        .optional()?;
    Ok(title.unwrap_or_default())
}
