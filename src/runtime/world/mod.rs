//! The real world: the archive, the network, the desktop, the configuration file.

mod archive;
mod around;
mod network;
mod settings;

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use tokio_util::sync::CancellationToken;

use super::{Surroundings, SystemClock, Tell, World};
use crate::app::{Effect, Event};
use crate::config::Config;
use crate::desktop::{self, DesktopError};
use crate::fetch::Client;
use crate::lang::Lang;
use crate::store::Store;
use crate::text::Clean;
use crate::tr;
use archive::Archive;

pub use archive::answer;
pub use around::offered;
pub use settings::{fetch_settings, policy};

/// What a world is made of.
#[derive(Debug)]
pub struct WorldParts {
    /// The archive.
    pub store: Store,
    /// The configuration.
    pub config: Config,
    /// Its file.
    pub config_path: PathBuf,
    /// What the environment says.
    pub surroundings: Surroundings,
    /// Where the time comes from.
    pub clock: SystemClock,
}

/// The real world.
#[derive(Debug)]
pub struct RealWorld {
    archive: Archive,
    shared: Arc<Shared>,
}

/// What the jobs share.
#[derive(Debug)]
struct Shared {
    store: Store,
    surroundings: Surroundings,
    config_path: PathBuf,
    clock: SystemClock,
    settings: Mutex<Settings>,
    /// Cancels the refresh under way; none when none is.
    refresh: Mutex<Option<CancellationToken>>,
}

/// What may change while the reader runs.
#[derive(Debug)]
struct Settings {
    config: Arc<Config>,
    client: Arc<Client>,
    stamp: crate::config::Stamp,
}

impl RealWorld {
    /// A world.
    pub fn new(parts: WorldParts) -> Self {
        let WorldParts { store, config, config_path, surroundings, clock } = parts;
        let settings = Settings {
            client: Arc::new(Client::new(&fetch_settings(&config))),
            stamp: crate::config::Stamp::of(&config_path),
            config: Arc::new(config),
        };
        let shared = Shared {
            store: store.clone(),
            surroundings,
            config_path,
            clock,
            settings: Mutex::new(settings),
            refresh: Mutex::new(None),
        };
        Self { archive: Archive::new(store, clock), shared: Arc::new(shared) }
    }
}

impl Shared {
    fn config(&self) -> Arc<Config> {
        Arc::clone(&self.lock().config)
    }

    fn client(&self) -> Arc<Client> {
        Arc::clone(&self.lock().client)
    }

    fn lang(&self) -> Lang {
        self.config().ui.language.unwrap_or(self.surroundings.lang)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Settings> {
        self.settings.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl World for Arc<RealWorld> {
    fn perform(&self, effect: Effect, tell: Tell) {
        let shared = Arc::clone(&self.shared);
        match effect {
            Effect::Refresh(which) => network::refresh(shared, which, tell),
            Effect::CancelRefresh => network::cancel(&shared),
            Effect::FetchPage(id) => network::fetch_page(shared, id, tell),
            Effect::Subscribe(address) => network::subscribe(shared, address, tell),
            Effect::FindAround(typed) => around::find(shared, typed, tell),
            Effect::SubscribeAround { typed, urls } => around::subscribe(shared, typed, urls, tell),
            Effect::SubscribeTo(candidate) => network::subscribe_to(shared, candidate, tell),
            Effect::OpenUrl(address) => open(shared, address, tell),
            Effect::Watch => settings::watch(shared, tell),
            Effect::EditConfig
            | Effect::Suspend
            | Effect::Redraw
            | Effect::Copy(_)
            | Effect::Quit => {
                // These are the screen's and the loop's own.
            }
            effect => self.archive.perform(effect, tell),
        }
    }
}

fn open(shared: Arc<Shared>, address: String, tell: Tell) {
    tokio::task::spawn_blocking(move || {
        let lang = shared.lang();
        let refused = |id| {
            let text = tr!(lang, id, text = Clean::line(&address).as_str());
            Event::Failed(Clean::line(&text))
        };
        let told = match desktop::open_url(&address, &shared.surroundings.desktop) {
            Ok(opened) => {
                let text = tr!(lang, "notice-opened", program = opened.program.as_str());
                Event::Noticed(Clean::line(&text))
            }
            Err(DesktopError::Scheme) => refused("notice-bad-scheme"),
            Err(DesktopError::UserName) => refused("notice-user-name"),
            Err(fault) => Event::NotOpened { address, reason: Clean::line(&fault.to_string()) },
        };
        tell.tell(told);
    });
}
