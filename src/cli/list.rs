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
    let asked = query::read(&args.query, &store, world.lang)?;
    let (lines, homes) = (Lines::new(world), world.homes());
    let mut left = args.limit.unwrap_or(usize::MAX);
    let mut written = Ok(());
    let mut found = false;
    // A star is looked for in what the list gives, so then the list itself has no limit.
    let limit = args.limit.filter(|_| !asked.only_starred);
    store.for_each_entry(&asked.query, limit, &mut |entry| {
        if left == 0 {
            return ControlFlow::Break(());
        }
        if !asked.takes(&entry.row) {
            return ControlFlow::Continue(());
        }
        found = true;
        left -= 1;
        written = if args.json {
            out.json(&EntryObject::new(&entry, None, &homes))
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
