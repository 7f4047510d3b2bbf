//! Hosts that have asked for a pause (429, 503): while this client lives, none of their feeds is asked before it is over.
//!
//! A pause counts for a host that has a public name. Behind a number or `localhost` there are often several servers, each
//! with a mind of its own.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::time::Instant;
use url::{Host, Url};

use crate::schedule::{HOST_REST, LONGEST_HOST_REST};

/// Pauses by host.
#[derive(Debug, Default)]
pub(super) struct Rests(Mutex<HashMap<String, Instant>>);

impl Rests {
    /// The host asked for a pause of so many seconds, or of none in particular.
    pub(super) fn begin(&self, url: &Url, seconds: Option<u32>) {
        let Some(host) = public_name(url) else { return };
        let seconds = seconds.map_or(HOST_REST, |s| i64::from(s).min(LONGEST_HOST_REST));
        let end = Instant::now() + Duration::from_secs(seconds.unsigned_abs());
        let mut rests = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let rest = rests.entry(host.to_owned()).or_insert(end);
        *rest = (*rest).max(end);
    }

    /// Whether the host is not to be asked now.
    pub(super) fn holds(&self, url: &Url) -> bool {
        let rests = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        public_name(url).and_then(|host| rests.get(host)).is_some_and(|end| *end > Instant::now())
    }
}

fn public_name(url: &Url) -> Option<&str> {
    match url.host()? {
        Host::Domain(name) if name != "localhost" => Some(name),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_pause_holds_for_all_of_a_host_and_ends() {
        let rests = Rests::default();
        let url = |url: &str| Url::parse(url).expect(url);
        rests.begin(&url("https://a.example/x"), Some(60));
        rests.begin(&url("http://127.0.0.1:8000/x"), Some(60));
        assert!(rests.holds(&url("https://a.example/y")));
        assert!(!rests.holds(&url("https://b.example/x")));
        assert!(!rests.holds(&url("http://127.0.0.1:8000/x")));
        tokio::time::advance(Duration::from_secs(61)).await;
        assert!(!rests.holds(&url("https://a.example/y")));
    }
}
