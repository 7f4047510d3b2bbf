//! What can be wrong with a configuration, and where it stands.

use std::fmt;
use std::path::PathBuf;

use crate::domain::ids::FeedUrlError;
use crate::keys::NotationError;
use crate::lang::Lang;
use crate::text::Clean;
use crate::tr;

/// A fault of a configuration file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigFault {
    /// The file.
    pub file: PathBuf,
    /// Where in it; none when it could not be read at all.
    pub place: Option<Place>,
    /// What is wrong.
    pub reason: Reason,
}

/// A place in a text, counted from 1; the column in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

impl Place {
    /// The place of a byte offset.
    pub fn of(text: &str, offset: usize) -> Self {
        let before = text.get(..offset).unwrap_or(text).trim_start_matches('\u{feff}');
        let start = before.rfind('\n').map_or(0, |i| i + 1);
        Self { line: before.matches('\n').count() + 1, column: before[start..].chars().count() + 1 }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The file is there but cannot be read.
    Unreadable(String),
    /// The file is not UTF-8.
    NotUtf8,
    /// It is not TOML; the parser's words.
    Syntax(String),
    /// A key or table that umland does not know.
    UnknownKey {
        /// As written.
        key: String,
        /// The known one that is probably meant.
        nearest: Option<&'static str>,
    },
    /// In `[keys]`: no such action.
    UnknownAction {
        /// As written.
        name: String,
        /// The one that is probably meant.
        nearest: Option<&'static str>,
    },
    /// A value of the wrong type.
    Type {
        /// Whose value.
        key: String,
        /// What it should be: the end of a message id `config-want-…`.
        want: &'static str,
        /// What TOML says it is.
        found: &'static str,
    },
    /// A number outside its range.
    Range {
        /// Whose value.
        key: String,
        /// The smallest value that makes sense, as it would be written.
        min: String,
        /// The largest.
        max: String,
    },
    /// A word that is none of those possible.
    Choice {
        /// Whose value.
        key: String,
        /// As written.
        value: String,
        /// Those possible.
        choices: Vec<&'static str>,
        /// The one that is probably meant.
        nearest: Option<&'static str>,
    },
    /// There is no such theme.
    NoTheme {
        /// As written.
        name: String,
        /// Those there are.
        known: Vec<String>,
        /// The one that is probably meant.
        nearest: Option<&'static str>,
    },
    /// A text that is no colour.
    NoColour {
        /// Whose value.
        key: String,
        /// As written.
        value: String,
    },
    /// A text that is no duration.
    Duration {
        /// As written.
        value: String,
    },
    /// A feed without address.
    NoUrl,
    /// An address that is none.
    Url(FeedUrlError),
    /// An address that stands twice.
    DuplicateFeed {
        /// The address.
        url: String,
        /// The line where it stood first.
        first: usize,
    },
    /// A header that HTTP does not allow.
    Header {
        /// Its name.
        name: String,
    },
    /// A latitude without a longitude, or the other way round.
    HalfAPoint,
    /// A view or a rule without a query.
    NoQuery,
    /// A text that is no query.
    Query(crate::query::Fault),
    /// A rule that does nothing.
    IdleRule,
    /// A table of `[[open]]` that holds for nothing, or has no program.
    IdleOpening,
    /// A text that is no key.
    Key {
        /// Why.
        fault: NotationError,
        /// The name that is probably meant.
        nearest: Option<&'static str>,
    },
    /// Two bindings that cannot live together.
    Clash {
        /// The reader's key.
        key: String,
        /// The reader's action.
        action: &'static str,
        /// The key in the way.
        other_key: String,
        /// Its action.
        other: &'static str,
    },
}

impl ConfigFault {
    /// The fault in words, `file:line:column: what and what to do`.
    pub fn say(&self, lang: Lang) -> Clean {
        let place = self.place.map(|p| format!(":{p}")).unwrap_or_default();
        Clean::line(&format!("{}{place}: {}", self.file.display(), self.reason.say(lang)))
    }
}

impl Reason {
    /// Whether one feed cannot be fetched for it, and all else can.
    pub(super) fn is_of_one_feed(&self) -> bool {
        matches!(self, Self::Url(_))
    }

    /// The reason in words.
    pub fn say(&self, lang: Lang) -> String {
        match self {
            Self::Unreadable(cause) => tr!(lang, "config-unreadable", cause = cause.as_str()),
            Self::NotUtf8 => tr!(lang, "config-not-utf8"),
            Self::Syntax(message) => {
                tr!(lang, "config-syntax", message = message.replace('\n', "; "))
            }
            Self::UnknownKey { key, nearest } => {
                tr!(lang, "config-unknown-key", key = key.as_str()) + &meant(lang, *nearest)
            }
            Self::UnknownAction { name, nearest } => {
                tr!(lang, "config-unknown-action", name = name.as_str()) + &meant(lang, *nearest)
            }
            Self::Type { key, want, found } => {
                let want = lang.text(&format!("config-want-{want}"));
                let found = lang.text(&format!("config-found-{}", found.replace(' ', "-")));
                tr!(lang, "config-type", key = key.as_str(), want = want, found = found)
            }
            Self::Range { key, min, max } => {
                tr!(
                    lang,
                    "config-range",
                    key = key.as_str(),
                    min = min.as_str(),
                    max = max.as_str()
                )
            }
            Self::Choice { key, value, choices, nearest } => {
                let choices =
                    choices.iter().map(|c| format!("\"{c}\"")).collect::<Vec<_>>().join(", ");
                tr!(
                    lang,
                    "config-choice",
                    key = key.as_str(),
                    value = value.as_str(),
                    choices = choices
                ) + &meant(lang, *nearest)
            }
            Self::NoTheme { name, known, nearest } => {
                let known = known.iter().map(|k| format!("\"{k}\"")).collect::<Vec<_>>().join(", ");
                tr!(lang, "config-no-theme", name = name.as_str(), known = known)
                    + &meant(lang, *nearest)
            }
            Self::NoColour { key, value } => {
                tr!(lang, "config-no-colour", key = key.as_str(), value = value.as_str())
            }
            Self::Duration { value } => tr!(lang, "config-duration", value = value.as_str()),
            Self::NoUrl => tr!(lang, "config-no-url"),
            Self::Url(FeedUrlError::NotAbsolute(url)) => {
                tr!(lang, "config-url", url = url.as_str())
            }
            Self::Url(FeedUrlError::Scheme(scheme)) => {
                tr!(lang, "config-scheme", scheme = scheme.as_str())
            }
            Self::DuplicateFeed { url, first } => {
                tr!(lang, "config-duplicate", url = url.as_str(), line = *first)
            }
            Self::Header { name } => tr!(lang, "config-header", name = name.as_str()),
            Self::HalfAPoint => tr!(lang, "config-half-point"),
            Self::NoQuery => tr!(lang, "config-no-query"),
            Self::Query(fault) => tr!(lang, "config-query", fault = fault.say(lang)),
            Self::IdleRule => tr!(lang, "config-idle-rule"),
            Self::IdleOpening => tr!(lang, "config-idle-opening"),
            Self::Key { fault, nearest } => say_key(lang, fault) + &meant(lang, *nearest),
            Self::Clash { key, action, other_key, other } if key == other_key => {
                tr!(lang, "config-clash", key = key.as_str(), action = *action, other = *other)
            }
            Self::Clash { key, action, other_key, other } => tr!(
                lang,
                "config-clash-begins",
                key = key.as_str(),
                action = *action,
                other_key = other_key.as_str(),
                other = *other
            ),
        }
    }
}

fn say_key(lang: Lang, fault: &NotationError) -> String {
    match fault {
        NotationError::Empty => tr!(lang, "config-key-empty"),
        NotationError::Unknown(key) => tr!(lang, "config-key-unknown", key = key.as_str()),
        NotationError::Alias(key, other) => {
            tr!(lang, "config-key-alias", key = key.as_str(), other = other.as_str())
        }
        NotationError::Digit(key) => tr!(lang, "config-key-digit", key = key.as_str()),
    }
}

fn meant(lang: Lang, nearest: Option<&str>) -> String {
    nearest.map(|word| format!("; {}", tr!(lang, "config-meant", word = word))).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_characters() {
        let text = "\u{feff}ä = 1\r\nöö = 2";
        for (offset, line, column) in [(0, 1, 1), (3, 1, 1), (5, 1, 2), (11, 2, 1), (15, 2, 3)] {
            assert_eq!(Place::of(text, offset), Place { line, column }, "{offset}");
        }
    }
}
