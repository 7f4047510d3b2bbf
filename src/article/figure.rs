//! Pictures: caption and credit, each once, wherever a page puts them.

use url::Url;

use super::links;
use super::mark::{Mark, Marks};
use super::tag::Tag;
use super::tree::{Id, Tree};
use super::wording::{self, same};
use crate::domain::Figure;
use crate::text::Clean;

/// Words before a credit, in lower case; the colon follows.
const CREDIT_WORDS: &[&str] = &[
    "foto",
    "fotos",
    "bild",
    "bilder",
    "archivfoto",
    "archivbild",
    "symbolfoto",
    "symbolbild",
    "bildquelle",
    "fotoquelle",
    "quelle",
    "grafik",
    "karte",
    "montage",
    "collage",
    "screenshot",
    "photo",
    "photos",
    "photograph",
    "picture",
    "image",
    "credit",
    "photo credit",
    "image credit",
    "picture credit",
    "fotograf",
    "fotografin",
    "illustration",
    "copyright",
    "repro",
];
/// A larger side than this, in pixels, is no tracking pixel.
const MAX_PIXEL: u32 = 3;
/// The longest of those words with what stands before it, in bytes.
const MAX_CREDIT_WORD: usize = 24;
/// A credit is short.
const MAX_CREDIT: usize = 120;

/// The picture of a `<figure>`; `None` when it holds something else (a quotation, a table, code) or nothing.
pub(super) fn of_element(tree: &Tree, marks: &Marks, id: Id, base: Option<&Url>) -> Option<Figure> {
    let holds = |tag| tree.find(id, tag).is_some();
    if holds(Tag::Table) || holds(Tag::Pre) || holds(Tag::Blockquote) {
        return None;
    }
    let is_portrait =
        tree.range(id).any(|i| marks.of(i) == Some(Mark::Byline) || tree.tag(i) == Tag::Address);
    if is_portrait {
        return None; // the author's face beside the author's name
    }
    let caption_node = tree.find(id, Tag::Figcaption);
    let outside = tree.letters(id) - caption_node.map_or(0, |caption| tree.letters(caption));
    let image = tree.range(id).find(|i| tree.tag(*i) == Tag::Img);
    if image.is_none() && caption_node.is_none() && outside > 0 {
        return None;
    }
    let mut figure = image.and_then(|image| of_image(tree, image, base)).unwrap_or_default();
    let (mut credits, mut words) = (Vec::new(), String::new());
    collect(tree, marks, id, &mut credits, &mut words);
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let (caption, credit) = split_credit(&words);
    credits.extend(credit);
    figure.caption = Clean::line(&once(&caption));
    figure.credit = Clean::line(&join_credits(&credits));
    if same(&figure.alt, &figure.caption) || figure.caption.contains(&*figure.alt) {
        figure.alt = Clean::empty();
    }
    let is_empty = figure.caption.is_empty() && figure.credit.is_empty() && figure.src.is_empty();
    (!is_empty).then_some(figure)
}

/// The picture of a bare `<img>`; `None` for tracking pixels and pictures without a usable address.
pub(super) fn of_image(tree: &Tree, id: Id, base: Option<&Url>) -> Option<Figure> {
    let image = if tree.tag(id) == Tag::Img { id } else { tree.find(id, Tag::Img)? };
    let node = tree.node(image);
    let side =
        |name| node.attribute(name).and_then(|n| n.trim_end_matches("px").parse::<u32>().ok());
    if [side("width"), side("height")].into_iter().flatten().any(|side| side <= MAX_PIXEL) {
        return None;
    }
    let first_of_set = |name| node.attribute(name).and_then(|set| set.split_whitespace().next());
    let candidates = [
        node.attribute("data-src"),
        node.attribute("src"),
        first_of_set("srcset"),
        first_of_set("data-srcset"),
    ];
    let src = candidates.into_iter().flatten().find_map(|src| links::picture(src, base))?;
    let alt = node.attribute("alt").unwrap_or_default();
    Some(Figure { src: Clean::line(&src), alt: Clean::line(alt), ..Figure::default() })
}

/// Caption or credit from an element that is marked as one, outside a figure.
pub(super) fn of_words(tree: &Tree, marks: &Marks, id: Id) -> Option<Figure> {
    let mark = marks.of(id);
    if tree.tag(id) == Tag::Figure || !matches!(mark, Some(Mark::Caption | Mark::Credit)) {
        return None;
    }
    let text = tree.text(id);
    let (caption, credit) = split_credit(&text);
    let figure = if mark == Some(Mark::Credit) && credit.is_none() {
        Figure { credit: Clean::line(&text), ..Figure::default() }
    } else {
        let credit = credit.unwrap_or_default();
        Figure {
            caption: Clean::line(&once(&caption)),
            credit: Clean::line(&credit),
            ..Figure::default()
        }
    };
    (!figure.caption.is_empty() || !figure.credit.is_empty()).then_some(figure)
}

/// Whether the words can be those of the picture.
pub(super) fn can_take(figure: &Figure, words: &Figure) -> bool {
    let fits = |own: &Clean, new: &Clean| own.is_empty() || new.is_empty() || same(own, new);
    fits(&figure.caption, &words.caption) && fits(&figure.credit, &words.credit)
}

/// Gives the words to the picture.
pub(super) fn take(figure: &mut Figure, words: Figure) {
    if figure.caption.is_empty() {
        figure.caption = words.caption;
    }
    if figure.credit.is_empty() {
        figure.credit = words.credit;
    }
    if same(&figure.alt, &figure.caption) {
        figure.alt = Clean::empty();
    }
}

/// Splits a credit off the end of a caption: "Der Hafen. Foto: Mia Beispiel" → ("Der Hafen.", "Mia Beispiel").
pub(super) fn split_credit(text: &str) -> (String, Option<String>) {
    let Some((start, end)) = credit_mark(text) else {
        return (text.trim().to_owned(), None);
    };
    let mut credit = text[end..].trim().to_owned();
    let mut caption = text[..start].trim_end();
    if let Some(open) = caption.strip_suffix(['(', '[']) {
        caption = open.trim_end();
        let close = credit.find([')', ']']);
        if let Some(close) = close.filter(|at| credit[at + 1..].trim().chars().count() <= 1) {
            credit.truncate(close);
        }
    }
    let caption = caption.trim_end_matches(['|', '/', '–', '—', '-', '·', '•', ' ']);
    // "Foto: A Foto: A", "Quelle: Foto: A": each mark begins a credit of its own.
    let credits: Vec<String> = match split_credit_at_start(&credit) {
        Some(credits) => credits,
        None => vec![credit],
    };
    (caption.to_owned(), Some(join_credits(&credits)))
}

fn split_credit_at_start(credit: &str) -> Option<Vec<String>> {
    let (start, end) = credit_mark(credit)?;
    let before = credit[..start].trim();
    let mut credits = split_credit_at_start(&credit[end..])
        .unwrap_or_else(|| vec![credit[end..].trim().to_owned()]);
    if !before.is_empty() {
        credits.insert(0, before.to_owned());
    }
    Some(credits)
}

/// Where a credit's mark begins and ends, when a short enough credit follows.
fn credit_mark(text: &str) -> Option<(usize, usize)> {
    let fits =
        |end: usize| text[end..].chars().count() <= MAX_CREDIT && !text[end..].trim().is_empty();
    let mut found: Option<(usize, usize)> = None;
    let mut note = |start: usize, end: usize| {
        if fits(end) && found.is_none_or(|(first, _)| start < first) {
            found = Some((start, end));
        }
    };
    for (at, _) in text.match_indices(':') {
        let from = wording::boundary(text, at.saturating_sub(MAX_CREDIT_WORD));
        let before = &text[from..at];
        let lower = before.to_lowercase();
        if lower.len() != before.len() {
            continue; // a letter whose lower case is longer: the positions would not agree
        }
        let lower = lower.trim_end();
        for word in CREDIT_WORDS {
            if let Some(head) = lower.strip_suffix(word) {
                let starts_word =
                    !head.ends_with(char::is_alphabetic) || is_glued(before, head.len());
                if starts_word {
                    note(from + head.len(), at + 1);
                }
            }
        }
    }
    for mark in ["©", "(c)", "Copyright "] {
        for (at, _) in text.match_indices(mark) {
            note(at, at + mark.len());
        }
    }
    found
}

/// "…MeyerBild": a capital directly after a small letter is a lost space.
fn is_glued(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at..].chars().next();
    before.is_some_and(|c| c.is_lowercase() || matches!(c, '.' | ')' | '"' | '“'))
        && after.is_some_and(char::is_uppercase)
}

/// Credits, each once, joined by commas.
fn join_credits(credits: &[String]) -> String {
    let mut kept: Vec<String> = Vec::new();
    for credit in credits {
        let credit = credit
            .trim()
            .trim_matches(['|', '/', '(', '[', ' ', ',', ';'])
            .trim_start_matches(['©', ' ', ':']);
        let credit = once_across_slash(credit.trim());
        if !credit.is_empty()
            && !kept.iter().any(|other| same(other, &credit) || other.contains(&credit))
        {
            kept.push(credit);
        }
    }
    kept.join(", ")
}

/// "Mia Beispiel/Mia Beispeil" → "Mia Beispiel": a name that is given twice, once mistyped.
fn once_across_slash(credit: &str) -> String {
    match credit.split_once('/') {
        Some((first, second)) if differs_slightly(first.trim(), second.trim()) => {
            first.trim().to_owned()
        }
        _ => credit.to_owned(),
    }
}

/// Whether two texts are equal but for one letter or two neighbours.
fn differs_slightly(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let start = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let end =
        a[start..].iter().rev().zip(b[start..].iter().rev()).take_while(|(x, y)| x == y).count();
    a.len().max(b.len()) - start - end <= 2 && a.len().min(b.len()) > 5
}

/// A caption that a page prints twice in a row, once.
fn once(caption: &str) -> String {
    let words: Vec<&str> = caption.split_whitespace().collect();
    let half = words.len() / 2;
    if words.len().is_multiple_of(2) && half > 2 && words[..half] == words[half..] {
        words[..half].join(" ")
    } else {
        caption.trim().to_owned()
    }
}

/// Credits and the other words of a figure.
fn collect(tree: &Tree, marks: &Marks, id: Id, credits: &mut Vec<String>, words: &mut String) {
    for child in tree.children(id) {
        match marks.of(child) {
            Some(Mark::Dropped(_)) => {}
            Some(Mark::Credit) => {
                let text = tree.text(child);
                let (rest, credit) = split_credit(&text);
                if let Some(credit) = credit {
                    credits.push(credit);
                    words.push(' ');
                    words.push_str(&rest);
                } else {
                    credits.push(text);
                }
            }
            _ if tree.tag(child) == Tag::Text => words.push_str(&tree.node(child).text),
            _ if tree.tag(child) == Tag::Button => {}
            _ => {
                if !tree.tag(child).is_inline() {
                    words.push(' ');
                }
                collect(tree, marks, child, credits, words);
                if !tree.tag(child).is_inline() {
                    words.push(' ');
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credits_are_split_off() {
        let cases = [
            ("Der Hafen. Foto: Mia Beispiel", "Der Hafen.", Some("Mia Beispiel")),
            ("Der Hafen (Foto: dpa)", "Der Hafen", Some("dpa")),
            ("Blick auf Linn | © Stadtarchiv", "Blick auf Linn", Some("Stadtarchiv")),
            ("FOTO: jps FOTO: jps", "", Some("jps")),
            ("Quelle: Foto: Tom Muster", "", Some("Tom Muster")),
            (
                "Die Rathauschefin MeyerBild: Stadt Krefeld",
                "Die Rathauschefin Meyer",
                Some("Stadt Krefeld"),
            ),
            ("Foto: Mia Beispiel/Mia Beispeil", "", Some("Mia Beispiel")),
            ("Ein Bild von 1910 zeigt das Tor", "Ein Bild von 1910 zeigt das Tor", None),
            ("Vorbild: die Nachbarstadt", "Vorbild: die Nachbarstadt", None),
        ];
        for (text, caption, credit) in cases {
            assert_eq!(
                split_credit(text),
                (caption.to_owned(), credit.map(str::to_owned)),
                "{text}"
            );
        }
    }

    proptest::proptest! {
        #[test]
        fn any_caption_can_be_split(text in "(Foto:|©|[a-zA-Zßİ ():/.]{0,8}){0,6}") {
            let _ = split_credit(&text);
        }
    }
}
