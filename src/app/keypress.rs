//! From a key to what it does: the prompt first, then an overlay, then the keymap.

use super::effect::Effect;
use super::layout::Pane;
use super::overlay::Overlay;
use super::prompt::{Prompt, Purpose, Typed};
use super::state::State;
use super::{
    act, address, alerts, board, changes, filters, health, links, marks, out, pictures, places,
};
use crate::action::Action;
use crate::domain::{Order, SortBy};
use crate::keys::{Code, Key, Pressed};
use crate::tr;

/// A macro is done at most so often at one key.
const MOST_TIMES: u32 = 100;

/// Takes a key.
pub(super) fn press(state: &mut State, key: Key) -> Vec<Effect> {
    if state.prompt.is_some() {
        return press_in_prompt(state, key);
    }
    if state.hints.is_some() {
        return links::press(state, key);
    }
    match state.chord.press(&state.prefs.keymap, key) {
        Pressed::Action(action, count) => {
            state.notice = None;
            act_here(state, action, count)
        }
        Pressed::Macro(steps, count) => {
            state.notice = None;
            let times = count.unwrap_or(1).min(MOST_TIMES);
            let steps = (0..times).flat_map(|_| &steps);
            steps.flat_map(|step| act_here(state, step.action, step.count)).collect()
        }
        Pressed::Pending | Pressed::Dropped => Vec::new(),
        Pressed::Unknown(sequence) => {
            let text = tr!(state.lang(), "notice-unknown-key", key = sequence.to_string());
            state.complain(&text);
            Vec::new()
        }
    }
}

/// Does an action in the overlay that is in front, else in the panes.
fn act_here(state: &mut State, action: Action, count: Option<u32>) -> Vec<Effect> {
    if state.overlay.is_some() {
        return act_on_overlay(state, action, count);
    }
    act::act(state, action, count)
}

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

fn press_in_prompt(state: &mut State, key: Key) -> Vec<Effect> {
    let Some(prompt) = &mut state.prompt else { return Vec::new() };
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
        (Typed::Moved, Code::Down | Code::Up) if purpose == Purpose::Pick => {
            step(state, if key.code() == Code::Down { 1 } else { -1 })
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
                Purpose::Pick => {
                    state.overlay = None;
                    Vec::new()
                }
                Purpose::LinkNumber
                | Purpose::Subscribe
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
        Purpose::Pick => step(state, isize::MIN),
        Purpose::LinkNumber
        | Purpose::Subscribe
        | Purpose::Tags
        | Purpose::Older
        | Purpose::Save
        | Purpose::Pipe => Vec::new(),
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
        Purpose::FilterQuery | Purpose::FindInArticle => Vec::new(),
        Purpose::LinkNumber => links::open_number(state, &text),
        Purpose::Tags => changes::tags_typed(state, &text),
        Purpose::Older => changes::older_typed(state, &text),
        Purpose::Save => out::save(state, text.trim()),
        Purpose::Pipe => out::pipe(state, text.trim()),
        Purpose::Subscribe if text.trim().is_empty() => Vec::new(),
        Purpose::Subscribe => {
            let notice = tr!(state.lang(), "notice-looking", address = text.as_str());
            state.say(&notice);
            let typed = text.trim().to_owned();
            let is_address = places::is_address(&typed);
            vec![if is_address { Effect::Subscribe(typed) } else { Effect::FindAround(typed) }]
        }
    }
}

fn act_on_overlay(state: &mut State, action: Action, count: Option<u32>) -> Vec<Effect> {
    let special = health::act(state, action, count);
    if let Some(effects) = special.or_else(|| board::act(state, action, count)) {
        return effects;
    }
    let page = isize::from(state.size.height.saturating_sub(4).max(1).cast_signed());
    let n = isize::try_from(count.unwrap_or(1)).unwrap_or(isize::MAX);
    let step_by = match action {
        Action::Down | Action::ArticleScrollDown => n,
        Action::Up | Action::ArticleScrollUp => -n,
        Action::HalfDown => page / 2,
        Action::HalfUp => -page / 2,
        Action::ReadOn if matches!(state.overlay, Some(Overlay::Offers { .. })) => {
            places::tick(state);
            1
        }
        Action::PageDown | Action::ReadOn => page,
        Action::PageUp | Action::ReadBack => -page,
        Action::Top => isize::MIN,
        Action::Bottom => isize::MAX,
        Action::Quit | Action::Suspend | Action::Redraw => return act::act(state, action, count),
        Action::Undo | Action::Redo if matches!(state.overlay, Some(Overlay::History { .. })) => {
            let mut effects = act::act(state, action, count);
            effects.push(Effect::LoadHistory);
            return effects;
        }
        Action::Back
        | Action::Cancel
        | Action::Help
        | Action::Links
        | Action::Warnings
        | Action::Image
        | Action::PaneLeft => {
            state.overlay = None;
            return Vec::new();
        }
        Action::Open | Action::PaneRight | Action::Browser | Action::CopyLink => {
            return choose(state, action, count);
        }
        _ => return Vec::new(),
    };
    step(state, step_by)
}

/// Moves in the overlay.
fn step(state: &mut State, step: isize) -> Vec<Effect> {
    let typed = state.prompt.as_ref().map(Prompt::text).unwrap_or_default();
    let to =
        |selected: usize, n: usize| selected.saturating_add_signed(step).min(n.saturating_sub(1));
    let n_links = links::shown(state).len();
    match &mut state.overlay {
        Some(Overlay::Picture { .. }) => return pictures::step(state, step),
        Some(Overlay::Links { selected }) => {
            *selected = to(*selected, n_links);
        }
        Some(Overlay::Help { scroll }) => {
            let last = super::status::help_lines(&state.prefs)
                .len()
                .saturating_sub(usize::from(state.size.height.saturating_sub(3)));
            *scroll = scroll.saturating_add_signed(step).min(last);
        }
        Some(Overlay::Feeds { candidates, selected }) => {
            *selected = to(*selected, candidates.len());
        }
        Some(Overlay::Picks { rows, selected }) => {
            *selected = to(*selected, places::matching(rows, &typed).len());
        }
        Some(Overlay::Offers { offered, selected }) => {
            *selected = to(*selected, offered.feeds.len());
        }
        Some(Overlay::Why { lines, scroll }) => *scroll = to(*scroll, lines.len()),
        Some(Overlay::Views { selected }) => {
            *selected = to(*selected, state.prefs.views.len());
        }
        Some(Overlay::Sort { selected }) => {
            *selected = to(*selected, SortBy::ALL.len());
        }
        Some(Overlay::History { rows, scroll }) => {
            let height = usize::from(state.size.height.saturating_sub(4));
            *scroll = scroll.saturating_add_signed(step).min(rows.len().saturating_sub(height));
        }
        Some(Overlay::Alerts { .. }) => alerts::step(state, step),
        Some(Overlay::Health(_)) => health::move_by(state, step),
        Some(Overlay::Board(_)) => board::move_by(state, step),
        None => {}
    }
    Vec::new()
}

/// Takes what was chosen: an order, a feed to subscribe to, a view to show, a link to open or copy.
fn choose(state: &mut State, action: Action, count: Option<u32>) -> Vec<Effect> {
    match state.overlay.take() {
        Some(Overlay::Alerts { selected }) if action != Action::CopyLink => {
            alerts::show(state, selected)
        }
        Some(Overlay::Links { selected }) => {
            let number = count.unwrap_or_else(|| u32::try_from(selected + 1).unwrap_or(u32::MAX));
            match action {
                Action::CopyLink => links::copy(state, number),
                _ => links::open(state, number),
            }
        }
        Some(Overlay::Picture { index }) => {
            let src = pictures::shown(state).into_iter().nth(index).map(|f| f.src.to_string());
            match (src, action) {
                (Some(src), Action::CopyLink) => address::copy(state, src),
                (src, _) => src.map(Effect::OpenUrl).into_iter().collect(),
            }
        }
        Some(Overlay::Sort { selected }) if action != Action::CopyLink => {
            let by = SortBy::ALL.get(selected).copied().unwrap_or_default();
            act::show(state, |query, _| query.order = Order { by, reversed: false })
        }
        Some(Overlay::Feeds { candidates, selected }) if action != Action::CopyLink => {
            candidates.into_iter().nth(selected).map(Effect::SubscribeTo).into_iter().collect()
        }
        Some(Overlay::Offers { offered, .. }) if action != Action::CopyLink => {
            places::take_offers(state, offered)
        }
        Some(Overlay::Views { selected }) if action != Action::CopyLink => {
            filters::show_view(state, selected)
        }
        kept => {
            state.overlay = kept.filter(|_| action != Action::Open);
            Vec::new()
        }
    }
}

/// Takes a click or a turn of the wheel.
pub(super) fn mouse(state: &mut State, mouse: super::Mouse) -> Vec<Effect> {
    const WHEEL: isize = 3;
    if let Some(overlay) = &mut state.overlay {
        let action = match mouse.kind {
            super::MouseKind::WheelDown => Action::Down,
            super::MouseKind::WheelUp => Action::Up,
            super::MouseKind::Click => {
                match overlay {
                    Overlay::Help { .. }
                    | Overlay::History { .. }
                    | Overlay::Picture { .. }
                    | Overlay::Why { .. } => state.overlay = None,
                    Overlay::Health(_) => health::click(state, mouse.y),
                    Overlay::Board(_) => return board::click(state, mouse.y),
                    Overlay::Alerts { .. }
                    | Overlay::Feeds { .. }
                    | Overlay::Views { .. }
                    | Overlay::Links { .. }
                    | Overlay::Picks { .. }
                    | Overlay::Offers { .. }
                    | Overlay::Sort { .. } => {}
                }
                return Vec::new();
            }
        };
        return act_on_overlay(state, action, Some(3));
    }
    let Some((pane, rect)) = state.regions().hit(mouse.x, mouse.y) else { return Vec::new() };
    let height = usize::from(rect.height);
    let by = match mouse.kind {
        super::MouseKind::WheelDown => WHEEL,
        super::MouseKind::WheelUp => -WHEEL,
        super::MouseKind::Click => return click(state, pane, usize::from(mouse.y - rect.y)),
    };
    match pane {
        Pane::Tree => {
            state.tree.move_by(by, height);
            Vec::new()
        }
        Pane::List => {
            let mut effects = state.list.scroll_by(by, height);
            effects.extend(act::preview(state));
            effects
        }
        Pane::Article => {
            state.reader.scroll_by(by, height);
            Vec::new()
        }
    }
}

/// A first click selects, a second one on the same row opens.
fn click(state: &mut State, pane: Pane, row: usize) -> Vec<Effect> {
    let had_focus = state.focus == pane;
    state.focus = pane;
    match pane {
        Pane::Tree => {
            let line = state.tree.top + row;
            if line >= state.tree.nodes.len() {
                return Vec::new();
            }
            let again = had_focus && state.tree.selected == line;
            state.tree.selected = line;
            if again { act::act(state, Action::Open, None) } else { Vec::new() }
        }
        Pane::List => {
            let Some(line) = state.list.row_at(row) else { return Vec::new() };
            let again = had_focus && state.list.selected == line;
            state.list.selected = line;
            if again { act::act(state, Action::Open, None) } else { act::preview(state) }
        }
        Pane::Article => marks::mark_opened(state),
    }
}
