//! The reader itself: `umland` without a command, and `umland demo`.

use std::path::PathBuf;

use super::exit::{Exit, Failure, Result};
use super::network;
use super::out::talk;
use super::world::{World, say_recovered, surroundings};
use crate::config::Config;
use crate::demo::{self, Edition};
use crate::runtime::{self, Reader, RuntimeError};
use crate::store::Store;
use crate::term::TermError;
use crate::text::Clean;
use crate::tr;

/// Opens the reader on the reader's own configuration and archive.
pub(super) fn run(world: &World) -> Result {
    let config = world.config()?.clone();
    let (store, recovered) = world.recovering_store()?;
    let path = world.paths.config.clone();
    let notice = recovered.map(|recovered| Clean::line(&say_recovered(&recovered, world.lang)));
    if let Some(notice) = &notice {
        talk(notice);
    }
    network::block_on(read(world, config, path, store, notice))?
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
        read(world, config, path, store, None).await
    })?
}

async fn read(
    world: &World,
    config: Config,
    config_path: PathBuf,
    store: Store,
    notice: Option<Clean>,
) -> Result {
    let surroundings = surroundings();
    runtime::read(Reader { config, config_path, store, surroundings, notice }).await.map_err(
        |fault| match fault {
            RuntimeError::Store(fault) => Failure::Store(fault),
            RuntimeError::Term(TermError::None) => {
                Failure::Said(world.lang.text("cli-no-terminal"))
            }
            fault => {
                Failure::Said(tr!(world.lang, "cli-terminal-failed", cause = fault.to_string()))
            }
        },
    )?;
    Ok(Exit::Well)
}
