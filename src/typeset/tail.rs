//! The end of a page: author sign on the right, whom to ask, recommended articles, targets of the links.

use super::Role;
use super::paragraph::{Indent, Setter, span};
use super::wrap::Styled;
use crate::text::width;

/// Sets the end.
pub(super) fn set(setter: &mut Setter) {
    sign(setter);
    contact(setter);
    related(setter);
    links(setter);
}

fn sign(setter: &mut Setter) {
    let sign = &setter.article.sign;
    if sign.is_empty() {
        return;
    }
    let text =
        width::truncate(&format!("({sign})"), setter.columns, setter.options.ascii).into_owned();
    let indent = " ".repeat(setter.columns - width::width(&text));
    setter.line(vec![span(&indent, Role::Sign), span(&text, Role::Sign)]);
}

fn contact(setter: &mut Setter) {
    let margin = Indent::default();
    for (at, line) in setter.article.contact.iter().enumerate() {
        if at == 0 {
            setter.blank(&margin);
        }
        setter.flow(&Styled::of(line, Role::Meta), &margin, false);
    }
}

fn related(setter: &mut Setter) {
    let article = setter.article;
    if article.related.is_empty() {
        return;
    }
    let margin = Indent::default();
    setter.blank(&margin);
    setter.flow(&Styled::of(setter.options.words.related, Role::Heading), &margin, false);
    let bullet = format!("{} ", setter.glyphs.bullet);
    let indent = setter.inside(&margin, span(&bullet, Role::ListMarker), span("  ", Role::Meta));
    for title in &article.related {
        setter.flow(&Styled::of(title, Role::Meta), &indent, true);
    }
}

fn links(setter: &mut Setter) {
    let article = setter.article;
    if article.links.is_empty() || !setter.options.links {
        return;
    }
    let margin = Indent::default();
    setter.blank(&margin);
    setter.flow(&Styled::of(setter.options.words.links, Role::Heading), &margin, false);
    let number_columns = article.links.len().to_string().len() + 3;
    for (link, target) in (0u16..).zip(&article.links) {
        let number = format!("[{}]", u32::from(link) + 1);
        let number = width::pad(&number, number_columns);
        let rest = " ".repeat(number_columns);
        let indent =
            setter.inside(&margin, span(&number, Role::ListMarker), span(&rest, Role::ListMarker));
        let mut text = Styled::default();
        text.push(target, Role::Link, Some(link));
        setter.flow(&text, &indent, false);
    }
}
