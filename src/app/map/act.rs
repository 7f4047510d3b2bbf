//! What keys do with the map.

use super::Map;
use crate::action::Action;
use crate::app::act as panes;
use crate::app::effect::Effect;
use crate::app::layout::Rect;
use crate::app::overlay::Overlay;
use crate::app::state::State;
use crate::chart::Wind;
use crate::domain::{MapPlace, Pick, Query};
use crate::keys::{Code, Key};
use crate::text::fold::fold;

/// Rows of the map that are no picture: the heading above, the chosen place below.
const AROUND: u16 = 2;

/// Opens the map of the list that is shown.
pub(in crate::app) fn open(state: &mut State) -> Vec<Effect> {
    let query = state.list.query.clone();
    let map = Map::new(query.clone(), state.prefs.homes.points());
    state.overlay = Some(Overlay::Map(map));
    vec![Effect::LoadMap(query)]
}

/// Takes the places that were asked for, unless another map is open by now.
pub(in crate::app) fn take(state: &mut State, query: &Query, places: Vec<MapPlace>) -> Vec<Effect> {
    if let Some(Overlay::Map(map)) = &mut state.overlay
        && map.query == *query
    {
        map.take(places);
    }
    Vec::new()
}

/// The cells of the picture.
fn room(state: &State) -> Rect {
    let regions = state.regions();
    let height = regions.status.y.saturating_sub(regions.bar.height + AROUND);
    Rect { x: 0, y: regions.bar.height + 1, width: state.size.width, height }
}

/// Takes a key that means something on a map only: `+` and `-` go in and out.
pub(in crate::app) fn press(state: &mut State, key: Key) -> bool {
    let Some(Overlay::Map(map)) = &mut state.overlay else { return false };
    let steps = match key.code() {
        Code::Char('+' | '=') => -1,
        Code::Char('-' | '_') => 1,
        _ => return false,
    };
    map.zoom_by(steps);
    true
}

/// Does an action on the map; none for an action that means nothing special here.
pub(in crate::app) fn act(
    state: &mut State,
    action: Action,
    count: Option<u32>,
) -> Option<Vec<Effect>> {
    let (ascii, rect) = (state.prefs.ascii, room(state));
    let homes = state.prefs.homes.points().to_vec();
    let Some(Overlay::Map(map)) = &mut state.overlay else { return None };
    let table = map.is_table(ascii, rect.width, rect.height);
    let n = isize::try_from(count.unwrap_or(1)).unwrap_or(isize::MAX);
    let times = count.unwrap_or(1).min(100);
    match action {
        Action::Down | Action::Up if table => {
            move_in_table(map, if action == Action::Down { n } else { -n });
        }
        Action::Down => (0..times).for_each(|_| map.step(Wind::S)),
        Action::Up => (0..times).for_each(|_| map.step(Wind::N)),
        Action::PaneLeft if !table => (0..times).for_each(|_| map.step(Wind::W)),
        Action::PaneRight if !table => (0..times).for_each(|_| map.step(Wind::E)),
        Action::ArticleNext => move_outwards(map, n),
        Action::ArticlePrev => move_outwards(map, -n),
        Action::UnreadNext | Action::UnreadPrev => to_unread(map, action == Action::UnreadNext),
        Action::Top if !table => map.selected = 0,
        Action::Bottom if !table => map.selected = map.places.len().saturating_sub(1),
        Action::Layout => map.table = Some(!table),
        Action::PaneNext => map.next_home(&homes, true),
        Action::PanePrev => map.next_home(&homes, false),
        Action::Map => state.overlay = None,
        _ => return None,
    }
    Some(Vec::new())
}

/// Moves through the table, or from the nearest place to the farthest.
pub(in crate::app) fn move_by(state: &mut State, by: isize) {
    let (ascii, rect) = (state.prefs.ascii, room(state));
    let Some(Overlay::Map(map)) = &mut state.overlay else { return };
    if map.is_table(ascii, rect.width, rect.height) {
        move_in_table(map, by);
    } else {
        move_outwards(map, by);
    }
}

fn move_in_table(map: &mut Map, by: isize) {
    let rows = map.rows();
    let at = rows.iter().position(|row| row.place == map.selected).unwrap_or(0);
    let to = at.saturating_add_signed(by).min(rows.len().saturating_sub(1));
    map.selected = rows.get(to).map_or(0, |row| row.place);
}

fn move_outwards(map: &mut Map, by: isize) {
    let last = map.places.len().saturating_sub(1);
    map.selected = map.selected.saturating_add_signed(by).min(last);
}

/// Goes to the next place outwards (or inwards) with something unread.
fn to_unread(map: &mut Map, outwards: bool) {
    let unread = |i: &usize| map.places[*i].0.unread > 0;
    let (at, n) = (map.selected.min(map.places.len()), map.places.len());
    let found = if outwards { (at + 1..n).find(unread) } else { (0..at).rev().find(unread) };
    map.selected = found.unwrap_or(map.selected);
}

/// Narrows the list to the chosen place.
pub(in crate::app) fn choose(state: &mut State, map: &Map) -> Vec<Effect> {
    let Some((place, _)) = map.current() else { return Vec::new() };
    let pick = Pick::Place(fold(&place.name));
    panes::show(state, |query, _| query.picked = Some(pick))
}

/// Brings the map into order for the screen.
pub(in crate::app) fn settle(state: &mut State) {
    let (ascii, rect) = (state.prefs.ascii, room(state));
    let Some(Overlay::Map(map)) = &mut state.overlay else { return };
    map.keep_in_sight(rect.width, rect.height);
    if map.is_table(ascii, rect.width, rect.height) {
        let at = map.rows().iter().position(|row| row.place == map.selected).unwrap_or(0);
        let height = usize::from(rect.height).max(1);
        map.top = map.top.min(at).max((at + 1).saturating_sub(height));
    }
}
