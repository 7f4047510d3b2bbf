//! The state of the feeds: which need a look and why, over the panes. Faulty ones first, then moved, silent and new ones.

use super::effect::Effect;
use super::overlay::Overlay;
use super::state::State;
use super::status;
use super::{act, moved};
use crate::action::Action;
use crate::domain::{FeedId, FeedPace, FeedRow, Timestamp, Which};
use crate::text::{dates, width};
use crate::theme::Part;
use crate::words::health::{self, Condition};
use crate::{tr, words};

/// The view of the feeds' state.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Health {
    /// The feeds in the order in which they need a look.
    pub order: Vec<FeedId>,
    /// The selected one.
    pub selected: usize,
    /// The first visible one.
    pub top: usize,
    /// The details of the selected one are shown, from this line on.
    pub details: Option<usize>,
    paces: Vec<FeedPace>,
}

impl Health {
    /// How lively a feed is.
    pub fn pace(&self, feed: FeedId) -> Option<&FeedPace> {
        let at = self.paces.binary_search_by_key(&feed, |pace| pace.feed).ok()?;
        self.paces.get(at)
    }

    /// Feeds in a condition.
    pub fn count(&self, state: &State, wanted: Condition) -> usize {
        let feeds = state.tree.feeds.iter();
        feeds.filter(|f| health::condition(&f.health, self.pace(f.id), state.now) == wanted).count()
    }

    fn select(&mut self, line: usize) {
        self.selected = line.min(self.order.len().saturating_sub(1));
    }

    /// Brings the selected feed onto the screen.
    fn settle(&mut self, rows: usize) {
        let lowest = (self.selected + 1).saturating_sub(rows);
        self.top = self.top.clamp(lowest, self.selected.max(lowest));
    }

    fn sort(&mut self, feeds: &[FeedRow], now: Timestamp) {
        let keep = self.order.get(self.selected).copied();
        let order = health::by_need(feeds, |feed| self.pace(feed.id), now);
        self.order = order.into_iter().map(|feed| feed.id).collect();
        let again = keep.and_then(|id| self.order.iter().position(|other| *other == id));
        self.select(again.unwrap_or(self.selected));
    }
}

/// Opens the view.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    state.overlay = Some(Overlay::Health(Health::default()));
    sort(state);
    vec![Effect::LoadPaces]
}

/// Takes how lively the feeds are.
pub(super) fn take(state: &mut State, mut paces: Vec<FeedPace>) -> Vec<Effect> {
    paces.sort_unstable_by_key(|pace| pace.feed);
    if let Some(Overlay::Health(view)) = &mut state.overlay {
        // While nothing was done yet, the feed that needs a look most is the selected one.
        let untouched = view.paces.is_empty() && view.selected == 0 && view.details.is_none();
        view.paces = paces;
        view.sort(&state.tree.feeds, state.now);
        if untouched {
            view.select(0);
        }
    }
    Vec::new()
}

/// Puts the feeds in order again, because their state may have changed.
pub(super) fn sort(state: &mut State) {
    if let Some(Overlay::Health(view)) = &mut state.overlay {
        view.sort(&state.tree.feeds, state.now);
    }
}

/// Asks again how lively the feeds are, when the view is open.
pub(super) fn reload(state: &State) -> Vec<Effect> {
    let open = matches!(state.overlay, Some(Overlay::Health(_)));
    if open { vec![Effect::LoadPaces] } else { Vec::new() }
}

/// Rows of the heading and of the line that names the columns.
pub const HEADING: u16 = 2;

/// Rows for feeds.
pub fn rows(state: &State) -> usize {
    let regions = state.regions();
    usize::from(regions.status.y.saturating_sub(regions.bar.height + HEADING)).max(1)
}

/// Brings the view into order after anything that may have changed the size or the feeds.
pub(super) fn settle(state: &mut State) {
    let rows = rows(state);
    if let Some(Overlay::Health(view)) = &mut state.overlay {
        view.settle(rows);
    }
}

/// The selected feed.
pub fn current(state: &State) -> Option<&FeedRow> {
    let Some(Overlay::Health(view)) = &state.overlay else { return None };
    view.order.get(view.selected).and_then(|id| state.tree.feed(*id))
}

/// Does an action on the selected feed; none for an action that means nothing special here.
pub(super) fn act(state: &mut State, action: Action, count: Option<u32>) -> Option<Vec<Effect>> {
    if !matches!(state.overlay, Some(Overlay::Health(_))) {
        return None;
    }
    // A feed's remedies: a further one (to look for a successor) is a line here and in `status::hints`.
    match action {
        // The feed is added at its new address, and stays the feed that it is.
        Action::Add if current(state).is_some_and(moved::has_moved) => {
            Some(moved::take_address(state))
        }
        Action::Refresh => Some(refresh(state)),
        Action::RefreshAll => Some(act::act(state, action, count)),
        Action::Browser => {
            let site = |feed: &FeedRow| {
                feed.site_url.clone().unwrap_or_else(|| feed.url.as_str().to_owned())
            };
            Some(current(state).map(site).map(Effect::OpenUrl).into_iter().collect())
        }
        Action::EditSubs => Some(vec![Effect::EditConfig]),
        Action::Open | Action::PaneRight | Action::Warnings => {
            show_details(state, true);
            Some(Vec::new())
        }
        Action::Back | Action::Cancel | Action::PaneLeft if shows_details(state) => {
            show_details(state, false);
            Some(Vec::new())
        }
        Action::Health => {
            state.overlay = None;
            Some(Vec::new())
        }
        _ => None,
    }
}

fn refresh(state: &mut State) -> Vec<Effect> {
    let Some((id, title)) = current(state).map(|feed| (feed.id, feed.title.clone())) else {
        return Vec::new();
    };
    let text = tr!(state.lang(), "notice-fetching-feed", title = title.as_str());
    state.say_meanwhile(&text);
    vec![Effect::Refresh(Which::Feed(id))]
}

fn shows_details(state: &State) -> bool {
    matches!(&state.overlay, Some(Overlay::Health(view)) if view.details.is_some())
}

fn show_details(state: &mut State, shown: bool) {
    if let Some(Overlay::Health(view)) = &mut state.overlay {
        view.details = shown.then_some(0);
    }
}

/// Moves the selection, or scrolls the details.
pub(super) fn move_by(state: &mut State, by: isize) {
    let (rows, lines) = (rows(state), detail_lines(state));
    let Some(Overlay::Health(view)) = &mut state.overlay else { return };
    match &mut view.details {
        Some(scroll) => {
            *scroll = scroll.saturating_add_signed(by).min(lines.saturating_sub(rows));
        }
        None => view.select(view.selected.saturating_add_signed(by)),
    }
    view.settle(rows);
}

/// Selects the feed on a row of the screen; a second click shows its details.
pub(super) fn click(state: &mut State, y: u16) {
    let first = state.regions().bar.height + HEADING;
    let Some(Overlay::Health(view)) = &mut state.overlay else { return };
    let Some(row) = y.checked_sub(first) else { return };
    let line = view.top + usize::from(row);
    if view.details.is_some() || line >= view.order.len() {
        return;
    }
    if view.selected == line {
        view.details = Some(0);
    }
    view.select(line);
}

/// Lines of the details, as long as they are on this screen.
fn detail_lines(state: &State) -> usize {
    let Some(Overlay::Health(view)) = &state.overlay else { return 0 };
    let Some(feed) = current(state) else { return 0 };
    let columns = usize::from(state.size.width.saturating_sub(4).max(1));
    let lines = details(state, feed, view.pace(feed.id));
    // Breaking between words may take a line more than this.
    lines.iter().map(|(_, text)| 1 + width::width(text) / columns).sum()
}

/// What there is to say of a feed, line by line; the pane wraps them.
pub fn details(state: &State, feed: &FeedRow, pace: Option<&FeedPace>) -> Vec<(Part, String)> {
    let lang = state.lang();
    let health = &feed.health;
    let date =
        |at: Timestamp| words::date(&dates::date(at.0, state.now.0, &state.prefs.zone), lang);
    let mut lines = vec![
        (Part::Headline, feed.title.to_string()),
        (Part::Muted, feed.url.as_str().to_owned()),
        (Part::Text, String::new()),
        (Part::Text, tr!(lang, "feed-counts", entries = feed.entries, unread = feed.unread)),
    ];
    if let Some(pace) = pace {
        let often = health::pace(Some(pace), state.now, lang);
        if !often.is_empty() {
            lines.push((Part::Text, tr!(lang, "health-pace", pace = often)));
        }
        lines.push((Part::Text, tr!(lang, "health-newest", date = date(pace.newest))));
    }
    lines.push((
        Part::Text,
        match health.last_success {
            Some(at) => tr!(lang, "feed-last-success", date = date(at)),
            None => lang.text("feed-never-fetched"),
        },
    ));
    if let Some(fault) = &health.fault {
        if let Some(at) = health.last_attempt {
            let failures = tr!(lang, "health-failures", n = health.failures);
            let last = tr!(lang, "health-last-attempt", date = date(at));
            lines.push((Part::Text, format!("{last} · {failures}")));
        }
        if let Some(at) = health.retry_after.filter(|at| *at > state.now) {
            lines.push((Part::Text, tr!(lang, "health-wait", date = date(at))));
        }
        lines.push((Part::Text, String::new()));
        lines.push((Part::Fault, words::fault(fault, lang)));
        lines.push((Part::Text, words::remedy(fault, lang)));
    }
    if let Some(address) = &health.moved_to {
        lines.push((Part::Text, String::new()));
        let key = moved::key(state);
        lines.push((Part::Notice, tr!(lang, "feed-moved", address = address.as_str(), key = key)));
    }
    if feed.trusts_anybody {
        lines.push((Part::Text, String::new()));
        lines.push((Part::Fault, lang.text("feed-trusts-anybody")));
    }
    let repaired = health::warnings(health, lang);
    if !repaired.is_empty() {
        lines.push((Part::Text, String::new()));
        lines.push((Part::Muted, lang.text("feed-repaired")));
        lines.extend(repaired.into_iter().map(|words| (Part::Muted, format!("- {words}"))));
    }
    lines
}

/// What the line of a feed says, or the line above all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Columns {
    /// Its title.
    pub title: String,
    /// Its condition in words.
    pub state: String,
    /// How often something new comes.
    pub pace: String,
    /// How old its newest entry is.
    pub newest: String,
    /// How long ago it was last fetched well.
    pub fetched: String,
}

/// The line of a feed.
pub fn columns(state: &State, view: &Health, feed: &FeedRow) -> Columns {
    let pace = view.pace(feed.id);
    let prefs = &state.prefs;
    let age =
        |at: Option<Timestamp>| at.map(|at| status::age(at, state.now, prefs)).unwrap_or_default();
    Columns {
        title: feed.title.to_string(),
        state: health::state(&feed.health, pace, state.now, &prefs.zone, prefs.lang),
        pace: health::pace(pace, state.now, prefs.lang),
        newest: age(pace.map(|pace| pace.newest)),
        fetched: age(feed.health.last_success),
    }
}
