//! Article pages from a publisher's template: `{{name}}` is filled in, and a line of which a name stays empty is dropped.

use std::fmt::Write as _;

use super::calendar;
use super::item::{BASE, Item};
use super::markup::escape;
use super::publisher::{FeedSpec, Format, Publisher};

/// The page of an entry; `others` are recommended on it.
pub(crate) fn article(publisher: &Publisher, item: &Item, others: &[&Item]) -> String {
    let related = others.iter().fold(String::new(), |mut out, other| {
        let _ = write!(out, "<li><a href=\"{}\">{}</a></li>", other.url(), escape(&other.title));
        out // writing to a String cannot fail
    });
    let picture = item.picture_path().map(|path| format!("{BASE}{path}")).unwrap_or_default();
    let locked = if item.is_locked() { "locked" } else { "" };
    let updated = item.updated.map(|at| calendar::byline(at, publisher.language));
    let contact = item.contact.split(" / ").map(escape).collect::<Vec<_>>().join("<br>");
    let escaped_tags = item.tags.iter().map(|tag| escape(tag)).collect::<Vec<_>>();
    let values = [
        ("publisher", publisher.name.to_owned()),
        ("home", format!("{BASE}/{}/", publisher.id)),
        ("url", item.url()),
        ("number", item.number.to_string()),
        ("kicker", escape(&item.kicker)),
        ("title", escape(&item.title)),
        ("teaser", escape(&item.teaser)),
        ("place", escape(&item.place)),
        ("author", escape(&item.author)),
        ("date", calendar::byline(item.published, publisher.language)),
        ("iso", calendar::rfc3339(item.published)),
        ("updated", updated.unwrap_or_default()),
        ("press_date", calendar::print("%d.%m.%Y – %H:%M", item.published)),
        ("picture", picture),
        ("caption", escape(&item.caption)),
        ("credit", escape(&item.credit)),
        ("contact", contact),
        ("note", escape(&item.note)),
        ("tags", escaped_tags.join(", ")),
        ("related", related),
        ("locked", locked.to_owned()),
        ("is_free", (!item.is_locked()).to_string()),
        ("json_title", json(&item.title)),
        ("json_author", json(if item.author.is_empty() { publisher.name } else { &item.author })),
        ("feeds", feed_links(publisher)),
        ("body", item.body_html(publisher)),
    ];
    fill(publisher.template, &values)
}

/// A publisher's front page: its feeds for autodiscovery and its headlines.
pub(crate) fn front(publisher: &Publisher, items: &[Item]) -> String {
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{}</title>\n{}\n</head>\n<body>\n<h1>{}</h1>\n<ul>\n",
        publisher.language,
        escape(publisher.name),
        feed_links(publisher),
        escape(publisher.name)
    );
    for item in items {
        let _ = writeln!(out, "<li><a href=\"{}\">{}</a></li>", item.url(), escape(&item.title));
    }
    out + "</ul>\n</body>\n</html>\n"
}

fn feed_links(publisher: &Publisher) -> String {
    let link = |feed: &FeedSpec| {
        let mime = match feed.format {
            Format::Rss2(_) | Format::Rss1 => "application/rss+xml",
            Format::Atom => "application/atom+xml",
            Format::Json => "application/feed+json",
        };
        format!(
            "<link rel=\"alternate\" type=\"{mime}\" title=\"{}\" href=\"{}\">",
            escape(feed.title),
            escape(feed.path)
        )
    };
    publisher.feeds.iter().map(link).collect::<Vec<_>>().join("\n")
}

/// A JSON string that may stand inside a `script` element.
fn json(text: &str) -> String {
    serde_json::Value::from(text).to_string().replace("</", "<\\/")
}

fn fill(template: &str, values: &[(&str, String)]) -> String {
    let mut out = String::with_capacity(template.len() * 2);
    for line in template.lines() {
        if let Some(filled) = fill_line(line, values) {
            out.push_str(&filled);
            out.push('\n');
        }
    }
    out
}

/// A line with its names filled in; `None` when one of them is empty or unknown.
fn fill_line(line: &str, values: &[(&str, String)]) -> Option<String> {
    let mut out = String::new();
    let mut rest = line;
    while let Some((head, tail)) = rest.split_once("{{") {
        let (name, after) = tail.split_once("}}")?;
        let (_, value) = values.iter().find(|(n, _)| *n == name)?;
        if value.is_empty() {
            return None;
        }
        out.push_str(head);
        if name != "locked" {
            out.push_str(value); // `locked` only decides whether its line stands
        }
        rest = after;
    }
    Some(out + rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_with_an_empty_name_is_dropped() {
        let values =
            [("title", "Zoo".to_owned()), ("sign", String::new()), ("locked", "locked".to_owned())];
        let template =
            "<h1>{{title}}</h1>\n<i>{{title}} {{sign}}</i>\n{{locked}}<b>nur im Abo</b>\n<hr>";
        assert_eq!(fill(template, &values), "<h1>Zoo</h1>\n<b>nur im Abo</b>\n<hr>\n");
    }

    #[test]
    fn a_script_cannot_be_closed_by_a_headline() {
        assert_eq!(json("a \"b\" </script>"), r#""a \"b\" <\/script>""#);
    }
}
