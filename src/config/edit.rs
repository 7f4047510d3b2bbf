//! Edits that umland itself makes to the configuration: adding, removing, renaming, moving a feed. Comments, order and
//! formatting of everything else stay byte for byte.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::fault::ConfigFault;
use super::schema::{Config, Home};
use super::splice::{Spliced, quoted};
use super::splice_view::with_view;
use super::{setting, write};
use crate::domain::{FeedEdit, FeedUrl, Subscription, TextPatch, folder_path};
use crate::query::View;
use crate::text::Clean;

pub use toml_edit::Value;

/// How a configuration that umland makes begins.
const HEAD: &str = "# umland's configuration. Every key, explained, with its default: umland config dump --defaults\n";
/// Tries when the file keeps changing under our hands.
const TRIES: usize = 3;

/// One edit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// Subscribes.
    Add(Vec<Subscription>),
    /// Unsubscribes.
    Remove(FeedUrl),
    /// Gives a feed the reader's own name, or takes it away.
    Retitle(FeedUrl, Option<Clean>),
    /// Moves a feed to a folder; the empty one is the top level.
    Move(FeedUrl, Clean),
    /// Gives a feed a new address.
    Readdress(FeedUrl, FeedUrl),
    /// Fetches a feed's article pages too, or not any more.
    FullText(FeedUrl, bool),
    /// Says where the reader lives, unless the file says it already.
    Home(Home),
    /// Saves a view.
    View(View),
    /// Gives a key of a table another value.
    Set {
        /// The table.
        table: &'static str,
        /// The key.
        key: &'static str,
        /// The value, as TOML writes it.
        value: String,
    },
}

impl Edit {
    /// What the journal calls it, and how many feeds it edits; nothing for what is no matter of feeds.
    pub fn kind(&self) -> Option<(FeedEdit, u64)> {
        Some(match self {
            Self::Add(subscriptions) => (FeedEdit::Added, subscriptions.len() as u64),
            Self::Remove(_) => (FeedEdit::Removed, 1),
            Self::Retitle(..) => (FeedEdit::Retitled, 1),
            Self::Move(..) => (FeedEdit::Moved, 1),
            Self::Readdress(..) => (FeedEdit::Readdressed, 1),
            Self::FullText(_, true) => (FeedEdit::FullText, 1),
            Self::FullText(_, false) => (FeedEdit::NoFullText, 1),
            Self::Set { .. } => (FeedEdit::Setting, 1),
            Self::View(_) => (FeedEdit::View, 1),
            Self::Home(_) => return None,
        })
    }
}

/// Why a configuration was not edited. It is as it was before.
#[derive(Debug, thiserror::Error)]
pub enum EditError {
    /// It has faults; a program that does not understand it must not edit it.
    #[error("the configuration has faults, so it was not changed")]
    Faulty(Vec<ConfigFault>),
    /// Already subscribed.
    #[error("already subscribed: {0}")]
    Exists(FeedUrl),
    /// Not subscribed.
    #[error("not subscribed: {0}")]
    Unknown(FeedUrl),
    /// The feeds are written in a form that umland reads but does not edit.
    #[error("\"feeds\" is written as one list; write [[feeds]] tables, or edit it by hand")]
    Form,
    /// The views are written in a form that umland reads but does not edit.
    #[error("\"views\" is written as one list; write [[views]] tables, or edit it by hand")]
    ViewsForm,
    /// What an earlier edit changed was changed by hand since.
    #[error("{0} was changed by hand where this change stood; edit it by hand")]
    Lost(PathBuf),
    /// The file cannot be read or written.
    #[error("{path}: {cause}")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system says.
        cause: io::Error,
    },
    /// Somebody else keeps changing the file.
    #[error("{0} is being changed by another program; try again")]
    Busy(PathBuf),
}

/// Edits a configuration file; a missing one is made. Returns what was changed, to be taken back by [`patch`].
///
/// # Errors
/// See [`EditError`]; then nothing was written.
pub fn edit(path: &Path, edit: &Edit) -> Result<Option<TextPatch>, EditError> {
    rewrite(path, |text| apply(text, path, edit))
}

/// Makes an earlier edit again, or takes it back.
///
/// # Errors
/// See [`EditError`]; then nothing was written.
pub fn patch(path: &Path, wanted: &TextPatch) -> Result<(), EditError> {
    rewrite(path, |text| {
        let after = wanted.apply(text).ok_or(EditError::Lost(path.to_owned()))?;
        Config::parse(&after, path).map_err(EditError::Faulty)?;
        Ok(after)
    })?;
    Ok(())
}

fn rewrite(
    path: &Path,
    change: impl Fn(&str) -> Result<String, EditError>,
) -> Result<Option<TextPatch>, EditError> {
    let io = |cause| EditError::Io { path: path.to_owned(), cause };
    for _ in 0..TRIES {
        let before = read(path).map_err(io)?;
        let text = before.as_deref().unwrap_or(HEAD);
        let after = change(text)?;
        if read(path).map_err(io)? != before {
            continue;
        }
        if before.as_ref() == Some(&after) {
            return Ok(None);
        }
        write::atomically(path, &after).map_err(io)?;
        return Ok(TextPatch::between(text, &after));
    }
    Err(EditError::Busy(path.to_owned()))
}

/// The line where a feed's table begins, from 1; none when the feed or the file cannot be found.
pub fn line_of(path: &Path, feed: &FeedUrl) -> Option<usize> {
    let text = read(path).ok().flatten()?;
    Spliced::parse(&text)?.line_of(feed)
}

/// Edits the text of a configuration; `file` only names it in faults.
///
/// # Errors
/// See [`EditError`].
pub fn apply(text: &str, file: &Path, edit: &Edit) -> Result<String, EditError> {
    let before = Config::parse(text, file).map_err(EditError::Faulty)?;
    let mut views = before.views;
    let wanted = expected(before.feeds, edit)?;
    let spliced = Spliced::parse(text).ok_or(EditError::Form)?;
    let after = match edit {
        Edit::Add(subscriptions) => Some(spliced.added(subscriptions)),
        Edit::Remove(url) => spliced.removed(url),
        Edit::Retitle(url, title) => spliced.with_value(url, "title", title.as_deref().map(quoted)),
        Edit::Move(url, folder) => {
            let folder = folder_path(folder);
            spliced.with_value(url, "folder", (!folder.is_empty()).then(|| quoted(&folder)))
        }
        Edit::Readdress(url, new) => spliced.with_value(url, "url", Some(quoted(new.as_str()))),
        Edit::FullText(url, on) => {
            spliced.with_value(url, "full_text", on.then(|| "true".to_owned()))
        }
        Edit::Home(home) => Some(spliced.with_home(home)),
        Edit::View(view) => {
            views.push(view.clone());
            Some(with_view(text, &view.name, &view.text).ok_or(EditError::ViewsForm)?)
        }
        Edit::Set { table, key, value } => setting::set(text, table, key, value),
    };
    let after = after.ok_or(EditError::Form)?;
    // What was cut must read as meant, whatever the text looked like: else it is not written.
    let read = Config::parse(&after, file).map_err(EditError::Faulty)?;
    if read.feeds == wanted && read.views == views { Ok(after) } else { Err(EditError::Form) }
}

/// The feeds after the edit.
fn expected(mut feeds: Vec<Subscription>, edit: &Edit) -> Result<Vec<Subscription>, EditError> {
    let position = |feeds: &[Subscription], url: &FeedUrl| {
        feeds.iter().position(|feed| feed.url == *url).ok_or(EditError::Unknown(url.clone()))
    };
    let free = |feeds: &[Subscription], url: &FeedUrl| {
        if feeds.iter().any(|feed| feed.url == *url) {
            Err(EditError::Exists(url.clone()))
        } else {
            Ok(())
        }
    };
    match edit {
        Edit::Add(subscriptions) => {
            for subscription in subscriptions {
                free(&feeds, &subscription.url)?;
                feeds.push(subscription.clone());
            }
        }
        Edit::Remove(url) => {
            let at = position(&feeds, url)?;
            feeds.remove(at);
        }
        Edit::Retitle(url, title) => {
            let at = position(&feeds, url)?;
            feeds[at].title = title.clone().filter(|title| !title.is_empty());
        }
        Edit::Move(url, folder) => {
            let at = position(&feeds, url)?;
            feeds[at].folder = folder_path(folder);
        }
        Edit::Readdress(url, new) => {
            let at = position(&feeds, url)?;
            if url != new {
                free(&feeds, new)?;
            }
            feeds[at].url = new.clone();
        }
        Edit::FullText(url, on) => {
            let at = position(&feeds, url)?;
            feeds[at].full_text = *on;
        }
        Edit::Home(_) | Edit::Set { .. } | Edit::View(_) => {}
    }
    Ok(feeds)
}

fn read(path: &Path) -> io::Result<Option<String>> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(fault) => Err(fault),
    }
}
