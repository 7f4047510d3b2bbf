//! Rules: what happens to new entries by themselves. Each entry is looked at once, however long after it came.

use crate::domain::{Change, EntryId, Mark, Query, Target, Timestamp, Undone};
use crate::store::gather::Taste;
use crate::store::journal::By;
use crate::store::{Result, Store, deltas};

/// A rule, ready for the archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuledList {
    /// Which entries.
    pub query: Query,
    /// What happens to them.
    pub marks: Vec<Mark>,
    /// The reader is told of them.
    pub notify: bool,
}

/// What rules did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ruled {
    /// The changes, each a row of the journal.
    pub changes: Vec<Undone>,
    /// Entries that the reader is to be told of.
    pub noteworthy: Vec<EntryId>,
}

impl Store {
    /// Applies rules to every entry that came since they were applied last. What they change can be undone.
    pub fn apply_rules(&self, rules: &[RuledList], now: Timestamp) -> Result<Ruled> {
        let (from, last) = self.read(|c| {
            let last: Option<i64> =
                c.prepare_cached("SELECT max(id) FROM entries")?.query_row([], |r| r.get(0))?;
            Ok((deltas::fact(c, "ruled")?, last.unwrap_or_default()))
        })?;
        let mut done = Ruled::default();
        if last <= from {
            return Ok(done);
        }
        for rule in rules {
            let ids = self.fitting(&rule.query, from)?;
            if ids.is_empty() {
                continue;
            }
            for mark in &rule.marks {
                let target = Target::Entries(ids.clone());
                let change =
                    self.change_by(By::Rule, &Change { target, mark: mark.clone() }, now)?;
                done.changes.extend(Some(change).filter(|change| change.entries > 0));
            }
            if rule.notify {
                done.noteworthy.extend(ids);
            }
        }
        self.write(|tx| deltas::set_fact(tx, "ruled", last))?;
        done.noteworthy.sort_unstable();
        done.noteworthy.dedup();
        Ok(done)
    }

    /// The entries that a query fits and whose numbers are greater, the newest first.
    pub fn fitting(&self, query: &Query, than: i64) -> Result<Vec<EntryId>> {
        let hits = self.hits_for(query)?;
        self.read(|c| {
            // A rule acts on what is muted too.
            let scan = crate::store::scan::Scan::new(c, query, &Taste::default(), hits)?;
            let mut found = scan.greater(than)?;
            found.sort_unstable_by(|a, b| b.cmp(a));
            Ok(found.into_iter().map(EntryId).collect())
        })
    }
}
