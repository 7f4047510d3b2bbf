//! `search`: the best hits first, each with the place where the words stand.
//!
//! The rank weighs where the words stand (a headline counts more than a text, a whole word more than a beginning), how
//! often, and how new the entry is. Only the newest candidates are weighed: news age.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension};

use crate::domain::{EntryRow, Field, Query, Shape, Words};
use crate::store::body::{self, Searchable};
use crate::store::hits::{self, Asked, Hits};
use crate::store::ids::IdSet;
use crate::store::places::Place;
use crate::store::rows;
use crate::store::term::Term;
use crate::store::{Result, Store, codec, index};
use crate::text::Clean;
use crate::text::fold::fold_words;

/// Candidates that are weighed, each of: hits in headlines, hits anywhere.
const CANDIDATES: usize = 150;
/// A hit loses half of its bonus for being new in so many seconds.
const HALF_LIFE: f64 = 14.0 * 86_400.0;
/// Characters around the first hit in a snippet.
const SNIPPET: usize = 160;

/// What a search found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The entry.
    pub row: EntryRow,
    /// The text around the first hit.
    pub snippet: Clean,
}

impl Store {
    /// The best hits of a query, at most `limit`.
    pub fn search(&self, query: &Query, limit: usize) -> Result<Vec<Hit>> {
        let Some(hits) = self.hits_for(query)? else { return Ok(Vec::new()) };
        self.read(|c| {
            let mut asked = Vec::new();
            let mut in_titles = hits.possible().clone();
            for Asked { field, words, or_within } in hits::asked(query) {
                let Some(held) = self.held(c, field, &words, or_within)? else { continue };
                let words = Words { shape: held.term.shape, ..words };
                if let Some(in_title) = self.held(c, Field::Title, &words, false)? {
                    in_titles.retain(&self.settled(c, &in_title)?.possible);
                }
                asked.push(held.term.clone());
            }
            let wanted = CANDIDATES.max(limit);
            let mut candidates = candidates(c, &hits, &in_titles, wanted)?;
            candidates.append(&mut self::candidates(c, &hits, hits.possible(), wanted)?);
            let newest = candidates.values().map(|c| c.sort).max().unwrap_or_default();
            let mut ranked = Vec::with_capacity(candidates.len());
            for place in candidates.into_values() {
                ranked.extend(weigh(c, &asked, place, newest)?.map(|weight| (weight, place)));
            }
            ranked.sort_by(|a, b| {
                b.0.total_cmp(&a.0).then(b.1.sort.cmp(&a.1.sort)).then(b.1.id.cmp(&a.1.id))
            });
            ranked.truncate(limit);
            let mut hits = Vec::with_capacity(ranked.len());
            for (_, place) in ranked {
                if let Some(row) = rows::row(c, place)? {
                    hits.push(Hit { row, snippet: snippet_of(c, &asked, place)? });
                }
            }
            Ok(hits)
        })
    }
}

/// The newest of the entries that hold what is asked and may be shown.
fn candidates(
    c: &Connection,
    hits: &Hits,
    among: &IdSet,
    limit: usize,
) -> rusqlite::Result<BTreeMap<i64, Place>> {
    let mut entry = c.prepare_cached(
        "SELECT sort FROM entries WHERE id = ?1 AND (live > 0 OR starred = 1) AND hidden = 0",
    )?;
    let mut found = BTreeMap::new();
    for id in among.newest_first() {
        if found.len() == limit {
            break;
        }
        let Some(sort) = entry.query_row([id], |r| r.get(0)).optional()? else { continue };
        if hits.contains(c, id)? {
            found.insert(id, Place { id, sort, feed: None });
        }
    }
    Ok(found)
}

/// How well an entry answers; `None` when its words are gone.
fn weigh(
    c: &Connection,
    terms: &[Term],
    place: Place,
    newest: i64,
) -> rusqlite::Result<Option<f64>> {
    of_words(c, place, |words| {
        let (title, text) = index::folded(words);
        #[expect(
            clippy::cast_precision_loss,
            reason = "an age in seconds needs no more than 52 bits"
        )]
        let age = (newest - place.sort).max(0) as f64;
        let weights = terms
            .iter()
            .map(|term| 3.0 * saturated(count(&title, term)) + saturated(count(&text, term)));
        2.0 * (-age / HALF_LIFE).exp2() + weights.sum::<f64>()
    })
}

/// What is shown of an entry's words.
fn snippet_of(c: &Connection, terms: &[Term], place: Place) -> rusqlite::Result<Clean> {
    let shown = of_words(c, place, |words| {
        snippet(if words.text.is_empty() { words.summary } else { words.text }, terms)
    })?;
    Ok(shown.unwrap_or_default())
}

/// What is made of an entry's words; `None` when they are gone or damaged.
fn of_words<T>(
    c: &Connection,
    place: Place,
    make: impl FnOnce(&Searchable<'_>) -> T,
) -> rusqlite::Result<Option<T>> {
    let mut statement = c.prepare_cached("SELECT data FROM bodies WHERE entry_id = ?1")?;
    let mut rows = statement.query([place.id])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let bytes = codec::decompressed(row.get_ref(0)?.as_blob()?);
    Ok(bytes.as_deref().and_then(body::searchable).map(|words| make(&words)))
}

/// Whole occurrences of a term in a folded text, and begun ones by half.
fn count(text: &str, term: &Term) -> f64 {
    term.places(text).map(|(_, whole)| if whole { 1.0 } else { 0.5 }).sum()
}

/// The tenth occurrence says less than the first.
fn saturated(n: f64) -> f64 {
    n / (n + 1.2)
}

/// The text around the first word that begins as one of the terms does, or holds it.
fn snippet(text: &str, terms: &[Term]) -> Clean {
    let firsts: Vec<(&str, Shape)> =
        terms.iter().map(|t| (t.words.split(' ').next().unwrap_or_default(), t.shape)).collect();
    let fits = |word: &str, (first, shape): &(&str, Shape)| match shape {
        Shape::Within => word.contains(first),
        Shape::Begins | Shape::Whole => word.starts_with(first),
    };
    let mut at = 0;
    for word in text.split_whitespace() {
        let folded = fold_words(word);
        if folded.split(' ').any(|w| firsts.iter().any(|first| fits(w, first))) {
            at = word.as_ptr().addr() - text.as_ptr().addr();
            break;
        }
    }
    let mut start = at.saturating_sub(SNIPPET / 3);
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    if start > 0 {
        // Not in the middle of a word.
        start = text[start..at].find(' ').map_or(at, |i| start + i + 1);
    }
    let rest = &text[start..];
    let end = rest.char_indices().nth(SNIPPET).map_or(rest.len(), |(i, _)| i);
    let cut = end < rest.len();
    let end = if cut { rest[..end].rfind(' ').unwrap_or(end) } else { end };
    let (before, after) = (if start > 0 { "… " } else { "" }, if cut { " …" } else { "" });
    Clean::line(&format!("{before}{}{after}", &rest[..end]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(text: &str) -> Vec<Term> {
        let query = Query { text: text.to_owned(), ..Query::default() };
        hits::asked(&query).iter().filter_map(|asked| Term::new(&asked.words)).collect()
    }

    #[test]
    fn a_snippet_shows_the_word() {
        let text = format!(
            "{}Am Ende kam Herr Müller aus Linn dazu. {}",
            "Vorher war wenig los. ".repeat(20),
            "Dann nichts. ".repeat(30)
        );
        let found = snippet(&text, &terms("mueller"));
        assert!(
            found.contains("Müller") && found.starts_with("… ") && found.ends_with(" …"),
            "{found}"
        );
        assert!(found.chars().count() <= SNIPPET + 4, "{found}");
    }

    proptest::proptest! {
        #[test]
        fn no_text_breaks_a_snippet(text in "\\PC{0,300}", query in "\\PC{0,20}") {
            let _ = snippet(&text, &terms(&query));
        }
    }
}
