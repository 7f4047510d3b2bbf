//! `umland search`: full-text search, best first.

use super::args::Search;
use super::exit::{Exit, Result};
use super::out::{Emphasis, Out, talk};
use super::query;
use super::values::{EntryObject, Lines};
use super::world::World;
use crate::domain::Query;
use crate::store::Store;
use crate::tr;

pub(super) fn run(args: &Search, world: &World, out: &mut Out) -> Result {
    let Some(store) = world.reader()? else {
        talk(&tr!(world.lang, "cli-nothing-yet"));
        return Ok(Exit::Faults);
    };
    let query = asked(&args.text, &store, world)?;
    let hits = store.search(&query, args.limit)?;
    let lines = Lines::new(world);
    for hit in &hits {
        if args.json {
            if let Some(entry) = store.entry(hit.row.id)? {
                out.json(&EntryObject::new(&entry, Some(&hit.snippet), &world.homes()).brief())?;
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

/// What was typed as a query, or, when it is none, as plain words: a headline that was pasted is still searched for.
fn asked(words: &[String], store: &Store, world: &World) -> Result<Query> {
    let text = query::joined(words);
    match crate::query::parse(&text) {
        Ok(_) => query::read(words, store, world),
        Err(fault) => {
            talk(&tr!(world.lang, "cli-search-plain", fault = fault.say(world.lang)));
            Ok(Query { text, ..Query::default() })
        }
    }
}
