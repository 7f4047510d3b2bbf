//! What agencies and publishers put under every text: rights, sources, contact for readers of the wire.

use crate::article::draft::Draft;

/// Beginnings of such lines, lower case.
const STARTS: &[&str] = &[
    "© dpa",
    "© afp",
    "© 20",
    "©dpa",
    "(c) dpa",
    "dpa-infocom",
    "dieser artikel wurde",
    "dieser text wurde",
    "dieser beitrag wurde",
    "original-content von",
    "der beitrag ",
    "the post ",
    "quelle:",
    "quellen:",
    "mit material der",
    "mit material von",
    "mit agenturmaterial",
    "copyright",
    "(c) copyright",
    "alle rechte vorbehalten",
    "rubriklistenbild",
    "dieser inhalt stammt",
    "hinweis: dieser",
    "diese meldung wurde",
    "dies ist eine automatisierte",
    "redaktioneller hinweis",
    "transparenzhinweis",
    "artikel von",
    "citation:",
    "with post wires",
    "(reporting by",
    "reporting by",
    "with files from",
    "©",
];
/// Words of lines that name those who helped, lower case.
const INSIDE: &[&str] = &[
    "contributed to this report",
    "contributed reporting",
    "contributed to this story",
    "editing by",
    "compiled by",
    "opinions expressed",
    "subject to copyright",
    "alle rechte vorbehalten",
    "all rights reserved",
    "personal, non-commercial use",
];
/// How many blocks from the end are looked at.
const TAIL: usize = 4;
/// The longest such line, in letters.
const MAX_LETTERS: usize = 350;

/// Takes such lines out at the end of the text.
pub(in crate::article) fn apply(draft: &mut Draft) {
    let from = draft.pieces.len().saturating_sub(TAIL);
    draft.drop_pieces("agency-line", |at, piece| {
        at >= from
            && at > 0
            && piece.is_paragraph()
            && piece.letters <= MAX_LETTERS
            && is_agency(&piece.text)
    });
}

fn is_agency(text: &str) -> bool {
    let lower = text.trim_start().to_lowercase();
    let is_feed_footer = |start: &str| match start {
        "der beitrag " => lower.contains("erschien zuerst"),
        "the post " => lower.contains("appeared first"),
        _ => true,
    };
    INSIDE.iter().any(|words| lower.contains(words))
        || STARTS.iter().any(|start| lower.starts_with(start) && is_feed_footer(start))
}
