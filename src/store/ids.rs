//! Sets of entries. Entries are numbered from 1 without great gaps, so a set is a row of bits: a hundred thousand entries
//! take twelve kilobytes, and joining two sets takes microseconds. Pure.

/// Greater numbers are no entries' numbers: a damaged archive must not ask for all the memory.
const MOST: usize = 1 << 28;
const BITS: usize = u64::BITS as usize;

/// A set of entries' numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct IdSet {
    blocks: Vec<u64>,
}

impl IdSet {
    /// Every number up to and with `last`.
    pub(super) fn up_to(last: i64) -> Self {
        let mut set = Self::default();
        if let Some(n) = usize::try_from(last).ok().filter(|n| *n < MOST) {
            set.blocks = vec![u64::MAX; n / BITS + 1];
            set.blocks[n / BITS] = u64::MAX >> (BITS - 1 - n % BITS);
        }
        set
    }

    pub(super) fn insert(&mut self, id: i64) {
        let Some(n) = usize::try_from(id).ok().filter(|n| *n < MOST) else { return };
        if self.blocks.len() <= n / BITS {
            self.blocks.resize((n / BITS + 1).max(self.blocks.len() * 2), 0);
        }
        self.blocks[n / BITS] |= 1 << (n % BITS);
    }

    pub(super) fn contains(&self, id: i64) -> bool {
        let n = usize::try_from(id).unwrap_or(usize::MAX);
        self.blocks.get(n / BITS).is_some_and(|block| block >> (n % BITS) & 1 == 1)
    }

    pub(super) fn len(&self) -> u64 {
        self.blocks.iter().map(|block| u64::from(block.count_ones())).sum()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.blocks.iter().all(|block| *block == 0)
    }

    /// The numbers, descending: the newest entries first.
    pub(super) fn newest_first(&self) -> impl Iterator<Item = i64> + '_ {
        self.blocks.iter().enumerate().rev().flat_map(|(i, block)| {
            let bits = (0..BITS).rev().filter(move |bit| block >> bit & 1 == 1);
            bits.filter_map(move |bit| i64::try_from(i * BITS + bit).ok())
        })
    }

    /// Keeps what is in both.
    pub(super) fn retain(&mut self, other: &Self) {
        self.blocks.truncate(other.blocks.len());
        for (block, other) in self.blocks.iter_mut().zip(&other.blocks) {
            *block &= other;
        }
    }

    /// Takes in what is in the other.
    pub(super) fn add(&mut self, other: &Self) {
        if self.blocks.len() < other.blocks.len() {
            self.blocks.resize(other.blocks.len(), 0);
        }
        for (block, other) in self.blocks.iter_mut().zip(&other.blocks) {
            *block |= other;
        }
    }

    /// Takes out what is in the other.
    pub(super) fn remove(&mut self, other: &Self) {
        for (block, other) in self.blocks.iter_mut().zip(&other.blocks) {
            *block &= !other;
        }
    }
}

impl FromIterator<i64> for IdSet {
    fn from_iter<I: IntoIterator<Item = i64>>(ids: I) -> Self {
        let mut set = Self::default();
        ids.into_iter().for_each(|id| set.insert(id));
        set
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn ids(set: &IdSet) -> BTreeSet<i64> {
        set.newest_first().collect()
    }

    proptest::proptest! {
        #[test]
        fn sets_are_sets(a: BTreeSet<u8>, b: BTreeSet<u8>, last in 0..300i64) {
            let of = |set: &BTreeSet<u8>| set.iter().map(|id| i64::from(*id)).collect::<BTreeSet<i64>>();
            let (a, b) = (of(&a), of(&b));
            let set: IdSet = a.iter().copied().collect();
            let other: IdSet = b.iter().copied().collect();
            let joined = |join: fn(&mut IdSet, &IdSet)| {
                let mut set = set.clone();
                join(&mut set, &other);
                ids(&set)
            };
            assert_eq!(ids(&set), a);
            assert_eq!(set.len(), a.len() as u64);
            assert_eq!(joined(IdSet::retain), &a & &b);
            assert_eq!(joined(IdSet::add), &a | &b);
            assert_eq!(joined(IdSet::remove), &a - &b);
            assert!(a.iter().all(|id| set.contains(*id)) && !set.contains(-1) && !set.contains(i64::MAX));
            assert_eq!(ids(&IdSet::up_to(last)), (0..=last).collect());
        }
    }
}
