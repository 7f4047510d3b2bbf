//! The form under which a name is looked up: folded letters, single blanks, one spelling of "Saint".

use crate::text::fold;

/// The look-up form of a name: "St. Tönis", "Sankt Tönis" and "Sankt Toenis" are `st tonis`.
pub fn key(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for word in name.split(|c: char| !is_word_char(c)).filter(|w| !w.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        key_into(word, &mut out);
    }
    out
}

/// Appends the look-up form of a single word.
pub fn key_into(word: &str, out: &mut String) {
    let start = out.len();
    fold::fold_into(word, out);
    if matches!(&out[start..], "sankt" | "saint" | "sainte" | "sint" | "ste") {
        out.truncate(start);
        out.push_str("st");
    }
}

/// Whether the letter belongs to a word (marks and soft hyphens stand inside words).
fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{ad}' | '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_meet() {
        let families: &[&[&str]] = &[
            &["St. Tönis", "Sankt Tönis", "St.Toenis", "SANKT TONIS"],
            &["Frankfurt (Oder)", "Frankfurt/Oder", "frankfurt oder"],
            &["Saint-Étienne", "St Etienne", "Saint Etienne"],
            &["L’Aquila", "L'Aquila", "l aquila"],
            &["Bad Münster am Stein-Ebernburg", "bad munster am stein ebernburg"],
        ];
        for family in families {
            for name in *family {
                assert_eq!(key(name), key(family[0]), "{name}");
            }
        }
        assert_eq!(key(" … "), "");
    }
}
