//! A stage for tests of the whole interface: the real loop, state, view, store and parser, on the built-in edition; keys
//! in, screen out. Only the terminal, the network and the clock are played.
#![allow(dead_code, unreachable_pub, reason = "each test binary uses a part of the stage")]

pub mod golden;
pub mod svg;
pub mod world;

use std::cell::RefCell;
use std::collections::VecDeque;
use std::path::Path;
use std::rc::Rc;

use futures_util::stream;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use umland::app::{Auto, Effect, Event, Headings, LayoutMode, Prefs, Size, State, command, kept};
use umland::config::{Ui, themes};
use umland::domain::{GeoPoint, Graphics, Homes, NoticeWays, Protocol, Timestamp};
use umland::keys::{Keymap, Sequence};
use umland::lang::Lang;
use umland::runtime::{Clock, Ports, RuntimeError, Screen};
use umland::text::Clean;
use umland::text::dates::Zone;
use umland::theme::{Ground, Themes};
use umland::view;

pub use world::PlayedWorld;

/// Tuesday, 24 November 2026, 15:00 in Krefeld.
pub const NOW: Timestamp = Timestamp(1_795_528_800);

/// What the played terminal can show.
pub const GRAPHICS: Graphics = Graphics { protocol: Protocol::Blocks, cell: (10, 20) };

/// How a test sets the stage.
#[derive(Debug, Clone)]
pub struct Stage {
    pub size: Size,
    pub prefs: Prefs,
    pub ground: Ground,
    /// Feeds of the edition are in the archive.
    pub filled: bool,
    /// Begins where the last session in this world ended.
    pub recalls: bool,
}

impl Stage {
    pub fn new(width: u16, height: u16) -> Self {
        Self {
            size: Size { width, height },
            prefs: prefs(),
            ground: Ground::Dark,
            filled: true,
            recalls: false,
        }
    }

    pub fn lang(mut self, lang: Lang) -> Self {
        self.prefs.lang = lang;
        self
    }

    pub fn on(mut self, ground: Ground) -> Self {
        self.ground = ground;
        self
    }

    pub fn in_theme(mut self, name: &str) -> Self {
        self.prefs.themes = Themes::only(themes::built_in(name).expect(name));
        self
    }

    pub fn with(mut self, change: impl FnOnce(&mut Prefs)) -> Self {
        change(&mut self.prefs);
        self
    }

    /// Begins where the last session in this world ended.
    pub fn again(mut self) -> Self {
        self.recalls = true;
        self
    }

    pub fn empty(mut self) -> Self {
        self.filled = false;
        self
    }

    /// Presses keys, in the notation of the keymap, and shows what is on the screen when everything has settled.
    pub fn press(self, keys: &str) -> Shown {
        let world = if self.filled { PlayedWorld::with_edition() } else { PlayedWorld::empty() };
        self.press_in(&world, keys)
    }

    /// The same in a world that lives on.
    pub fn press_in(self, world: &PlayedWorld, keys: &str) -> Shown {
        let sequence: Vec<Event> = match keys {
            "" => Vec::new(),
            keys => keys
                .parse::<Sequence>()
                .expect(keys)
                .keys()
                .iter()
                .map(|k| Event::Key(*k))
                .collect(),
        };
        self.play(world, sequence)
    }

    /// Plays events, one at a time: the next comes when everything under way has ended.
    pub fn play(self, world: &PlayedWorld, events: Vec<Event>) -> Shown {
        let mut state = State::new(self.prefs, self.ground, self.size, NOW);
        if self.recalls {
            let kept = |name| world.store.ui_get(name).expect("it can be read");
            command::line::recall(&mut state, kept(command::line::KEPT).as_deref());
            kept::recall(&mut state, kept(kept::PLACE).as_deref(), kept(kept::SEEN).as_deref());
        }
        let screen = PlayedScreen::default();
        let copied = Rc::clone(&screen.performed);
        let mut ports = Ports { screen, world: world.clone(), clock: world.clone() };
        let events = Rc::new(RefCell::new(VecDeque::from(events)));
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .start_paused(true)
            .build()
            .expect("a runtime");
        // Opened again, the input goes on where it was left.
        let input = || {
            let events = Rc::clone(&events);
            stream::iter(std::iter::from_fn(move || events.borrow_mut().pop_front()))
        };
        runtime
            .block_on(umland::runtime::run(&mut state, &mut ports, input))
            .expect("the played screen takes everything");
        let mut buffer = Buffer::empty(Rect::new(0, 0, state.size.width, state.size.height));
        let view::Drawn { cursor, links, pictures } = view::draw(&state, &mut buffer);
        Shown {
            buffer,
            cursor,
            links,
            pictures,
            state,
            performed: copied.take(),
            asked: world.asked(),
        }
    }
}

/// What is on the screen in the end.
#[derive(Debug)]
pub struct Shown {
    pub buffer: Buffer,
    pub cursor: view::Cursor,
    pub links: Vec<view::Hyperlink>,
    pub pictures: Vec<view::DrawnPicture>,
    pub state: State,
    /// What the terminal's owner was asked to do.
    pub performed: Vec<Effect>,
    /// What the world was asked to do but played only.
    pub asked: Vec<Effect>,
}

impl Shown {
    /// The text of the screen, line by line.
    pub fn text(&self) -> String {
        golden::text(&self.buffer)
    }

    /// The line of the selected row.
    pub fn selected(&self) -> String {
        let (_, y) = self.cursor.expect("something is selected");
        self.line(y)
    }

    pub fn line(&self, y: u16) -> String {
        self.text().lines().nth(usize::from(y)).unwrap_or_default().to_owned()
    }

    /// The last line.
    pub fn foot(&self) -> String {
        self.line(self.state.size.height - 1)
    }

    #[track_caller]
    pub fn shows(&self, text: &str) {
        assert!(self.text().contains(text), "\"{text}\" is not on the screen:\n{}", self.text());
    }

    #[track_caller]
    pub fn hides(&self, text: &str) {
        assert!(!self.text().contains(text), "\"{text}\" is on the screen:\n{}", self.text());
    }
}

/// Krefeld.
pub fn homes() -> Homes {
    Homes::new(vec![GeoPoint::from_degrees(51.3388, 6.5853)])
}

pub fn prefs() -> Prefs {
    Prefs {
        lang: Lang::De,
        themes: themes::chosen(&Ui::default(), Path::new("none/config.toml")),
        layout: LayoutMode::Auto,
        headings: Headings::Auto,
        measure: 72,
        ascii: false,
        hyperlinks: false,
        images: false,
        protocol: None,
        hide_read: false,
        mark_read_on_open: true,
        refresh_on_start: false,
        views: Vec::new(),
        highlight: Vec::new(),
        keymap: Keymap::default(),
        save_folder: "~".to_owned(),
        save_format: umland::export::Format::Markdown,
        shares: Vec::new(),
        zone: Zone::get("Europe/Berlin").expect("the zone is bundled"),
        home: Clean::line("Krefeld"),
        notices: NoticeWays::default(),
        homes: homes(),
        follow: Vec::new(),
        surroundings: Auto { true_colour: true, ..Auto::default() },
    }
}

impl Clock for PlayedWorld {
    fn now(&self) -> Timestamp {
        self.time()
    }
}

#[derive(Debug, Default)]
struct PlayedScreen {
    performed: Rc<RefCell<Vec<Effect>>>,
}

impl Screen for PlayedScreen {
    fn draw(&mut self, state: &State) -> Result<(), RuntimeError> {
        let mut buffer = Buffer::empty(Rect::new(0, 0, state.size.width, state.size.height));
        view::draw(state, &mut buffer);
        Ok(())
    }

    fn perform(&mut self, effect: Effect, _: &State) -> Result<Vec<Event>, RuntimeError> {
        let told = match effect {
            Effect::AskGraphics => vec![Event::GraphicsKnown(GRAPHICS)],
            _ => Vec::new(),
        };
        self.performed.borrow_mut().push(effect);
        Ok(told)
    }
}
