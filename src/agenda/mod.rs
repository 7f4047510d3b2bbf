//! Dates of what will take place, found in German and English texts. Pure.
//!
//! The rule. A day counts only when day and month are written out ("28. November", "3.12.", "November 28"), when a
//! weekday beside it fits, and when it lies ahead and after the day of publication (a report of the day names it too), without a year no more than [`AHEAD`] days. In the same sentence
//! there must be an hour ("15 Uhr", "um 19.30 Uhr", "3 pm") or a word for something that takes place, and none that takes it
//! back ("abgesagt"); ends and terms ("bis zum 3.12.", "seit") are no dates. What is not sure is left out.

mod day;
mod hour;
mod sentence;

use jiff::civil::{Date, Time};

use crate::domain::Timestamp;
use crate::text::dates::Zone;

/// A date without a year is the next one within so many days.
pub const AHEAD: i32 = 180;
/// Dates of one text, at most.
const MOST: usize = 5;
/// Letters of a text that are looked at.
const LOOKED_AT: usize = 8_000;

/// When something takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Occasion {
    /// The instant; the start of the day when the hour is not known.
    pub at: Timestamp,
    /// Whether the hour is known.
    pub timed: bool,
}

/// The dates ahead that a plain text names for sure, in order, each once.
pub fn occasions(text: &str, published: Timestamp, now: Timestamp, zone: &Zone) -> Vec<Occasion> {
    let day_of = |at: Timestamp| {
        let at = jiff::Timestamp::from_second(at.0).ok()?;
        Some(at.to_zoned_datetime(zone.clone()).date())
    };
    let (Some(today), Some(published)) = (day_of(now), day_of(published)) else {
        return Vec::new();
    };
    let end = text.char_indices().nth(LOOKED_AT).map_or(text.len(), |(at, _)| at);
    let mut found = Vec::new();
    for line in text[..end].lines() {
        for sentence in sentence::sentences(line) {
            if sentence::takes_back(&sentence) {
                continue;
            }
            let takes_place = sentence::takes_place(&sentence);
            let mut at = 0;
            while at < sentence.len() {
                let Some((day, after)) = day::read(&sentence, at, today) else {
                    at += 1;
                    continue;
                };
                let hour = hour::near(&sentence, at, after);
                if day > published
                    && (takes_place || hour.is_some())
                    && !sentence::is_term(&sentence, at)
                {
                    found.extend(ahead(day, hour, now, zone));
                }
                at = after;
            }
        }
    }
    found.sort_unstable();
    // The day alone says nothing beside its hour.
    let timed: Vec<Occasion> = found.iter().copied().filter(|o| o.timed).collect();
    let same_day = |a: &Occasion, b: &Occasion| (0..86_400).contains(&b.at.since(a.at));
    found.retain(|o| o.timed || !timed.iter().any(|t| same_day(o, t)));
    found.dedup();
    found.truncate(MOST);
    found
}

/// The instant of a day and an hour, when it lies ahead.
fn ahead(day: Date, hour: Option<Time>, now: Timestamp, zone: &Zone) -> Option<Occasion> {
    let at =
        day.to_datetime(hour.unwrap_or(Time::midnight())).to_zoned_datetime(zone.clone()).ok()?;
    let at = Timestamp(at.timestamp().as_second());
    (at > now).then_some(Occasion { at, timed: hour.is_some() })
}

#[cfg(test)]
mod tests;
