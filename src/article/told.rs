//! Dates and authors that a page only shows, without naming them in its data or in its class names: short lines around the
//! headline, labels with a name behind them.

use super::dates;
use super::mark::{Mark, Marks};
use super::rules::byline;
use super::tag::Tag;
use super::tree::{Id, Tree};
use crate::domain::Timestamp;
use crate::text::Clean;

/// The longest line that tells when or who, in letters.
const MAX_LINE: usize = 70;
/// How many nodes before the headline and behind the text are looked at.
const BEFORE: usize = 40;
const BEHIND: usize = 250;
const FAR_BEHIND: usize = 900;
/// Labels of authors that may stand before the text, lower case; in it, "von" may be the beginning of anything.
const ABOVE: &[&str] = &["von", "by", "text", "text by", "words by", "written by"];
/// Labels that can be nothing else, lower case.
const SURE: &[&str] = &[
    "autor",
    "autorin",
    "autor/in",
    "autorin/autor",
    "autoren",
    "author",
    "authors",
    "ein artikel von",
    "ein beitrag von",
    "geschrieben von",
    "verfasst von",
    "eingestellt von",
    "gespeichert von",
    "veröffentlicht von",
    "posted by",
];

/// Where on the page to look.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around {
    /// The headline, when an element has it.
    pub(super) headline: Option<Id>,
    /// Where the text begins, and where it ends.
    pub(super) body: Id,
    pub(super) end: Id,
}

/// The date in a short line between headline and text, just above the headline, or just below the text.
pub(super) fn date(
    tree: &Tree,
    marks: &Marks,
    around: Around,
    language: &str,
) -> Option<Timestamp> {
    let from = around.headline.filter(|id| *id < around.body).unwrap_or(around.body);
    let above = lines(tree, marks, from..around.body).chain(lines(
        tree,
        marks,
        from.saturating_sub(BEFORE)..from,
    ));
    let read = |line: &str| dates::written(line, language);
    let behind = || lines(tree, marks, around.end..around.end + BEHIND);
    above
        .map(|(_, line)| line)
        .find_map(read)
        .or_else(|| in_title(tree, language))
        .or_else(|| behind().map(|(_, line)| line).find_map(read))
}

/// The date that a page's title ends with: "Headline | House | 28.04.2023".
pub(super) fn in_title(tree: &Tree, language: &str) -> Option<Timestamp> {
    let title = tree.find(0, Tag::Title).map(|id| tree.text(id)).unwrap_or_default();
    let (_, tail) = title.rsplit_once([' ', '|'])?;
    dates::written(tail, language)
}

/// The names behind a label: "Von | Mia Beispiel", "Autorin: Mia Beispiel".
pub(super) fn authors(tree: &Tree, marks: &Marks, around: Around) -> Vec<Clean> {
    let from = around.headline.filter(|id| *id < around.body).unwrap_or(around.body);
    let start = from.saturating_sub(BEFORE);
    let mut lines = lines(tree, marks, start..around.end + FAR_BEHIND).peekable();
    while let Some((id, line)) = lines.next() {
        let lower = line.to_lowercase();
        let label = lower.trim_end_matches([':', ' ']);
        let is_above = (from..around.body).contains(&id);
        let found = if SURE.contains(&label) || (is_above && ABOVE.contains(&label)) {
            lines.peek().map(|(_, next)| byline::names(next)).unwrap_or_default()
        } else if is_above && ABOVE.iter().any(|word| starts_with_word(&lower, word)) {
            byline::names(line).into_iter().filter(|name| name.contains(' ')).collect()
        } else {
            Vec::new()
        };
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

fn starts_with_word(text: &str, word: &str) -> bool {
    text.strip_prefix(word).is_some_and(|rest| rest.starts_with([' ', ':']))
}

/// The short texts in a range, without those of other articles and of readers.
fn lines<'a>(
    tree: &'a Tree,
    marks: &'a Marks,
    range: std::ops::Range<Id>,
) -> impl Iterator<Item = (Id, &'a str)> + 'a {
    let is_other = move |id: Id| {
        let is_of_others = |up: Id| match marks.of(up) {
            Some(Mark::Dropped(rule)) => {
                !matches!(rule, "hidden" | "box" | "share" | "page-header")
            }
            Some(Mark::Caption | Mark::Credit) => true,
            _ => false,
        };
        tree.ancestors(id).any(is_of_others)
    };
    let end = range.end.min(tree.len());
    (range.start.min(end)..end).filter_map(move |id| {
        let text = tree.node(id).text.trim();
        let is_line = !text.is_empty() && text.chars().count() <= MAX_LINE;
        (is_line && !is_other(id)).then_some((id, text))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around(html: &str) -> (Tree, Marks, Around) {
        let tree = Tree::parse(html);
        let marks = Marks::of_tree(&tree);
        let headline = tree.find(0, Tag::H1);
        let body = tree.find(0, Tag::P).unwrap_or(0);
        let end = tree.end(body);
        (tree, marks, Around { headline, body, end })
    }

    #[test]
    fn dates_and_names_are_read_around_the_text() {
        let cases = [
            (
                "<h1>Titel</h1><div>Kultur, 21.09.2025</div><div>Von <a>Mia Beispiel</a></div><p>Text.</p>",
                true,
                "Mia Beispiel",
            ),
            (
                "<div>21. September 2025</div><h1>Titel</h1><p>Text.</p><ul><li>Autorin/Autor<li>Tom Muster</ul>",
                true,
                "Tom Muster",
            ),
            (
                "<title>Titel | 21.09.2025</title><h1>Titel</h1><p>Von weitem sieht man Mia Beispiel.</p>",
                true,
                "",
            ),
            (
                "<h1>Titel</h1><p>Text.</p><section class=comments><b>Autor:</b> Tom Muster, 21.09.2025</section>",
                false,
                "",
            ),
        ];
        for (html, has_date, author) in cases {
            let (tree, marks, around) = around(html);
            assert_eq!(date(&tree, &marks, around, "de").is_some(), has_date, "{html}");
            let names = authors(&tree, &marks, around);
            assert_eq!(names.first().map_or("", Clean::as_str), author, "{html}");
        }
    }
}
