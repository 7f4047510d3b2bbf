//! Writing OPML 2.0 (<http://opml.org/spec2.opml>): address, name, folders and tags.
//!
//! Headers are left out on purpose: a list is made to be passed on, and headers hold passwords.

use quick_xml::escape::escape;

use crate::domain::Subscription;
use crate::text::Clean;

/// A folder with what it holds, in the order of first appearance.
#[derive(Default)]
struct Folder<'a> {
    name: &'a str,
    folders: Vec<Folder<'a>>,
    feeds: Vec<&'a Subscription>,
}

/// Writes a list of subscriptions, grouped by folder. `name` gives the name to show for a feed that the reader has not
/// named; the address serves when it gives none.
pub fn write(
    title: &str,
    subscriptions: &[Subscription],
    name: impl Fn(&Subscription) -> Option<String>,
) -> String {
    let mut root = Folder::default();
    for subscription in subscriptions {
        root.at(&subscription.folder).feeds.push(subscription);
    }
    let mut out =
        String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n");
    out.push_str("  <head>\n    <title>");
    out.push_str(&escape(title));
    out.push_str("</title>\n  </head>\n  <body>\n");
    root.write_contents(2, &name, &mut out);
    out.push_str("  </body>\n</opml>\n");
    out
}

impl<'a> Folder<'a> {
    /// The folder at a path, made when missing.
    fn at(&mut self, path: &'a str) -> &mut Self {
        let mut folder = self;
        for name in path.split('/').filter(|level| !level.is_empty()) {
            let position = folder.folders.iter().position(|f| f.name == name);
            let position = position.unwrap_or_else(|| {
                folder.folders.push(Folder { name, ..Folder::default() });
                folder.folders.len() - 1
            });
            folder = &mut folder.folders[position];
        }
        folder
    }

    fn write_contents(
        &self,
        depth: usize,
        name: &impl Fn(&Subscription) -> Option<String>,
        out: &mut String,
    ) {
        for feed in &self.feeds {
            let own = feed.title.as_ref().map(ToString::to_string);
            let shown = own.or_else(|| name(feed)).unwrap_or_else(|| feed.url.to_string());
            open(depth, &[("text", &shown), ("title", &shown), ("type", "rss")], out);
            attribute("xmlUrl", feed.url.as_str(), out);
            let tags = feed.tags.iter().map(Clean::as_str).collect::<Vec<_>>().join(",");
            if !tags.is_empty() {
                attribute("category", &tags, out);
            }
            out.push_str("/>\n");
        }
        for folder in &self.folders {
            open(depth, &[("text", folder.name)], out);
            out.push_str(">\n");
            folder.write_contents(depth + 1, name, out);
            out.push_str(&"  ".repeat(depth));
            out.push_str("</outline>\n");
        }
    }
}

fn open(depth: usize, attributes: &[(&str, &str)], out: &mut String) {
    out.push_str(&"  ".repeat(depth));
    out.push_str("<outline");
    for (name, value) in attributes {
        attribute(name, value, out);
    }
}

fn attribute(name: &str, value: &str, out: &mut String) {
    for part in [" ", name, "=\"", &escape(value), "\""] {
        out.push_str(part);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::FeedUrl;
    use crate::opml::read;

    fn text() -> impl Strategy<Value = Clean> {
        "[a-zÄß&<>\"' ;#0-9\u{1F5DE}]{1,12}".prop_map(|raw| Clean::line(&raw))
    }

    fn level() -> impl Strategy<Value = Clean> {
        text().prop_filter("named", |level| !level.is_empty())
    }

    fn subscription() -> impl Strategy<Value = Subscription> {
        (
            "[a-z]{1,6}(\\?a=1&b=[a-z]{1,3})?",
            proptest::option::of(level()),
            prop::collection::vec(level(), 0..3),
            prop::collection::vec(level(), 0..3),
        )
            .prop_map(|(path, title, folder, mut tags)| {
                let url = FeedUrl::parse(&format!("https://a.example/{path}")).expect("an address");
                let levels: Vec<&str> = folder.iter().map(Clean::as_str).collect();
                tags.dedup();
                tags.sort();
                tags.dedup();
                let folder = Clean::line(&levels.join("/"));
                Subscription { title, folder, tags, ..Subscription::new(url) }
            })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(mut list in prop::collection::vec(subscription(), 0..8)) {
            list.sort_by(|a, b| a.url.cmp(&b.url));
            list.dedup_by(|a, b| a.url == b.url);
            let mut import = read(write("Meine <Quellen>", &list, |_| None).as_bytes());
            import.subscriptions.sort_by(|a, b| a.url.cmp(&b.url));
            prop_assert_eq!(import.subscriptions, list);
            prop_assert_eq!(import.skipped, vec![]);
        }

        #[test]
        fn any_text_is_read_without_a_panic(text in "(<outline |xmlUrl=|text=|</outline>|>|/>|[<>&\"'a-z =:/.]){0,40}") {
            read(format!("<opml>{text}").as_bytes());
            read(text.as_bytes());
        }
    }
}
