//! The screen's figures: drawing it, and what a key does to the state, on the built-in edition. Run with
//! `cargo bench --bench draw`. A frame has a millisecond.
#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "../tests/stage/mod.rs"]
mod stage;

use divan::Bencher;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use stage::Stage;
use umland::app::{Event, Size, State, update};
use umland::domain::{Article, Block, Inline};
use umland::keys::Sequence;
use umland::text::Clean;
use umland::view;

fn main() {
    divan::main();
}

/// Terminals that people have.
const SIZES: [(u16, u16); 2] = [(80, 24), (200, 50)];

/// The reader with an article beside the list.
fn opened((width, height): (u16, u16)) -> State {
    Stage::new(width, height).press("j").state
}

#[divan::bench(args = SIZES)]
fn draw(bencher: Bencher<'_, '_>, size: (u16, u16)) {
    let state = opened(size);
    let area = Rect::new(0, 0, size.0, size.1);
    bencher.with_inputs(|| Buffer::empty(area)).bench_refs(|buffer| view::draw(&state, buffer));
}

/// One step down the list, as far as the screen itself can answer.
#[divan::bench(args = SIZES)]
fn key(bencher: Bencher<'_, '_>, size: (u16, u16)) {
    let state = opened(size);
    let down = "j".parse::<Sequence>().map(|s| Event::Key(s.keys()[0])).expect("a key");
    bencher
        .with_inputs(|| (state.clone(), down.clone()))
        .bench_values(|(mut state, key)| (update(&mut state, key), state));
}

/// A long read: 3,000 words in paragraphs of 75, each with a link.
fn long_read() -> Article {
    const SENTENCE: &str = "Die Gemeindeverwaltung bestätigte am Donnerstagnachmittag, dass die Bauarbeiten an der \
        Hauptstraße bis zum Frühjahr dauern. ";
    let words = SENTENCE.split_whitespace().count();
    let paragraph = |_| {
        let link = Inline { link: Some(0), ..Inline::plain("Bauplan") };
        Block::Paragraph(vec![Inline::plain(&SENTENCE.repeat(75 / words)), link])
    };
    Article {
        headline: Clean::line("Bis zum Frühjahr"),
        blocks: (0..=3000 / (75 / words * words + 1)).map(paragraph).collect(),
        links: vec![Clean::line("https://example.org/bauplan")],
        language: Clean::line("de"),
        ..Article::default()
    }
}

/// The reader with the long read in it.
fn reading((width, height): (u16, u16)) -> State {
    let mut state = opened((width, height));
    let mut loaded = state.reader.shown.clone().unwrap();
    loaded.article = long_read();
    let _ = update(&mut state, Event::ArticleLoaded(loaded));
    state
}

/// Setting the long read anew, as a new width wants it.
#[divan::bench]
fn resize(bencher: Bencher<'_, '_>) {
    let narrower = Event::Resized(Size { width: 185, height: 50 });
    bencher
        .with_inputs(|| (reading((200, 50)), narrower.clone()))
        .bench_values(|(mut state, event)| (update(&mut state, event), state));
}

/// Scrolling through the long read, a line and its picture.
#[divan::bench]
fn scroll(bencher: Bencher<'_, '_>) {
    let (width, height) = (200, 50);
    let down = "Ctrl-e".parse::<Sequence>().map(|s| Event::Key(s.keys()[0])).expect("a key");
    let inputs = || (reading((width, height)), Buffer::empty(Rect::new(0, 0, width, height)));
    bencher.with_inputs(inputs).bench_values(|(mut state, mut buffer)| {
        let effects = update(&mut state, down.clone());
        (effects, view::draw(&state, &mut buffer), state)
    });
}
