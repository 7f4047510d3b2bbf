//! Official warnings that entries carry. A warning never counts as unread; one that is replaced or cancelled by another
//! is over, its entry stays.

use rusqlite::{Connection, params};

use crate::domain::GeoPoint;
use crate::domain::{Alert, AlertKind, AlertRow, EntryId, Severity, Timestamp};
use crate::store::codec::{Reader, Writer};
use crate::store::{Result, Store};
use crate::text::Clean;

/// Over for good, as an end of validity.
const OVER: i64 = 0;

impl Store {
    /// The warnings that hold at a time, of all subscribed feeds, the worst first and of equals the one that ends last.
    /// One that cannot be read any more is left out.
    pub fn alerts(&self, now: Timestamp) -> Result<Vec<AlertRow>> {
        let mut rows: Vec<AlertRow> = self.read(|c| {
            let mut statement = c.prepare_cached(
                "SELECT a.entry_id, a.data, e.title, COALESCE(f.user_title, f.title) FROM alerts a \
                 JOIN entries e ON e.id = a.entry_id JOIN feeds f ON f.id = e.feed_id \
                 WHERE a.ends > ?1 AND e.live > 0 AND e.hidden = 0",
            )?;
            let rows = statement.query_map([now.0], |r| {
                let alert = unpack(r.get_ref(1)?.as_blob()?);
                Ok(alert.map(|alert| {
                    Ok::<_, rusqlite::Error>(AlertRow {
                        entry: EntryId(r.get(0)?),
                        alert,
                        title: Clean::line(r.get_ref(2)?.as_str()?),
                        source: Clean::line(r.get_ref(3)?.as_str()?),
                    })
                }))
            })?;
            rows.filter_map(std::result::Result::transpose).map(|row| row?).collect()
        })?;
        rows.retain(|row| row.alert.holds_at(now));
        rows.sort_by_key(|row| std::cmp::Reverse((row.alert.severity, row.alert.ends())));
        Ok(rows)
    }
}

/// Keeps the warning of an entry, and ends those that it replaces.
pub(super) fn put(c: &Connection, entry: i64, alert: &Alert) -> rusqlite::Result<()> {
    for reference in &alert.references {
        c.prepare_cached("UPDATE alerts SET ends = ?2 WHERE identifier = ?1 AND entry_id <> ?3")?
            .execute(params![reference.as_str(), OVER, entry])?;
    }
    // What was replaced stays replaced, however often its own message comes again.
    c.prepare_cached(
        "INSERT INTO alerts (entry_id, identifier, ends, data) VALUES (?1, ?2, ?3, ?4) \
         ON CONFLICT (entry_id) DO UPDATE SET data = excluded.data, identifier = excluded.identifier, \
         ends = iif(ends = 0, 0, excluded.ends)",
    )?
    .execute(params![
        entry,
        alert.identifier.as_str(),
        alert.ends().map_or(OVER, |end| end.0),
        pack(alert)
    ])?;
    Ok(())
}

fn pack(alert: &Alert) -> Vec<u8> {
    let mut w = Writer::default();
    w.text(&alert.identifier);
    w.number(match alert.kind {
        AlertKind::Alert => 0,
        AlertKind::Update => 1,
        AlertKind::Cancel => 2,
    });
    w.number(alert.actual.into());
    w.text(&alert.event);
    w.text(alert.severity.name());
    for time in [alert.sent, alert.onset, alert.expires] {
        w.option(time, |w, at| w.signed(at.0));
    }
    w.texts(&alert.areas);
    w.list(&alert.polygons, |w, line| {
        w.list(line, |w, corner| {
            w.signed(corner.lat_e6.into());
            w.signed(corner.lon_e6.into());
        });
    });
    w.texts(&alert.references);
    w.compressed()
}

fn unpack(bytes: &[u8]) -> Option<Alert> {
    let bytes = crate::store::codec::decompressed(bytes)?;
    let mut r = Reader::new(&bytes);
    let time = |r: &mut Reader<'_>| Some(r.option(Reader::signed)?.map(Timestamp));
    Some(Alert {
        identifier: r.clean()?,
        kind: match r.number()? {
            1 => AlertKind::Update,
            2 => AlertKind::Cancel,
            _ => AlertKind::Alert,
        },
        actual: r.number()? == 1,
        event: r.clean()?,
        severity: Severity::from_name(r.text()?).unwrap_or_default(),
        sent: time(&mut r)?,
        onset: time(&mut r)?,
        expires: time(&mut r)?,
        areas: r.cleans()?,
        polygons: r.list(|r| {
            r.list(|r| {
                let lat_e6 = i32::try_from(r.signed()?).ok()?;
                Some(GeoPoint { lat_e6, lon_e6: i32::try_from(r.signed()?).ok()? })
            })
        })?,
        references: r.cleans()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_unpacked() {
        let alert = Alert {
            identifier: Clean::line("2.49.0.1.276.0.DWD.1"),
            kind: AlertKind::Update,
            actual: true,
            event: Clean::line("STURMBÖEN"),
            severity: Severity::Severe,
            sent: Some(Timestamp(5)),
            onset: None,
            expires: Some(Timestamp(-9)),
            areas: vec![Clean::line("Kreis Viersen")],
            polygons: vec![vec![GeoPoint { lat_e6: 51, lon_e6: -6 }]],
            references: vec![Clean::line("2.49.0.1.276.0.DWD.0")],
        };
        assert_eq!(unpack(&pack(&alert)), Some(alert));
        assert_eq!(unpack(b"damaged"), None);
    }
}
