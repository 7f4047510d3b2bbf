//! Each word of a folded text once: the index asks only whether an entry holds a word, so repeats would cost time for
//! nothing. Pure.

/// Drops repeated words. Keeps its table between texts.
#[derive(Default)]
pub(super) struct Unique {
    /// Open addressing.
    slots: Vec<Slot>,
    /// The number of the present text; slots of earlier ones are free.
    text: u32,
}

/// A word that was met.
#[derive(Clone, Copy, Default)]
struct Slot {
    text: u32,
    hash: u32,
    /// Where it stands in the output.
    start: u32,
    end: u32,
}

impl Unique {
    /// The words of `folded` in the order of their first appearance, a space after each.
    pub(super) fn words(&mut self, folded: &str) -> String {
        // At most every second byte begins a word, so a table of this size is never full.
        let size = (folded.len() / 2 + 2).next_power_of_two().max(64);
        if self.slots.len() < size || self.text == u32::MAX {
            self.slots = vec![Slot::default(); size];
            self.text = 0;
        }
        self.text += 1;
        let mut out = String::with_capacity(folded.len() / 2 + 1);
        let mut rest = folded;
        while !rest.is_empty() {
            let (end, hash) = word(rest.as_bytes());
            if end > 0 {
                self.add(&mut out, &rest[..end], hash);
            }
            rest = rest.get(end + 1..).unwrap_or_default();
        }
        out
    }

    fn add(&mut self, out: &mut String, word: &str, hash: u32) {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        while let Some(slot) = self.slots.get(at).filter(|slot| slot.text == self.text) {
            let (start, end) = (slot.start as usize, slot.end as usize);
            if slot.hash == hash && out.as_bytes().get(start..end) == Some(word.as_bytes()) {
                return;
            }
            at = (at + 1) & mask;
        }
        let start = out.len();
        let (Ok(from), Ok(to)) = (u32::try_from(start), u32::try_from(start + word.len())) else {
            return; // four gigabytes of words: no feed may be so large
        };
        out.push_str(word);
        out.push(' ');
        self.slots[at] = Slot { text: self.text, hash, start: from, end: to };
    }
}

const ONES: u64 = 0x0101_0101_0101_0101;

/// Where the word at the beginning ends, and a quick hash of it; words that share one only cost a comparison. Reads eight
/// bytes at a time: most words end among the first eight.
fn word(text: &[u8]) -> (usize, u32) {
    let (mut end, mut hash) = (0, 0u64);
    let mix =
        |hash: u64, part: u64| (hash.rotate_left(23) ^ part).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    loop {
        let rest = &text[end..];
        let part = if let Some(eight) = rest.first_chunk() {
            u64::from_le_bytes(*eight)
        } else {
            let mut eight = [b' '; 8];
            eight[..rest.len()].copy_from_slice(rest);
            u64::from_le_bytes(eight)
        };
        // The lowest bit that is left marks the first space (a byte that is zero once the space is taken off).
        let spaces = part ^ (ONES * u64::from(b' '));
        let found = spaces.wrapping_sub(ONES) & !spaces & (ONES << 7);
        if found == 0 {
            hash = mix(hash, part);
            end += 8;
            continue;
        }
        let bits = found.trailing_zeros() & !7;
        end += bits as usize / 8;
        hash = mix(hash, part & ((1 << bits) - 1));
        // The upper half is mixed best.
        return (end, u32::try_from(hash >> 32).unwrap_or_default());
    }
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
        let (long, eight) = ("oberburgermeisterwahl", "haushalt");
        let text = format!("{eight} {long}  {long}er {eight} {eight}e {long} ");
        assert_eq!(unique.words(&text), format!("{eight} {long} {long}er {eight}e "));
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
