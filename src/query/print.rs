//! Queries as text.

use std::fmt::Write as _;

use super::Expr;
use super::read::{is_quote, is_reserved};
use super::term::{FLAGS, Free, Key, Term};
use crate::domain::{Field, Shape, Tree, Words};

/// How tightly what stands around holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Around {
    Nothing,
    Any,
    All,
    Not,
}

/// Prints a query; reading it again gives the same query.
pub fn print(expr: &Expr) -> String {
    let mut out = String::new();
    tree(expr, Around::Nothing, &mut out);
    out
}

fn tree(expr: &Expr, around: Around, out: &mut String) {
    match expr {
        Tree::Is(term) => self::term(term, out),
        Tree::Not(inner) => {
            out.push('-');
            tree(inner, Around::Not, out);
        }
        Tree::All(parts) => joined(parts, " ", Around::All, around, out),
        Tree::Any(parts) => joined(parts, " OR ", Around::Any, around, out),
    }
}

fn joined(parts: &[Expr], between: &str, own: Around, around: Around, out: &mut String) {
    let in_parentheses = around >= own;
    if in_parentheses {
        out.push('(');
    }
    for (i, part) in parts.iter().enumerate() {
        if i > 0 {
            out.push_str(between);
        }
        tree(part, own, out);
    }
    if in_parentheses {
        out.push(')');
    }
}

fn term(term: &Term, out: &mut String) {
    let mut keyed = |key: Key, value: &str| {
        // Writing to a String cannot fail.
        let _ = write!(out, "{}:{value}", key.name());
    };
    match term {
        Term::Feed(name) => keyed(Key::Feed, &value(name)),
        Term::Folder(name) => keyed(Key::Folder, &value(name)),
        Term::Tag(name) => keyed(Key::Tag, &value(name)),
        Term::Kind(name) => keyed(Key::Kind, &value(name)),
        Term::Place(name) => keyed(Key::Place, &value(name)),
        Term::Near(None) => keyed(Key::Near, "home"),
        Term::Near(Some(metres)) if metres % 1000 == 0 => {
            keyed(Key::Near, &format!("{}km", metres / 1000));
        }
        Term::Near(Some(metres)) => keyed(Key::Near, &format!("{metres}m")),
        Term::Words(Field::Author, words) => keyed(Key::Author, &shaped(words)),
        Term::Words(Field::Title, words) => keyed(Key::Title, &shaped(words)),
        Term::Words(Field::Text, words) => keyed(Key::Text, &shaped(words)),
        Term::Words(Field::Anywhere, words) => {
            out.push_str(&shaped(words));
            // The star keeps a word from being taken for something else.
            if words.shape == Shape::Begins && is_reserved(&words.text) {
                out.push('*');
            }
        }
        Term::Since(when) => keyed(Key::Since, &when.to_string()),
        Term::Before(when) => keyed(Key::Before, &when.to_string()),
        Term::AtLeast(words) => keyed(Key::Len, &format!(">{words}")),
        Term::Below(words) => keyed(Key::Len, &format!("<{words}")),
        Term::Free(Free::Yes) => keyed(Key::Free, "yes"),
        Term::Free(Free::No) => keyed(Key::Free, "no"),
        Term::Free(Free::Exactly(access)) => keyed(Key::Free, access.name()),
        Term::Unread | Term::Read | Term::Starred | Term::Hidden => {
            out.extend(FLAGS.iter().find(|(_, flag)| flag == term).map(|(name, _)| *name));
        }
    }
}

fn shaped(words: &Words) -> String {
    match words.shape {
        Shape::Whole => format!("\"{}\"", words.text),
        Shape::Begins => words.text.clone(),
        Shape::Within => format!("*{}", words.text),
    }
}

/// A value, in quotes where it needs them.
fn value(text: &str) -> String {
    let bare = |c: char| !c.is_whitespace() && !matches!(c, '(' | ')') && !is_quote(c);
    if text.chars().all(bare) && !text.starts_with("//") {
        text.to_owned()
    } else {
        format!("\"{text}\"")
    }
}
