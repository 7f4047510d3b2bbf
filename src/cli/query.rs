//! The queries of `umland list`, `search` and `mark`.

use super::exit::{Failure, Result};
use super::resolve;
use super::world::World;
use crate::domain::{FeedRow, Query, Scope, Tree};
use crate::query::{self, Context, Expr, Key, Term};
use crate::store::Store;
use crate::text::dates::Zone;

/// Reads the words of a query.
///
/// # Errors
/// What is no query, and feeds that are not subscribed.
pub(super) fn read(words: &[String], store: &Store, world: &World) -> Result<Query> {
    let text = joined(words);
    let expr = query::parse(&text).map_err(|fault| Failure::Said(fault.say(world.lang)))?;
    let feeds = if has_feed(&expr) { store.feeds()? } else { Vec::new() };
    check_feeds(&expr, &feeds, world)?;
    let zone = Zone::system();
    let context = Context::new(world.now, &zone);
    if let Some((name, rest)) = one_feed(&expr)
        && let Ok(feed) = resolve::feed(&feeds, name, world.lang)
    {
        // The feed's own list: its title stands on every line, and in what is said of a mark.
        let query = query::list(&rest, &text, &context);
        return Ok(Query { scope: Scope::Feed(feed.id), ..query });
    }
    Ok(query::list(&expr, &text, &context))
}

/// The only feed that all entries must be of, when nothing else says where they come from, and the rest.
fn one_feed(expr: &Expr) -> Option<(&str, Expr)> {
    let parts = match expr {
        Tree::All(parts) => parts.as_slice(),
        one => std::slice::from_ref(one),
    };
    let is_place =
        |part: &&Expr| matches!(part, Tree::Is(Term::Feed(_) | Term::Folder(_) | Term::Starred));
    let mut places = parts.iter().filter(is_place);
    let (Some(Tree::Is(Term::Feed(name))), None) = (places.next(), places.next()) else {
        return None;
    };
    let rest = parts.iter().filter(|part| !is_place(part)).cloned().collect();
    Some((name, Tree::All(rest)))
}

fn has_feed(expr: &Expr) -> bool {
    let mut found = false;
    expr.for_each(&mut |term| found |= matches!(term, Term::Feed(_)));
    found
}

/// The words as one text. What the shell has kept together behind a key is one value.
pub(super) fn joined(words: &[String]) -> String {
    let quoted = |word: &String| {
        let (key, value) = word.split_once(':')?;
        let is_one = Key::from_name(key).is_some()
            && value.contains(char::is_whitespace)
            && !value.contains(['"', ':', '(', ')']);
        is_one.then(|| format!("{key}:\"{value}\""))
    };
    let words: Vec<String> = words.iter().map(|w| quoted(w).unwrap_or_else(|| w.clone())).collect();
    words.join(" ")
}

/// A feed that does not exist is a slip of the keyboard, not an empty list.
fn check_feeds(expr: &Expr, feeds: &[FeedRow], world: &World) -> Result<()> {
    let mut names = Vec::new();
    expr.for_each(&mut |term| {
        if let Term::Feed(name) = term {
            names.push(name.as_str());
        }
    });
    for name in names {
        let found = resolve::feed(feeds, name, world.lang);
        if found.is_err() && !resolve::fits_some(feeds, name) {
            return found.map(|_| ());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_shell_kept_together_stays_together() {
        let cases: &[(&[&str], &str)] = &[
            (&["unread", "feed:Die Zeitung", "Brand"], "unread feed:\"Die Zeitung\" Brand"),
            (
                &["starred folder:\"Krefeld/Neue Zeitungen\""],
                "starred folder:\"Krefeld/Neue Zeitungen\"",
            ),
            (&["feed:a folder:b"], "feed:a folder:b"),
            (&["Brand in Linn"], "Brand in Linn"),
        ];
        for (words, want) in cases {
            let words: Vec<String> = words.iter().map(|&w| w.to_owned()).collect();
            assert_eq!(joined(&words), *want);
        }
    }
}
