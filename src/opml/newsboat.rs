//! newsboat's `urls` (newsboat manual, "Feed list"): a feed a line, then its tags; `"~name"` is the reader's own name.

use super::{Collector, Import, Why};
use crate::text::Clean;

pub(super) fn read(text: &str) -> Import {
    let mut collector = Collector::default();
    for (i, raw) in text.lines().enumerate() {
        let words = words(raw);
        let Some((address, tags)) = words.split_first() else { continue };
        let special = [("query:", Why::Query), ("exec:", Why::Exec), ("filter:", Why::Filter)];
        if let Some((_, why)) = special.into_iter().find(|(start, _)| address.starts_with(start)) {
            collector.skip(i + 1, address, why);
            continue;
        }
        collector.take(i + 1, address, |subscription| {
            for tag in tags {
                if let Some(name) = tag.strip_prefix('~') {
                    subscription.title = Some(Clean::line(name)).filter(|title| !title.is_empty());
                } else if !tag.starts_with('!') {
                    // "!" hides a feed from newsboat's list; umland hides nothing.
                    subscription.tags.push(Clean::line(tag));
                }
            }
            subscription.tags.retain(|tag| !tag.is_empty());
        });
    }
    collector.import
}

/// The words of a line; double quotes hold one together, a backslash in them keeps the next character, `#` outside of
/// them begins a comment.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut chars = line.chars().peekable();
    loop {
        while chars.next_if(|c| c.is_whitespace()).is_some() {}
        match chars.peek() {
            None | Some('#') => return words,
            Some('"') => {
                chars.next();
                let mut word = String::new();
                while let Some(c) = chars.next() {
                    match c {
                        '"' => break,
                        '\\' => word.extend(chars.next()),
                        _ => word.push(c),
                    }
                }
                words.push(word);
            }
            Some(_) => {
                let mut word = String::new();
                while let Some(c) = chars.next_if(|c| !c.is_whitespace()) {
                    word.push(c);
                }
                words.push(word);
            }
        }
    }
}
