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
