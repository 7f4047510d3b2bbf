//! Reading OPML 1.0 and 2.0 (<http://opml.org/spec2.opml>) as readers write it: attributes in any letter case, bare
//! ampersands, missing ends, feeds inside feeds.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::{Collector, Import, Why, entities};
use crate::domain::folder_path;
use crate::text::Clean;

/// An `outline` element.
struct Outline {
    attributes: Vec<(String, String)>,
}

pub(super) fn read(text: &str) -> Import {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let mut collector = Collector::default();
    let mut folders: Vec<Option<String>> = Vec::new();
    let mut line = 1;
    let mut counted = 0;
    loop {
        let at = usize::try_from(reader.buffer_position()).unwrap_or(text.len());
        line += text.get(counted..at).map_or(0, |passed| passed.matches('\n').count());
        counted = at;
        match reader.read_event() {
            Ok(Event::Start(element)) if is_outline(&element) => {
                let outline = Outline::of(&element);
                folders.push(outline.folder());
                if !outline.is_folder() {
                    outline.collect(line, &folders[..folders.len() - 1], &mut collector);
                }
            }
            Ok(Event::Empty(element)) if is_outline(&element) => {
                Outline::of(&element).collect(line, &folders, &mut collector);
            }
            Ok(Event::End(element)) if element.name().as_ref().eq_ignore_ascii_case("outline") => {
                folders.pop();
            }
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(fault) => {
                collector.skip(line, &fault.to_string(), Why::Broken);
                break;
            }
        }
    }
    collector.import
}

fn is_outline(element: &BytesStart<'_>) -> bool {
    element.name().as_ref().eq_ignore_ascii_case("outline")
}

impl Outline {
    fn of(element: &BytesStart<'_>) -> Self {
        let attributes = element
            .html_attributes()
            .with_checks(false)
            .filter_map(Result::ok)
            .map(|a| (a.key.as_ref().to_ascii_lowercase(), entities::decode(&a.value)))
            .collect();
        Self { attributes }
    }

    /// An attribute that is not blank.
    fn get(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    fn address(&self) -> Option<&str> {
        let is_feed = self.get("type").is_some_and(|t| !t.eq_ignore_ascii_case("link"));
        self.get("xmlurl").or_else(|| self.get("url").filter(|_| is_feed))
    }

    fn name(&self) -> Option<&str> {
        self.get("title").or_else(|| self.get("text"))
    }

    fn is_folder(&self) -> bool {
        self.address().is_none() && self.get("htmlurl").is_none() && self.get("type").is_none()
    }

    /// The level that it adds to the folder path of what it holds.
    fn folder(&self) -> Option<String> {
        self.is_folder().then(|| self.get("text").or(self.name()).map(str::to_owned)).flatten()
    }

    fn collect(&self, line: usize, folders: &[Option<String>], collector: &mut Collector) {
        if self.get("iscomment").is_some_and(|value| value.eq_ignore_ascii_case("true")) {
            return;
        }
        let Some(address) = self.address() else {
            if !self.is_folder() {
                let what = self.name().or(self.get("htmlurl")).unwrap_or_default();
                collector.skip(line, what, Why::NoAddress);
            }
            return;
        };
        collector.take(line, address, |subscription| {
            let title = self.name().filter(|name| *name != address).map(Clean::line);
            subscription.title =
                title.filter(|t| !t.is_empty() && *t != *subscription.url.as_str());
            let levels: Vec<&str> = folders.iter().flatten().map(String::as_str).collect();
            subscription.folder = folder_path(&levels.join("/"));
            for tag in self.get("category").unwrap_or_default().split(',') {
                let tag = Clean::line(tag.trim().trim_start_matches('/'));
                if !tag.is_empty() && !subscription.tags.contains(&tag) {
                    subscription.tags.push(tag);
                }
            }
        });
    }
}
