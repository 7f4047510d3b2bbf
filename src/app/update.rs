//! `update`: a fact comes in, the state changes, wishes go out. It only routes; what happens is written beside each pane.

use super::effect::Effect;
use super::event::{Candidate, Event};
use super::layout::Pane;
use super::overlay::Overlay;
use super::state::{Refreshing, State};
use super::{act, go, keypress, marks_said, places, status};
use crate::domain::{FeedStatus, Progress, RefreshReport, Timestamp, Which};
use crate::tr;

/// Seconds between two looks for feeds that are due, while the reader runs.
const DUE_EVERY: i64 = 300;

/// What a start wishes for.
pub fn start(state: &mut State) -> Vec<Effect> {
    let mut query = crate::domain::Query::default();
    if state.prefs.hide_read {
        query.show = crate::domain::Show::Unread { or_read_since: state.now };
    }
    let mut effects = state.list.show(query);
    effects.extend(load_tree(state));
    effects.push(Effect::Watch);
    if state.prefs.refresh_on_start {
        effects.push(Effect::Refresh(Which::Due));
    }
    effects
}

/// Takes a fact and returns what is wished for.
#[must_use]
pub fn update(state: &mut State, event: Event) -> Vec<Effect> {
    let mut effects = route(state, event);
    settle(state, &mut effects);
    effects
}

fn route(state: &mut State, event: Event) -> Vec<Effect> {
    match event {
        Event::Key(key) => keypress::press(state, key),
        Event::Pasted(text) => keypress::paste(state, &text),
        Event::Mouse(mouse) => keypress::mouse(state, mouse),
        Event::Resized(size) => {
            state.size = size;
            act::preview(state)
        }
        Event::ThemeKnown(theme) => {
            state.theme = state.prefs.theme.unwrap_or(theme);
            vec![Effect::Remember("theme", theme.name().to_owned())]
        }
        Event::Clock(now) => clock(state, now),
        Event::TreeLoaded(feeds, unread) => {
            state.tree.asked = false;
            state.tree.take(feeds, unread);
            if std::mem::take(&mut state.tree.dirty) { load_tree(state) } else { Vec::new() }
        }
        Event::EntriesLoaded(window) => {
            let before = state.list.current().map(|row| row.id);
            let height = state.height_of(Pane::List);
            let mut effects = state.list.take(window, height);
            let moved = state.list.current().map(|row| row.id) != before;
            effects.extend(if moved { go::open_or_preview(state) } else { act::preview(state) });
            effects
        }
        Event::UnreadFound { query, found } if query == state.list.query => {
            go::unread_found(state, found)
        }
        Event::UnreadFound { .. } => Vec::new(),
        Event::ArticleLoaded(loaded) => state.reader.take(loaded),
        Event::PageFetched(id) => {
            state.notice = None;
            if state.reader.wanted() == Some(id) { state.reader.reload() } else { Vec::new() }
        }
        Event::ArticleMissing(id) => state.reader.missing(id),
        Event::Changed(_) | Event::WasUndone(_) | Event::WasRedone(_) => changed(state, event),
        Event::Refresh(progress) => refresh(state, progress),
        Event::ArchiveChanged => reload(state),
        Event::ConfigChanged(prefs) => {
            state.theme = prefs.theme.unwrap_or(state.theme);
            state.prefs = *prefs;
            state.reader.forget_page();
            let text = state.lang().text("notice-config-read");
            state.say(&text);
            reload(state)
        }
        Event::Subscribed(title) => {
            let text = tr!(state.lang(), "notice-subscribed", title = title.as_str());
            state.say(&text);
            reload(state)
        }
        Event::FeedsFound(candidates) => feeds_found(state, candidates),
        Event::Offered(offered) => places::offered(state, offered),
        Event::PicksLoaded(query, rows) => places::picks_loaded(state, &query, rows),
        Event::NotOpened { address, reason } => {
            let text = tr!(
                state.lang(),
                "notice-copied-not-opened",
                reason = reason.as_str(),
                text = address.as_str()
            );
            state.say(&text);
            vec![Effect::Copy(address)]
        }
        Event::Noticed(text) => {
            state.say(&text);
            Vec::new()
        }
        Event::Failed(text) => {
            state.complain(&text);
            reload(state)
        }
        Event::Tick => tick(state),
        Event::Continued => vec![Effect::Redraw],
        Event::Terminated => vec![Effect::Quit],
    }
}

/// Lets the reader choose among the feeds of a page.
fn feeds_found(state: &mut State, candidates: Vec<Candidate>) -> Vec<Effect> {
    state.notice = None;
    state.overlay = Some(Overlay::Feeds { candidates, selected: 0 });
    Vec::new()
}

/// Brings everything that depends on the size into order.
fn settle(state: &mut State, effects: &mut Vec<Effect>) {
    let regions = state.regions();
    if let Some(rect) = regions.list {
        state.list.settle(usize::from(rect.height));
    }
    if let Some(rect) = regions.tree {
        state.tree.settle(usize::from(rect.height));
    }
    if let Some(rect) = regions.article {
        let (now, prefs) = (state.now, &state.prefs);
        state.reader.lay_out(super::layout::text_width(rect.width), prefs, now);
        state.reader.scroll_by(0, usize::from(rect.height));
    }
    // A pane that appears, by focus or layout, wants its article.
    if regions.article.is_some() && state.reader.wanted().is_none() {
        effects.extend(act::preview(state));
    }
}

fn clock(state: &mut State, now: Timestamp) -> Vec<Effect> {
    state.now = now;
    let last = state.last_refresh.get_or_insert(now);
    // A clock that was set back must not stop the refreshing.
    if state.refreshing.is_some() || (0..DUE_EVERY).contains(&now.since(*last)) {
        return Vec::new();
    }
    *last = now;
    vec![Effect::Refresh(Which::Due)]
}

fn load_tree(state: &mut State) -> Vec<Effect> {
    if state.tree.asked {
        state.tree.dirty = true;
        return Vec::new();
    }
    state.tree.asked = true;
    vec![Effect::LoadTree]
}

fn reload(state: &mut State) -> Vec<Effect> {
    let mut effects = load_tree(state);
    effects.extend(state.list.reload());
    effects
}

fn changed(state: &mut State, event: Event) -> Vec<Effect> {
    if let Some(words) = marks_said::words(&event, state.lang()) {
        state.say(&words);
    }
    match event {
        // One entry's mark is already on the screen; the counts come from the store.
        Event::Changed(undone) if undone.entries <= 1 => load_tree(state),
        _ => {
            let mut effects = reload(state);
            effects.extend(state.reader.reload());
            effects
        }
    }
}

fn refresh(state: &mut State, progress: Progress) -> Vec<Effect> {
    match progress {
        Progress::Started { feeds } => {
            state.refreshing = Some(Refreshing { feeds, ..Refreshing::default() });
            state.last_refresh = Some(state.now);
            Vec::new()
        }
        Progress::Feed { status, .. } => {
            if let Some(refreshing) = &mut state.refreshing {
                refreshing.done += 1;
                count(&mut refreshing.report, &status);
                refreshing.stale = true;
            }
            Vec::new()
        }
        Progress::Page(id) if state.reader.wanted() == Some(id) => state.reader.reload(),
        Progress::Page(_) => Vec::new(),
        Progress::Finished(report) => {
            // A look through feeds of which none was due says nothing.
            let quiet = state.refreshing.take().is_none_or(|r| r.feeds == 0);
            if !quiet {
                let text = status::refreshed(&report, state.lang());
                state.say(&text);
            }
            if quiet { Vec::new() } else { reload(state) }
        }
    }
}

fn count(report: &mut RefreshReport, status: &FeedStatus) {
    match status {
        FeedStatus::Fetched(merged) | FeedStatus::Moved(merged, _) => {
            report.new += u64::from(merged.new);
            report.changed += u64::from(merged.changed);
        }
        FeedStatus::Failed(_) => report.failed += 1,
        FeedStatus::NotModified | FeedStatus::NotDue => {}
    }
}

/// While a refresh runs, what is new is shown a few times a second, not feed by feed.
fn tick(state: &mut State) -> Vec<Effect> {
    let Some(refreshing) = &mut state.refreshing else { return Vec::new() };
    refreshing.ticks += 1;
    if std::mem::take(&mut refreshing.stale) { reload(state) } else { Vec::new() }
}
