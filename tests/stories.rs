//! Which reports of the built-in edition tell the same story.
#![allow(clippy::unwrap_used, clippy::panic)]

mod stage;

use stage::{NOW, PlayedWorld};
use umland::domain::Timestamp;
use umland::story::{Rarity, Telling};

#[test]
fn features() {
    let world = PlayedWorld::with_edition();
    let told = world.store.told_since(Timestamp(0), 1000).unwrap();
    let tellings: Vec<Telling> =
        told.iter().map(|t| Telling::new(&t.row.title, &t.text, t.row.published)).collect();
    let rarity = Rarity::of(&tellings);
    println!("{}", told.len());
    let mut lines = Vec::new();
    for i in 0..told.len() {
        for j in 0..i {
            if told[i].row.feed == told[j].row.feed {
                continue;
            }
            let m = umland::story::measure(&tellings[i], &tellings[j], &rarity);
            let l = umland::story::likeness(&tellings[i], &tellings[j], &rarity);
            let score = (m.most + m.least) / 2.0;
            if score > 0.12 || l.is_some() {
                lines.push((
                    score,
                    format!(
                        "{score:.2} most {:.2} least {:.2} ev {:.1} head {:.2} {l:?} | {} | {}",
                        m.most,
                        m.least,
                        m.evidence,
                        m.headline,
                        told[i].row.title,
                        told[j].row.title
                    ),
                ));
            }
        }
    }
    lines.sort_by(|a, b| b.0.total_cmp(&a.0));
    for (_, l) in lines {
        println!("{l}");
    }
    let _ = NOW;
}
