//! Atom (RFC 4287), as broadcasters write it: a summary, categories, `updated` that tells of corrections.

use std::fmt::Write as _;

use crate::demo::calendar::rfc3339;
use crate::demo::item::{BASE, Item};
use crate::demo::markup::escape;
use crate::demo::publisher::{FeedSpec, Publisher};

/// Writes the feed.
pub(crate) fn write(publisher: &Publisher, feed: &FeedSpec, items: &[&Item]) -> String {
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n<title>{}</title>\n<id>{BASE}{}</id>\n<link rel=\"self\" href=\"{BASE}{}\"/>\n<link rel=\"alternate\" type=\"text/html\" href=\"{BASE}/{}/\"/>\n<updated>{}</updated>\n<author><name>{}</name></author>\n",
        publisher.language,
        escape(feed.title),
        feed.path,
        feed.path,
        publisher.id,
        rfc3339(super::newest(items)),
        escape(publisher.name),
    );
    for item in items {
        let url = item.url();
        let _ = write!(
            out,
            "<entry>\n<title type=\"html\">{}</title>\n<id>tag:rheinaue,2026:{}</id>\n<link rel=\"alternate\" href=\"{url}\"/>\n<published>{}</published>\n<updated>{}</updated>\n",
            escape(&escape(&item.title)),
            item.number,
            rfc3339(item.published),
            rfc3339(item.updated.unwrap_or(item.published)),
        ); // writing to a String cannot fail
        if !item.author.is_empty() {
            let _ = writeln!(out, "<author><name>{}</name></author>", escape(&item.author));
        }
        for tag in &item.tags {
            let _ = writeln!(out, "<category term=\"{}\"/>", escape(tag));
        }
        if let Some(path) = item.picture_path() {
            let _ = writeln!(
                out,
                "<link rel=\"enclosure\" type=\"image/png\" href=\"{BASE}{path}\" title=\"{}\"/>",
                escape(&item.caption)
            );
        }
        let _ = writeln!(out, "<summary>{}</summary>\n</entry>", escape(&item.teaser));
    }
    out + "</feed>\n"
}
