//! `umland list`: entries, newest first.

use std::ops::ControlFlow;

use super::args::List;
use super::exit::{Exit, Failure, Result};
use super::out::{Out, talk};
use super::query;
use super::values::{EntryObject, Lines};
use super::world::World;
use crate::tr;

pub(super) fn run(args: &List, world: &World, out: &mut Out) -> Result {
    let Some(store) = world.reader()? else {
        talk(&tr!(world.lang, "cli-nothing-yet"));
        return Ok(Exit::Faults);
    };
    let query = query::read(&args.query, &store, world)?;
    let (lines, homes) = (Lines::new(world), world.homes());
    let mut written = Ok(());
    let mut found = false;
    store.for_each_entry(&query, args.limit, &mut |entry| {
        found = true;
        written = if args.json {
            out.json(&EntryObject::new(&entry, None, &homes).brief())
        } else {
            out.line(&lines.of(&entry.row, out))
        };
        if written.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    })?;
    written.map_err(Failure::from)?;
    if !found {
        talk(&tr!(world.lang, "cli-nothing-found"));
        return Ok(Exit::Faults);
    }
    Ok(Exit::Well)
}
