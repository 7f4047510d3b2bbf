//! `umland remove`: unsubscribes; the archive keeps what it has.

use super::args::Remove;
use super::exit::{Exit, Result};
use super::out::talk;
use super::resolve;
use super::world::World;
use crate::config::Edit;
use crate::runtime::history;
use crate::tr;

pub(super) fn run(args: &Remove, world: &World) -> Result {
    let store = world.store()?;
    let feeds = store.feeds()?;
    let feed = resolve::feed(&feeds, &args.feed, world.lang)?;
    let wish = Edit::Remove(feed.url.clone());
    history::edit_subscriptions(&store, &world.paths.config, &wish, &feed.title, world.now)?;
    talk(&tr!(
        world.lang,
        "cli-removed",
        title = feed.title.as_str(),
        url = feed.url.as_str(),
        n = feed.entries
    ));
    Ok(Exit::Well)
}
