//! One feed's turn: fetch it, parse it, and say what came of it.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;
use std::time::Instant;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::domain::{Fault, FaultKind, FeedHealth, FeedId, FeedUrl, ParsedFeed, Warning};
use crate::fetch::{Fresh, Outcome, Request};
use crate::parse;
use crate::refresh::{FeedArea, Refresh, health, millis};
use crate::store::{Prepared, Store};
use crate::text::Clean;
use crate::text::guard::guarded;

/// A place among the parsers.
type Permit = Option<OwnedSemaphorePermit>;

/// A feed that is asked.
#[derive(Debug)]
pub(super) struct Turn {
    pub id: FeedId,
    /// The address as the reader subscribed to it.
    pub url: FeedUrl,
    /// Its folder.
    pub folder: Clean,
    /// Its title.
    pub title: Clean,
    pub request: Request,
    pub health: FeedHealth,
}

/// How it ended.
#[derive(Debug)]
pub(super) struct Ended {
    pub id: FeedId,
    pub url: FeedUrl,
    /// The feed's health from now on.
    pub health: FeedHealth,
    pub with: With,
    pub http: Option<u16>,
    pub ms: u64,
}

/// What came of it.
#[derive(Debug)]
pub(super) enum With {
    /// A document, prepared for the archive if it could be, and the address that the feed has moved to with it.
    Document(Box<ParsedFeed>, Option<Prepared>, Option<String>),
    /// Nothing new.
    Same,
    /// It was not asked after all.
    NotAsked,
    /// A fault.
    Fault(Fault),
}

impl Turn {
    /// Takes the turn. A panic in here costs this feed only. With a document comes the place among the `parsers`: it is
    /// to be kept until the writer has taken the document, so that parsed documents do not pile up either.
    pub(super) async fn take(self, refresh: &Refresh, parsers: &Arc<Semaphore>) -> (Ended, Permit) {
        let started = Instant::now();
        let outcome = fetch(refresh, &self.request).await;
        let now = (refresh.clock)();
        let (id, url, old) = (self.id, self.url, self.health);
        let feed = (id, url.clone(), self.folder, self.title);
        let end = |health, with, http| Ended { id, url, health, with, http, ms: millis(started) };
        let ended = match outcome {
            Outcome::Fresh(fresh) => {
                let http = Some(fresh.http).filter(|status| *status != 0);
                // The document keeps its place among the requests until it is read: that holds the next request back.
                // The semaphore is never closed, so a permit always comes.
                let permit = Arc::clone(parsers).acquire_owned().await.ok();
                let context = parse::Context { now, zone: refresh.zone.clone() };
                let reading =
                    read(refresh.store.clone(), feed, fresh, old.body_hash, context).await;
                let ended = match reading {
                    Reading::Document(fresh, parsed, prepared, warnings, hash) => {
                        let moved = fresh
                            .permanent_url
                            .clone()
                            .filter(|to| old.moved_to.as_ref() != Some(to));
                        let hints = parsed.hints;
                        let health = health::fetched(old, &fresh, hints, warnings, hash, now);
                        end(health, With::Document(parsed, prepared, moved), http)
                    }
                    Reading::Same(fresh) => {
                        end(health::same_bytes(old, &fresh, now), With::Same, http)
                    }
                    Reading::Fault(fault) => {
                        let fault = Fault { http, ..fault };
                        end(health::failed(old, fault.clone(), now), With::Fault(fault), http)
                    }
                };
                return (ended, permit);
            }
            Outcome::NotModified(same) => {
                end(health::not_modified(old, *same, now), With::Same, Some(304))
            }
            Outcome::Gone(fault) => {
                let http = fault.http;
                end(health::gone(old, fault.clone(), now), With::Fault(fault), http)
            }
            Outcome::Throttled { seconds, fault } => {
                let http = fault.http;
                let health = health::throttled(old, fault.clone(), seconds, now);
                end(health, With::Fault(fault), http)
            }
            Outcome::Resting => end(old, With::NotAsked, None),
            Outcome::Failed(fault) => {
                let http = fault.http;
                end(health::failed(old, fault.clone(), now), With::Fault(fault), http)
            }
        };
        (ended, None)
    }
}

/// Fetches; a panic on the way becomes a fault.
async fn fetch(refresh: &Refresh, request: &Request) -> Outcome {
    let mut fetching = pin!(refresh.client.get(request));
    poll_fn(|context| {
        guarded(|| fetching.as_mut().poll(context)).unwrap_or_else(|panic| {
            Poll::Ready(Outcome::Failed(Fault::new(FaultKind::Internal, &panic)))
        })
    })
    .await
}

/// What reading a document gave; its bytes are gone, the rest of the answer stays.
enum Reading {
    Document(Box<Fresh>, Box<ParsedFeed>, Option<Prepared>, Vec<Warning>, i64),
    Same(Box<Fresh>),
    Fault(Fault),
}

async fn read(
    store: Store,
    (feed, url, folder, title): (FeedId, FeedUrl, Clean, Clean),
    mut fresh: Box<Fresh>,
    last_hash: Option<i64>,
    context: parse::Context,
) -> Reading {
    let reading = tokio::task::spawn_blocking(move || {
        let body = std::mem::take(&mut fresh.body);
        let hash = health::hash(&body);
        if last_hash == Some(hash) {
            return Reading::Same(fresh);
        }
        let base = Some(fresh.final_url.as_str());
        match parse::guarded(&body, Some(&fresh.content_type), base, &context) {
            Ok((mut parsed, warnings)) => {
                // If the archive cannot be read, the writer meets the same fault and knows what to do.
                let mut prepared = store.prepare(feed, &parsed).ok();
                if let Some(prepared) = &mut prepared {
                    let area = FeedArea::of(&url, &folder, &title);
                    prepared.place(&parsed, |entry| area.place(entry, parsed.language.as_deref()));
                    prepared.lighten(&mut parsed);
                }
                Reading::Document(fresh, Box::new(parsed), prepared, warnings, hash)
            }
            Err(error) => Reading::Fault(error.fault()),
        }
    });
    reading.await.unwrap_or_else(|_| {
        Reading::Fault(Fault::new(FaultKind::Internal, "a panic while reading the feed was caught"))
    })
}
