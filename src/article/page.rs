//! A whole web page → its article.

use url::Url;

use super::build::{self, Built};
use super::draft::{Draft, Dropped, Piece};
use super::mark::{Mark, Marks};
use super::meta::{self, Meta};
use super::root::Root;
use super::rules::{
    agency, byline, contact, credit, dateline, deck, edges, evidence, headline, notes, promo,
    related, repeats, sign,
};
use super::tag::Tag;
use super::told::{self, Around};
use super::tree::{Id, Tree};
use super::wording::same;
use super::{dates, root, scan, second, wall};
use crate::domain::{Access, Article, Block, Timestamp};
use crate::text::Clean;

/// How many times more text stands below a headline than above it, at least.
const MOST_BELOW: f64 = 4.0;
/// How many blocks above the text may be the lead picture.
const ABOVE: usize = 8;
/// How many below its first block.
const BELOW: usize = 3;

/// What is known of the article before its page is read, from the feed's entry.
#[derive(Debug, Clone, Default)]
pub struct Hints<'a> {
    /// Its title.
    pub title: &'a str,
    /// Its authors.
    pub authors: &'a [Clean],
    /// Its date.
    pub published: Option<Timestamp>,
    /// Its language tag.
    pub language: &'a str,
    /// Title of the feed: the source that the reader is shown anyway, so never an author.
    pub feed_title: &'a str,
    /// Its categories.
    pub categories: &'a [Clean],
}

/// The article of a page, and how readable the publisher lets it be.
#[derive(Debug, Clone, Default)]
pub struct Extracted {
    /// The article; its body is empty when the page has none.
    pub article: Article,
    /// Whether the page lets everybody read it.
    pub access: Access,
    /// Why `access` is what it is; empty when nothing is known.
    pub reason: &'static str,
    /// What was left out of the body, with the rule that says so.
    pub dropped: Vec<Dropped>,
}

impl Extracted {
    /// Whether the page asks for consent, or whether one is a robot, in place of an article.
    pub fn is_consent_wall(&self) -> bool {
        self.reason == wall::CONSENT_WALL
    }
}

/// Extracts the article of a web page.
pub fn from_page(html: &str, url: &str, hints: &Hints) -> Extracted {
    if scan::check(html).is_err() {
        return super::fallback::extracted(html, hints);
    }
    let tree = Tree::parse(html);
    let base = Url::parse(url).ok();
    let meta = meta::read(&tree, base.as_ref());
    let marks = Marks::of_tree(&tree);
    let built = build::build(&tree, &marks, 0, base.as_ref());
    let root = root::find(&tree, &marks, &built.pieces);
    let lead_image = lead_image(&built.pieces, &root, &tree, &meta);
    let mut draft = draft(&tree, &marks, built, &root, &meta, hints);
    let is_replaced = second::hear(&mut draft, &tree, html, &meta, base.as_ref());
    let text_start = if is_replaced { 0 } else { root.text.start };
    let wall = wall::look(&tree, &meta, &draft);
    draft.article.lead_image = lead_image.or(meta.image);
    clean(&mut draft, &tree, &marks, text_start, url, hints);
    if wall.hides_text {
        draft.drop_pieces("wall", |_, _| true);
    }
    if draft.article.published.is_none() {
        draft.article.published = told_date(&draft, url);
    }
    let (article, dropped) = draft.finish();
    Extracted { article, access: wall.access, reason: wall.reason, dropped }
}

/// The first date that the page shows as one, above the text if there is one.
fn shown_date(tree: &Tree, marks: &Marks, around: Around, meta: &Meta) -> Option<Timestamp> {
    let read = |id: Id| dates::written(&tree.text(id), &meta.language);
    let above = || marks.all(Mark::Date).filter(|id| *id < around.body).find_map(read);
    told::in_title(tree, &meta.language)
        .or_else(above)
        .or_else(|| told::date(tree, marks, around, &meta.language))
        .or_else(|| marks.all(Mark::Date).find_map(read))
}

/// A date in the lines that the rules took out around the text, or in the page's address.
fn told_date(draft: &Draft, url: &str) -> Option<Timestamp> {
    let language = &draft.article.language;
    let lines = draft
        .dropped
        .iter()
        .filter(|d| matches!(d.rule, "head-line" | "date-line" | "byline" | "above-headline"));
    lines
        .filter(|line| line.text.len() < 200)
        .find_map(|line| dates::written(&line.text, language))
        .or_else(|| dates::in_address(url, language))
}

/// The pieces inside the root, below the headline, with the head of the article.
fn draft(
    tree: &Tree,
    marks: &Marks,
    built: Built,
    root: &Root,
    meta: &Meta,
    hints: &Hints,
) -> Draft {
    let range = tree.range(root.outer);
    let body_after = |start: Id| {
        let mut inside = built.pieces.iter().filter(|p| range.contains(&p.node) && p.node > start);
        inside.find(|piece| root::weight(piece) > 0.0).map_or(root.outer, |piece| piece.node)
    };
    let mut body = body_after(0);
    let titles = titles(meta, hints);
    let found = headline::find(tree, marks, &titles, &meta.site, body);
    if let Some(node) = found.node.filter(|node| is_late(tree, *node, body, &built.pieces, root)) {
        body = body_after(node);
    }
    let around = Around { headline: found.node, body, end: range.end };
    let mut draft = Draft { titles, ..Draft::default() };
    for (id, rule) in marks.dropped() {
        draft.account(rule, &tree.text(id));
    }
    let is_source = [hints.feed_title, &meta.house].iter().any(|name| same(name, &found.kicker));
    draft.article.kicker = if is_source { Clean::empty() } else { found.kicker };
    draft.article.headline = found.headline;
    draft.article.links = built.links;
    draft.article.language =
        Clean::line(if meta.language.is_empty() { hints.language } else { &meta.language });
    draft.article.published =
        meta.published.or_else(|| shown_date(tree, marks, around, meta)).or(hints.published);
    draft.article.authors = authors(tree, marks, around, meta, hints);
    let beside = range.start..tree.end(tree.parent(root.outer));
    let above = found.node.filter(|node| *node < body);
    for piece in built.pieces {
        let is_inside = range.contains(&piece.node);
        let is_lead = above.is_some_and(|above| (above..body).contains(&piece.node))
            && says_something(&piece);
        let is_beside = beside.contains(&piece.node) && notes::is_note(&piece);
        if !is_inside && !is_lead && !is_beside {
            draft.account("elsewhere", &piece.text);
        } else if above.is_some_and(|above| piece.node <= above) {
            draft.account("above-headline", &piece.text);
        } else if piece.node < root.text.end || notes::is_note(&piece) {
            draft.pieces.push(piece);
        } else {
            draft.account("after-text", &piece.text);
        }
    }
    draft
}

/// Whether a headline stands below the first block that looks like text, with nearly all of the text below it.
fn is_late(tree: &Tree, headline: Id, body: Id, pieces: &[Piece], root: &Root) -> bool {
    let range = tree.range(root.outer);
    let weigh = |is_in: &dyn Fn(Id) -> bool| -> f64 {
        let inside = pieces.iter().filter(|p| range.contains(&p.node) && is_in(p.node));
        inside.map(root::weight).filter(|weight| *weight > 0.0).sum()
    };
    headline > body
        && tree.tag(headline) == Tag::H1
        && weigh(&|node| node < headline) * MOST_BELOW < weigh(&|node| node > headline)
}

/// The headline in further places: the feed's own is the one that the page's readers were promised.
fn titles(meta: &Meta, hints: &Hints) -> Vec<String> {
    let promised = meta::without_site(hints.title, &[&meta.site, hints.feed_title]);
    let mut titles: Vec<String> =
        Some(promised).into_iter().filter(|title| !title.is_empty()).collect();
    titles.extend(meta.titles.iter().cloned());
    titles
}

/// Whether a block between headline and text can be a teaser or a picture.
fn says_something(piece: &Piece) -> bool {
    piece.is_figure()
        || root::weight(piece) > 0.0
        || credit::is_credit(piece)
        || (matches!(piece.mark, Some(Mark::Deck | Mark::Lead)) && piece.letters > 40)
}

/// The first picture between the headline and the text, if any.
fn lead_image(pieces: &[Piece], root: &Root, tree: &Tree, meta: &Meta) -> Option<String> {
    let range = tree.range(root.outer);
    let first = pieces.iter().position(|p| range.contains(&p.node) && root::weight(p) > 0.0)?;
    let above = pieces[first.saturating_sub(ABOVE)..=(first + BELOW).min(pieces.len() - 1)].iter();
    let figures = above.filter_map(|piece| match &piece.block {
        Block::Figure(figure) if !figure.src.is_empty() && !is_portrait(tree, piece) => {
            Some(figure.src.to_string())
        }
        _ => None,
    });
    let figures: Vec<String> = figures.collect();
    let stated = meta.image.as_deref().map(file_name).unwrap_or_default();
    let same = figures.iter().find(|src| !stated.is_empty() && file_name(src) == stated);
    same.or(figures.first()).cloned()
}

/// Whether a picture is of the author or a logo.
fn is_portrait(tree: &Tree, piece: &Piece) -> bool {
    let mut around: String = std::iter::once(piece.node)
        .chain(tree.ancestors(piece.node).take(4))
        .map(|id| tree.node(id).names.as_str())
        .collect();
    if let Block::Figure(figure) = &piece.block {
        around.push_str(&figure.src.to_lowercase());
    }
    ["author", "autor", "avatar", "logo", "icon", "profile"]
        .iter()
        .any(|word| around.contains(word))
}

fn file_name(url: &str) -> &str {
    let path = url.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    path.rsplit('/').next().unwrap_or_default()
}

fn authors(tree: &Tree, marks: &Marks, around: Around, meta: &Meta, hints: &Hints) -> Vec<Clean> {
    let mut stated: Vec<Clean> = Vec::new();
    for name in meta.authors.iter().flat_map(|text| byline::stated(text)) {
        if !stated.contains(&name) {
            stated.push(name);
        }
    }
    let is_house = |name: &Clean| {
        let mut houses = meta.houses.iter().map(String::as_str).chain([hints.feed_title]);
        houses.any(|house| !house.is_empty() && same(house, name))
    };
    if stated.iter().all(is_house) {
        let mut shown = byline::of_marks(tree, marks);
        if shown.iter().all(is_house) {
            shown = told::authors(tree, marks, around);
        }
        if shown.is_empty() {
            shown = byline::signs_of_marks(tree, marks);
        }
        if !shown.is_empty() {
            return shown;
        }
    }
    let mut found = if stated.is_empty() { byline::known(hints.authors) } else { stated };
    if !hints.feed_title.is_empty() {
        found.retain(|name| !is_house(name));
    }
    found
}

/// The rules in their order.
fn clean(draft: &mut Draft, tree: &Tree, marks: &Marks, text_start: Id, url: &str, hints: &Hints) {
    let decks = deck::marked(tree, marks, &draft.article.language);
    repeats::apply(draft);
    related::closing(draft);
    related::recommended(draft);
    promo::apply(draft);
    credit::apply(draft);
    related::apply(draft);
    byline::apply(draft);
    edges::titles_again(draft);
    let titles: Vec<&str> = draft.titles.iter().map(String::as_str).collect();
    let mut names = vec![&*draft.article.kicker, hints.feed_title];
    names.extend(hints.categories.iter().map(Clean::as_str));
    let mut known = evidence::Evidence::new(&names, &titles, url);
    tree.texts().for_each(|line| known.hear_line(line));
    dateline::apply(draft, known);
    edges::apply(draft);
    agency::apply(draft);
    contact::apply(draft);
    sign::apply(draft);
    deck::apply(draft, &decks, text_start);
}
