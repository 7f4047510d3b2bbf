//! What can be known of a document's entries without the archive, before the write lock is taken. Pure.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{ParsedEntry, ParsedFeed};
use crate::store::identity;

/// An entry with what can be known of it without the archive.
pub(super) struct Prepared<'a> {
    pub(super) entry: &'a ParsedEntry,
    pub(super) guid_hash: i64,
    pub(super) hash: i64,
    /// The canonical address and its key, when it names one entry of this document only.
    pub(super) address: Option<(String, i64)>,
}

/// Prepares the entries of a document.
pub(super) fn prepare(parsed: &ParsedFeed, apart: bool) -> Vec<Prepared<'_>> {
    let mut seen = BTreeSet::new();
    let mut uses: BTreeMap<i64, u32> = BTreeMap::new();
    let mut prepared: Vec<Prepared<'_>> = Vec::with_capacity(parsed.entries.len());
    for entry in &parsed.entries {
        let guid_hash = identity::stable_hash(&[&entry.guid]);
        if !seen.insert(guid_hash) {
            continue; // the parser promises unique identifiers; a broken promise must not cost the feed
        }
        let address = entry.url.as_deref().filter(|_| !apart);
        let address = address.and_then(identity::canonical_address).map(|canonical| {
            let key = identity::url_key(&canonical);
            *uses.entry(key).or_default() += 1;
            (canonical, key)
        });
        let hash = identity::content_hash(entry);
        prepared.push(Prepared { entry, guid_hash, hash, address });
    }
    for entry in &mut prepared {
        entry.address = entry.address.take().filter(|(_, key)| uses.get(key) == Some(&1));
    }
    prepared
}
