//! Rules after a fetch.

use crate::domain::{Progress, Timestamp};
use crate::query::{Context, Rule};
use crate::refresh::Refresh;
use crate::store::{RuledList, StoreError};
use crate::text::dates::Zone;

/// The lists of rules, as they are at `now`.
pub fn ruled_lists(rules: &[Rule], now: Timestamp, zone: &Zone) -> Vec<RuledList> {
    let context = Context::new(now, zone);
    let of = |rule: &Rule| RuledList {
        query: rule.query(&context),
        marks: rule.marks(),
        notify: rule.notify,
    };
    rules.iter().map(of).collect()
}

/// Applies the rules to what is new, and tells of what the reader wants to be told of.
pub(super) fn apply(refresh: &Refresh) -> Result<(), StoreError> {
    let now = (refresh.clock)();
    let zone = refresh.zone.as_deref().and_then(|name| Zone::get(name).ok()).unwrap_or(Zone::UTC);
    let ruled = refresh.store.apply_rules(&ruled_lists(&refresh.rules, now, &zone), now)?;
    if !ruled.noteworthy.is_empty() {
        (refresh.tell)(Progress::Noteworthy(ruled.noteworthy));
    }
    Ok(())
}
