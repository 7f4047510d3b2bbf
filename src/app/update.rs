//! `update`: a fact comes in, the state changes, wishes go out. It only routes; what happens is written beside each pane.

use super::effect::Effect;
use super::event::{Candidate, Event};
use super::layout::Pane;
use super::overlay::Overlay;
use super::state::{Prefs, Refreshing, State};
use super::{
    act, board, filters, go, health, kept, keypress, map, marks_said, notices, pictures, places,
    revisions, status, towns, typing, versions,
};
use crate::domain::{
    Deed, FeedRow, FeedStatus, Mark, Progress, RefreshReport, Timestamp, Which, Window,
};
use crate::text::Clean;
use crate::theme::Ground;
use crate::tr;

/// Seconds between two looks for feeds that are due, while the reader runs.
const DUE_EVERY: i64 = 300;

/// What a start wishes for.
pub fn start(state: &mut State) -> Vec<Effect> {
    let mut effects = kept::begin(state);
    effects.extend(load_tree(state));
    effects.extend([Effect::Watch, Effect::LoadAlerts]);
    if state.prefs.refresh_on_start {
        effects.push(Effect::Refresh(Which::Due));
    }
    effects
}

/// Takes a fact and returns what is wished for.
#[must_use]
pub fn update(state: &mut State, event: Event) -> Vec<Effect> {
    let mut effects = route(state, event);
    let ends = effects.contains(&Effect::Quit);
    if !ends {
        settle(state, &mut effects);
    }
    if ends || effects.contains(&Effect::Suspend) {
        let mut last = state.reader.keep_place();
        last.extend(kept::keep(state));
        effects.splice(0..0, last);
    }
    effects
}

fn route(state: &mut State, event: Event) -> Vec<Effect> {
    match event {
        Event::Key(key) => keypress::press(state, key),
        Event::Pasted(text) => typing::paste(state, &text),
        Event::Mouse(mouse) => keypress::mouse(state, mouse),
        Event::Resized(size) => {
            state.size = size;
            let mut effects = act::preview(state);
            effects.extend(pictures::want_large(state));
            effects
        }
        Event::GroundKnown(ground) => ground_known(state, ground),
        Event::Clock(now) => clock(state, now),
        Event::TreeLoaded(feeds, unread) => tree_loaded(state, feeds, unread),
        Event::ViewsCounted(unread) => filters::counted(state, unread),
        Event::AlertsLoaded(warnings) => {
            state.warnings = warnings;
            Vec::new()
        }
        Event::PacesLoaded(paces) => health::take(state, paces),
        Event::EntriesLoaded(window) => entries_loaded(state, window),
        Event::EntriesCounted { query, total } => state.list.counted(&query, total),
        Event::HeadlinesLoaded(headlines, n) => notices::tell(state, &headlines, n),
        Event::UnreadFound { query, found } if query == state.list.query => {
            go::unread_found(state, found)
        }
        Event::UnreadFound { .. } => Vec::new(),
        Event::ArticleLoaded(loaded) => state.reader.take(loaded),
        Event::GraphicsKnown(graphics) => {
            let mut effects = state.pictures.take_graphics(graphics);
            effects.extend(pictures::want_large(state));
            effects
        }
        Event::PictureLoaded(key, loaded) => {
            state.pictures.take(&key, loaded);
            Vec::new()
        }
        Event::RevisionLoaded(revision) => revisions::take(state, revision),
        Event::NoRevision(id) => revisions::none(state, id),
        Event::PageFetched(id) => {
            state.notice = None;
            if state.reader.wanted() == Some(id) { state.reader.reload() } else { Vec::new() }
        }
        Event::ArticleMissing(id) => state.reader.missing(id),
        Event::Changed(_) | Event::WasUndone(_) | Event::WasRedone(_) => changed(state, event),
        Event::TagsLoaded(tagging) => super::changes::tags_loaded(state, *tagging),
        Event::BoardLoaded(subject, stories) => board::take(state, &subject, stories),
        Event::HistoryLoaded(rows) => {
            state.overlay = Some(Overlay::History { rows, scroll: 0 });
            Vec::new()
        }
        Event::VersionsCounted(counted) => versions::take(state, counted),
        Event::ThemesLoaded(themes) => super::themes::take(state, themes),
        Event::SourceLoaded(lines) => super::source::take(state, &lines),
        Event::Refresh(progress) => refresh(state, progress),
        Event::ArchiveChanged => reload(state),
        Event::ConfigChanged(prefs) => config_changed(state, *prefs),
        Event::Subscribed(title) => subscribed(state, &title),
        Event::FeedsFound(candidates) => feeds_found(state, candidates),
        Event::TownsFound(typed, rows) => towns::found(state, typed, rows),
        Event::Offered(offered) => places::offered(state, offered),
        Event::PicksLoaded(query, rows) => places::picks_loaded(state, &query, rows),
        Event::MapLoaded(query, places) => map::take(state, &query, places),
        Event::NotOpened { address, reason } => not_opened(state, address, &reason),
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

/// Takes the theme for the ground that the terminal says it has.
fn ground_known(state: &mut State, ground: Ground) -> Vec<Effect> {
    state.ground = ground;
    state.theme = state.prefs.themes.on(ground).clone();
    vec![Effect::Remember("ground", ground.name().to_owned())]
}

fn subscribed(state: &mut State, title: &Clean) -> Vec<Effect> {
    let text = tr!(state.lang(), "notice-subscribed", title = title.as_str());
    state.say(&text);
    reload(state)
}

fn tree_loaded(state: &mut State, feeds: Vec<FeedRow>, unread: u64) -> Vec<Effect> {
    state.tree.asked = false;
    let first = !state.tree.loaded;
    state.tree.take(feeds, unread);
    health::sort(state);
    let mut effects = if first { kept::check(state) } else { Vec::new() };
    let again = std::mem::take(&mut state.tree.dirty);
    effects.extend(if again { load_tree(state) } else { filters::count(state) });
    effects
}

fn entries_loaded(state: &mut State, window: Window) -> Vec<Effect> {
    let before = state.list.current().map(|row| row.id);
    let height = state.height_of(Pane::List);
    let mut effects = state.list.take(window, height);
    effects.extend(state.list.count());
    kept::see(state);
    let moved = state.list.current().map(|row| row.id) != before;
    effects.extend(if moved { go::open_or_preview(state) } else { act::preview(state) });
    effects
}

/// Lets the reader choose among the feeds of a page.
fn feeds_found(state: &mut State, candidates: Vec<Candidate>) -> Vec<Effect> {
    state.notice = None;
    state.overlay = Some(Overlay::Feeds { candidates, selected: 0 });
    Vec::new()
}

/// Copies an address that could not be opened.
fn not_opened(state: &mut State, address: String, reason: &str) -> Vec<Effect> {
    let text =
        tr!(state.lang(), "notice-copied-not-opened", reason = reason, text = address.as_str());
    state.say(&text);
    vec![Effect::Copy(address)]
}

/// Takes over a configuration that was read anew.
fn config_changed(state: &mut State, prefs: Prefs) -> Vec<Effect> {
    let mut effects = super::settings::take_config(state, prefs);
    let text = state.lang().text("notice-config-read");
    state.say(&text);
    effects.extend(reload(state));
    effects
}

/// Brings everything that depends on the size into order.
fn settle(state: &mut State, effects: &mut Vec<Effect>) {
    let regions = state.regions();
    super::headings::refresh(state);
    if let Some(rect) = regions.list {
        state.list.settle(usize::from(rect.height));
    }
    if let Some(rect) = regions.tree {
        state.tree.settle(usize::from(rect.height));
    }
    if let Some(rect) = regions.article {
        let rooms = pictures::rooms(state, rect);
        let (now, prefs) = (state.now, &state.prefs);
        let width = super::layout::text_width(rect.width);
        state.reader.lay_out(width, prefs, rooms, now);
        state.reader.lay_out_ahead(width, prefs, now);
        state.reader.settle(usize::from(rect.height));
        effects.extend(pictures::want_near(state, rect));
    }
    effects.extend(versions::want(state));
    health::settle(state);
    board::settle(state);
    map::settle(state);
    // A pane that appears, by focus or layout, wants its article.
    if regions.article.is_some() && state.reader.wanted().is_none() {
        effects.extend(act::preview(state));
    }
    if regions.article.is_some()
        && let Some(id) = state.list.ahead().map(|row| row.id)
    {
        effects.extend(state.reader.expect(id));
    }
}

fn clock(state: &mut State, now: Timestamp) -> Vec<Effect> {
    state.now = now;
    // Once a minute, lest a crash takes it.
    let mut effects = state.reader.keep_place();
    effects.extend(kept::keep(state));
    // A clock that was set back must not stop the refreshing.
    let last = state.last_refresh.get_or_insert(now);
    if state.refreshing.is_none() && !(0..DUE_EVERY).contains(&now.since(*last)) {
        *last = now;
        effects.push(Effect::Refresh(Which::Due));
    }
    effects
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
    state.reader.forget_ahead();
    let mut effects = load_tree(state);
    effects.extend(state.list.reload());
    effects.push(Effect::LoadAlerts);
    effects
}

fn changed(state: &mut State, event: Event) -> Vec<Effect> {
    if let Some(words) = marks_said::words(&event, state.lang()) {
        state.say(&words);
    }
    match event {
        // One entry's mark is already on the screen; the counts come from the store.
        Event::Changed(undone) if undone.entries <= 1 && is_on_screen(&undone.deed) => {
            state.reader.forget_ahead();
            load_tree(state)
        }
        _ => {
            let mut effects = reload(state);
            effects.extend(state.reader.reload());
            effects
        }
    }
}

/// Whether the list shows all that a change of one entry does.
fn is_on_screen(deed: &Deed) -> bool {
    matches!(deed, Deed::Mark(Mark::Read | Mark::Unread | Mark::Star | Mark::Unstar))
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
        Progress::Noteworthy(ids) => {
            if let Some(refreshing) = &mut state.refreshing {
                refreshing.noteworthy.extend(ids);
            }
            Vec::new()
        }
        Progress::Finished(report) => {
            // A look through feeds of which none was due says nothing.
            let refreshed = state.refreshing.take();
            let mut told = None;
            let quiet = refreshed.as_ref().is_none_or(|r| r.feeds == 0);
            if !quiet {
                let mut text = status::refreshed(&report, state.lang());
                let noteworthy = refreshed.map(|r| r.noteworthy).unwrap_or_default();
                if !noteworthy.is_empty() {
                    let n = noteworthy.len();
                    text = format!("{text} · {}", tr!(state.lang(), "count-noteworthy", n = n));
                }
                state.say(&text);
                told = notices::want(state, noteworthy);
            }
            if quiet {
                return Vec::new();
            }
            versions::renew(state);
            let mut effects = reload(state);
            effects.extend(health::reload(state));
            effects.extend(told);
            effects
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
    if let Some(left) = state.notice.as_mut().and_then(|notice| notice.ticks_left.as_mut()) {
        *left -= 1;
        if *left == 0 {
            state.notice = None;
        }
    }
    let Some(refreshing) = &mut state.refreshing else { return Vec::new() };
    refreshing.ticks += 1;
    if std::mem::take(&mut refreshing.stale) { reload(state) } else { Vec::new() }
}
