//! Places in a list, and the order in which a walk meets them. Pure.

use std::cmp::Ordering;

/// A place in a list, before the row is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) sort: i64,
    pub(super) id: i64,
    /// The feed in whose list it was found; none in lists of all feeds.
    pub(super) feed: Option<i64>,
}

impl Place {
    pub(super) fn key(self) -> (i64, i64) {
        (self.sort, self.id)
    }
}

/// Where a walk begins.
#[derive(Debug, Clone, Copy)]
pub(super) struct From {
    pub(super) key: (i64, i64),
    /// The place itself belongs to the walk.
    pub(super) inclusive: bool,
}

pub(super) fn comparison(from: Option<From>, descending: bool) -> &'static str {
    match (from.is_none_or(|f| f.inclusive), descending) {
        (true, true) => "<=",
        (false, true) => "<",
        (true, false) => ">=",
        (false, false) => ">",
    }
}

pub(super) fn direction(descending: bool) -> &'static str {
    if descending { "DESC" } else { "ASC" }
}

/// A key that no entry lies before, in the order of travel.
pub(super) fn open_end(descending: bool) -> (i64, i64) {
    if descending { (i64::MAX, i64::MAX) } else { (i64::MIN, i64::MIN) }
}

/// The places of a sorted list from `from` on, in the order of travel.
pub(super) fn travel(
    list: &[Place],
    from: Option<From>,
    forward: bool,
    descending: bool,
) -> Box<dyn Iterator<Item = Place> + '_> {
    let ahead = move |place: &Place| match from {
        None => true,
        Some(from) => {
            let order = place.key().cmp(&from.key);
            let order = if descending { order.reverse() } else { order };
            order == Ordering::Greater || (from.inclusive && order == Ordering::Equal)
        }
    };
    if forward {
        Box::new(list.iter().copied().skip_while(move |p| !ahead(p)))
    } else {
        Box::new(list.iter().rev().copied().skip_while(move |p| !ahead(p)))
    }
}

pub(super) fn merge_sorted(a: &[Place], b: &[Place], descending: bool) -> Vec<Place> {
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    let mut merged = Vec::with_capacity(a.len() + b.len());
    loop {
        let take_a = match (a.peek(), b.peek()) {
            (None, None) => return merged,
            (Some(_), None) => true,
            (None, Some(_)) => false,
            (Some(a), Some(b)) if descending => a.key() > b.key(),
            (Some(a), Some(b)) => a.key() < b.key(),
        };
        merged.extend(if take_a { a.next() } else { b.next() });
    }
}
