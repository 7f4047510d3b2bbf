//! A change of a text that can be made and taken back later, even when the text was changed elsewhere in the meantime.

/// Lines around the change that are kept to find it again.
const CONTEXT: usize = 4;

/// What was replaced by what, and what stands around it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TextPatch {
    /// The lines before.
    pub before: String,
    /// What stood there.
    pub old: String,
    /// What stands there instead.
    pub new: String,
    /// The lines after.
    pub after: String,
}

impl TextPatch {
    /// What makes `new` of `old`: whole lines; none when they are the same.
    pub fn between(old: &str, new: &str) -> Option<Self> {
        if old == new {
            return None;
        }
        let same = |(a, b): &(&str, &str)| a == b;
        let head: usize =
            lines(old).zip(lines(new)).take_while(same).map(|(line, _)| line.len()).sum();
        let (rest_old, rest_new) = (&old[head..], &new[head..]);
        let (from_old, from_new) = (lines(rest_old).rev(), lines(rest_new).rev());
        let tail: usize = from_old.zip(from_new).take_while(same).map(|(line, _)| line.len()).sum();
        let last: Vec<&str> = lines(&old[..head]).collect();
        let after = &rest_old[rest_old.len() - tail..];
        Some(Self {
            before: last[last.len().saturating_sub(CONTEXT)..].concat(),
            old: rest_old[..rest_old.len() - tail].to_owned(),
            new: rest_new[..rest_new.len() - tail].to_owned(),
            after: lines(after).take(CONTEXT).collect(),
        })
    }

    /// The same the other way round.
    #[must_use]
    pub fn reversed(self) -> Self {
        Self { old: self.new, new: self.old, ..self }
    }

    /// The text with the change made. A text that has it already stays. None when its place cannot be found.
    pub fn apply(&self, text: &str) -> Option<String> {
        let Self { before, old, new, after } = self;
        if let Some(at) = only(text, &[before, old, after].map(String::as_str).concat()) {
            return Some(replaced(text, at + before.len(), old, new));
        }
        if text.contains(&[before, new, after].map(String::as_str).concat()) {
            return Some(text.to_owned());
        }
        if let Some(at) = only(text, &format!("{before}{old}")) {
            return Some(replaced(text, at + before.len(), old, new));
        }
        if let Some(at) = only(text, &format!("{old}{after}")) {
            return Some(replaced(text, at, old, new));
        }
        if let Some(at) = only(text, old) {
            return Some(replaced(text, at, old, new));
        }
        // What stood around lines that were taken out is gone: they come to the end.
        (old.is_empty() && !text.contains(new.as_str())).then(|| appended(text, new))
    }
}

/// Lines with their ends.
fn lines(text: &str) -> std::vec::IntoIter<&str> {
    text.split_inclusive('\n').collect::<Vec<_>>().into_iter()
}

/// Where a text stands, beginning with a line; none when it is empty or stands there several times.
fn only(text: &str, part: &str) -> Option<usize> {
    if part.is_empty() {
        return None;
    }
    let starts_line = |at: &usize| *at == 0 || text.as_bytes()[at - 1] == b'\n';
    let mut found = text.match_indices(part).map(|(at, _)| at).filter(starts_line);
    found.next().filter(|_| found.next().is_none())
}

fn replaced(text: &str, at: usize, old: &str, new: &str) -> String {
    [&text[..at], new, &text[at + old.len()..]].concat()
}

fn appended(text: &str, new: &str) -> String {
    let gap = if text.is_empty() || text.ends_with("\n\n") {
        ""
    } else if text.ends_with('\n') {
        "\n"
    } else {
        "\n\n"
    };
    format!("{text}{gap}{}", new.trim_start_matches('\n'))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BEFORE: &str = "# mine\n[ui]\n\n[[feeds]]\nurl = \"a\"\n\n# the town\n[[feeds]]\nurl = \"b\"\n\n[[feeds]]\nurl = \"c\"\n";
    const AFTER: &str = "# mine\n[ui]\n\n[[feeds]]\nurl = \"a\"\n\n[[feeds]]\nurl = \"c\"\n";

    fn removal() -> TextPatch {
        TextPatch::between(BEFORE, AFTER).expect("they differ")
    }

    #[test]
    fn it_is_made_and_taken_back() {
        assert_eq!(removal().apply(BEFORE).as_deref(), Some(AFTER));
        assert_eq!(removal().reversed().apply(AFTER).as_deref(), Some(BEFORE));
        assert_eq!(TextPatch::between(BEFORE, BEFORE), None);
    }

    #[test]
    fn what_is_done_already_stays() {
        assert_eq!(removal().apply(AFTER).as_deref(), Some(AFTER));
        assert_eq!(removal().reversed().apply(BEFORE).as_deref(), Some(BEFORE));
    }

    #[test]
    fn changes_elsewhere_stay() {
        let edited = AFTER.replace("# mine", "# ours").replace("\"c\"", "\"d\"");
        let want = BEFORE.replace("# mine", "# ours").replace("\"c\"", "\"d\"");
        assert_eq!(removal().reversed().apply(&edited), Some(want));
    }

    #[test]
    fn lines_without_their_surroundings_come_to_the_end() {
        let back = removal().reversed().apply("[ui]\n").expect("it can be appended");
        assert_eq!(back, "[ui]\n\n# the town\n[[feeds]]\nurl = \"b\"\n\n");
    }

    #[test]
    fn a_place_that_is_gone_is_said() {
        let moved = TextPatch::between("[a]\nx = 1\n", "[a]\nx = 2\n").expect("they differ");
        assert_eq!(moved.apply("[b]\ny = 1\n"), None);
    }

    proptest::proptest! {
        #[test]
        fn any_change_of_lines_is_made_and_taken_back(
            old in proptest::collection::btree_set("[a-h]{1,2}", 0..9),
            new in proptest::collection::btree_set("[a-h]{1,2}", 0..9),
        ) {
            let text = |lines: &std::collections::BTreeSet<String>| lines.iter().fold(String::new(), |t, l| t + l + "\n");
            let (old, new) = (text(&old), text(&new));
            if let Some(patch) = TextPatch::between(&old, &new) {
                assert_eq!(patch.apply(&old), Some(new.clone()));
                assert_eq!(patch.reversed().apply(&new), Some(old));
            }
        }
    }
}
