//! Starting the reader: from a configuration and an archive to a running loop.

use std::path::PathBuf;
use std::sync::Arc;

use futures_util::{Stream, StreamExt, stream};
use tokio_util::sync::CancellationToken;

use super::world::{RealWorld, WorldParts};
use super::{Clock, Ports, SystemClock, TerminalScreen, TestPanic, homes, prefs};
use crate::app::{Effect, Event, Mouse, MouseKind, Size, State, command, kept};
use crate::config::Config;
use crate::desktop::Environment;
use crate::store::{Store, StoreError};
use crate::term::{self, Said, TermError};
use crate::text::Clean;
use crate::theme::Ground;

/// Why the reader cannot run.
#[derive(Debug, thiserror::Error)]
pub enum RuntimeError {
    /// The terminal.
    #[error(transparent)]
    Term(#[from] TermError),
    /// Drawing.
    #[error("the terminal cannot be drawn on: {0}")]
    Draw(#[from] std::io::Error),
    /// The archive.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What the reader needs to run.
#[derive(Debug)]
pub struct Reader {
    /// The configuration, already read.
    pub config: Config,
    /// Its file.
    pub config_path: PathBuf,
    /// The archive.
    pub store: Store,
    /// The directory of what can be fetched again.
    pub cache: PathBuf,
    /// What the environment says.
    pub surroundings: Surroundings,
    /// What the reader must know first.
    pub notice: Option<Clean>,
}

/// What the environment says about the reader and the terminal; read once by the command line.
#[derive(Debug, Clone, Default)]
pub struct Surroundings {
    /// Other programs.
    pub desktop: Environment,
    /// The locale's language.
    pub lang: crate::lang::Lang,
    /// `NO_COLOR` is set (<https://no-color.org>).
    pub no_color: bool,
    /// The terminal shows any colour, not only those of the palette (`COLORTERM`).
    pub true_colour: bool,
    /// The locale or the terminal cannot show more than ASCII.
    pub ascii: bool,
    /// The terminal is known to know hyperlinks.
    pub hyperlinks: bool,
    /// The reader's time zone (IANA name), for dates that name none.
    pub zone_name: Option<String>,
    /// Panics after the first picture (`UMLAND_TEST_PANIC`, debug builds; `thread` on a thread that does not draw).
    pub test_panic: Option<TestPanic>,
}

/// Runs the reader until it is quit. Needs a Tokio runtime around it.
///
/// # Errors
/// When there is no terminal, or it or the archive fails for good.
pub async fn read(reader: Reader) -> Result<(), RuntimeError> {
    let Reader { config, config_path, store, cache, surroundings, notice } = reader;
    let clock = SystemClock;
    let prefs = prefs::of(&config, &config_path, &surroundings);
    store.set_taste(homes::taste(&config));
    let remembered = |name| store.ui_get(name).ok().flatten();
    let (place, seen) = (remembered(kept::PLACE), remembered(kept::SEEN));
    let commands = remembered(command::line::KEPT);
    let ground = remembered("ground");
    let ground = ground.as_deref().and_then(Ground::from_name).unwrap_or_default();
    term::restore_on_panic();
    // Listened to before the terminal is taken, so that no signal leaves it as it is then.
    let ended = CancellationToken::new();
    let termination = term::termination().map_err(TermError::Io)?;
    let mouse = config.ui.mouse;
    let world = Arc::new(RealWorld::new(WorldParts {
        store,
        config,
        config_path,
        cache,
        surroundings: surroundings.clone(),
        clock,
    }));
    let errands = Arc::clone(&world);
    let shelf = world.shelf();
    let mut screen = TerminalScreen::new(mouse, shelf, move |effect: &Effect, state: &State| {
        errands.run(effect, state)
    })?;
    screen.test_panic = surroundings.test_panic;
    let (ending, hangup) = (ended.clone(), term::hangup());
    tokio::spawn(async move {
        tokio::select! {
            () = termination => {}
            () = hangup => {}
        }
        ending.cancel();
    });
    let mut state = State::new(prefs, ground, screen.size(), clock.now());
    kept::recall(&mut state, place.as_deref(), seen.as_deref());
    command::line::recall(&mut state, commands.as_deref());
    if let Some(notice) = notice {
        state.complain(&notice);
    }
    let follows_background = state.prefs.themes.fixed.is_none();
    let mut ports = Ports { screen, world, clock };
    let input = move || {
        let said = term::input(follows_background).map(event);
        stream::select(said, signals(ended.clone()))
    };
    let ran = super::run(&mut state, &mut ports, input).await;
    if term::has_panicked() { Err(TermError::Panicked.into()) } else { ran }
}

/// What signals say while the terminal is ours, as facts.
fn signals(ended: CancellationToken) -> impl Stream<Item = Event> + Unpin {
    let ended = stream::once(ended.cancelled_owned());
    let interrupted = stream::iter(term::interruption()).then(|interrupted| interrupted);
    let end = stream::select(ended, interrupted).map(|()| Event::Terminated);
    let continued = stream::iter(term::continuation()).flatten().map(|()| Event::Continued);
    // Crossterm would miss a change that comes before it reads for the first time.
    let sizes = stream::iter(term::sizes()).flatten();
    let resized = sizes.map(|(width, height)| Event::Resized(Size { width, height }));
    Box::pin(stream::select(end, stream::select(continued, resized)))
}

/// What the terminal says, as a fact.
fn event(said: Said) -> Event {
    match said {
        Said::Key(key) => Event::Key(key),
        Said::Pasted(text) => Event::Pasted(text),
        Said::Click(x, y) => Event::Mouse(Mouse { kind: MouseKind::Click, x, y }),
        Said::Wheel(x, y, up) => {
            let kind = if up { MouseKind::WheelUp } else { MouseKind::WheelDown };
            Event::Mouse(Mouse { kind, x, y })
        }
        Said::Background(ground) => Event::GroundKnown(ground),
        Said::Gone => Event::Terminated,
    }
}
