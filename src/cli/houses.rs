//! The publishers of a directory of pages: what several pages of one have in common is no part of its articles.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use crate::article::{self, Extracted};
use crate::domain::{FeedUrl, Template};

/// An article and the file that it goes into.
type Found = (PathBuf, Extracted);

/// The publishers with several pages, and their articles as they come.
#[derive(Default)]
pub(super) struct Houses {
    articles: HashMap<String, Mutex<Vec<Found>>>,
}

impl Houses {
    /// The publishers of pages of these addresses.
    pub(super) fn of<'a>(addresses: impl IntoIterator<Item = &'a str>) -> Self {
        let mut counts: HashMap<String, usize> = HashMap::new();
        for host in addresses.into_iter().filter_map(host) {
            *counts.entry(host).or_default() += 1;
        }
        let several = counts.into_iter().filter(|(_, n)| *n >= Template::MIN_ARTICLES);
        Self { articles: several.map(|(host, _)| (host, Mutex::default())).collect() }
    }

    /// Keeps an article until all of its publisher's are there; gives back one whose publisher has too few.
    pub(super) fn keep(&self, url: &str, target: PathBuf, found: Extracted) -> Option<Found> {
        let Some(house) = host(url).and_then(|host| self.articles.get(&host)) else {
            return Some((target, found));
        };
        house.lock().unwrap_or_else(PoisonError::into_inner).push((target, found));
        None
    }

    /// The articles that were kept, without what each publisher's have in common.
    pub(super) fn finish(self) -> impl Iterator<Item = Found> {
        self.articles.into_values().flat_map(|house| {
            let mut house = house.into_inner().unwrap_or_else(PoisonError::into_inner);
            // In the order of their names, whichever thread was quicker.
            house.sort_by(|a, b| a.0.cmp(&b.0));
            let prints: Vec<Vec<u64>> =
                house.iter().map(|(_, found)| article::fingerprints(&found.article)).collect();
            let template = Template::learn(prints.iter().map(Vec::as_slice));
            for (_, found) in &mut house {
                article::without_furniture(found, &template);
            }
            house
        })
    }
}

fn host(url: &str) -> Option<String> {
    Some(FeedUrl::parse(url).ok()?.host())
}
