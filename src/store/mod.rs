//! The archive: `SQLite`. The only module that knows SQL.
//!
//! A [`Store`] is cheap to clone and may be used from any thread. One connection writes, a small pool reads (WAL: readers
//! never wait for the writer, nor for other processes). All methods block; call them where blocking is allowed.
//!
//! **Invariant:** a feed's document, its validators and the counts are written in one transaction: all or nothing.
//! **Invariant:** counts are kept, not counted; `tests/store.rs` compares them with a recount.
//! **Invariant:** nothing is deleted. A feed that is unsubscribed is archived, with its entries.

mod addresses;
mod affected;
mod alerts;
mod backup;
mod body;
mod check;
mod codec;
mod connection;
mod contacts;
mod deltas;
mod entries;
mod error;
mod feeds;
mod gather;
mod health;
mod held;
mod hits;
mod identity;
mod ids;
mod index;
mod journal;
mod lock;
mod mapping;
mod merge;
mod opening;
mod ordered;
mod pace;
mod pages;
mod picks;
mod places;
mod placing;
mod prepared;
mod ranking;
mod reading;
mod record;
mod recover;
mod revision;
mod rows;
mod rules;
mod salvage;
mod scan;
mod sets;
mod steps;
mod streams;
mod tags;
mod term;
mod told;
mod unique;
mod window;
mod words;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicI64};
use std::sync::{Arc, Mutex};

use rusqlite::Connection;

use crate::domain::{FeedHealth, FeedId, FeedUrl, ParsedFeed, Timestamp};
use crate::text::Clean;

pub use check::Examination;
pub use error::StoreError;
pub use gather::{Mutes, Taste};
pub use identity::canonical_address;
pub use lock::RefreshLock;
pub use pages::KeptPage;
pub use prepared::Prepared;
pub use ranking::Hit;
pub use recover::Recovered;
pub use rules::{Ruled, RuledList};
pub use salvage::Saved;

/// Name of the database file in the data directory.
pub const FILE_NAME: &str = "umland.db";

/// What the store's methods give.
pub type Result<T> = std::result::Result<T, StoreError>;

/// The archive. Clones share it.
#[derive(Debug, Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    path: PathBuf,
    /// Reading connections that nobody uses just now.
    readers: Mutex<Vec<Connection>>,
    /// None when the archive was opened only for reading. Closed after the readers: only the last connection to close
    /// empties the log into the archive, and a reading one cannot.
    writer: Option<Mutex<Connection>>,
    /// The last answer of [`Store::data_version`].
    seen_version: AtomicI64,
    /// Whether the same article in several feeds stays several entries.
    keep_apart: AtomicBool,
    /// What the configuration says about every list.
    taste: Mutex<Taste>,
    /// What the words that were searched last found.
    held: Mutex<held::Cache>,
    /// Words of entries that have just been merged, which the index will ask for.
    words: Mutex<BTreeMap<i64, String>>,
}

/// What a refresh needs of a feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedState {
    /// The feed.
    pub id: FeedId,
    /// Where it is fetched.
    pub url: FeedUrl,
    /// Its title for talk: the reader's, else the feed's own, else its address.
    pub title: Clean,
    /// Folder path; empty for the top level.
    pub folder: Clean,
    /// How it has been doing, with its validators.
    pub health: FeedHealth,
}

/// The archive in numbers. Subscribed feeds only, but for `starred`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Subscribed feeds.
    pub feeds: u64,
    /// Those whose last fetch failed.
    pub failing: u64,
    /// Entries; one that several feeds list counts once.
    pub entries: u64,
    /// Unread entries, likewise.
    pub unread: u64,
    /// Starred entries, archived feeds included.
    pub starred: u64,
}

/// A fetched document with what is stored beside it.
#[derive(Debug, Clone, Copy)]
pub struct Document<'a> {
    /// Of which feed.
    pub feed: FeedId,
    /// The parsed document.
    pub parsed: &'a ParsedFeed,
    /// What [`Store::prepare`] made of it; without it the writing thread has to do that too.
    pub prepared: Option<&'a Prepared>,
    /// The feed's health with the validators of this very answer. The store itself sets `last_change`.
    pub health: &'a FeedHealth,
}

impl Store {
    /// Opens the archive in `dir`, creating both when they are missing (mode 0600 and 0700) and migrating an older one
    /// after a backup. A newer, foreign or damaged file is refused and left as it is.
    pub fn open(dir: &Path, now: Timestamp) -> Result<Self> {
        let path = dir.join(FILE_NAME);
        let writer = opening::writer(&path, now)?;
        check::quick(&path, &writer)?;
        Ok(Self::new(path, Some(writer)))
    }

    /// Opens the archive in `dir` only for reading: never blocks, never migrates, writes nothing. Methods that write
    /// answer [`StoreError::ReadOnly`].
    pub fn open_reader(dir: &Path) -> Result<Self> {
        let path = dir.join(FILE_NAME);
        let reader = opening::checked_reader(&path)?;
        check::quick(&path, &reader)?;
        let store = Self::new(path, None);
        store.give_back(reader);
        Ok(store)
    }

    /// Keeps the same article in several feeds of one publisher as several entries. What is joined already stays so.
    pub fn keep_apart(&self, apart: bool) {
        self.inner.keep_apart.store(apart, std::sync::atomic::Ordering::Relaxed);
    }

    fn new(path: PathBuf, writer: Option<Connection>) -> Self {
        Self {
            inner: Arc::new(Inner {
                path,
                writer: writer.map(Mutex::new),
                readers: Mutex::new(Vec::new()),
                seen_version: AtomicI64::new(0),
                keep_apart: AtomicBool::new(false),
                taste: Mutex::default(),
                held: Mutex::default(),
                words: Mutex::default(),
            }),
        }
    }
}

/// A count as `SQLite` keeps it.
fn to_count(n: i64) -> u64 {
    u64::try_from(n).unwrap_or_default()
}

/// A number as `SQLite` keeps it, saturating.
fn to_sql<N: TryInto<i64>>(n: N) -> i64 {
    n.try_into().unwrap_or(i64::MAX)
}
