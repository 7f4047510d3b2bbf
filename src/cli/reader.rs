//! The reader itself: `umland` without a command, and `umland demo`.

use std::path::PathBuf;
use std::sync::mpsc;

use super::args::Fetch;
use super::exit::{Exit, Failure, Result};
use super::out::{Out, talk};
use super::world::{World, say_recovered, surroundings};
use super::{fetch, network, plain};
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
    network::block_on(read(world, config, path, store, world.paths.cache.clone(), notice))?
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
        read(world, config, path, store, dir.path().join("cache"), None).await
    })?
}

/// The same edition, line by line.
pub(super) fn plain_demo(world: &World, out: &mut Out) -> Result {
    let dir = tempfile::Builder::new().prefix("umland-demo-").tempdir()?;
    let (config, data) = (dir.path().join("config.toml"), dir.path().join("data"));
    let (tell, told) = mpsc::channel();
    let now = world.now;
    // The server lives on a thread of its own, as long as the program.
    std::thread::spawn(move || {
        let served = network::block_on(async {
            let server = demo::serve(Edition::new(now)).await.map_err(|fault| fault.to_string())?;
            let _ = tell.send(Ok(server.base_url.clone()));
            std::future::pending::<std::result::Result<(), String>>().await
        });
        if let Ok(Err(fault)) = served {
            let _ = tell.send(Err(fault)); // else the channel's end says that there is no server
        }
    });
    let base_url = told.recv().map_err(|fault| Failure::Said(fault.to_string()))?;
    let text = demo::config_toml(&Edition::new(now), &base_url.map_err(Failure::Said)?);
    std::fs::write(&config, text)?;
    let world = World::new(Some(config), Some(data))?;
    fetch::run(&Fetch { feeds: Vec::new(), now: true, json: false }, &world, out)?;
    plain::run(&world, world.store()?, out)
}

async fn read(
    world: &World,
    config: Config,
    config_path: PathBuf,
    store: Store,
    cache: PathBuf,
    notice: Option<Clean>,
) -> Result {
    let surroundings = surroundings();
    runtime::read(Reader { config, config_path, store, cache, surroundings, notice })
        .await
        .map_err(|fault| match fault {
            RuntimeError::Store(fault) => Failure::Store(fault),
            RuntimeError::Term(TermError::None) => {
                Failure::Said(world.lang.text("cli-no-terminal"))
            }
            RuntimeError::Term(TermError::Panicked) => Failure::Panicked,
            fault => {
                Failure::Said(tr!(world.lang, "cli-terminal-failed", cause = fault.to_string()))
            }
        })?;
    Ok(Exit::Well)
}
