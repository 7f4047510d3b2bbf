//! Why a text is no query: where, and what to write instead.

use std::ops::Range;

use super::term::Key;
use crate::lang::Lang;
use crate::text::Clean;
use crate::tr;

/// A fault of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where, in bytes of the text.
    pub span: Range<usize>,
    /// The character that it begins at, from 1.
    pub column: usize,
    /// Why.
    pub reason: Reason,
}

/// Why a text is no query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// A key that does not exist.
    UnknownKey {
        /// As typed.
        key: String,
        /// The one that is probably meant.
        nearest: Option<&'static str>,
    },
    /// A key without a value.
    NoValue(Key),
    /// A value that the key does not take.
    Value {
        /// The key.
        key: Key,
        /// As typed.
        value: String,
    },
    /// A word without letters or digits: nothing can be searched for.
    NoLetters(String),
    /// A quote that is not closed.
    OpenQuote,
    /// A parenthesis that is not closed.
    OpenParenthesis,
    /// A parenthesis that was never opened.
    StrayParenthesis,
    /// Nothing stands where an operator or parentheses want a term.
    NoTerm,
    /// The text is too long, too deeply nested, or has too many terms.
    TooMuch,
}

impl Fault {
    /// The fault in the reader's words: where, why, and a hint.
    pub fn say(&self, lang: Lang) -> String {
        let reason = match &self.reason {
            Reason::UnknownKey { key, nearest } => {
                let text = tr!(lang, "query-unknown-key", key = clean(key));
                let hint = match nearest {
                    Some(word) => tr!(lang, "query-meant", word = *word),
                    None => tr!(lang, "query-keys", key = clean(key)),
                };
                format!("{text} {hint}")
            }
            Reason::NoValue(key) => {
                format!("{} {}", tr!(lang, "query-no-value", key = key.name()), hint(*key, lang))
            }
            Reason::Value { key, value } => {
                let text = tr!(lang, "query-value", key = key.name(), value = clean(value));
                format!("{text} {}", hint(*key, lang))
            }
            Reason::NoLetters(word) => tr!(lang, "query-no-letters", word = clean(word)),
            Reason::OpenQuote => lang.text("query-open-quote"),
            Reason::OpenParenthesis => lang.text("query-open-parenthesis"),
            Reason::StrayParenthesis => lang.text("query-stray-parenthesis"),
            Reason::NoTerm => lang.text("query-no-term"),
            Reason::TooMuch => lang.text("query-too-much"),
        };
        tr!(lang, "query-fault", column = self.column, reason = reason)
    }
}

fn clean(typed: &str) -> String {
    Clean::line(typed).to_string()
}

/// What a key takes.
fn hint(key: Key, lang: Lang) -> String {
    lang.text(match key {
        Key::Since | Key::Before => "query-hint-when",
        Key::Near => "query-hint-near",
        Key::Len => "query-hint-len",
        Key::Free => "query-hint-free",
        Key::Feed => "query-hint-feed",
        Key::Folder | Key::Tag | Key::Kind | Key::Place | Key::Author | Key::Title | Key::Text => {
            "query-hint-words"
        }
    })
}
