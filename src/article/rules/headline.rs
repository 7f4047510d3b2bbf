//! The headline as the page displays it, and the kicker above it.

use crate::article::mark::{Mark, Marks};
use crate::article::meta;
use crate::article::tag::Tag;
use crate::article::tree::{Id, Tree};
use crate::article::wording::{ends_sentence, normal, same, share_of};
use crate::text::Clean;

/// The longest headline and kicker, in letters.
const MAX_HEADLINE: u32 = 220;
const MAX_KICKER: usize = 70;
/// How many marked kickers are looked at.
const MAX_KICKERS: usize = 20;
/// How like a title the heading below a kicker must be.
const MIN_LIKENESS: f64 = 0.2;
/// How far up a heading is looked for from a kicker.
const NEAR: usize = 3;

/// Headline and kicker of a page.
#[derive(Debug, Default, Clone)]
pub(in crate::article) struct Found {
    pub(in crate::article) kicker: Clean,
    pub(in crate::article) headline: Clean,
    /// The element with the headline.
    pub(in crate::article) node: Option<Id>,
}

/// Finds them; `titles` are the headline in the page's own data, `body` is where the text begins.
pub(in crate::article) fn find(
    tree: &Tree,
    marks: &Marks,
    titles: &[String],
    site: &str,
    body: Id,
) -> Found {
    if let Some(found) =
        by_glue(tree, marks, titles, body).or_else(|| by_kicker(tree, marks, titles, body))
    {
        return found;
    }
    let mut found = by_similarity(tree, marks, titles, body);
    if found.headline.is_empty() {
        found.headline = Clean::line(titles.first().map_or("", String::as_str));
    }
    found.headline = Clean::line(&meta::without_site(&found.headline, &[site]));
    if let Some(node) = found.node.filter(|_| found.kicker.is_empty()) {
        found.kicker =
            above(tree, marks, node).filter(|kicker| !same(kicker, site)).unwrap_or_default();
    }
    if found.kicker.is_empty() {
        split_by_titles(&mut found, titles);
    }
    found
}

/// A heading in which the space between kicker and headline was lost: "`DuisburgDie` Brücke leuchtet".
fn by_glue(tree: &Tree, marks: &Marks, titles: &[String], body: Id) -> Option<Found> {
    let is_candidate = |id: &Id| {
        (is_heading(tree, *id) || marks.of(*id) == Some(Mark::Kicker))
            && tree.letters(*id) <= MAX_HEADLINE
            && !is_inside_dropped(tree, marks, *id)
    };
    (1..=body.min(tree.len() - 1)).filter(is_candidate).find_map(|id| {
        let text = tree.text(id);
        titles.iter().filter(|title| title.contains(' ')).find_map(|title| {
            let kicker = text.strip_suffix(title.as_str())?;
            let is_glued = kicker.ends_with(char::is_alphanumeric);
            (is_glued && kicker.chars().count() <= MAX_KICKER).then(|| Found {
                kicker: Clean::line(kicker),
                headline: Clean::line(title),
                node: Some(id),
            })
        })
    })
}

/// A marked kicker in or just before a heading.
fn by_kicker(tree: &Tree, marks: &Marks, titles: &[String], body: Id) -> Option<Found> {
    let mut best: Option<(f64, Found)> = None;
    for id in marks.all(Mark::Kicker).filter(|id| *id <= body).take(MAX_KICKERS) {
        if is_inside_dropped(tree, marks, id) {
            continue;
        }
        let kicker = tree.text(id);
        let kicker = kicker.trim().trim_end_matches([':', '|']).trim();
        if kicker.is_empty() || kicker.chars().count() > MAX_KICKER {
            continue;
        }
        let Some(node) = heading_of_kicker(tree, id) else { continue };
        let headline = text_without(tree, node, id);
        if headline.is_empty() {
            continue;
        }
        let likeness = best_likeness(titles, &headline);
        if likeness < MIN_LIKENESS && !titles.is_empty() {
            continue; // a box on another matter
        }
        if best.as_ref().is_none_or(|(other, _)| likeness > *other) {
            let found = Found {
                kicker: Clean::line(kicker),
                headline: Clean::line(&headline),
                node: Some(node),
            };
            best = Some((likeness, found));
        }
    }
    best.map(|(_, found)| found)
}

/// The heading around a kicker, or the next one beside it.
fn heading_of_kicker(tree: &Tree, kicker: Id) -> Option<Id> {
    if let Some(around) = tree.ancestors(kicker).take(NEAR).find(|up| is_heading(tree, *up)) {
        return Some(around);
    }
    tree.ancestors(kicker).take(NEAR).find_map(|up| {
        let after = tree.end(kicker)..tree.end(up);
        after.into_iter().find(|id| is_heading(tree, *id) && tree.letters(*id) > 0)
    })
}

/// The heading whose words are those of the page's own titles.
fn by_similarity(tree: &Tree, marks: &Marks, titles: &[String], body: Id) -> Found {
    let mut best = (0.45, None);
    for id in 1..tree.len() {
        let is_candidate = is_heading(tree, id) || marks.of(id) == Some(Mark::Headline);
        if !is_candidate || tree.letters(id) > MAX_HEADLINE || is_inside_dropped(tree, marks, id) {
            continue;
        }
        let text = tree.text(id);
        let likeness = best_likeness(titles, &text);
        let is_grouped = tree.tag(tree.parent(id)) == Tag::Hgroup;
        let level = tree.tag(id).heading().map_or(0.0, |level| 0.12 - f64::from(level) * 0.03);
        let place = if id <= body { 0.05 } else { -0.2 };
        let score = likeness + level + place + if is_grouped { 0.1 } else { 0.0 };
        if score > best.0 {
            best = (score, Some(id));
        }
    }
    let Some(node) = best.1 else { return only_h1(tree, marks, titles) };
    let kicker = tree.range(node).find(|id| marks.of(*id) == Some(Mark::Kicker));
    let headline =
        kicker.map_or_else(|| tree.text(node), |kicker| text_without(tree, node, kicker));
    let kicker = kicker.map(|id| tree.text(id)).unwrap_or_default();
    Found { kicker: Clean::line(&kicker), headline: Clean::line(&headline), node: Some(node) }
}

/// A short line directly above the headline, in its group or set as a heading.
fn above(tree: &Tree, marks: &Marks, heading: Id) -> Option<Clean> {
    let container =
        tree.ancestors(heading).take(NEAR).take_while(|up| tree.tag(*up) != Tag::Body).last()?;
    let text = (container..heading).rev().find(|id| !tree.node(*id).text.trim().is_empty())?;
    let up = |id: Id| tree.ancestors(id).take_while(move |up| !tree.holds(*up, heading));
    let outermost = up(text).last().unwrap_or(text);
    let is_heading = up(text).any(|id| tree.tag(id).heading().is_some());
    let is_grouped = tree.ancestors(heading).take(2).any(|id| tree.tag(id) == Tag::Hgroup);
    let is_other = up(text).any(|id| {
        marks.is_dropped(id)
            || matches!(marks.of(id), Some(Mark::Date | Mark::Byline | Mark::Deck | Mark::Lead))
            || tree.tag(id) == Tag::A
    });
    let text = tree.text(outermost);
    let is_line = text.chars().count() <= MAX_KICKER
        && !ends_sentence(&text)
        && text.chars().any(char::is_alphabetic);
    ((is_heading || is_grouped) && !is_other && is_line)
        .then(|| Clean::line(text.trim_end_matches([':', '|', ' '])))
}

/// A page whose data have no title: its only first-level heading.
fn only_h1(tree: &Tree, marks: &Marks, titles: &[String]) -> Found {
    let is_h1 = |id: &Id| tree.tag(*id).heading() == Some(1) && tree.letters(*id) > 0;
    let mut all = (1..tree.len()).filter(is_h1).filter(|id| !is_inside_dropped(tree, marks, *id));
    match (all.next(), all.next()) {
        (Some(node), None) if titles.is_empty() => {
            Found { headline: Clean::line(&tree.text(node)), node: Some(node), ..Found::default() }
        }
        _ => Found::default(),
    }
}

/// "Kicker: Headline" or "Kicker Headline" in one place, the headline alone in another.
fn split_by_titles(found: &mut Found, titles: &[String]) {
    let headline = found.headline.to_string();
    for title in titles.iter().chain([&headline]) {
        for other in titles.iter().chain([&headline]) {
            let Some(head) = title.strip_suffix(other.as_str()) else { continue };
            let kicker = head.trim_end().trim_end_matches([':', '|', '–', '-', '+']).trim();
            let is_kicker = !kicker.is_empty()
                && kicker.chars().count() <= MAX_KICKER
                && kicker.split(' ').count() <= 6;
            if is_kicker
                && other.split(' ').count() >= 3
                && (headline == *title || headline == *other)
            {
                found.kicker = Clean::line(kicker);
                found.headline = Clean::line(other);
                return;
            }
        }
    }
}

fn is_heading(tree: &Tree, id: Id) -> bool {
    tree.tag(id).heading().is_some_and(|level| level <= 3)
}

fn is_inside_dropped(tree: &Tree, marks: &Marks, id: Id) -> bool {
    marks.is_dropped(id) || tree.ancestors(id).any(|up| marks.is_dropped(up))
}

/// The text of a node without that of one of its descendants.
fn text_without(tree: &Tree, node: Id, without: Id) -> String {
    if !tree.holds(node, without) {
        return tree.text(node);
    }
    let mut out = String::new();
    for id in tree.range(node).filter(|id| !tree.holds(without, *id)) {
        out.push_str(&tree.node(id).text);
        out.push(' ');
    }
    let out = out.split_whitespace().collect::<Vec<_>>().join(" ");
    out.trim_start_matches([':', '|', '–', '-', ' ']).to_owned()
}

/// How alike a text is to the titles; the first ones are trusted most.
fn best_likeness(titles: &[String], text: &str) -> f64 {
    let mut trust = 1.0;
    let mut best: f64 = 0.0;
    for title in titles {
        best = best.max(trust * likeness(title, text));
        trust -= 0.08;
    }
    best
}

/// How alike two titles are: 1 for the same words.
fn likeness(a: &str, b: &str) -> f64 {
    let (a, b) = (normal(a), normal(b));
    f64::midpoint(share_of(&a, &b), share_of(&b, &a))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(html: &str, titles: &[&str]) -> (String, String) {
        let tree = Tree::parse(html);
        let titles: Vec<String> = titles.iter().map(|title| (*title).to_owned()).collect();
        let found = find(&tree, &Marks::of_tree(&tree), &titles, "", tree.len() - 1);
        (found.kicker.to_string(), found.headline.to_string())
    }

    #[test]
    fn the_heading_that_resembles_the_title_is_the_headline() {
        let title = "Die Brücke leuchtet wieder";
        let cases = [
            (
                "<h1>Die Brücke leuchtet wieder</h1><h2>DuisburgDie Brücke leuchtet wieder</h2>",
                "Duisburg",
            ),
            ("<h1>DuisburgDie Brücke leuchtet wieder</h1>", "Duisburg"),
            ("<p class=kicker>Duisburg</p><h1>Die Brücke leuchtet wieder</h1>", "Duisburg"),
            (
                "<h1>Die Brücke leuchtet wieder</h1><p>Text.</p><p class=kicker>Box</p><h3>Neueste Artikel</h3>",
                "",
            ),
        ];
        for (html, kicker) in cases {
            assert_eq!(found(html, &[title]), (kicker.to_owned(), title.to_owned()), "{html}");
        }
    }
}
