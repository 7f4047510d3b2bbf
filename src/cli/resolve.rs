//! From what the reader types to the feed that is meant.

use std::fmt::Write as _;

use super::exit::{Failure, Result};
use crate::domain::{FeedRow, FeedUrl};
use crate::lang::Lang;
use crate::text::fold::fold;
use crate::text::nearest;
use crate::tr;

/// Candidates that are named when several feeds fit.
const NAMED: usize = 5;

/// Whether a name fits one or several of the feeds.
pub(super) fn fits_some(feeds: &[FeedRow], typed: &str) -> bool {
    let folded = fold(typed);
    feeds.iter().any(|f| fold(&f.title).contains(&folded) || f.url.as_str().contains(typed))
}

/// The feed of an address, a title, or a part of either that only one feed has.
///
/// # Errors
/// When none or several feeds fit.
pub(super) fn feed<'a>(feeds: &'a [FeedRow], typed: &str, lang: Lang) -> Result<&'a FeedRow> {
    let url = FeedUrl::parse(typed).ok();
    let folded = typed.to_lowercase();
    let exact = |feed: &&FeedRow| url.as_ref() == Some(&feed.url);
    let titled = |feed: &&FeedRow| feed.title.to_lowercase() == folded;
    if let Some(feed) = feeds.iter().find(exact) {
        return Ok(feed);
    }
    let mut fitting: Vec<&FeedRow> = feeds.iter().filter(titled).collect();
    if fitting.is_empty() {
        let part = |feed: &&FeedRow| {
            feed.title.to_lowercase().contains(&folded) || feed.url.as_str().contains(typed)
        };
        fitting = feeds.iter().filter(part).collect();
    }
    match fitting.as_slice() {
        [one] => Ok(one),
        [] => {
            let text = tr!(lang, "cli-no-such-feed", feed = typed);
            let meant = nearest(typed, feeds.iter().map(|feed| feed.title.as_str()));
            let meant = meant.map(|word| tr!(lang, "cli-usage-meant", word = word));
            Err(Failure::Said(
                [Some(text), meant].into_iter().flatten().collect::<Vec<_>>().join(" "),
            ))
        }
        many => {
            let mut text = tr!(lang, "cli-several-feeds", feed = typed, n = many.len());
            for feed in many.iter().take(NAMED) {
                let _ = write!(text, "\n  {}  {}", feed.url, feed.title); // writing to a String cannot fail
            }
            Err(Failure::Said(text))
        }
    }
}
