//! `search`: the best hits first, each with the place where the words stand.
//!
//! The rank weighs where the words stand (a headline counts more than a text, a whole word more than a beginning), how
//! often, and how new the entry is. Only the newest candidates are weighed: news age.

use std::collections::BTreeMap;

use rusqlite::Connection;

use crate::domain::EntryRow;
use crate::store::hits::{self, Term};
use crate::store::places::Place;
use crate::store::rows;
use crate::store::{Result, Store, body, codec, index, to_sql};
use crate::text::Clean;
use crate::text::fold::fold_words;

/// Candidates that are weighed, each of: hits in headlines, hits anywhere.
const CANDIDATES: usize = 300;
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
    /// The best hits of a text, at most `limit`; see [`crate::domain::Query::text`] for what may be typed.
    pub fn search(&self, text: &str, limit: usize) -> Result<Vec<Hit>> {
        let terms = hits::terms(text);
        if terms.is_empty() {
            return Ok(Vec::new());
        }
        self.catch_up()?;
        self.read(|c| {
            let wanted = CANDIDATES.max(limit);
            let mut candidates = candidates(c, &terms, true, wanted)?;
            candidates.append(&mut self::candidates(c, &terms, false, wanted)?);
            let newest = candidates.values().map(|c| c.sort).max().unwrap_or_default();
            let mut ranked = Vec::with_capacity(candidates.len());
            for place in candidates.into_values() {
                if let Some(found) = weigh(c, &terms, place, newest)? {
                    ranked.push(found);
                }
            }
            ranked.sort_by(|a, b| {
                b.0.total_cmp(&a.0).then(b.1.sort.cmp(&a.1.sort)).then(b.1.id.cmp(&a.1.id))
            });
            ranked.truncate(limit);
            let mut hits = Vec::with_capacity(ranked.len());
            for (_, place, snippet) in ranked {
                hits.extend(rows::row(c, place)?.map(|row| Hit { row, snippet }));
            }
            Ok(hits)
        })
    }
}

/// The newest entries that hold the terms and may be shown.
fn candidates(
    c: &Connection,
    terms: &[Term],
    in_title: bool,
    limit: usize,
) -> rusqlite::Result<BTreeMap<i64, Place>> {
    let mut statement = c.prepare_cached(
        "SELECT e.id, e.sort FROM search JOIN entries e ON e.id = search.rowid \
         WHERE search MATCH ?1 AND (e.live > 0 OR e.starred = 1) ORDER BY search.rowid DESC LIMIT ?2",
    )?;
    let expression = hits::expression(terms, in_title);
    let mut rows = statement.query(rusqlite::params![expression, to_sql(limit)])?;
    let mut found = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let place = Place { id: row.get(0)?, sort: row.get(1)?, feed: None };
        found.insert(place.id, place);
    }
    Ok(found)
}

fn weigh(
    c: &Connection,
    terms: &[Term],
    place: Place,
    newest: i64,
) -> rusqlite::Result<Option<(f64, Place, Clean)>> {
    let mut statement = c.prepare_cached("SELECT data FROM bodies WHERE entry_id = ?1")?;
    let mut rows = statement.query([place.id])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let bytes = codec::decompressed(row.get_ref(0)?.as_blob()?);
    let Some(words) = bytes.as_deref().and_then(body::searchable) else { return Ok(None) };
    let (title, text) = index::folded(&words);
    #[expect(clippy::cast_precision_loss, reason = "an age in seconds needs no more than 52 bits")]
    let age = (newest - place.sort).max(0) as f64;
    let mut weight = 2.0 * (-age / HALF_LIFE).exp2();
    for term in terms {
        let (in_title, in_text) = (count(&title, term), count(&text, term));
        if in_title + in_text == 0.0 {
            return Ok(None); // its words are there, but not side by side
        }
        weight += 3.0 * saturated(in_title) + saturated(in_text);
    }
    let source = if words.text.is_empty() { words.summary } else { words.text };
    Ok(Some((weight, place, snippet(source, terms))))
}

/// Whole occurrences of a term in a folded text, and begun ones by half.
fn count(text: &str, term: &Term) -> f64 {
    term.places(text).map(|(_, whole)| if whole { 1.0 } else { 0.5 }).sum()
}

/// The tenth occurrence says less than the first.
fn saturated(n: f64) -> f64 {
    n / (n + 1.2)
}

/// The text around the first word that begins as one of the terms does.
fn snippet(text: &str, terms: &[Term]) -> Clean {
    let firsts: Vec<&str> =
        terms.iter().map(|t| t.words.split(' ').next().unwrap_or_default()).collect();
    let mut at = 0;
    for word in text.split_whitespace() {
        let folded = fold_words(word);
        if folded.split(' ').any(|w| firsts.iter().any(|f| w.starts_with(f))) {
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

    #[test]
    fn a_snippet_shows_the_word() {
        let text = format!(
            "{}Am Ende kam Herr Müller aus Linn dazu. {}",
            "Vorher war wenig los. ".repeat(20),
            "Dann nichts. ".repeat(30)
        );
        let found = snippet(&text, &hits::terms("mueller"));
        assert!(
            found.contains("Müller") && found.starts_with("… ") && found.ends_with(" …"),
            "{found}"
        );
        assert!(found.chars().count() <= SNIPPET + 4, "{found}");
    }

    proptest::proptest! {
        #[test]
        fn no_text_breaks_a_snippet(text in "\\PC{0,300}", query in "\\PC{0,20}") {
            let _ = snippet(&text, &hits::terms(&query));
        }
    }
}
