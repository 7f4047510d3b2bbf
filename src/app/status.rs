//! The words around the panes: the bar, the line at the foot, the help, the lines above an article.

use super::event::Loaded;
use super::layout::Pane;
use super::overlay::Overlay;
use super::state::{Prefs, State};
use super::tree::is_in;
use super::{health, moved};
use crate::action::Action;
use crate::domain::geo::whole_km;
use crate::domain::{Access, EntryRow, FeedRow, Order, Pick, Scope, Show, Timestamp};
use crate::lang::Lang;
use crate::text::Clean;
use crate::text::dates;
use crate::text::fold::fold;
use crate::tr;
use crate::typeset::{PageOptions, PictureRoom, Words, reading_minutes};
use crate::words;

/// The age of an entry, short.
pub fn age(at: Timestamp, now: Timestamp, prefs: &Prefs) -> String {
    words::date(&dates::age(at.0, now.0, &prefs.zone), prefs.lang)
}

/// How far from the nearest home an entry plays, short: "3 km".
pub fn distance(row: &EntryRow, prefs: &Prefs) -> Option<String> {
    let km = prefs.homes.distance_km(row.place.as_ref()?.point)?;
    Some(format!("{} km", whole_km(km)))
}

/// Whether the reader follows the place of an entry, or the town of that place.
pub fn is_followed(row: &EntryRow, prefs: &Prefs) -> bool {
    !prefs.follow.is_empty()
        && row.place.as_ref().is_some_and(|place| {
            [&place.name, &place.town].iter().any(|name| prefs.follow.contains(&fold(name)))
        })
}

/// The name of the list that is shown.
pub fn list_title(state: &State) -> String {
    let lang = state.lang();
    let query = &state.list.query;
    let is_view = |name: &str| state.prefs.views.iter().any(|view| *view.name == *name);
    let mut title = match &query.scope {
        _ if query.filter.as_ref().is_some_and(|filter| is_view(&filter.label)) => {
            query.filter.as_ref().map_or_else(String::new, |filter| filter.label.clone())
        }
        Scope::All => lang.text("list-all"),
        Scope::Starred => lang.text("list-starred"),
        Scope::Folder(path) => path.clone(),
        Scope::Feed(id) => state.tree.feed(*id).map_or_else(String::new, |f| f.title.to_string()),
    };
    if let Some(Pick::Place(name) | Pick::Tag(name)) = &query.picked {
        let shown = state.list.current().and_then(|row| row.place.as_ref());
        let parts = shown.map(|place| [&place.name, &place.town]).into_iter().flatten();
        // The folded name, unless a row tells how it is written.
        let name = parts.map(Clean::as_str).find(|n| fold(n) == *name).unwrap_or(name);
        title = tr!(lang, "list-picked", list = title, pick = name);
    }
    if matches!(query.show, Show::Unread { .. }) {
        title = tr!(lang, "list-unread-of", list = title);
    }
    if let Some(filter) = query.filter.as_ref().filter(|filter| !is_view(&filter.label)) {
        title = tr!(lang, "list-filtered", list = title, words = filter.label.as_str());
    }
    if query.order != Order::NEWEST_FIRST {
        let by = lang.text(&format!("sort-short-{}", query.order.by.name()));
        let id = if query.order.reversed { "list-sorted-reversed" } else { "list-sorted" };
        title = tr!(lang, id, list = title, by = by);
    }
    if !query.text.is_empty() {
        title = tr!(lang, "list-filtered", list = title, words = query.text.as_str());
    }
    title
}

/// Unread entries of the list that is shown.
pub fn list_unread(state: &State) -> Option<u64> {
    let feeds = &state.tree.feeds;
    if let Some(filter) = &state.list.query.filter {
        let view = state.tree.views.iter().find(|(name, _)| **name == *filter.label);
        return view.and_then(|(_, unread)| *unread);
    }
    match &state.list.query.scope {
        Scope::All => Some(state.tree.unread),
        Scope::Feed(id) => state.tree.feed(*id).map(|feed| feed.unread),
        Scope::Folder(path) => {
            let inside = |feed: &&FeedRow| is_in(&feed.folder, path);
            Some(feeds.iter().filter(inside).map(|feed| feed.unread).sum())
        }
        Scope::Starred => None,
    }
}

/// What a refresh says while it runs.
pub fn refreshing(state: &State) -> Option<String> {
    let refreshing = state.refreshing.as_ref()?;
    let lang = state.lang();
    let mut text = tr!(lang, "refresh-progress", done = refreshing.done, feeds = refreshing.feeds);
    if refreshing.report.new > 0 {
        text.push_str(" · ");
        text.push_str(&tr!(lang, "count-new", n = refreshing.report.new));
    }
    if refreshing.report.failed > 0 {
        text.push_str(" · ");
        text.push_str(&tr!(lang, "count-failed", n = refreshing.report.failed));
    }
    Some(text)
}

/// What a refresh says when it is done.
pub fn refreshed(report: &crate::domain::RefreshReport, lang: Lang) -> String {
    let id = if report.cancelled { "refresh-cancelled" } else { "refresh-done" };
    let new = tr!(lang, "count-new", n = report.new);
    let mut text = tr!(lang, id, new = new);
    if report.failed > 0 {
        text.push_str(" · ");
        text.push_str(&tr!(lang, "count-failed", n = report.failed));
    }
    text
}

/// How far the reader is in the article, and how long the rest takes.
pub fn progress(state: &State) -> String {
    let height = state.height_of(Pane::Article);
    let percent = format!("{} %", state.reader.percent(height));
    let left = state.reader.minutes * state.reader.percent_left(height);
    if left < 100 {
        return percent;
    }
    let left = tr!(state.lang(), "article-left", n = left.div_ceil(100));
    format!("{percent} · {left}")
}

/// Keys that help here: action and its short name's message id.
pub type Hints = &'static [(Action, &'static str)];

/// Keys that help in the focused pane, most useful first.
pub fn hints(state: &State) -> Hints {
    if let Some(overlay) = &state.overlay {
        return match overlay {
            Overlay::Health(view) if health::current(state).is_some_and(moved::has_moved) => {
                hints_of_a_moved_feed(view.details.is_some())
            }
            _ => hints_over(overlay),
        };
    }
    hints_of_pane(state)
}

/// Keys that help in the focused pane, whatever lies over it.
pub(super) fn hints_of_pane(state: &State) -> Hints {
    if state.tree.loaded && state.tree.feeds.is_empty() {
        return &[
            (Action::Add, "hint-add"),
            (Action::EditSubs, "hint-edit"),
            (Action::Help, "hint-help"),
            (Action::Quit, "hint-quit"),
        ];
    }
    match state.focus {
        Pane::Tree => &[
            (Action::Help, "hint-help"),
            (Action::Open, "hint-open"),
            (Action::Refresh, "hint-refresh"),
            (Action::FoldToggle, "hint-fold"),
            (Action::Add, "hint-add"),
        ],
        Pane::List => &[
            (Action::Help, "hint-help"),
            (Action::Open, "hint-open"),
            (Action::PaneRight, "hint-into"),
            (Action::ReadOn, "hint-read-on"),
            (Action::UnreadNext, "hint-unread"),
            (Action::Find, "hint-filter"),
            (Action::PaneLeft, "hint-feeds"),
            (Action::ReadToggle, "hint-read"),
            (Action::Star, "hint-star"),
            (Action::RefreshAll, "hint-refresh"),
        ],
        Pane::Article if state.reader.revision.is_some() => &[
            (Action::Help, "hint-help"),
            (Action::Diff, "hint-earlier"),
            (Action::Cancel, "hint-article"),
            (Action::UnreadNext, "hint-unread"),
            (Action::Find, "hint-find"),
        ],
        Pane::Article if state.reader.shown.as_ref().is_some_and(|s| s.row.changed) => &[
            (Action::Help, "hint-help"),
            (Action::ReadOn, "hint-read-on"),
            (Action::Diff, "hint-changes"),
            (Action::UnreadNext, "hint-unread"),
            (Action::FullText, "hint-fulltext"),
            (Action::Browser, "hint-browser"),
            (Action::Back, "hint-back"),
        ],
        Pane::Article => &[
            (Action::Help, "hint-help"),
            (Action::ReadOn, "hint-read-on"),
            (Action::UnreadNext, "hint-unread"),
            (Action::FullText, "hint-fulltext"),
            (Action::Browser, "hint-browser"),
            (Action::Links, "hint-links"),
            (Action::CopyLink, "hint-copy"),
            (Action::Star, "hint-star"),
            (Action::Find, "hint-find"),
            (Action::Back, "hint-back"),
        ],
    }
}

fn hints_of_a_moved_feed(details: bool) -> Hints {
    if details {
        return &[
            (Action::Add, "hint-take-address"),
            (Action::Refresh, "hint-refresh-now"),
            (Action::EditSubs, "hint-edit"),
            (Action::Back, "hint-back"),
        ];
    }
    &[
        (Action::Add, "hint-take-address"),
        (Action::Open, "hint-details"),
        (Action::Refresh, "hint-refresh-now"),
        (Action::Back, "hint-close"),
    ]
}

/// Keys that help over the panes.
fn hints_over(overlay: &Overlay) -> Hints {
    match overlay {
        Overlay::Help(_) => &[
            (Action::Back, "hint-close"),
            (Action::Find, "hint-search"),
            (Action::Down, "hint-down"),
            (Action::Up, "hint-up"),
        ],
        Overlay::Settings { .. } | Overlay::Text { .. } => {
            &[(Action::Back, "hint-close"), (Action::Down, "hint-down"), (Action::Up, "hint-up")]
        }
        Overlay::Themes { .. } => &[
            (Action::Down, "hint-preview"),
            (Action::Open, "hint-keep"),
            (Action::Cancel, "hint-close"),
        ],
        Overlay::Palette(_) => &[], // the foot is being typed in
        Overlay::Picture { .. } => &[
            (Action::Back, "hint-close"),
            (Action::Down, "hint-down"),
            (Action::Up, "hint-up"),
            (Action::Browser, "hint-browser"),
            (Action::CopyLink, "hint-copy"),
        ],
        Overlay::Links { .. } => &[
            (Action::Open, "hint-browser"),
            (Action::CopyLink, "hint-copy"),
            (Action::Back, "hint-close"),
        ],
        Overlay::Feeds { .. } | Overlay::Views { .. } | Overlay::Sort { .. } => {
            &[(Action::Open, "hint-choose"), (Action::Back, "hint-close")]
        }
        Overlay::Offers { .. } => &[
            (Action::ReadOn, "hint-tick"),
            (Action::Open, "hint-subscribe"),
            (Action::Back, "hint-close"),
        ],
        Overlay::Picks { .. } | Overlay::Towns { .. } => &[(Action::Back, "hint-close")],
        Overlay::History { .. } => &[
            (Action::Back, "hint-close"),
            (Action::Undo, "hint-undo"),
            (Action::Redo, "hint-redo"),
        ],
        Overlay::Board(_) => &[
            (Action::Open, "hint-open"),
            (Action::ReadToggle, "hint-read"),
            (Action::ReadStory, "hint-story"),
            (Action::FoldToggle, "hint-fold"),
            (Action::UnreadNext, "hint-unread"),
            (Action::Back, "hint-close"),
        ],
        Overlay::Map(_) => &[
            (Action::Open, "hint-narrow"),
            (Action::Layout, "hint-table"),
            (Action::UnreadNext, "hint-unread"),
            (Action::Back, "hint-close"),
        ],
        Overlay::Alerts { .. } => &[
            (Action::Open, "hint-open"),
            (Action::Down, "hint-down"),
            (Action::Back, "hint-close"),
        ],
        Overlay::Health(view) if view.details.is_some() => &[
            (Action::Refresh, "hint-refresh-now"),
            (Action::Browser, "hint-website"),
            (Action::EditSubs, "hint-edit"),
            (Action::Back, "hint-back"),
        ],
        Overlay::Health(_) => &[
            (Action::Open, "hint-details"),
            (Action::Refresh, "hint-refresh-now"),
            (Action::Warnings, "hint-warnings"),
            (Action::Browser, "hint-website"),
            (Action::EditSubs, "hint-edit"),
            (Action::Back, "hint-close"),
        ],
    }
}

/// The keys of an action, as they are bound now.
pub fn keys_of(prefs: &Prefs, action: Action) -> Vec<String> {
    prefs.keymap.keys_of(action).map(ToString::to_string).collect()
}

/// What actions do, one after the other.
pub fn described(actions: &[Action], lang: Lang) -> String {
    let words = actions.iter().map(|action| lang.text(&format!("action-{}", action.name())));
    words.collect::<Vec<_>>().join(" · ")
}

/// Lays out what the article pane shows.
pub(super) fn lay_out(
    shown: &Loaded,
    width: u16,
    prefs: &Prefs,
    pictures: &[PictureRoom],
    now: Timestamp,
) -> crate::typeset::Page {
    let lang = prefs.lang;
    let text = |id: &str| lang.text(id);
    let (by, and, photo) = (text("page-by"), text("page-and"), text("page-photo"));
    let (links, related) = (text("page-links"), text("page-related"));
    let mut date = words::date(&dates::date(shown.row.published.0, now.0, &prefs.zone), lang);
    if !shown.row.dated {
        date = tr!(lang, "page-first-seen", date = date);
    }
    if shown.row.changed {
        date = tr!(lang, "page-changed", date = date);
    }
    let reading = tr!(lang, "page-minutes", n = reading_minutes(&shown.article));
    let locked = (shown.row.access == Access::Locked).then(|| lang.text("access-locked"));
    let reading =
        [reading].into_iter().chain(locked).chain(shown.tags.iter().map(|tag| format!("#{tag}")));
    let reading = reading.collect::<Vec<_>>().join(" ");
    let source = shown.sources.iter().map(Clean::as_str).collect::<Vec<_>>().join(", ");
    let place = shown.row.place.as_ref().map_or("", |place| place.name.as_str()).to_owned();
    let distance = self::distance(&shown.row, prefs).unwrap_or_default();
    let options = PageOptions {
        width: width.min(prefs.measure),
        ascii: prefs.ascii,
        links: true,
        place: &place,
        distance: &distance,
        pictures,
        source: &source,
        date: &date,
        reading: &reading,
        language: lang.tag(),
        words: Words { by: &by, and: &and, photo: &photo, links: &links, related: &related },
    };
    crate::typeset::page(&shown.article, &options)
}
