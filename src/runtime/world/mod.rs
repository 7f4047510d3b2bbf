//! The real world: the archive, the network, the desktop, the configuration file.

mod alerts;
mod archive;
mod around;
mod counting;
mod following;
mod history;
mod lanes;
mod network;
mod out;
mod pictures;
mod revision;
mod settings;
mod source;
mod stories;

use std::path::PathBuf;
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;

use super::{Surroundings, SystemClock, Tell, World, say};
use crate::app::{Effect, Event, State};
use crate::config::Config;
use crate::desktop::{self, DesktopError, Opened};
use crate::domain::EntryId;
use crate::fetch::Client;
use crate::images::Shelf;
use crate::lang::Lang;
use crate::store::Store;
use crate::text::Clean;
use crate::tr;
use archive::Archive;
use history::Way;

pub use archive::{answer, named};
pub use around::{offered, towns};
pub use following::followed;
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
    /// The directory of what can be fetched again.
    pub cache: PathBuf,
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
    cache: PathBuf,
    /// Pictures ready to be drawn.
    shelf: Shelf,
    /// One picture is decoded at a time: each may take much memory.
    decoders: Semaphore,
    clock: SystemClock,
    settings: Mutex<Settings>,
    /// Cancels the refresh under way; none when none is.
    refresh: Mutex<Option<CancellationToken>>,
    /// How many lists were asked to be counted.
    counts: AtomicU64,
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
        let WorldParts { store, config, config_path, cache, surroundings, clock } = parts;
        let settings = Settings {
            client: Arc::new(Client::new(&fetch_settings(&config))),
            stamp: crate::config::Stamp::of(&config_path),
            config: Arc::new(config),
        };
        let shared = Shared {
            store: store.clone(),
            surroundings,
            config_path,
            cache,
            shelf: Shelf::default(),
            decoders: Semaphore::new(1),
            clock,
            settings: Mutex::new(settings),
            refresh: Mutex::new(None),
            counts: AtomicU64::new(0),
        };
        Self { archive: Archive::new(&store, clock), shared: Arc::new(shared) }
    }
}

impl RealWorld {
    /// The pictures that are ready to be drawn.
    pub(super) fn shelf(&self) -> Shelf {
        self.shared.shelf.clone()
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

impl RealWorld {
    /// Does what another program needs the terminal for, which must be free.
    pub(in crate::runtime) fn run(&self, errand: &Effect, state: &State) -> Vec<Event> {
        match errand {
            Effect::EditConfig => self.edit_config(state),
            Effect::Pipe { command, text } => vec![out::pipe(command, text, state.lang())],
            _ => Vec::new(), // nothing else needs it
        }
    }
}

impl World for Arc<RealWorld> {
    fn perform(&self, effect: Effect, tell: Tell) {
        let shared = Arc::clone(&self.shared);
        match effect {
            Effect::Refresh(which) => network::refresh(shared, which, tell),
            Effect::CountEntries(query) => counting::count(shared, query, tell),
            Effect::CancelRefresh => network::cancel(&shared),
            Effect::FetchPage(id) => network::fetch_page(shared, id, tell),
            Effect::LoadPicture(key, graphics) => pictures::load(shared, key, graphics, tell),
            Effect::Subscribe(address) => network::subscribe(shared, address, tell),
            Effect::FindTowns(typed) => around::complete(typed, tell),
            Effect::FindAround(typed) => around::find(shared, typed, tell),
            Effect::SubscribeAround { typed, urls } => around::subscribe(shared, typed, urls, tell),
            Effect::SubscribeTo(candidate) => network::subscribe_to(shared, candidate, tell),
            Effect::OpenUrl(address) => open(shared, address, tell, browse),
            Effect::Play(address) => open(shared, address, tell, play),
            Effect::Undo => history::step(&self.archive, shared, Way::Back, tell),
            Effect::Redo => history::step(&self.archive, shared, Way::Forth, tell),
            Effect::EditFeed(feed, wish) => {
                history::edit(&self.archive, shared, feed, wish, tell);
            }
            Effect::WriteSetting { table, key, value } => {
                let wish = history::setting(table, key, &value);
                history::write(&self.archive, shared, wish, tell);
            }
            Effect::Follow(id) => history::follow(&self.archive, shared, id, tell),
            Effect::CountVersions(ids) => stories::count_beside(shared, ids, tell),
            Effect::ToggleWish { table, about } => {
                history::toggle(&self.archive, shared, (table, about), tell);
            }
            Effect::LoadThemes => settings::load_themes(shared, tell),
            Effect::OpenEntries(ids) => open_entries(&self.archive, &shared, ids, &tell),
            Effect::LoadAlerts => alerts::load(shared, tell),
            Effect::Watch => settings::watch(shared, tell),
            Effect::Save { id, of_feed, path } => out::save(shared, (id, of_feed), path, tell),
            Effect::Bookmark { url, title, source } => {
                out::bookmark(shared, [url, title, source], tell);
            }
            Effect::Share { name, url, title, source } => {
                out::share(shared, name, [url, title, source], tell);
            }
            Effect::Copy(text) => out::copy(shared, text, tell),
            Effect::NotifyDesktop { title, text } => out::notify(shared, title, text, tell),
            Effect::EditConfig
            | Effect::NotifyTerminal { .. }
            | Effect::Bell
            | Effect::Pipe { .. }
            | Effect::Suspend
            | Effect::Redraw
            | Effect::AskGraphics
            | Effect::Quit => {
                // These are the screen's and the loop's own.
            }
            effect => self.archive.perform(effect, shared.lang(), tell),
        }
    }
}

/// Opens the pages of entries that have one.
fn open_entries(archive: &Archive, shared: &Arc<Shared>, ids: Vec<EntryId>, tell: &Tell) {
    let (shared, tell) = (Arc::clone(shared), tell.clone());
    archive.ask(move |store| {
        for id in ids {
            if let Some(url) = store.entry(id).ok().flatten().and_then(|entry| entry.url) {
                tell.tell(opened(&shared, url, browse));
            }
        }
    });
}

/// How an address is handed to another program.
type Start = fn(&str, &Config, &desktop::Environment) -> Result<Opened, DesktopError>;

/// Opens an address with the reader's program for it, else in the browser.
fn browse(
    address: &str,
    config: &Config,
    environment: &desktop::Environment,
) -> Result<Opened, DesktopError> {
    let own = config.open.iter().find(|rule| rule.holds_for(address));
    own.map_or_else(
        || desktop::open_url(address, environment),
        |rule| desktop::play(address, &rule.command, environment),
    )
}

fn play(
    address: &str,
    config: &Config,
    environment: &desktop::Environment,
) -> Result<Opened, DesktopError> {
    if config.enclosures.player.is_empty() {
        return browse(address, config, environment);
    }
    desktop::play(address, &config.enclosures.player, environment)
}

fn open(shared: Arc<Shared>, address: String, tell: Tell, start: Start) {
    tokio::task::spawn_blocking(move || tell.tell(opened(&shared, address, start)));
}

fn opened(shared: &Shared, address: String, start: Start) -> Event {
    let lang = shared.lang();
    let refused = |id| {
        let text = tr!(lang, id, text = Clean::line(&address).as_str());
        Event::Failed(Clean::line(&text))
    };
    match start(&address, &shared.config(), &shared.surroundings.desktop) {
        Ok(opened) => {
            let text = tr!(lang, "notice-opened", program = opened.program.as_str());
            Event::Noticed(Clean::line(&text))
        }
        Err(DesktopError::Scheme) => refused("notice-bad-scheme"),
        Err(DesktopError::UserName) => refused("notice-user-name"),
        Err(fault) => {
            Event::NotOpened { address, reason: Clean::line(&say::desktop(&fault, lang)) }
        }
    }
}
