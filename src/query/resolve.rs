//! From what was meant to what is asked: times become instants, and what a list can do by itself goes to the list.

use std::sync::Arc;

use super::term::{Free, Term};
use super::{Expr, plain};
use crate::domain::{Access, Filter, Query, Scope, Show, Test, Timestamp, Tree};
use crate::text::dates::Zone;

/// What a query is resolved against.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The present.
    pub now: Timestamp,
    /// The reader's time zone.
    pub zone: &'a Zone,
    /// `unread` shows what was read at or after this instant too, so that nothing vanishes from under the eyes.
    pub read_since: Timestamp,
}

impl<'a> Context<'a> {
    /// At an instant; `unread` is strict.
    pub fn new(now: Timestamp, zone: &'a Zone) -> Self {
        Self { now, zone, read_since: Timestamp(i64::MAX) }
    }
}

/// The filter of a query; `label` is what the reader sees of it.
pub fn filter(expr: &Expr, label: &str, context: &Context<'_>) -> Filter {
    let tree = expr.map(&mut |term| test(term, context));
    Filter { label: label.to_owned(), tree }
}

/// The list of a query. Plain words, `unread`, `starred` and one `folder:` are what a list has an index for; the rest
/// becomes its filter.
pub fn list(expr: &Expr, label: &str, context: &Context<'_>) -> Query {
    if *expr == plain(label) {
        return Query { text: label.to_owned(), ..Query::default() };
    }
    let (mut query, rest) = planned(expr, context);
    if !rest.is_empty() {
        query.filter = Some(Arc::new(filter(&Tree::All(rest), label, context)));
    }
    query
}

/// The list of a saved view, which always has a filter with its name.
pub(super) fn view(expr: &Expr, name: &str, context: &Context<'_>) -> Query {
    let (query, rest) = planned(expr, context);
    let filter = Some(Arc::new(filter(&Tree::All(rest), name, context)));
    Query { filter, ..query }
}

/// What a list does by itself, and the rest.
fn planned(expr: &Expr, context: &Context<'_>) -> (Query, Vec<Expr>) {
    let mut query = Query::default();
    let conjuncts = match expr {
        Tree::All(parts) => parts.as_slice(),
        one => std::slice::from_ref(one),
    };
    let mut rest = Vec::new();
    for part in conjuncts {
        match part {
            Tree::Is(Term::Unread) => {
                query.show = Show::Unread { or_read_since: context.read_since };
            }
            Tree::Is(Term::Starred) if query.scope == Scope::All => query.scope = Scope::Starred,
            Tree::Is(Term::Folder(path)) if query.scope == Scope::All => {
                query.scope = Scope::Folder(path.clone());
            }
            other => rest.push(other.clone()),
        }
    }
    (query, rest)
}

fn test(term: &Term, context: &Context<'_>) -> Test {
    match term {
        Term::Unread => Test::Unread(context.read_since),
        Term::Read => Test::Read,
        Term::Starred => Test::Starred,
        Term::Hidden => Test::Hidden,
        Term::Feed(name) => Test::Feed(name.clone()),
        Term::Folder(path) => Test::Folder(path.clone()),
        Term::Tag(tag) => Test::Tag(tag.clone()),
        Term::Kind(kind) => Test::Kind(kind.clone()),
        Term::Place(name) => Test::Place(name.clone()),
        Term::Near(metres) => Test::Near(*metres),
        Term::Words(field, words) => Test::Words(*field, words.clone()),
        Term::Since(when) => Test::Since(when.resolve(context.now, context.zone)),
        Term::Before(when) => Test::Before(when.resolve(context.now, context.zone)),
        Term::AtLeast(words) => Test::AtLeast(*words),
        Term::Below(words) => Test::Below(*words),
        Term::Free(Free::Yes) => Test::Access(vec![Access::Free, Access::Unknown]),
        Term::Free(Free::No) => Test::Access(vec![Access::Metered, Access::Locked]),
        Term::Free(Free::Exactly(access)) => Test::Access(vec![*access]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::parse;

    fn of(text: &str) -> Query {
        let zone = Zone::UTC;
        let context = Context::new(Timestamp(1_795_000_000), &zone);
        list(&parse(text).expect(text), text, &context)
    }

    #[test]
    fn a_list_does_by_itself_what_it_can() {
        let plain = of("Brand \"in Linn\"");
        assert_eq!((plain.text.as_str(), &plain.filter), ("Brand \"in Linn\"", &None));
        let narrowed = of("unread folder:Kreis starred");
        assert_eq!(narrowed.scope, Scope::Folder("Kreis".to_owned()));
        assert!(matches!(narrowed.show, Show::Unread { .. }));
        let filter = narrowed.filter.expect("a filter");
        assert_eq!(filter.tree, Tree::All(vec![Tree::Is(Test::Starred)]));
        assert_eq!(of("starred").filter, None);
        assert_eq!(of("unread OR starred").show, Show::All);
        assert_eq!(of(""), Query::default());
    }
}
