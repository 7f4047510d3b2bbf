//! The towns and tags that a list can be narrowed to, with how many of its entries each would leave.

use std::collections::{BTreeMap, HashMap};

use crate::domain::{GeoPoint, Pick, PickRow, Query};
use crate::store::{Result, Store, feeds};
use crate::text::Clean;
use crate::text::fold::fold;

impl Store {
    /// The towns, districts and tags of a list, with their counts; the most frequent first.
    pub fn picks(&self, query: &Query) -> Result<Vec<PickRow>> {
        let query = Query { picked: None, ..query.clone() };
        let mut by_spot: HashMap<i64, u64> = HashMap::new();
        let mut by_feed: HashMap<i64, u64> = HashMap::new();
        let spots = self.tally(&query, |row| {
            *by_feed.entry(row.shown).or_default() += 1;
            if let Some(spot) = row.spot {
                *by_spot.entry(spot).or_default() += 1;
            }
        })?;
        self.read(|c| {
            let mut places: BTreeMap<String, (String, Option<GeoPoint>, u64)> = BTreeMap::new();
            for spot in &spots {
                let Some(n) = by_spot.get(&spot.id) else { continue };
                let names = [&spot.name, &spot.town];
                let names = if spot.name == spot.town { &names[..1] } else { &names[..] };
                for name in names {
                    let row = places.entry(fold(name)).or_default();
                    row.0.clone_from(name);
                    // A town lies where its own entry lies, if there is one.
                    if *name == &spot.name || row.1.is_none() {
                        row.1 = Some(spot.point);
                    }
                    row.2 += n;
                }
            }
            let mut tags: BTreeMap<String, u64> = BTreeMap::new();
            let mut statement = c.prepare_cached("SELECT id, tags FROM feeds")?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let n = by_feed.get(&row.get(0)?).copied().unwrap_or_default();
                for tag in feeds::unpack_tags(row.get_ref(1)?.as_blob()?) {
                    *tags.entry(tag.to_string()).or_default() += n;
                }
            }
            let places = places.into_iter().map(|(folded, (name, point, n))| PickRow {
                pick: Pick::Place(folded),
                label: Clean::line(&name),
                point,
                n,
            });
            let tags = tags.into_iter().filter(|(_, n)| *n > 0).map(|(tag, n)| PickRow {
                label: Clean::line(&tag),
                pick: Pick::Tag(tag),
                point: None,
                n,
            });
            let mut found: Vec<PickRow> = places.chain(tags).collect();
            found.sort_by(|a, b| b.n.cmp(&a.n).then_with(|| a.label.cmp(&b.label)));
            Ok(found)
        })
    }
}
