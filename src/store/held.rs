//! Which entries hold words. The index says it for single words; words side by side, and words of one part of an entry,
//! are looked for in the entries themselves, each only when a list comes to it.
//!
//! What stands in many entries is costly to ask the index for, and a page of a list needs but the newest few. So the
//! newest entries are looked at first: when enough of them hold the words, the index is not asked before somebody wants to
//! know how many there are in all ([`Store::length`]), or the list is walked far (hits.rs).

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use rusqlite::Connection;

use crate::domain::{Field, Shape, Words};
use crate::store::ids::IdSet;
use crate::store::term::Term;
use crate::store::{Store, body, codec, deltas, index, to_sql};
use crate::text::fold::fold_words;

/// Answers that are kept: while a filter is typed, only its last word is new.
const KEPT: usize = 24;
/// Words of the index that a part of a word may stand in; beyond them it says nothing any more.
const MOST_WORDS: usize = 4000;
/// So many of the newest entries say whether words are frequent …
const PROBED: usize = 24;
/// … when so many of them hold them.
const FREQUENT: usize = 6;

/// The entries that hold some words.
#[derive(Debug)]
pub(super) struct Held {
    /// What the index says; words that are frequent do without, until it matters.
    answer: OnceLock<Answer>,
    /// What is looked for.
    pub(super) term: Term,
    field: Field,
    looked: Mutex<HashMap<i64, bool>>,
}

/// What the index says.
#[derive(Debug)]
pub(super) struct Answer {
    /// Those that may hold the words.
    pub(super) possible: IdSet,
    /// Those that certainly do.
    pub(super) certain: IdSet,
}

impl Held {
    fn new(term: Term, field: Field) -> Self {
        Self { answer: OnceLock::new(), term, field, looked: Mutex::default() }
    }

    /// What the index says, when it has been asked.
    pub(super) fn answer(&self) -> Option<&Answer> {
        self.answer.get()
    }

    /// Whether an entry holds the words.
    pub(super) fn contains(&self, c: &Connection, id: i64) -> rusqlite::Result<bool> {
        if let Some(answer) = self.answer.get()
            && (answer.certain.contains(id) || !answer.possible.contains(id))
        {
            return Ok(answer.certain.contains(id));
        }
        let looked = || self.looked.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = looked().get(&id) {
            return Ok(*known);
        }
        let holds = self.holds(c, id)?;
        looked().insert(id, holds);
        Ok(holds)
    }

    fn holds(&self, c: &Connection, id: i64) -> rusqlite::Result<bool> {
        let mut statement = c.prepare_cached("SELECT data FROM bodies WHERE entry_id = ?1")?;
        let mut rows = statement.query([id])?;
        let Some(row) = rows.next()? else { return Ok(false) };
        let bytes = codec::decompressed(row.get_ref(0)?.as_blob()?);
        let Some(words) = bytes.as_deref().and_then(body::searchable) else { return Ok(false) };
        Ok(match self.field {
            Field::Author => words.authors.iter().any(|a| self.term.is_in(&fold_words(a))),
            Field::Title => self.term.is_in(&fold_words(words.title)),
            Field::Text => self.term.is_in(&index::folded(&words).1),
            Field::Anywhere => {
                let (title, text) = index::folded(&words);
                self.term.is_in(&title) || self.term.is_in(&text)
            }
        })
    }
}

/// Answers of the index, as long as it stays the same.
#[derive(Debug, Default)]
pub(super) struct Cache {
    generation: i64,
    answers: Vec<((Field, Words, bool), Arc<Held>)>,
    vocabulary: Option<Arc<Vec<String>>>,
}

impl Store {
    /// Forgets what the index has answered, as a change of the archive would. For measuring.
    pub fn forget_answers(&self) {
        *self.inner.held.lock().unwrap_or_else(PoisonError::into_inner) = Cache::default();
    }

    /// The entries that hold some words; `None` when nothing is asked for. Of frequent words the index may not have been
    /// asked yet. With `or_within`, words that nothing begins with are looked for in the middle of words.
    pub(super) fn held(
        &self,
        c: &Connection,
        field: Field,
        words: &Words,
        or_within: bool,
    ) -> rusqlite::Result<Option<Arc<Held>>> {
        let Some(term) = Term::new(words) else { return Ok(None) };
        let generation = deltas::fact(c, "index-generation")?;
        let cache = || self.inner.held.lock().unwrap_or_else(PoisonError::into_inner);
        if cache().generation != generation {
            *cache() = Cache { generation, ..Cache::default() };
        }
        let key = (field, words.clone(), or_within);
        if let Some((_, known)) = cache().answers.iter().find(|(asked, _)| *asked == key) {
            return Ok(Some(Arc::clone(known)));
        }
        let mut found = Held::new(term, field);
        self.probe(c, &found)?;
        let begins = found.term.shape == Shape::Begins && found.term.words.len() > 2;
        let nothing = found.answer().is_some_and(|answer| answer.possible.is_empty());
        if or_within && begins && nothing && !found.term.is_phrase() {
            found = Held::new(Term { shape: Shape::Within, ..found.term }, field);
            self.probe(c, &found)?;
        }
        let found = Arc::new(found);
        let mut cache = cache();
        if cache.generation == generation {
            if cache.answers.len() >= KEPT {
                cache.answers.remove(0);
            }
            cache.answers.push((key, Arc::clone(&found)));
        }
        Ok(Some(found))
    }

    /// Asks the index for words that are not frequent.
    fn probe(&self, c: &Connection, held: &Held) -> rusqlite::Result<()> {
        // To the index a single letter is a word, and only a word.
        if held.term.words.len() > 1 && frequent(c, |id| held.contains(c, id))? {
            return Ok(());
        }
        self.settled(c, held).map(drop)
    }

    /// What the index says of words; asks it unless that has been done.
    pub(super) fn settled<'h>(
        &self,
        c: &Connection,
        held: &'h Held,
    ) -> rusqlite::Result<&'h Answer> {
        if let Some(answer) = held.answer.get() {
            return Ok(answer);
        }
        let (term, field) = (&held.term, held.field);
        let possible = self.matching(c, term, field == Field::Title)?;
        let mut certain = IdSet::default();
        match field {
            Field::Anywhere | Field::Title if !term.is_phrase() => certain = possible.clone(),
            Field::Text if !term.is_phrase() => {
                // What is not in the headline is in the text.
                certain = possible.clone();
                certain.remove(&self.matching(c, term, true)?);
            }
            _ => {}
        }
        Ok(held.answer.get_or_init(|| Answer { possible, certain }))
    }

    fn matching(&self, c: &Connection, term: &Term, in_title: bool) -> rusqlite::Result<IdSet> {
        if term.shape != Shape::Within {
            return matching(c, &term.expression(in_title));
        }
        let mut found = IdSet::default();
        let vocabulary = self.vocabulary(c)?;
        let mark = |word: &str| word.starts_with(index::TITLE);
        let fitting = vocabulary.iter().filter(|w| mark(w) == in_title && w.contains(&term.words));
        for word in fitting.take(MOST_WORDS) {
            found.add(&matching(c, &format!("\"{word}\""))?);
        }
        Ok(found)
    }

    /// Every word of the index.
    fn vocabulary(&self, c: &Connection) -> rusqlite::Result<Arc<Vec<String>>> {
        let cache = || self.inner.held.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = &cache().vocabulary {
            return Ok(Arc::clone(known));
        }
        let mut statement = c.prepare_cached("SELECT term FROM search_words")?;
        let words = statement.query_map([], |r| r.get(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
        let words = Arc::new(words);
        cache().vocabulary = Some(Arc::clone(&words));
        Ok(words)
    }
}

/// Whether enough of the newest entries pass a test. Asks no more than it must.
pub(super) fn frequent(
    c: &Connection,
    mut passes: impl FnMut(i64) -> rusqlite::Result<bool>,
) -> rusqlite::Result<bool> {
    let sql = "SELECT id FROM entries INDEXED BY entries_list WHERE live > 0 AND hidden = 0 \
               ORDER BY sort DESC, id DESC LIMIT ?1";
    let mut newest = c.prepare_cached(sql)?;
    let mut rows = newest.query([to_sql(PROBED)])?;
    let (mut passed, mut left) = (0, PROBED);
    while let Some(row) = rows.next()? {
        passed += usize::from(passes(row.get(0)?)?);
        left -= 1;
        if passed == FREQUENT {
            return Ok(true);
        }
        if passed + left < FREQUENT || (passed == 0 && left <= PROBED / 2) {
            break;
        }
    }
    Ok(false)
}

fn matching(c: &Connection, expression: &str) -> rusqlite::Result<IdSet> {
    let mut statement = c.prepare_cached("SELECT rowid FROM search WHERE search MATCH ?1")?;
    let mut rows = statement.query([expression])?;
    let mut found = IdSet::default();
    while let Some(row) = rows.next()? {
        found.insert(row.get(0)?);
    }
    Ok(found)
}
