//! Values of the field in the reader's words: faults, dates, changes, the state of a feed. Screen and command line say the
//! same.

mod deed;
pub mod health;

use crate::domain::geo::whole_km;
use crate::domain::{Fault, MapPlace};
use crate::lang::{Lang, Value};
use crate::text::Clean;
use crate::text::dates::Phrase;
use crate::tr;

pub use deed::deed;
/// What went wrong, without the cause.
pub fn fault_kind(fault: &Fault, lang: Lang) -> String {
    message(fault, "", lang)
}

/// What went wrong, and why as the server says.
pub fn fault(fault: &Fault, lang: Lang) -> String {
    let words = fault_kind(fault, lang);
    if fault.detail.is_empty() {
        return words;
    }
    tr!(lang, "fault-because", fault = words, detail = fault.detail.as_str())
}

/// What to do about it.
pub fn remedy(fault: &Fault, lang: Lang) -> String {
    message(fault, "-remedy", lang)
}

fn message(fault: &Fault, part: &str, lang: Lang) -> String {
    let http = fault.http.unwrap_or_default();
    lang.format(&format!("fault-{}{part}", fault.kind.name()), &[("http", Value::from(http))])
}

/// Headlines that a notice names.
pub const NAMED: usize = 3;

/// Characters of a notice: headlines can be long, and what shows them is not ours.
const LONGEST_NOTICE: usize = 300;

/// The title and the text of a notice of `n` noteworthy entries, of which some are named.
pub fn notice(headlines: &[Clean], n: usize, lang: Lang) -> (Clean, Clean) {
    let mut text = headlines.iter().map(Clean::as_str).collect::<Vec<_>>().join(" · ");
    if n > headlines.len() {
        text.push_str(" …");
    }
    let text = Clean::line(&text.chars().take(LONGEST_NOTICE).collect::<String>());
    (Clean::line(&tr!(lang, "notice-noteworthy", n = n)), text)
}

/// How far something lies, and where by the compass (`wind-…` in the language files): "13 km N".
pub fn bearing(km: f64, wind: Option<&str>, lang: Lang) -> String {
    let km = whole_km(km);
    wind.map_or_else(|| format!("{km} km"), |wind| format!("{km} km {}", lang.text(wind)))
}

/// How much of a list plays in a place: "7 entries, 2 unread".
pub fn counted(place: &MapPlace, lang: Lang) -> String {
    let n = tr!(lang, "map-count", n = place.n);
    match place.unread {
        0 => n,
        unread => format!("{n}, {}", tr!(lang, "map-unread", n = unread)),
    }
}

/// A date or an age.
pub fn date(phrase: &Phrase, lang: Lang) -> String {
    let mut values = vec![("time", Value::from(phrase.time.as_str()))];
    values.extend(phrase.numbers.iter().map(|(name, n)| (*name, Value::from(*n))));
    lang.format(phrase.id, &values)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::FaultKind;

    #[test]
    fn every_fault_has_words_and_a_remedy_in_every_language() {
        for kind in FaultKind::ALL {
            for lang in Lang::ALL {
                for id in
                    [format!("fault-{}", kind.name()), format!("fault-{}-remedy", kind.name())]
                {
                    assert!(lang.has(&id), "{id} in {lang}");
                }
            }
        }
    }

    #[test]
    fn the_status_chooses_the_words() {
        let missing = Fault::new(FaultKind::Status, "").with_http(404);
        assert!(fault(&missing, Lang::En).contains("nothing at this address"));
        let detail = Fault::new(FaultKind::Tls, "expired yesterday");
        assert!(fault(&detail, Lang::De).ends_with(": expired yesterday"));
    }
}
