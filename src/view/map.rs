//! The map: coasts, borders and rivers in dots, rings around a home, places as marks with their names; or the same places
//! as a table by bearing.

use std::collections::HashSet;

use super::Cursor;
use super::paint::{Canvas, Stroke, columns_of};
use crate::app::map::{Map, RINGS};
use crate::app::{Rect, State};
use crate::chart::{self, Frame, Kind, Label, Offset, Projection, Row, Wind, place_labels};
use crate::domain::MapPlace;
use crate::domain::geo::whole_km;
use crate::lang::Lang;
use crate::theme::Part;
use crate::{tr, words};

/// Widest name on the picture, in columns.
const NAME: u16 = 24;

pub(super) fn draw(state: &State, map: &Map, rect: Rect, canvas: &mut Canvas) -> Cursor {
    canvas.clear(rect, Part::Text);
    let (lang, x, room) = (state.lang(), rect.x + 1, rect.width.saturating_sub(2));
    let after = canvas.put(x, rect.y, room, &lang.text("map-title"), Part::Heading);
    let sum = sum(map, lang);
    let after =
        canvas.put(after + 2, rect.y, (x + room).saturating_sub(after + 2), &sum, Part::Muted);
    let body = Rect { y: rect.y + 1, height: rect.height.saturating_sub(2), ..rect };
    if !map.loaded || map.places.is_empty() {
        let id = if map.loaded { "map-none" } else { "board-loading" };
        canvas.put(x, body.y + 1, room, &lang.text(id), Part::Muted);
        return Some((x, body.y + 1));
    }
    if map.is_table(state.prefs.ascii, body.width, body.height) {
        let whole = Rect { height: body.height + 1, ..body };
        return draw_table(map, lang, whole, canvas);
    }
    let keys = lang.text("map-keys");
    if after + 2 + columns_of(&keys) <= x + room {
        canvas.put_right(x + room, rect.y, &keys, Part::Muted);
    }
    let cursor = draw_picture(state, map, body, canvas);
    if let Some((place, offset)) = map.current() {
        let y = body.y + body.height;
        let after = canvas.put(x, y, room, &place.name, Part::Strong);
        let more = format!("{} · {}", bearing(map, *offset, lang), words::counted(place, lang));
        canvas.put(after + 2, y, (x + room).saturating_sub(after + 2), &more, Part::Muted);
    }
    cursor
}

/// What the map shows, in a line.
fn sum(map: &Map, lang: Lang) -> String {
    if !map.loaded {
        return String::new();
    }
    let n: u64 = map.places.iter().map(|(place, _)| place.n).sum();
    let sum = tr!(lang, "map-sum", n = n, places = map.places.len());
    if map.around_home() { sum } else { format!("{sum} · {}", lang.text("map-no-home")) }
}

/// How far a place lies, and where; what is told from no home is told from the origin of the map.
fn bearing(map: &Map, offset: Offset, lang: Lang) -> String {
    let wind = Wind::of(offset);
    if wind.is_none() && map.around_home() {
        return lang.text("map-here");
    }
    words::bearing(offset.km(), wind.map(Wind::id), lang)
}

fn draw_table(map: &Map, lang: Lang, rect: Rect, canvas: &mut Canvas) -> Cursor {
    const BEARING: u16 = 4;
    const DISTANCE: u16 = 8;
    let (x, room) = (rect.x + 1, rect.width.saturating_sub(2));
    let mut cursor = None;
    let visible = map.rows().into_iter().enumerate().skip(map.top);
    for ((i, row), y) in visible.zip(rect.y..rect.y + rect.height) {
        let Row { place, wind, begins } = row;
        let (place, offset) = &map.places[place];
        let name = wind.map_or_else(String::new, |wind| lang.text(wind.id()));
        // Where the screen begins in the middle of a bearing, it is said again.
        if begins || i == map.top {
            canvas.put(x, y, BEARING, &name, Part::Heading);
        }
        let km = match wind {
            Some(_) => format!("{} km", whole_km(offset.km())),
            None => String::new(),
        };
        canvas.put_right(x + BEARING + DISTANCE, y, &km, Part::Muted);
        let at = x + BEARING + DISTANCE + 2;
        let counted = words::counted(place, lang);
        let columns = room.saturating_sub(BEARING + DISTANCE + 2 + columns_of(&counted) + 2);
        let after = canvas.put(at, y, columns, &place.name, part(place));
        canvas.put(after + 2, y, (x + room).saturating_sub(after + 2), &counted, Part::Muted);
        if row.place == map.selected {
            canvas.select(Rect { y, height: 1, ..rect }, Part::Selected);
            cursor = Some((x, y));
        }
    }
    cursor
}

fn part(place: &MapPlace) -> Part {
    if place.unread > 0 { Part::Unread } else { Part::Read }
}

fn draw_picture(state: &State, map: &Map, rect: Rect, canvas: &mut Canvas) -> Cursor {
    let projection = map.projection()?;
    let frame = map.frame(rect.width, rect.height);
    let mut strokes = outlines(&frame, projection);
    if map.around_home() {
        for km in RINGS {
            ring(f64::from(*km), frame.centre, &mut strokes);
        }
    }
    canvas.strokes(rect, (frame.right(), frame.up), &strokes);
    for home in state.prefs.homes.points() {
        if let Some((x, y)) = frame.cell(projection.offset(*home)) {
            let sign = if state.prefs.ascii { "+" } else { "⌂" };
            canvas.put(rect.x + x, rect.y + y, 1, sign, Part::Star);
        }
    }
    draw_places(state, map, &frame, rect, canvas)
}

/// Coasts, lakes, borders and rivers of the frame, the most telling last.
fn outlines(frame: &Frame, projection: Projection) -> Vec<Stroke> {
    let mut lines = chart::within(frame.area(projection));
    let weight = |kind| match kind {
        Kind::Region => 0,
        Kind::Border => 1,
        Kind::Coast => 2,
        Kind::Lake => 3,
        Kind::River => 4,
    };
    lines.sort_by_key(|line| weight(line.kind));
    let mut strokes = Vec::new();
    for line in lines {
        let part = match line.kind {
            Kind::Region => Part::Divider,
            Kind::Border | Kind::Coast => Part::Muted,
            Kind::River | Kind::Lake => Part::Marker,
        };
        let spots: Vec<(f64, f64)> = line
            .points
            .iter()
            .map(|point| projection.offset(*point).from(frame.centre))
            .map(|offset| (offset.east, offset.north))
            .collect();
        let pairs = spots.iter().zip(spots.iter().skip(1));
        strokes.extend(pairs.map(|(from, to)| Stroke { from: *from, to: *to, part }));
    }
    strokes
}

/// A ring in dashes, so that it is no border.
fn ring(km: f64, centre: Offset, strokes: &mut Vec<Stroke>) {
    const DASHES: u16 = 48;
    let at = |turn: f64| {
        let angle = turn / f64::from(DASHES) * std::f64::consts::TAU;
        (km * angle.sin() - centre.east, km * angle.cos() - centre.north)
    };
    strokes.extend((0..DASHES).map(f64::from).map(|dash| Stroke {
        from: at(dash - 0.2),
        to: at(dash + 0.2),
        part: Part::Muted,
    }));
}

/// The names of the rings at their tops, where no mark stands.
fn ring_names(frame: &Frame, marks: &HashSet<(u16, u16)>) -> Vec<(Label, String)> {
    let named = |km: &u32| {
        let name = format!("{km} km");
        let columns = columns_of(&name);
        let (x, y) = frame.cell(Offset { east: 0.0, north: f64::from(*km) })?;
        let x = x.checked_sub(columns / 2).filter(|x| x + columns <= frame.columns)?;
        let free = (x..x + columns).all(|x| !marks.contains(&(x, y)));
        free.then_some((Label { x, y, columns }, name))
    };
    RINGS.iter().filter_map(named).collect()
}

/// The marks of the places and, where there is room, their names; the chosen one first, then those with the most entries.
fn draw_places(state: &State, map: &Map, frame: &Frame, rect: Rect, canvas: &mut Canvas) -> Cursor {
    let seen = |i: usize| frame.cell(map.places[i].1).map(|cell| (i, cell));
    let mut shown: Vec<(usize, (u16, u16))> = (0..map.places.len()).filter_map(seen).collect();
    shown.sort_by_key(|(i, _)| (*i != map.selected, std::cmp::Reverse(map.places[*i].0.n)));
    // Of places that fall together, the first has the cell.
    let mut cells = HashSet::new();
    shown.retain(|(_, cell)| cells.insert(*cell));
    let label = |(i, (x, y)): &(usize, (u16, u16))| Label {
        x: *x,
        y: *y,
        columns: columns_of(&map.places[*i].0.name).min(NAME),
    };
    let labels: Vec<Label> = shown.iter().map(label).collect();
    let rings = if map.around_home() { ring_names(frame, &cells) } else { Vec::new() };
    for (Label { x, y, columns }, name) in &rings {
        canvas.put(rect.x + x, rect.y + y, *columns, name, Part::Muted);
    }
    let taken: Vec<Label> = rings.iter().map(|(label, _)| *label).collect();
    let places = place_labels(&labels, &taken, rect.width, rect.height);
    let mut cursor = None;
    for (((i, (x, y)), label), name_at) in shown.iter().zip(&labels).zip(places) {
        let place = &map.places[*i].0;
        let (x, y) = (rect.x + x, rect.y + y);
        let mark = if place.unread > 0 { Part::UnreadMark } else { Part::Read };
        canvas.put(x, y, 1, sign(place.n, state.prefs.ascii), mark);
        let chosen = *i == map.selected;
        if let Some(from) = name_at {
            // Blanks beside the name keep the lines of the map away from its letters; nothing else stands there.
            for beside in [from.checked_sub(1), Some(from + label.columns)].into_iter().flatten() {
                canvas.put(rect.x + beside, y, 1, " ", Part::Text);
            }
            let name = Rect { x: rect.x + from, y, width: label.columns, height: 1 };
            canvas.clear(name, Part::Text);
            canvas.put(name.x, y, name.width, &place.name, part(place));
            if chosen {
                canvas.select(name, Part::Selected);
            }
        }
        if chosen {
            canvas.select(Rect { x, y, width: 1, height: 1 }, Part::Selected);
            cursor = Some((x, y));
        }
    }
    cursor
}

/// A mark as large as the count is.
fn sign(n: u64, ascii: bool) -> &'static str {
    match (n, ascii) {
        (..=1, false) => "•",
        (2..=5, false) => "●",
        (_, false) => "◉",
        (..=1, true) => "o",
        (2..=5, true) => "O",
        (_, true) => "@",
    }
}
