//! From a key to what it does: the prompt first, then an overlay, then the keymap.

use super::effect::Effect;
use super::layout::Pane;
use super::overlay::Overlay;
use super::settings::SETTINGS;
use super::state::State;
use super::{
    act, address, alerts, board, filters, health, links, map, marks, pictures, places, typing,
};
use crate::action::Action;
use crate::domain::{Order, SortBy};
use crate::keys::{Key, Pressed};
use crate::tr;

/// A macro is done at most so often at one key.
const MOST_TIMES: u32 = 100;

/// Takes a key.
pub(super) fn press(state: &mut State, key: Key) -> Vec<Effect> {
    if state.prompt.is_some() {
        return typing::press(state, key);
    }
    if state.hints.is_some() {
        return links::press(state, key);
    }
    if state.chord.is_empty() && map::press(state, key) {
        return Vec::new();
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

fn act_on_overlay(state: &mut State, action: Action, count: Option<u32>) -> Vec<Effect> {
    let own = health::act(state, action, count)
        .or_else(|| board::act(state, action, count))
        .or_else(|| map::act(state, action, count))
        .or_else(|| super::themes::act(state, action, count))
        .or_else(|| super::help::act(state, action));
    if let Some(effects) = own {
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
        Action::Quit | Action::Suspend | Action::Redraw | Action::Command | Action::Palette => {
            return act::act(state, action, count);
        }
        Action::Undo | Action::Redo if matches!(state.overlay, Some(Overlay::History { .. })) => {
            let mut effects = act::act(state, action, count);
            effects.push(Effect::LoadHistory);
            return effects;
        }
        Action::Back
        | Action::Cancel
        | Action::Links
        | Action::Warnings
        | Action::Image
        | Action::PaneLeft => {
            state.overlay = None;
            return Vec::new();
        }
        Action::Help if is_text(state) => {
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

/// Whether the overlay is something to read, not a choice that a stray key may not throw away.
fn is_text(state: &State) -> bool {
    matches!(
        state.overlay,
        Some(Overlay::Help(_) | Overlay::Settings { .. } | Overlay::Text { .. })
    )
}

/// Moves in the overlay.
pub(super) fn step(state: &mut State, step: isize) -> Vec<Effect> {
    let typed = state.prompt.as_ref().map(super::prompt::Prompt::text).unwrap_or_default();
    let to =
        |selected: usize, n: usize| selected.saturating_add_signed(step).min(n.saturating_sub(1));
    let n_links = links::shown(state).len();
    let n_lines = match &state.overlay {
        Some(Overlay::Help(help)) => super::help::lines(state, help).len(),
        _ => 0,
    };
    let height = state.size.height;
    let scrolled = |at: usize, lines: usize, around: u16| {
        let last = lines.saturating_sub(usize::from(height.saturating_sub(around)));
        at.saturating_add_signed(step).min(last)
    };
    match &mut state.overlay {
        Some(Overlay::Picture { .. }) => return pictures::step(state, step),
        Some(Overlay::Links { selected }) => {
            *selected = to(*selected, n_links);
        }
        Some(Overlay::Help(help)) => help.scroll = scrolled(help.scroll, n_lines, 3),
        Some(Overlay::Settings { scroll }) => *scroll = scrolled(*scroll, SETTINGS.len(), 4),
        Some(Overlay::Text { lines, scroll }) => *scroll = scrolled(*scroll, lines.len(), 2),
        Some(Overlay::Palette(_) | Overlay::Themes { .. }) => {} // they move by themselves
        Some(Overlay::Feeds { candidates, selected }) => {
            *selected = to(*selected, candidates.len());
        }
        Some(Overlay::Picks { rows, selected }) => {
            *selected = to(*selected, places::matching(rows, &typed).len());
        }
        Some(Overlay::Towns { rows, selected, .. }) => *selected = to(*selected, rows.len()),
        Some(Overlay::Offers { offered, selected }) => {
            *selected = to(*selected, offered.feeds.len());
        }
        Some(Overlay::Views { selected }) => {
            *selected = to(*selected, state.prefs.views.len());
        }
        Some(Overlay::Sort { selected }) => {
            *selected = to(*selected, SortBy::ALL.len());
        }
        Some(Overlay::History { rows, scroll }) => {
            *scroll = scrolled(*scroll, rows.len(), 4);
        }
        Some(Overlay::Alerts { .. }) => alerts::step(state, step),
        Some(Overlay::Health(_)) => health::move_by(state, step),
        Some(Overlay::Board(_)) => board::move_by(state, step),
        Some(Overlay::Map(_)) => map::move_by(state, step),
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
        Some(Overlay::Map(map)) if action == Action::Open => map::choose(state, &map),
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
                    Overlay::Help(_)
                    | Overlay::History { .. }
                    | Overlay::Picture { .. }
                    | Overlay::Settings { .. }
                    | Overlay::Text { .. } => state.overlay = None,
                    Overlay::Health(_) => health::click(state, mouse.y),
                    Overlay::Board(_) => return board::click(state, mouse.y),
                    Overlay::Alerts { .. }
                    | Overlay::Feeds { .. }
                    | Overlay::Views { .. }
                    | Overlay::Links { .. }
                    | Overlay::Map(_)
                    | Overlay::Picks { .. }
                    | Overlay::Offers { .. }
                    | Overlay::Towns { .. }
                    | Overlay::Palette(_)
                    | Overlay::Sort { .. }
                    | Overlay::Themes { .. } => {}
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
