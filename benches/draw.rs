//! The screen's figures: drawing it, and what a key does to the state, on the built-in edition. Run with
//! `cargo bench --bench draw`. A frame has a millisecond.
#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "../tests/stage/mod.rs"]
mod stage;

use divan::Bencher;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use stage::Stage;
use umland::app::{Event, State, update};
use umland::keys::Sequence;
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
