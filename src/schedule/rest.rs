//! The hours and days on which a feed asks not to be fetched (RSS 2.0, `skipHours` and `skipDays`; hours are UTC).

use crate::domain::Timestamp;

const HOUR: i64 = 3_600;
/// A feed that would rest for longer than three days is not believed.
const LONGEST_REST: i64 = 3 * 24;

/// Returns when the rest that covers `at` ends; none when `at` lies in no rest, or the rest has no sensible end.
pub(super) fn end(skip_hours: u32, skip_days: u8, at: Timestamp) -> Option<Timestamp> {
    if !rests(skip_hours, skip_days, at.0) {
        return None;
    }
    let next_hour = (at.0.div_euclid(HOUR) + 1) * HOUR;
    let mut hours = (0..LONGEST_REST).map(|n| next_hour + n * HOUR);
    hours.find(|hour| !rests(skip_hours, skip_days, *hour)).map(Timestamp)
}

fn rests(skip_hours: u32, skip_days: u8, at: i64) -> bool {
    let hour = at.div_euclid(HOUR).rem_euclid(24);
    // 1970-01-01 was a Thursday; bit 0 is Monday.
    let day = (at.div_euclid(24 * HOUR) + 3).rem_euclid(7);
    skip_hours >> hour & 1 == 1 || skip_days >> day & 1 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Monday, 2026-11-23T00:00:00Z.
    const MONDAY: i64 = 1_795_392_000;

    #[test]
    fn a_rest_ends_at_the_next_hour_that_is_free() {
        let night = 0b1111; // 0 to 3 o'clock
        let weekend = 0b110_0000;
        let saturday = MONDAY + 5 * 24 * HOUR;
        let cases = [
            (night, 0, MONDAY + 90 * 60, Some(MONDAY + 4 * HOUR)),
            (night, 0, MONDAY + 4 * HOUR, None),
            (0, weekend, saturday + HOUR, Some(saturday + 48 * HOUR)),
            (night, weekend, saturday + HOUR, Some(saturday + 52 * HOUR)),
            (0, 0, MONDAY, None),
            (0xff_ffff, 0, MONDAY, None), // always resting is no rest
            (0, 0x7f, MONDAY, None),
            (0, 0b1_1111, MONDAY, None), // five days are too long
        ];
        for (hours, days, at, want) in cases {
            assert_eq!(
                end(hours, days, Timestamp(at)),
                want.map(Timestamp),
                "{hours:b} {days:b} {at}"
            );
        }
    }
}
