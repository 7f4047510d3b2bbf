//! Paywall marks: `content_tier` (Rheinische Post), `dcterms:accessRights` (Funke), and words of the same meaning.

use crate::domain::Access;

const LOCKED: &[&str] = &[
    "locked",
    "paid",
    "premium",
    "plus",
    "subscriber",
    "subscribers",
    "subscription",
    "closed",
    "true",
    "paywall",
];
const METERED: &[&str] = &["metered", "registered", "registration", "partial"];
const FREE: &[&str] = &["free", "open", "public", "false", "none"];

/// The strictest of the marks.
pub(crate) fn access(marks: &[String]) -> Access {
    marks.iter().map(|mark| one(mark)).max_by_key(|a| strictness(*a)).unwrap_or_default()
}

fn one(mark: &str) -> Access {
    // Funke writes "free" or "premium", some write an address that ends so.
    let word = mark.trim().trim_end_matches('/').rsplit(['/', '#', ':']).next().unwrap_or_default();
    let word = word.trim().to_ascii_lowercase();
    let is_in = |list: &[&str]| list.contains(&word.as_str());
    if is_in(LOCKED) {
        Access::Locked
    } else if is_in(METERED) {
        Access::Metered
    } else if is_in(FREE) {
        Access::Free
    } else {
        Access::Unknown
    }
}

fn strictness(access: Access) -> u8 {
    match access {
        Access::Unknown => 0,
        Access::Free => 1,
        Access::Metered => 2,
        Access::Locked => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_strictest_mark_counts() {
        for (marks, want) in [
            (&["locked"][..], Access::Locked),
            (&["free", "Metered "], Access::Metered),
            (&["https://z.example/rights/free/"], Access::Free),
            (&["irgendwas"], Access::Unknown),
            (&[], Access::Unknown),
        ] {
            let marks: Vec<String> = marks.iter().map(ToString::to_string).collect();
            assert_eq!(access(&marks), want, "{marks:?}");
        }
    }
}
