//! What the interface wants of the archive, in order: a question asked after a mark sees the mark (see lanes.rs).

use super::lanes::Lanes;
use super::{revision, source, stories};
use crate::app::{Effect, Event, Loaded, Tagging};
use crate::article;
use crate::domain::{Cursor, Entry, EntryId, Query, Target, Timestamp};
use crate::lang::Lang;
use crate::runtime::{Clock, SystemClock, Tell, say};
use crate::store::{Result, Store, StoreError};
use crate::text::Clean;
use crate::words::NAMED;

/// Changes that the reader sees of the journal.
const HISTORY: usize = 500;

/// The archive and whoever asks it.
#[derive(Debug)]
pub(super) struct Archive {
    lanes: Lanes,
    clock: SystemClock,
}

impl Archive {
    pub(super) fn new(store: &Store, clock: SystemClock) -> Self {
        Self { lanes: Lanes::new(store), clock }
    }

    /// Makes a change of the archive's or the configuration's, in its turn.
    pub(super) fn change(&self, tell: Tell, job: impl FnOnce(&Store) + Send + 'static) {
        self.lanes.change(tell, job);
    }

    /// Answers a question, in its turn.
    pub(super) fn ask(&self, job: impl FnOnce(&Store) + Send + 'static) {
        self.lanes.ask(job);
    }

    pub(super) fn perform(&self, effect: Effect, lang: Lang, tell: Tell) {
        let clock = self.clock;
        let changes = matches!(
            effect,
            Effect::Change(_)
                | Effect::Undo
                | Effect::Redo
                | Effect::Remember(..)
                | Effect::KeepPlace(..)
        );
        let told = tell.clone();
        let job = move |store: &Store| match answer(store, effect, clock.now()) {
            Ok(event) => event.into_iter().for_each(|event| told.tell(event)),
            Err(fault) => told.tell(failed(&fault, lang)),
        };
        if changes { self.change(tell, job) } else { self.ask(job) }
    }
}

/// Does at once what an effect wants of the archive; `None` when it wants nothing of it, or no answer.
///
/// # Errors
/// When the archive cannot be read or written.
pub fn answer(store: &Store, effect: Effect, now: Timestamp) -> Result<Option<Event>> {
    let event = match effect {
        Effect::LoadTree => load_tree(store),
        Effect::LoadEntries { query, anchor, size } => {
            store.window(&query, anchor, size).map(Event::EntriesLoaded)
        }
        Effect::CountEntries(query) => {
            let total = store.length(&query, || true)?;
            return Ok(total.map(|total| Event::EntriesCounted { query, total }));
        }
        Effect::LoadHeadlines(ids) => headlines(store, &ids),
        Effect::CountViews(queries) => {
            let counts = queries.iter().map(|query| store.count_unread(query));
            counts.collect::<Result<_>>().map(Event::ViewsCounted)
        }
        Effect::FindUnread { query, from, forward } => find_unread(store, query, from, forward),
        Effect::LoadArticle { id, of_feed } => load_article(store, id, of_feed),
        Effect::LoadPicks(query) => store.picks(&query).map(|rows| Event::PicksLoaded(query, rows)),
        Effect::LoadMap(query) => {
            store.map_places(&query).map(|places| Event::MapLoaded(query, places))
        }
        Effect::LoadPaces => store.paces(now).map(Event::PacesLoaded),
        Effect::FindRandom(query) => find_random(store, query),
        Effect::LoadSource(id) => source::load(store, id),
        Effect::LoadRevision { id, back } => revision::load(store, id, back),
        Effect::CountVersions(ids) => stories::count(store, ids),
        Effect::LoadBoard(subject) => stories::load(store, subject, now),
        Effect::Change(change) => stories::widened(store, change)
            .and_then(|change| store.change(&change, now))
            .map(Event::Changed),
        // Steps over edits of the configuration are the world's; see `history`.
        Effect::Undo => store.undo().map(|step| Event::WasUndone(step.map(|step| step.what))),
        Effect::Redo => store.redo(now).map(|step| Event::WasRedone(step.map(|step| step.what))),
        Effect::LoadTags(target) => load_tags(store, target),
        Effect::LoadHistory => store.history(HISTORY).map(Event::HistoryLoaded),
        Effect::Remember(name, value) => {
            store.ui_set(name, &value)?;
            return Ok(None);
        }
        Effect::KeepPlace(id, letters) => {
            store.keep_reading_place(id, letters)?;
            return Ok(None);
        }
        _ => return Ok(None), // not the archive's
    };
    event.map(Some)
}

fn headlines(store: &Store, ids: &[EntryId]) -> Result<Event> {
    Ok(Event::HeadlinesLoaded(named(store, ids)?, ids.len()))
}

/// The headlines that a notice of these entries names.
pub fn named(store: &Store, ids: &[EntryId]) -> Result<Vec<Clean>> {
    let named = ids.iter().take(NAMED).map(|id| Ok(store.entry(*id)?.map(|e| e.row.title)));
    named.filter_map(Result::transpose).collect()
}

fn load_tags(store: &Store, target: Target) -> Result<Event> {
    let before = match &target {
        Target::Entries(ids) => match ids[..] {
            [only] => Some(store.entry_tags(only)?),
            _ => None,
        },
        _ => None,
    };
    let known = store.tags()?.into_iter().map(|(tag, _)| tag).collect();
    Ok(Event::TagsLoaded(Box::new(Tagging { target, before, known })))
}

fn failed(fault: &StoreError, lang: Lang) -> Event {
    tracing::warn!(%fault, "the archive failed");
    Event::Failed(Clean::line(&say::store(fault, lang)))
}

/// Looks on from the window's edge; when nothing is left there, from the list's other end.
fn find_unread(store: &Store, query: Query, from: Option<Cursor>, forward: bool) -> Result<Event> {
    let beyond = match from {
        Some(from) => store.next(&query, from, forward, true)?,
        None => None,
    };
    let found = if let Some(row) = beyond {
        Some(row.cursor)
    } else {
        let newest_first = !query.order.reversed;
        let key = if newest_first == forward { i64::MAX } else { i64::MIN };
        let end = Cursor { key, id: EntryId(key) };
        store.next(&query, end, forward, true)?.map(|row| row.cursor)
    };
    Ok(Event::UnreadFound { query, found })
}

fn find_random(store: &Store, query: Query) -> Result<Event> {
    let found = store.random_unread(&query)?.map(|row| row.cursor);
    Ok(Event::UnreadFound { query, found })
}

fn load_article(store: &Store, id: EntryId, of_feed: bool) -> Result<Event> {
    let Some(mut entry) = store.entry(id)? else { return Ok(Event::ArticleMissing(id)) };
    let has_page = entry.full_html.is_some();
    if of_feed {
        entry.full_html = None;
    }
    let placing = store.placing(id)?;
    let place = store.reading_place(id)?;
    let found = article::read_entry(&entry);
    let Entry { row, url, sources, tags, mut enclosures, .. } = entry;
    enclosures
        .sort_by_key(|file| !(file.mime.starts_with("audio/") || file.mime.starts_with("video/")));
    let enclosures = enclosures.iter().map(|file| Clean::line(&file.url)).collect();
    Ok(Event::ArticleLoaded(Box::new(Loaded {
        row,
        article: found.article,
        access: (found.access, found.reason),
        url,
        sources,
        tags,
        enclosures,
        placing,
        has_page,
        of_feed: of_feed || !has_page,
        place,
    })))
}

fn load_tree(store: &Store) -> Result<Event> {
    let unread = store.counts()?.unread;
    Ok(Event::TreeLoaded(store.feeds()?, unread))
}
