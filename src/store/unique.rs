//! Each word of a folded text once: the index asks only whether an entry holds a word, so repeats would cost time for
//! nothing. Pure.

/// Drops repeated words. Keeps its table between texts.
#[derive(Default)]
pub(super) struct Unique {
    /// Open addressing: start and end of a word in the output, or (0, 0).
    slots: Vec<(u32, u32)>,
}

impl Unique {
    /// The words of `folded` in the order of their first appearance, a space after each.
    pub(super) fn words(&mut self, folded: &str) -> String {
        // At most every second byte begins a word, so a table of this size is never full.
        let size = (folded.len() / 2 + 2).next_power_of_two().max(64);
        self.slots.clear();
        self.slots.resize(size, (0, 0));
        let mut out = String::with_capacity(folded.len() / 2 + 1);
        let mut rest = folded;
        while !rest.is_empty() {
            // Words are short: a plain loop finds their end sooner than a search would begin.
            let end = rest.bytes().position(|b| b == b' ').unwrap_or(rest.len());
            if end > 0 {
                self.add(&mut out, &rest[..end], size - 1);
            }
            rest = rest.get(end + 1..).unwrap_or_default();
        }
        out
    }

    fn add(&mut self, out: &mut String, word: &str, mask: usize) {
        let mut slot = hash(word.as_bytes()) & mask;
        while self.slots[slot] != (0, 0) {
            let (start, end) = self.slots[slot];
            if &out.as_bytes()[start as usize..end as usize] == word.as_bytes() {
                return;
            }
            slot = (slot + 1) & mask;
        }
        let start = out.len();
        let (Ok(from), Ok(to)) = (u32::try_from(start), u32::try_from(start + word.len())) else {
            return; // four gigabytes of words: no feed may be so large
        };
        out.push_str(word);
        out.push(' ');
        self.slots[slot] = (from, to);
    }
}

/// A quick hash of a short word by its length and both ends; collisions only cost a comparison.
fn hash(word: &[u8]) -> usize {
    let (first, last) = match (word.first_chunk(), word.last_chunk()) {
        (Some(first), Some(last)) => (u64::from_le_bytes(*first), u64::from_le_bytes(*last)),
        _ => (word.iter().fold(0, |n, byte| (n << 8) | u64::from(*byte)), 0),
    };
    let mixed =
        (first ^ last.rotate_left(23) ^ word.len() as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    // The upper half is mixed best.
    usize::try_from(mixed >> 32).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_once_in_their_order() {
        let mut unique = Unique::default();
        assert_eq!(unique.words("der rat und der markt und rat"), "der rat und markt ");
        assert_eq!(unique.words(""), "");
        assert_eq!(unique.words("a"), "a ");
    }

    proptest::proptest! {
        #[test]
        fn the_set_of_words_stays(words in proptest::collection::vec("[a-d]{1,3}", 0..80)) {
            let text = words.join(" ");
            let once = Unique::default().words(&text);
            let mut expected: Vec<&str> = Vec::new();
            for word in &words {
                if !expected.contains(&word.as_str()) {
                    expected.push(word);
                }
            }
            assert_eq!(once.split_whitespace().collect::<Vec<_>>(), expected);
        }
    }
}
