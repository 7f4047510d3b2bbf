//! Refreshing and subscribing.

use std::sync::{Arc, PoisonError};

use tokio_util::sync::CancellationToken;

use super::{Shared, settings};
use crate::app::{Candidate, Event};
use crate::config::{Edit, Reason};
use crate::domain::ids::FeedUrlError;
use crate::domain::{EntryId, FeedUrl, Progress, RefreshReport, Subscription, Which};
use crate::lang::Lang;
use crate::refresh::{self, Found, Refresh, RefreshError};
use crate::runtime::{Clock, Tell, after_refresh, history, say};
use crate::text::Clean;
use crate::{tr, words};

/// Refreshes feeds. One refresh runs at a time: a look for feeds that are due gives way, a wish of the reader is told.
pub(super) fn refresh(shared: Arc<Shared>, which: Which, tell: Tell) {
    let cancel = CancellationToken::new();
    {
        let mut running = shared.refresh.lock().unwrap_or_else(PoisonError::into_inner);
        if running.is_some() {
            if which != Which::Due {
                let text = shared.lang().text("notice-refresh-runs");
                tell.tell(Event::Noticed(Clean::line(&text)));
            }
            return;
        }
        *running = Some(cancel.clone());
    }
    tokio::spawn(async move {
        run(&shared, which, &cancel, &tell).await;
        *shared.refresh.lock().unwrap_or_else(PoisonError::into_inner) = None;
    });
}

async fn run(shared: &Arc<Shared>, which: Which, cancel: &CancellationToken, tell: &Tell) {
    let clock = shared.clock;
    let told = tell.clone();
    let refresh = Refresh {
        store: shared.store.clone(),
        client: shared.client(),
        policy: settings::policy(&shared.config()),
        subscriptions: shared.config().feeds.clone().into(),
        rules: shared.config().rules.clone().into(),
        zone: shared.surroundings.zone_name.clone(),
        clock: Arc::new(move || clock.now()),
        tell: Arc::new(move |progress| told.tell(Event::Refresh(progress))),
    };
    match refresh::run(&refresh, which, cancel).await {
        Ok(report) => {
            let (shared, tell) = (Arc::clone(shared), tell.clone());
            tokio::task::spawn_blocking(move || run_hook(&shared, &report, &tell));
        }
        Err(fault) => {
            let text = match &fault {
                RefreshError::Store(fault) => say::store(fault, shared.lang()),
                RefreshError::Internal(_) => fault.to_string(),
            };
            tell.tell(Event::Failed(Clean::line(&text)));
            tell.tell(Event::Refresh(Progress::Finished(RefreshReport::default())));
        }
    }
}

fn run_hook(shared: &Shared, report: &RefreshReport, tell: &Tell) {
    if let Err(fault) = after_refresh(&shared.config(), &shared.store, report) {
        let text =
            tr!(shared.lang(), "notice-hook-failed", reason = say::desktop(&fault, shared.lang()));
        tell.tell(Event::Failed(Clean::line(&text)));
    }
}

/// Stops the refresh; what has come is kept.
pub(super) fn cancel(shared: &Shared) {
    let running = shared.refresh.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(cancel) = running.as_ref() {
        cancel.cancel();
    }
}

/// Subscribes to an address, or to the feed of the page behind it; of several the reader chooses.
pub(super) fn subscribe(shared: Arc<Shared>, address: String, tell: Tell) {
    tokio::spawn(async move {
        let lang = shared.lang();
        let url = match FeedUrl::parse(&address) {
            Ok(url) => url,
            Err(fault) => return tell.tell(no_address(fault, lang)),
        };
        let (client, now) = (shared.client(), shared.clock.now());
        let found = refresh::look_up(&client, &url, true, now).await;
        let store = shared.store.clone();
        tokio::task::spawn_blocking(move || refresh::keep_contacts(&store, &client, now));
        match found {
            Ok(Found::Feed { url, title }) => add(&shared, url, title, &tell).await,
            Ok(Found::Candidates(found)) => {
                let candidates = found
                    .into_iter()
                    .map(|c| Candidate { url: c.url, title: Clean::line(&c.title) })
                    .collect();
                tell.tell(Event::FeedsFound(candidates));
            }
            Err(fault) => {
                let text = tr!(
                    lang,
                    "notice-no-feed",
                    address = url.as_str(),
                    reason = words::fault(&fault, lang)
                );
                tell.tell(Event::Failed(Clean::line(&text)));
            }
        }
    });
}

fn no_address(fault: FeedUrlError, lang: Lang) -> Event {
    Event::Failed(Clean::line(&Reason::Url(fault).say(lang)))
}

/// Subscribes to the feed that the reader has chosen.
pub(super) fn subscribe_to(shared: Arc<Shared>, candidate: Candidate, tell: Tell) {
    tokio::spawn(async move {
        match FeedUrl::parse(&candidate.url) {
            Ok(url) => add(&shared, url, candidate.title, &tell).await,
            Err(fault) => tell.tell(no_address(fault, shared.lang())),
        }
    });
}

/// Writes the subscription into the configuration, takes it over and fetches the feed.
async fn add(shared: &Arc<Shared>, url: FeedUrl, title: Clean, tell: &Tell) {
    let shared = Arc::clone(shared);
    let (adding, named) = (Arc::clone(&shared), title.clone());
    let added = tokio::task::spawn_blocking(move || {
        let wish = Edit::Add(vec![Subscription::new(url.clone())]);
        let (store, path) = (&adding.store, &adding.config_path);
        history::edit_subscriptions(store, path, &wish, &named, adding.clock.now())
            .map_err(|fault| say::history(&fault, adding.lang()))?;
        let events = settings::reload(&adding);
        let states = adding.store.feed_states();
        let states = states.map_err(|fault| say::store(&fault, adding.lang()))?;
        Ok::<_, String>((events, states.into_iter().find(|s| s.url == url).map(|s| s.id)))
    })
    .await;
    match added {
        Ok(Ok((events, id))) => {
            for event in events {
                tell.tell(event);
            }
            tell.tell(Event::Subscribed(title));
            if let Some(id) = id {
                refresh(shared, Which::Feed(id), tell.clone());
            }
        }
        Ok(Err(reason)) => tell.tell(Event::Failed(Clean::line(&reason))),
        Err(_) => {} // the program is ending
    }
}

/// Fetches the page of an entry's article and keeps it.
pub(super) fn fetch_page(shared: Arc<Shared>, id: EntryId, tell: Tell) {
    tokio::spawn(async move {
        let lang = shared.lang();
        match refresh::fetch_page(&shared.store, &shared.client(), id, shared.clock.now()).await {
            Ok(()) => tell.tell(Event::PageFetched(id)),
            Err(fault) => {
                let reason = words::fault(&fault, lang);
                tell.tell(Event::Failed(Clean::line(&tr!(
                    lang,
                    "notice-no-page",
                    reason = reason
                ))));
            }
        }
    });
}
