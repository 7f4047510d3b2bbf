//! How a feed is doing, in the reader's words. Pure.

use crate::domain::{FeedHealth, FeedPace, FeedRow, Timestamp};
use crate::lang::Lang;
use crate::text::dates::{self, Zone};
use crate::tr;
use crate::words;

/// A feed whose newest entry is older than this, in seconds, is silent.
pub const SILENT_AFTER: i64 = 30 * 86_400;

/// How a feed is doing; what needs a look first comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Condition {
    /// The last attempt failed, or the feed is gone for good.
    Faulty,
    /// It has moved for good, and the reader has not taken that over.
    Moved,
    /// It answers well, but has told nothing for a long time.
    Silent,
    /// It was never asked.
    New,
    /// All is well.
    Well,
}

impl Condition {
    /// The stable name, as in `--json`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Faulty => "faulty",
            Self::Moved => "moved",
            Self::Silent => "silent",
            Self::New => "new",
            Self::Well => "well",
        }
    }

    /// The sign before its line.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Faulty => "!",
            Self::Moved => ">",
            Self::Silent => "~",
            Self::New => "?",
            Self::Well => " ",
        }
    }
}

/// How a feed is doing. `pace` is none for a feed without entries.
pub fn condition(health: &FeedHealth, pace: Option<&FeedPace>, now: Timestamp) -> Condition {
    if health.fault.is_some() || health.gone {
        Condition::Faulty
    } else if health.moved_to.is_some() {
        Condition::Moved
    } else if health.last_attempt.is_none() {
        Condition::New
    } else if pace.is_none_or(|pace| now.since(pace.newest) > SILENT_AFTER) {
        Condition::Silent
    } else {
        Condition::Well
    }
}

/// Puts feeds in the order in which they need a look: by condition, then as the reader has ordered them.
pub fn by_need<'f>(
    feeds: impl IntoIterator<Item = &'f FeedRow>,
    pace_of: impl Fn(&FeedRow) -> Option<&'f FeedPace>,
    now: Timestamp,
) -> Vec<&'f FeedRow> {
    let mut feeds: Vec<(Condition, &FeedRow)> =
        feeds.into_iter().map(|feed| (condition(&feed.health, pace_of(feed), now), feed)).collect();
    feeds.sort_by_key(|(condition, _)| *condition);
    feeds.into_iter().map(|(_, feed)| feed).collect()
}

/// The condition in a few words, for one line.
pub fn state(
    health: &FeedHealth,
    pace: Option<&FeedPace>,
    now: Timestamp,
    zone: &Zone,
    lang: Lang,
) -> String {
    match condition(health, pace, now) {
        Condition::Faulty => match &health.fault {
            Some(fault) => words::fault_kind(fault, lang),
            None => lang.text("fault-gone"),
        },
        Condition::Moved => lang.text("health-moved"),
        Condition::Silent => match pace {
            Some(pace) => {
                let date = words::date(&dates::age(pace.newest.0, now.0, zone), lang);
                tr!(lang, "health-silent", date = date)
            }
            None => lang.text("health-empty"),
        },
        Condition::New => lang.text("feed-never-fetched"),
        Condition::Well if health.warnings.is_empty() => lang.text("health-well"),
        Condition::Well => tr!(lang, "health-repaired", n = health.warnings.len()),
    }
}

/// How often something new comes: "12 a day", "3 a week", "1 a month"; empty when that is not known.
pub fn pace(pace: Option<&FeedPace>, now: Timestamp, lang: Lang) -> String {
    let Some(per_day) = pace.and_then(|pace| pace.per_day(now)) else { return String::new() };
    // A little less than one is said by the longer span.
    let (id, n) = match per_day {
        n if n >= 0.95 => ("pace-day", n),
        n if n * 7.0 >= 0.95 => ("pace-week", n * 7.0),
        n => ("pace-month", n * 30.0),
    };
    #[expect(clippy::cast_possible_truncation, reason = "a number of entries, rounded")]
    let n = n.round() as i64;
    tr!(lang, id, n = n)
}

/// What was repaired in the last document, a sentence each.
pub fn warnings(health: &FeedHealth, lang: Lang) -> Vec<String> {
    let say = |warning: &crate::domain::Warning| {
        let id = format!("warning-{}", warning.code);
        tr!(lang, &id, n = warning.count, detail = warning.detail.as_str())
    };
    health.warnings.iter().map(say).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Fault, FaultKind, FeedId};

    const NOW: Timestamp = Timestamp(1_795_521_600);
    const DAY: i64 = 86_400;

    fn pace_of(newest_days: i64, recent: u32, since_days: i64, older: bool) -> FeedPace {
        FeedPace {
            feed: FeedId(1),
            newest: NOW.plus(-newest_days * DAY),
            recent,
            since: (recent > 0).then(|| NOW.plus(-since_days * DAY)),
            older,
        }
    }

    fn asked() -> FeedHealth {
        FeedHealth { last_attempt: Some(NOW), last_success: Some(NOW), ..FeedHealth::default() }
    }

    #[test]
    fn what_needs_a_look_comes_first() {
        let (lively, quiet) = (pace_of(0, 40, 10, true), pace_of(31, 0, 0, true));
        let faulty = FeedHealth { fault: Some(Fault::new(FaultKind::Dns, "")), ..asked() };
        let moved = FeedHealth { moved_to: Some("https://neu.example/".to_owned()), ..asked() };
        let of = |health: &FeedHealth, pace| condition(health, pace, NOW);
        assert_eq!(of(&faulty, Some(&lively)), Condition::Faulty);
        assert_eq!(of(&moved, Some(&lively)), Condition::Moved);
        assert_eq!(of(&asked(), Some(&quiet)), Condition::Silent);
        assert_eq!(of(&asked(), None), Condition::Silent);
        assert_eq!(of(&FeedHealth::default(), None), Condition::New);
        assert_eq!(of(&asked(), Some(&lively)), Condition::Well);
        assert!(Condition::Faulty < Condition::Silent && Condition::Silent < Condition::Well);
    }

    #[test]
    fn a_pace_is_said_by_the_span_that_fits() {
        let cases = [
            (pace_of(0, 40, 10, false), "4 am Tag"),
            (pace_of(0, 40, 27, true), "1 am Tag"),
            (pace_of(1, 12, 27, true), "3 pro Woche"),
            (pace_of(9, 1, 9, true), "1 im Monat"),
            (pace_of(0, 2, 1, false), ""),
            (pace_of(60, 0, 0, true), ""),
        ];
        for (pace_of, want) in cases {
            assert_eq!(pace(Some(&pace_of), NOW, Lang::De), want, "{pace_of:?}");
        }
    }

    #[test]
    fn a_silent_feed_is_said_to_be_silent_since_its_newest_entry() {
        let zone = Zone::UTC;
        let say = |pace: Option<&FeedPace>| state(&asked(), pace, NOW, &zone, Lang::De);
        assert_eq!(say(Some(&pace_of(60, 0, 0, true))), "still seit 25. Sep");
        assert_eq!(say(None), "ohne Beiträge");
        assert_eq!(say(Some(&pace_of(1, 12, 27, true))), "in Ordnung");
    }
}
