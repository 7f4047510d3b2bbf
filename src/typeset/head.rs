//! The head of a page: kicker, headline, deck, and the line with place, source, date, authors and reading time.

use super::paragraph::{Indent, Setter};
use super::wrap::Styled;
use super::{Role, Words};
use crate::text::Clean;

/// Sets the head.
pub(super) fn set(setter: &mut Setter) {
    let article = setter.article;
    let margin = Indent::default();
    setter.flow(&Styled::of(&article.kicker, Role::Kicker), &margin, false);
    setter.flow(&Styled::of(&article.headline, Role::Headline), &margin, false);
    setter.flow(&Styled::of(&meta(setter), Role::Meta), &margin, false);
    if !article.deck.is_empty() {
        setter.blank(&margin);
        setter.flow(&Styled::of(&article.deck, Role::Deck), &margin, true);
    }
}

fn meta(setter: &Setter) -> String {
    let options = setter.options;
    let authors = authors(&setter.article.authors, &options.words);
    let parts =
        [&*setter.article.dateline, options.source, options.date, &authors, options.reading];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(setter.glyphs.dot)
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
