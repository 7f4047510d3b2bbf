//! `umland undo` and `umland redo`: the journal, back and forth.

use super::args::Undo;
use super::exit::{Exit, Result};
use super::out::talk;
use super::world::World;
use crate::domain::{Mark, Undone};
use crate::lang::Lang;
use crate::store::Store;
use crate::tr;

pub(super) fn undo(args: &Undo, world: &World) -> Result {
    step(args, world, "cli-undone", "cli-nothing-to-undo", Store::undo)
}

pub(super) fn redo(args: &Undo, world: &World) -> Result {
    step(args, world, "cli-redone", "cli-nothing-to-redo", |store| store.redo(world.now))
}

fn step(
    args: &Undo,
    world: &World,
    done: &str,
    nothing: &str,
    one: impl Fn(&Store) -> crate::store::Result<Option<Undone>>,
) -> Result {
    let store = world.store()?;
    for _ in 0..args.times {
        let Some(undone) = one(&store)? else {
            talk(&world.lang.text(nothing));
            return Ok(Exit::Faults);
        };
        talk(&say(&undone, done, world.lang));
    }
    Ok(Exit::Well)
}

/// What was done: the only entry by its title, else how many.
pub(super) fn say(done: &Undone, message: &str, lang: Lang) -> String {
    let mark = match done.mark {
        Mark::Read => "cli-mark-read",
        Mark::Unread => "cli-mark-unread",
        Mark::Star => "cli-mark-star",
        Mark::Unstar => "cli-mark-unstar",
    };
    let mark = tr!(lang, mark, n = done.entries);
    let title = if done.title.is_empty() { String::new() } else { format!(" ({})", done.title) };
    tr!(lang, message, what = mark + &title)
}
