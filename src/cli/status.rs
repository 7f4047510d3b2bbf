//! `umland status`: counts for a status bar. Reads the counts that the archive keeps, and nothing else; the state of each
//! feed is told by [`health`].

use serde::Serialize;

use super::args::Status;
use super::exit::{Exit, Failure, Result};
use super::out::Out;
use super::world::World;
use super::{health, hosts};
use crate::store::Counts;
use crate::tr;

#[derive(Debug, Serialize)]
struct StatusObject {
    feeds: u64,
    failing: u64,
    entries: u64,
    unread: u64,
    starred: u64,
}

pub(super) fn run(args: &Status, world: &World, out: &mut Out) -> Result {
    if args.hosts {
        return hosts::run(args.json, world, out);
    }
    if args.feeds {
        return health::run(args.json, world, out);
    }
    let counts = match world.reader()? {
        Some(store) => store.counts()?,
        None => Counts::default(),
    };
    if args.json {
        let Counts { feeds, failing, entries, unread, starred } = counts;
        out.json(&StatusObject { feeds, failing, entries, unread, starred })?;
    } else if let Some(format) = &args.format {
        let line = fill(format, &counts).map_err(|name| {
            Failure::Said(tr!(world.lang, "cli-status-placeholder", name = name))
        })?;
        out.line(&line)?;
    } else {
        out.line(&tr!(
            world.lang,
            "cli-status-line",
            unread = counts.unread,
            entries = counts.entries,
            feeds = counts.feeds,
            starred = counts.starred,
            failing = counts.failing
        ))?;
    }
    Ok(Exit::Well)
}

/// Fills `{unread}` and the like in; `{{` and `}}` are braces. The name of an unknown one is the fault.
fn fill(format: &str, counts: &Counts) -> std::result::Result<String, String> {
    let mut out = String::new();
    let mut rest = format;
    while let Some(at) = rest.find(['{', '}']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(after) = rest.strip_prefix("{{").or_else(|| rest.strip_prefix("}}")) {
            out.push_str(&rest[..1]);
            rest = after;
            continue;
        }
        let end = rest.find('}').filter(|end| *end > 0).ok_or_else(|| rest.to_owned())?;
        let number = match &rest[1..end] {
            "unread" => counts.unread,
            "entries" => counts.entries,
            "feeds" => counts.feeds,
            "starred" => counts.starred,
            "failing" => counts.failing,
            _ => return Err(rest[..=end].to_owned()),
        };
        out.push_str(&number.to_string());
        rest = &rest[end + 1..];
    }
    Ok(out + rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_filled_in() {
        let counts = Counts { feeds: 3, failing: 1, entries: 40, unread: 12, starred: 2 };
        let cases = [
            ("{unread}/{entries} ☰ {feeds}", Ok("12/40 ☰ 3".to_owned())),
            ("{{{unread}}} %", Ok("{12} %".to_owned())),
            ("", Ok(String::new())),
            ("{new}", Err("{new}".to_owned())),
            ("{unread", Err("{unread".to_owned())),
            ("a } b", Err("} b".to_owned())),
        ];
        for (format, want) in cases {
            assert_eq!(fill(format, &counts), want, "{format}");
        }
    }
}
