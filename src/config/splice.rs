//! Changes to the text of a valid configuration, cut in at the places that the parser found, so that every other byte
//! stays as it was.

use std::fmt::Write as _;
use std::ops::Range;

use toml_edit::{Array, Document, Item, Table, Value};

use super::duration;
use super::schema::Home;
use crate::domain::{FeedUrl, Subscription};
use crate::text::Clean;

/// A parsed text with its `[[feeds]]` tables.
pub(super) struct Spliced<'a> {
    text: &'a str,
    feeds: Vec<FeedTable>,
    /// Start of the line of every table header.
    headers: Vec<usize>,
    has_home: bool,
}

/// A `[[feeds]]` table in its text.
struct FeedTable {
    url: FeedUrl,
    /// From the start of its header's line to the end of the line of its last value, line break included.
    lines: Range<usize>,
    /// Its own keys and their values.
    pairs: Vec<(String, Range<usize>, Range<usize>)>,
}

impl<'a> Spliced<'a> {
    /// Finds the tables of a text; none when it is no TOML or has its feeds written as one list.
    pub(super) fn parse(text: &'a str) -> Option<Self> {
        let document = Document::parse(text).ok()?;
        let mut headers = Vec::new();
        collect_headers(document.as_item(), text, &mut headers);
        headers.sort_unstable();
        let feeds = match document.get("feeds") {
            None => Vec::new(),
            Some(item) => item
                .as_array_of_tables()?
                .iter()
                .filter_map(|table| FeedTable::of(table, text))
                .collect(),
        };
        Some(Self { text, feeds, headers, has_home: document.get("home").is_some() })
    }

    /// The line of a feed's table, from 1.
    pub(super) fn line_of(&self, url: &FeedUrl) -> Option<usize> {
        let start = self.feed(url)?.lines.start;
        Some(self.text[..start].matches('\n').count() + 1)
    }

    /// The text with new tables after the last feed's.
    pub(super) fn added(&self, subscriptions: &[Subscription]) -> String {
        let eol = eol(self.text);
        let at = match self.feeds.last() {
            None => self.text.len(),
            Some(last) => self
                .headers
                .iter()
                .find(|header| **header >= last.lines.end)
                .map_or(self.text.len(), |header| self.comment_above(*header)),
        };
        let (before, after) = self.text.split_at(at);
        let mut out = before.to_owned();
        for subscription in subscriptions {
            if !out.is_empty() && !out.ends_with('\n') {
                out.push_str(eol);
            }
            if !out.is_empty() && !ends_with_blank_line(&out) {
                out.push_str(eol);
            }
            out.push_str(&table(subscription).replace('\n', eol));
        }
        if !after.is_empty() {
            out.push_str(eol);
        }
        out + after
    }

    /// The text with `[home]` at its end; a text that has one stays.
    pub(super) fn with_home(&self, home: &Home) -> String {
        if self.has_home {
            return self.text.to_owned();
        }
        let mut table = format!(
            "# Where you live: what is near is measured from here.\n[home]\nplace = {}\n",
            quoted(&home.place)
        );
        if let Some(point) = home.point {
            let (lat, lon) = point.degrees();
            // Writing to a String cannot fail.
            let _ = write!(table, "lat = {}\nlon = {}\n", Value::from(lat), Value::from(lon));
        }
        let eol = eol(self.text);
        let mut out = self.text.to_owned();
        if !out.is_empty() && !out.ends_with('\n') {
            out.push_str(eol);
        }
        if !out.is_empty() && !ends_with_blank_line(&out) {
            out.push_str(eol);
        }
        out + &table.replace('\n', eol)
    }

    /// The text without a feed's table and the comment right above it.
    pub(super) fn removed(&self, url: &FeedUrl) -> Option<String> {
        let feed = self.feed(url)?;
        let mut start = self.comment_above(feed.lines.start);
        if start == 0 {
            start = feed.lines.start; // a comment on top is about the file
        }
        let before = &self.text[..start];
        let mut after = &self.text[feed.lines.end..];
        if before.is_empty() || ends_with_blank_line(before) {
            while let Some(rest) = after.strip_prefix("\r\n").or_else(|| after.strip_prefix('\n')) {
                after = rest;
            }
        }
        if after.is_empty() {
            let trimmed = before.trim_end();
            let line_break = &before[trimmed.len()..line_end(before, trimmed.len())];
            return Some(format!("{trimmed}{line_break}"));
        }
        Some(format!("{before}{after}"))
    }

    /// The text with a feed's value changed, added, or (none) removed; the value as TOML writes it.
    pub(super) fn with_value(
        &self,
        url: &FeedUrl,
        key: &str,
        value: Option<String>,
    ) -> Option<String> {
        let feed = self.feed(url)?;
        let mut out = self.text.to_owned();
        match (feed.pair(key), value) {
            (Some((_, span)), Some(value)) => out.replace_range(span.clone(), &value),
            (Some((key, span)), None) => {
                out.replace_range(line_start(&out, key.start)..line_end(&out, span.end), "");
            }
            (None, Some(value)) => {
                let (url_key, url_span) = feed.pair("url")?;
                let indent = &self.text[line_start(self.text, url_key.start)..url_key.start];
                let at = line_end(self.text, url_span.end);
                let eol = eol(self.text);
                let line = format!("{indent}{key} = {value}");
                if self.text[..at].ends_with('\n') {
                    out.insert_str(at, &(line + eol));
                } else {
                    out.insert_str(at, &format!("{eol}{line}"));
                }
            }
            (None, None) => {}
        }
        Some(out)
    }

    fn feed(&self, url: &FeedUrl) -> Option<&FeedTable> {
        self.feeds.iter().find(|feed| feed.url == *url)
    }

    /// The start of the comment lines right above a line, or that line.
    fn comment_above(&self, line: usize) -> usize {
        let mut start = line;
        while start > 0 {
            let above = line_start(self.text, start - 1);
            if !self.text[above..start].trim_start().starts_with('#') {
                break;
            }
            start = above;
        }
        start
    }
}

impl FeedTable {
    fn of(table: &Table, text: &str) -> Option<Self> {
        let url = FeedUrl::parse(table.get("url")?.as_str()?).ok()?;
        let start = line_start(text, table.span()?.start);
        let pairs: Vec<_> = table
            .iter()
            .filter_map(|(name, item)| {
                let key = table.key(name)?.span()?;
                Some((name.to_owned(), key, item.as_value()?.span()?))
            })
            .collect();
        let end = line_end(text, last_byte(table));
        Some(Self { url, lines: start..end, pairs })
    }

    fn pair(&self, key: &str) -> Option<(&Range<usize>, &Range<usize>)> {
        self.pairs.iter().find(|(name, ..)| name == key).map(|(_, key, value)| (key, value))
    }
}

/// The end of the last value in a table and the tables in it.
pub(super) fn last_byte(table: &Table) -> usize {
    let own = table.span().map_or(0, |span| span.end);
    let inner = table.iter().map(|(_, item)| match item.as_table() {
        Some(table) => last_byte(table),
        None => item.span().map_or(0, |span| span.end),
    });
    inner.fold(own, usize::max)
}

fn collect_headers(item: &Item, text: &str, headers: &mut Vec<usize>) {
    let mut collect = |table: &Table| {
        if let Some(span) = table.span()
            && text[span.clone()].starts_with('[')
        {
            headers.push(line_start(text, span.start));
        }
        table.iter().for_each(|(_, item)| collect_headers(item, text, headers));
    };
    if let Some(table) = item.as_table() {
        collect(table);
    } else if let Some(tables) = item.as_array_of_tables() {
        tables.iter().for_each(collect);
    }
}

/// A subscription as a `[[feeds]]` table.
pub(super) fn table(subscription: &Subscription) -> String {
    let mut out = format!("[[feeds]]\nurl = {}\n", quoted(subscription.url.as_str()));
    let mut line = |key: &str, value: &str| {
        for part in [key, " = ", value, "\n"] {
            out.push_str(part);
        }
    };
    if let Some(title) = &subscription.title {
        line("title", &quoted(title));
    }
    if !subscription.folder.is_empty() {
        line("folder", &quoted(&subscription.folder));
    }
    if !subscription.tags.is_empty() {
        let tags: Array = subscription.tags.iter().map(Clean::as_str).collect();
        line("tags", &tags.to_string());
    }
    if let Some(seconds) = subscription.interval {
        line("interval", &quoted(&duration::print(seconds)));
    }
    if !subscription.headers.is_empty() {
        let headers: toml_edit::InlineTable = subscription.headers.iter().cloned().collect();
        line("headers", &headers.to_string());
    }
    if subscription.trust_any_certificate {
        line("danger_trust_any_certificate", "true");
    }
    if subscription.full_text {
        line("full_text", "true");
    }
    out
}

/// A text as a TOML string.
pub(super) fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

/// The line break that a text uses.
pub(super) fn eol(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

pub(super) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |i| i + 1)
}

/// The end of the line, line break included.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |i| at + i + 1)
}

pub(super) fn ends_with_blank_line(text: &str) -> bool {
    text.ends_with("\n\n") || text.ends_with("\n\r\n")
}
