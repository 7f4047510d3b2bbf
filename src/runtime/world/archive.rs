//! What the interface wants of the archive, done in order on a thread of its own: a question asked after a mark sees the
//! mark.

use std::sync::mpsc::{Sender, channel};

use crate::app::{Effect, Event, Loaded};
use crate::article;
use crate::domain::{Cursor, Entry, EntryId, Query, Timestamp};
use crate::runtime::{Clock, SystemClock, Tell};
use crate::store::{Result, Store, StoreError};
use crate::text::Clean;

type Job = Box<dyn FnOnce(&Store) + Send>;

/// The archive's thread. It ends when this is dropped.
#[derive(Debug)]
pub(super) struct Archive {
    jobs: Sender<Job>,
    clock: SystemClock,
}

impl Archive {
    pub(super) fn new(store: Store, clock: SystemClock) -> Self {
        let (jobs, inbox) = channel::<Job>();
        std::thread::spawn(move || {
            while let Ok(job) = inbox.recv() {
                job(&store);
            }
        });
        Self { jobs, clock }
    }

    pub(super) fn perform(&self, effect: Effect, tell: Tell) {
        let clock = self.clock;
        let job: Job = Box::new(move |store| {
            if let Some(event) = answer(store, effect, clock.now()) {
                tell.tell(event);
            }
        });
        // The thread lives as long as the sender.
        let _ = self.jobs.send(job);
    }
}

/// Does at once what an effect wants of the archive; `None` when it wants nothing of it, or no answer.
pub fn answer(store: &Store, effect: Effect, now: Timestamp) -> Option<Event> {
    let result = match effect {
        Effect::LoadTree => load_tree(store),
        Effect::LoadEntries { query, anchor, size } => {
            store.window(&query, anchor, size).map(Event::EntriesLoaded)
        }
        Effect::FindUnread { query, from, forward } => find_unread(store, query, from, forward),
        Effect::LoadArticle { id, of_feed } => load_article(store, id, of_feed),
        Effect::LoadPicks(query) => store.picks(&query).map(|rows| Event::PicksLoaded(query, rows)),
        Effect::Change(change) => store.change(&change, now).map(Event::Changed),
        Effect::Undo => store.undo().map(Event::WasUndone),
        Effect::Redo => store.redo(now).map(Event::WasRedone),
        Effect::Remember(name, value) => {
            return store.ui_set(name, &value).err().as_ref().map(failed);
        }
        _ => return None, // not the archive's
    };
    Some(result.unwrap_or_else(|fault| failed(&fault)))
}

fn failed(fault: &StoreError) -> Event {
    tracing::warn!(%fault, "the archive failed");
    Event::Failed(Clean::line(&fault.to_string()))
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
        let key = if query.order.is_descending() == forward { i64::MAX } else { i64::MIN };
        let end = Cursor { key, id: EntryId(key) };
        store.next(&query, end, forward, true)?.map(|row| row.cursor)
    };
    Ok(Event::UnreadFound { query, found })
}

fn load_article(store: &Store, id: EntryId, of_feed: bool) -> Result<Event> {
    let Some(mut entry) = store.entry(id)? else { return Ok(Event::ArticleMissing(id)) };
    let has_page = entry.full_html.is_some();
    if of_feed {
        entry.full_html = None;
    }
    let placing = store.placing(id)?;
    let article = article::of_entry(&entry);
    let Entry { row, url, sources, enclosures, .. } = entry;
    let enclosures = enclosures.iter().map(|file| Clean::line(&file.url)).collect();
    Ok(Event::ArticleLoaded(Box::new(Loaded {
        row,
        article,
        url,
        sources,
        enclosures,
        placing,
        has_page,
        of_feed: of_feed || !has_page,
    })))
}

fn load_tree(store: &Store) -> Result<Event> {
    let unread = store.counts()?.unread;
    Ok(Event::TreeLoaded(store.feeds()?, unread))
}
