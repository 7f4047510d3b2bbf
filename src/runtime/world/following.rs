//! Following a story: a saved view that finds what is told of it from now on.

use std::cmp::Reverse;

use super::stories::versions;
use crate::domain::{EntryId, Field, Shape, Told, Tree, Words};
use crate::query::{self, Expr, Term, View};
use crate::store::{Result, Store};
use crate::story;
use crate::text::fold::fold_words;
use crate::text::{Clean, width};

/// Words that a story is followed by; two of them must be there.
const WORDS: usize = 3;
/// Columns of a view's name.
const NAME: usize = 36;

/// The view for the story of an entry: those words of the headline that other papers use for it too, the rarest first.
/// None when the entry is gone, or too short to be followed.
pub fn followed(store: &Store, id: EntryId) -> Result<Option<View>> {
    let Some(told) = store.told(id)? else { return Ok(None) };
    let words = chosen(store, &told)?;
    let Some(expr) = query_of(&words) else { return Ok(None) };
    let name = Clean::line(&width::truncate(&told.row.title, NAME, false));
    Ok(Some(View { name, text: query::print(&expr), expr }))
}

fn chosen(store: &Store, told: &Told) -> Result<Vec<String>> {
    let keywords = story::keywords(&told.row.title, &told.text);
    let counts = store.gather(told.row.id, &keywords, story::APART)?.counts;
    let others = versions(store, told)?;
    let other_titles: Vec<String> = others.iter().map(|(row, _)| fold_words(&row.title)).collect();
    let mut weighed: Vec<((Reverse<usize>, u32), String, String)> = Vec::new();
    for word in told.row.title.split(|c: char| !c.is_alphanumeric()) {
        let folded = fold_words(word);
        let Some(at) = keywords.iter().position(|keyword| *keyword == folded) else { continue };
        if weighed.iter().any(|(_, _, known)| *known == folded) {
            continue;
        }
        let also_in = other_titles.iter().filter(|title| title.contains(folded.as_str())).count();
        let count = counts.get(at).copied().unwrap_or(u32::MAX);
        weighed.push(((Reverse(also_in), count), word.to_owned(), folded));
    }
    weighed.sort_by_key(|(weight, ..)| *weight);
    Ok(weighed.into_iter().take(WORDS).map(|(_, word, _)| word).collect())
}

/// All of two words, or any two of three.
fn query_of(words: &[String]) -> Option<Expr> {
    let word = |text: &String| {
        Tree::Is(Term::Words(Field::Anywhere, Words { text: text.clone(), shape: Shape::Begins }))
    };
    let both = |a: usize, b: usize| Tree::All(vec![word(&words[a]), word(&words[b])]);
    match words.len() {
        0 | 1 => None,
        2 => Some(both(0, 1)),
        _ => Some(Tree::Any(vec![both(0, 1), both(0, 2), both(1, 2)])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_words_of_three_are_enough_and_one_is_too_few() {
        let words = |list: &[&str]| list.iter().map(ToString::to_string).collect::<Vec<_>>();
        let query = |list: &[&str]| query_of(&words(list)).as_ref().map(query::print);
        assert_eq!(query(&["Linn"]), None);
        assert_eq!(query(&["Lagerhalle", "Linn"]).as_deref(), Some("Lagerhalle Linn"));
        let three = query(&["Lagerhalle", "Linn", "Hafen"]).expect("a query");
        assert_eq!(three, "Lagerhalle Linn OR Lagerhalle Hafen OR Linn Hafen");
        assert!(query::parse(&three).is_ok());
    }
}
