//! `umland catalogue check`: the maintainers' check of the shipped feeds, by rules and on request by asking each one.

use std::path::Path;

use futures_util::StreamExt;
use futures_util::stream;

use super::args::CatalogueCommand;
use super::exit::{Exit, Result};
use super::fault;
use super::import::read;
use super::network;
use super::out::{Out, talk};
use super::world::World;
use crate::catalogue::{self, Entry, SHIPPED};
use crate::refresh::{self, Found};
use crate::text::Clean;
use crate::tr;

/// How the shipped file is called in messages.
const SHIPPED_NAME: &str = "assets/catalogue.tsv";

pub(super) fn run(command: &CatalogueCommand, world: &World, out: &mut Out) -> Result {
    let CatalogueCommand::Check { file, online } = command;
    let given = file.as_deref().map(|file| read(file, world.lang)).transpose()?;
    let text = given.as_ref().map_or(SHIPPED.into(), |bytes| String::from_utf8_lossy(bytes));
    let name = file.as_deref().map_or(SHIPPED_NAME.into(), Path::to_string_lossy);
    let faults = catalogue::check(&text);
    for fault in &faults {
        out.line(&Clean::line(&format!("{name}:{fault}")))?;
    }
    let entries = catalogue::read(&text);
    let mut dead = 0;
    if *online {
        let answers = network::block_on(ask(&entries, world))??;
        for (entry, answer) in entries.iter().zip(&answers) {
            out.line(&Clean::line(&format!("{answer} {} {}", entry.url, entry.title)))?;
        }
        dead = answers.iter().filter(|answer| *answer != ALIVE).count();
    }
    talk(&tr!(
        world.lang,
        "cli-catalogue-checked",
        n = entries.len(),
        faults = faults.len(),
        dead = dead
    ));
    Ok(if faults.is_empty() && dead == 0 { Exit::Well } else { Exit::Faults })
}

/// The answer of a feed that is one.
const ALIVE: &str = "alive";

/// Asks every feed once; the answers stand in the order of the entries.
async fn ask(entries: &[Entry<'_>], world: &World) -> Result<Vec<String>> {
    let config = world.config()?;
    let client = network::client(config);
    let client = &client;
    let asked = entries.iter().map(|entry| async move {
        match refresh::look_up(client, &entry.url, true, world.now).await {
            Ok(Found::Feed { url, .. }) if url != entry.url => format!("moved to {url}"),
            Ok(Found::Feed { .. }) => ALIVE.to_owned(),
            Ok(Found::Candidates(_)) => "page".to_owned(),
            Err(fault) => fault::terse(&fault).to_string(),
        }
    });
    Ok(stream::iter(asked).buffered(config.fetch.concurrency).collect().await)
}
