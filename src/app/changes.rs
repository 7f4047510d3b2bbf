//! Changes of several entries: selected lines, counts, above and below, tags, hiding; and the last change once more.

use super::effect::{Effect, FeedWish};
use super::layout::Pane;
use super::marks;
use super::prompt::{Prompt, Purpose};
use super::state::State;
use crate::action::Action;
use crate::domain::{Change, EntryId, EntryRow, Mark, Pick, Query, TagEdit, Target, Timestamp};
use crate::text::Clean;
use crate::text::fold::fold;
use crate::tr;

/// Addresses that are opened at once, at most.
const MOST_OPENED: usize = 20;
/// A day, in seconds.
const DAY: i64 = 86_400;

/// What `.` does again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Last {
    /// A mark, on so many lines.
    Mark(Mark, u32),
    /// An action, with its count.
    Action(Action, Option<u32>),
}

/// Entries whose tags are being typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tagging {
    /// Which entries.
    pub target: Target,
    /// The tags that they have, when it is only one.
    pub before: Option<Vec<Clean>>,
    /// Every tag in use, for completion.
    pub known: Vec<Clean>,
}

/// Does an action of this room.
pub(super) fn act(state: &mut State, action: Action, count: Option<u32>) -> Vec<Effect> {
    match action {
        Action::ReadToggle => toggle(state, count, |row| row.read, [Mark::Read, Mark::Unread]),
        Action::Star => toggle(state, count, |row| row.starred, [Mark::Star, Mark::Unstar]),
        Action::Hide => mark_lines(state, count, &Mark::Hide),
        Action::TagsEdit => ask_for_tags(state, count),
        Action::Select => select(state),
        Action::Repeat => repeat(state, count),
        Action::ReadOlder => {
            if let Some(days) = count {
                let than = state.now.plus(-i64::from(days) * DAY);
                return remembered(state, action, count, |state| read_older(state, than));
            }
            state.prompt = Some(Prompt::new(Purpose::Older, ""));
            Vec::new()
        }
        Action::FullTextFeed => full_text_feed(state),
        Action::ReadTown => remembered(state, action, count, read_town),
        Action::ReadAbove | Action::ReadBelow | Action::ReadFeed | Action::ReadStory => {
            remembered(state, action, count, |state| read_around(state, action))
        }
        Action::ReadList => remembered(state, action, count, marks::read_list),
        Action::ReadAll => remembered(state, action, count, marks::read_all),
        _ => Vec::new(), // those of the other rooms
    }
}

fn remembered(
    state: &mut State,
    action: Action,
    count: Option<u32>,
    change: impl FnOnce(&mut State) -> Vec<Effect>,
) -> Vec<Effect> {
    state.last_change = Some(Last::Action(action, count));
    change(state)
}

/// Which lines a change is for: those selected, or so many from the one under the cursor on.
fn lines(state: &State, count: Option<u32>) -> std::ops::Range<usize> {
    let list = &state.list;
    if let Some(marked) = list.marked() {
        return marked;
    }
    let n = count.map_or(1, |n| n.max(1) as usize);
    list.selected..list.selected.saturating_add(n).min(list.rows.len())
}

/// What the lines are in the store: one entry by its number, more by the places that they lie between, so that rows
/// outside the window belong to them too.
fn target(state: &State, lines: &std::ops::Range<usize>, count: Option<u32>) -> Option<Target> {
    let rows = state.list.rows.get(lines.clone())?;
    let (first, last) = (rows.first()?, rows.last()?);
    let (mut from, mut to) = (first.cursor, last.cursor);
    if let Some((anchor, is_above)) = state.list.anchor_outside() {
        *(if is_above { &mut from } else { &mut to }) = anchor;
    } else if rows.len() == 1 && count.is_none_or(|n| n <= 1) {
        return Some(Target::Entries(vec![first.id]));
    }
    Some(Target::Between(state.list.query.clone(), from, to, state.now))
}

/// Marks lines by the first of two marks, or by the second when every line has it already.
fn toggle(
    state: &mut State,
    count: Option<u32>,
    has: impl Fn(&EntryRow) -> bool,
    [set, clear]: [Mark; 2],
) -> Vec<Effect> {
    let lines = lines(state, count);
    let all = state.list.rows.get(lines).is_some_and(|rows| rows.iter().all(has));
    mark_lines(state, count, if all { &clear } else { &set })
}

fn mark_lines(state: &mut State, count: Option<u32>, mark: &Mark) -> Vec<Effect> {
    let lines = lines(state, count);
    let Some(target) = target(state, &lines, count) else { return Vec::new() };
    let n = u32::try_from(lines.len()).unwrap_or(u32::MAX);
    state.last_change = Some(Last::Mark(mark.clone(), n));
    state.list.drop_marked();
    let rows: Vec<EntryRow> = state.list.rows[lines].to_vec();
    marks::show_marks(state, &rows, mark);
    let mut effects = vec![Effect::Change(Change { target, mark: mark.clone() })];
    if *mark == Mark::Hide {
        let height = state.height_of(Pane::List);
        effects.extend(state.list.settle_after_loss(height));
        effects.extend(super::go::open_or_preview(state));
    }
    effects
}

/// Begins to select lines, or ends it.
fn select(state: &mut State) -> Vec<Effect> {
    if state.focus == Pane::Tree {
        state.focus = Pane::List;
    }
    state.list.toggle_marked();
    Vec::new()
}

/// Makes the last change again, here.
fn repeat(state: &mut State, count: Option<u32>) -> Vec<Effect> {
    match state.last_change.clone() {
        Some(Last::Mark(mark, n)) => mark_lines(state, Some(count.unwrap_or(n)), &mark),
        Some(Last::Action(action, before)) => act(state, action, count.or(before)),
        None => {
            let text = state.lang().text("notice-nothing-to-repeat");
            state.say(&text);
            Vec::new()
        }
    }
}

fn read_around(state: &mut State, action: Action) -> Vec<Effect> {
    let Some(row) = state.list.current().cloned() else { return Vec::new() };
    let (query, now, at) = (state.list.query.clone(), state.now, state.list.selected);
    let (target, rows): (Target, Vec<EntryRow>) = match action {
        Action::ReadAbove => {
            (Target::Above(query, row.cursor, now), state.list.rows[..at].to_vec())
        }
        Action::ReadBelow => {
            (Target::Below(query, row.cursor, now), state.list.rows[at + 1..].to_vec())
        }
        Action::ReadFeed => {
            let feed = state.feed_here().unwrap_or(row.feed);
            let rows = state.list.rows.iter().filter(|r| r.feed == feed).cloned();
            (Target::Feed(feed, now), rows.collect())
        }
        _ => (Target::Stories(vec![row.id]), vec![row]),
    };
    marks::show_marks(state, &rows, &Mark::Read);
    vec![Effect::Change(Change { target, mark: Mark::Read })]
}

/// Marks read what plays in the town of the selected entry, its districts included, whatever list is shown.
fn read_town(state: &mut State) -> Vec<Effect> {
    let Some(town) =
        state.list.current().and_then(|row| row.place.as_ref()).map(|p| p.town.clone())
    else {
        let text = state.lang().text("notice-no-place");
        state.complain(&text);
        return Vec::new();
    };
    let here = |row: &&EntryRow| row.place.as_ref().is_some_and(|place| place.town == town);
    let rows: Vec<EntryRow> = state.list.rows.iter().filter(here).cloned().collect();
    marks::show_marks(state, &rows, &Mark::Read);
    let picked = Some(Pick::Place(fold(&town)));
    let target = Target::List(Query { picked, ..Query::default() }, state.now);
    vec![Effect::Change(Change { target, mark: Mark::Read })]
}

/// Marks read what the list has from before an instant.
fn read_older(state: &mut State, than: Timestamp) -> Vec<Effect> {
    let old = |row: &&EntryRow| row.published < than;
    let rows: Vec<EntryRow> = state.list.rows.iter().filter(old).cloned().collect();
    marks::show_marks(state, &rows, &Mark::Read);
    let target = Target::Older(state.list.query.clone(), than, state.now);
    vec![Effect::Change(Change { target, mark: Mark::Read })]
}

/// Takes the age that was typed: `3`, `3d`, `12h`, `2w`.
pub(super) fn older_typed(state: &mut State, text: &str) -> Vec<Effect> {
    let Some(seconds) = age(text) else {
        let text = tr!(state.lang(), "notice-no-age", text = text);
        state.complain(&text);
        return Vec::new();
    };
    let than = state.now.plus(-seconds);
    if let Ok(days) = u32::try_from(seconds / DAY)
        && i64::from(days) * DAY == seconds
    {
        state.last_change = Some(Last::Action(Action::ReadOlder, Some(days)));
    }
    read_older(state, than)
}

/// The seconds of an age: days, or with a letter hours, days, weeks (German ones too).
fn age(text: &str) -> Option<i64> {
    let text = text.trim();
    let digits = text.trim_end_matches(char::is_alphabetic).trim_end();
    let unit = match text[digits.len()..].trim() {
        "h" | "std" => 3600,
        "" | "d" | "t" => DAY,
        "w" => 7 * DAY,
        _ => return None,
    };
    digits.parse::<u32>().ok().map(|n| i64::from(n) * unit)
}

fn ask_for_tags(state: &mut State, count: Option<u32>) -> Vec<Effect> {
    let lines = lines(state, count);
    target(state, &lines, count).map(Effect::LoadTags).into_iter().collect()
}

/// Takes the tags that were asked for and lets the reader edit them.
pub(super) fn tags_loaded(state: &mut State, tagging: Tagging) -> Vec<Effect> {
    let before: Vec<&str> = tagging.before.iter().flatten().map(Clean::as_str).collect();
    let text = before.iter().flat_map(|tag| [tag, " "]).collect::<String>();
    let mut prompt = Prompt::new(Purpose::Tags, &text);
    prompt.completions = tagging.known.iter().map(ToString::to_string).collect();
    state.prompt = Some(prompt);
    state.tagging = Some(tagging);
    Vec::new()
}

/// Takes the tags that were typed: those that one entry shall have, or `+given` and `-taken` for several.
pub(super) fn tags_typed(state: &mut State, text: &str) -> Vec<Effect> {
    let Some(Tagging { target, before, .. }) = state.tagging.take() else { return Vec::new() };
    let edit = tag_edit(text, before.as_deref());
    if edit == TagEdit::default() {
        return Vec::new();
    }
    let n = state.list.marked().map_or(1, |lines| lines.len());
    let mark = Mark::Tags(edit);
    state.last_change = Some(Last::Mark(mark.clone(), u32::try_from(n).unwrap_or(u32::MAX)));
    state.list.drop_marked();
    vec![Effect::Change(Change { target, mark })]
}

fn tag_edit(text: &str, before: Option<&[Clean]>) -> TagEdit {
    let words = text.split([' ', ',']).filter(|word| !word.is_empty());
    let mut edit = TagEdit::default();
    let mut kept = Vec::new();
    for word in words {
        let (list, tag) = match word.strip_prefix('-') {
            Some(tag) => (&mut edit.remove, tag),
            None => (&mut edit.add, word.strip_prefix(['+', '#']).unwrap_or(word)),
        };
        let tag = Clean::line(tag);
        if !tag.is_empty() && !list.contains(&tag) {
            list.push(tag.clone());
        }
        kept.push(tag);
    }
    if let Some(before) = before {
        edit.add.retain(|tag| !before.contains(tag));
        edit.remove.extend(before.iter().filter(|tag| !kept.contains(tag)).cloned());
        edit.remove.retain(|tag| before.contains(tag));
    }
    edit
}

/// Always the article's page for this feed, or not any more.
fn full_text_feed(state: &mut State) -> Vec<Effect> {
    state
        .feed_here()
        .map(|feed| Effect::EditFeed(feed, FeedWish::ToggleFullText))
        .into_iter()
        .collect()
}

/// The selected lines' entries, for opening them.
pub(super) fn marked_entries(state: &mut State) -> Option<Vec<EntryId>> {
    let marked = state.list.marked()?;
    let ids = state.list.rows[marked].iter().map(|row| row.id).take(MOST_OPENED).collect();
    state.list.drop_marked();
    Some(ids)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_read() {
        let cases = [("3", 3 * DAY), ("12h", 43_200), ("2 w", 14 * DAY), ("1t", DAY)];
        for (text, want) in cases {
            assert_eq!(age(text), Some(want), "{text}");
        }
        for text in ["", "x", "3y", "-1", "99999999999"] {
            assert_eq!(age(text), None, "{text}");
        }
    }

    #[test]
    fn tags_are_compared_with_those_before() {
        let cleans = |tags: &[&str]| tags.iter().map(|tag| Clean::line(tag)).collect::<Vec<_>>();
        let edit = |text, before: Option<&[&str]>| {
            let before = before.map(cleans);
            let TagEdit { add, remove } = tag_edit(text, before.as_deref());
            let joined =
                |tags: &[Clean]| tags.iter().map(Clean::as_str).collect::<Vec<_>>().join(" ");
            (joined(&add), joined(&remove))
        };
        let both = |add: &str, remove: &str| (add.to_owned(), remove.to_owned());
        assert_eq!(edit("kita bau", Some(&["bau", "alt"])), both("kita", "alt"));
        assert_eq!(edit("", Some(&["bau"])), both("", "bau"));
        assert_eq!(edit("bau -alt", Some(&["bau", "alt"])), both("", "alt"));
        assert_eq!(edit("+kita, #bau -alt", None), both("kita bau", "alt"));
    }
}
