//! A reader with an archive and a configuration, a server with some feeds, and what they answer.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tempfile::TempDir;
use tokio_util::sync::CancellationToken;
use umland::domain::{
    FaultKind, FeedHealth, FeedId, FeedStatus, FeedUrl, Progress, RefreshReport, Subscription,
    Timestamp, Which,
};
use umland::fetch::{Client, FetchSettings};
use umland::refresh;
use umland::refresh::Refresh;
use umland::schedule::Policy;
use umland::store::Store;

use crate::support::{Answer, TestServer};

pub(crate) const T0: i64 = 1_795_392_000;

pub(crate) const HOUR: i64 = 3_600;

/// Everything is over within this time, whatever the server does.
pub(crate) const DEADLINE: Duration = Duration::from_secs(10);

/// A reader with an archive and a configuration, and a server with some feeds.
pub(crate) struct World {
    pub(crate) server: TestServer,
    pub(crate) refresh: Refresh,
    pub(crate) clock: Arc<AtomicI64>,
    pub(crate) told: Arc<Mutex<Vec<Progress>>>,
    pub(crate) dir: TempDir,
}

impl World {
    /// `feeds`: paths on the server.
    pub(crate) async fn new(feeds: &[&str], answers: Vec<Answer>) -> Self {
        let server = TestServer::start(answers).await;
        let url = |path: &&str| FeedUrl::parse(&server.fill(&format!("{{base}}{path}"))).unwrap();
        let subscriptions: Vec<Subscription> =
            feeds.iter().map(|path| Subscription::new(url(path))).collect();
        let dir = tempfile::tempdir().unwrap();
        let store = Store::open(dir.path(), Timestamp(T0)).unwrap();
        store.sync_subscriptions(&subscriptions, Timestamp(T0)).unwrap();
        let (clock, told) = (Arc::new(AtomicI64::new(T0)), Arc::new(Mutex::new(Vec::new())));
        let settings = FetchSettings {
            gap_ms: 0,
            per_host: 4,
            read_timeout: Duration::from_secs(2),
            ..FetchSettings::default()
        };
        let refresh = Refresh {
            store,
            client: Arc::new(Client::new(&settings)),
            policy: Policy::default(),
            subscriptions: subscriptions.into(),
            rules: std::sync::Arc::default(),
            zone: Some("Europe/Berlin".to_owned()),
            clock: {
                let clock = Arc::clone(&clock);
                Arc::new(move || Timestamp(clock.load(Ordering::SeqCst)))
            },
            tell: {
                let told = Arc::clone(&told);
                Arc::new(move |progress| told.lock().unwrap().push(progress))
            },
        };
        Self { server, refresh, clock, told, dir }
    }

    /// Refreshes so many seconds after the beginning.
    pub(crate) async fn at(&self, seconds: i64, which: Which) -> RefreshReport {
        self.clock.store(T0 + seconds, Ordering::SeqCst);
        self.told.lock().unwrap().clear();
        let cancel = CancellationToken::new();
        let running = refresh::run(&self.refresh, which, &cancel);
        tokio::time::timeout(DEADLINE, running).await.expect("in time").unwrap()
    }

    /// How the feeds' turns ended, by path.
    pub(crate) fn ends(&self) -> Vec<(String, FeedStatus)> {
        let base = self.server.fill("{base}");
        let told = self.told.lock().unwrap();
        let mut ends: Vec<_> = told
            .iter()
            .filter_map(|progress| match progress {
                Progress::Feed { url, status, .. } => {
                    Some((url.as_str().trim_start_matches(&base).to_owned(), status.clone()))
                }
                Progress::Started { .. }
                | Progress::Page(_)
                | Progress::Noteworthy(_)
                | Progress::Finished(_) => None,
            })
            .collect();
        ends.sort_by(|a, b| a.0.cmp(&b.0));
        ends
    }

    pub(crate) fn health(&self, index: usize) -> FeedHealth {
        self.refresh.store.feed_states().unwrap().swap_remove(index).health
    }

    pub(crate) fn id(&self, index: usize) -> FeedId {
        self.refresh.store.feed_states().unwrap()[index].id
    }

    pub(crate) fn entries(&self) -> u64 {
        self.refresh.store.counts().unwrap().entries
    }

    pub(crate) fn lines(&self) -> Vec<String> {
        self.server.seen().into_iter().map(|seen| seen.line).collect()
    }
}

/// An RSS document with these headlines.
pub(crate) fn rss(headlines: &[&str]) -> String {
    let item = |title: &&str| {
        format!(
            "<item><guid>{title}</guid><title>{title}</title><description>Text.</description></item>"
        )
    };
    let items: String = headlines.iter().map(item).collect();
    format!("<rss version=\"2.0\"><channel><title>Anzeiger</title>{items}</channel></rss>")
}

pub(crate) fn ok(path: &str, headers: &[&str], body: String) -> Answer {
    let headers = headers.iter().map(|h| (*h).to_owned()).collect();
    Answer { path: path.to_owned(), status: Some(200), headers, body, ..Answer::default() }
}

pub(crate) fn status(path: &str, status: u16, headers: &[&str]) -> Answer {
    Answer { status: Some(status), ..ok(path, headers, String::new()) }
}

pub(crate) fn fault(status: &FeedStatus) -> FaultKind {
    match status {
        FeedStatus::Failed(fault) => fault.kind,
        other => panic!("{other:?}"),
    }
}
