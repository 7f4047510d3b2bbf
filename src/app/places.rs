//! Towns in the interface: picking one, going to an article's, why an article is where it is, and the feeds around one.

use super::effect::Effect;
use super::list::Goal;
use super::overlay::Overlay;
use super::prompt::{Prompt, Purpose};
use super::state::{Prefs, State};
use super::{act, palette, why};
use crate::domain::geo::whole_km;
use crate::domain::{Anchor, Pick, PickRow, Query};
use crate::text::Clean;
use crate::text::fold::fold;
use crate::tr;

/// Feeds that are offered around a town.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// The town, with what tells it from its doubles.
    pub town: Clean,
    /// What the reader typed, to be asked for again.
    pub typed: String,
    /// The feeds, nearest first.
    pub feeds: Vec<OfferedFeed>,
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferedFeed {
    /// Its address.
    pub url: String,
    /// Its name.
    pub title: Clean,
    /// Who publishes, in words.
    pub kind: Clean,
    /// Its town, or what else it covers, in words.
    pub covers: Clean,
    /// Whole kilometres from the town asked for; none for a whole region.
    pub km: Option<u32>,
    /// Whether nobody has seen it answer: it may be gone.
    pub unverified: bool,
    /// Whether it will be subscribed to.
    pub ticked: bool,
    /// Whether it is subscribed to already.
    pub known: bool,
}

/// The picks that hold what was typed, however it is spelt.
pub fn matching(rows: &[PickRow], typed: &str) -> Vec<PickRow> {
    let wanted = fold(typed);
    rows.iter().filter(|row| fold(&row.label).contains(&wanted)).cloned().collect()
}

/// The distance of a pick in words; empty for a tag or without a home.
pub fn pick_distance(row: &PickRow, prefs: &Prefs) -> String {
    let km = row.point.and_then(|point| prefs.homes.distance_km(point));
    km.map_or_else(String::new, |km| format!("{} km", whole_km(km)))
}

/// Asks for the towns and tags of the list.
pub(super) fn pick(state: &State) -> Vec<Effect> {
    vec![Effect::LoadPicks(state.list.query.clone())]
}

/// Shows them, with a line to narrow them by.
pub(super) fn picks_loaded(state: &mut State, query: &Query, rows: Vec<PickRow>) -> Vec<Effect> {
    if palette::take_towns(state, query, &rows) {
        return Vec::new();
    }
    if *query != state.list.query || state.prompt.is_some() || state.overlay.is_some() {
        return Vec::new(); // the reader is elsewhere by now
    }
    if rows.is_empty() {
        let text = state.lang().text("notice-no-picks");
        state.complain(&text);
        return Vec::new();
    }
    state.prompt = Some(Prompt::new(Purpose::Pick, ""));
    state.overlay = Some(Overlay::Picks { rows, selected: 0 });
    Vec::new()
}

/// Narrows the list to what is selected.
pub(super) fn picked(state: &mut State, typed: &str) -> Vec<Effect> {
    let Some(Overlay::Picks { rows, selected }) = state.overlay.take() else { return Vec::new() };
    match matching(&rows, typed).into_iter().nth(selected) {
        Some(row) => act::show(state, |query, _| query.picked = Some(row.pick)),
        None => Vec::new(),
    }
}

/// Shows all places again; what is selected stays selected.
pub(super) fn clear(state: &mut State) -> Vec<Effect> {
    if state.list.query.picked.take().is_none() {
        return Vec::new();
    }
    if let Some(cursor) = state.list.current().map(|row| row.cursor) {
        return state.list.ask(Anchor::Around(cursor), Goal::At(cursor));
    }
    let query = state.list.query.clone();
    state.list.show(query)
}

/// Shows the feeds around a town.
pub(super) fn offered(state: &mut State, offered: Offered) -> Vec<Effect> {
    state.notice = None;
    state.overlay = Some(Overlay::Offers { offered, selected: 0 });
    Vec::new()
}

/// Narrows the list to where the selected article plays.
pub(super) fn go_to(state: &mut State) -> Vec<Effect> {
    let row = state.list.current().cloned();
    let Some((place, cursor)) = row.and_then(|row| Some((row.place?, row.cursor))) else {
        let text = state.lang().text("notice-no-place");
        state.complain(&text);
        return Vec::new();
    };
    state.list.query.picked = Some(Pick::Place(fold(&place.name)));
    state.list.ask(Anchor::Around(cursor), Goal::At(cursor))
}

/// Shows or leaves out what is muted.
pub(super) fn show_muted(state: &mut State) -> Vec<Effect> {
    act::show(state, |query, _| query.muted = !query.muted)
}

/// Explains the place and the rank of the article.
pub(super) fn explain(state: &mut State) -> Vec<Effect> {
    let lines = why::lines(state);
    if lines.is_empty() {
        let text = state.lang().text("notice-no-article");
        state.complain(&text);
    } else {
        let columns = state.size.width.min(state.prefs.measure.max(20) + 4);
        state.overlay = Some(Overlay::text(&lines, columns));
    }
    Vec::new()
}

/// Ticks or unticks the selected feed.
pub(super) fn tick(state: &mut State) {
    if let Some(Overlay::Offers { offered, selected }) = &mut state.overlay
        && let Some(feed) = offered.feeds.get_mut(*selected).filter(|feed| !feed.known)
    {
        feed.ticked = !feed.ticked;
    }
}

/// Subscribes to what is ticked.
pub(super) fn take_offers(state: &mut State, offered: Offered) -> Vec<Effect> {
    let urls: Vec<String> =
        offered.feeds.iter().filter(|f| f.ticked && !f.known).map(|f| f.url.clone()).collect();
    if urls.is_empty() {
        let text = state.lang().text("notice-nothing-ticked");
        state.complain(&text);
        return Vec::new();
    }
    let text = tr!(state.lang(), "notice-subscribing", n = urls.len());
    state.say(&text);
    vec![Effect::SubscribeAround { typed: offered.typed, urls }]
}
