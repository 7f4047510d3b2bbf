//! `umland locate`: looks for the places of all entries in the archive again, after a new version of the gazetteer or when
//! feeds were put into other folders. Distances need no such thing: they are always computed anew.

use std::collections::HashMap;

use super::exit::{Exit, Result};
use super::out::talk;
use super::world::World;
use crate::domain::{EntryId, FeedUrl, Placing};
use crate::refresh::{FeedArea, kind_of};
use crate::tr;

/// Entries in one transaction.
const CHUNK: usize = 500;

pub(super) fn run(world: &World) -> Result {
    let store = world.store()?;
    let config = world.config()?;
    let mut areas: HashMap<FeedUrl, FeedArea> = HashMap::new();
    let mut kinds = Vec::new();
    for feed in store.feed_states()? {
        let subscription = config.feeds.iter().find(|s| s.url == feed.url);
        kinds.push((feed.id, kind_of(&feed.url, subscription)));
        let area = FeedArea::of(&feed.url, &feed.folder, &feed.title);
        areas.insert(feed.url, area);
    }
    store.set_kinds(&kinds)?;
    let (mut after, mut all, mut placed) = (EntryId(i64::MIN), 0u64, 0u64);
    loop {
        let entries = store.entries_to_place(after, CHUNK)?;
        let Some((last, ..)) = entries.last() else { break };
        after = *last;
        let found: Vec<(EntryId, Placing)> = entries
            .iter()
            .map(|(id, url, words)| {
                // A feed that is archived has no folder and no title any more.
                let area = areas.entry(url.clone()).or_insert_with(|| FeedArea::of(url, "", ""));
                (*id, area.place(words, None))
            })
            .collect();
        all += found.len() as u64;
        placed += found.iter().filter(|(_, placing)| placing.spot.is_some()).count() as u64;
        store.set_placings(&found)?;
    }
    talk(&tr!(world.lang, "cli-located", n = all, placed = placed));
    Ok(Exit::Well)
}
