//! From text to query.

use std::ops::Range;

use super::Expr;
use super::fault::{Fault, Reason};
use super::term::{FLAGS, KEYS, Key, Term};
use super::value::{self, Value};
use crate::domain::{Field, Tree};
use crate::text::nearest;

/// The longest query, in bytes.
pub const MAX_BYTES: usize = 4096;
/// The deepest nesting of parentheses and negations.
pub const MAX_DEPTH: usize = 32;
/// The most terms.
pub const MAX_TERMS: usize = 128;

/// Reads a query. An empty text is the query that every entry holds.
///
/// # Errors
/// The first fault, with its place.
pub fn parse(text: &str) -> Result<Expr, Fault> {
    let mut reader = Reader { text, at: 0, terms: 0 };
    if text.len() > MAX_BYTES {
        return Err(reader.fault(0..text.len(), Reason::TooMuch));
    }
    reader.blanks();
    if reader.rest().is_empty() {
        return Ok(Tree::All(Vec::new()));
    }
    let expr = reader.any(0)?;
    match reader.peek() {
        None => Ok(expr),
        Some(_) => Err(reader.fault(reader.at..reader.at + 1, Reason::StrayParenthesis)),
    }
}

/// Reads plain words, as they are typed into the live filter: each may be the beginning of one, quotes hold phrases, and
/// nothing is a fault.
pub fn plain(text: &str) -> Expr {
    let mut found = Vec::new();
    for (i, part) in text.split(is_quote).enumerate() {
        // Every second part stands between quotes, the last one perhaps not closed yet.
        let quoted = i % 2 == 1;
        let pieces: Vec<&str> = if quoted { vec![part] } else { part.split_whitespace().collect() };
        let words = pieces.into_iter().filter_map(|text| value::words(Value { text, quoted }));
        found.extend(words.map(|words| Tree::Is(Term::Words(Field::Anywhere, words))));
    }
    found.truncate(MAX_TERMS);
    joined(found, Tree::All)
}

/// Whether a character opens or closes a phrase.
pub(super) fn is_quote(c: char) -> bool {
    matches!(c, '"' | '„' | '“' | '”' | '»' | '«')
}

/// Whether a bare word would be taken for something else.
pub(super) fn is_reserved(word: &str) -> bool {
    FLAGS.iter().any(|(flag, _)| *flag == word) || operator(word).is_some()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Operator {
    And,
    Or,
    Not,
}

/// Operators are capitals: *und* and *oder* are words.
fn operator(word: &str) -> Option<Operator> {
    match word {
        "AND" | "UND" => Some(Operator::And),
        "OR" | "ODER" => Some(Operator::Or),
        "NOT" | "NICHT" => Some(Operator::Not),
        _ => None,
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    terms: usize,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn blanks(&mut self) {
        self.at = self.text.len() - self.rest().trim_start().len();
    }

    fn fault(&self, span: Range<usize>, reason: Reason) -> Fault {
        let column = self.text.get(..span.start).unwrap_or_default().chars().count() + 1;
        Fault { span, column, reason }
    }

    /// The bare word that begins here; nothing is taken.
    fn word(&self) -> &'a str {
        let ends = |c: char| c.is_whitespace() || matches!(c, '(' | ')') || is_quote(c);
        let rest = self.rest();
        &rest[..rest.find(ends).unwrap_or(rest.len())]
    }

    /// Takes an operator, when one begins here.
    fn take(&mut self, wanted: Operator) -> bool {
        let word = self.word();
        let found = operator(word) == Some(wanted);
        if found {
            self.at += word.len();
            self.blanks();
        }
        found
    }

    /// Alternatives.
    fn any(&mut self, depth: usize) -> Result<Expr, Fault> {
        let mut parts = vec![self.all(depth)?];
        while self.take(Operator::Or) {
            parts.push(self.all(depth)?);
        }
        Ok(joined(parts, Tree::Any))
    }

    /// Terms that must all hold.
    fn all(&mut self, depth: usize) -> Result<Expr, Fault> {
        let mut parts = vec![self.not(depth)?];
        loop {
            let and = self.take(Operator::And);
            let ends = matches!(self.peek(), None | Some(')'));
            if !and && (ends || operator(self.word()) == Some(Operator::Or)) {
                return Ok(joined(parts, Tree::All));
            }
            parts.push(self.not(depth)?);
        }
    }

    fn not(&mut self, depth: usize) -> Result<Expr, Fault> {
        let start = self.at;
        if depth > MAX_DEPTH {
            return Err(self.fault(start..self.text.len(), Reason::TooMuch));
        }
        let dash = self.rest().strip_prefix('-');
        if let Some(rest) = dash
            && rest.starts_with(|c: char| !c.is_whitespace() && c != ')')
        {
            self.at += 1;
        } else if !self.take(Operator::Not) {
            return self.primary(depth);
        }
        Ok(Tree::Not(Box::new(self.not(depth + 1)?)))
    }

    fn primary(&mut self, depth: usize) -> Result<Expr, Fault> {
        let start = self.at;
        let expr = match self.peek() {
            None | Some(')') => return Err(self.fault(start..start, Reason::NoTerm)),
            Some('(') => {
                self.at += 1;
                self.blanks();
                let inner = self.any(depth + 1)?;
                if self.peek() != Some(')') {
                    return Err(self.fault(start..start + 1, Reason::OpenParenthesis));
                }
                self.at += 1;
                inner
            }
            Some(c) if is_quote(c) => {
                let text = self.quoted()?;
                Tree::Is(self.searched(start, Value { text, quoted: true })?)
            }
            Some(_) => Tree::Is(self.bare()?),
        };
        self.blanks();
        Ok(expr)
    }

    /// A flag, a key with its value, or a word.
    fn bare(&mut self) -> Result<Term, Fault> {
        let (start, word) = (self.at, self.word());
        let end = start + word.len();
        if operator(word).is_some() {
            return Err(self.fault(start..end, Reason::NoTerm));
        }
        self.at = end;
        if let Some((_, flag)) = FLAGS.iter().find(|(name, _)| *name == word) {
            self.count(start)?;
            return Ok(flag.clone());
        }
        let Some((name, typed)) = keyed(word) else {
            return self.searched(start, Value { text: word, quoted: false });
        };
        let Some(key) = Key::from_name(name) else {
            let names = KEYS.iter().flat_map(|(_, names)| names.iter().copied());
            let reason = Reason::UnknownKey { key: name.to_owned(), nearest: nearest(name, names) };
            return Err(self.fault(start..start + name.len(), reason));
        };
        let value = match self.peek() {
            Some(c) if typed.is_empty() && is_quote(c) => {
                Value { text: self.quoted()?, quoted: true }
            }
            _ => Value { text: typed, quoted: false },
        };
        if value.text.trim().is_empty() {
            return Err(self.fault(start..self.at, Reason::NoValue(key)));
        }
        self.count(start)?;
        value::term(key, value).ok_or_else(|| {
            self.fault(
                start + name.len() + 1..self.at,
                Reason::Value { key, value: value.text.to_owned() },
            )
        })
    }

    /// The text between quotes, of which the first begins here.
    fn quoted(&mut self) -> Result<&'a str, Fault> {
        let start = self.at;
        let mut quotes = self.rest().match_indices(is_quote);
        let (Some((_, open)), Some((end, close))) = (quotes.next(), quotes.next()) else {
            return Err(self.fault(start..self.text.len(), Reason::OpenQuote));
        };
        self.at += end + close.len();
        Ok(&self.text[start + open.len()..start + end])
    }

    fn searched(&mut self, start: usize, value: Value<'_>) -> Result<Term, Fault> {
        self.count(start)?;
        match value::words(value) {
            Some(words) => Ok(Term::Words(Field::Anywhere, words)),
            None => Err(self.fault(start..self.at, Reason::NoLetters(value.text.to_owned()))),
        }
    }

    fn count(&mut self, start: usize) -> Result<(), Fault> {
        self.terms += 1;
        if self.terms > MAX_TERMS {
            return Err(self.fault(start..self.text.len(), Reason::TooMuch));
        }
        Ok(())
    }
}

/// `key:value`, when the key is a word of small letters: `18:30`, `Krefeld:` and `https://…` are searched for.
fn keyed(word: &str) -> Option<(&str, &str)> {
    let (key, value) = word.split_once(':')?;
    let is_key = !key.is_empty() && key.chars().all(char::is_lowercase);
    (is_key && !value.starts_with("//")).then_some((key, value))
}

/// Several parts as one; a single one stays itself.
fn joined(mut parts: Vec<Expr>, make: fn(Vec<Expr>) -> Expr) -> Expr {
    if parts.len() == 1 { parts.remove(0) } else { make(parts) }
}
