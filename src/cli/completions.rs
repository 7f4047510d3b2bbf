//! `umland completions`: made from the arguments, in the reader's language.

use super::args::Completions;
use super::exit::{Exit, Result};
use super::help;
use super::out::Out;
use super::world::World;

pub(super) fn run(args: &Completions, world: &World, out: &mut Out) -> Result {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut help::command(world.lang), "umland", &mut script);
    out.raw(&script)?;
    Ok(Exit::Well)
}
