//! What each action does. One key has one meaning in every pane.

use super::effect::Effect;
use super::help::Help;
use super::layout::Pane;
use super::list::Goal;
use super::overlay::Overlay;
use super::prompt::{Prompt, Purpose};
use super::state::State;
use super::{
    address, alerts, board, changes, command, filters, go, health, jumps, links, map, moved, out,
    palette, pictures, places, revisions,
};
use crate::action::Action;
use crate::domain::{Anchor, Query, Scope, Show, SortBy, Timestamp, Which};
use crate::tr;

/// Nothing that asks the store is done more often at one key.
const MOST: u32 = 100;

/// Does an action, `count` times where that makes sense.
pub(super) fn act(state: &mut State, action: Action, count: Option<u32>) -> Vec<Effect> {
    jumps::watching(state, action, |state| do_it(state, action, count))
}

fn do_it(state: &mut State, action: Action, count: Option<u32>) -> Vec<Effect> {
    match action {
        Action::Down => go::down(state, times(count)),
        Action::Up => go::down(state, -times(count)),
        Action::HalfDown => go::down(state, times(count) * go::page(state) / 2),
        Action::HalfUp => go::down(state, -times(count) * go::page(state) / 2),
        Action::PageDown => go::down(state, times(count) * go::page(state)),
        Action::PageUp => go::down(state, -times(count) * go::page(state)),
        Action::Top => go::to_line(state, count.unwrap_or(1)),
        Action::Bottom => match count {
            Some(n) => go::to_line(state, n),
            None => go::to_end(state),
        },
        Action::ViewCentre => go::view(state, go::Place::Centre),
        Action::ViewTop => go::view(state, go::Place::Top),
        Action::ViewBottom => go::view(state, go::Place::Bottom),
        Action::PaneLeft => go::pane_left(state),
        Action::PaneRight => go::pane_right(state),
        Action::PaneNext => go::pane_next(state, true),
        Action::PanePrev => go::pane_next(state, false),
        Action::ArticleScrollDown => go::scroll_article(state, times(count)),
        Action::ArticleScrollUp => go::scroll_article(state, -times(count)),
        Action::ReadOn => go::read_on(state),
        Action::ReadBack => go::scroll_article(state, -go::article_page(state)),
        Action::ArticleNext => go::article(state, times(count)),
        Action::ArticlePrev => go::article(state, -times(count)),
        Action::UnreadNext => go::unread_or_hit(state, true, count),
        Action::UnreadPrev => go::unread_or_hit(state, false, count),
        Action::HitNext => go::hit(state, true, count),
        Action::HitPrev => go::hit(state, false, count),
        Action::FeedNext => again(count, || go::feed(state, true, false)),
        Action::FeedPrev => again(count, || go::feed(state, false, false)),
        Action::FeedUnreadNext => again(count, || go::feed(state, true, true)),
        Action::FeedUnreadPrev => again(count, || go::feed(state, false, true)),
        Action::JumpBack => jumps::back(state, count),
        Action::JumpForward => jumps::forward(state, count),
        Action::Open => open(state),
        Action::Browser => address::browser(state, count),
        Action::BrowserNext => address::browser_next(state),
        Action::CopyLink => address::copy_link(state, count),
        Action::Links => links::list(state),
        Action::LinkNumber => links::ask_number(state),
        Action::Hints => links::hint(state),
        Action::Enclosure => address::play(state, count),
        Action::Image => {
            pictures::forget_failed(state);
            pictures::show_large(state)
        }
        Action::ImagesToggle => pictures::toggle(state),
        Action::CopyCite => out::copy_citation(state),
        Action::Save => out::ask_where_to_save(state),
        Action::Bookmark => out::bookmark(state),
        Action::Pipe => out::ask_where_to_pipe(state),
        Action::ReadToggle
        | Action::Star
        | Action::Hide
        | Action::TagsEdit
        | Action::Select
        | Action::Repeat
        | Action::ReadAbove
        | Action::ReadBelow
        | Action::ReadOlder
        | Action::ReadFeed
        | Action::ReadTown
        | Action::ReadStory
        | Action::ReadList
        | Action::ReadAll
        | Action::FullTextFeed => changes::act(state, action, count),
        Action::Undo => again(count, || vec![Effect::Undo]),
        Action::Redo => again(count, || vec![Effect::Redo]),
        Action::Diff => revisions::step(state, count),
        Action::Refresh => refresh_here(state),
        Action::RefreshAll => vec![Effect::Refresh(Which::All)],
        _ => act_on_view(state, action),
    }
}

/// The actions that change what is shown, or leave it.
fn act_on_view(state: &mut State, action: Action) -> Vec<Effect> {
    match action {
        Action::Find => find(state),
        Action::FilterEdit => filters::edit(state),
        Action::FilterPick => filters::pick(state),
        Action::Cancel => cancel(state),
        Action::ReadHide => read_hide(state),
        Action::SameSource => same_source(state),
        Action::ViewUnread => {
            show(state, |query, now| query.show = Show::Unread { or_read_since: now })
        }
        Action::ViewAll => {
            show(state, |query, _| *query = Query { order: query.order, ..Query::default() })
        }
        Action::ViewStarred => show(state, |query, _| {
            *query = Query { scope: Scope::Starred, order: query.order, ..Query::default() };
        }),
        Action::Sort => {
            let now = SortBy::ALL.iter().position(|by| *by == state.list.query.order.by);
            state.overlay = Some(Overlay::Sort { selected: now.unwrap_or(0) });
            Vec::new()
        }
        Action::History => vec![Effect::LoadHistory],
        Action::SortReverse => show(state, |query, _| {
            query.order.reversed = !query.order.reversed;
        }),
        Action::GotoFeed => goto_feed(state),
        Action::GotoPlace => places::go_to(state),
        Action::PlacePick => places::pick(state),
        Action::PlaceClear => places::clear(state),
        Action::MutedShow => places::show_muted(state),
        Action::Why => places::explain(state),
        Action::Layout => layout(state),
        Action::FoldToggle => fold(state, super::tree::Tree::fold_toggle),
        Action::FoldOpenAll => fold(state, |tree| tree.fold_all(false)),
        Action::FoldCloseAll => fold(state, |tree| tree.fold_all(true)),
        Action::FullText => full_text(state),
        Action::Add => {
            state.prompt = Some(Prompt::new(Purpose::Subscribe, ""));
            Vec::new()
        }
        Action::TakeAddress => moved::take_address(state),
        Action::EditSubs => vec![Effect::EditConfig],
        Action::Health => health::open(state),
        Action::Warnings => alerts::open(state),
        Action::Help => {
            state.overlay = Some(Overlay::Help(Help::default()));
            Vec::new()
        }
        Action::Command => command::line::open(state),
        Action::Palette => palette::open_with_themes(state),
        Action::Back => board::back(state),
        Action::Quit => vec![Effect::Quit],
        Action::Suspend => vec![Effect::Suspend],
        Action::Redraw => vec![Effect::Redraw],
        Action::Map => map::open(state),
        _ => board::do_it(state, action),
    }
}

/// Does something as often as the count says, within reason.
fn again(count: Option<u32>, mut act: impl FnMut() -> Vec<Effect>) -> Vec<Effect> {
    (0..count.unwrap_or(1).min(MOST)).flat_map(|_| act()).collect()
}

fn times(count: Option<u32>) -> isize {
    isize::try_from(count.unwrap_or(1)).unwrap_or(isize::MAX)
}

/// Loads the selected entry's article into the pane beside the list, when there is one.
pub(super) fn preview(state: &mut State) -> Vec<Effect> {
    if state.regions().article.is_none() {
        return Vec::new();
    }
    let Some(id) = state.list.current().map(|row| row.id) else {
        return state.reader.clear();
    };
    state.reader.want(id)
}

/// Opens what is selected: a folder's or feed's list, or the article.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    match state.focus {
        Pane::Tree => open_scope(state),
        Pane::List => go::open_selected(state),
        Pane::Article => Vec::new(),
    }
}

fn open_scope(state: &mut State) -> Vec<Effect> {
    if let Some(view) = state.tree.current_view() {
        state.focus = Pane::List;
        return filters::show_view(state, view);
    }
    let Some(scope) = state.tree.scope() else { return Vec::new() };
    state.focus = Pane::List;
    show(state, |query, _| {
        query.scope = scope;
        query.text.clear();
        query.filter = None;
    })
}

/// Changes the list's query; the list begins anew when it has really changed.
pub(super) fn show(state: &mut State, change: impl FnOnce(&mut Query, Timestamp)) -> Vec<Effect> {
    let mut query = state.list.query.clone();
    change(&mut query, state.now);
    if let Show::Unread { or_read_since } = &mut query.show {
        *or_read_since = state.now;
    }
    if state.focus == Pane::Tree && query.scope != state.list.query.scope {
        state.focus = Pane::List;
    }
    let view = query.filter.as_ref().is_some_and(|filter| state.tree.select_view(&filter.label));
    if !view {
        state.tree.select(&query.scope);
    }
    if query == state.list.query {
        return Vec::new();
    }
    state.list.show(query)
}

/// Filters the list by words.
pub(super) fn filter(state: &mut State, text: &str) -> Vec<Effect> {
    let text = text.trim().to_owned();
    if state.list.query.text == text {
        return Vec::new();
    }
    // What is selected stays selected when the filter goes.
    let keep = state.list.current().map(|row| row.cursor).filter(|_| text.is_empty());
    state.list.query.text = text;
    if let Some(cursor) = keep {
        return state.list.ask(Anchor::Around(cursor), Goal::At(cursor));
    }
    let query = state.list.query.clone();
    state.list.show(query)
}

fn find(state: &mut State) -> Vec<Effect> {
    let (purpose, text) = match state.focus {
        Pane::Article => (Purpose::FindInArticle, String::new()),
        Pane::List | Pane::Tree => (Purpose::Filter, state.list.query.text.clone()),
    };
    state.prompt = Some(Prompt::new(purpose, &text));
    Vec::new()
}

/// Drops one thing after the other: the selection, the find, the filter, the narrowed view. Never quits.
fn cancel(state: &mut State) -> Vec<Effect> {
    if state.list.drop_marked() || state.reader.find.take().is_some() || revisions::leave(state) {
        return Vec::new();
    }
    if !state.list.query.text.is_empty() {
        return filter(state, "");
    }
    if state.list.query.picked.is_some() {
        return places::clear(state);
    }
    if state.list.query.filter.is_some() {
        return filters::clear(state);
    }
    if state.refreshing.is_some() {
        return vec![Effect::CancelRefresh];
    }
    Vec::new()
}

fn read_hide(state: &mut State) -> Vec<Effect> {
    show(state, |query, now| {
        query.show = match query.show {
            Show::All => Show::Unread { or_read_since: now },
            Show::Unread { .. } => Show::All,
        };
    })
}

fn same_source(state: &mut State) -> Vec<Effect> {
    let Some(row) = state.list.current().cloned() else { return Vec::new() };
    let scope = match state.list.query.scope {
        Scope::Feed(id) if id == row.feed => Scope::All,
        _ => Scope::Feed(row.feed),
    };
    state.list.query.scope = scope.clone();
    state.tree.select(&scope);
    state.list.ask(Anchor::Around(row.cursor), Goal::At(row.cursor))
}

fn full_text(state: &mut State) -> Vec<Effect> {
    let effects = state.reader.full_text();
    if matches!(effects[..], [Effect::FetchPage(_)]) {
        let text = state.lang().text("notice-fetching-page");
        state.say_meanwhile(&text);
    }
    effects
}

fn goto_feed(state: &mut State) -> Vec<Effect> {
    if let Some(feed) = state.list.current().map(|row| row.feed) {
        state.tree.select(&Scope::Feed(feed));
        state.focus = Pane::Tree;
    }
    Vec::new()
}

fn layout(state: &mut State) -> Vec<Effect> {
    state.layout = state.layout.next();
    let name = tr!(state.lang(), &format!("layout-{}", state.layout.name()));
    let notice = tr!(state.lang(), "notice-layout", name = name);
    state.say(&notice);
    preview(state)
}

fn fold(state: &mut State, change: impl FnOnce(&mut super::tree::Tree)) -> Vec<Effect> {
    change(&mut state.tree);
    Vec::new()
}

/// Closes what is in front; with the whole width for one pane, that is the article, then the program.
pub(super) fn back(state: &mut State) -> Vec<Effect> {
    match state.focus {
        Pane::Article => {
            if !revisions::leave(state) {
                state.focus = Pane::List;
            }
            Vec::new()
        }
        Pane::Tree if state.list.loaded => {
            state.focus = Pane::List;
            Vec::new()
        }
        _ if !state.list.query.text.is_empty() => filter(state, ""),
        _ => vec![Effect::Quit],
    }
}

fn refresh_here(state: &mut State) -> Vec<Effect> {
    let scope = match state.focus {
        Pane::Tree => state.tree.scope(),
        _ => state.list.current().map(|row| Scope::Feed(row.feed)),
    };
    vec![Effect::Refresh(match scope {
        Some(Scope::Feed(id)) => Which::Feed(id),
        Some(Scope::Folder(path)) => Which::Folder(path),
        _ => Which::All,
    })]
}
