//! How long an answer is fresh, and when to come back: `Cache-Control`, `Expires`, `Age`, `Retry-After`. Pure.

use jiff::fmt::rfc2822::DateTimeParser;

use crate::domain::Timestamp;

/// A server's wish to be left alone is followed for at most a week, whatever it says.
pub(super) const LONGEST_RETRY: u32 = 7 * 86_400;

/// The headers that tell how long an answer is fresh, as sent.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct CacheHeaders<'a> {
    /// All `Cache-Control` values, joined by commas.
    pub cache_control: &'a str,
    /// `Expires`.
    pub expires: &'a str,
    /// `Date`.
    pub date: &'a str,
    /// `Age`.
    pub age: &'a str,
}

/// Returns for how many seconds more the answer is fresh (RFC 9111, section 4.2), none when it does not say.
/// `no-store`, `no-cache` and a broken `max-age` say nothing about polling.
pub(super) fn fresh_for(headers: CacheHeaders<'_>, now: Timestamp) -> Option<u32> {
    let mut max_age = None;
    let mut silent = false;
    for directive in headers.cache_control.split(',') {
        let (name, value) = directive.split_once('=').unwrap_or((directive, ""));
        match name.trim().to_ascii_lowercase().as_str() {
            "no-store" | "no-cache" => silent = true,
            // `s-maxage` is for shared caches: umland is a private one.
            "max-age" => max_age = max_age.or(seconds(value.trim().trim_matches('"'))),
            _ => {}
        }
    }
    if silent {
        return None;
    }
    let lifetime = match max_age {
        Some(max_age) => max_age,
        None if headers.cache_control.to_ascii_lowercase().contains("max-age") => return None,
        None => {
            let date = http_date(headers.date).unwrap_or(now);
            u32::try_from(http_date(headers.expires)?.since(date).max(0)).unwrap_or(u32::MAX)
        }
    };
    let left = lifetime.saturating_sub(seconds(headers.age.trim()).unwrap_or(0));
    (left > 0).then_some(left)
}

/// Returns the seconds to wait that `Retry-After` asks for (RFC 9110, section 10.2.3), at most [`LONGEST_RETRY`].
/// A date is taken relative to the server's own `Date`, so that a wrong clock here does no harm.
pub(super) fn retry_after(value: &str, date: &str, now: Timestamp) -> Option<u32> {
    let value = value.trim();
    let wait = seconds(value).map(i64::from).or_else(|| {
        let until = http_date(value)?;
        Some(until.since(http_date(date).unwrap_or(now)))
    })?;
    u32::try_from(wait).ok().filter(|wait| *wait > 0).map(|wait| wait.min(LONGEST_RETRY))
}

/// Whole seconds; more than fit are as many as fit (RFC 9111, section 1.2.2).
fn seconds(value: &str) -> Option<u32> {
    let digits = !value.is_empty() && value.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| value.parse().unwrap_or(u32::MAX))
}

/// Reads an HTTP date: the usual form, the one of RFC 850, and that of C's `asctime` (RFC 9110, section 5.6.7).
fn http_date(value: &str) -> Option<Timestamp> {
    let value = value.trim();
    let parser = DateTimeParser::new().relaxed_weekday(true);
    if let Ok(instant) = parser.parse_timestamp(value) {
        return Some(Timestamp(instant.as_second()));
    }
    let rest = value.split_once(", ").map_or(value, |(_, rest)| rest);
    if let Ok(time) = jiff::civil::DateTime::strptime("%d-%b-%y %H:%M:%S GMT", rest) {
        return in_utc(time);
    }
    in_utc(jiff::civil::DateTime::strptime("%a %b %e %H:%M:%S %Y", value).ok()?)
}

fn in_utc(time: jiff::civil::DateTime) -> Option<Timestamp> {
    let instant = jiff::tz::TimeZone::UTC.to_timestamp(time).ok()?;
    Some(Timestamp(instant.as_second()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp(784_111_777); // Sun, 06 Nov 1994 08:49:37 GMT

    #[test]
    fn the_three_forms_of_a_date_are_read() {
        for form in [
            "Sun, 06 Nov 1994 08:49:37 GMT",
            "Sunday, 06-Nov-94 08:49:37 GMT",
            "Sun Nov  6 08:49:37 1994",
            "Sun, 6 Nov 1994 08:49:37 +0000",
        ] {
            assert_eq!(http_date(form), Some(NOW), "{form}");
        }
        for form in ["", "0", "-1", "gleich", "Sun, 99 Nov 1994 08:49:37 GMT"] {
            assert_eq!(http_date(form), None, "{form}");
        }
    }

    #[test]
    fn freshness_is_what_the_headers_say() {
        let later = "Sun, 06 Nov 1994 10:49:37 GMT";
        let date = "Sun, 06 Nov 1994 08:49:37 GMT";
        let cases = [
            ("public, max-age=7200", "", "", "", Some(7200)),
            ("max-age=7200", "", "", "7100", Some(100)),
            ("max-age=7200", "", "", "9000", None),
            ("MAX-AGE=\"60\"", later, date, "", Some(60)),
            ("max-age=99999999999999", "", "", "", Some(u32::MAX)),
            ("max-age=zwei, max-age=", later, date, "", None),
            ("s-maxage=60", "", "", "", None),
            ("no-store, max-age=7200", "", "", "", None),
            ("no-cache", later, date, "", None),
            ("max-age=0", "", "", "", None),
            ("", later, date, "", Some(7200)),
            ("", later, "", "", Some(7200)),
            ("", later, "Sun, 06 Nov 1994 09:49:37 GMT", "", Some(3600)),
            ("", "0", date, "", None),
            ("", date, later, "", None),
            ("", "", "", "", None),
        ];
        for (cache_control, expires, date, age, want) in cases {
            let headers = CacheHeaders { cache_control, expires, date, age };
            assert_eq!(fresh_for(headers, NOW), want, "{headers:?}");
        }
    }

    #[test]
    fn retry_after_has_two_forms_and_a_limit() {
        let cases = [
            ("7200", "", Some(7200)),
            (" 120 ", "", Some(120)),
            ("Sun, 06 Nov 1994 10:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 GMT", Some(7200)),
            ("Sun, 06 Nov 1994 10:49:37 GMT", "Sun, 06 Nov 1994 10:49:07 GMT", Some(30)),
            ("Sun, 06 Nov 1994 10:49:37 GMT", "", Some(7200)),
            ("Sun, 06 Nov 1994 07:00:00 GMT", "", None),
            ("9999999999", "", Some(LONGEST_RETRY)),
            ("0", "", None),
            ("-5", "", None),
            ("gleich", "", None),
            ("", "", None),
        ];
        for (value, date, want) in cases {
            assert_eq!(retry_after(value, date, NOW), want, "{value} {date}");
        }
    }
}
