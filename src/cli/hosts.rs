//! `umland status --hosts`: every host that was contacted today, and why.

use serde::Serialize;

use super::exit::{Exit, Result};
use super::out::{Out, talk};
use super::values::instant;
use super::world::World;
use crate::domain::Contact;
use crate::text::dates::{self, Zone};
use crate::text::width::pad;
use crate::tr;

/// A line of `--json`.
#[derive(Debug, Serialize)]
struct HostObject<'a> {
    host: &'a str,
    why: &'static str,
    requests: u64,
    last: Option<String>,
}

pub(super) fn run(json: bool, world: &World, out: &mut Out) -> Result {
    let midnight = dates::midnight(world.now.0, &Zone::system());
    let contacts = match world.reader()? {
        Some(store) => store.contacts(crate::domain::Timestamp(midnight))?,
        None => Vec::new(),
    };
    if contacts.is_empty() {
        talk(&tr!(world.lang, "cli-hosts-none"));
        return Ok(Exit::Faults);
    }
    let widest = contacts.iter().map(|contact| contact.host.chars().count()).max().unwrap_or(0);
    for Contact { host, purpose, requests, last } in &contacts {
        if json {
            let (why, last) = (purpose.name(), instant(*last));
            out.json(&HostObject { host, why, requests: *requests, last })?;
        } else {
            let why = world.lang.text(&format!("purpose-{}", purpose.name()));
            out.line(&format!("{}  {requests:>5}  {why}", pad(host, widest.min(60))))?;
        }
    }
    Ok(Exit::Well)
}
