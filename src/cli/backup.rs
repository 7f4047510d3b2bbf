//! `umland backup`: a verified copy of the archive, while others may write to it.

use super::args::Backup;
use super::exit::{Exit, Failure, Result};
use super::out::talk;
use super::progress::Bar;
use super::world::World;
use crate::tr;

pub(super) fn run(args: &Backup, world: &World) -> Result {
    let shown = args.file.display().to_string();
    if args.file.exists() {
        return Err(Failure::Said(tr!(world.lang, "cli-backup-exists", path = shown)));
    }
    let Some(store) = world.reader()? else {
        talk(&tr!(world.lang, "cli-nothing-yet"));
        return Ok(Exit::Faults);
    };
    let mut bar = Bar::new();
    let copied = store.back_up(&args.file, &mut |done, total| bar.reach(done, total));
    bar.clear();
    copied?;
    let bytes = std::fs::metadata(&args.file)?.len();
    talk(&tr!(world.lang, "cli-backup-done", path = shown, n = bytes.div_ceil(1 << 20)));
    Ok(Exit::Well)
}
