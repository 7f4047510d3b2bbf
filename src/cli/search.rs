//! `umland search`: full-text search, best first.

use super::args::Search;
use super::exit::{Exit, Result};
use super::out::{Emphasis, Out, talk};
use super::values::{EntryObject, Lines};
use super::world::World;
use crate::tr;

pub(super) fn run(args: &Search, world: &World, out: &mut Out) -> Result {
    let Some(store) = world.reader()? else {
        talk(&tr!(world.lang, "cli-nothing-yet"));
        return Ok(Exit::Faults);
    };
    let hits = store.search(&args.text.join(" "), args.limit)?;
    let lines = Lines::new(world);
    for hit in &hits {
        if args.json {
            if let Some(entry) = store.entry(hit.row.id)? {
                out.json(&EntryObject::new(&entry, Some(&hit.snippet), &world.homes()))?;
            }
        } else {
            out.line(&lines.of(&hit.row, out))?;
            if !hit.snippet.is_empty() {
                out.line(&format!("           {}", out.emphasised(&hit.snippet, Emphasis::Weak)))?;
            }
        }
    }
    if hits.is_empty() {
        talk(&tr!(world.lang, "cli-nothing-found"));
        return Ok(Exit::Faults);
    }
    Ok(Exit::Well)
}
