//! Which hosts a client has contacted, until somebody writes it down.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use url::Url;

use crate::domain::Purpose;

/// Contacts that are not written down yet.
#[derive(Debug, Default)]
pub(super) struct Contacts(Mutex<BTreeMap<(String, Purpose), u64>>);

impl Contacts {
    /// A request is about to go out.
    pub(super) fn note(&self, url: &Url, purpose: Purpose) {
        let host = url.host_str().unwrap_or_default().to_owned();
        let mut noted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *noted.entry((host, purpose)).or_default() += 1;
    }

    /// Hands over what was noted, and forgets it.
    pub(super) fn take(&self) -> Vec<(String, Purpose, u64)> {
        let noted = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        noted.into_iter().map(|((host, purpose), n)| (host, purpose, n)).collect()
    }
}
