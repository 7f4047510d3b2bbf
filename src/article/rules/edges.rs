//! The edges of the body: what stands above the headline, the lines between headline and text, labels after the end.

use crate::article::dates;
use crate::article::draft::{Draft, Piece};
use crate::article::mark::Mark;
use crate::article::wording::{ends_sentence, normal, share_of};

/// A longer block is text, in letters.
const MAX_LINE: usize = 90;
/// The shortest block that is running text, in letters.
const MIN_TEXT: usize = 55;
/// How many blocks are looked at before the text begins.
const HEAD: usize = 12;

/// How many blocks at the end may be about the author, and how such a part begins, lower case.
const ABOUT: usize = 4;
const ABOUT_AUTHOR: &[&str] = &[
    "about the author",
    "about the reviewer",
    "über den autor",
    "über die autor",
    "zum autor",
    "zur autorin",
    "about author",
];

/// What an author does, after the name, lower case.
const DOES: &[&str] = &[
    " ist ",
    " arbeitet ",
    " schreibt ",
    " berichtet ",
    " leitet ",
    " is a",
    " is the ",
    " has ",
    " writes ",
    " covers ",
    " can be reached",
];

/// Words of lines that tell when and how long, lower case.
const CLOCK: &[&str] = &[
    "uhr",
    "lesezeit",
    "lesedauer",
    "min read",
    "minuten",
    "minute read",
    "minutes read",
    "aktualisiert",
    "veröffentlicht",
    "stand:",
    "updated",
    "published",
    "posted",
    "zuletzt",
    "erstellt",
    "online seit",
    "first published",
    "last modified",
    "min.",
    " ago",
    "gmt",
    "bst",
    " am ",
    " pm ",
    "kommentare",
    "comments",
];

/// Takes out what is no text above the first paragraph and below the last.
pub(in crate::article) fn apply(draft: &mut Draft) {
    let begin = draft.pieces.iter().position(is_text).unwrap_or(0);
    if begin <= HEAD {
        draft.drop_pieces("head-line", |at, piece| at < begin && is_head_line(piece));
        draft.drop_pieces("date-line", |at, piece| at < HEAD / 2 && is_date_line(piece));
    }
    about_author(draft);
    portrait(draft);
    let end = draft
        .pieces
        .iter()
        .rposition(|piece| is_text(piece) || !(piece.is_paragraph() || piece.is_heading()));
    if let Some(end) = end {
        draft.drop_pieces("tail-line", |at, piece| at > end && is_tail_line(piece));
    }
}

/// Takes out the words about the author at the end: a label, and one or two blocks.
fn about_author(draft: &mut Draft) {
    let from = draft.pieces.len().saturating_sub(ABOUT);
    let is_label = |piece: &Piece| {
        let lower = piece.text.to_lowercase();
        piece.letters < MAX_LINE && ABOUT_AUTHOR.iter().any(|start| lower.starts_with(start))
    };
    if let Some(at) = (from.max(1)..draft.pieces.len()).find(|at| is_label(&draft.pieces[*at])) {
        draft.drop_pieces("about-author", |i, _| i >= at);
    }
}

/// Takes out what stands about a known author behind the text: "Mia Beispiel ist Redakteurin …".
fn portrait(draft: &mut Draft) {
    let from = draft.pieces.len().saturating_sub(ABOUT).max(ABOUT);
    let names: Vec<String> = draft
        .article
        .authors
        .iter()
        .filter(|name| name.contains(' '))
        .map(|name| name.to_lowercase())
        .collect();
    draft.drop_pieces("about-author", |at, piece| {
        let lower = piece.text.to_lowercase();
        let mut after = names.iter().filter_map(|name| lower.strip_prefix(name.as_str()));
        at >= from
            && piece.is_paragraph()
            && after.any(|rest| DOES.iter().any(|verb| rest.starts_with(verb)))
    });
}

/// Takes out blocks that say the headline, the kicker or both once more.
pub(in crate::article) fn titles_again(draft: &mut Draft) {
    let kicker = normal(&draft.article.kicker);
    let mut titles: Vec<String> = draft.titles.iter().map(|title| normal(title)).collect();
    titles.push(normal(&draft.article.headline));
    titles.retain(|title| !title.is_empty());
    let is_title = |text: &str, is_early: bool| {
        let text = normal(text);
        let rest = text.strip_prefix(&kicker).unwrap_or(&text).trim();
        text == kicker
            || titles.iter().any(|title| *title == text || *title == rest)
            || (is_early && text.len() < 200 && titles.iter().any(|title| near(title, &text)))
    };
    draft.drop_pieces("headline-again", |at, piece| {
        let is_early = at < 6;
        let may_be = (is_early && piece.is_paragraph()) || piece.is_heading();
        may_be && piece.letters > 2 && is_title(&piece.text, is_early)
    });
}

/// Whether two lines have nearly the same words, both ways.
fn near(title: &str, text: &str) -> bool {
    title.split(' ').count() >= 4 && share_of(text, title) >= 0.8 && share_of(title, text) >= 0.8
}

fn is_text(piece: &Piece) -> bool {
    piece.is_paragraph()
        && piece.letters >= MIN_TEXT
        && (ends_sentence(&piece.text) || piece.letters > 2 * MAX_LINE)
}

/// A line above the text that tells the date, the reading time or names a section.
fn is_head_line(piece: &Piece) -> bool {
    if piece.is_figure() || piece.letters > MAX_LINE {
        return false;
    }
    tells_time(&piece.text)
        || (piece.is_paragraph() && !ends_sentence(&piece.text) && piece.letters < MIN_TEXT)
}

/// A line between teaser and text that tells when and how long, and says nothing else.
fn is_date_line(piece: &Piece) -> bool {
    let is_marked = matches!(piece.mark, Some(Mark::Date | Mark::Byline));
    let lower = piece.text.to_lowercase();
    let is_byline =
        piece.letters < 2 * MIN_TEXT && (lower.starts_with("by ") || lower.starts_with("von "));
    if is_byline && tells_time(&piece.text) && !lower.contains(", der ") {
        return true;
    }
    piece.is_paragraph()
        && piece.letters < MIN_TEXT
        && !ends_sentence(&piece.text)
        && (is_marked || tells_time(&piece.text))
}

/// A label after the last paragraph, or a subheading with nothing under it.
fn is_tail_line(piece: &Piece) -> bool {
    piece.is_heading()
        || (piece.letters < MAX_LINE
            && (piece.mark == Some(Mark::Date)
                || (tells_time(&piece.text) && has_clock_word(&piece.text))
                || piece.linked * 2 > piece.letters
                || piece.letters < 3))
}

fn has_clock_word(text: &str) -> bool {
    let lower = text.to_lowercase();
    CLOCK.iter().any(|word| lower.contains(word))
}

/// Whether a line is about a date or a time and little else.
fn tells_time(text: &str) -> bool {
    let has_digit = text.chars().any(|c| c.is_ascii_digit());
    has_digit
        && (dates::written(text, "de").is_some() || has_clock_word(text))
        && text.split(' ').count() <= 16
}
