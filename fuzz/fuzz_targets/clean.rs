//! Any text as what a terminal is to show: cleaned to the invariant of `Clean` and no further by a second cleaning, and
//! any HTML sanitised to a fixed point, made plain and made an article.
#![no_main]

use libfuzzer_sys::fuzz_target;
use umland::article::{self, FeedContent};
use umland::parse::{plain, sanitise};
use umland::text::Clean;

fuzz_target!(|bytes: &[u8]| {
    let raw = String::from_utf8_lossy(bytes);
    let line = Clean::line(&raw);
    assert!(!line.chars().any(char::is_control), "{line:?}");
    assert_eq!(Clean::line(&line), line);
    let text = Clean::text(&raw);
    assert!(!text.chars().any(|c| c.is_control() && c != '\n'), "{text:?}");
    assert_eq!(Clean::text(&text), text);

    let once = sanitise::sanitise(&raw);
    assert_eq!(sanitise::sanitise(&once), once);
    let _ = plain::text_of_html(&raw);
    let content = FeedContent { html: &raw, title: &line, ..FeedContent::default() };
    let made = article::from_feed(&content);
    let _ = (article::html(&made), article::plain(&made), article::markdown(&made));
});
