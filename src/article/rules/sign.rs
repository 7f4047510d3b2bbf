//! The author sign that closes a text: "(red)", "(jon)", "(dpa/lnw)".

use super::notes;
use crate::article::draft::{Draft, Piece};
use crate::article::wording;
use crate::text::Clean;

/// Signs and agencies that are written in capitals.
const CAPITALS: &[&str] = &[
    "RP", "WZ", "NRZ", "WAZ", "KNA", "AFP", "SID", "EPD", "DPA", "RED", "OTS", "MZ", "HNA", "FR",
    "NW", "PM",
];
/// Agencies whose name alone as last line is a sign.
const AGENCIES: &[&str] = &[
    "dpa", "lnw", "epd", "kna", "afp", "sid", "ots", "red", "lby", "lsw", "lhe", "lno", "lni",
    "lrs", "rtr", "ap",
];

/// Splits the sign off the end of the last paragraph; notes on the text may follow it.
pub(in crate::article) fn apply(draft: &mut Draft) {
    let is_last = |piece: &Piece| piece.is_paragraph() && !notes::is_note(piece);
    let Some(at) = draft.pieces.iter().rposition(is_last) else { return };
    if draft.pieces[at + 1..].iter().any(|piece| !(piece.is_figure() || notes::is_note(piece))) {
        return;
    }
    let raw = draft.pieces[at].raw();
    let Some((kept, sign)) = split(&raw) else { return };
    draft.article.sign = Clean::line(&sign);
    if raw[..kept].trim().is_empty() {
        draft.pieces.remove(at);
    } else {
        draft.pieces[at].cut_end(raw[..kept].trim_end().len());
    }
    draft.account("sign", &raw[kept..]);
}

/// Where the text before the sign ends, and the sign.
fn split(text: &str) -> Option<(usize, String)> {
    let text = text.trim_end();
    if let Some(inner) = text.strip_suffix([')', ']']) {
        let open = inner.rfind(['(', '['])?;
        let sign = inner[open + 1..].trim();
        let before = text[..open].trim_end();
        let fits = before.is_empty() || wording::ends_sentence(before);
        return (fits && is_sign(sign)).then(|| (open, sign.to_owned()));
    }
    if is_agency_line(text) {
        return Some((0, text.to_owned()));
    }
    let slash = text.rfind('/')?;
    let sign = text[slash + 1..].trim();
    let fits = wording::ends_sentence(text[..slash].trim_end());
    (fits && is_sign(sign)).then(|| (slash, sign.to_owned()))
}

fn is_agency_line(text: &str) -> bool {
    text.len() <= 24
        && parts(text).all(|part| AGENCIES.contains(&&*part.to_lowercase()))
        && !text.is_empty()
}

fn is_sign(sign: &str) -> bool {
    sign.chars().count() <= 20 && !sign.is_empty() && parts(sign).all(is_part)
}

fn parts(sign: &str) -> impl Iterator<Item = &str> {
    sign.split(['/', ',', '+', '-', ' ']).filter(|part| !part.is_empty())
}

fn is_part(part: &str) -> bool {
    let n = part.chars().count();
    let is_small = (2..=5).contains(&n) && part.chars().all(char::is_lowercase);
    let is_small = is_small
        || ((2..=5).contains(&n)
            && part.ends_with('.')
            && part.chars().all(|c| c.is_lowercase() || c == '.'));
    is_small || CAPITALS.contains(&part) || matches!(part, "Red" | "Red.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_split_off() {
        let cases = [
            ("Er kam. (red)", Some("red")),
            ("Sie kam.“ (pd/vre)", Some("pd/vre")),
            ("Alle kamen. (RP)", Some("RP")),
            ("(dpa/lnw)", Some("dpa/lnw")),
            ("Alle kamen. (Red.)", Some("Red.")),
            ("dpa/lnw", Some("dpa/lnw")),
            ("Sie gingen. /jon", Some("jon")),
            ("Das sagt der Rat. (CDU)", None),
            ("So war es (auch)", None),
            ("Er kam (leider) zu spät.", None),
            ("Nach 90 Minuten stand es 2/1", None),
        ];
        for (text, want) in cases {
            assert_eq!(split(text).map(|(_, sign)| sign), want.map(str::to_owned), "{text}");
        }
    }
}
