//! A host that has asked one of its feeds to come back later means all of them: it counts requests, not addresses.
//!
//! Not for longer than [`LONGEST_HOST_REST`], because one broken route of a large host must not silence the others for a
//! week; and not for hosts without a public name, behind which several servers may stand.

use std::collections::HashMap;

use super::standing_retry;
use crate::domain::{FaultKind, FeedHealth, FeedUrl, Timestamp};

/// How long a host rests that does not say how long, in seconds.
pub const HOST_REST: i64 = 30 * 60;
/// No host rests for longer because of another of its feeds, in seconds.
pub const LONGEST_HOST_REST: i64 = 6 * 3_600;

/// Until when the hosts rest that have asked for it.
pub fn resting<'f>(
    feeds: impl Iterator<Item = (&'f FeedUrl, &'f FeedHealth)>,
    now: Timestamp,
) -> HashMap<String, Timestamp> {
    let mut resting: HashMap<String, Timestamp> = HashMap::new();
    for (url, health) in feeds {
        let Some(end) = rest(health, now).filter(|end| *end > now) else { continue };
        let host = url.host();
        if is_public_name(&host) {
            let known = resting.entry(host).or_insert(end);
            *known = (*known).max(end);
        }
    }
    resting
}

fn rest(health: &FeedHealth, now: Timestamp) -> Option<Timestamp> {
    health.fault.as_ref().filter(|fault| fault.kind == FaultKind::Throttled)?;
    // A throttled feed that was asked in the future was asked by a clock that was wrong.
    let asked = health.last_attempt.filter(|asked| *asked <= now)?;
    let end = standing_retry(health, now).unwrap_or_else(|| asked.plus(HOST_REST));
    Some(end.min(asked.plus(LONGEST_HOST_REST)))
}

fn is_public_name(host: &str) -> bool {
    host.contains('.') && !host.starts_with('[') && host.parse::<std::net::Ipv4Addr>().is_err()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Fault;

    const NOW: Timestamp = Timestamp(1_795_000_000);

    fn throttled(asked: i64, retry: Option<i64>) -> FeedHealth {
        FeedHealth {
            last_attempt: Some(NOW.plus(asked)),
            retry_after: retry.map(|at| NOW.plus(at)),
            fault: Some(Fault::new(FaultKind::Throttled, "").with_http(429)),
            failures: 1,
            ..FeedHealth::default()
        }
    }

    #[test]
    fn a_host_rests_as_long_as_one_of_its_feeds_was_told() {
        let cases = [
            ("https://a.example/f", throttled(-60, Some(600)), Some(600)),
            ("https://a.example/f", throttled(-60, None), Some(HOST_REST - 60)),
            ("https://a.example/f", throttled(-60, Some(86_400)), Some(LONGEST_HOST_REST - 60)),
            ("https://a.example/f", throttled(-7200, None), None),
            ("https://a.example/f", throttled(-60, Some(-1)), None),
            ("https://a.example/f", throttled(86_400, Some(90_000)), None),
            ("http://127.0.0.1:80/f", throttled(-60, Some(600)), None),
            ("http://[::1]/f", throttled(-60, Some(600)), None),
            ("http://localhost/f", throttled(-60, Some(600)), None),
        ];
        for (url, health, want) in cases {
            let url = FeedUrl::parse(url).expect(url);
            let resting = resting(std::iter::once((&url, &health)), NOW);
            assert_eq!(resting.get(&url.host()).map(|end| end.since(NOW)), want, "{url}");
        }
        let failed = FeedHealth {
            fault: Some(Fault::new(FaultKind::Status, "").with_http(500)),
            ..throttled(-60, Some(600))
        };
        let url = FeedUrl::parse("https://a.example/f").expect("a URL");
        assert!(resting(std::iter::once((&url, &failed)), NOW).is_empty());
    }
}
