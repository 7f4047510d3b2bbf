//! Notes of the editors on the text itself: what was corrected, what was added. They are part of the article.

use crate::article::draft::Piece;

/// Beginnings of such notes, lower case.
const STARTS: &[&str] = &[
    "aktualisiert: ",
    "aktualisierung: ",
    "korrektur",
    "berichtigung",
    "in einer früheren",
    "in einer ersten",
    "in einer vorherigen",
    "in der ursprünglichen",
    "letzte fassung",
    "anmerkung der redaktion",
    "anm. d. red",
    "anm. der red",
    "correction",
    "an earlier version",
    "this article was amended",
    "this article was corrected",
    "this article has been corrected",
    "editor's note",
    "editor’s note",
];
/// The longest note, in letters.
const MAX_LETTERS: usize = 500;
/// The shortest one.
const MIN_LETTERS: usize = 25;

/// Whether a block is such a note.
pub(in crate::article) fn is_note(piece: &Piece) -> bool {
    let lower = piece.text.trim_start_matches(['*', '(', '[', ' ']).to_lowercase();
    piece.is_paragraph()
        && (MIN_LETTERS..=MAX_LETTERS).contains(&piece.letters)
        && STARTS.iter().any(|start| lower.starts_with(start))
}
