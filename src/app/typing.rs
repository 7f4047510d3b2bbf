//! The line at the foot while it is being typed: what each key, each change and Enter do, by what the line is for.

use super::effect::Effect;
use super::layout::Pane;
use super::prompt::{Prompt, Purpose, Typed};
use super::state::State;
use super::{act, changes, command, filters, help, keypress, links, out, palette, places, towns};
use crate::action::Action;
use crate::keys::{Code, Key};

/// Takes a pasted text: into the prompt, or as an address to subscribe to.
pub(super) fn paste(state: &mut State, text: &str) -> Vec<Effect> {
    if let Some(prompt) = &mut state.prompt {
        prompt.paste(text);
        return typed(state);
    }
    if text.trim().starts_with("http") || text.trim().starts_with("feed:") {
        let mut prompt = Prompt::new(Purpose::Subscribe, "");
        prompt.paste(text);
        state.prompt = Some(prompt);
    }
    Vec::new()
}

/// Takes a key.
pub(super) fn press(state: &mut State, key: Key) -> Vec<Effect> {
    let taken = match state.prompt.as_ref().map(|prompt| prompt.purpose) {
        Some(Purpose::Command) => command::line::press(state, key),
        Some(Purpose::Palette) => palette::press(state, key),
        _ => false,
    };
    let Some(prompt) = state.prompt.as_mut().filter(|_| !taken) else { return Vec::new() };
    let purpose = prompt.purpose;
    match (prompt.press(key), key.code()) {
        (Typed::Changed, _) => typed(state),
        // The list can be walked through while the filter is being typed.
        (Typed::Moved, Code::Down | Code::Up)
            if matches!(purpose, Purpose::Filter | Purpose::FilterQuery) =>
        {
            let action = if key.code() == Code::Down { Action::Down } else { Action::Up };
            act::act(state, action, None)
        }
        (Typed::Moved, Code::Down | Code::Up)
            if matches!(purpose, Purpose::Pick | Purpose::Subscribe) =>
        {
            keypress::step(state, if key.code() == Code::Down { 1 } else { -1 })
        }
        (Typed::Moved, _) => Vec::new(),
        (Typed::Done, _) => done(state),
        (Typed::Dropped, _) => {
            state.prompt = None;
            match purpose {
                Purpose::Filter => act::filter(state, ""),
                Purpose::FilterQuery => filters::clear(state),
                Purpose::FindInArticle => {
                    state.reader.find = None;
                    Vec::new()
                }
                Purpose::Help => {
                    help::look_for(state, "");
                    Vec::new()
                }
                Purpose::Palette => {
                    palette::close(state);
                    Vec::new()
                }
                Purpose::Pick | Purpose::Subscribe => {
                    state.overlay = None;
                    Vec::new()
                }
                Purpose::Command
                | Purpose::LinkNumber
                | Purpose::Tags
                | Purpose::Older
                | Purpose::Save
                | Purpose::Pipe => Vec::new(),
            }
        }
    }
}

/// What happens with each change of the line.
fn typed(state: &mut State) -> Vec<Effect> {
    let Some(prompt) = &state.prompt else { return Vec::new() };
    let text = prompt.text();
    match prompt.purpose {
        Purpose::Filter => act::filter(state, &text),
        Purpose::FilterQuery => filters::typed(state, &text),
        Purpose::FindInArticle => {
            state.reader.find(&text);
            let height = state.height_of(Pane::Article);
            state.reader.show_hit(height);
            Vec::new()
        }
        Purpose::Command => command::line::typed(state),
        Purpose::Palette => {
            palette::typed(state, &text);
            Vec::new()
        }
        Purpose::Help => {
            help::look_for(state, &text);
            Vec::new()
        }
        Purpose::Pick => keypress::step(state, isize::MIN),
        Purpose::Subscribe => towns::typed(state, text),
        Purpose::LinkNumber | Purpose::Tags | Purpose::Older | Purpose::Save | Purpose::Pipe => {
            Vec::new()
        }
    }
}

/// What happens on Enter.
fn done(state: &mut State) -> Vec<Effect> {
    if state.prompt.as_ref().is_some_and(|p| p.purpose == Purpose::FilterQuery) {
        return filters::done(state);
    }
    let Some(prompt) = state.prompt.take() else { return Vec::new() };
    let text = prompt.text();
    match prompt.purpose {
        Purpose::Filter => {
            state.focus = Pane::List;
            Vec::new()
        }
        Purpose::Pick => places::picked(state, &text),
        Purpose::FilterQuery | Purpose::FindInArticle | Purpose::Help => Vec::new(),
        Purpose::Command => command::line::enter(state, prompt),
        Purpose::Palette => palette::enter(state, prompt),
        Purpose::LinkNumber => links::open_number(state, &text),
        Purpose::Tags => changes::tags_typed(state, &text),
        Purpose::Older => changes::older_typed(state, &text),
        Purpose::Save => out::save(state, text.trim()),
        Purpose::Pipe => out::pipe(state, text.trim()),
        Purpose::Subscribe => towns::done(state, &text),
    }
}
