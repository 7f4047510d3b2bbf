//! Where words stand in a line on the screen.

use super::paint::{Canvas, columns_of};
use crate::app::Rect;
use crate::text::fold::fold;
use crate::theme::Part;

/// Sets off the reader's own words in a line that begins at `x` and of which so many columns are drawn.
pub(super) fn set_off(
    line: &str,
    words: &[String],
    x: u16,
    y: u16,
    room: u16,
    canvas: &mut Canvas,
) {
    for (from, columns) in words.iter().flat_map(|word| hits(line, word)) {
        let width = (from + columns).min(room).saturating_sub(from);
        canvas.lay(Rect { x: x + from, y, width, height: 1 }, Part::Hit);
    }
}

/// Where a folded text stands in a line: first column and number of columns of each hit.
pub(super) fn hits(line: &str, folded: &str) -> Vec<(u16, u16)> {
    let mut found = Vec::new();
    let mut from = 0;
    while from < line.len() {
        let rest = &line[from..];
        let first = rest.chars().next().map_or(1, char::len_utf8);
        let starts = !rest.starts_with(char::is_whitespace) && fold(rest).starts_with(folded);
        if !starts {
            from += first;
            continue;
        }
        let ends = rest.char_indices().map(|(i, c)| i + c.len_utf8());
        let len = ends
            .into_iter()
            .find(|end| fold(&rest[..*end]).len() >= folded.len())
            .unwrap_or(rest.len());
        found.push((columns_of(&line[..from]), columns_of(&rest[..len])));
        from += len.max(first);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hits_are_found_with_umlauts_folded() {
        assert_eq!(hits("Die Brücke an der Bruecke", &fold("brücke")), [(4, 6), (18, 7)]);
        assert_eq!(hits("日本 Straße", &fold("strasse")), [(5, 6)]);
        assert_eq!(hits("nichts", &fold("x")), []);
    }
}
