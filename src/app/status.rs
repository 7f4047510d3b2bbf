//! The words around the panes: the bar, the line at the foot, the help, the lines above an article.

use super::event::Loaded;
use super::layout::Pane;
use super::state::{Prefs, State};
use crate::action::{ACTIONS, Action, Group};
use crate::domain::{Fault, FeedRow, Scope, Show, Timestamp};
use crate::lang::{Lang, Value};
use crate::text::Clean;
use crate::text::dates::{self, Phrase};
use crate::tr;
use crate::typeset::{PageOptions, Words, reading_minutes};

/// Says a date or an age in the reader's language.
pub fn say(phrase: &Phrase, lang: Lang) -> String {
    let mut values: Vec<(&'static str, Value)> =
        phrase.numbers.iter().map(|(name, n)| (*name, Value::from(*n))).collect();
    values.push(("time", Value::from(phrase.time.as_str())));
    lang.format(phrase.id, &values)
}

/// The age of an entry, short.
pub fn age(at: Timestamp, now: Timestamp, prefs: &Prefs) -> String {
    say(&dates::age(at.0, now.0, &prefs.zone), prefs.lang)
}

/// The name of the list that is shown.
pub fn list_title(state: &State) -> String {
    let lang = state.lang();
    let query = &state.list.query;
    let mut title = match &query.scope {
        Scope::All => lang.text("list-all"),
        Scope::Starred => lang.text("list-starred"),
        Scope::Folder(path) => path.clone(),
        Scope::Feed(id) => state.tree.feed(*id).map_or_else(String::new, |f| f.title.to_string()),
    };
    if matches!(query.show, Show::Unread { .. }) {
        title = tr!(lang, "list-unread-of", list = title);
    }
    if !query.text.is_empty() {
        title = tr!(lang, "list-filtered", list = title, words = query.text.as_str());
    }
    title
}

/// Unread entries of the list that is shown.
pub fn list_unread(state: &State) -> Option<u64> {
    let feeds = &state.tree.feeds;
    match &state.list.query.scope {
        Scope::All => Some(state.tree.unread),
        Scope::Feed(id) => state.tree.feed(*id).map(|feed| feed.unread),
        Scope::Folder(path) => {
            let inside = |feed: &&FeedRow| {
                *feed.folder == **path
                    || feed
                        .folder
                        .strip_prefix(path.as_str())
                        .is_some_and(|rest| rest.starts_with('/'))
            };
            Some(feeds.iter().filter(inside).map(|feed| feed.unread).sum())
        }
        Scope::Starred => None,
    }
}

/// What a refresh says while it runs.
pub fn refreshing(state: &State) -> Option<String> {
    let refreshing = state.refreshing?;
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

/// A fault of a feed in words, with what to do next.
pub fn fault(feed: &FeedRow, lang: Lang) -> Option<(String, String)> {
    feed.health.fault.as_ref().map(|fault| fault_words(fault, lang))
}

/// A fault in words, and what to do next.
pub fn fault_words(fault: &Fault, lang: Lang) -> (String, String) {
    let http = fault.http.map_or_else(String::new, |status| status.to_string());
    let detail = fault.detail.as_str();
    let name = fault.kind.name();
    let words = tr!(lang, &format!("fault-{name}"), detail = detail, http = http.as_str());
    let remedy = tr!(lang, &format!("fault-{name}-remedy"), detail = detail, http = http.as_str());
    (words, remedy)
}

/// Keys that help in the focused pane, most useful first: action and its short name's message id.
pub fn hints(state: &State) -> &'static [(Action, &'static str)] {
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
            (Action::ReadOn, "hint-read-on"),
            (Action::UnreadNext, "hint-unread"),
            (Action::Find, "hint-filter"),
            (Action::PaneLeft, "hint-feeds"),
            (Action::ReadToggle, "hint-read"),
            (Action::Star, "hint-star"),
            (Action::RefreshAll, "hint-refresh"),
        ],
        Pane::Article => &[
            (Action::Help, "hint-help"),
            (Action::ReadOn, "hint-read-on"),
            (Action::UnreadNext, "hint-unread"),
            (Action::Browser, "hint-browser"),
            (Action::CopyLink, "hint-copy"),
            (Action::Star, "hint-star"),
            (Action::Find, "hint-find"),
            (Action::Back, "hint-back"),
        ],
    }
}

/// The keys of an action, as they are bound now.
pub fn keys_of(prefs: &Prefs, action: Action) -> Vec<String> {
    prefs.keymap.keys_of(action).map(ToString::to_string).collect()
}

/// One line of the help: a heading, or keys and what they do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HelpLine {
    /// A group's heading.
    Heading(String),
    /// Keys and what they do.
    Keys(String, String),
    /// Nothing.
    Blank,
}

/// The help, made from the table of actions and the keys as they are bound now.
pub fn help_lines(prefs: &Prefs) -> Vec<HelpLine> {
    let mut lines = Vec::new();
    for group in Group::ALL {
        if !lines.is_empty() {
            lines.push(HelpLine::Blank);
        }
        lines.push(HelpLine::Heading(prefs.lang.text(group.heading())));
        for spec in ACTIONS.iter().filter(|spec| spec.group == *group) {
            let what = prefs.lang.text(&format!("action-{}", spec.name));
            lines.push(HelpLine::Keys(keys_of(prefs, spec.action).join("  "), what));
        }
    }
    lines
}

/// Lays out what the article pane shows.
pub(super) fn lay_out(
    shown: &Loaded,
    width: u16,
    prefs: &Prefs,
    now: Timestamp,
) -> crate::typeset::Page {
    let lang = prefs.lang;
    let text = |id: &str| lang.text(id);
    let (by, and, photo) = (text("page-by"), text("page-and"), text("page-photo"));
    let (links, related) = (text("page-links"), text("page-related"));
    let mut date = say(&dates::date(shown.row.published.0, now.0, &prefs.zone), lang);
    if !shown.row.dated {
        date = tr!(lang, "page-first-seen", date = date);
    }
    let reading = tr!(lang, "page-minutes", n = reading_minutes(&shown.article));
    let source = shown.sources.iter().map(Clean::as_str).collect::<Vec<_>>().join(", ");
    let options = PageOptions {
        width: width.min(prefs.measure),
        ascii: prefs.ascii,
        links: true,
        source: &source,
        date: &date,
        reading: &reading,
        language: lang.tag(),
        words: Words { by: &by, and: &and, photo: &photo, links: &links, related: &related },
    };
    crate::typeset::page(&shown.article, &options)
}
