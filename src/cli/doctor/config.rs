//! The configuration.

use super::{Findings, State};
use crate::cli::exit::Failure;
use crate::cli::world::World;
use crate::tr;

pub(super) fn look(world: &World, findings: &mut Findings) {
    let lang = world.lang;
    let path = world.paths.config.display().to_string();
    let config = match world.config() {
        Ok(config) => config,
        Err(Failure::Config(faults)) => {
            for fault in faults {
                let what = fault.say(lang);
                findings.found("config", State::Unusable, &what, "doctor-config-remedy");
            }
            return;
        }
        Err(_) => return, // the configuration has no other faults
    };
    for fault in &config.feed_faults {
        findings.found("config", State::Fault, &fault.say(lang), "doctor-config-remedy");
    }
    if !world.paths.config.exists() {
        let what = tr!(lang, "doctor-config-missing", path = path);
        return findings.found("config", State::Note, &what, "doctor-config-missing-remedy");
    }
    if config.feeds.is_empty() {
        let what = tr!(lang, "doctor-config-empty", path = path);
        return findings.found("config", State::Note, &what, "doctor-config-missing-remedy");
    }
    if config.feed_faults.is_empty() {
        let what = tr!(lang, "doctor-config-well", path = path, n = config.feeds.len());
        findings.well("config", &what);
    }
    for feed in config.feeds.iter().filter(|feed| feed.trust_any_certificate) {
        let what = tr!(lang, "doctor-tls-off", url = feed.url.as_str());
        findings.found("tls", State::Note, &what, "doctor-tls-remedy");
    }
}
