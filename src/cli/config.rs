//! `umland config`: check, path, dump.

use super::args::ConfigCommand;
use super::exit::{Exit, Failure, Result};
use super::out::{Out, talk};
use super::world::World;
use crate::config::{self, DEFAULTS, themes};
use crate::tr;

pub(super) fn run(command: &ConfigCommand, world: &World, out: &mut Out) -> Result {
    let path = &world.paths.config;
    match command {
        ConfigCommand::Path => out.line(&path.display().to_string())?,
        ConfigCommand::Check => {
            let config = world.config()?;
            if !config.feed_faults.is_empty() {
                return Err(Failure::Config(config.feed_faults.clone()));
            }
            let shown = path.display().to_string();
            let id = if path.exists() { "cli-config-well" } else { "cli-config-missing" };
            talk(&tr!(world.lang, id, path = shown, n = config.feeds.len()));
        }
        ConfigCommand::Dump { theme: Some(name), .. } => {
            out.text(themes::text(name).unwrap_or_default())?;
        }
        ConfigCommand::Dump { defaults: true, .. } => out.text(DEFAULTS)?,
        ConfigCommand::Dump { defaults: false, .. } => {
            out.text(&config::dump(world.config()?))?;
        }
    }
    Ok(Exit::Well)
}
