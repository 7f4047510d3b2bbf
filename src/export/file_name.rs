//! Under which name an article is filed.

use crate::text::Clean;

/// No name is longer, in bytes: file systems take 255, and an extension and a number may follow.
const LONGEST: usize = 120;

/// The name of a file for an article, without extension: the day and the headline. A headline is hostile: what could lead
/// into another folder, hide the file, or be an option of a command does not get into it.
pub(super) fn stem(day: &str, headline: &str) -> String {
    let mut name = String::new();
    for c in Clean::line(headline).chars() {
        match c {
            // Not allowed in file names of one system or another, or of a meaning to shells.
            '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '$' | '`' => name.push(' '),
            c => name.push(c),
        }
    }
    let headline = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let headline = headline.trim_matches(['.', ' ', '-']);
    let name =
        [day, headline].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let mut end = name.len().min(LONGEST);
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    name[..end].trim_end_matches(['.', ' ']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_headline_becomes_the_name_of_a_file() {
        let cases = [
            ("Zwölf Linden für Uerdingen", "2026-11-24 Zwölf Linden für Uerdingen"),
            ("Stadt/Land: was nun?", "2026-11-24 Stadt Land was nun"),
            ("../../.ssh/authorized_keys", "2026-11-24 ssh authorized_keys"),
            ("$(rm -rf ~) `x`", "2026-11-24 (rm -rf ~) x"),
            ("...", "2026-11-24"),
        ];
        for (headline, want) in cases {
            assert_eq!(stem("2026-11-24", headline), want, "{headline}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_headline_leads_astray(headline in ".*") {
            let name = stem("2026-11-24", &headline);
            assert!(name.len() <= LONGEST && name.starts_with("2026-11-24"));
            assert_eq!(std::path::Path::new(&name).file_name().and_then(|n| n.to_str()), Some(name.as_str()));
        }
    }
}
