//! Where the keys lead that open, copy and play.

use super::effect::Effect;
use super::layout::Pane;
use super::state::State;
use super::{changes, go, marks};
use crate::domain::{Change, Mark, Target};
use crate::tr;

/// The address that `o` and `y` mean: the article's page, or with a count that link of the article.
fn address(state: &mut State, count: Option<u32>) -> Option<String> {
    if state.focus == Pane::Tree {
        return state
            .tree
            .current_feed()
            .map(|feed| feed.site_url.clone().unwrap_or_else(|| feed.url.as_str().to_owned()));
    }
    let shown = state.reader.shown.as_ref();
    let shown = shown.filter(|s| state.list.current().is_none_or(|row| row.id == s.row.id));
    let found = match (shown, count) {
        (None, _) => None,
        (Some(shown), None) => shown.url.clone(),
        (Some(shown), Some(n)) => (n as usize)
            .checked_sub(1)
            .and_then(|i| shown.article.links.get(i))
            .map(|link| link.as_str().to_owned()),
    };
    if found.is_none() {
        let text = match count {
            Some(n) => tr!(state.lang(), "notice-no-such-link", n = n),
            None => tr!(state.lang(), "notice-no-link"),
        };
        state.complain(&text);
    }
    found
}

pub(super) fn browser(state: &mut State, count: Option<u32>) -> Vec<Effect> {
    if let Some(ids) = changes::marked_entries(state) {
        let target = Target::Entries(ids.clone());
        let read = Change { target, mark: Mark::Read };
        return vec![Effect::OpenEntries(ids), Effect::Change(read)];
    }
    let Some(url) = address(state, count) else { return Vec::new() };
    let mut effects = vec![Effect::OpenUrl(url)];
    if state.focus != Pane::Tree {
        effects.extend(marks::mark_opened(state));
    }
    effects
}

pub(super) fn browser_next(state: &mut State) -> Vec<Effect> {
    let mut effects = browser(state, None);
    if !effects.is_empty() {
        effects.extend(go::unread(state, true));
    }
    effects
}

pub(super) fn copy_link(state: &mut State, count: Option<u32>) -> Vec<Effect> {
    address(state, count).map_or_else(Vec::new, |url| copy(state, url))
}

/// Copies an address, and says so.
pub(super) fn copy(state: &mut State, url: String) -> Vec<Effect> {
    let notice = tr!(state.lang(), "notice-copied", text = url.as_str());
    state.say(&notice);
    vec![Effect::Copy(url)]
}

/// Plays an enclosure of the article: the first one, or that of the count.
pub(super) fn play(state: &mut State, count: Option<u32>) -> Vec<Effect> {
    let shown = state.reader.shown.as_ref();
    let index = (count.unwrap_or(1) as usize).saturating_sub(1);
    let found = shown.and_then(|shown| shown.enclosures.get(index)).map(ToString::to_string);
    let Some(address) = found else {
        let text = state.lang().text("notice-no-enclosure");
        state.complain(&text);
        return Vec::new();
    };
    let mut effects = vec![Effect::Play(address)];
    effects.extend(marks::mark_opened(state));
    effects
}
