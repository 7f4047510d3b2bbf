//! A simulated week with 200 feeds of every temper, looked through every minute as the reader does: how often is each asked,
//! and do they march in step? The clock is a number.
#![allow(clippy::unwrap_used, clippy::panic)]

use umland::domain::{Fault, FaultKind, FeedHealth, FeedId, Timestamp};
use umland::schedule::{self, Due, Policy};

/// Monday, 2026-11-23T00:00:00Z.
const MONDAY: i64 = 1_795_392_000;
const MINUTE: i64 = 60;
const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;
const FEEDS: i64 = 200;

/// What a publisher asks for, and how its server behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Temper {
    /// Says nothing, and has news every three hours.
    Plain,
    /// `Cache-Control: max-age` of four hours.
    MaxAge,
    /// `ttl` of six hours.
    Ttl,
    /// `Expires` in five minutes: more often than is polite.
    Hasty,
    /// Rests at night, from 22 to 6 o'clock (UTC), and at the weekend.
    Rests,
    /// Silent for months.
    Quiet,
    /// Answers 500 at every request.
    Broken,
    /// Answers 429 with `Retry-After` of eight hours.
    Throttling,
    /// Answers 410.
    Gone,
    /// The reader's own interval of two hours.
    Own,
}

const TEMPERS: [Temper; 10] = [
    Temper::Plain,
    Temper::MaxAge,
    Temper::Ttl,
    Temper::Hasty,
    Temper::Rests,
    Temper::Quiet,
    Temper::Broken,
    Temper::Throttling,
    Temper::Gone,
    Temper::Own,
];

impl Temper {
    fn of(feed: i64) -> Self {
        TEMPERS[usize::try_from(feed).unwrap() % TEMPERS.len()]
    }

    fn interval(self) -> Option<u32> {
        (self == Self::Own).then_some(2 * 3_600)
    }

    /// The most requests that the hints allow in a week, and the fewest that serve the reader.
    fn bounds(self) -> (usize, usize) {
        match self {
            Self::Plain => (7 * 24, 7 * 20),
            Self::MaxAge => (7 * 6 + 1, 7 * 5),
            Self::Ttl => (7 * 4 + 1, 7 * 3),
            Self::Hasty => (7 * 24, 7 * 20),
            // Five days of sixteen hours.
            Self::Rests => (5 * 16 + 5, 5 * 12),
            Self::Quiet => (7 * 2 + 3, 7),
            Self::Broken => (7 + 8, 7),
            Self::Throttling => (7 * 3 + 1, 7),
            Self::Gone => (1, 1),
            Self::Own => (7 * 12 + 1, 7 * 12 - 2),
        }
    }

    fn answer(self, old: &FeedHealth, now: Timestamp) -> FeedHealth {
        let fault = |kind, http| FeedHealth {
            last_attempt: Some(now),
            failures: old.failures + 1,
            fault: Some(Fault::new(kind, "").with_http(http)),
            retry_after: None,
            ..old.clone()
        };
        let rest = |from: i64, to: i64| (from..to).fold(0, |bits, hour| bits | 1_u32 << hour);
        let news = match self {
            Self::Quiet => MONDAY - 90 * DAY,
            _ => now.0.div_euclid(3 * HOUR) * 3 * HOUR,
        };
        let good = FeedHealth {
            last_attempt: Some(now),
            last_success: Some(now),
            last_change: Some(Timestamp(news)),
            ..FeedHealth::default()
        };
        match self {
            Self::Plain | Self::Quiet | Self::Own => good,
            Self::MaxAge => FeedHealth { fresh_for: Some(4 * 3_600), ..good },
            Self::Ttl => FeedHealth { period: Some(6 * 3_600), ..good },
            Self::Hasty => FeedHealth { fresh_for: Some(300), period: Some(300), ..good },
            Self::Rests => {
                FeedHealth { skip_hours: rest(22, 24) | rest(0, 6), skip_days: 0b110_0000, ..good }
            }
            Self::Broken => fault(FaultKind::Status, 500),
            Self::Throttling => FeedHealth {
                retry_after: Some(now.plus(8 * HOUR)),
                ..fault(FaultKind::Throttled, 429)
            },
            Self::Gone => FeedHealth { gone: true, ..fault(FaultKind::Gone, 410) },
        }
    }
}

/// The requests of a week, by feed, in seconds since Monday. `runs` says at which minutes umland runs.
fn week(runs: impl Fn(i64) -> bool) -> Vec<Vec<i64>> {
    let policy = Policy::default();
    let mut healths = vec![FeedHealth::default(); usize::try_from(FEEDS).unwrap()];
    let mut asked = vec![Vec::new(); healths.len()];
    for minute in (0..7 * 24 * 60).filter(|minute| runs(*minute)) {
        let now = Timestamp(MONDAY + minute * MINUTE);
        for (feed, health) in healths.iter_mut().enumerate() {
            let id = FeedId(i64::try_from(feed).unwrap());
            let temper = Temper::of(id.0);
            if let Due::Now(_) = schedule::due(&policy, temper.interval(), health, now, id) {
                *health = temper.answer(health, now);
                asked[feed].push(minute * MINUTE);
            }
        }
    }
    asked
}

#[test]
fn every_feed_is_asked_as_often_as_its_hints_allow() {
    for (feed, asked) in week(|_| true).iter().enumerate() {
        let temper = Temper::of(i64::try_from(feed).unwrap());
        let (most, least) = temper.bounds();
        assert!((least..=most).contains(&asked.len()), "{temper:?}: {} requests", asked.len());
        for pair in asked.windows(2) {
            assert!(
                pair[1] - pair[0] >= i64::from(Policy::default().floor),
                "{temper:?}: {pair:?}"
            );
        }
        if temper == Temper::Rests {
            for at in &asked[1..] {
                let (hour, day) = (at / HOUR % 24, at / DAY);
                assert!((6..22).contains(&hour) && day < 5, "asked at {hour} o'clock of day {day}");
            }
        }
    }
}

#[test]
fn feeds_that_began_together_do_not_march_in_step() {
    let mut minutes = vec![0usize; 7 * 24 * 60];
    for (feed, asked) in week(|_| true).iter().enumerate() {
        // A reader's own interval and a server's Retry-After are kept to the second.
        let temper = Temper::of(i64::try_from(feed).unwrap());
        if !matches!(temper, Temper::Own | Temper::Throttling) {
            for at in asked {
                minutes[usize::try_from(at / MINUTE).unwrap()] += 1;
            }
        }
    }
    // All are new in the first minute; from the second day on they are spread.
    let crowd = minutes[24 * 60..].iter().max().unwrap();
    assert!(*crowd <= 12, "{crowd} of 160 feeds in one minute");
}

#[test]
fn starting_again_and_again_asks_nobody_more_often() {
    let always: usize = week(|_| true).iter().map(Vec::len).sum();
    // Started every ten minutes (cron), and only in the evening.
    let often: usize = week(|minute| minute % 10 == 0).iter().map(Vec::len).sum();
    let evenings = week(|minute| (18 * 60..22 * 60).contains(&(minute % (24 * 60))));
    assert!(often <= always, "{often} > {always}");
    for asked in &evenings {
        for day in 0..7 {
            let of_day = asked.iter().filter(|at| *at / DAY == day).count();
            assert!(of_day <= 4, "{of_day} requests in four hours");
        }
    }
}
