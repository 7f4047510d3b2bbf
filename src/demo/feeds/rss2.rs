//! RSS 2.0 in the dialects of five houses.

use std::fmt::Write as _;

use crate::demo::calendar::rfc2822;
use crate::demo::item::{BASE, Item};
use crate::demo::markup::escape;
use crate::demo::publisher::{Dialect, FeedSpec, Publisher};

const NAMESPACES: &str = "xmlns:atom=\"http://www.w3.org/2005/Atom\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:media=\"http://search.yahoo.com/mrss/\"";

/// Writes the feed.
pub(crate) fn write(
    publisher: &Publisher,
    feed: &FeedSpec,
    dialect: Dialect,
    items: &[&Item],
) -> String {
    let encoding = if dialect == Dialect::Western { "ISO-8859-1" } else { "UTF-8" };
    let path = escape(feed.document_path());
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"{encoding}\"?>\n<rss version=\"2.0\" {NAMESPACES}>\n<channel>\n<title>{}</title>\n<link>{BASE}/{}/</link>\n<description>{}</description>\n<language>{}</language>\n<atom:link rel=\"self\" type=\"application/rss+xml\" href=\"{BASE}{path}\"/>\n<lastBuildDate>{}</lastBuildDate>\n",
        escape(feed.title),
        publisher.id,
        escape(publisher.name),
        publisher.language,
        rfc2822(super::newest(items)),
    );
    for item in items {
        // A string cannot fail to be written to.
        let _ = writeln!(out, "<item>\n<pubDate>{}</pubDate>", rfc2822(item.published));
        out.push_str(&match dialect {
            Dialect::GluedKicker => glued_kicker(item),
            Dialect::Western => western(item),
            Dialect::Press => press(publisher, item),
            Dialect::FullText | Dialect::Broken => full_text(publisher, item),
        });
        for tag in &item.tags {
            let _ = writeln!(out, "<category>{}</category>", escape(tag));
        }
        out.push_str(
            "</item>
",
        );
    }
    out.push_str("</channel>\n</rss>\n");
    if dialect == Dialect::Broken { broken(&out) } else { out }
}

/// A big house: kicker and headline in one title with trailing blanks, an image in the description, padded names.
fn glued_kicker(item: &Item) -> String {
    let title = if item.kicker.is_empty() {
        item.title.clone()
    } else {
        format!("{}: {}  ", item.kicker, item.title)
    };
    let image = item.picture_path().map(|path| {
        format!(
            "<img src=\"{BASE}{path}\" width=\"160\" height=\"90\" align=\"left\" hspace=\"4\" alt=\"{}\">",
            escape(&item.caption)
        )
    });
    let mut out = format!(
        "<title>{}</title>\n<link>{}</link>\n<guid isPermaLink=\"true\">{BASE}/stadtblatt/{}</guid>\n<description><![CDATA[{}\n          {}\n        ]]></description>\n",
        escape(&title),
        item.url(),
        item.number,
        image.unwrap_or_default(),
        escape(&item.teaser),
    );
    if !item.author.is_empty() {
        let _ =
            writeln!(out, "<dc:creator><![CDATA[\n            {}\n ]]></dc:creator>", item.author);
    }
    let tier = if item.access.is_empty() { "free" } else { &item.access };
    let _ = writeln!(out, "<content_tier>{tier}</content_tier>");
    if let Some(path) = item.picture_path() {
        let _ =
            writeln!(out, "<enclosure url=\"{BASE}{path}\" type=\"image/png\" length=\"14900\"/>");
    }
    out
}

/// A district paper: `dcterms:accessRights`, `media:content` with description and credit.
fn western(item: &Item) -> String {
    let access = if item.is_locked() { "locked" } else { "free" };
    let mut out = format!(
        "<title>{}</title>\n<link>{}</link>\n<guid isPermaLink=\"false\">kk-{}</guid>\n<description>{}</description>\n<dcterms:accessRights>{access}</dcterms:accessRights>\n",
        escape(&item.title),
        item.url(),
        item.number,
        escape(&item.teaser),
    );
    if !item.author.is_empty() {
        let _ = writeln!(out, "<dc:creator>{}</dc:creator>", escape(&item.author));
    }
    if let Some(path) = item.picture_path() {
        let _ = writeln!(
            out,
            "<media:content url=\"{BASE}{path}\" type=\"image/png\" medium=\"image\"><media:description>{}</media:description><media:credit>{}</media:credit></media:content>",
            escape(&item.caption),
            escape(&item.credit),
        );
    }
    out
}

/// A press portal: the whole text in the description, contact block at the end.
fn press(publisher: &Publisher, item: &Item) -> String {
    let contact = item.contact.replace(" / ", "<br>");
    let html = format!(
        "{}<p>Rückfragen von Medienvertretern bitte an:<br>{contact}</p><p>Original-Content von: {}</p>",
        item.body_html(publisher).replace('\n', ""),
        publisher.name,
    );
    format!(
        "<title>{}</title>\n<link>{}</link>\n<guid isPermaLink=\"true\">{}</guid>\n<description>{}</description>\n",
        escape(&item.title),
        item.url(),
        item.url(),
        escape(&html),
    )
}

/// A content management system: numeric entities in the title, a permalink that is none, the whole text.
fn full_text(publisher: &Publisher, item: &Item) -> String {
    let title = escape(&item.title).replace('–', "&#8211;").replace("&quot;", "&#34;");
    let mut html = String::new();
    if let Some(path) = item.picture_path() {
        let _ = writeln!(
            html,
            "<figure><img src=\"{BASE}{path}\" alt=\"\"><figcaption>{} Foto: {}</figcaption></figure>",
            escape(&item.caption),
            escape(&item.credit)
        );
    }
    html.push_str(&item.body_html(publisher));
    format!(
        "<title>{title}</title>\n<link>{}</link>\n<guid isPermaLink=\"false\">{BASE}/{}/?p={}</guid>\n<dc:creator>{}</dc:creator>\n<description><![CDATA[{} […]]]></description>\n<content:encoded><![CDATA[{html}]]></content:encoded>\n",
        item.url(),
        publisher.id,
        item.number % 10_000,
        escape(if item.author.is_empty() { publisher.name } else { &item.author }),
        escape(&item.teaser),
    )
}

/// What a careless plug-in and a short time-out make of a feed: ampersands bare, the end missing.
fn broken(text: &str) -> String {
    let end = text.rfind("</content:encoded>").unwrap_or(text.len());
    let cut = (0..end.saturating_sub(140)).rev().find(|at| text.is_char_boundary(*at));
    text[..cut.unwrap_or(end)].replace("&amp;", "&")
}
