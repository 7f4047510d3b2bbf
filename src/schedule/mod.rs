//! When is a feed due? Pure: facts and `now` in, a decision out.
//!
//! The next due time is computed, never stored, so a restart, a changed interval or a clock that jumped heals itself.
//!
//! **Invariants** (test-checked): never before a server's `Retry-After`; no server is asked twice within [`Policy::floor`];
//! never longer than [`Policy::ceiling`], and the spread of a hint, unless the reader's own interval, `Retry-After` or the
//! feed's rest days say so.

mod hosts;
mod rest;

use crate::domain::{FaultKind, FeedHealth, FeedId, Timestamp};

pub use hosts::{HOST_REST, LONGEST_HOST_REST, resting};

/// No `Retry-After` counts for longer than this, in seconds: `fetch` shortens them, so a later one comes from a clock
/// that was wrong.
const LONGEST_RETRY: i64 = 7 * 86_400;
/// A quiet feed is asked after this fraction of its silence.
const SILENCE_SHARE: i64 = 10;
/// But however quiet, at least this often, in seconds, unless something asks for more.
const LONGEST_QUIET: i64 = 12 * 3_600;

/// The manners of the schedule, in seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policy {
    /// Never more often than this, whoever asks for it.
    pub floor: u32,
    /// At least this often, whatever a server or a document asks for.
    pub ceiling: u32,
    /// How often a lively feed is asked that says nothing of itself.
    pub interval: u32,
}

impl Default for Policy {
    fn default() -> Self {
        Self { floor: 30 * 60, ceiling: 24 * 3_600, interval: 60 * 60 }
    }
}

/// A name that could not be looked up has bothered no server, and mostly means that this machine is offline: the first
/// retry comes after so many seconds.
const OFFLINE_RETRY: i64 = 5 * 60;

/// Feeds whose rest ends are spread over so many seconds.
const REST_SPREAD: i64 = 10 * 60;

/// What is to be done with a feed now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// Ask it.
    Now(Reason),
    /// Not before this instant.
    Wait(Timestamp),
    /// Not at all, until the reader asks for it by name.
    Dormant(Dormancy),
}

/// Why a feed is asked now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// It was never asked.
    New,
    /// Its time has come.
    Elapsed,
    /// Its last attempt lies in the future: the clock was wrong.
    ClockJump,
    /// The reader wants it.
    Asked,
}

/// Why a feed is not asked any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dormancy {
    /// The server says that it is gone for good (410).
    Gone,
}

/// Decides whether a feed is due. `interval` is the reader's own for it, in seconds; `id` and the last attempt give the
/// jitter, so that feeds do not march in step.
pub fn due(
    policy: &Policy,
    interval: Option<u32>,
    health: &FeedHealth,
    now: Timestamp,
    id: FeedId,
) -> Due {
    if health.gone {
        return Due::Dormant(Dormancy::Gone);
    }
    let Some(attempt) = health.last_attempt else { return Due::Now(Reason::New) };
    if attempt.since(now) > i64::from(policy.floor) {
        return Due::Now(Reason::ClockJump);
    }
    // An attempt a little in the future is the clock being set right: it counts as just made.
    let attempt = attempt.min(now);
    let spread = Spread::of(id, health);
    let mut at = attempt.plus(wait(policy, interval, health, spread));
    if let Some(answer) = health.last_success {
        let asked = health.fresh_for.max(health.period).unwrap_or(0).min(policy.ceiling);
        let end = answer.min(now).plus(i64::from(asked));
        // Many feeds ask for the same round hours: kept to the second, those that began together would stay together.
        if end > at {
            at = end.plus(spread.up_to(i64::from(asked) / 10));
        }
    }
    let rest_of = |at| rest::end(health.skip_hours, health.skip_days, at);
    if let Some(end) = rest_of(at) {
        // Not all at the stroke of the hour: others wake then too.
        at = end.plus(spread.up_to(REST_SPREAD));
    }
    if let Some(end) = rest_of(at.max(now)) {
        at = end;
    }
    if let Some(retry) = standing_retry(health, now) {
        at = at.max(retry);
    }
    if at <= now { Due::Now(Reason::Elapsed) } else { Due::Wait(at) }
}

/// Decides whether a feed may be asked though it is not due: never before its `Retry-After`. `by_name`: the reader wants
/// this very feed, so one that is gone is asked too.
pub fn when_asked(health: &FeedHealth, now: Timestamp, by_name: bool) -> Due {
    if health.gone && !by_name {
        return Due::Dormant(Dormancy::Gone);
    }
    match standing_retry(health, now) {
        Some(until) if until > now => Due::Wait(until),
        _ => Due::Now(Reason::Asked),
    }
}

/// The server's `Retry-After`, unless it comes from a clock that was wrong.
fn standing_retry(health: &FeedHealth, now: Timestamp) -> Option<Timestamp> {
    health.retry_after.filter(|retry| retry.since(now) <= LONGEST_RETRY)
}

/// Seconds from the last attempt to the next.
fn wait(policy: &Policy, interval: Option<u32>, health: &FeedHealth, spread: Spread) -> i64 {
    let (floor, ceiling) = (i64::from(policy.floor), i64::from(policy.ceiling));
    if health.fault.as_ref().is_some_and(|fault| fault.kind == FaultKind::Dns) {
        let wait = back_off(OFFLINE_RETRY, ceiling, health.failures);
        return (wait + spread.up_to(wait / 10)).min(ceiling);
    }
    let own = interval.map(|i| i64::from(i).max(floor));
    let base = own.unwrap_or_else(|| rhythm(policy, health).clamp(floor, ceiling));
    let wait = if health.failures == 0 {
        base
    } else {
        base.max(back_off(floor, ceiling, health.failures))
    };
    // A reader's own interval is kept to the second; everything else is spread by up to a tenth.
    if own == Some(wait) {
        return wait;
    }
    let (more, most) = (spread.up_to(wait / 10), ceiling.max(base));
    if wait + more > most { most - more } else { wait + more }
}

/// The feed's own rhythm: one that has been silent for long is asked less often.
fn rhythm(policy: &Policy, health: &FeedHealth) -> i64 {
    let interval = i64::from(policy.interval);
    let silence = match (health.last_success, health.last_change) {
        (Some(success), Some(change)) => success.since(change),
        _ => 0,
    };
    interval.max((silence / SILENCE_SHARE).min(LONGEST_QUIET))
}

/// Doubles with each failure in a row.
fn back_off(first: i64, ceiling: i64, failures: u32) -> i64 {
    first.saturating_mul(1_i64 << failures.saturating_sub(1).min(20)).min(ceiling)
}

/// Where in a span a feed falls after an attempt. Always the same for both, so what is due stays due; another after each
/// attempt, because feeds that look once a minute and fall on the same minute would stay together.
#[derive(Debug, Clone, Copy)]
struct Spread(u64);

impl Spread {
    fn of(id: FeedId, health: &FeedHealth) -> Self {
        let attempt = health.last_attempt.unwrap_or_default();
        Self(mixed(mixed(id.0.cast_unsigned()) ^ attempt.0.cast_unsigned()))
    }

    /// Seconds from 0 to `most`.
    fn up_to(self, most: i64) -> i64 {
        // Scales the upper half of the hash to the range.
        let most = most.clamp(0, i64::from(u32::MAX)).cast_unsigned();
        i64::try_from(((self.0 >> 32) * (most + 1)) >> 32).unwrap_or(0)
    }
}

/// The finaliser of `SplitMix64`: neighbours become strangers.
fn mixed(number: u64) -> u64 {
    let mut x = number.wrapping_add(0x9E37_79B9_7F4A_7C15);
    x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    x ^ (x >> 31)
}

#[cfg(test)]
mod tests;
