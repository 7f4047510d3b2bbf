//! The query language, one everywhere: lists, filters, saved views, rules, the command line.
//!
//! ```text
//! unread (feed:Stadtbote OR folder:Vereine) title:"Alte Kirche" -sport since:2d
//! ```
//!
//! Words next to each other must all hold; `OR`/`ODER` stands between alternatives and binds weaker; `-` or `NOT`/`NICHT`
//! excludes; operators are capitals, so that *oder* can be searched for. A bare word finds words that begin so, a
//! word in quotes the very word, `*word` words that hold it. Pure.
//!
//! **Invariant:** a printed query reads as the same query. No text is read deeper than [`MAX_DEPTH`], longer than
//! [`MAX_BYTES`] or into more than [`MAX_TERMS`] terms.

mod fault;
mod print;
mod read;
mod resolve;
mod saved;
mod term;
mod value;
mod when;

pub use fault::{Fault, Reason};
pub use print::print;
pub use read::{MAX_BYTES, MAX_DEPTH, MAX_TERMS, parse, plain};
pub use resolve::{Context, filter, list};
pub use saved::{Rule, View};
pub use term::{Free, KEYS, Key, Term};
pub use when::{Unit, When};

/// A query.
pub type Expr = crate::domain::Tree<Term>;

#[cfg(test)]
mod tests;
