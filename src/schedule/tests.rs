//! Tables for the rules, properties for the invariants.

use proptest::prelude::*;

use super::*;
use crate::domain::{Fault, FaultKind};

const POLICY: Policy = Policy { floor: 1_800, ceiling: 86_400, interval: 3_600 };
const T0: Timestamp = Timestamp(1_795_392_000);
const HOUR: i64 = 3_600;

/// A feed that answered well at `T0`, with news.
fn well() -> FeedHealth {
    FeedHealth {
        last_attempt: Some(T0),
        last_success: Some(T0),
        last_change: Some(T0),
        ..FeedHealth::default()
    }
}

/// A feed that failed at `T0` for the `failures`-th time in a row.
fn ill(failures: u32) -> FeedHealth {
    FeedHealth {
        last_success: Some(T0.plus(-HOUR)),
        failures,
        fault: Some(Fault::new(FaultKind::Status, "").with_http(500)),
        ..well()
    }
}

/// A feed whose name could not be looked up.
fn offline(failures: u32) -> FeedHealth {
    FeedHealth { fault: Some(Fault::new(FaultKind::Dns, "")), ..ill(failures) }
}

/// Seconds after `T0` at which the feed is asked again, found by asking the schedule.
fn next(interval: Option<u32>, health: &FeedHealth) -> i64 {
    match due(&POLICY, interval, health, T0, FeedId(1)) {
        Due::Wait(at) => at.since(T0),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_new_feed_is_due_and_a_gone_one_sleeps() {
    let new = FeedHealth::default();
    assert_eq!(due(&POLICY, None, &new, T0, FeedId(1)), Due::Now(Reason::New));
    let gone = FeedHealth { gone: true, ..well() };
    assert_eq!(due(&POLICY, None, &gone, T0, FeedId(1)), Due::Dormant(Dormancy::Gone));
    assert_eq!(when_asked(&gone, T0, false), Due::Dormant(Dormancy::Gone));
    assert_eq!(when_asked(&gone, T0, true), Due::Now(Reason::Asked));
}

#[test]
fn the_longest_wish_wins_within_the_limits() {
    let with = |change: fn(&mut FeedHealth)| {
        let mut health = well();
        change(&mut health);
        health
    };
    let cases = [
        ("says nothing", None, well(), 3_600..=3_960),
        ("own interval", Some(7_200), well(), 7_200..=7_200),
        ("own interval below the floor", Some(60), well(), 1_800..=1_800),
        ("own interval of a week", Some(604_800), well(), 604_800..=604_800),
        ("max-age of two hours", None, with(|h| h.fresh_for = Some(7_200)), 7_200..=7_920),
        ("max-age of 31 years", None, with(|h| h.fresh_for = Some(999_999_999)), 86_400..=95_040),
        ("ttl of two hours", Some(1_800), with(|h| h.period = Some(7_200)), 7_200..=7_920),
        (
            "the longer of both",
            None,
            with(|h| {
                h.fresh_for = Some(60);
                h.period = Some(7_200);
            }),
            7_200..=7_920,
        ),
        (
            "silent for a day",
            None,
            with(|h| h.last_change = Some(T0.plus(-24 * HOUR))),
            8_640..=9_504,
        ),
        (
            "silent for a year",
            None,
            with(|h| h.last_change = Some(T0.plus(-9_000 * HOUR))),
            43_200..=47_520,
        ),
        ("rests until six", None, with(|h| h.skip_hours = 0b11_1111), 6 * HOUR..=6 * HOUR + 600),
        ("always rests", None, with(|h| h.skip_hours = 0xff_ffff), 3_600..=3_960),
        ("first failure", None, ill(1), 3_600..=3_960),
        ("third failure", None, ill(3), 7_200..=7_920),
        ("hundredth failure", None, ill(100), 77_760..=86_400),
        ("offline", None, offline(1), 300..=330),
        ("offline for long", None, offline(20), 86_400..=86_400),
        (
            "offline, but fresh for longer",
            None,
            FeedHealth { fresh_for: Some(7_200), last_success: Some(T0), ..offline(1) },
            7_200..=7_920,
        ),
        (
            "failure with a retry",
            None,
            FeedHealth { retry_after: Some(T0.plus(9_999)), ..ill(1) },
            9_999..=9_999,
        ),
    ];
    for (name, interval, health, want) in cases {
        let got = next(interval, &health);
        assert!(want.contains(&got), "{name}: {got} not in {want:?}");
    }
}

#[test]
fn a_clock_that_jumped_heals() {
    let at = |seconds| FeedHealth { last_attempt: Some(T0.plus(seconds)), ..well() };
    assert_eq!(due(&POLICY, None, &at(86_400 * 365), T0, FeedId(1)), Due::Now(Reason::ClockJump));
    // Some seconds are the clock being set right: no second request.
    assert!(matches!(due(&POLICY, None, &at(30), T0, FeedId(1)), Due::Wait(_)));
    let forged =
        FeedHealth { retry_after: Some(T0.plus(LONGEST_RETRY + 1)), ..FeedHealth::default() };
    assert_eq!(when_asked(&forged, T0, false), Due::Now(Reason::Asked));
}

#[test]
fn feeds_do_not_march_in_step() {
    let instants: std::collections::BTreeSet<_> = (0..100)
        .map(|id| match due(&POLICY, None, &well(), T0, FeedId(id)) {
            Due::Wait(at) => at.since(T0),
            other => panic!("{other:?}"),
        })
        .collect();
    assert!(instants.len() > 60, "{}", instants.len());
}

/// Requests in a week to a feed that publishes every `every` seconds and says nothing else but `health`'s hints, asked
/// through the schedule every five minutes.
fn requests_in_a_week(hints: &FeedHealth, every: i64) -> usize {
    let mut health = hints.clone();
    (0..7 * 24 * 12)
        .filter(|tick| {
            let now = T0.plus(tick * 300);
            if !matches!(due(&POLICY, None, &health, now, FeedId(7)), Due::Now(_)) {
                return false;
            }
            health.last_attempt = Some(now);
            health.last_success = Some(now);
            health.last_change = Some(T0.plus(now.since(T0).div_euclid(every) * every));
            true
        })
        .count()
}

#[test]
fn a_week_costs_a_server_what_its_feed_is_worth() {
    let plain = FeedHealth::default();
    let hourly = requests_in_a_week(&plain, HOUR);
    assert!((140..=168).contains(&hourly), "{hourly}");
    let weekly = requests_in_a_week(&plain, 7 * 24 * HOUR);
    assert!((20..=60).contains(&weekly), "{weekly}");
    let two_hours = FeedHealth { fresh_for: Some(7_200), ..plain.clone() };
    assert!(requests_in_a_week(&two_hours, HOUR) <= 84);
    let daily = FeedHealth { period: Some(86_400), ..plain.clone() };
    assert!((6..=7).contains(&requests_in_a_week(&daily, HOUR)));
    let nights = FeedHealth { skip_hours: 0xff, ..plain };
    assert!((90..=112).contains(&requests_in_a_week(&nights, HOUR)));
}

prop_compose! {
    fn any_health()(
        attempt in -100_000_i64..0,
        success in proptest::option::of(0_i64..1_000_000),
        silence in 0_i64..100_000_000,
        failures in 0_u32..40,
        retry in proptest::option::of(-LONGEST_RETRY..LONGEST_RETRY),
        fresh_for in proptest::option::of(any::<u32>()),
        period in proptest::option::of(any::<u32>()),
        skip_hours in prop_oneof![Just(0_u32), any::<u32>()],
        skip_days in prop_oneof![Just(0_u8), any::<u8>()],
    ) -> FeedHealth {
        let attempt = T0.plus(attempt);
        let success = success.map(|before| attempt.plus(if failures == 0 { 0 } else { -before }));
        FeedHealth {
            last_attempt: Some(attempt),
            last_success: success,
            last_change: success.map(|s| s.plus(-silence)),
            failures,
            retry_after: retry.map(|r| T0.plus(r)),
            fresh_for,
            period,
            skip_hours,
            skip_days,
            ..FeedHealth::default()
        }
    }
}

proptest! {
    #[test]
    fn never_before_retry_after(health in any_health(), own in proptest::option::of(any::<u32>()), id: i64) {
        if let Some(retry) = health.retry_after.filter(|r| *r > T0) {
            match due(&POLICY, own, &health, T0, FeedId(id)) {
                Due::Wait(at) => prop_assert!(at >= retry),
                other => prop_assert!(false, "{other:?}"),
            }
            prop_assert_eq!(when_asked(&health, T0, true), Due::Wait(retry));
        }
    }

    #[test]
    fn never_twice_within_the_floor(health in any_health(), own in proptest::option::of(any::<u32>()), id: i64) {
        let attempt = health.last_attempt.expect("always set");
        match due(&POLICY, own, &health, T0, FeedId(id)) {
            Due::Now(_) => prop_assert!(T0.since(attempt) >= i64::from(POLICY.floor)),
            Due::Wait(at) => prop_assert!(at.since(attempt) >= i64::from(POLICY.floor)),
            Due::Dormant(_) => prop_assert!(false, "not gone"),
        }
    }

    #[test]
    fn always_within_the_ceiling(health in any_health(), id: i64) {
        let health = FeedHealth { retry_after: None, ..health };
        let rests = health.skip_hours != 0 || health.skip_days != 0;
        let limit = i64::from(POLICY.ceiling) * 11 / 10 + if rests { 72 * HOUR } else { 0 };
        if let Due::Wait(at) = due(&POLICY, None, &health, T0, FeedId(id)) {
            prop_assert!(at.since(T0) <= limit, "{}", at.since(T0));
        }
    }

    #[test]
    fn what_is_due_stays_due_until_it_is_asked(health in any_health(), later in 0_i64..1_000_000, id: i64) {
        let health = FeedHealth { skip_hours: 0, skip_days: 0, ..health };
        if let Due::Now(_) = due(&POLICY, None, &health, T0, FeedId(id)) {
            let then = due(&POLICY, None, &health, T0.plus(later), FeedId(id));
            prop_assert!(matches!(then, Due::Now(_)), "{then:?}");
        }
    }
}
