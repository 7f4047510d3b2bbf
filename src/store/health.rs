//! How a feed has been doing, to and from its row.

use rusqlite::{Connection, Row, params};

use crate::domain::{Fault, FaultKind, FeedHealth, Timestamp, Validators, Warning};
use crate::store::codec::{Reader, Writer};
use crate::store::to_sql;
use crate::text::Clean;

/// The columns that [`from_row`] reads, of the table alias `h`.
pub(super) const COLUMNS: &str = "h.last_attempt, h.last_success, h.last_change, h.failures, h.fault, h.fault_detail, \
    h.fault_http, h.retry_after, h.fresh_for, h.skip_hours, h.skip_days, h.moved_to, h.gone, h.etag, h.last_modified, \
    h.warnings, h.validators_from, h.period, h.body_hash";

/// Reads the [`COLUMNS`] that begin at column `at`; all of them are missing for a feed that was never asked.
pub(super) fn from_row(row: &Row<'_>, at: usize) -> rusqlite::Result<FeedHealth> {
    let Some(failures) = row.get::<_, Option<u32>>(at + 3)? else {
        return Ok(FeedHealth::default());
    };
    let time =
        |i: usize| Ok::<_, rusqlite::Error>(row.get::<_, Option<i64>>(at + i)?.map(Timestamp));
    let fault = row.get::<_, Option<String>>(at + 4)?;
    let fault = match fault {
        None => None,
        Some(name) => Some(Fault {
            // A kind that only a newer umland knows is still a fault.
            kind: FaultKind::from_name(&name).unwrap_or(FaultKind::Internal),
            detail: Clean::line(&row.get::<_, Option<String>>(at + 5)?.unwrap_or_default()),
            http: row.get(at + 6)?,
        }),
    };
    Ok(FeedHealth {
        last_attempt: time(0)?,
        last_success: time(1)?,
        last_change: time(2)?,
        failures,
        fault,
        retry_after: time(7)?,
        fresh_for: row.get(at + 8)?,
        skip_hours: row.get(at + 9)?,
        skip_days: row.get(at + 10)?,
        moved_to: row.get(at + 11)?,
        gone: row.get(at + 12)?,
        validators: Validators {
            etag: row.get(at + 13)?,
            last_modified: row.get(at + 14)?,
            from: row.get(at + 16)?,
        },
        period: row.get(at + 17)?,
        body_hash: row.get(at + 18)?,
        warnings: warnings(row.get_ref(at + 15)?.as_blob()?),
    })
}

/// Writes a feed's health.
pub(super) fn store(c: &Connection, feed: i64, health: &FeedHealth) -> rusqlite::Result<()> {
    let mut w = Writer::default();
    w.list(&health.warnings, |w, warning| {
        w.text(&warning.code);
        w.number(warning.count.into());
        w.text(&warning.detail);
    });
    c.prepare_cached(
        "INSERT OR REPLACE INTO health VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19,?20)",
    )?
    .execute(params![
        feed,
        health.last_attempt.map(|t| t.0),
        health.last_success.map(|t| t.0),
        health.last_change.map(|t| t.0),
        to_sql(health.failures),
        health.fault.as_ref().map(|f| f.kind.name()),
        health.fault.as_ref().map(|f| f.detail.as_str()),
        health.fault.as_ref().and_then(|f| f.http),
        health.retry_after.map(|t| t.0),
        health.fresh_for,
        health.skip_hours,
        health.skip_days,
        health.moved_to,
        health.gone,
        health.validators.etag,
        health.validators.last_modified,
        w.finish(),
        health.validators.from,
        health.period,
        health.body_hash,
    ])?;
    Ok(())
}

/// Warnings are only told: damaged ones are left out.
fn warnings(bytes: &[u8]) -> Vec<Warning> {
    Reader::new(bytes)
        .list(|r| {
            Some(Warning {
                code: r.string()?,
                count: u32::try_from(r.number()?).ok()?,
                detail: r.clean()?,
            })
        })
        .unwrap_or_default()
}
