//! From what a reader typed to the entries that hold it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::Connection;

use crate::store::{Result, Store, StoreError, body, codec, deltas, index};
use crate::text::fold::fold_words;

/// What a text found.
#[derive(Debug)]
pub(super) struct Hits {
    text: String,
    generation: i64,
    /// Entries that hold all the words, ascending.
    pub(super) ids: Vec<i64>,
    /// Terms of several words. The index does not know which words stand side by side: the entries themselves tell.
    phrases: Vec<Term>,
    /// Entries that were looked at for the phrases.
    looked: Mutex<HashMap<i64, bool>>,
}

impl Hits {
    pub(super) fn contains(&self, c: &Connection, id: i64) -> rusqlite::Result<bool> {
        if self.ids.binary_search(&id).is_err() {
            return Ok(false);
        }
        if self.phrases.is_empty() {
            return Ok(true);
        }
        let looked = || self.looked.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = looked().get(&id) {
            return Ok(*known);
        }
        let holds = holds(c, id, &self.phrases)?;
        looked().insert(id, holds);
        Ok(holds)
    }
}

/// Whether an entry holds every phrase.
fn holds(c: &Connection, id: i64, phrases: &[Term]) -> rusqlite::Result<bool> {
    let mut statement = c.prepare_cached("SELECT data FROM bodies WHERE entry_id = ?1")?;
    let mut rows = statement.query([id])?;
    let Some(row) = rows.next()? else { return Ok(false) };
    let bytes = codec::decompressed(row.get_ref(0)?.as_blob()?);
    let Some(words) = bytes.as_deref().and_then(body::searchable) else { return Ok(false) };
    let (title, text) = index::folded(&words);
    Ok(phrases.iter().all(|p| p.places(&title).chain(p.places(&text)).next().is_some()))
}

/// One thing that an entry must contain: words in a row, folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Term {
    /// The words, one space between them.
    pub(super) words: String,
    /// The last word may go on.
    pub(super) prefix: bool,
}

impl Term {
    /// Where the term stands in a folded text, each with whether its last word ends there.
    pub(super) fn places<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, bool)> + 'a {
        text.match_indices(&self.words).filter_map(|(at, found)| {
            let begins = at == 0 || text.as_bytes().get(at - 1) == Some(&b' ');
            let ends = matches!(text.as_bytes().get(at + found.len()), None | Some(b' '));
            (begins && (ends || self.prefix)).then_some((at, ends))
        })
    }
}

/// Reads what a reader typed: words, of which each may be the beginning of one, and phrases in quotes. Nothing is a
/// syntax error.
pub(super) fn terms(text: &str) -> Vec<Term> {
    let mut found = Vec::new();
    for (i, part) in text.split(['"', '„', '“', '”', '»', '«']).enumerate() {
        // Every second part stands between quotes, the last one perhaps not closed yet.
        if i % 2 == 1 {
            found.push(Term { words: fold_words(part), prefix: false });
        } else {
            let words = part.split_whitespace();
            found.extend(words.map(|w| Term { words: fold_words(w), prefix: true }));
        }
    }
    found.retain(|t| !t.words.is_empty());
    found
}

/// The words of the terms as FTS5 reads them, to be found anywhere or in the headline. Folded words hold no syntax.
pub(super) fn expression(terms: &[Term], in_title: bool) -> String {
    let mark = if in_title { index::TITLE.to_string() } else { String::new() };
    let mut quoted = Vec::new();
    for term in terms {
        let mut words = term.words.split(' ').peekable();
        while let Some(word) = words.next() {
            let begun = term.prefix && words.peek().is_none() && word.len() > 1;
            quoted.push(format!("\"{mark}{word}\"{}", if begun { "*" } else { "" }));
        }
    }
    quoted.join(" AND ")
}

impl Store {
    /// The entries that hold a text; `None` when nothing is asked for. Brings the index up to date first, as far as that
    /// is possible without waiting for another process.
    pub(super) fn hits_for(&self, text: &str) -> Result<Option<Arc<Hits>>> {
        let terms = terms(text);
        if terms.is_empty() {
            return Ok(None);
        }
        self.catch_up()?;
        self.read(|c| {
            let generation = deltas::fact(c, "index-generation")?;
            let last = || self.inner.hits.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(hits) = last().as_ref()
                && hits.generation == generation
                && hits.text == text
            {
                return Ok(Some(Arc::clone(hits)));
            }
            let ids = matching(c, &terms)?;
            let phrases = terms.into_iter().filter(|t| t.words.contains(' ')).collect();
            let (text, looked) = (text.to_owned(), Mutex::default());
            let hits = Arc::new(Hits { text, generation, ids, phrases, looked });
            *last() = Some(Arc::clone(&hits));
            Ok(Some(hits))
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

fn matching(c: &Connection, terms: &[Term]) -> rusqlite::Result<Vec<i64>> {
    let mut statement =
        c.prepare_cached("SELECT rowid FROM search WHERE search MATCH ?1 ORDER BY rowid")?;
    statement.query_map([expression(terms, false)], |r| r.get(0))?.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_phrases_are_told_apart() {
        let term = |words: &str, prefix| Term { words: words.to_owned(), prefix };
        let cases = [
            ("Brand Linn", vec![term("brand", true), term("linn", true)]),
            ("\"Brand in Linn\" Müller", vec![term("brand in linn", false), term("muller", true)]),
            ("„Alte Kirche“", vec![term("alte kirche", false)]),
            ("\"noch offen", vec![term("noch offen", false)]),
            ("Bürger-Büro", vec![term("burger buro", true)]),
            ("*** - \"\" ( ", vec![]),
            (
                "NEAR(a b) title:x OR",
                vec![
                    term("near a", true),
                    term("b", true),
                    term("title x", true),
                    term("or", true),
                ],
            ),
        ];
        for (text, want) in cases {
            assert_eq!(terms(text), want, "{text}");
        }
    }
}
