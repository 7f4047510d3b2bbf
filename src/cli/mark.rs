//! `umland mark`: read, unread, star, unstar, as in the reader, journalled.

use super::args::{Mark as Args, MarkName};
use super::exit::{Exit, Result};
use super::out::talk;
use super::query;
use super::world::World;
use crate::domain::{Change, EntryId, Mark, Target};
use crate::store::Store;
use crate::words;

pub(super) fn run(args: &Args, world: &World) -> Result {
    let store = world.store()?;
    let mark = match args.mark {
        MarkName::Read => Mark::Read,
        MarkName::Unread => Mark::Unread,
        MarkName::Star => Mark::Star,
        MarkName::Unstar => Mark::Unstar,
        MarkName::Hide => Mark::Hide,
        MarkName::Unhide => Mark::Unhide,
    };
    let target = target(args, &store, world)?;
    let done = store.change(&Change { target, mark }, world.now)?;
    talk(&words::deed(&done, world.lang));
    Ok(if done.entries == 0 { Exit::Faults } else { Exit::Well })
}

/// Numbers are entries; everything else is a query.
fn target(args: &Args, store: &Store, world: &World) -> Result<Target> {
    let ids: Option<Vec<EntryId>> =
        args.what.iter().map(|word| word.parse().ok().map(EntryId)).collect();
    if let Some(ids) = ids {
        return Ok(Target::Entries(ids));
    }
    Ok(Target::List(query::read(&args.what, store, world)?, world.now))
}
