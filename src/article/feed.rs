//! A feed entry's content → its article.

use url::Url;

use super::build;
use super::draft::{Draft, Dropped};
use super::mark::Marks;
use super::rules::{
    agency, byline, contact, credit, dateline, deck, edges, evidence, promo, related, repeats, sign,
};
use super::tree::Tree;
use super::wording::{normal, same};
use super::{fallback, scan};
use crate::domain::{Article, Block, Figure, Timestamp};
use crate::text::Clean;

/// What a feed says of an entry.
#[derive(Debug, Clone, Default)]
pub struct FeedContent<'a> {
    /// The content as HTML; hostile.
    pub html: &'a str,
    /// The title as plain text.
    pub title: &'a str,
    /// The teaser as plain text.
    pub summary: &'a str,
    /// Names.
    pub authors: &'a [Clean],
    /// Publication date.
    pub published: Option<Timestamp>,
    /// Language tag of the entry or its feed.
    pub language: &'a str,
    /// Address of the article's page, for relative links.
    pub url: &'a str,
    /// Title of the feed.
    pub feed_title: &'a str,
    /// Categories.
    pub categories: &'a [Clean],
    /// Address of the lead image.
    pub image: Option<&'a str>,
    /// Its caption and credit.
    pub image_caption: &'a str,
    /// See `image_caption`.
    pub image_credit: &'a str,
}

/// The article that a feed entry holds.
pub fn from_feed(content: &FeedContent) -> Article {
    with_account(content).0
}

/// The article, and what was left out of its body.
pub fn with_account(content: &FeedContent) -> (Article, Vec<Dropped>) {
    let mut draft = Draft { titles: vec![content.title.to_owned()], ..Draft::default() };
    head(&mut draft.article, content);
    if scan::check(content.html).is_err() {
        draft.article.blocks = fallback::blocks(content.html);
        return (draft.article, draft.dropped);
    }
    let tree = Tree::parse(content.html);
    let marks = Marks::of_tree(&tree);
    for (id, rule) in marks.dropped() {
        draft.account(rule, &tree.text(id));
    }
    let base = Url::parse(content.url).ok();
    let built = build::build(&tree, &marks, 0, base.as_ref());
    draft.pieces = built.pieces;
    draft.article.links = built.links;
    lead_figure(&mut draft, content);
    let decks = deck::marked(&tree, &marks, content.language);
    repeats::apply(&mut draft);
    promo::apply(&mut draft);
    credit::apply(&mut draft);
    related::apply(&mut draft);
    byline::apply(&mut draft);
    edges::titles_again(&mut draft);
    agency::apply(&mut draft);
    contact::apply(&mut draft);
    sign::apply(&mut draft);
    let mut names = vec![content.feed_title];
    names.extend(content.categories.iter().map(Clean::as_str));
    dateline::apply(&mut draft, evidence::Evidence::new(&names, &[content.title], content.url));
    deck::apply(&mut draft, &decks, 0);
    if !content.summary.is_empty()
        && draft.article.deck.is_empty()
        && !draft.pieces.is_empty()
        && !deck::is_in_body(content.summary, &draft)
        && !deck::is_part_of(content.summary, &tree.text(0))
    {
        draft.article.deck = Clean::line(&deck::without_excerpt_mark(content.summary));
    }
    draft.finish()
}

fn head(article: &mut Article, content: &FeedContent) {
    let (kicker, headline) = split_title(content.title, content.categories);
    article.kicker = Clean::line(kicker);
    article.headline = Clean::line(headline);
    article.authors = byline::known(content.authors);
    article.authors.retain(|name| !same(name, content.feed_title));
    article.published = content.published;
    article.language = Clean::line(content.language);
    article.lead_image = content.image.map(str::to_owned);
}

/// "Kicker: Headline" when the kicker is one of the entry's categories; else the title stays as it is.
fn split_title<'a>(title: &'a str, categories: &[Clean]) -> (&'a str, &'a str) {
    match title.split_once(": ") {
        Some((kicker, headline)) if categories.iter().any(|c| normal(c) == normal(kicker)) => {
            (kicker, headline.trim())
        }
        _ => ("", title),
    }
}

/// The picture that the feed gives apart from the content, when it has words that the content lacks.
fn lead_figure(draft: &mut Draft, content: &FeedContent) {
    if content.image_caption.is_empty() && content.image_credit.is_empty() {
        return;
    }
    let figure = Figure {
        src: Clean::line(content.image.unwrap_or_default()),
        caption: Clean::line(content.image_caption),
        credit: Clean::line(content.image_credit),
        ..Figure::default()
    };
    draft.pieces.insert(0, super::draft::Piece::new(Block::Figure(figure), 0));
}
