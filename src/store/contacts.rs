//! Who was contacted and why, for the last two days.

use rusqlite::params;

use crate::domain::{Contact, Purpose, Timestamp};
use crate::store::{Result, Store, to_count, to_sql};
use crate::text::Clean;

/// Contacts are counted in quarters of an hour: every time zone's midnight is the start of one.
const QUARTER: i64 = 15 * 60;
/// Contacts are forgotten after so many seconds.
const KEPT: i64 = 2 * 86_400;

impl Store {
    /// Writes down who was contacted: host, purpose, requests.
    pub fn record_contacts(
        &self,
        contacts: &[(String, Purpose, u64)],
        now: Timestamp,
    ) -> Result<()> {
        if contacts.is_empty() {
            return Ok(());
        }
        self.write(|tx| {
            let at = now.0.div_euclid(QUARTER) * QUARTER;
            let mut add = tx.prepare_cached(
                "INSERT INTO contacts (at, host, purpose, requests) VALUES (?1, ?2, ?3, ?4) \
                 ON CONFLICT DO UPDATE SET requests = requests + ?4",
            )?;
            for (host, purpose, requests) in contacts {
                add.execute(params![at, host, purpose.name(), to_sql(*requests)])?;
            }
            tx.prepare_cached("DELETE FROM contacts WHERE at < ?1")?.execute([now.0 - KEPT])?;
            Ok(())
        })
    }

    /// Who was contacted since an instant, by host.
    pub fn contacts(&self, since: Timestamp) -> Result<Vec<Contact>> {
        self.read(|c| {
            let mut statement = c.prepare_cached(
                "SELECT host, purpose, sum(requests), max(at) FROM contacts WHERE at >= ?1 \
                 GROUP BY host, purpose ORDER BY host, purpose",
            )?;
            let mut rows = statement.query([since.0])?;
            let mut found = Vec::new();
            while let Some(row) = rows.next()? {
                let purpose = Purpose::from_name(row.get_ref(1)?.as_str()?);
                found.push(Contact {
                    host: Clean::line(row.get_ref(0)?.as_str()?),
                    purpose: purpose.unwrap_or_default(),
                    requests: to_count(row.get(2)?),
                    last: Timestamp(row.get(3)?),
                });
            }
            Ok(found)
        })
    }
}
