//! Where entries play: places once each, entries pointing to them, and the evidence.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::domain::{
    EntryId, Evidence, FeedId, FeedKind, FeedUrl, GeoPoint, ParsedEntry, Placing, Spot,
};
use crate::store::codec::{Reader, Writer};
use crate::store::{Result, Store, words};
use crate::text::Clean;

/// First byte of the evidence; a later form gets the next number.
const FORM: u64 = 1;
/// More evidence tells the reader no more.
const MOST_EVIDENCE: usize = 8;

impl Store {
    /// Where an entry plays and how that was found; none when it was not looked at yet.
    pub fn placing(&self, id: EntryId) -> Result<Option<Placing>> {
        self.read(|c| {
            c.prepare_cached(
                "SELECT l.confidence, l.evidence, p.name, p.town, p.region, p.lat_e6, p.lon_e6 \
                 FROM placings l JOIN entries e ON e.id = l.entry_id LEFT JOIN spots p ON p.id = e.spot \
                 WHERE l.entry_id = ?1",
            )?
            .query_row([id.0], |r| {
                Ok(Placing {
                    spot: spot_of(r, 2)?,
                    confidence: r.get(0)?,
                    evidence: unpack(r.get_ref(1)?.as_blob()?).unwrap_or_default(),
                })
            })
            .optional()
        })
    }

    /// Keeps where entries play, in one transaction.
    pub fn set_placings(&self, placings: &[(EntryId, Placing)]) -> Result<()> {
        self.write(|tx| placings.iter().try_for_each(|(id, placing)| set(tx, id.0, placing)))
    }

    /// Up to `n` entries after `after`, in the order of their numbers, each with the feed whose words it shows and these
    /// words: for looking for their places again.
    pub fn entries_to_place(
        &self,
        after: EntryId,
        n: usize,
    ) -> Result<Vec<(EntryId, FeedUrl, ParsedEntry)>> {
        self.read(|c| {
            let mut statement = c.prepare_cached(
                "SELECT e.id, f.url, f.language FROM entries e JOIN feeds f ON f.id = e.feed_id \
                 WHERE e.id > ?1 ORDER BY e.id LIMIT ?2",
            )?;
            let mut rows = statement.query(params![after.0, super::to_sql(n)])?;
            let mut found = Vec::with_capacity(n);
            while let Some(row) = rows.next()? {
                let id = row.get(0)?;
                let mut entry = words::words(c, id)?.unwrap_or_default();
                if entry.language.is_none() {
                    entry.language = row.get(2)?;
                }
                found.push((EntryId(id), super::feeds::feed_url(row, 1)?, entry));
            }
            Ok(found)
        })
    }

    /// Keeps who publishes the feeds, where that is not known so already.
    pub fn set_kinds(&self, kinds: &[(FeedId, Option<FeedKind>)]) -> Result<()> {
        let known: BTreeMap<i64, String> = self.read(|c| {
            let mut statement = c.prepare_cached("SELECT id, kind FROM feeds")?;
            statement.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?.collect()
        })?;
        let name = |kind: Option<FeedKind>| kind.map_or("", FeedKind::name);
        let news: Vec<_> = kinds
            .iter()
            .filter(|(id, kind)| known.get(&id.0).is_some_and(|k| k != name(*kind)))
            .collect();
        if news.is_empty() {
            return Ok(());
        }
        self.write(|tx| {
            let mut statement = tx.prepare_cached("UPDATE feeds SET kind = ?2 WHERE id = ?1")?;
            for (id, kind) in news {
                statement.execute(params![id.0, name(*kind)])?;
            }
            Ok(())
        })
    }
}

/// Keeps where an entry plays.
pub(super) fn set(c: &Connection, entry: i64, placing: &Placing) -> rusqlite::Result<()> {
    let spot = placing.spot.as_ref().map(|spot| spot_id(c, spot)).transpose()?;
    c.prepare_cached("UPDATE entries SET spot = ?2 WHERE id = ?1 AND spot IS NOT ?2")?
        .execute(params![entry, spot])?;
    set_evidence(c, entry, placing)
}

/// Keeps how it was found.
pub(super) fn set_evidence(c: &Connection, entry: i64, placing: &Placing) -> rusqlite::Result<()> {
    c.prepare_cached(
        "INSERT OR REPLACE INTO placings (entry_id, confidence, evidence) VALUES (?1, ?2, ?3)",
    )?
    .execute(params![entry, placing.confidence, pack(&placing.evidence)])?;
    Ok(())
}

/// The number of a place; a new one gets one.
pub(super) fn spot_id(c: &Connection, spot: &Spot) -> rusqlite::Result<i64> {
    let GeoPoint { lat_e6, lon_e6 } = spot.point;
    let columns = params![&*spot.name, &*spot.town, &*spot.region, lat_e6, lon_e6];
    let known = c
        .prepare_cached(
            "SELECT id FROM spots WHERE name = ?1 AND town = ?2 AND region = ?3 AND lat_e6 = ?4 AND lon_e6 = ?5",
        )?
        .query_row(columns, |r| r.get(0))
        .optional()?;
    if let Some(id) = known {
        return Ok(id);
    }
    c.prepare_cached(
        "INSERT INTO spots (name, town, region, lat_e6, lon_e6) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(columns)?;
    Ok(c.last_insert_rowid())
}

/// The place in five columns from `at` on; none when they are empty.
pub(super) fn spot_of(r: &Row<'_>, at: usize) -> rusqlite::Result<Option<Spot>> {
    let Some(name) = r.get_ref(at)?.as_str_or_null()? else { return Ok(None) };
    Ok(Some(Spot {
        name: Clean::line(name),
        town: Clean::line(r.get_ref(at + 1)?.as_str()?),
        region: Clean::line(r.get_ref(at + 2)?.as_str()?),
        point: GeoPoint { lat_e6: r.get(at + 3)?, lon_e6: r.get(at + 4)? },
    }))
}

fn pack(evidence: &[Evidence]) -> Vec<u8> {
    let mut w = Writer::default();
    w.number(FORM);
    w.list(&evidence[..evidence.len().min(MOST_EVIDENCE)], |w, one| {
        for text in [&one.field, &one.cue, &one.text, &one.place] {
            w.text(text);
        }
        w.number(one.weight.into());
    });
    w.finish()
}

fn unpack(bytes: &[u8]) -> Option<Vec<Evidence>> {
    let mut r = Reader::new(bytes);
    if r.number()? != FORM {
        return None;
    }
    r.list(|r| {
        Some(Evidence {
            field: r.clean()?,
            cue: r.clean()?,
            text: r.clean()?,
            place: r.clean()?,
            weight: u32::try_from(r.number()?).ok()?,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn evidence_is_kept_as_it_is_and_damage_is_none() {
        let one = Evidence {
            field: Clean::line("dateline"),
            cue: Clean::line("alone"),
            text: Clean::line("Krefeld"),
            place: Clean::line("Krefeld"),
            weight: 123,
        };
        let bytes = pack(&[one.clone(), one.clone()]);
        assert_eq!(unpack(&bytes), Some(vec![one.clone(), one]));
        assert_eq!(unpack(&bytes[..bytes.len() - 1]), None);
        assert_eq!(unpack(b""), None);
    }
}
