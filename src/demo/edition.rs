//! An edition: every feed, page and picture at its address, made for an instant.
//!
//! **Invariant:** the same `now` makes the same edition, byte for byte.

use std::collections::BTreeMap;
use std::time::Duration;

use hyper::HeaderMap;

use super::document::{Answer, Document, Resource};
use super::feeds;
use super::houses::PUBLISHERS;
use super::item::Item;
use super::page;
use super::publisher::{FeedSpec, Manner, Publisher};
use super::source;
use crate::domain::{FeedUrl, Subscription, Timestamp};
use crate::text::Clean;

/// How many articles a page recommends.
const RELATED: usize = 3;

/// The built-in edition.
#[derive(Debug, Clone)]
pub struct Edition {
    resources: BTreeMap<String, Resource>,
}

impl Edition {
    /// Makes the edition as it stands at `now`: the newest entry is a few minutes old, the oldest some nine days.
    pub fn new(now: Timestamp) -> Self {
        let mut edition = Self { resources: BTreeMap::new() };
        for publisher in PUBLISHERS {
            let sources = source::read(publisher.source)
                .expect("the sources are part of the program, and a test reads them all");
            let mut items: Vec<Item> =
                sources.iter().map(|source| Item::new(source, publisher, now)).collect();
            items.sort_by_key(|item| std::cmp::Reverse((item.published, item.number)));
            edition.add_feeds(publisher, &items);
            edition.add_pages(publisher, &items);
        }
        edition
    }

    /// The answer to a GET request for a path with its query. Links in it lead to the `Host` that was asked.
    pub fn answer(&self, path: &str, headers: &HeaderMap) -> Answer {
        match self.resources.get(path) {
            Some(resource) => resource.answer(headers),
            None => Answer::short(404, "nothing here\n"),
        }
    }

    /// Every path with a query that the edition answers other than by 404, in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.resources.keys().map(String::as_str)
    }

    /// The subscriptions of a reader of this edition, under the address that serves it (without a closing slash).
    pub fn subscriptions(&self, base_url: &str) -> Vec<Subscription> {
        let feeds = PUBLISHERS.iter().flat_map(|publisher| publisher.feeds);
        let subscription = |feed: &FeedSpec| {
            let url = FeedUrl::parse(&format!("{base_url}{}", feed.path)).ok()?;
            let mut subscription = Subscription::new(url);
            subscription.title = Some(Clean::line(feed.title));
            subscription.folder = Clean::line(feed.folder);
            subscription.full_text = feed.only_teases() && feed.manner != Manner::Gone;
            Some(subscription)
        };
        feeds.filter_map(subscription).collect()
    }

    fn add_feeds(&mut self, publisher: &Publisher, items: &[Item]) {
        for feed in publisher.feeds {
            if feed.manner == Manner::Gone {
                self.add(feed.path, Resource::Gone);
                continue;
            }
            if let Manner::Moved(to) = feed.manner {
                self.add(feed.path, Resource::Moved(to.to_owned()));
            }
            let in_section = |item: &&Item| {
                feed.section.is_empty() || item.sections.iter().any(|name| name == feed.section)
            };
            let listed: Vec<&Item> = items.iter().filter(in_section).collect();
            let document = feeds::document(publisher, feed, &listed);
            self.add(feed.document_path(), Resource::Document(document));
        }
    }

    fn add_pages(&mut self, publisher: &Publisher, items: &[Item]) {
        for (n, item) in items.iter().enumerate() {
            let others: Vec<&Item> =
                items.iter().cycle().skip(n + 1).take(RELATED.min(items.len() - 1)).collect();
            let text = page::article(publisher, item, &others);
            self.add(&item.path, html(text, item.updated.unwrap_or(item.published)));
            self.add(
                &format!("/{}/{}", publisher.id, item.number),
                Resource::Moved(item.path.clone()),
            );
            if let Some(picture) = item.picture_path() {
                self.add(&picture, Resource::Picture(item.number));
            }
        }
        if let Some(newest) = items.first()
            && publisher.language == "de"
        {
            let path = format!("/{}/", publisher.id);
            self.add(&path, html(page::front(publisher, items), newest.published));
        }
    }

    fn add(&mut self, path: &str, resource: Resource) {
        self.resources.insert(path.to_owned(), resource);
    }
}

fn html(text: String, modified: Timestamp) -> Resource {
    Resource::Document(Document {
        content_type: "text/html; charset=utf-8",
        text,
        western: false,
        modified,
        delay: Duration::ZERO,
    })
}
