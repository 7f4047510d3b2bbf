//! The head of a page: kicker, headline, deck, and the line with place, source, date, authors and reading time.

use super::paragraph::{Indent, Setter};
use super::wrap::Styled;
use super::{Role, Words};
use crate::text::{Clean, fold, width};

/// Sets the head.
pub(super) fn set(setter: &mut Setter) {
    let article = setter.article;
    let margin = Indent::default();
    setter.flow(&Styled::of(&article.kicker, Role::Kicker), &margin, false);
    setter.flow(&Styled::of(&article.headline, Role::Headline), &margin, false);
    for line in meta(setter) {
        setter.flow(&Styled::of(&line, Role::Meta), &margin, false);
    }
    if !article.deck.is_empty() {
        setter.blank(&margin);
        setter.flow(&Styled::of(&article.deck, Role::Deck), &margin, true);
    }
}

/// The parts with dots between them; a line is broken between two parts, and no dot is left at its end.
fn meta(setter: &Setter) -> Vec<String> {
    let options = setter.options;
    let authors = authors(&setter.article.authors, &options.words);
    // A place that the kicker names already is not said twice.
    let (kicker, place) = (&setter.article.kicker, &*setter.article.dateline);
    let place = if fold::fold(kicker) == fold::fold(place) { "" } else { place };
    let scene = scene(options.place, options.distance, &said(setter));
    let parts = [place, &scene, options.source, options.date, &authors, options.reading];
    let mut lines: Vec<String> = Vec::new();
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        match lines.last_mut() {
            Some(line) if width::width(line) + width::width(part) + 3 <= setter.columns => {
                line.push_str(setter.glyphs.dot);
                line.push_str(part);
            }
            _ => lines.push(part.to_owned()),
        }
    }
    lines
}

/// What kicker and dateline say of the place already.
fn said(setter: &Setter) -> String {
    fold::fold(&format!("{} {}", setter.article.kicker, setter.article.dateline))
}

/// Where the story plays and how far that is: a name that was said already is not said again.
fn scene(place: &str, distance: &str, said: &str) -> String {
    match (place, distance) {
        (_, "") | ("", _) => String::new(),
        (place, distance) if said.contains(&fold::fold(place)) => distance.to_owned(),
        (place, distance) => format!("{place}, {distance}"),
    }
}

/// "Von A, B und C".
fn authors(names: &[Clean], words: &Words) -> String {
    let Some((last, others)) = names.split_last() else {
        return String::new();
    };
    if others.is_empty() {
        return format!("{} {last}", words.by);
    }
    let others: Vec<&str> = others.iter().map(Clean::as_str).collect();
    format!("{} {} {} {last}", words.by, others.join(", "), words.and)
}
