//! From what a list is narrowed to, to the entries that stand in it.
//!
//! Every test becomes a set of entries; *and*, *or* and *not* join the sets. Where only an entry's own words can decide,
//! two sets hold the answer between them: what certainly and what possibly stands in the list. The rest is looked at entry
//! by entry, when the list comes to it.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

use rusqlite::Connection;

use crate::domain::{Field, Filter, Query, Scope, Show, Test, Tree, Words};
use crate::query::{self, Term};
use crate::store::held::{self, Held};
use crate::store::ids::IdSet;
use crate::store::sets::{self, Found};
use crate::store::{Result, Store, StoreError, index};

/// Entries that are looked at before the index is asked after all: four times the rows of a window.
const LOOKS: usize = 1500;

/// What a list is narrowed to, at one moment of the archive.
#[derive(Debug)]
pub(super) struct Hits {
    store: Store,
    tree: Tree<Leaf>,
    /// What is known without asking the index for frequent words.
    loose: Bounds,
    /// What is known when it has been asked for every word.
    tight: OnceLock<Bounds>,
    /// Entries that were looked at while that was not so.
    looks: AtomicUsize,
}

/// What certainly and what possibly stands in the list.
#[derive(Debug)]
struct Bounds {
    certain: IdSet,
    possible: IdSet,
}

#[derive(Debug, Clone)]
enum Leaf {
    Set(Arc<IdSet>),
    Held(Arc<Held>),
}

impl Hits {
    /// What possibly stands in the list.
    pub(super) fn possible(&self) -> &IdSet {
        &self.bounds().possible
    }

    /// Whether an entry stands in the list, as far as its words and marks decide.
    pub(super) fn contains(&self, c: &Connection, id: i64) -> rusqlite::Result<bool> {
        let bounds = self.bounds();
        if bounds.certain.contains(id) || !bounds.possible.contains(id) {
            return Ok(bounds.certain.contains(id));
        }
        if self.tight.get().is_none() && self.looks.fetch_add(1, Ordering::Relaxed) >= LOOKS {
            self.settle(c)?;
            return self.contains(c, id);
        }
        holds(&self.tree, c, id)
    }

    fn bounds(&self) -> &Bounds {
        self.tight.get().unwrap_or(&self.loose)
    }

    /// Asks the index for every word.
    fn settle(&self, c: &Connection) -> rusqlite::Result<()> {
        let words = self.words();
        words.into_iter().try_for_each(|held| self.store.settled(c, held).map(drop))?;
        let (certain, possible) = bounds(&self.tree, &sets::everything(c)?);
        self.tight.get_or_init(|| Bounds { certain, possible });
        Ok(())
    }

    fn words(&self) -> Vec<&Arc<Held>> {
        let mut words = Vec::new();
        self.tree.for_each(&mut |leaf| {
            if let Leaf::Held(held) = leaf {
                words.push(held);
            }
        });
        words
    }

    /// How many entries the list has, when that is known without looking at entries; without what `query` shows beside
    /// the unread ones.
    pub(super) fn count(&self, c: &Connection, query: &Query) -> rusqlite::Result<Option<u64>> {
        let Bounds { certain, possible } = self.bounds();
        if possible.len() != certain.len() {
            return Ok(None);
        }
        let mut counted = certain.clone();
        if let Some(scope) = sets::of_scope(c, &query.scope)? {
            counted.retain(&scope);
        }
        let hidden = sets::hidden(c)?;
        if query.lists_hidden() {
            counted.retain(&hidden);
        } else {
            counted.remove(&hidden);
        }
        if query.scope == Scope::All || matches!(&query.scope, Scope::Folder(f) if f.is_empty()) {
            counted.remove(&sets::archived(c)?);
        }
        if let Show::Unread { .. } = query.show {
            counted.remove(&sets::read_before(c, i64::MAX)?);
        }
        Ok(Some(counted.len()))
    }
}

fn holds(tree: &Tree<Leaf>, c: &Connection, id: i64) -> rusqlite::Result<bool> {
    match tree {
        Tree::Is(Leaf::Set(set)) => Ok(set.contains(id)),
        Tree::Is(Leaf::Held(held)) => held.contains(c, id),
        Tree::Not(inner) => Ok(!holds(inner, c, id)?),
        Tree::All(parts) => {
            for part in parts {
                if !holds(part, c, id)? {
                    return Ok(false);
                }
            }
            Ok(true)
        }
        Tree::Any(parts) => {
            for part in parts {
                if holds(part, c, id)? {
                    return Ok(true);
                }
            }
            Ok(false)
        }
    }
}

/// What certainly and what possibly holds.
fn bounds(tree: &Tree<Leaf>, everything: &IdSet) -> (IdSet, IdSet) {
    match tree {
        Tree::Is(Leaf::Set(set)) => ((**set).clone(), (**set).clone()),
        Tree::Is(Leaf::Held(held)) => held.answer().map_or_else(
            || (IdSet::default(), everything.clone()),
            |answer| (answer.certain.clone(), answer.possible.clone()),
        ),
        Tree::Not(inner) => {
            let (certain, possible) = bounds(inner, everything);
            let without = |set: &IdSet| {
                let mut rest = everything.clone();
                rest.remove(set);
                rest
            };
            (without(&possible), without(&certain))
        }
        Tree::All(parts) => joined(parts, everything, everything.clone(), IdSet::retain),
        Tree::Any(parts) => joined(parts, everything, IdSet::default(), IdSet::add),
    }
}

fn joined(
    parts: &[Tree<Leaf>],
    everything: &IdSet,
    start: IdSet,
    join: fn(&mut IdSet, &IdSet),
) -> (IdSet, IdSet) {
    let (mut certain, mut possible) = (start.clone(), start);
    for part in parts {
        let (sure, maybe) = bounds(part, everything);
        join(&mut certain, &sure);
        join(&mut possible, &maybe);
    }
    (certain, possible)
}

/// Words that a query asks for.
pub(super) struct Asked {
    pub(super) field: Field,
    pub(super) words: Words,
    /// They may stand in the middle of words when nothing begins with them.
    pub(super) or_within: bool,
}

/// The words that a query asks for, not those that it excludes.
pub(super) fn asked(query: &Query) -> Vec<Asked> {
    fn collect(tree: &Tree<Test>, found: &mut Vec<Asked>) {
        match tree {
            Tree::Is(Test::Words(field, words)) => {
                found.push(Asked { field: *field, words: words.clone(), or_within: false });
            }
            Tree::Is(_) | Tree::Not(_) => {}
            Tree::All(parts) | Tree::Any(parts) => parts.iter().for_each(|p| collect(p, found)),
        }
    }
    let mut found = plain(query);
    if let Some(filter) = &query.filter {
        collect(&filter.tree, &mut found);
    }
    found
}

/// The words that were typed into the live filter.
fn plain(query: &Query) -> Vec<Asked> {
    let mut found = Vec::new();
    query::plain(&query.text).for_each(&mut |term| {
        if let Term::Words(field, words) = term {
            found.push(Asked { field: *field, words: words.clone(), or_within: true });
        }
    });
    found
}

impl Store {
    /// What a list is narrowed to; `None` when it is not. Brings the index up to date first, as far as that is possible
    /// without waiting for another process.
    pub(super) fn hits_for(&self, query: &Query) -> Result<Option<Arc<Hits>>> {
        let plain = plain(query);
        let is_all = |f: &Filter| matches!(&f.tree, Tree::All(parts) if parts.is_empty());
        if query.filter.as_deref().is_none_or(is_all) && plain.is_empty() {
            return Ok(None);
        }
        let mut searches = !plain.is_empty();
        if let Some(filter) = &query.filter {
            filter.tree.for_each(&mut |test| searches |= matches!(test, Test::Words(..)));
        }
        if searches {
            self.catch_up()?;
        }
        self.read(|c| {
            let mut parts = Vec::new();
            if let Some(filter) = &query.filter {
                parts.push(self.leaves(c, &filter.tree)?);
            }
            for Asked { field, words, or_within } in plain {
                let held = self.held(c, field, &words, or_within)?;
                parts.extend(held.map(|held| Tree::Is(Leaf::Held(held))));
            }
            let tree = Tree::All(parts);
            let (certain, possible) = bounds(&tree, &sets::everything(c)?);
            let hits = Hits {
                store: self.clone(),
                tree,
                loose: Bounds { certain, possible },
                tight: OnceLock::new(),
                looks: AtomicUsize::new(0),
            };
            // Each word may be frequent, and what is asked of them rare.
            let open = hits.words().iter().any(|held| held.answer().is_none());
            if !open || !held::frequent(c, |id| holds(&hits.tree, c, id))? {
                hits.settle(c)?;
            }
            Ok(Some(Arc::new(hits)))
        })
    }

    /// Asks the index for every word of a query.
    pub(super) fn settle(&self, query: &Query) -> Result<()> {
        let Some(hits) = self.hits_for(query)? else { return Ok(()) };
        self.read(|c| hits.settle(c))
    }

    fn leaves(&self, c: &Connection, tree: &Tree<Test>) -> rusqlite::Result<Tree<Leaf>> {
        let set = |set| Tree::Is(Leaf::Set(Arc::new(set)));
        let all = |parts: &[Tree<Test>]| {
            parts.iter().map(|part| self.leaves(c, part)).collect::<rusqlite::Result<Vec<_>>>()
        };
        Ok(match tree {
            Tree::Is(Test::Words(field, words)) => match self.held(c, *field, words, false)? {
                Some(held) => Tree::Is(Leaf::Held(held)),
                None => Tree::All(Vec::new()),
            },
            Tree::Is(test) => match sets::found(c, test, &self.taste().homes)? {
                Found::Set(found) => set(found),
                Found::AllBut(found) => Tree::Not(Box::new(set(found))),
            },
            Tree::Not(inner) => Tree::Not(Box::new(self.leaves(c, inner)?)),
            Tree::All(parts) => Tree::All(all(parts)?),
            Tree::Any(parts) => Tree::Any(all(parts)?),
        })
    }

    pub(super) fn catch_up(&self) -> Result<()> {
        loop {
            match self.index_pending(index::BATCH) {
                Ok(true) => {}
                // A slightly old answer is better than none.
                Ok(false) | Err(StoreError::Busy { .. } | StoreError::ReadOnly { .. }) => {
                    return Ok(());
                }
                Err(e) => return Err(e),
            }
        }
    }
}
