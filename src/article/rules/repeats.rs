//! Texts that a page prints twice: captions in the body, whole blocks again.

use std::collections::HashSet;

use crate::article::draft::Draft;
use crate::article::wording::normal;
use crate::domain::Block;

/// A shorter block may well stand twice ("Foto", "Ja."), in letters.
const MIN_LETTERS: usize = 35;

/// Takes repeated blocks out; of a picture's words, the body's copy goes.
pub(in crate::article) fn apply(draft: &mut Draft) {
    merge_figures(draft);
    let captions: HashSet<String> = draft
        .pieces
        .iter()
        .filter_map(|piece| match &piece.block {
            Block::Figure(figure) => Some([&figure.caption, &figure.alt]),
            _ => None,
        })
        .flatten()
        .filter(|words| words.chars().count() > 15)
        .map(|words| normal(words))
        .collect();
    draft.drop_pieces("caption-again", |_, piece| {
        !piece.is_figure() && !piece.is_heading() && captions.contains(&normal(&piece.text))
    });
    let mut seen = HashSet::new();
    draft.drop_pieces("block-again", |_, piece| {
        !piece.is_figure() && piece.letters >= MIN_LETTERS && !seen.insert(normal(&piece.text))
    });
}

/// A picture with the words or the address of an earlier one is the same picture.
fn merge_figures(draft: &mut Draft) {
    let (mut addresses, mut captions) = (HashSet::new(), HashSet::new());
    draft.drop_pieces("figure-again", |_, piece| {
        let Block::Figure(figure) = &piece.block else { return false };
        let address = figure.src.split('?').next().unwrap_or_default().to_owned();
        let words = normal(&figure.caption);
        let is_known_address = !address.is_empty() && !addresses.insert(address);
        let is_known_caption = !words.is_empty() && !captions.insert(words.clone());
        is_known_caption || (words.is_empty() && is_known_address)
    });
}
