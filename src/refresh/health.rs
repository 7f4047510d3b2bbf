//! What an answer makes of a feed's health. Pure.

use std::hash::Hasher;

use rustc_hash::FxHasher;

use crate::domain::{Fault, FeedHealth, FeedHints, Timestamp, Warning};
use crate::fetch::{Fresh, NotModified};

/// A hash of a document's bytes. Only ever compared with one of the same feed; should a newer version hash otherwise, a
/// document is merged once more than needed.
pub(super) fn hash(body: &[u8]) -> i64 {
    let mut hasher = FxHasher::default();
    hasher.write(body);
    hasher.finish().cast_signed()
}

/// A good answer, whatever it brought.
fn answered(old: FeedHealth, now: Timestamp) -> FeedHealth {
    FeedHealth {
        last_attempt: Some(now),
        last_success: Some(now),
        failures: 0,
        fault: None,
        retry_after: None,
        gone: false,
        ..old
    }
}

/// A document that was read.
pub(super) fn fetched(
    old: FeedHealth,
    fresh: &Fresh,
    hints: FeedHints,
    warnings: Vec<Warning>,
    body_hash: i64,
    now: Timestamp,
) -> FeedHealth {
    let ttl = hints.ttl_minutes.map(|minutes| minutes.saturating_mul(60));
    let moved_to = fresh.permanent_url.clone().or_else(|| old.moved_to.clone());
    FeedHealth {
        validators: fresh.validators.clone(),
        fresh_for: fresh.fresh_for,
        period: ttl.max(hints.update_period),
        skip_hours: hints.skip_hours,
        skip_days: hints.skip_days,
        body_hash: Some(body_hash),
        moved_to,
        warnings,
        ..answered(old, now)
    }
}

/// A document that is the last one, byte for byte.
pub(super) fn same_bytes(old: FeedHealth, fresh: &Fresh, now: Timestamp) -> FeedHealth {
    FeedHealth {
        validators: fresh.validators.clone(),
        fresh_for: fresh.fresh_for,
        moved_to: fresh.permanent_url.clone().or_else(|| old.moved_to.clone()),
        ..answered(old, now)
    }
}

/// 304: what the document asked for still holds.
pub(super) fn not_modified(old: FeedHealth, same: NotModified, now: Timestamp) -> FeedHealth {
    FeedHealth {
        validators: same.validators,
        fresh_for: same.fresh_for,
        moved_to: same.permanent_url.or_else(|| old.moved_to.clone()),
        ..answered(old, now)
    }
}

/// A fault. Validators stay: they belong to the document that is in the archive. A new address that fails is forgotten,
/// so that the next attempt asks the old one again.
pub(super) fn failed(old: FeedHealth, fault: Fault, now: Timestamp) -> FeedHealth {
    FeedHealth {
        last_attempt: Some(now),
        failures: old.failures.saturating_add(1),
        fault: Some(fault),
        retry_after: None,
        moved_to: None,
        ..old
    }
}

/// The server asks for a pause, of so many seconds if it says so. The address itself is not in doubt.
pub(super) fn throttled(
    old: FeedHealth,
    fault: Fault,
    seconds: Option<u32>,
    now: Timestamp,
) -> FeedHealth {
    let moved_to = old.moved_to.clone();
    let retry_after = seconds.map(|s| now.plus(i64::from(s)));
    FeedHealth { retry_after, moved_to, ..failed(old, fault, now) }
}

/// 410. Only the feed's own address can be gone for good; a new one that is gone is just forgotten.
pub(super) fn gone(old: FeedHealth, fault: Fault, now: Timestamp) -> FeedHealth {
    let gone = old.moved_to.is_none();
    FeedHealth { gone, ..failed(old, fault, now) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{FaultKind, Validators};
    use crate::fetch::Place;

    const NOW: Timestamp = Timestamp(1_000_000);

    fn validators(etag: &str) -> Validators {
        Validators { etag: Some(etag.to_owned()), ..Validators::default() }
    }

    fn fresh() -> Fresh {
        Fresh {
            http: 200,
            body: Vec::new(),
            content_type: String::new(),
            final_url: "http://a.example/new".to_owned(),
            permanent_url: Some("http://a.example/new".to_owned()),
            validators: validators("new"),
            fresh_for: Some(60),
            place: Place::default(),
        }
    }

    fn old() -> FeedHealth {
        FeedHealth {
            last_attempt: Some(Timestamp(1)),
            last_success: Some(Timestamp(1)),
            last_change: Some(Timestamp(1)),
            failures: 3,
            fault: Some(Fault::new(FaultKind::Timeout, "")),
            retry_after: Some(Timestamp(2)),
            validators: validators("old"),
            period: Some(7_200),
            body_hash: Some(1),
            ..FeedHealth::default()
        }
    }

    #[test]
    fn a_document_ends_the_faults_and_brings_all_anew() {
        let hints = FeedHints {
            ttl_minutes: Some(60),
            update_period: Some(86_400),
            ..FeedHints::default()
        };
        let health = fetched(old(), &fresh(), hints, Vec::new(), 7, NOW);
        assert_eq!((health.failures, health.fault.as_ref(), health.retry_after), (0, None, None));
        assert_eq!((health.last_attempt, health.last_success), (Some(NOW), Some(NOW)));
        assert_eq!((health.fresh_for, health.period), (Some(60), Some(86_400)));
        assert_eq!(health.validators.etag.as_deref(), Some("new"));
        assert_eq!(health.moved_to.as_deref(), Some("http://a.example/new"));
        assert_eq!(health.body_hash, Some(7));
    }

    #[test]
    fn a_304_keeps_what_the_document_asked_for() {
        let same =
            NotModified { permanent_url: None, validators: validators("x"), fresh_for: None };
        let health = not_modified(old(), same, NOW);
        assert_eq!((health.period, health.body_hash, health.failures), (Some(7_200), Some(1), 0));
        assert_eq!(health.last_change, Some(Timestamp(1)));
    }

    #[test]
    fn a_fault_keeps_the_validators_and_forgets_the_new_address() {
        let moved = FeedHealth { moved_to: Some("http://b.example/".to_owned()), ..old() };
        let fault = Fault::new(FaultKind::Status, "").with_http(404);
        let health = failed(moved.clone(), fault.clone(), NOW);
        assert_eq!((health.failures, health.moved_to), (4, None));
        assert_eq!(health.validators.etag.as_deref(), Some("old"));
        assert_eq!((health.last_success, health.last_attempt), (Some(Timestamp(1)), Some(NOW)));
        let waiting = throttled(moved.clone(), fault.clone(), Some(60), NOW);
        assert_eq!(waiting.retry_after, Some(NOW.plus(60)));
        assert!(waiting.moved_to.is_some());
        assert!(!gone(moved, fault.clone(), NOW).gone);
        assert!(gone(old(), fault, NOW).gone);
    }
}
