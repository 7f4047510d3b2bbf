//! What the articles of one publisher have in common: blocks that stand in several of them are the publisher's furniture,
//! whatever they are named and however they are worded.

use std::collections::{HashMap, HashSet};

/// An article that shares more of its blocks with another one, in percent, is the same article once more.
const MAX_SHARED: usize = 66;

/// The blocks that several articles of a publisher have in common, as fingerprints of their words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Template(HashSet<u64>);

impl Template {
    /// A block is furniture when so many articles have it; from fewer nothing can be learnt.
    pub const MIN_ARTICLES: usize = 3;

    /// Learns it from the fingerprints of the blocks of each article. The same article twice is no evidence.
    pub fn learn<'a>(articles: impl IntoIterator<Item = &'a [u64]>) -> Self {
        let mut known: Vec<HashSet<u64>> = Vec::new();
        let mut counts: HashMap<u64, usize> = HashMap::new();
        for article in articles {
            let blocks: HashSet<u64> = article.iter().copied().collect();
            let shares = |other: &HashSet<u64>| {
                blocks.intersection(other).count() * 100 > blocks.len() * MAX_SHARED
            };
            if blocks.is_empty() || known.iter().any(shares) {
                continue;
            }
            for block in &blocks {
                *counts.entry(*block).or_default() += 1;
            }
            known.push(blocks);
        }
        let often = counts.into_iter().filter(|(_, n)| *n >= Self::MIN_ARTICLES);
        Self(often.map(|(block, _)| block).collect())
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a block is furniture.
    pub fn has(&self, block: u64) -> bool {
        self.0.contains(&block)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn learn(articles: &[&[u64]]) -> Template {
        Template::learn(articles.iter().copied())
    }

    #[test]
    fn what_three_articles_have_is_furniture() {
        let template = learn(&[&[1, 2, 9], &[3, 4, 9], &[5, 6, 2, 9]]);
        assert!(template.has(9));
        assert!(!template.has(2) && !template.has(1));
        assert!(learn(&[&[1, 2, 9], &[3, 4, 9]]).is_empty());
    }

    #[test]
    fn the_same_article_again_is_no_evidence() {
        let template = learn(&[&[1, 2, 3, 4], &[1, 2, 3, 5], &[1, 2, 3, 4], &[1, 2, 3]]);
        assert!(template.is_empty());
    }

    #[test]
    fn a_block_counts_once_an_article() {
        assert!(learn(&[&[7, 7, 7, 1, 2, 3], &[7, 7, 4, 5, 6, 8], &[10]]).is_empty());
    }
}
