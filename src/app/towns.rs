//! The line that asks whom to subscribe to: an address, or a town whose likely meanings are listed while it is typed.

use super::effect::Effect;
use super::overlay::Overlay;
use super::prompt::{Prompt, Purpose};
use super::state::State;
use crate::domain::PickRow;
use crate::text::Clean;
use crate::tr;

/// Asks which places the typed letters may mean; an address means none.
pub(super) fn typed(state: &mut State, text: Clean) -> Vec<Effect> {
    if text.trim().is_empty() || is_address(&text) {
        state.overlay = None;
        return Vec::new();
    }
    vec![Effect::FindTowns(text)]
}

/// Lists them, if the line still says the same.
pub(super) fn found(state: &mut State, typed: Clean, rows: Vec<PickRow>) -> Vec<Effect> {
    let says = |p: &Prompt| p.purpose == Purpose::Subscribe && p.text() == typed;
    if state.prompt.as_ref().is_some_and(says) {
        state.overlay = (!rows.is_empty()).then_some(Overlay::Towns { typed, rows, selected: 0 });
    }
    Vec::new()
}

/// Looks for the feed behind an address, or for the feeds around the selected place.
pub(super) fn done(state: &mut State, text: &str) -> Vec<Effect> {
    let selected = match state.overlay.take() {
        Some(Overlay::Towns { typed, rows, selected }) if *typed == *text => {
            rows.into_iter().nth(selected)
        }
        _ => None,
    };
    subscribe(state, text.trim(), selected.map(|row| row.label.to_string()))
}

/// Subscribes to an address, or looks for the feeds around a town: the one that was chosen, else what was typed.
pub(super) fn subscribe(state: &mut State, typed: &str, chosen: Option<String>) -> Vec<Effect> {
    if typed.is_empty() {
        return Vec::new();
    }
    let notice = tr!(state.lang(), "notice-looking", address = typed);
    state.say_meanwhile(&notice);
    if is_address(typed) {
        return vec![Effect::Subscribe(typed.to_owned())];
    }
    vec![Effect::FindAround(chosen.unwrap_or_else(|| typed.to_owned()))]
}

/// Whether what was typed to subscribe to is an address, not a town or a postcode.
fn is_address(typed: &str) -> bool {
    let typed = typed.trim();
    let begins = ["http:", "https:", "feed:", "file:"].iter().any(|s| typed.starts_with(s));
    let saint = typed.get(..3).is_some_and(|head| head.eq_ignore_ascii_case("st."));
    let is_host = typed.contains('.') && !typed.ends_with('.') && !saint;
    begins || (!typed.contains(char::is_whitespace) && (typed.contains('/') || is_host))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn towns_and_addresses_are_told_apart() {
        for address in
            ["https://a.example", "feed://x.example", "example.org", "www.wz.de/rss", "ex.org/feed"]
        {
            assert!(is_address(address), "{address}");
        }
        for town in [
            "Krefeld",
            "47798",
            "St. Tönis",
            "St.Tönis",
            "Neustadt an der Weinstraße",
            "Hüls, Krefeld",
        ] {
            assert!(!is_address(town), "{town}");
        }
    }
}
