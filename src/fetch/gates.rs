//! Politeness: how many requests at once, in all and to one host, and the pause between two to one host.
//!
//! A host is a scheme, a name and a port. Waiting is cancelled by dropping the future; nothing is held then.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, sleep_until};
use url::{Origin, Url};

use crate::fetch::outcome::Place;

/// The gates of one client.
#[derive(Debug)]
pub(super) struct Gates {
    global: Arc<Semaphore>,
    hosts: Mutex<HashMap<Origin, Arc<Host>>>,
    per_host: usize,
    gap: Duration,
}

#[derive(Debug)]
struct Host {
    slots: Arc<Semaphore>,
    /// The next request may begin at this instant.
    free_at: Mutex<Instant>,
    gap: Duration,
}

/// The right to make one request; given back when dropped.
#[derive(Debug)]
pub(super) struct Pass {
    host: Arc<Host>,
    _slot: Option<OwnedSemaphorePermit>,
    global: Option<OwnedSemaphorePermit>,
}

impl Pass {
    /// Gives the host free for its next request, and keeps the place of the whole.
    pub(super) fn into_place(mut self) -> Place {
        Place::new(self.global.take())
    }
}

impl Gates {
    pub(super) fn new(concurrency: usize, per_host: usize, gap: Duration) -> Self {
        Self {
            global: Arc::new(Semaphore::new(concurrency.max(1))),
            hosts: Mutex::default(),
            per_host: per_host.max(1),
            gap,
        }
    }

    /// Waits for one's turn. The host's turn comes first, so that one slow host does not keep the others waiting.
    pub(super) async fn enter(&self, url: &Url) -> Pass {
        let host = self.host(url);
        // The semaphores are never closed, so a permit always comes.
        let slot = Arc::clone(&host.slots).acquire_owned().await.ok();
        loop {
            let free_at = *host.free_at.lock().unwrap_or_else(PoisonError::into_inner);
            if free_at > Instant::now() {
                sleep_until(free_at).await;
                continue;
            }
            let global = Arc::clone(&self.global).acquire_owned().await.ok();
            if host.book() {
                return Pass { host, _slot: slot, global };
            }
        }
    }

    fn host(&self, url: &Url) -> Arc<Host> {
        let mut hosts = self.hosts.lock().unwrap_or_else(PoisonError::into_inner);
        let new = || Host {
            slots: Arc::new(Semaphore::new(self.per_host)),
            free_at: Mutex::new(Instant::now()),
            gap: self.gap,
        };
        Arc::clone(hosts.entry(url.origin()).or_insert_with(|| Arc::new(new())))
    }
}

impl Host {
    /// Takes the present instant for a request, unless somebody else has just taken it.
    fn book(&self) -> bool {
        let mut free_at = self.free_at.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        let free = *free_at <= now;
        if free {
            *free_at = now + self.gap;
        }
        free
    }
}

impl Drop for Pass {
    fn drop(&mut self) {
        let mut free_at = self.host.free_at.lock().unwrap_or_else(PoisonError::into_inner);
        *free_at = (*free_at).max(Instant::now() + self.host.gap);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    fn url(host: &str) -> Url {
        Url::parse(host).expect(host)
    }

    /// Makes `n` requests of 100 ms to each of the hosts; returns the time taken and the most at once.
    async fn run(gates: Gates, hosts: &[&str], n: usize) -> (Duration, usize) {
        let (gates, start) = (Arc::new(gates), Instant::now());
        let (inside, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let mut tasks = tokio::task::JoinSet::new();
        for host in hosts.iter().flat_map(|h| std::iter::repeat_n(url(h), n)) {
            let (gates, inside, most) =
                (Arc::clone(&gates), Arc::clone(&inside), Arc::clone(&most));
            tasks.spawn(async move {
                let _pass = gates.enter(&host).await;
                most.fetch_max(inside.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                tokio::time::sleep(Duration::from_millis(100)).await;
                inside.fetch_sub(1, Ordering::SeqCst);
            });
        }
        tasks.join_all().await;
        (start.elapsed(), most.load(Ordering::SeqCst))
    }

    #[tokio::test(start_paused = true)]
    async fn one_host_is_asked_one_at_a_time_with_a_pause() {
        let gates = Gates::new(16, 1, Duration::from_millis(500));
        let (took, most) = run(gates, &["http://a.example/x"], 4).await;
        assert_eq!(most, 1);
        assert!(took >= Duration::from_millis(4 * 100 + 3 * 500), "{took:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn hosts_differ_by_scheme_name_and_port_and_do_not_wait_for_each_other() {
        let gates = Gates::new(16, 1, Duration::from_millis(500));
        let hosts =
            ["http://a.example", "http://a.example:81", "https://a.example", "http://b.example"];
        let (took, most) = run(gates, &hosts, 1).await;
        assert_eq!(most, 4);
        assert!(took < Duration::from_millis(150), "{took:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn the_whole_is_limited() {
        let gates = Gates::new(2, 1, Duration::ZERO);
        let hosts =
            ["http://a.example", "http://b.example", "http://c.example", "http://d.example"];
        let (_, most) = run(gates, &hosts, 2).await;
        assert_eq!(most, 2);
    }

    #[tokio::test(start_paused = true)]
    async fn a_host_that_waits_for_its_pause_holds_no_place_of_the_whole() {
        let gates = Gates::new(1, 1, Duration::from_secs(10));
        let (took, _) = run(gates, &["http://a.example", "http://b.example"], 2).await;
        assert!(took < Duration::from_millis(10_400), "{took:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn a_wait_that_is_dropped_holds_nothing() {
        let (gates, host) = (Gates::new(16, 1, Duration::from_secs(60)), url("http://a.example"));
        drop(gates.enter(&host).await);
        let waiting = tokio::time::timeout(Duration::from_secs(1), gates.enter(&host));
        assert!(waiting.await.is_err());
        let later = tokio::time::timeout(Duration::from_secs(61), gates.enter(&host));
        assert!(later.await.is_ok());
    }
}
