//! Hours: "15 Uhr", "19.30 Uhr", "14 bis 18 Uhr", "3 pm", "3.30 p.m.", "at 15:00".

use jiff::civil::Time;

use super::sentence::Word;

/// Words after a day among which its hour stands, and before it.
const AFTER: usize = 9;
const BEFORE: usize = 4;

/// The hour that belongs to the day which takes the words from `from` to `to`.
pub(super) fn near(sentence: &[Word<'_>], from: usize, to: usize) -> Option<Time> {
    let after = (to..sentence.len().min(to + AFTER)).find_map(|at| read(sentence, at));
    after.or_else(|| (from.saturating_sub(BEFORE)..from).find_map(|at| read(&sentence[..from], at)))
}

/// The hour that begins at a word.
fn read(sentence: &[Word<'_>], at: usize) -> Option<Time> {
    let word = sentence.get(at)?.written.trim_end_matches([',', ';', '.', ':']);
    let next = sentence.get(at + 1).map_or("", |word| word.folded.as_str());
    // "3pm" in one word.
    for (end, after_noon) in [("pm", true), ("p.m", true), ("am", false), ("a.m", false)] {
        if let Some(hour) = word.strip_suffix(end) {
            return english(hour, after_noon);
        }
    }
    let first = word.split(['-', '–']).next()?;
    match next {
        "uhr" => clock(first),
        "pm" | "p.m" => english(first, true),
        "a.m" => english(first, false),
        "bis" | "und" | "to" => {
            let end = sentence.get(at + 3).map(|word| word.folded.as_str());
            if end == Some("uhr") { clock(first) } else { None }
        }
        _ if first.contains(':') => clock(first),
        _ => None,
    }
}

/// "15", "19.30", "19:30".
fn clock(text: &str) -> Option<Time> {
    let (hour, minute) = text.split_once(['.', ':']).unwrap_or((text, "0"));
    if hour.len() > 2 || minute.len() > 2 {
        return None;
    }
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

fn english(text: &str, after_noon: bool) -> Option<Time> {
    let time = clock(text).filter(|time| (1..=12).contains(&time.hour()))?;
    let hour = time.hour() % 12 + if after_noon { 12 } else { 0 };
    Time::new(hour, time.minute(), 0, 0).ok()
}
