//! The rule: same text, same story, or neither.

use std::collections::HashSet;

use super::rarity::Rarity;
use super::telling::{Stem, Telling};
use crate::domain::Alike;

/// Seconds between two tellings of one story, at most.
pub const APART: i64 = 4 * 86_400;

/// Runs of five words that the shorter text must have to be called a copy, and their part that the other must have.
const FEWEST_RUNS: usize = 12;
const COPIED: f32 = 0.5;
/// Texts with so many figures that share fewer than this part of them are filled in anew, not copied.
const FEW_FIGURES: usize = 3;
const FIGURES: f32 = 0.34;
/// Part of the weight of leads that must be shared.
const SHARED: f32 = 0.22;
/// Weight of the shared words of the leads.
const EVIDENCE: f32 = 2.2;
/// Part of the weight of a headline that must stand in the other text.
const HEADLINE: f32 = 0.30;

/// How like two texts are; none when they tell something else.
pub fn likeness(a: &Telling, b: &Telling, rarity: &Rarity) -> Option<Alike> {
    if a.published.since(b.published).abs() > APART {
        return None;
    }
    if copied(a, b) {
        return (!filled_in(a, b)).then_some(Alike::Text);
    }
    same_story(&measure(a, b, rarity)).then_some(Alike::Story)
}

/// What the rule for a story goes by.
#[derive(Debug, Clone, Copy)]
struct Measure {
    /// The larger and the smaller part of a lead's weight that stands in the other text.
    most: f32,
    least: f32,
    /// Weight of the words that both leads have.
    evidence: f32,
    /// The larger part of a headline's weight that stands in the other text.
    headline: f32,
}

fn measure(a: &Telling, b: &Telling, rarity: &Rarity) -> Measure {
    let (ab, ba) = (share(&a.lead, &b.all, rarity), share(&b.lead, &a.all, rarity));
    let evidence = a.lead.intersection(&b.lead).map(|stem| rarity.weight(*stem)).sum();
    let headline = share(&a.title, &b.all, rarity).max(share(&b.title, &a.all, rarity));
    Measure { most: ab.max(ba), least: ab.min(ba), evidence, headline }
}

fn same_story(measure: &Measure) -> bool {
    f32::midpoint(measure.most, measure.least) >= SHARED
        && measure.evidence >= EVIDENCE
        && measure.headline >= HEADLINE
}

/// The part of the weight of some words that stands in a text.
fn share(words: &HashSet<Stem>, text: &HashSet<Stem>, rarity: &Rarity) -> f32 {
    let mut sums = (0.0, 0.0);
    // In an order of their own, so that the sum is the same each time.
    let mut words: Vec<Stem> = words.iter().copied().collect();
    words.sort_unstable();
    for stem in words {
        let weight = rarity.weight(stem);
        sums.0 += if text.contains(&stem) { weight } else { 0.0 };
        sums.1 += weight;
    }
    if sums.1 > 0.0 { sums.0 / sums.1 } else { 0.0 }
}

fn copied(a: &Telling, b: &Telling) -> bool {
    let fewest = a.runs.len().min(b.runs.len());
    fewest >= FEWEST_RUNS && part(a.runs.intersection(&b.runs).count(), fewest) >= COPIED
}

/// Whether two texts with the same runs of words have other figures and days in them.
fn filled_in(a: &Telling, b: &Telling) -> bool {
    let fewest = a.figures.len().min(b.figures.len());
    fewest >= FEW_FIGURES && part(a.figures.intersection(&b.figures).count(), fewest) < FIGURES
}

#[expect(clippy::cast_precision_loss, reason = "counts of words are small")]
fn part(some: usize, all: usize) -> f32 {
    some as f32 / all as f32
}
