//! Many texts, put together by story.

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
/// Each text is compared with the leader of a group, not with all: a chain of texts of which each is a little like the
/// next is no story.
pub fn group(tellings: &[Telling], apart: impl Fn(usize, usize) -> bool) -> Vec<Vec<usize>> {
    let rarity = Rarity::of(tellings);
    let mut by_length: Vec<usize> = (0..tellings.len()).collect();
    by_length.sort_by_key(|i| (std::cmp::Reverse(tellings[*i].length), *i));
    let index = index(tellings);
    let mut leader: Vec<Option<usize>> = vec![None; tellings.len()];
    for first in by_length {
        if leader[first].is_some() {
            continue;
        }
        leader[first] = Some(first);
        for other in partners(&tellings[first], &index) {
            let free = leader[other].is_none() && !apart(first, other);
            if free && likeness(&tellings[first], &tellings[other], &rarity).is_some() {
                leader[other] = Some(first);
            }
        }
    }
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut place: HashMap<usize, usize> = HashMap::new();
    for (i, leader) in leader.iter().enumerate() {
        let leader = leader.unwrap_or(i);
        let at = *place.entry(leader).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[at].push(i);
    }
    for group in &mut groups {
        group.sort_by_key(|i| (std::cmp::Reverse(tellings[*i].length), *i));
    }
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

/// Texts that share some rare words with one, in their order.
fn partners(telling: &Telling, index: &HashMap<Stem, Vec<usize>>) -> Vec<usize> {
    let mut shared: HashMap<usize, usize> = HashMap::new();
    for stem in &telling.lead {
        let places = index.get(stem).filter(|places| places.len() <= COMMON);
        for at in places.into_iter().flatten() {
            *shared.entry(*at).or_default() += 1;
        }
    }
    let mut found: Vec<usize> =
        shared.into_iter().filter_map(|(at, n)| (n >= SHARED).then_some(at)).collect();
    found.sort_unstable();
    found
}
