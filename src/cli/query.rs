//! The words of `umland list` and `umland mark`: `unread`, `starred`, `feed:…`, `folder:…`; everything else is searched
//! for.

use super::exit::{Failure, Result};
use super::resolve;
use crate::domain::{EntryRow, Query, Scope, Show, Timestamp, folder_path};
use crate::lang::Lang;
use crate::store::Store;
use crate::text::nearest::nearest;
use crate::tr;

/// Keys that may stand before a colon.
const KEYS: &[&str] = &["feed", "folder"];

/// What the words ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Asked {
    /// The list.
    pub(super) query: Query,
    /// Of the list, only entries with a star.
    pub(super) only_starred: bool,
}

impl Asked {
    /// Whether an entry of the list is asked for.
    pub(super) fn takes(&self, row: &EntryRow) -> bool {
        !self.only_starred || row.starred
    }
}

/// The words before they are looked up.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Words {
    unread: bool,
    starred: bool,
    feed: Option<String>,
    folder: Option<String>,
    text: Vec<String>,
}

/// Why words make no query.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Fault {
    /// A key that does not exist.
    Key(String, Option<&'static str>),
    /// A key that stands twice, or two that exclude each other.
    Twice(String),
    /// A key without a value.
    Empty(String),
}

/// Reads the words of a query.
///
/// # Errors
/// Unknown keys, and feeds that are not subscribed.
pub(super) fn read(words: &[String], store: &Store, lang: Lang) -> Result<Asked> {
    let words = parse(words).map_err(|fault| Failure::Said(say(&fault, lang)))?;
    let scope = match (&words.feed, &words.folder) {
        (Some(feed), _) => Scope::Feed(resolve::feed(&store.feeds()?, feed, lang)?.id),
        (None, Some(folder)) => Scope::Folder(folder_path(folder).to_string()),
        (None, None) if words.starred => Scope::Starred,
        (None, None) => Scope::All,
    };
    let only_starred = words.starred && scope != Scope::Starred;
    let show =
        if words.unread { Show::Unread { or_read_since: Timestamp(i64::MAX) } } else { Show::All };
    let query = Query { scope, show, text: words.text.join(" "), ..Query::default() };
    Ok(Asked { query, only_starred })
}

fn parse(arguments: &[String]) -> std::result::Result<Words, Fault> {
    let mut words = Words::default();
    for word in arguments.iter().flat_map(|argument| split(argument)) {
        match word.as_str() {
            "unread" => words.unread = true,
            "starred" => words.starred = true,
            _ => match key_and_value(&word) {
                None => words.text.push(word),
                Some((key, "")) if KEYS.contains(&key) => return Err(Fault::Empty(key.to_owned())),
                Some((key @ ("feed" | "folder"), value)) => {
                    if words.feed.is_some() || words.folder.is_some() {
                        return Err(Fault::Twice(key.to_owned()));
                    }
                    let target = if key == "feed" { &mut words.feed } else { &mut words.folder };
                    *target = Some(value.to_owned());
                }
                Some((key, _)) => {
                    return Err(Fault::Key(key.to_owned(), nearest(key, KEYS.iter().copied())));
                }
            },
        }
    }
    Ok(words)
}

/// `key:value`, when the key is a word of letters: `18:30` and `https://…` are searched for.
fn key_and_value(word: &str) -> Option<(&str, &str)> {
    let (key, value) = word.split_once(':')?;
    let is_key = !key.is_empty() && key.chars().all(|c| c.is_ascii_lowercase());
    (is_key && !value.starts_with("//")).then_some((key, value))
}

/// The words of one argument, separated by blanks; double quotes hold words together (`feed:"Die Zeitung"`), and stay
/// where they begin a word: there they ask for a phrase.
fn split(argument: &str) -> Vec<String> {
    // An argument that the shell has kept together is one value.
    if let Some((_, value)) = key_and_value(argument)
        && !value.contains('"')
        && !value.contains(':')
    {
        return vec![argument.to_owned()];
    }
    let mut words = Vec::new();
    let mut word = String::new();
    let mut quoted = false;
    for c in argument.chars() {
        match c {
            '"' => {
                quoted = !quoted;
                if !word.contains(':') {
                    word.push(c);
                }
            }
            _ if c.is_whitespace() && !quoted => {
                words.extend(Some(std::mem::take(&mut word)).filter(|w| !w.is_empty()));
            }
            _ => word.push(c),
        }
    }
    words.extend(Some(word).filter(|w| !w.is_empty()));
    words
}

fn say(fault: &Fault, lang: Lang) -> String {
    match fault {
        Fault::Key(key, nearest) => {
            let text = tr!(lang, "cli-query-key", key = key.as_str());
            let meant = nearest.map(|word| tr!(lang, "cli-usage-meant", word = word));
            [Some(text), meant].into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
        Fault::Twice(key) => tr!(lang, "cli-query-twice", key = key.as_str()),
        Fault::Empty(key) => tr!(lang, "cli-query-empty", key = key.as_str()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(arguments: &[&str]) -> std::result::Result<Words, Fault> {
        parse(&arguments.iter().map(|&a| a.to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn words_are_understood() {
        let found =
            words(&["unread", "feed:Die Zeitung", "Brand", "in", "Lagerhalle"]).expect("words");
        assert!(found.unread && !found.starred);
        assert_eq!(found.feed.as_deref(), Some("Die Zeitung"));
        assert_eq!(found.text, ["Brand", "in", "Lagerhalle"]);
        let found =
            words(&["starred folder:\"Krefeld/Neue Zeitungen\" \"ein Satz\""]).expect("words");
        assert!(found.starred);
        assert_eq!(found.folder.as_deref(), Some("Krefeld/Neue Zeitungen"));
        assert_eq!(found.text, ["\"ein Satz\""]);
        assert_eq!(
            words(&["feed:https://a.example/x:y"]).expect("words").feed.as_deref(),
            Some("https://a.example/x:y")
        );
    }

    #[test]
    fn times_and_addresses_are_searched_for() {
        assert_eq!(words(&["18:30", "https://a.example/"]).expect("words").text.len(), 2);
    }

    #[test]
    fn unknown_keys_are_faults() {
        assert_eq!(words(&["fed:x"]), Err(Fault::Key("fed".to_owned(), Some("feed"))));
        assert_eq!(words(&["ort:Krefeld"]), Err(Fault::Key("ort".to_owned(), None)));
        assert_eq!(words(&["feed:"]), Err(Fault::Empty("feed".to_owned())));
        assert_eq!(words(&["feed:a", "folder:b"]), Err(Fault::Twice("folder".to_owned())));
    }
}
