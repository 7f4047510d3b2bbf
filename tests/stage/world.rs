//! A world whose archive is real and whose network is played: the built-in edition, parsed and merged as a refresh would.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::ops::ControlFlow;
use std::path::Path;
use std::rc::Rc;
use std::sync::{Arc, LazyLock};

use tempfile::TempDir;
use umland::app::{Effect, Event};
use umland::demo::Edition;
use umland::domain::{Access, Fault, FaultKind, FeedHealth, Query, Subscription, Timestamp};
use umland::images::{self, Shelf};
use umland::parse;
use umland::refresh::FeedArea;
use umland::runtime::{Surroundings, Tell, World, answer};
use umland::store::KeptPage;
use umland::store::{Document, Store, Taste};

use super::NOW;

/// The path of an address of the edition.
fn path_of(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.find('/').map_or(rest, |slash| &rest[slash..])
}

/// The edition's pages are UTF-8.
fn parse_page(body: &[u8]) -> String {
    String::from_utf8_lossy(body).into_owned()
}

const BASE: &str = "http://127.0.0.1:1";

/// The world; clones share it.
#[derive(Clone)]
pub struct PlayedWorld {
    pub store: Store,
    asked: Rc<RefCell<Vec<Effect>>>,
    /// Seconds that have passed: one for each effect.
    passed: Rc<Cell<i64>>,
    /// What the network answers to a refresh or a subscription.
    answers: Rc<RefCell<HashMap<String, Vec<Event>>>>,
    _dir: Rc<TempDir>,
}

impl PlayedWorld {
    pub fn empty() -> Self {
        Self::in_folder(tempfile::tempdir().expect("a temporary folder"))
    }

    fn in_folder(dir: TempDir) -> Self {
        Self {
            store: Store::open(dir.path(), NOW).expect("a new archive"),
            asked: Rc::default(),
            passed: Rc::default(),
            answers: Rc::default(),
            _dir: Rc::new(dir),
        }
    }

    /// A world of its own with the edition, which is read only once in a test program.
    pub fn with_edition() -> Self {
        static EDITION: LazyLock<TempDir> = LazyLock::new(|| {
            let PlayedWorld { store, _dir: dir, .. } = PlayedWorld::read_edition();
            drop(store);
            Rc::into_inner(dir).expect("nobody else has it")
        });
        let dir = tempfile::tempdir().expect("a temporary folder");
        for file in std::fs::read_dir(EDITION.path()).expect("it is there") {
            let file = file.expect("it is there");
            std::fs::copy(file.path(), dir.path().join(file.file_name())).expect("room for a copy");
        }
        Self::in_folder(dir)
    }

    fn read_edition() -> Self {
        let world = Self::empty();
        let edition = Edition::new(NOW);
        let subscriptions = edition.subscriptions(BASE);
        world.store.sync_subscriptions(&subscriptions, NOW).expect("room for the feeds");
        world.store.set_taste(Taste { homes: super::homes(), ..Taste::default() });
        for state in world.store.feed_states().expect("the feeds") {
            let path = state.url.as_str().strip_prefix(BASE).expect("the edition's address");
            let mut answer = edition.answer(path, &hyper::HeaderMap::new());
            if let Some(moved) = answer.header("location").map(ToOwned::to_owned) {
                answer = edition.answer(path_of(&moved), &hyper::HeaderMap::new());
            }
            let mut health = FeedHealth { last_attempt: Some(NOW), ..FeedHealth::default() };
            if answer.status != 200 {
                let kind = if answer.status == 410 { FaultKind::Gone } else { FaultKind::Status };
                health.fault = Some(Fault::new(kind, "").with_http(answer.status));
                health.failures = 1;
                world.store.record_health(state.id, &health).expect("room for a fault");
                continue;
            }
            let context = parse::Context {
                zone: Some("Europe/Berlin".to_owned()),
                ..parse::Context::new(NOW)
            };
            let (feed, warnings) = parse::feed(
                &answer.body,
                answer.header("content-type"),
                Some(state.url.as_str()),
                &context,
            )
            .unwrap_or_else(|fault| panic!("{path}: {fault}"));
            health.last_success = Some(NOW);
            health.warnings = warnings;
            let mut prepared = world.store.prepare(state.id, &feed).expect("a look at the archive");
            let area = FeedArea::of(&state.url, &state.folder, &state.title);
            prepared.place(&feed, |entry| area.place(entry, feed.language.as_deref()));
            let (parsed, prepared, health) = (&feed, Some(&prepared), &health);
            let document = Document { feed: state.id, parsed, prepared, health };
            world.store.merge_all(&[document], NOW).expect("room for the entries");
        }
        world.fetch_pages(&edition, &subscriptions);
        while world.store.index_pending(10_000).expect("an index") {}
        world
    }

    /// Puts the article pages into the archive, for the feeds that only tease.
    fn fetch_pages(&self, edition: &Edition, subscriptions: &[Subscription]) {
        let mut entries = Vec::new();
        self.store
            .for_each_entry(&Query::default(), None, &mut |entry| {
                entries.push(entry);
                ControlFlow::Continue(())
            })
            .expect("the entries");
        for entry in entries {
            let teases = subscriptions.iter().any(|s| s.url == entry.feed_url && s.full_text);
            if let Some(url) = entry.url.as_deref().filter(|_| teases) {
                let page = edition.answer(path_of(url), &hyper::HeaderMap::new());
                let html = parse_page(&page.body);
                let page = KeptPage { html: &html, blocks: &[], access: Access::Unknown };
                self.store.keep_page(entry.row.id, &page, NOW).expect("room for a page");
            }
        }
    }

    /// Plays an answer to an effect that asks the network; the effect is named as its debug form begins.
    pub fn answers(&self, effect: &str, events: Vec<Event>) {
        self.answers.borrow_mut().insert(effect.to_owned(), events);
    }

    pub fn time(&self) -> Timestamp {
        NOW.plus(self.passed.get())
    }

    pub fn asked(&self) -> Vec<Effect> {
        self.asked.borrow().clone()
    }
}

impl World for PlayedWorld {
    fn perform(&self, effect: Effect, tell: Tell) {
        self.passed.set(self.passed.get() + 1);
        if let Some(event) = answer(&self.store, effect.clone(), self.time()).expect("an archive") {
            tell.tell(event);
            return;
        }
        if let Effect::LoadPicture(key, graphics) = &effect {
            let answer = Edition::new(NOW).answer(path_of(&key.src), &hyper::HeaderMap::new());
            if answer.status == 200 {
                let image = images::decode(&answer.body).expect(&key.src);
                let mosaic = Arc::new(Shelf::default().prepare(key, &image, *graphics));
                tell.tell(Event::PictureLoaded(key.clone(), Ok(mosaic)));
            }
        }
        if effect == Effect::LoadThemes {
            let surroundings = Surroundings { true_colour: true, ..Surroundings::default() };
            let themes = umland::runtime::themes(Path::new("none/config.toml"), &surroundings);
            tell.tell(Event::ThemesLoaded(themes));
        }
        let name = format!("{effect:?}");
        for (begin, events) in self.answers.borrow().iter() {
            if name.starts_with(begin.as_str()) {
                for event in events {
                    tell.tell(event.clone());
                }
            }
        }
        self.asked.borrow_mut().push(effect);
    }
}
