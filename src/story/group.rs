//! Many texts, put together by story.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::likeness::likeness;
use super::rarity::Rarity;
use super::telling::{Stem, Telling};

/// Words in more texts than this lead to no pair.
const COMMON: usize = 24;
/// Rare words that two texts must share before they are compared.
const SHARED: usize = 2;

/// Puts texts together that tell the same story: the indices of each group, the longest text first; groups in the order of
/// their first text. `apart` says of two texts that they are never the same, such as those of one feed.
///
/// The text that is like the most others leads a group, and the others are those like the leader: a chain of texts of which
/// each is a little like the next is no story.
pub fn group(
    tellings: &[Telling],
    rarity: &Rarity,
    apart: impl Fn(usize, usize) -> bool,
) -> Vec<Vec<usize>> {
    let index = index(tellings);
    let mut like: Vec<Vec<usize>> = vec![Vec::new(); tellings.len()];
    for first in 0..tellings.len() {
        for other in partners(first, tellings, &index) {
            if !apart(first, other)
                && likeness(&tellings[first], &tellings[other], rarity).is_some()
            {
                like[first].push(other);
                like[other].push(first);
            }
        }
    }
    let length = |i: usize| tellings[i].length;
    let mut leaders: Vec<usize> = (0..tellings.len()).collect();
    leaders.sort_by_key(|i| (Reverse(like[*i].len()), Reverse(length(*i)), *i));
    let mut taken = vec![false; tellings.len()];
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for leader in leaders {
        if taken[leader] {
            continue;
        }
        let others = like[leader].iter().copied().filter(|other| !taken[*other]);
        let mut group: Vec<usize> = std::iter::once(leader).chain(others).collect();
        group.sort_by_key(|i| (Reverse(length(*i)), *i));
        for i in &group {
            taken[*i] = true;
        }
        groups.push(group);
    }
    groups.sort_by_key(|group| group.iter().copied().min());
    groups
}

/// Where each word stands in a lead.
fn index(tellings: &[Telling]) -> HashMap<Stem, Vec<usize>> {
    let mut index: HashMap<Stem, Vec<usize>> = HashMap::new();
    for (i, telling) in tellings.iter().enumerate() {
        for stem in &telling.lead {
            index.entry(*stem).or_default().push(i);
        }
    }
    index
}

/// Later texts that share some rare words with one, in their order.
fn partners(first: usize, tellings: &[Telling], index: &HashMap<Stem, Vec<usize>>) -> Vec<usize> {
    let mut shared: HashMap<usize, usize> = HashMap::new();
    for stem in &tellings[first].lead {
        let places = index.get(stem).filter(|places| places.len() <= COMMON);
        for at in places.into_iter().flatten().filter(|at| **at > first) {
            *shared.entry(*at).or_default() += 1;
        }
    }
    let mut found: Vec<usize> =
        shared.into_iter().filter_map(|(at, n)| (n >= SHARED).then_some(at)).collect();
    found.sort_unstable();
    found
}
