//! `umland undo` and `umland redo`: the journal, back and forth, and read.

use super::args::{Redo, Undo};
use super::exit::{Exit, Result};
use super::out::{Out, talk};
use super::world::World;
use crate::domain::{HistoryRow, Undone};
use crate::runtime::{HistoryError, history};
use crate::text::dates::{self, Zone};
use crate::text::width::pad;
use crate::{tr, words};

/// Changes that are listed.
const LISTED: usize = 50;
/// Columns of the age in the list.
const AGE: usize = 8;

pub(super) fn undo(args: &Undo, world: &World, out: &mut Out) -> Result {
    if args.list {
        return list(world, out);
    }
    let store = world.store()?;
    let one = || history::undo(&store, &world.paths.config, world.now);
    steps(args.times, world, "cli-undone", "cli-nothing-to-undo", one)
}

pub(super) fn redo(args: &Redo, world: &World) -> Result {
    let store = world.store()?;
    let one = || history::redo(&store, &world.paths.config, world.now);
    steps(args.times, world, "cli-redone", "cli-nothing-to-redo", one)
}

fn steps(
    times: u32,
    world: &World,
    done: &str,
    nothing: &str,
    one: impl Fn() -> std::result::Result<Option<Undone>, HistoryError>,
) -> Result {
    for _ in 0..times {
        let Some(undone) = one()? else {
            talk(&world.lang.text(nothing));
            return Ok(Exit::Faults);
        };
        talk(&tr!(world.lang, done, what = words::deed(&undone, world.lang)));
    }
    Ok(Exit::Well)
}

/// The last changes, the newest first.
fn list(world: &World, out: &mut Out) -> Result {
    let rows = match world.reader()? {
        Some(store) => store.history(LISTED)?,
        None => Vec::new(),
    };
    if rows.is_empty() {
        talk(&world.lang.text("cli-nothing-to-undo"));
        return Ok(Exit::Faults);
    }
    let zone = Zone::system();
    for HistoryRow { at, what, undone } in rows {
        let age = words::date(&dates::age(at.0, world.now.0, &zone), world.lang);
        let mut line = format!("{} {}", pad(&age, AGE), words::deed(&what, world.lang));
        if undone {
            line = format!("{line} {}", world.lang.text("cli-undo-undone"));
        }
        out.line(&line)?;
    }
    Ok(Exit::Well)
}
