//! Two texts, divided by the first zero byte, compared word by word: both can be read in the pieces.
#![no_main]

use libfuzzer_sys::fuzz_target;
use umland::text::Clean;
use umland::text::diff::{self, Fate, Piece};

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let (old, new) = text.split_once('\0').unwrap_or((&text, ""));
    let (old, new) = (Clean::text(old), Clean::text(new));
    let pieces = diff::words(&old, &new);
    assert_eq!(side(&pieces, Fate::Added), bare(&old));
    assert_eq!(side(&pieces, Fate::Removed), bare(&new));
});

/// The words of one side, without what white space there is.
fn side(pieces: &[Piece], without: Fate) -> String {
    let kept = pieces.iter().filter(|piece| piece.fate != without);
    kept.flat_map(|piece| piece.text.split_whitespace()).collect()
}

fn bare(text: &str) -> String {
    text.split_whitespace().collect()
}
