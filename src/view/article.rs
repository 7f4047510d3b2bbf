//! The article pane: the page, or the card of the feed that is selected in the tree.

use super::Cursor;
use super::paint::{Canvas, columns_of};
use crate::app::layout::text_width;
use crate::app::{Pane, Rect, State};
use crate::domain::FeedRow;
use crate::text::fold::fold;
use crate::theme::Part;
use crate::tr;
use crate::typeset::{Line, Role};
use crate::words;

pub(super) fn draw(state: &State, rect: Rect, canvas: &mut Canvas) -> Cursor {
    if state.focus == Pane::Tree {
        if let Some(feed) = state.tree.current_feed() {
            draw_card(state, feed, rect, canvas);
        }
        return None;
    }
    let reader = &state.reader;
    let page = reader.page.as_ref()?;
    let width = text_width(rect.width).min(state.prefs.measure);
    let x = rect.x + (rect.width - width.min(rect.width)) / 2;
    let needle = reader.find.as_ref().map(|find| (fold(&find.needle), find));
    let lines = page.lines.iter().enumerate().skip(reader.scroll).take(usize::from(rect.height));
    let mut cursor = (x, rect.y);
    for ((i, line), y) in lines.zip(rect.y..) {
        draw_line(line, x, y, width, canvas);
        if let Some((folded, find)) = &needle
            && find.lines.contains(&i)
        {
            let here = find.lines.get(find.at) == Some(&i);
            let part = if here { Part::HitHere } else { Part::Hit };
            for (from, columns) in hits(&line.text(), folded) {
                canvas.lay(Rect { x: x + from, y, width: columns, height: 1 }, part);
            }
            if here {
                cursor = (x, y);
            }
        }
    }
    Some(cursor)
}

fn draw_line(line: &Line, x: u16, y: u16, width: u16, canvas: &mut Canvas) {
    let mut at = x;
    for span in &line.spans {
        let room = (x + width).saturating_sub(at);
        at = canvas.put(at, y, room, &span.text, part_of(span.role));
    }
}

fn part_of(role: Role) -> Part {
    match role {
        Role::Kicker => Part::Kicker,
        Role::Headline => Part::Headline,
        Role::Deck => Part::Deck,
        Role::Meta => Part::Meta,
        Role::Body | Role::Table => Part::Text,
        Role::Emphasis => Part::Emphasis,
        Role::Strong => Part::Strong,
        Role::Code => Part::Code,
        Role::Strike => Part::Strike,
        Role::Heading => Part::Heading,
        Role::Quote => Part::Quote,
        Role::ListMarker => Part::Marker,
        Role::Link => Part::Link,
        Role::Caption => Part::Caption,
        Role::Credit => Part::Credit,
        Role::Sign => Part::Sign,
        Role::Rule => Part::Rule,
    }
}

/// Where a folded text stands in a line: first column and number of columns of each hit.
fn hits(line: &str, folded: &str) -> Vec<(u16, u16)> {
    let mut found = Vec::new();
    let mut from = 0;
    while from < line.len() {
        let rest = &line[from..];
        let first = rest.chars().next().map_or(1, char::len_utf8);
        let starts = !rest.starts_with(char::is_whitespace) && fold(rest).starts_with(folded);
        if !starts {
            from += first;
            continue;
        }
        let ends = rest.char_indices().map(|(i, c)| i + c.len_utf8());
        let len = ends
            .into_iter()
            .find(|end| fold(&rest[..*end]).len() >= folded.len())
            .unwrap_or(rest.len());
        found.push((columns_of(&line[..from]), columns_of(&rest[..len])));
        from += len.max(first);
    }
    found
}

/// What is known of a feed, and what to do about its fault.
fn draw_card(state: &State, feed: &FeedRow, rect: Rect, canvas: &mut Canvas) {
    let lang = state.lang();
    let inset = if rect.width >= 40 { 2 } else { 0 };
    let mut y = rect.y;
    let bottom = rect.y + rect.height;
    let mut line = |text: &str, part: Part, canvas: &mut Canvas| {
        for piece in wrap(text, rect.width.saturating_sub(2 * inset)) {
            if y < bottom {
                canvas.put(rect.x + inset, y, rect.width.saturating_sub(2 * inset), &piece, part);
                y += 1;
            }
        }
    };
    line(&feed.title, Part::Headline, canvas);
    line(feed.url.as_str(), Part::Muted, canvas);
    line("", Part::Text, canvas);
    line(
        &tr!(lang, "feed-counts", entries = feed.entries, unread = feed.unread),
        Part::Text,
        canvas,
    );
    let when = match feed.health.last_success {
        Some(at) => {
            let date = crate::text::dates::date(at.0, state.now.0, &state.prefs.zone);
            tr!(lang, "feed-last-success", date = words::date(&date, lang))
        }
        None => lang.text("feed-never-fetched"),
    };
    line(&when, Part::Text, canvas);
    if let Some(fault) = &feed.health.fault {
        line("", Part::Text, canvas);
        line(&words::fault(fault, lang), Part::Fault, canvas);
        line(&words::remedy(fault, lang), Part::Text, canvas);
    }
    if let Some(moved) = &feed.health.moved_to {
        line("", Part::Text, canvas);
        line(&tr!(lang, "feed-moved", address = moved.as_str()), Part::Notice, canvas);
    }
    if !feed.health.warnings.is_empty() {
        line("", Part::Text, canvas);
        line(&lang.text("feed-repaired"), Part::Muted, canvas);
        for warning in &feed.health.warnings {
            let id = format!("warning-{}", warning.code);
            let words = tr!(lang, &id, n = warning.count, detail = warning.detail.as_str());
            line(&format!("· {words}"), Part::Muted, canvas);
        }
    }
}

/// Breaks a text into lines at spaces; a word that is too long is broken where the line ends.
fn wrap(text: &str, columns: u16) -> Vec<String> {
    let columns = usize::from(columns.max(1));
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let mut word = word;
        loop {
            let last = lines.last_mut().expect("never empty");
            let used = crate::text::width::width(last);
            let gap = usize::from(used > 0);
            if used + gap + crate::text::width::width(word) <= columns {
                last.push_str(&" ".repeat(gap));
                last.push_str(word);
                break;
            }
            if used > 0 {
                lines.push(String::new());
                continue;
            }
            let cut = crate::text::width::head(word, columns)
                .max(word.chars().next().map_or(0, char::len_utf8));
            last.push_str(&word[..cut]);
            word = &word[cut..];
            if word.is_empty() {
                break;
            }
            lines.push(String::new());
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hits_are_found_with_umlauts_folded() {
        assert_eq!(hits("Die Brücke an der Bruecke", &fold("brücke")), [(4, 6), (18, 7)]);
        assert_eq!(hits("日本 Straße", &fold("strasse")), [(5, 6)]);
        assert_eq!(hits("nichts", &fold("x")), []);
    }

    #[test]
    fn wrapping_keeps_every_word() {
        assert_eq!(wrap("eins zwei drei", 9), ["eins zwei", "drei"]);
        assert_eq!(wrap("https://example.org/x", 8), ["https://", "example.", "org/x"]);
        assert_eq!(wrap("", 5), [""]);
    }
}
