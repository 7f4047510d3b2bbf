//! Which entries tell the same story, and what will take place: the archive's texts, judged by `story` and `agenda`.

use std::sync::Arc;

use super::Shared;
use crate::agenda;
use crate::app::Event;
use crate::app::board::{Note, Story, Subject, Version};
use crate::domain::{Alike, Change, EntryId, EntryRow, Target, Timestamp, Told};
use crate::runtime::Tell;
use crate::store::{Result, Store};
use crate::story::{self, Rarity, Telling};

/// Entries of an edition, at most, and of the days in which dates are looked for.
const EDITION: usize = 1_000;
const EVENTS: usize = 1_500;
/// Seconds before an edition whose texts tell which words are rare.
const BEFORE: i64 = 3 * 86_400;
/// Seconds of texts in which dates are looked for.
const RECENT: i64 = 14 * 86_400;

/// Loads a list of stories.
pub(super) fn load(store: &Store, subject: Subject, now: Timestamp) -> Result<Event> {
    let stories = match &subject {
        Subject::Coverage(id) => coverage(store, *id)?,
        Subject::Edition(since) => edition(store, *since)?,
        Subject::Events(zone) => {
            let told = store.told_since(now.plus(-RECENT), EVENTS)?;
            let text = |told: &Told| format!("{}\n{}", told.row.title, told.text);
            events(told, |told| agenda::occasions(&text(told), told.row.published, now, zone))
        }
    };
    Ok(Event::BoardLoaded(subject, stories))
}

/// A change of an entry and its story, widened to the versions of other papers.
pub(super) fn widened(store: &Store, change: Change) -> Result<Change> {
    let Target::Stories(ids) = change.target else { return Ok(change) };
    let mut all = ids.clone();
    for id in ids {
        if let Some(told) = store.told(id)? {
            all.extend(versions(store, &told)?.into_iter().map(|(row, _)| row.id));
        }
    }
    Ok(Change { target: Target::Stories(all), ..change })
}

/// Counts the versions of other papers.
pub(super) fn count(store: &Store, ids: Vec<EntryId>) -> Result<Event> {
    let mut counted = Vec::with_capacity(ids.len());
    for id in ids {
        let n = match store.told(id)? {
            Some(told) => versions(store, &told)?.len(),
            None => 0,
        };
        counted.push((id, u16::try_from(n).unwrap_or(u16::MAX)));
    }
    Ok(Event::VersionsCounted(counted))
}

/// The same beside everything else: windows never wait for it.
pub(super) fn count_beside(shared: Arc<Shared>, ids: Vec<EntryId>, tell: Tell) {
    tokio::task::spawn_blocking(move || match count(&shared.store, ids) {
        Ok(event) => tell.tell(event),
        Err(fault) => {
            // Whoever asks for a window is told of the same fault.
            tracing::warn!(%fault, "versions could not be counted");
            tell.tell(Event::VersionsCounted(Vec::new()));
        }
    });
}

/// The entry first, then the versions of other papers, the newest first.
fn coverage(store: &Store, id: EntryId) -> Result<Vec<Story>> {
    let Some(told) = store.told(id)? else { return Ok(Vec::new()) };
    let versions = versions(store, &told)?;
    let asked = Version { row: told.row, note: Note::Asked };
    let others = versions.into_iter().map(|(row, alike)| Version { row, note: Note::Alike(alike) });
    Ok(std::iter::once(asked).chain(others).map(|version| Story::new(vec![version])).collect())
}

pub(super) fn versions(store: &Store, told: &Told) -> Result<Vec<(EntryRow, Alike)>> {
    let words = story::keywords(&told.row.title, &told.text);
    let gathered = store.gather(told.row.id, &words, story::APART)?;
    let this = telling(told);
    let others: Vec<Telling> = gathered.told.iter().map(telling).collect();
    let mut rarity = Rarity::of(others.iter().chain([&this]));
    for (word, count) in words.iter().zip(&gathered.counts) {
        rarity.know(word, *count, gathered.texts);
    }
    let judged = gathered.told.into_iter().zip(&others);
    let mut found: Vec<(EntryRow, Alike)> = judged
        .filter_map(|(told, other)| Some((told.row, story::likeness(&this, other, &rarity)?)))
        .collect();
    found.sort_by_key(|(row, _)| std::cmp::Reverse((row.published, row.id)));
    Ok(found)
}

/// What was published since an instant, put together by story.
fn edition(store: &Store, since: Timestamp) -> Result<Vec<Story>> {
    let mut told = store.told_since(since.plus(-BEFORE), EDITION)?;
    let mut tellings: Vec<Telling> = told.iter().map(telling).collect();
    let rarity = Rarity::of(&tellings);
    // The newest come first.
    told.retain(|told| told.row.published >= since);
    tellings.truncate(told.len());
    let apart = |a: usize, b: usize| told[a].row.feed == told[b].row.feed;
    let version = |i: usize| Version { row: told[i].row.clone(), note: Note::None };
    let groups = story::group(&tellings, &rarity, apart).into_iter();
    Ok(groups.map(|group| Story::new(group.into_iter().map(version).collect())).collect())
}

/// What takes place, by date; the same date in several versions of a story stays as often.
fn events(told: Vec<Told>, find: impl Fn(&Told) -> Vec<agenda::Occasion>) -> Vec<Story> {
    let mut found = Vec::new();
    for told in told {
        let occasions = find(&told);
        found.extend(occasions.into_iter().map(|occasion| (occasion, told.row.clone())));
    }
    found.sort_by(|(a, row_a), (b, row_b)| (a, row_a.id).cmp(&(b, row_b.id)));
    let version = |(occasion, row): (agenda::Occasion, EntryRow)| Version {
        row,
        note: Note::When(occasion.at, occasion.timed),
    };
    found.into_iter().map(|found| Story::new(vec![version(found)])).collect()
}

fn telling(told: &Told) -> Telling {
    Telling::new(&told.row.title, &told.text, told.row.published)
}
