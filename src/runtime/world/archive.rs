//! What the interface wants of the archive, done in order on a thread of its own: a question asked after a mark sees the
//! mark.

use std::sync::mpsc::{Sender, channel};

use super::super::{Clock, SystemClock, Tell};
use crate::app::{Effect, Event, Loaded};
use crate::article::{self, FeedContent, Hints};
use crate::domain::{Article, Cursor, Entry, EntryId, Query, Timestamp};
use crate::store::{Result, Store};
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
        Effect::LoadArticle(id) => load_article(store, id),
        Effect::Change(change) => store.change(&change, now).map(Event::Changed),
        Effect::Undo => store.undo().map(Event::WasUndone),
        Effect::Redo => store.redo(now).map(Event::WasRedone),
        Effect::Remember(name, value) => {
            return store.ui_set(name, &value).err().map(failed);
        }
        _ => return None, // not the archive's
    };
    Some(result.unwrap_or_else(failed))
}

fn failed(fault: crate::store::StoreError) -> Event {
    tracing::warn!(%fault, "the archive failed");
    Event::Failed(Clean::line(&fault.to_string()))
}

/// Looks on from the window's edge; when nothing is left there, from the list's other end.
fn find_unread(store: &Store, query: Query, from: Option<Cursor>, forward: bool) -> Result<Event> {
    let beyond = match from {
        Some(from) => store.next(&query, from, forward, true)?,
        None => None,
    };
    let found = match beyond {
        Some(row) => Some(row.cursor),
        None => {
            let newest_first = query.order == crate::domain::Order::NewestFirst;
            let key = if newest_first == forward { i64::MAX } else { i64::MIN };
            let end = Cursor { key, id: EntryId(key) };
            store.next(&query, end, forward, true)?.map(|row| row.cursor)
        }
    };
    Ok(Event::UnreadFound { query, found })
}

fn load_article(store: &Store, id: EntryId) -> Result<Event> {
    let Some(entry) = store.entry(id)? else { return Ok(Event::ArticleMissing(id)) };
    let article = article_of(&entry);
    let Entry { row, url, sources, enclosures, .. } = entry;
    let enclosures = enclosures.iter().map(|file| Clean::line(&file.url)).collect();
    Ok(Event::ArticleLoaded(Box::new(Loaded { row, article, url, sources, enclosures })))
}

/// The article of an entry: its page when that was fetched, else what the feed says.
fn article_of(entry: &Entry) -> Article {
    let url = entry.url.as_deref().unwrap_or_default();
    if let Some(page) = &entry.full_html {
        let hints = Hints { title: &entry.row.title, ..Hints::default() };
        return article::from_page(page, url, &hints).article;
    }
    article::from_feed(&FeedContent {
        html: &entry.content_html,
        title: &entry.row.title,
        summary: &entry.summary,
        authors: &entry.authors,
        published: entry.row.dated.then_some(entry.row.published),
        language: entry.language.as_deref().unwrap_or_default(),
        url,
        feed_title: &entry.row.feed_title,
        categories: &entry.categories,
        image: entry.image.as_deref(),
        image_caption: &entry.image_caption,
        image_credit: &entry.image_credit,
    })
}

fn load_tree(store: &Store) -> Result<Event> {
    let unread = store.counts()?.unread;
    Ok(Event::TreeLoaded(store.feeds()?, unread))
}
