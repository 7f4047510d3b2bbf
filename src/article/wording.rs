//! Comparing texts as a reader would: letters and digits only, without case.

/// A text's letters and digits in lower case, single spaces between the words.
pub(super) fn normal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars().filter(|c| *c != '\u{ad}') {
        if c.is_alphanumeric() {
            if gap && !out.is_empty() {
                out.push(' ');
            }
            gap = false;
            out.extend(c.to_lowercase());
        } else {
            gap = true;
        }
    }
    out
}

/// Whether two texts have the same words.
pub(super) fn same(a: &str, b: &str) -> bool {
    a == b || normal(a) == normal(b)
}

/// The words of a normalised text that occur in another, as a share of its own words.
pub(super) fn share_of(text: &str, other: &str) -> f64 {
    let known: std::collections::HashSet<&str> = other.split(' ').collect();
    let (mut n, mut hits) = (0u32, 0u32);
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        n += 1;
        hits += u32::from(known.contains(word));
    }
    if n == 0 { 0.0 } else { f64::from(hits) / f64::from(n) }
}

/// The last character boundary at or before a byte.
pub(super) fn boundary(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0)
}

/// Whether a text ends like a sentence.
pub(super) fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches([
        '“', '”', '"', '«', '»', '\'', '’', ')', ' ', '\u{a0}', '」', '』', '）',
    ])
    .ends_with(['.', '!', '?', '…', ':', '。', '！', '？', '।', '؟'])
}
