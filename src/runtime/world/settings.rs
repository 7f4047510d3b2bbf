//! The configuration while the reader runs: read anew when it changes, edited by the reader.

use std::sync::Arc;
use std::time::Duration;

use super::{RealWorld, Shared};
use crate::app::{Event, State};
use crate::config::{Config, Stamp, edit};
use crate::desktop;
use crate::fetch::{Client, FetchSettings};
use crate::runtime::{Clock, Tell, homes, prefs, say};
use crate::schedule::Policy;
use crate::text::Clean;
use crate::tr;

/// Between two looks at the archive and the configuration file. Each costs a few microseconds.
const LOOK_EVERY: Duration = Duration::from_secs(2);

/// How feeds are fetched, by the configuration.
pub fn fetch_settings(config: &Config) -> FetchSettings {
    let fetch = &config.fetch;
    let total = Duration::from_secs(fetch.timeout_s);
    let defaults = FetchSettings::default();
    FetchSettings {
        concurrency: fetch.concurrency,
        per_host: fetch.per_host,
        gap_ms: fetch.gap_ms,
        connect_timeout: defaults.connect_timeout.min(total),
        read_timeout: defaults.read_timeout.min(total),
        total_timeout: total,
        max_bytes: usize::try_from(fetch.max_bytes).unwrap_or(usize::MAX),
        user_agent_contact: fetch.user_agent_contact.clone(),
        ..defaults
    }
}

/// The manners of the schedule, by the configuration.
pub fn policy(config: &Config) -> Policy {
    Policy { interval: config.fetch.interval, ..Policy::default() }
}

/// Tells when somebody else has changed the archive or the configuration, for as long as anybody listens.
pub(super) fn watch(shared: Arc<Shared>, tell: Tell) {
    tokio::spawn(async move {
        let mut seen = None;
        let mut every = tokio::time::interval(LOOK_EVERY);
        every.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            every.tick().await;
            let shared = Arc::clone(&shared);
            let Ok((version, events)) = tokio::task::spawn_blocking(move || {
                (shared.store.data_version(), look_at_config(&shared))
            })
            .await
            else {
                return;
            };
            if seen.replace(version).is_some_and(|before| before != version) {
                tell.tell(Event::ArchiveChanged);
            }
            for event in events {
                tell.tell(event);
            }
        }
    });
}

/// Loads the themes that can be chosen.
pub(super) fn load_themes(shared: Arc<Shared>, tell: Tell) {
    tokio::task::spawn_blocking(move || {
        let themes = prefs::themes(&shared.config_path, &shared.surroundings);
        tell.tell(Event::ThemesLoaded(themes));
    });
}

/// Reads the configuration when its file has changed.
fn look_at_config(shared: &Shared) -> Vec<Event> {
    let stamp = Stamp::of(&shared.config_path);
    {
        let mut settings = shared.lock();
        if settings.stamp == stamp {
            return Vec::new();
        }
        settings.stamp = stamp;
    }
    reload(shared)
}

/// Reads the configuration. A faulty file leaves the old settings in force and says so.
pub(super) fn reload(shared: &Shared) -> Vec<Event> {
    let lang = shared.lang();
    match Config::load(&shared.config_path) {
        Ok(config) => {
            let prefs = prefs::of(&config, &shared.config_path, &shared.surroundings);
            shared.store.set_taste(homes::taste(&config));
            let synced = shared.store.sync_subscriptions(&config.feeds, shared.clock.now());
            shared.store.keep_apart(config.fetch.keep_apart);
            let mut settings = shared.lock();
            settings.client = Arc::new(Client::new(&fetch_settings(&config)));
            settings.config = Arc::new(config);
            settings.stamp = Stamp::of(&shared.config_path);
            drop(settings);
            match synced {
                Ok(()) => vec![Event::ConfigChanged(Box::new(prefs))],
                Err(fault) => vec![Event::Failed(Clean::line(&say::store(&fault, lang)))],
            }
        }
        Err(faults) => {
            let first = faults.first().map(|fault| fault.say(lang)).unwrap_or_default();
            let text = tr!(lang, "notice-config-faulty", n = faults.len(), first = first.as_str());
            vec![Event::Failed(Clean::line(&text))]
        }
    }
}

impl RealWorld {
    /// Lets the reader edit the configuration, and reads it anew. The terminal must be free.
    pub(super) fn edit_config(&self, state: &State) -> Vec<Event> {
        let shared = &self.shared;
        if let Some(dir) = shared.config_path.parent() {
            // What goes wrong here the editor will say.
            let _ = std::fs::create_dir_all(dir);
        }
        let feed = state.feed_here().and_then(|id| state.tree.feed(id));
        let line = feed.and_then(|feed| edit::line_of(&shared.config_path, &feed.url));
        match desktop::edit(&shared.config_path, line, &shared.surroundings.desktop) {
            Ok(()) if Stamp::of(&shared.config_path) == shared.lock().stamp => Vec::new(),
            Ok(()) => reload(shared),
            Err(fault) => {
                let text = tr!(
                    state.lang(),
                    "notice-editor-failed",
                    reason = say::desktop(&fault, state.lang())
                );
                vec![Event::Failed(Clean::line(&text))]
            }
        }
    }
}
