//! Why an article stands where it stands: its place with the evidence, its distance, and the list's order, in words.

use super::state::State;
use super::status;
use crate::domain::geo::far_seconds;
use crate::domain::{Access, Evidence, SortBy};
use crate::lang::Lang;
use crate::text::Clean;
use crate::tr;

/// The explanation of the article shown, a paragraph a line; empty when none is shown.
pub(super) fn lines(state: &State) -> Vec<Clean> {
    let Some(shown) = &state.reader.shown else { return Vec::new() };
    let lang = state.lang();
    let mut lines = vec![tr!(lang, "why-title", title = shown.row.title.as_str()), String::new()];
    match (&shown.row.place, &shown.placing) {
        (Some(place), Some(placing)) => {
            let name = if place.name == place.town {
                place.name.to_string()
            } else {
                format!("{} ({})", place.name, place.town)
            };
            lines.push(tr!(lang, "why-place", place = name, sure = u32::from(placing.confidence)));
            lines.extend(placing.evidence.iter().map(|one| evidence(one, lang)));
        }
        (None, Some(_)) => lines.push(lang.text("why-no-place")),
        (_, None) => lines.push(lang.text("why-not-looked")),
    }
    lines.push(String::new());
    let km = shown.row.place.as_ref().and_then(|place| state.prefs.homes.distance_km(place.point));
    match status::distance(&shown.row, &state.prefs) {
        Some(distance) => lines.push(tr!(lang, "why-distance", distance = distance)),
        None if state.prefs.homes.is_empty() => lines.push(lang.text("why-no-home")),
        None => {}
    }
    if let Some(access) = access(shown.access, lang) {
        lines.push(access);
    }
    let hours = far_seconds(km) / 3600;
    let order = state.list.query.order;
    lines.push(match order.by {
        SortBy::Date if order.reversed => lang.text("why-order-oldest"),
        SortBy::Date => lang.text("why-order-newest"),
        SortBy::Nearest => lang.text("why-order-nearest"),
        SortBy::NearAndNew => tr!(lang, "why-order-near-and-new", hours = hours),
        by @ (SortBy::Feed | SortBy::Title | SortBy::Unread) => {
            let by = lang.text(&format!("sort-short-{}", by.name()));
            tr!(lang, "why-order-by", by = by)
        }
    });
    if order.reversed && order.by != SortBy::Date {
        lines.push(lang.text("why-order-reversed"));
    }
    if state.list.hidden > 0 {
        lines.push(tr!(lang, "why-hidden", n = state.list.hidden));
    }
    lines.iter().map(|line| Clean::line(line)).collect()
}

/// "Zugang: nur mit Abo. So steht es in den Daten der Seite."; none when nothing is known.
fn access((access, reason): (Access, &str), lang: Lang) -> Option<String> {
    if reason.is_empty() {
        return None;
    }
    let access = lang.text(&format!("access-{}", access.name()));
    let because = lang.text(&format!("access-by-{reason}"));
    Some(tr!(lang, "why-access", access = access, because = because))
}

/// "– in der Ortsmarke: „Krefeld“ (allein)", with the place where it is called otherwise.
fn evidence(one: &Evidence, lang: Lang) -> String {
    let field = lang.text(&format!("place-field-{}", one.field));
    let cue = lang.text(&format!("place-cue-{}", one.cue));
    let means = if one.text == one.place { String::new() } else { format!(" = {}", one.place) };
    let weight = f64::from(one.weight) / 10.0;
    let (words, weight) = (one.text.as_str(), format!("{weight:.1}"));
    tr!(
        lang,
        "why-evidence",
        field = field,
        cue = cue,
        words = words,
        means = means,
        weight = weight
    )
}
