//! Whom to ask: the block that closes a press release ("Rückfragen bitte an: …"), set apart from the text.

use crate::article::draft::{Draft, Piece};
use crate::article::wording::ends_sentence;
use crate::domain::Block;
use crate::text::Clean;

/// Beginnings of the line that opens the block, lower case.
const STARTS: &[&str] = &[
    "rückfragen",
    "für rückfragen",
    "bei rückfragen",
    "rückfragehinweis",
    "medienrückfragen",
    "presserückfragen",
    "journalistenrückfragen",
    "pressekontakt",
    "medienkontakt",
    "kontakt:",
    "kontakt für",
    "kontakt und",
    "ansprechpartner",
    "ansprechperson",
    "ihr ansprechpartner",
    "ihre ansprechpartner",
    "press contact",
    "media contact",
    "contact for",
];
/// Words of lines that say how somebody is reached, lower case.
const REACHED_BY: &[&str] =
    &["telefon", "tel.", "phone", "e-mail", "email", "mail:", "@", "fax", "www.", "http"];
/// A longer block is text, in letters.
const MAX_LINE: usize = 260;
/// Text that must stand before, in letters.
const MIN_TEXT: usize = 60;

/// Takes the block out of the body; nothing may follow it but further lines of its kind.
pub(in crate::article) fn apply(draft: &mut Draft) {
    let mut from = draft.pieces.len();
    let mut is_reached = false;
    while let Some(piece) = from.checked_sub(1).and_then(|at| draft.pieces.get(at)) {
        if !is_line(piece) {
            return;
        }
        from -= 1;
        is_reached |= says_how(&piece.text);
        if opens(piece) {
            break;
        }
    }
    let before: usize = draft.pieces[..from].iter().map(|piece| piece.letters).sum();
    let is_block = is_reached && draft.pieces.get(from).is_some_and(opens);
    if !is_block || before < MIN_TEXT {
        return;
    }
    let mut lines = Vec::new();
    draft.drop_pieces("contact", |at, piece| {
        if at >= from {
            lines.extend(lines_of(piece));
        }
        at >= from
    });
    draft.article.contact = lines;
}

fn opens(piece: &Piece) -> bool {
    let lower = piece.text.to_lowercase();
    (piece.is_paragraph() || piece.is_heading())
        && STARTS.iter().any(|start| lower.starts_with(start))
}

/// Whether a block can be a part of it: short, and no sentence unless it says how somebody is reached.
fn is_line(piece: &Piece) -> bool {
    let is_written = matches!(
        piece.block,
        Block::Paragraph(_) | Block::Heading(..) | Block::List(..) | Block::Rule
    );
    is_written
        && piece.letters <= MAX_LINE
        && (!ends_sentence(piece.text.trim_end_matches(':')) || says_how(&piece.text))
}

fn says_how(text: &str) -> bool {
    let lower = text.to_lowercase();
    REACHED_BY.iter().any(|word| lower.contains(word))
}

fn lines_of(piece: &Piece) -> Vec<Clean> {
    let raw = piece.raw();
    let lines = raw.lines().map(Clean::line).filter(|line| !line.is_empty());
    let lines: Vec<Clean> = lines.collect();
    if lines.is_empty() && !piece.text.is_empty() { vec![Clean::line(&piece.text)] } else { lines }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Inline;

    const TEXT: &str =
        "Die Polizei sucht Zeugen, die am Hafen etwas gesehen haben, und bittet um Hinweise.";

    fn left(lines: &[&str]) -> (usize, usize) {
        let piece = |text: &&str| Piece::new(Block::Paragraph(vec![Inline::plain(text)]), 0);
        let mut draft = Draft { pieces: lines.iter().map(piece).collect(), ..Draft::default() };
        apply(&mut draft);
        (draft.pieces.len(), draft.article.contact.len())
    }

    #[test]
    fn the_closing_block_is_set_apart() {
        let block = "Pressestelle\nTelefon: 02151 000-0000";
        assert_eq!(left(&[TEXT, "Rückfragen bitte an:", block]), (1, 3));
        assert_eq!(left(&[TEXT, "Kontakt: Stadtarchiv, Telefon 02151 000-0000"]), (1, 1));
    }

    #[test]
    fn what_is_no_block_of_contacts_stays() {
        for lines in [
            &[TEXT, "Rückfragen blieben bis zum Abend ohne Antwort."][..],
            &[TEXT, "Kontakt: keiner"],
            &[TEXT, "Telefon: 02151 000-0000"],
            &["Rückfragen bitte an:", "Telefon: 02151 000-0000"],
            &[TEXT, "Rückfragen bitte an: Telefon 02151 000-0000", TEXT],
        ] {
            assert_eq!(left(lines), (lines.len(), 0), "{lines:?}");
        }
    }
}
