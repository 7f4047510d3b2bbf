//! What changed in an article, laid out: what was removed and what was added stands between signs that need no colour,
//! paragraphs without a change are left out but for the neighbours of a change.

use super::paragraph::{Indent, Setter};
use super::wrap::Styled;
use super::{Page, PageOptions, Role};
use crate::domain::Article;
use crate::text::diff::{Fate, Piece};

/// Stands for paragraphs that are left out.
const LEFT_OUT: &str = "[…]";
const LEFT_OUT_ASCII: &str = "[...]";

/// A paragraph of the comparison.
#[derive(Default)]
struct Paragraph {
    text: Styled,
    changed: bool,
}

/// Lays out a comparison: the title's, lines about it, the text's. Of the options, what belongs to an article is not used.
pub fn revision(title: &[Piece], about: &[&str], text: &[Piece], options: &PageOptions) -> Page {
    let nothing = Article::default();
    let mut setter = Setter::new(&nothing, options);
    let margin = Indent::default();
    for line in paragraphs(title, Role::Headline) {
        setter.flow(&line.text, &margin, false);
    }
    for line in about {
        setter.flow(&Styled::of(line, Role::Meta), &margin, false);
    }
    let all = paragraphs(text, Role::Body);
    let shown = |i: usize| all.get(i.saturating_sub(1)..all.len().min(i + 2));
    let mut gap = false;
    for (i, paragraph) in all.iter().enumerate() {
        let near = shown(i).is_some_and(|near| near.iter().any(|p| p.changed));
        if near {
            setter.blank(&margin);
            setter.flow(&paragraph.text, &margin, true);
        } else if !gap {
            let sign = if options.ascii { LEFT_OUT_ASCII } else { LEFT_OUT };
            setter.blank(&margin);
            setter.flow(&Styled::of(sign, Role::Meta), &margin, false);
        }
        gap = !near;
    }
    setter.into_page()
}

/// The paragraphs of a comparison; marks never reach over the end of one.
fn paragraphs(pieces: &[Piece], body: Role) -> Vec<Paragraph> {
    let mut all = vec![Paragraph::default()];
    for piece in pieces {
        for (i, words) in piece.text.split('\n').enumerate() {
            if i > 0 {
                all.push(Paragraph::default());
            }
            let Some(last) = all.last_mut() else { continue };
            if i == 0 && piece.spaced {
                last.text.push(" ", body, None);
            }
            if words.is_empty() {
                continue;
            }
            match piece.fate {
                Fate::Same => last.text.push(words, body, None),
                Fate::Removed => last.text.push(&format!("[-{words}-]"), Role::Removed, None),
                Fate::Added => last.text.push(&format!("{{+{words}+}}"), Role::Added, None),
            }
            last.changed |= piece.fate != Fate::Same;
        }
    }
    all.retain(|paragraph| !paragraph.text.is_empty());
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::diff;
    use crate::typeset::{Words, to_text};

    fn page(old: &str, new: &str, ascii: bool) -> Page {
        let options = PageOptions {
            place: "",
            distance: "",
            pictures: &[],
            width: 40,
            ascii,
            links: false,
            source: "",
            date: "",
            reading: "",
            language: "de",
            words: Words { by: "", and: "", photo: "", links: "", related: "" },
        };
        let title = diff::words("Brand in Linn", "Brand in Linn: Ursache klar");
        revision(&title, &["seit gestern"], &diff::words(old, new), &options)
    }

    #[test]
    fn changes_are_marked_and_what_stayed_far_from_them_is_left_out() {
        let old = "Eins.\nZwei.\nDrei.\nVier brannte.\nFünf.\nSechs.";
        let new = "Eins.\nZwei.\nDrei.\nVier brennt.\nFünf.\nSechs.";
        let want = "Brand in Linn{+: Ursache klar+}\nseit gestern\n\n[…]\n\nDrei.\n\nVier [-brannte-] \
                    {+brennt+}.\n\nFünf.\n\n[…]\n";
        assert_eq!(to_text(&page(old, new, false)), want);
        assert_eq!(to_text(&page(old, new, true)), want.replace('…', "..."));
    }

    #[test]
    fn marks_end_with_the_paragraph() {
        let text = to_text(&page("Eins.", "Eins. Zwei.\nDrei.", false));
        assert!(text.ends_with("Eins. {+Zwei.+}\n\n{+Drei.+}\n"), "{text}");
    }

    #[test]
    fn a_text_that_stayed_is_left_out() {
        assert!(to_text(&page("Eins.", "Eins.", false)).ends_with("seit gestern\n\n[…]\n"));
    }
}
