//! The places of a list, each once, with how much of the list plays there.

use std::collections::HashMap;

use crate::domain::{MapPlace, Query, Show, Timestamp};
use crate::store::gather::{self, Sieve};
use crate::store::{Result, Store};
use crate::text::Clean;

impl Store {
    /// Where a list plays; the place with the most entries first.
    pub fn map_places(&self, query: &Query) -> Result<Vec<MapPlace>> {
        let whole = Query { picked: None, ..query.clone() };
        let only_unread = Show::Unread { or_read_since: Timestamp(i64::MAX) };
        let unread = Query { show: only_unread, ..whole.clone() };
        let (all, unread) = (self.by_spot(&whole)?, self.by_spot(&unread)?);
        self.read(|c| {
            let count = |id| all.get(&id).copied().unwrap_or_default();
            let mut places: Vec<MapPlace> = gather::spots(c)?
                .into_iter()
                .filter(|spot| count(spot.id) > 0)
                .map(|spot| MapPlace {
                    name: Clean::line(&spot.name),
                    point: spot.point,
                    n: count(spot.id),
                    unread: unread.get(&spot.id).copied().unwrap_or_default(),
                })
                .collect();
            places.sort_by(|a, b| b.n.cmp(&a.n).then_with(|| a.name.cmp(&b.name)));
            Ok(places)
        })
    }

    /// How many entries of a list play at each spot; those that are muted do not count.
    fn by_spot(&self, query: &Query) -> Result<HashMap<i64, u64>> {
        let (hits, taste) = (self.hits_for(query)?, self.taste());
        self.read(|c| {
            let spots = gather::spots(c)?;
            let sieve = Sieve::new(c, query, gather::mutes_of(query, &taste), &spots)?;
            let is_hit = |id| hits.as_ref().map_or(Ok(true), |hits| hits.contains(c, id));
            let mut counts = HashMap::new();
            gather::each(c, query, &sieve, is_hit, |row, muted| {
                if let Some(spot) = row.spot.filter(|_| !muted) {
                    *counts.entry(spot).or_default() += 1;
                }
            })?;
            Ok(counts)
        })
    }
}
