//! `umland import`: subscriptions from OPML or newsboat's `urls`.

use std::collections::HashSet;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::args::Import;
use super::exit::{Exit, Failure, Result};
use super::out::talk;
use super::world::World;
use crate::config::Edit;
use crate::lang::Lang;
use crate::opml::{self, Skipped, Why};
use crate::runtime::history;
use crate::text::Clean;
use crate::tr;

/// More bytes than any list, feed or page may have: what they may have is judged by those who read them.
const MOST_READ: u64 = 64 << 20;

pub(super) fn run(args: &Import, world: &World) -> Result {
    let lang = world.lang;
    let known: HashSet<_> = world.config()?.feeds.iter().map(|feed| feed.url.clone()).collect();
    let bytes = read(&args.file, lang)?;
    let import = opml::read(&bytes);
    let (old, new): (Vec<_>, Vec<_>) = import
        .subscriptions
        .into_iter()
        .partition(|subscription| known.contains(&subscription.url));
    for skipped in &import.skipped {
        talk(&format!("{}:{}: {}", args.file.display(), skipped.line, say(skipped, lang)));
    }
    for subscription in &old {
        talk(&tr!(lang, "cli-edit-exists", url = subscription.url.as_str()));
    }
    let count = new.len();
    if count > 0 {
        let store = world.store()?;
        let wish = Edit::Add(new);
        history::edit_subscriptions(
            &store,
            &world.paths.config,
            &wish,
            &Clean::empty(),
            world.now,
        )?;
    }
    let left_out = old.len() + import.skipped.len();
    talk(&tr!(lang, "cli-imported", n = count, skipped = left_out));
    Ok(if count == 0 || left_out > 0 { Exit::Faults } else { Exit::Well })
}

/// The bytes of a file; `-` is standard input. Of a file without end only the beginning is read.
pub(super) fn read(file: &Path, lang: Lang) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = if file == Path::new("-") {
        io::stdin().lock().take(MOST_READ).read_to_end(&mut bytes)
    } else {
        File::open(file).and_then(|file| file.take(MOST_READ).read_to_end(&mut bytes))
    };
    match read {
        Ok(_) => Ok(bytes),
        Err(cause) => {
            let (path, cause) = (file.display().to_string(), cause.to_string());
            Err(Failure::Said(tr!(lang, "cli-unreadable", path = path, cause = cause)))
        }
    }
}

fn say(skipped: &Skipped, lang: Lang) -> String {
    let id = match &skipped.why {
        Why::Broken => "skipped-broken",
        Why::NoAddress => "skipped-no-address",
        Why::Address(_) => "skipped-address",
        Why::Duplicate => "skipped-duplicate",
        Why::Query => "skipped-query",
        Why::Exec => "skipped-exec",
        Why::Filter => "skipped-filter",
    };
    tr!(lang, id, what = skipped.what.as_str())
}
