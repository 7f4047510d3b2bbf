//! How rare words are among the texts of some days.

use std::collections::HashMap;

use super::telling::{Stem, Telling, stem_of};

/// Among fewer texts than this nothing can be called common.
const FEWEST: u32 = 20;

/// How rare words are, from 0 (in every text) to 1 (in no other).
#[derive(Debug, Clone, Default)]
pub struct Rarity {
    texts: u32,
    counts: HashMap<Stem, u32>,
    known: HashMap<Stem, f32>,
}

impl Rarity {
    /// Counts the words of texts.
    pub fn of<'a>(tellings: impl IntoIterator<Item = &'a Telling>) -> Self {
        let mut rarity = Self::default();
        for telling in tellings {
            rarity.texts += 1;
            for stem in telling.stems() {
                *rarity.counts.entry(stem).or_default() += 1;
            }
        }
        rarity
    }

    /// Says of a folded word that it is in so many of `texts` texts: more than those that were counted.
    pub fn know(&mut self, word: &str, count: u32, texts: u32) {
        let rarity = weigh(count, texts);
        let kept = self.known.entry(stem_of(word)).or_insert(rarity);
        *kept = kept.min(rarity);
    }

    /// How rare a stem is.
    pub(super) fn weight(&self, stem: Stem) -> f32 {
        if let Some(known) = self.known.get(&stem) {
            return *known;
        }
        weigh(self.counts.get(&stem).copied().unwrap_or(1), self.texts)
    }
}

/// A word that two texts share is in two at least: one of them does not count.
#[expect(clippy::cast_precision_loss, reason = "counts of texts are small")]
fn weigh(count: u32, texts: u32) -> f32 {
    let texts = texts.max(FEWEST) as f32;
    let others = count.saturating_sub(1).max(1) as f32;
    ((texts / others).ln() / texts.ln()).clamp(0.0, 1.0)
}
