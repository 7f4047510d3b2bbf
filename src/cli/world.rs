//! What a command needs to know of the world around it; the only place of the command line that asks the environment and
//! the clock.

use std::cell::Cell;
use std::ffi::OsString;
use std::path::PathBuf;
use std::thread::JoinHandle;
use std::time::{SystemTime, UNIX_EPOCH};

use super::exit::{Failure, Result};
use super::out::talk;
use crate::config::{Config, ConfigFault, Paths};
use crate::desktop::Environment;
use crate::domain::{Homes, Timestamp};
use crate::lang::Lang;
use crate::runtime::{Surroundings, TestPanic, homes};
use crate::store::{Recovered, Store, StoreError};
use crate::text::dates::Zone;
use crate::tr;

/// The world around a command.
pub(super) struct World {
    /// Where the files are.
    pub(super) paths: Paths,
    /// The language of talk.
    pub(super) lang: Lang,
    /// When the command began.
    pub(super) now: Timestamp,
    /// Colours and emphasis are wanted on a terminal.
    pub(super) colours: bool,
    config: std::result::Result<Config, Vec<ConfigFault>>,
    /// The archive, being opened meanwhile.
    pub(super) ahead: Cell<Option<Ahead>>,
}

/// An archive that is being opened; none when there is none, or when it needs a closer look.
pub(super) type Ahead = JoinHandle<Option<Store>>;

impl World {
    /// Looks around. Reads the configuration; its faults matter only to commands that need it.
    pub(super) fn new(config: Option<PathBuf>, data: Option<PathBuf>) -> Result<Self> {
        let paths = Paths::find(config, data)?;
        let config = Config::load(&paths.config);
        let own = config.as_ref().ok().and_then(|config| config.ui.language);
        Ok(Self {
            lang: own.unwrap_or_else(locale_language),
            paths,
            now: now(),
            colours: variable("NO_COLOR").is_none() && !is_dumb(),
            config,
            ahead: Cell::default(),
        })
    }

    /// The configuration.
    ///
    /// # Errors
    /// All its faults.
    pub(super) fn config(&self) -> Result<&Config> {
        self.config.as_ref().map_err(|faults| Failure::Config(faults.clone()))
    }

    /// From where distances are measured; without a sound configuration there is no home.
    pub(super) fn homes(&self) -> Homes {
        self.config.as_ref().map(|config| homes::points(&config.homes)).unwrap_or_default()
    }

    /// The archive, to be written, with the subscriptions of the configuration. A damaged one is set aside first, which is
    /// said.
    pub(super) fn store(&self) -> Result<Store> {
        let (store, recovered) = self.recovering_store()?;
        if let Some(recovered) = recovered {
            talk(&say_recovered(&recovered, self.lang));
        }
        Ok(store)
    }

    /// The same, with what became of a damaged archive.
    pub(super) fn recovering_store(&self) -> Result<(Store, Option<Recovered>)> {
        let config = self.config()?;
        let ahead = self.ahead.take().and_then(|ahead| ahead.join().ok().flatten());
        let (store, recovered) = match ahead {
            Some(store) => (store, None),
            None => Store::open_or_recover(&self.paths.data, self.now)?,
        };
        store.set_taste(homes::taste(config));
        store.sync_subscriptions(&config.feeds, self.now)?;
        store.keep_apart(config.fetch.keep_apart);
        Ok((store, recovered))
    }

    /// The archive, to be read; none when there is none yet.
    pub(super) fn reader(&self) -> Result<Option<Store>> {
        let store = match Store::open_reader(&self.paths.data) {
            Ok(store) => store,
            Err(StoreError::Missing { .. }) => return Ok(None),
            // Opened once for writing, it is brought up to date, or made anew of what can be read.
            Err(StoreError::Outdated { .. } | StoreError::Corrupt { .. }) => self.store()?,
            Err(fault) => return Err(fault.into()),
        };
        if let Ok(config) = &self.config {
            store.set_taste(homes::taste(config));
        }
        Ok(Some(store))
    }
}

/// What became of a damaged archive, in words.
pub(super) fn say_recovered(recovered: &Recovered, lang: Lang) -> String {
    let Recovered { kept, detail, saved } = recovered;
    tr!(
        lang,
        "store-recovered",
        kept = kept.display().to_string(),
        detail = detail.as_str(),
        entries = saved.entries,
        read = saved.read,
        starred = saved.starred
    )
}

/// Opens the archive while the configuration is read.
pub(super) fn open_ahead(config: Option<PathBuf>, data: Option<PathBuf>) -> Option<Ahead> {
    let paths = Paths::find(config, data).ok()?;
    Some(std::thread::spawn(move || {
        let store = Store::open_sound(&paths.data, now())?;
        // A reading connection is opened with it, and kept.
        store.counts().ok().map(|_| store)
    }))
}

/// Looks up what the reader needs for its first picture and what takes a millisecond each time, while the configuration is
/// read: the time zone among the system's, and the words of the language that the locale speaks.
pub(super) fn warm_up() {
    std::thread::spawn(|| {
        let _ = Zone::system();
        let _ = locale_language().has("action-quit");
    });
}

/// What the reader wants to know of the world around it.
pub(super) fn surroundings() -> Surroundings {
    let text = |name: &str| variable(name).map(|value| value.to_string_lossy().into_owned());
    let graphical = variable("DISPLAY").is_some() || variable("WAYLAND_DISPLAY").is_some();
    Surroundings {
        desktop: Environment {
            browser: text("BROWSER"),
            editor: text("VISUAL").or_else(|| text("EDITOR")),
            home: variable("HOME").map(PathBuf::from),
            graphical: graphical || cfg!(any(target_os = "macos", windows)),
        },
        lang: locale_language(),
        no_color: variable("NO_COLOR").is_some(),
        true_colour: text("COLORTERM").is_some_and(|c| c == "truecolor" || c == "24bit"),
        ascii: ascii_only(),
        hyperlinks: crate::term::has_hyperlinks(text),
        zone_name: Zone::system().iana_name().map(str::to_owned),
        test_panic: test_panic(),
    }
}

fn test_panic() -> Option<TestPanic> {
    let wanted = variable("UMLAND_TEST_PANIC").filter(|_| cfg!(debug_assertions))?;
    Some(if wanted == "thread" { TestPanic::Elsewhere } else { TestPanic::Drawing })
}

/// The language by the locale (POSIX: `LC_ALL` before `LC_MESSAGES` before `LANG`).
pub(super) fn locale_language() -> Lang {
    Lang::from_locale(&locale())
}

/// Whether the locale or the terminal cannot show more than ASCII.
pub(super) fn ascii_only() -> bool {
    let locale = locale().to_ascii_lowercase();
    // Without any locale the encoding is unknown; every terminal of today then shows UTF-8.
    let other = !locale.is_empty() && !locale.contains("utf-8") && !locale.contains("utf8");
    other || variable("TERM").is_some_and(|term| term == "linux" || term == "dumb")
}

fn locale() -> String {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(variable);
    set.map(|value| value.to_string_lossy().into_owned()).unwrap_or_default()
}

/// A terminal that can do nothing but lines.
pub(super) fn is_dumb() -> bool {
    variable("TERM").is_some_and(|term| term == "dumb")
}

/// An environment variable that is set and not empty.
pub(super) fn variable(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}

/// The present.
#[expect(clippy::disallowed_methods, reason = "the command line reads the clock and hands it on")]
pub(super) fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Timestamp(i64::try_from(since.as_secs()).unwrap_or(i64::MAX))
}
