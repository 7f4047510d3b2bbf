//! Which headings the list has, and where what is new ends.

use super::list::Above;
use super::state::{Headings, State};
use super::status;
use crate::domain::{EntryRow, SortBy, Timestamp};
use crate::text::Clean;
use crate::text::dates;
use crate::words;

/// What the headings of a list are made from; they are made anew when it changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Made {
    rows: u64,
    day: i64,
    headings: Headings,
    seen: Option<Timestamp>,
}

/// Brings the headings up to date.
pub(super) fn refresh(state: &mut State) {
    let made = Made {
        rows: state.list.changes(),
        // Days begin at some quarter of an hour anywhere in the world.
        day: state.now.0 / 900,
        headings: state.prefs.headings,
        seen: state.seen_until,
    };
    if state.headings_made.as_ref() == Some(&made) {
        return;
    }
    state.headings_made = Some(made);
    let above = above(state);
    state.list.set_above(above);
}

/// What names the group that a row belongs to.
type Name<'a> = dyn Fn(&EntryRow) -> Clean + 'a;

fn above(state: &State) -> Vec<Above> {
    let order = state.list.query.order;
    let by_date = order.by == SortBy::Date;
    let group: Option<Box<Name<'_>>> = match state.prefs.headings {
        Headings::None => None,
        Headings::Auto | Headings::Feed if order.by == SortBy::Feed => {
            Some(Box::new(|row| row.feed_title.clone()))
        }
        Headings::Feed => Some(Box::new(|row| row.feed_title.clone())),
        Headings::Auto if order.by == SortBy::Nearest => Some(Box::new(|row| place(state, row))),
        Headings::Place => Some(Box::new(|row| place(state, row))),
        Headings::Day if by_date => Some(Box::new(|row| day(state, row.published))),
        Headings::Auto | Headings::Day => None,
    };
    let rows = &state.list.rows;
    let seen = state.seen_until.filter(|_| by_date && state.list.query.text.is_empty());
    let is_new = |row: &EntryRow| seen.is_some_and(|seen| row.published > seen);
    let turns = rows.windows(2).any(|pair| is_new(&pair[0]) != is_new(&pair[1]));
    if group.is_none() && !turns {
        return Vec::new();
    }
    let mut all: Vec<Above> = Vec::with_capacity(rows.len());
    for (i, row) in rows.iter().enumerate() {
        let before = i.checked_sub(1).map(|at| &rows[at]);
        let name = group.as_ref().map(|group| group(row)).unwrap_or_default();
        let divider = before.is_some_and(|before| is_new(before) != is_new(row));
        let begins = all.last().is_none_or(|last| last.group != name) || divider;
        all.push(Above { group: name, begins, divider });
    }
    all
}

/// The town where an entry plays, and how far that place is: "Moers · 13 km".
fn place(state: &State, row: &EntryRow) -> Clean {
    let Some(spot) = &row.place else {
        return Clean::line(&state.lang().text("headings-place-unknown"));
    };
    match status::distance(row, &state.prefs) {
        Some(km) => Clean::line(&format!("{} · {km}", spot.name)),
        None => spot.name.clone(),
    }
}

fn day(state: &State, at: Timestamp) -> Clean {
    let phrase = dates::day_heading(at.0, state.now.0, &state.prefs.zone);
    Clean::line(&words::date(&phrase, state.lang()))
}
