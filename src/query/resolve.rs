//! From what was meant to what is asked: times become instants.

use super::Expr;
use super::term::{Free, Term};
use crate::domain::{Access, Filter, Test, Timestamp};
use crate::text::dates::Zone;

/// What a query is resolved against.
pub struct Context<'a> {
    /// The present.
    pub now: Timestamp,
    /// The reader's time zone.
    pub zone: &'a Zone,
}

/// The filter of a query; `label` is what the reader sees of it.
pub fn filter(expr: &Expr, label: &str, context: &Context<'_>) -> Filter {
    let tree = expr.map(&mut |term| test(term, context));
    Filter { label: label.to_owned(), tree }
}

fn test(term: &Term, context: &Context<'_>) -> Test {
    match term {
        Term::Unread => Test::Unread,
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
