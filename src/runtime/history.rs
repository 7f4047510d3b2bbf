//! Edits of the subscriptions that can be undone: the configuration file, the archive and its journal, kept in step.

use std::path::Path;

use crate::config::{Config, Edit, EditError, edit};
use crate::domain::{Step, Timestamp, Undone};
use crate::store::{Store, StoreError};
use crate::text::Clean;

/// Why an edit, an undo or a redo was not done.
#[derive(Debug, thiserror::Error)]
pub enum HistoryError {
    /// The configuration.
    #[error(transparent)]
    Edit(#[from] EditError),
    /// The archive.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Edits the configuration, takes the edit over into the archive and journals it. `title` names the only feed.
///
/// # Errors
/// When the configuration or the archive cannot be written; then the configuration is as it was, unless only the journal
/// failed.
pub fn edit_subscriptions(
    store: &Store,
    config: &Path,
    wish: &Edit,
    title: &Clean,
    now: Timestamp,
) -> Result<Option<Undone>, HistoryError> {
    let patch = edit::edit(config, wish)?;
    sync(store, config, now)?;
    let (Some(patch), Some((kind, feeds))) = (patch, wish.kind()) else { return Ok(None) };
    Ok(Some(store.record_edit(kind, feeds, title, &patch, now)?))
}

/// Takes the last change back, in the archive or in the configuration. `None` when there is none.
///
/// # Errors
/// When either cannot be written, or the configuration was changed by hand where the change stood.
pub fn undo(store: &Store, config: &Path, now: Timestamp) -> Result<Option<Undone>, HistoryError> {
    settle(store, config, store.undo()?, true, now)
}

/// Makes the change again that was undone last. `None` when there is none.
///
/// # Errors
/// As [`undo`].
pub fn redo(store: &Store, config: &Path, now: Timestamp) -> Result<Option<Undone>, HistoryError> {
    settle(store, config, store.redo(now)?, false, now)
}

fn settle(
    store: &Store,
    config: &Path,
    step: Option<Step>,
    undone: bool,
    now: Timestamp,
) -> Result<Option<Undone>, HistoryError> {
    let Some(Step { what, edit: pending }) = step else { return Ok(None) };
    if let Some(pending) = pending {
        edit::patch(config, &pending.patch)?;
        sync(store, config, now)?;
        store.settle_edit(&pending, undone, now)?;
    }
    Ok(Some(what))
}

/// Lets the archive know of an edited configuration.
fn sync(store: &Store, config: &Path, now: Timestamp) -> Result<(), HistoryError> {
    let config = Config::load(config).map_err(EditError::Faulty)?;
    Ok(store.sync_subscriptions(&config.feeds, now)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        Change, FeedHealth, FeedId, FeedUrl, Mark, ParsedEntry, ParsedFeed, Target,
    };

    const NOW: Timestamp = Timestamp(1_795_000_000);
    const OLD: &str = "https://blatt.example/alt";
    const NEW: &str = "https://blatt.example/neu";

    /// The only feed, as a program that starts anew finds it: its number, address, and how much of it is read.
    fn found(dir: &Path, config: &Path) -> (FeedId, String, u64) {
        let store = Store::open(dir, NOW).expect("the archive");
        let feeds = Config::load(config).expect("the configuration").feeds;
        store.sync_subscriptions(&feeds, NOW).expect("synced");
        let feeds = store.feeds().expect("feeds");
        assert_eq!(feeds.len(), 1, "{feeds:?}");
        let feed = &feeds[0];
        (feed.id, feed.url.as_str().to_owned(), feed.entries - feed.unread)
    }

    #[test]
    fn a_new_address_is_taken_over_back_and_again_over_restarts() {
        let dir = tempfile::tempdir().expect("a directory");
        let (data, config) = (dir.path().join("data"), dir.path().join("config.toml"));
        let text = format!("# mein Blatt\n[[feeds]]\nurl = \"{OLD}\" # seit 2024\n");
        std::fs::write(&config, &text).expect("a file");
        assert_eq!(found(&data, &config), (FeedId(1), OLD.to_owned(), 0));
        let open = || Store::open(&data, NOW).expect("the archive");
        let entry = ParsedEntry { guid: "1".to_owned(), ..ParsedEntry::default() };
        let parsed = ParsedFeed { entries: vec![entry], ..ParsedFeed::default() };
        let health = FeedHealth { moved_to: Some(NEW.to_owned()), ..FeedHealth::default() };
        open().merge(FeedId(1), &parsed, &health, NOW).expect("merged");
        let read = Change { target: Target::All(NOW), mark: Mark::Read };
        open().change(&read, NOW).expect("marked");

        let url = |address| FeedUrl::parse(address).expect("an address");
        let wish = Edit::Readdress(url(OLD), url(NEW));
        let title = Clean::line("Blatt");
        edit_subscriptions(&open(), &config, &wish, &title, NOW).expect("edited");
        let there = (FeedId(1), NEW.to_owned(), 1);
        assert_eq!(found(&data, &config), there);
        undo(&open(), &config, NOW).expect("an undo").expect("something to undo");
        assert_eq!(found(&data, &config), (FeedId(1), OLD.to_owned(), 1));
        assert_eq!(std::fs::read_to_string(&config).expect("the file"), text);
        redo(&open(), &config, NOW).expect("a redo").expect("something to redo");
        assert_eq!(found(&data, &config), there);
        undo(&open(), &config, NOW).expect("an undo").expect("something to undo");
        undo(&open(), &config, NOW).expect("an undo").expect("the mark is undone too");
        assert_eq!(found(&data, &config), (FeedId(1), OLD.to_owned(), 0));
    }
}
