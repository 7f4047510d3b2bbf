//! What the pages of one publisher have in common is no part of an article: each block as a fingerprint of its words, to
//! be learnt from, and the blocks that were learnt taken out.

use std::hash::Hasher;

use siphasher::sip::SipHasher13;

use super::draft::{Dropped, count_letters};
use super::page::Extracted;
use super::wording::normal;
use super::{links, plain};
use crate::domain::{Article, Block, Template};

/// A shorter block may well stand in many articles ("Zum Spiel"), in letters.
const MIN_LETTERS: usize = 25;
/// A block with so many digits tells how to reach somebody, when or how much: that is text, however often it is said.
const MIN_DIGITS: usize = 4;
/// The largest share of an article that may be furniture, in percent.
const MAX_SHARE: usize = 30;

/// The fingerprints of an article's blocks, for [`Template::learn`]. They are the same on every machine and stay the same.
pub fn fingerprints(article: &Article) -> Vec<u64> {
    article.blocks.iter().filter_map(fingerprint).collect()
}

fn fingerprint(block: &Block) -> Option<u64> {
    if matches!(block, Block::Figure(_) | Block::Rule | Block::Code(_) | Block::Table(_)) {
        return None;
    }
    let text = plain::block_text(block);
    let n_digits = text.chars().filter(char::is_ascii_digit).count();
    if count_letters(&text) < MIN_LETTERS || n_digits >= MIN_DIGITS || text.contains('@') {
        return None;
    }
    let mut hasher = SipHasher13::new();
    hasher.write(normal(&text).as_bytes());
    Some(hasher.finish())
}

/// Takes out of an article what its publisher's articles have in common. When that would be much of it, it stays: then
/// the article is one of a kind that always reads alike.
pub fn without_furniture(found: &mut Extracted, template: &Template) {
    if template.is_empty() {
        return;
    }
    let goes: Vec<bool> = found
        .article
        .blocks
        .iter()
        .map(|block| fingerprint(block).is_some_and(|print| template.has(print)))
        .collect();
    let letters: Vec<usize> =
        found.article.blocks.iter().map(|block| count_letters(&plain::block_text(block))).collect();
    let all: usize = letters.iter().sum();
    let gone: usize = letters.iter().zip(&goes).filter(|(_, goes)| **goes).map(|(n, _)| n).sum();
    if gone == 0 || gone * 100 > all * MAX_SHARE {
        return;
    }
    let mut at = 0;
    let dropped = &mut found.dropped;
    found.article.blocks.retain(|block| {
        let stays = !goes[at];
        at += 1;
        if !stays {
            dropped.push(Dropped { rule: "template", text: plain::block_text(block) });
        }
        stays
    });
    links::number(&mut found.article);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Hints, from_page};

    const TEXTS: [&str; 3] = [
        "Der Rat hat am Montag lange über die neue Brücke am Hafen gesprochen und sie dann beschlossen.",
        "Im Stadtwald sind nach dem Sturm viele alte Buchen gefallen, die Wege bleiben vorerst gesperrt.",
        "Die Volleyballerinnen haben das erste Spiel der Saison gewonnen und freuen sich auf das nächste.",
    ];
    const BOX: &str = "Unsere Redaktion freut sich über jede Zuschrift aus den Gemeinden.";
    const CALL: &str = "Hinweise nimmt die Polizei in Krefeld unter 02151 6340 entgegen.";

    fn page(at: usize) -> Extracted {
        let (first, second) = (TEXTS[at], TEXTS[at].replace("und", "sowie"));
        let html = format!(
            "<h1>Ein Bericht {at}</h1><article><p>{first}</p><p>{second}</p><p>{BOX}</p><p>{CALL}</p></article>"
        );
        from_page(&html, "https://example.org/x", &Hints::default())
    }

    fn template(pages: &[Extracted]) -> Template {
        let prints: Vec<Vec<u64>> = pages.iter().map(|page| fingerprints(&page.article)).collect();
        Template::learn(prints.iter().map(Vec::as_slice))
    }

    #[test]
    fn what_every_page_says_goes_but_not_how_to_reach_somebody() {
        let mut pages: Vec<Extracted> = (0..3).map(page).collect();
        let template = template(&pages);
        without_furniture(&mut pages[0], &template);
        let text = plain::plain(&pages[0].article);
        assert!(!text.contains(BOX), "{text}");
        assert!(text.contains(TEXTS[0]) && text.contains(CALL), "{text}");
        let dropped = &pages[0].dropped;
        assert!(dropped.iter().any(|gone| gone.rule == "template" && gone.text == BOX));
    }

    #[test]
    fn an_article_that_is_mostly_furniture_stays() {
        let pages: Vec<Extracted> = (0..3).map(page).collect();
        let html = format!(
            "<h1>Kurz</h1><article><p>{BOX}</p><p>Am Hafen bleibt alles, wie es seit Jahren ist.</p></article>"
        );
        let mut short = from_page(&html, "https://example.org/y", &Hints::default());
        let before = short.article.clone();
        without_furniture(&mut short, &template(&pages));
        assert_eq!(short.article, before);
    }
}
