//! How many terminal columns a text takes, and cutting and padding to a number of columns.
//!
//! **Invariant:** a grapheme cluster is never split, and nothing that this file cuts or pads is wider than asked.
//! Soft hyphens are break points, not letters: they take no column and are left out of every text made here.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// A soft hyphen.
pub const SOFT_HYPHEN: char = '\u{ad}';

/// Whether every letter of a text stands for itself and takes one column, as in nearly all that Europe's papers print;
/// such a text needs no search for clusters. (Letters below U+0300 and these signs never join; what joins to them, such as
/// a variation selector, is not among them.)
pub fn is_plain(text: &str) -> bool {
    text.chars().all(
        |c| matches!(c, ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '–' | '—' | '‘'..='„' | '…' | '•' | '€'),
    )
}

/// The columns of a text on one line.
pub fn width(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    if is_plain(text) {
        return text.chars().count();
    }
    text.graphemes(true).map(grapheme_width).sum()
}

/// The columns of one grapheme cluster: 0, 1 or 2.
pub fn grapheme_width(grapheme: &str) -> usize {
    match grapheme.chars().next() {
        None | Some(SOFT_HYPHEN) => 0,
        Some(_) => grapheme.width().min(2),
    }
}

/// The grapheme clusters of a text, each with its columns.
pub fn graphemes(text: &str) -> impl Iterator<Item = (&str, usize)> {
    let mut clusters = (!is_plain(text)).then(|| text.graphemes(true));
    let mut letters = text.char_indices();
    std::iter::from_fn(move || match &mut clusters {
        Some(clusters) => clusters.next().map(|g| (g, grapheme_width(g))),
        None => letters.next().map(|(at, c)| (&text[at..at + c.len_utf8()], 1)),
    })
}

/// The text when it fits into `columns`, else its beginning with an ellipsis (`…`, or `...` for `ascii`).
pub fn truncate(text: &str, columns: usize, ascii: bool) -> Cow<'_, str> {
    let text = without_soft_hyphens(text);
    if width(&text) <= columns {
        return text;
    }
    let ellipsis = if ascii { "..." } else { "…" };
    let ellipsis = &ellipsis[..if ascii { columns.min(3) } else { 3 * columns.min(1) }];
    let kept = head(&text, columns.saturating_sub(width(ellipsis)));
    Cow::Owned(format!("{}{ellipsis}", text[..kept].trim_end()))
}

/// The text padded with spaces on the right to at least `columns`.
pub fn pad(text: &str, columns: usize) -> String {
    let mut out = without_soft_hyphens(text).into_owned();
    out.extend(std::iter::repeat_n(' ', columns.saturating_sub(width(&out))));
    out
}

/// The text cut and padded to exactly `columns`.
pub fn fit(text: &str, columns: usize, ascii: bool) -> String {
    pad(&truncate(text, columns, ascii), columns)
}

/// The length in bytes of the longest beginning that fits into `columns`.
pub fn head(text: &str, columns: usize) -> usize {
    let (mut used, mut at) = (0, 0);
    for (grapheme, columns_taken) in graphemes(text) {
        used += columns_taken;
        if used > columns {
            return at;
        }
        at += grapheme.len();
    }
    text.len()
}

/// The text without its soft hyphens.
pub fn without_soft_hyphens(text: &str) -> Cow<'_, str> {
    if text.contains(SOFT_HYPHEN) {
        Cow::Owned(text.replace(SOFT_HYPHEN, ""))
    } else {
        Cow::Borrowed(text)
    }
}

/// Breaks a text into lines at spaces; a word that is too long is broken where the line ends.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let columns = columns.max(1);
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let mut word = word;
        loop {
            let last = lines.last_mut().expect("never empty");
            let used = width(last);
            let gap = usize::from(used > 0);
            if used + gap + width(word) <= columns {
                last.push_str(&" ".repeat(gap));
                last.push_str(word);
                break;
            }
            if used > 0 {
                lines.push(String::new());
                continue;
            }
            let cut = head(word, columns).max(word.chars().next().map_or(0, char::len_utf8));
            last.push_str(&word[..cut]);
            word = &word[cut..];
            if word.is_empty() {
                break;
            }
            lines.push(String::new());
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrapping_keeps_every_word() {
        assert_eq!(wrap("eins zwei drei", 9), ["eins zwei", "drei"]);
        assert_eq!(wrap("https://example.org/x", 8), ["https://", "example.", "org/x"]);
        assert_eq!(wrap("", 5), [""]);
        assert_eq!(
            wrap("<p>Am Markt ist heute viel los", 12),
            ["<p>Am Markt", "ist heute", "viel los"]
        );
        assert_eq!(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(wrap("日本語日本語", 5), ["日本", "語日", "本語"]);
    }

    #[test]
    fn columns_are_those_of_the_terminal() {
        let cases = [
            ("Krefeld", 7),
            ("Ü\u{308}", 1),
            ("東京", 4),
            ("👩‍👧", 2),
            ("Ge\u{ad}mein\u{ad}de", 8),
            ("", 0),
        ];
        for (text, want) in cases {
            assert_eq!(width(text), want, "{text}");
        }
    }

    #[test]
    fn cutting_keeps_clusters_whole() {
        let cases = [
            ("Oberbürgermeister", 7, false, "Oberbü…"),
            ("Oberbürgermeister", 7, true, "Ober..."),
            ("Brand in Krefeld", 7, false, "Brand…"),
            ("東京タワー", 4, false, "東…"),
            ("kurz", 4, false, "kurz"),
            ("kurz", 0, false, ""),
            ("kurz", 2, true, ".."),
            ("Ge\u{ad}mein\u{ad}de", 8, false, "Gemeinde"),
        ];
        for (text, columns, ascii, want) in cases {
            assert_eq!(truncate(text, columns, ascii), want, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn a_plain_text_is_as_wide_as_its_clusters(text in "[ -~\u{a0}-\u{2ff}–—‘-„…•€]*") {
            let clusters: Vec<_> = text.graphemes(true).map(|g| (g, grapheme_width(g))).collect();
            assert_eq!(graphemes(&text).collect::<Vec<_>>(), clusters);
            assert_eq!(width(&text), clusters.iter().map(|(_, columns)| columns).sum::<usize>());
        }

        #[test]
        fn what_is_cut_and_padded_is_as_wide_as_asked(text in ".*", columns in 0usize..30, ascii: bool) {
            let text = crate::text::Clean::line(&text);
            assert_eq!(width(&fit(&text, columns, ascii)), columns);
        }
    }
}
