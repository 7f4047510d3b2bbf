//! Whether the hosts of the feeds can be reached: a connection each, nothing is asked.

use std::collections::BTreeSet;

use tokio::task::JoinSet;

use super::{Findings, State};
use crate::cli::exit::Result;
use crate::cli::network;
use crate::cli::world::{World, variable};
use crate::domain::Purpose;
use crate::store::{FILE_NAME, Store};
use crate::{fetch, tr, words};

/// Variables by which a proxy is named: then the hosts are not reached directly.
const PROXIES: &[&str] =
    &["https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"];

pub(super) fn look(world: &World, findings: &mut Findings) -> Result<()> {
    let lang = world.lang;
    let Ok(config) = world.config() else { return Ok(()) };
    if let Some(proxy) = PROXIES.iter().find(|name| variable(name).is_some()) {
        findings.add(
            "network",
            State::Note,
            &tr!(lang, "doctor-network-proxy", name = *proxy),
            None,
        );
        return Ok(());
    }
    let doors: BTreeSet<fetch::Door> =
        config.feeds.iter().filter_map(|feed| fetch::Door::of(&feed.url)).collect();
    let n = doors.len();
    let contacts: Vec<_> =
        doors.iter().map(|door| (door.host().to_owned(), Purpose::Check, 1)).collect();
    if world.paths.data.join(FILE_NAME).exists()
        && let Ok(store) = Store::open(&world.paths.data, world.now)
        && let Err(fault) = store.record_contacts(&contacts, world.now)
    {
        tracing::warn!(%fault, "contacts could not be written down");
    }
    let closed = network::block_on(async {
        let mut knocking = JoinSet::new();
        for door in doors {
            knocking.spawn(async move { (door.to_string(), door.knock().await) });
        }
        let mut closed = Vec::new();
        while let Some(knocked) = knocking.join_next().await {
            if let Ok((door, Err(fault))) = knocked {
                closed.push((door, fault));
            }
        }
        closed.sort_by(|a, b| a.0.cmp(&b.0));
        closed
    })?;
    if closed.is_empty() {
        findings.well("network", &tr!(lang, "doctor-network-well", n = n));
    }
    for (door, fault) in closed {
        let what = format!("{door}: {}", words::fault(&fault, lang));
        findings.add("network", State::Fault, &what, Some(&words::remedy(&fault, lang)));
    }
    Ok(())
}
