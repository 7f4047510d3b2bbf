//! `umland parse`: one feed file as one JSON Feed object. What gives none, a missing file too, ends with 1.

use super::args::Parse;
use super::exit::{Exit, Result};
use super::import::read;
use super::out::{Out, talk};
use super::world::World;
use crate::parse::{self, Context, json_out};
use crate::text::dates::Zone;
use crate::tr;

pub(super) fn run(args: &Parse, world: &World, out: &mut Out) -> Result {
    let bytes = match read(&args.file, world.lang) {
        Ok(bytes) => bytes,
        Err(failure) => {
            failure.say(world.lang).iter().for_each(|words| talk(words));
            return Ok(Exit::Faults);
        }
    };
    let context = Context { now: world.now, zone: Zone::system().iana_name().map(str::to_owned) };
    let (content_type, base_url) = (args.content_type.as_deref(), args.base_url.as_deref());
    match parse::guarded(&bytes, content_type, base_url, &context) {
        Ok((feed, warnings)) => {
            out.json(&json_out::json_feed(&feed, &warnings))?;
            Ok(Exit::Well)
        }
        Err(fault) => {
            let detail = fault.detail();
            let words = tr!(world.lang, fault.message_id(), detail = detail.as_str());
            talk(&format!("{}: {words}", args.file.display()));
            Ok(Exit::Faults)
        }
    }
}
