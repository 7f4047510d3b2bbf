//! `umland export`: the subscriptions for another reader.

use std::collections::HashMap;

use super::args::{Export, ExportFormat};
use super::exit::{Exit, Result};
use super::out::Out;
use super::world::World;
use crate::opml;
use crate::tr;

pub(super) fn run(args: &Export, world: &World, out: &mut Out) -> Result {
    let config = world.config()?;
    // What the feeds call themselves is known once they have been fetched.
    let titles: HashMap<_, _> = match world.reader()? {
        Some(store) => store.feeds()?.into_iter().map(|feed| (feed.url, feed.title)).collect(),
        None => HashMap::new(),
    };
    match args.format {
        ExportFormat::Opml => {
            let title = tr!(world.lang, "cli-export-title");
            let list = opml::write(&title, &config.feeds, |feed| {
                titles.get(&feed.url).map(ToString::to_string)
            });
            out.text(&list)?;
        }
    }
    Ok(Exit::Well)
}
