//! The places of a list, each once, with how much of the list plays there.

use std::collections::HashMap;

use crate::domain::{MapPlace, Query};
use crate::store::{Result, Store};
use crate::text::Clean;

impl Store {
    /// Where a list plays; the place with the most entries first.
    pub fn map_places(&self, query: &Query) -> Result<Vec<MapPlace>> {
        let whole = Query { picked: None, ..query.clone() };
        let mut counts: HashMap<i64, (u64, u64)> = HashMap::new(); // all, unread
        let spots = self.tally(&whole, |row| {
            if let Some(spot) = row.spot {
                let (all, unread) = counts.entry(spot).or_default();
                *all += 1;
                *unread += u64::from(row.unread);
            }
        })?;
        let mut places: Vec<MapPlace> = spots
            .into_iter()
            .filter_map(|spot| {
                let (n, unread) = *counts.get(&spot.id)?;
                Some(MapPlace { name: Clean::line(&spot.name), point: spot.point, n, unread })
            })
            .collect();
        places.sort_by(|a, b| b.n.cmp(&a.n).then_with(|| a.name.cmp(&b.name)));
        Ok(places)
    }
}
