//! An entry of the archive → its article: of its page when that was fetched, else of what the feed gave.

use super::template::without_furniture;
use super::{Extracted, FeedContent, Hints, from_feed, from_page};
use crate::domain::{Access, Article, Entry, Timestamp};
use crate::text::guard;

/// The article of an entry. A fault of umland in here costs the body, not the program.
pub fn of_entry(entry: &Entry) -> Article {
    read_entry(entry).article
}

/// The article of an entry, and whether its publisher lets everybody read it: what the page says, else what the feed says.
pub fn read_entry(entry: &Entry) -> Extracted {
    let mut found = guard::guarded(|| extracted(entry)).unwrap_or_else(|_| Extracted {
        article: Article {
            headline: entry.row.title.clone(),
            deck: entry.summary.clone(),
            authors: entry.authors.clone(),
            published: Some(entry.row.published),
            ..Article::default()
        },
        ..Extracted::default()
    });
    if found.access == Access::Unknown && entry.row.access != Access::Unknown {
        found.access = entry.row.access;
        found.reason = "feed";
    }
    found
}

/// The article of an entry's page, as it came, with what the feed knows of the entry.
pub fn of_page(entry: &Entry, html: &str) -> Extracted {
    let hints = Hints {
        title: &entry.row.title,
        authors: &entry.authors,
        published: published(entry),
        language: entry.language.as_deref().unwrap_or_default(),
        feed_title: &entry.row.feed_title,
        categories: &entry.categories,
    };
    from_page(html, entry.url.as_deref().unwrap_or_default(), &hints)
}

fn published(entry: &Entry) -> Option<Timestamp> {
    Some(entry.row.published).filter(|_| entry.row.dated)
}

fn extracted(entry: &Entry) -> Extracted {
    if let Some(html) = &entry.full_html {
        let mut page = of_page(entry, html);
        if !page.article.blocks.is_empty() {
            without_furniture(&mut page, &entry.template);
            return page;
        }
    }
    let article = from_feed(&FeedContent {
        html: &entry.content_html,
        title: &entry.row.title,
        summary: &entry.summary,
        authors: &entry.authors,
        published: published(entry),
        language: entry.language.as_deref().unwrap_or_default(),
        url: entry.url.as_deref().unwrap_or_default(),
        feed_title: &entry.row.feed_title,
        categories: &entry.categories,
        image: entry.image.as_deref(),
        image_caption: &entry.image_caption,
        image_credit: &entry.image_credit,
    });
    Extracted { article, ..Extracted::default() }
}
