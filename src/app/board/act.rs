//! What keys do with a list of stories.

use super::{Board, Note, Story, Subject, lines};
use crate::action::Action;
use crate::app::effect::Effect;
use crate::app::layout::Pane;
use crate::app::list::Goal;
use crate::app::overlay::Overlay;
use crate::app::state::State;
use crate::app::{act as panes, marks, status};
use crate::domain::geo;
use crate::domain::{Anchor, Change, EntryId, EntryRow, Mark, Query, Target, Timestamp};
use crate::text::{Clean, dates};
use crate::{tr, words};

/// Does an action that opens a list; nothing for others.
pub(in crate::app) fn do_it(state: &mut State, action: Action) -> Vec<Effect> {
    let subject = match action {
        Action::Coverage => match state.list.current() {
            Some(row) => Subject::Coverage(row.id),
            None => return Vec::new(),
        },
        Action::Edition => {
            Subject::Edition(Timestamp(dates::evening_before(state.now.0, &state.prefs.zone)))
        }
        Action::Events => Subject::Events(state.prefs.zone.clone()),
        Action::Follow => {
            return state.list.current().map(|row| Effect::Follow(row.id)).into_iter().collect();
        }
        _ => return Vec::new(), // the actions of the other rooms
    };
    state.board_left = None;
    state.overlay = Some(Overlay::Board(Board::new(subject.clone())));
    vec![Effect::LoadBoard(subject)]
}

/// Takes the stories that were asked for, unless another list is open by now.
pub(in crate::app) fn take(
    state: &mut State,
    subject: &Subject,
    stories: Vec<Story>,
) -> Vec<Effect> {
    let stories = in_order(state, subject, stories);
    let Some(Overlay::Board(board)) = &mut state.overlay else { return Vec::new() };
    if board.subject != *subject {
        return Vec::new();
    }
    if let Subject::Coverage(id) = subject
        && stories.len() < 2
    {
        let title = stories.first().map(|story| story.versions[0].row.title.clone());
        state.overlay = None;
        if state.list.current().is_some_and(|row| row.id == *id) {
            let title = title.unwrap_or_default();
            let text = tr!(state.lang(), "notice-only-here", title = title.as_str());
            state.say(&text);
        }
        return Vec::new();
    }
    board.take(stories);
    Vec::new()
}

/// Gives each story its heading, and the edition its order: by folder as the tree has them, told by many first, then what
/// is near and new.
fn in_order(state: &State, subject: &Subject, mut stories: Vec<Story>) -> Vec<Story> {
    let feeds = &state.tree.feeds;
    let place = |row: &EntryRow| feeds.iter().position(|feed| feed.id == row.feed);
    for story in &mut stories {
        let version = &story.versions[0];
        story.group = match (subject, version.note) {
            (Subject::Edition(_), _) => {
                place(&version.row).map(|at| feeds[at].folder.clone()).unwrap_or_default()
            }
            (Subject::Events(zone), Note::When(at, _)) => {
                let phrase = dates::day_heading(at.0, state.now.0, zone);
                Clean::line(&words::date(&phrase, state.lang()))
            }
            _ => Clean::default(),
        };
    }
    if matches!(subject, Subject::Edition(_)) {
        let homes = &state.prefs.homes;
        let first = |group: &Clean| feeds.iter().position(|feed| feed.folder == *group);
        stories.sort_by_key(|story| {
            let row = &story.versions[0].row;
            let told_by = std::cmp::Reverse(story.versions.len());
            let km = row.place.as_ref().and_then(|place| homes.distance_km(place.point));
            let near_and_new = std::cmp::Reverse(geo::near_and_new_key(row.published, km));
            (first(&story.group), told_by, near_and_new, row.id)
        });
    }
    stories
}

/// Does an action in the list that is open; none for an action that means nothing special here.
pub(in crate::app) fn act(
    state: &mut State,
    action: Action,
    count: Option<u32>,
) -> Option<Vec<Effect>> {
    let Some(Overlay::Board(board)) = &mut state.overlay else { return None };
    let n = isize::try_from(count.unwrap_or(1)).unwrap_or(isize::MAX);
    match action {
        Action::FoldToggle => board.fold(),
        Action::FoldOpenAll => board.fold_all(true),
        Action::FoldCloseAll => board.fold_all(false),
        Action::ArticleNext => board.select_by(n),
        Action::ArticlePrev => board.select_by(-n),
        Action::UnreadNext | Action::UnreadPrev => {
            if !board.select_unread(action == Action::UnreadNext) {
                let text = state.lang().text("notice-no-unread");
                state.say(&text);
            }
        }
        Action::Open | Action::PaneRight => return Some(open(state)),
        Action::ReadToggle => return Some(mark_one(state)),
        Action::ReadStory | Action::ReadList => return Some(mark_all(state, action)),
        Action::Undo | Action::Redo => {
            let mut effects = panes::act(state, action, count);
            effects.extend(reload(state));
            return Some(effects);
        }
        Action::Coverage => return Some(coverage(state)),
        Action::Follow => {
            let version = board.current();
            return Some(version.map(|v| Effect::Follow(v.row.id)).into_iter().collect());
        }
        _ => return None,
    }
    Some(Vec::new())
}

fn reload(state: &State) -> Vec<Effect> {
    match &state.overlay {
        Some(Overlay::Board(board)) => vec![Effect::LoadBoard(board.subject.clone())],
        _ => Vec::new(),
    }
}

/// The versions of the selected story; in such a list already, it closes it.
fn coverage(state: &mut State) -> Vec<Effect> {
    let Some(Overlay::Board(board)) = &state.overlay else { return Vec::new() };
    let id = board.current().map(|version| version.row.id);
    match (&board.subject, id) {
        (Subject::Coverage(_), _) | (_, None) => {
            state.overlay = None;
            Vec::new()
        }
        (_, Some(id)) => {
            state.board_left = match state.overlay.take() {
                Some(Overlay::Board(board)) => Some(board),
                _ => None,
            };
            let subject = Subject::Coverage(id);
            state.overlay = Some(Overlay::Board(Board::new(subject.clone())));
            vec![Effect::LoadBoard(subject)]
        }
    }
}

/// Opens the selected entry; the list comes back when it is closed.
fn open(state: &mut State) -> Vec<Effect> {
    let Some(Overlay::Board(mut board)) = state.overlay.take() else { return Vec::new() };
    let Some(row) = board.current().map(|version| version.row.clone()) else {
        return Vec::new();
    };
    let mut effects = go_to(state, &row);
    if !row.read && state.prefs.mark_read_on_open {
        board.mark(&[row.id], true);
        marks::show_marks(state, std::slice::from_ref(&row), &Mark::Read);
        let target = Target::Entries(vec![row.id]);
        effects.push(Effect::Change(Change { target, mark: Mark::Read }));
    }
    let key = status::keys_of(&state.prefs, Action::Back).join(" ");
    let text = tr!(state.lang(), "notice-board-left", key = key);
    state.say(&text);
    state.board_left = Some(board);
    effects
}

/// Goes to an entry, in the list that is shown when it is there, else in the list of all.
fn go_to(state: &mut State, row: &EntryRow) -> Vec<Effect> {
    state.focus = Pane::List;
    if state.regions().article.is_none() {
        state.focus = Pane::Article;
    }
    let height = state.height_of(Pane::List);
    let mut effects = if state.list.rows.iter().any(|other| other.id == row.id) {
        state.list.to_cursor(row.cursor, height)
    } else {
        let query = Query::default();
        state.tree.select(&query.scope);
        state.list.query = query;
        state.list.ask(Anchor::Around(row.cursor), Goal::At(row.cursor))
    };
    effects.extend(state.reader.want(row.id));
    effects
}

/// Goes back to the list that an article was opened from; else closes what is in front.
pub(in crate::app) fn back(state: &mut State) -> Vec<Effect> {
    match state.board_left.take() {
        Some(board) => {
            let subject = board.subject.clone();
            state.overlay = Some(Overlay::Board(board));
            vec![Effect::LoadBoard(subject)]
        }
        None => panes::back(state),
    }
}

/// Marks the selected version read, or unread again.
fn mark_one(state: &mut State) -> Vec<Effect> {
    let Some(Overlay::Board(board)) = &state.overlay else { return Vec::new() };
    let Some(row) = board.current().map(|version| version.row.clone()) else {
        return Vec::new();
    };
    let mark = if row.read { Mark::Unread } else { Mark::Read };
    mark_rows(state, &[row], mark)
}

/// Marks every version of a story read; in the list of one story, or for the whole list, all of them.
fn mark_all(state: &mut State, action: Action) -> Vec<Effect> {
    let Some(Overlay::Board(board)) = &state.overlay else { return Vec::new() };
    let whole = action == Action::ReadList || matches!(board.subject, Subject::Coverage(_));
    let stories = board.stories.iter().enumerate();
    let rows = stories
        .filter(|(i, _)| whole || *i == board.selected.0)
        .flat_map(|(_, story)| story.versions.iter().map(|version| version.row.clone()));
    let rows: Vec<EntryRow> = rows.collect();
    mark_rows(state, &rows, Mark::Read)
}

fn mark_rows(state: &mut State, rows: &[EntryRow], mark: Mark) -> Vec<Effect> {
    let ids: Vec<EntryId> = rows.iter().map(|row| row.id).collect();
    if let Some(Overlay::Board(board)) = &mut state.overlay {
        board.mark(&ids, mark == Mark::Read);
    }
    marks::show_marks(state, rows, &mark);
    vec![Effect::Change(Change { target: Target::Entries(ids), mark })]
}

/// Moves the selection.
pub(in crate::app) fn move_by(state: &mut State, by: isize) {
    if let Some(Overlay::Board(board)) = &mut state.overlay {
        board.select_by(by);
    }
}

/// Brings the selected line onto the screen.
pub(in crate::app) fn settle(state: &mut State) {
    let rows = lines::rows(state);
    let Some(Overlay::Board(board)) = &mut state.overlay else { return };
    let lines = lines::lines(board);
    let at = lines::line_of(&lines, board.selected);
    // The heading of the first story belongs to it, its versions to an open one, the end to the last.
    let first = if board.places().first() == Some(&board.selected) { 0 } else { at };
    let last = if board.places().last() == Some(&board.selected) {
        lines.len() - 1
    } else {
        let shown = board.stories.get(board.selected.0).map_or(1, Story::shown);
        (at + shown - 1 - board.selected.1).min(at + rows - 1)
    };
    let lowest = (last + 1).saturating_sub(rows);
    board.top = board.top.clamp(lowest, first.max(lowest));
}

/// Selects the version on a row of the screen; a second click opens it.
pub(in crate::app) fn click(state: &mut State, y: u16) -> Vec<Effect> {
    let first = state.regions().bar.height + lines::HEADING;
    let Some(Overlay::Board(board)) = &mut state.overlay else { return Vec::new() };
    let Some(row) = y.checked_sub(first) else { return Vec::new() };
    let line = lines::lines(board).into_iter().nth(board.top + usize::from(row));
    let Some(lines::Line::Version(i, j)) = line else { return Vec::new() };
    if board.selected == (i, j) {
        return open(state);
    }
    board.selected = (i, j);
    Vec::new()
}
