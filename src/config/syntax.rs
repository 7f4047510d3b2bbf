//! TOML with more than one syntax fault at a time.

use toml_edit::Document;

use super::fault::Reason;

/// Parses a text. After a fault, the table that it lies in is left out and the rest is read, so that every table can
/// tell its own first fault; offsets stay those of the whole text.
pub(super) fn parse(text: &str, faults: &mut Vec<(usize, Reason)>) -> Document<String> {
    let mut rest = text.to_owned();
    let mut left_out: Vec<std::ops::Range<usize>> = Vec::new();
    loop {
        let fault = match Document::parse(rest.clone()) {
            Ok(document) => return document,
            Err(fault) => fault,
        };
        let at = blame(&rest, fault.span().map_or(0, |span| span.start));
        let mut table = table_around(&rest, at);
        if left_out.iter().any(|range| (range.start..=range.end).contains(&at)) {
            // The text did not get better (a string without an end reaches to the end of the text, again and again).
            table = 0..rest.len();
        } else {
            faults.push((at, Reason::Syntax(fault.message().to_owned())));
        }
        left_out.push(table.clone());
        let blank: String =
            rest[table.clone()].bytes().map(|b| if b == b'\n' { '\n' } else { ' ' }).collect();
        rest.replace_range(table, &blank);
    }
}

/// Where a fault found at `at` was made: a list without an end swallows the headers after it, and the parser stumbles
/// over those.
fn blame(text: &str, at: usize) -> usize {
    let before = &text[..at];
    let header = text[at..].starts_with('[') && before.trim_end_matches(' ').ends_with('\n');
    if header && Document::parse(before).is_err() { before.trim_end().len() } else { at }
}

/// The bytes from the header line at or before `at` to the next one.
fn table_around(text: &str, at: usize) -> std::ops::Range<usize> {
    let mut start = 0;
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        if line.trim_start().starts_with('[') {
            if offset > at {
                return start..offset;
            }
            start = offset;
        }
        offset += line.len();
    }
    start..text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines of the faults, and the keys that could still be read.
    fn check(text: &str) -> (Vec<usize>, Vec<String>) {
        let mut faults = Vec::new();
        let document = parse(text, &mut faults);
        let mut lines: Vec<_> =
            faults.iter().map(|(at, _)| text[..*at].lines().count().max(1)).collect();
        lines.sort_unstable();
        (lines, document.iter().map(|(key, _)| key.to_owned()).collect())
    }

    #[test]
    fn every_table_tells_its_own_fault() {
        let text = "[ui]\nmeasure = \n\n[fetch]\ngap_ms = 5\n\n[keys]\nstar = [ \"x\"\n\n[home]\nplace = \"x\"\n";
        assert_eq!(check(text), (vec![2, 8], vec!["fetch".to_owned(), "home".to_owned()]));
    }

    #[test]
    fn a_string_without_an_end_is_told_once() {
        let text = "[a]\nx = \"\"\"abc\n[b]\ny = 1\n[c]\nz = 2\n";
        assert_eq!(check(text).0.len(), 1);
    }

    proptest::proptest! {
        #[test]
        fn any_text_comes_to_an_end(text in "[\\[\\]a-c=\"'\n,# {}.1äß\u{feff}]{0,60}") {
            check(&text);
        }
    }
}
