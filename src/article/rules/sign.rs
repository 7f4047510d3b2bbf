//! The author sign that closes a text: "(red)", "(jon)", "(dpa/lnw)".

use super::notes;
use crate::article::draft::{Draft, Piece};
use crate::article::wording;
use crate::domain::Block;
use crate::text::Clean;

/// Signs and agencies that are written in capitals.
const CAPITALS: &[&str] = &[
    "RP", "WZ", "NRZ", "WAZ", "KNA", "AFP", "SID", "EPD", "DPA", "RED", "OTS", "MZ", "HNA", "FR",
    "NW", "PM", "APA", "SDA", "AP",
];
/// Agencies whose name alone as last line is a sign.
const AGENCIES: &[&str] = &[
    "dpa", "lnw", "epd", "kna", "afp", "sid", "ots", "red", "lby", "lsw", "lhe", "lno", "lni",
    "lrs", "rtr", "ap", "apa", "sda",
];
/// Abbreviations that a text may end with without a full stop.
const NO_SIGNS: &[&str] = &["etc", "usw", "uhr", "euro", "ende"];
/// How many short lines may stand behind a sign in brackets, and how long they are, in letters.
const BEHIND: usize = 12;
const MAX_BEHIND: usize = 120;
/// Text that stands before a sign without brackets, in letters.
const MIN_TEXT: usize = 40;

/// Splits the sign off the end of the last paragraph. Notes on the text may follow it, and pictures; a sign in brackets
/// ends the text, whatever lines a publisher puts behind it. In the first paragraph it may open the text instead.
pub(in crate::article) fn apply(draft: &mut Draft) {
    closing(draft);
    if draft.article.sign.is_empty() {
        opening(draft);
    }
}

fn closing(draft: &mut Draft) {
    let is_german = !draft.article.language.starts_with("en");
    let mut behind = 0;
    for at in (0..draft.pieces.len()).rev() {
        let piece = &draft.pieces[at];
        if piece.is_figure() || notes::is_note(piece) {
            continue;
        }
        let raw = piece.raw();
        let found = if piece.is_paragraph() { split(&raw, is_german) } else { None };
        let found = found.filter(|(kept, _)| behind == 0 || raw[*kept..].trim_end().ends_with(')'));
        if let Some((kept, sign)) = found {
            draft.drop_pieces("after-sign", |i, piece| {
                i > at && !piece.is_figure() && !notes::is_note(piece)
            });
            cut(draft, at, &raw, kept, &sign);
            return;
        }
        behind += 1;
        if behind > BEHIND || !is_line(piece) {
            return;
        }
    }
}

/// Whether a block may be a line that a publisher puts behind the text: no sentence, and nothing with dates or numbers.
fn is_line(piece: &Piece) -> bool {
    let is_sentence = piece.letters >= MIN_TEXT && wording::ends_sentence(&piece.text);
    piece.letters <= MAX_BEHIND
        && !is_sentence
        && !piece.text.chars().any(|c| c.is_ascii_digit())
        && !matches!(piece.block, Block::Table(_) | Block::Code(_))
}

fn cut(draft: &mut Draft, at: usize, raw: &str, kept: usize, sign: &str) {
    draft.article.sign = Clean::line(sign);
    if raw[..kept].trim().is_empty() {
        draft.pieces.remove(at);
    } else {
        draft.pieces[at].cut_end(raw[..kept].trim_end().len());
    }
    draft.account("sign", &raw[kept..]);
}

/// "(RP) Die Stadt baut …"
fn opening(draft: &mut Draft) {
    let Some(at) = draft.pieces.iter().position(Piece::is_paragraph) else { return };
    let raw = draft.pieces[at].raw();
    let Some((inner, rest)) = raw.strip_prefix('(').and_then(|rest| rest.split_once(") ")) else {
        return;
    };
    if !inner.contains(' ')
        && is_sign(inner)
        && rest.starts_with(|c: char| c.is_uppercase() || c == '„')
    {
        let n = raw.len() - rest.len();
        draft.article.sign = Clean::line(inner);
        draft.account("sign", &raw[..n]);
        draft.pieces[at].cut_start(n);
    }
}

/// Where the text before the sign ends, and the sign.
fn split(text: &str, is_german: bool) -> Option<(usize, String)> {
    let text = text.trim_end();
    if let Some(inner) = text.strip_suffix([')', ']']) {
        let open = inner.rfind(['(', '['])?;
        let sign = inner[open + 1..].trim();
        let before = text[..open].trim_end();
        let fits = before.is_empty() || wording::ends_sentence(before);
        return (fits && is_sign(sign)).then(|| (open, sign.to_owned()));
    }
    if is_agency_line(text) || (is_german && is_sign_line(text)) {
        return Some((0, text.to_owned()));
    }
    if let Some(found) = dashed(text) {
        return Some(found);
    }
    let slash = text.rfind('/').filter(|slash| {
        let sign = text[slash + 1..].trim();
        wording::ends_sentence(text[..*slash].trim_end()) && is_sign(sign)
    });
    if let Some(slash) = slash {
        return Some((slash, text[slash + 1..].trim().to_owned()));
    }
    let (before, last) = text.rsplit_once(' ').filter(|_| is_german)?;
    let fits = before.len() >= MIN_TEXT && wording::ends_sentence(before);
    let is_bare = fits && (2..=4).contains(&last.chars().count()) && is_lower(last);
    (is_bare && !NO_SIGNS.contains(&last)).then(|| (before.len(), last.to_owned()))
}

/// "… kommen. -jon-": a sign between dashes behind a sentence.
fn dashed(text: &str) -> Option<(usize, String)> {
    let inner = text.strip_suffix(['-', '–'])?;
    let open = inner.rfind(['-', '–'])?;
    let sign = inner[open..].trim_start_matches(['-', '–']);
    let fits = wording::ends_sentence(text[..open].trim_end());
    (fits && is_sign(sign)).then(|| (open, sign.to_owned()))
}

fn is_agency_line(text: &str) -> bool {
    let text = text.strip_prefix("mit ").unwrap_or(text);
    text.len() <= 24
        && parts(text).all(|part| AGENCIES.contains(&&*part.to_lowercase()))
        && !text.is_empty()
}

/// A line of nothing but a sign: "jon", "rl/mba", "Lokalredaktion".
fn is_sign_line(text: &str) -> bool {
    let n = text.chars().count();
    let is_small =
        (2..=9).contains(&n) && parts(text).all(|part| is_lower(part) && part.len() <= 4);
    let is_office = n <= 25 && !text.contains(' ') && text.to_lowercase().ends_with("redaktion");
    (is_small && !text.contains(' ') && !NO_SIGNS.contains(&text)) || is_office
}

/// Whether a text is an author's sign or that of an agency.
pub(super) fn is_sign(sign: &str) -> bool {
    let sign = sign.strip_prefix("mit ").unwrap_or(sign);
    sign.chars().count() <= 20 && !sign.is_empty() && parts(sign).all(is_part)
}

fn parts(sign: &str) -> impl Iterator<Item = &str> {
    sign.split(['/', ',', '+', '-', ' ', '&', ';']).filter(|part| !part.is_empty())
}

fn is_lower(text: &str) -> bool {
    !text.is_empty() && text.chars().all(char::is_lowercase)
}

fn is_part(part: &str) -> bool {
    let n = part.chars().count();
    let is_small = (2..=5).contains(&n) && is_lower(part);
    let is_small = is_small
        || ((2..=5).contains(&n)
            && part.ends_with('.')
            && part.chars().all(|c| c.is_lowercase() || c == '.'));
    is_small || CAPITALS.contains(&part) || matches!(part, "Red" | "Red.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Inline;

    #[test]
    fn signs_are_split_off() {
        let cases = [
            ("Er kam. (red)", Some("red")),
            ("Sie kam.“ (pd/vre)", Some("pd/vre")),
            ("Alle kamen. (RP)", Some("RP")),
            ("(dpa/lnw)", Some("dpa/lnw")),
            ("Alle kamen. (Red.)", Some("Red.")),
            ("dpa/lnw", Some("dpa/lnw")),
            ("mit dpa", Some("mit dpa")),
            ("Sie gingen. /jon", Some("jon")),
            ("Sie gingen. -jon-", Some("jon")),
            ("jon", Some("jon")),
            ("rl/mba", Some("rl/mba")),
            ("Lokalredaktion", Some("Lokalredaktion")),
            ("Die Stadt baut am Hafen eine neue Brücke. rl", Some("rl")),
            ("Die Stadt baut am Hafen eine neue Brücke. usw", None),
            ("Die Stadt baut am Hafen eine neue Brücke", None),
            ("Alle kamen. (mit dpa)", Some("mit dpa")),
            ("Nach langem Streit - so der Rat -", None),
            ("Das sagt der Rat. (CDU)", None),
            ("So war es (auch)", None),
            ("Er kam (leider) zu spät.", None),
            ("Nach 90 Minuten stand es 2/1", None),
        ];
        for (text, want) in cases {
            assert_eq!(split(text, true).map(|(_, sign)| sign), want.map(str::to_owned), "{text}");
        }
    }

    fn applied(lines: &[&str]) -> (String, Vec<String>) {
        let piece = |text: &&str| Piece::new(Block::Paragraph(vec![Inline::plain(text)]), 0);
        let mut draft = Draft { pieces: lines.iter().map(piece).collect(), ..Draft::default() };
        apply(&mut draft);
        let left = draft.pieces.iter().map(|piece| piece.text.clone()).collect();
        (draft.article.sign.to_string(), left)
    }

    #[test]
    fn a_sign_in_brackets_ends_the_text() {
        let text = "Die Stadt baut am Hafen eine neue Brücke für den Radverkehr.";
        let signed = format!("{text} (kas)");
        let (sign, left) = applied(&[text, &signed, "Mehr Lesekomfort", "Nein danke."]);
        assert_eq!((sign.as_str(), left), ("kas", vec![text.to_owned(), text.to_owned()]));
        let (sign, left) = applied(&[&signed, text, text]);
        assert_eq!((sign.as_str(), left.len()), ("", 3), "a sentence is no line behind the sign");
        assert_eq!(
            applied(&["(RP) Die Stadt baut."]),
            ("RP".to_owned(), vec!["Die Stadt baut.".to_owned()])
        );
        assert_eq!(applied(&["(wie immer) Die Stadt baut."]).0, "");
    }
}
