//! `umland remove`: unsubscribes; the archive keeps what it has.

use super::args::Remove;
use super::exit::{Exit, Result};
use super::out::talk;
use super::resolve;
use super::world::World;
use crate::config::{Config, Edit, edit};
use crate::store::Store;
use crate::tr;

pub(super) fn run(args: &Remove, world: &World) -> Result {
    let store = world.store()?;
    let feeds = store.feeds()?;
    let feed = resolve::feed(&feeds, &args.feed, world.lang)?;
    edit::edit(&world.paths.config, &Edit::Remove(feed.url.clone()))?;
    sync(&store, world)?;
    talk(&tr!(
        world.lang,
        "cli-removed",
        title = feed.title.as_str(),
        url = feed.url.as_str(),
        n = feed.entries
    ));
    Ok(Exit::Well)
}

/// Lets the archive know of an edited configuration.
pub(super) fn sync(store: &Store, world: &World) -> Result<()> {
    let config = Config::load(&world.paths.config).map_err(super::exit::Failure::Config)?;
    store.sync_subscriptions(&config.feeds, world.now)?;
    Ok(())
}
