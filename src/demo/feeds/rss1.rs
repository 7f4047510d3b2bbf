//! RSS 1.0 (RDF) with Dublin Core and syndication modules.

use std::fmt::Write as _;

use crate::demo::calendar::rfc3339;
use crate::demo::item::{BASE, Item};
use crate::demo::markup::escape;
use crate::demo::publisher::{FeedSpec, Publisher};

/// Writes the feed.
pub(crate) fn write(publisher: &Publisher, feed: &FeedSpec, items: &[&Item]) -> String {
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:sy=\"http://purl.org/rss/1.0/modules/syndication/\">\n<channel rdf:about=\"{BASE}{}\">\n<title>{}</title>\n<link>{BASE}/{}/</link>\n<description>Einsatzberichte der {}</description>\n<dc:language>{}</dc:language>\n<sy:updatePeriod>hourly</sy:updatePeriod>\n<items><rdf:Seq>\n",
        feed.path,
        escape(feed.title),
        publisher.id,
        escape(publisher.name),
        publisher.language,
    );
    for item in items {
        let _ = writeln!(out, "<rdf:li rdf:resource=\"{}\"/>", item.url()); // a String cannot fail
    }
    out.push_str("</rdf:Seq></items>\n</channel>\n");
    for item in items {
        let url = item.url();
        let _ = write!(
            out,
            "<item rdf:about=\"{url}\">\n<title>{}</title>\n<link>{url}</link>\n<description>{}</description>\n<dc:date>{}</dc:date>\n<dc:creator>{}</dc:creator>\n",
            escape(&item.title),
            escape(&item.teaser),
            rfc3339(item.published),
            escape(publisher.name),
        );
        for tag in &item.tags {
            let _ = writeln!(out, "<dc:subject>{}</dc:subject>", escape(tag));
        }
        out.push_str("</item>\n");
    }
    out + "</rdf:RDF>\n"
}
