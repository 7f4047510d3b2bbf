//! The reader itself: `umland` without a command, and `umland demo`.

use super::exit::{Exit, Failure, Result};
use super::network;
use super::world::World;
use crate::config::Config;
use crate::demo::{self, Edition};
use crate::store::Store;

/// Opens the reader on the reader's own configuration and archive.
pub(super) fn run(world: &World) -> Result {
    let config = world.config()?.clone();
    let store = world.store()?;
    network::block_on(read(world, config, store))?
}

/// Opens the reader on the built-in edition, served from this very process, in a directory that vanishes afterwards.
pub(super) fn demo(world: &World) -> Result {
    let dir = tempfile::Builder::new().prefix("umland-demo-").tempdir()?;
    let path = dir.path().join("config.toml");
    network::block_on(async {
        let server = demo::serve(Edition::new(world.now)).await;
        let server = server.map_err(|fault| Failure::Said(fault.to_string()))?;
        let text = demo::config_toml(&Edition::new(world.now), &server.base_url);
        std::fs::write(&path, text)?;
        let config = Config::load(&path).map_err(Failure::Config)?;
        let store = Store::open(&dir.path().join("data"), world.now)?;
        store.sync_subscriptions(&config.feeds, world.now)?;
        read(world, config, store).await
    })?
}

async fn read(world: &World, config: Config, store: Store) -> Result {
    let _ = (world, config, store);
    Ok(Exit::Well)
}
