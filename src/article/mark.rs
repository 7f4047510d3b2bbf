//! What an element is by its name: furniture, caption, credit, kicker … Publishers name their elements well; a name alone
//! never outweighs the text, so nothing that holds a large part of the page's paragraphs is dropped.

use std::collections::HashMap;

use super::names::{Named, Vocabulary};
use super::tag::Tag;
use super::tree::{Id, Tree};

/// The largest share of the page's paragraph text that may be dropped by a name, in percent, and by one that is never
/// that of an article.
const MAX_DROPPED: u64 = 30;
const MAX_DROPPED_SURELY: u64 = 85;
/// The same for all boxes about other articles together: when they are more, they are what the page is about.
const MAX_CARDS: u64 = 65;
/// The shortest text that counts as a paragraph, in letters.
const MIN_PARAGRAPH: u32 = 60;
/// The shortest body, in letters.
const MIN_BODY: u32 = 400;
/// How far up a picture is looked for, and how many other letters may stand beside it.
const NEAR: usize = 4;
const MAX_BESIDE: u32 = 250;
/// Widths of the screen in utility classes, and how they show there what is hidden elsewhere.
const SCREENS: &[&str] = &["sm", "md", "lg", "xl", "2xl", "print"];
const SHOWN: &[&str] = &["block", "flex", "grid", "inline", "table", "contents"];
/// A box about another article, in letters.
const CARD: std::ops::RangeInclusive<u32> = 20..=450;
/// Few words besides links, in letters, and the shortest paragraph that is no teaser.
const MAX_LINKS: u32 = 400;
const MIN_TEXT: u32 = 220;
/// The longest box with something to press, in letters.
const MAX_BOX: u32 = 500;
/// The longest caption, in letters.
const MAX_CAPTION: u32 = 700;

/// What an element is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// Not of the article; the rule that says so.
    Dropped(&'static str),
    /// Words of a picture.
    Caption,
    /// Who took a picture.
    Credit,
    /// The line above the headline.
    Kicker,
    /// Headline.
    Headline,
    /// Teaser under the headline.
    Deck,
    /// The first paragraph, in larger type: a teaser in German papers.
    Lead,
    /// Who wrote it.
    Byline,
    /// When.
    Date,
    /// Where.
    Dateline,
    /// A box around a picture and its words.
    Picture,
    /// Named as the body of the article.
    Body,
}

/// The marks of a page.
#[derive(Debug, Default)]
pub(super) struct Marks {
    marks: Vec<Option<Mark>>,
}

impl Marks {
    /// Marks every element of the tree.
    pub(super) fn of_tree(tree: &Tree) -> Self {
        let paragraphs = paragraph_sums(tree);
        let total = paragraphs.last().copied().unwrap_or(0);
        let mut marks = vec![None; tree.len()];
        let mut vocabulary = Vocabulary::default();
        let mut dropped: Vec<(Id, &'static str, u32)> = Vec::new();
        let mut id = 1;
        while id < tree.len() {
            marks[id] = mark_of(tree, &mut vocabulary, id);
            if let Some(Mark::Dropped(rule)) = marks[id] {
                let inside = paragraphs[tree.end(id)] - paragraphs[id];
                let is_small = u64::from(inside) * 100 <= u64::from(total) * most(rule);
                if is_small && (is_sure(rule) || !holds_article(tree, &mut vocabulary, id)) {
                    dropped.push((id, rule, inside));
                    id = tree.end(id);
                    continue;
                }
                marks[id] = None;
            }
            id += 1;
        }
        let mut marks = Self { marks };
        marks.forgive(tree, &dropped, total);
        marks
    }

    /// A name that would drop too much of the page in all, piece by piece, is no name for furniture here.
    fn forgive(&mut self, tree: &Tree, dropped: &[(Id, &'static str, u32)], total: u32) {
        let key = |id: Id, rule: &'static str| match rule {
            "teaser-card" => rule,
            _ => tree.node(id).names.as_str(),
        };
        let mut sums: HashMap<&str, u64> = HashMap::new();
        for (id, rule, inside) in dropped {
            *sums.entry(key(*id, rule)).or_default() += u64::from(*inside);
        }
        for (id, rule, _) in dropped {
            let key = key(*id, rule);
            if !key.is_empty() && sums[key] * 100 > u64::from(total) * most(rule) {
                self.marks[*id] = None;
            }
        }
    }

    pub(super) fn of(&self, id: Id) -> Option<Mark> {
        self.marks.get(id).copied().flatten()
    }

    pub(super) fn is_dropped(&self, id: Id) -> bool {
        matches!(self.of(id), Some(Mark::Dropped(_)))
    }

    /// The elements with a mark, in document order.
    pub(super) fn all(&self, mark: Mark) -> impl Iterator<Item = Id> + '_ {
        let found = self.marks.iter().enumerate().filter(move |(_, m)| **m == Some(mark));
        found.map(|(id, _)| id)
    }

    /// What was dropped, with the rule.
    pub(super) fn dropped(&self) -> impl Iterator<Item = (Id, &'static str)> + '_ {
        self.marks.iter().enumerate().filter_map(|(id, mark)| match mark {
            Some(Mark::Dropped(rule)) => Some((id, *rule)),
            _ => None,
        })
    }
}

/// The largest share of the page's paragraphs that a rule may drop, in percent.
fn most(rule: &str) -> u64 {
    match rule {
        "consent" | "comments" | "related-section" => MAX_DROPPED_SURELY,
        "teaser-card" => MAX_CARDS,
        _ => MAX_DROPPED,
    }
}

/// Letters of paragraph text before each node.
fn paragraph_sums(tree: &Tree) -> Vec<u32> {
    let mut sums = Vec::with_capacity(tree.len() + 1);
    let (mut sum, mut counted_to) = (0u32, 0);
    for id in 0..tree.len() {
        sums.push(sum);
        let is_own = id >= counted_to && matches!(tree.tag(id), Tag::P | Tag::Li | Tag::Blockquote);
        if is_own && tree.letters(id) >= MIN_PARAGRAPH && !tree.is_mostly_links(id) {
            sum += tree.letters(id);
            counted_to = tree.end(id);
        }
    }
    sums.push(sum);
    sums
}

/// Rules whose elements never hold the article, whatever their parts are named.
fn is_sure(rule: &str) -> bool {
    matches!(rule, "navigation" | "consent" | "comments")
}

/// Whether the headline or an element named as the body stands inside.
fn holds_article<'a>(tree: &'a Tree, vocabulary: &mut Vocabulary<'a>, id: Id) -> bool {
    if matches!(tree.tag(id), Tag::Nav | Tag::Button | Tag::Aside) {
        return false;
    }
    tree.range(id).skip(1).any(|i| {
        tree.tag(i) == Tag::H1
            || (tree.letters(i) > MIN_BODY
                && vocabulary.named(&tree.node(i).names) == Some(Named::Body))
    })
}

fn mark_of<'a>(tree: &'a Tree, vocabulary: &mut Vocabulary<'a>, id: Id) -> Option<Mark> {
    let node = tree.node(id);
    match node.tag {
        Tag::Text | Tag::Html | Tag::Body | Tag::Br | Tag::Img | Tag::Main => return None,
        Tag::Nav | Tag::Button | Tag::Dialog | Tag::Menu => {
            return Some(Mark::Dropped("navigation"));
        }
        Tag::Form => return Some(Mark::Dropped("form")),
        Tag::Aside => return Some(Mark::Dropped("aside")),
        Tag::Footer => return Some(Mark::Dropped("footer")),
        Tag::Head | Tag::Link | Tag::Meta | Tag::Title => return Some(Mark::Dropped("head")),
        Tag::Figcaption => return Some(Mark::Caption),
        Tag::Header
            if !tree.ancestors(id).any(|up| matches!(tree.tag(up), Tag::Article | Tag::Main)) =>
        {
            return Some(Mark::Dropped("page-header"));
        }
        _ => {}
    }
    if is_hidden(tree, id) {
        return Some(Mark::Dropped("hidden"));
    }
    let item = node.attribute("itemprop").unwrap_or_default();
    match item {
        "articleBody" => return Some(Mark::Body),
        "author" => return Some(Mark::Byline),
        "datePublished" | "dateModified" => return Some(Mark::Date),
        "caption" => return near_picture(tree, id).then_some(Mark::Caption),
        "copyrightHolder" => return near_picture(tree, id).then_some(Mark::Credit),
        _ => {}
    }
    if node.attribute("rel").is_some_and(|rel| rel.split_whitespace().any(|r| r == "author")) {
        return Some(Mark::Byline);
    }
    if is_teaser_card(tree, id) {
        return Some(Mark::Dropped("teaser-card"));
    }
    if is_interactive_box(tree, id) {
        return Some(Mark::Dropped("box"));
    }
    if is_related_section(tree, vocabulary, id) {
        return Some(Mark::Dropped("related-section"));
    }
    if node.names.is_empty() {
        return (node.tag == Tag::Time).then_some(Mark::Date);
    }
    match vocabulary.named(&node.names)? {
        Named::Furniture("share") if tree.find(id, Tag::Blockquote).is_some() => None,
        // schema.org has the class of what the subscribers pay for named there too: then it is the text itself.
        Named::Furniture("paywall") if has_text(tree, id) => None,
        Named::Furniture(rule) => Some(Mark::Dropped(rule)),
        Named::FurnitureOfLinks(rule) => is_links(tree, id).then_some(Mark::Dropped(rule)),
        Named::Teaser => {
            let mark = if is_links(tree, id) { Mark::Dropped("teaser") } else { Mark::Deck };
            Some(mark)
        }
        Named::Caption => is_caption(tree, id).then_some(Mark::Caption),
        Named::Credit => near_picture(tree, id).then_some(Mark::Credit),
        Named::Kicker => (tree.letters(id) < 80).then_some(Mark::Kicker),
        Named::Headline => (tree.letters(id) < 200).then_some(Mark::Headline),
        Named::Deck => (tree.letters(id) < 600).then_some(Mark::Deck),
        Named::Lead => (tree.letters(id) < 600).then_some(Mark::Lead),
        Named::Byline => (tree.letters(id) < 200).then_some(Mark::Byline),
        Named::Date => (tree.letters(id) < 100).then_some(Mark::Date),
        Named::Dateline => (tree.letters(id) < 60).then_some(Mark::Dateline),
        Named::Picture => is_picture_box(tree, id).then_some(Mark::Picture),
        Named::Body => Some(Mark::Body),
    }
}

/// Whether an element that is named so can be a caption.
fn is_caption(tree: &Tree, id: Id) -> bool {
    let letters = tree.letters(id);
    near_picture(tree, id)
        || (letters > 0 && letters <= MAX_CAPTION / 2 && tree.find(id, Tag::Time).is_none())
}

/// Whether an element holds a picture and a few words about it.
fn is_picture_box(tree: &Tree, id: Id) -> bool {
    !tree.tag(id).is_inline()
        && tree.letters(id) <= MAX_CAPTION / 2
        && tree.find(id, Tag::Img).is_some()
        && !tree.is_mostly_links(id)
        && !tree.range(id).any(|i| tree.tag(i).heading().is_some() || tree.tag(i) == Tag::Figure)
}

/// Whether an element is a small box about another article: a heading that is a link, with a few words.
fn is_teaser_card(tree: &Tree, id: Id) -> bool {
    let may_be = matches!(tree.tag(id), Tag::Div | Tag::Section | Tag::Article | Tag::Li | Tag::A);
    if !may_be || !(CARD.contains(&tree.letters(id))) {
        return false;
    }
    let is_linked_heading = |i: Id| {
        let heading = tree.tag(i).heading().is_some_and(|level| level > 1);
        heading && (tree.linked(i) * 10 > tree.letters(i) * 8) && tree.letters(i) > 10
    };
    let in_card = tree.range(id).skip(1);
    if tree.tag(id) == Tag::A {
        return in_card.clone().any(|i| tree.tag(i).heading().is_some() || tree.tag(i) == Tag::P);
    }
    let mut headings = 0;
    for i in in_card {
        if tree.tag(i).heading().is_some() {
            if !is_linked_heading(i) {
                return false;
            }
            headings += 1;
        }
    }
    headings > 0
}

/// Whether an element opens with a heading that is named as that of related articles: then all of it is about those.
fn is_related_section<'a>(tree: &'a Tree, vocabulary: &mut Vocabulary<'a>, id: Id) -> bool {
    let may_be = matches!(tree.tag(id), Tag::Div | Tag::Section | Tag::Article);
    let mut inside = tree.children(id).filter(|child| tree.letters(*child) > 0);
    may_be
        && inside.next().is_some_and(|first| {
            tree.tag(first).heading().is_some_and(|level| level > 1)
                && vocabulary.named(&tree.node(first).names)
                    == Some(Named::FurnitureOfLinks("related"))
        })
        && inside.next().is_some()
}

/// Whether an element is a box with something to press and a few words: a newsletter form, a poll, a consent question.
fn is_interactive_box(tree: &Tree, id: Id) -> bool {
    let is_box = matches!(tree.tag(id), Tag::Div | Tag::Section);
    is_box
        && (1..=MAX_BOX).contains(&tree.letters(id))
        && tree.find(id, Tag::Button).is_some()
        && tree.find(id, Tag::Img).is_none()
        && tree.find(id, Tag::Hgroup).is_none()
}

fn is_hidden(tree: &Tree, id: Id) -> bool {
    let node = tree.node(id);
    let is_styled_away =
        |style: &str| style.replace(' ', "").to_ascii_lowercase().contains("display:none");
    node.attribute("hidden").is_some()
        || node.attribute("style").is_some_and(is_styled_away)
        || (node.attribute("aria-hidden") == Some("true") && node.tag != Tag::Div)
        || node.attribute("class").is_some_and(is_hidden_class)
}

/// Whether utility classes hide an element on every width of the screen.
fn is_hidden_class(class: &str) -> bool {
    let shows = |word: &str| {
        let shown_at = word.split_once(':').filter(|(at, _)| SCREENS.contains(at));
        shown_at.is_some_and(|(_, how)| SHOWN.iter().any(|display| how.starts_with(display)))
    };
    class.split_whitespace().any(|word| matches!(word, "hidden" | "is-hidden"))
        && !class.split_whitespace().any(shows)
}

/// Whether an element holds links and little running text besides.
fn is_links(tree: &Tree, id: Id) -> bool {
    let has_link = tree.tag(id) == Tag::A || tree.find(id, Tag::A).is_some();
    let in_link = tree.ancestors(id).take(4).any(|up| tree.tag(up) == Tag::A);
    let is_short = tree.letters(id) < MAX_LINKS && !has_text(tree, id);
    in_link || (has_link && (tree.is_mostly_links(id) || is_short))
}

/// Whether an element holds a paragraph that is too long for a teaser or a request.
fn has_text(tree: &Tree, id: Id) -> bool {
    tree.range(id)
        .any(|i| tree.tag(i) == Tag::P && tree.letters(i) >= MIN_TEXT && !tree.is_mostly_links(i))
}

/// Whether a picture stands close by, with little text besides the element's own.
fn near_picture(tree: &Tree, id: Id) -> bool {
    let own = tree.letters(id);
    if own > MAX_CAPTION || tree.find(id, Tag::Time).is_some() {
        return false;
    }
    tree.ancestors(id)
        .take(NEAR)
        .take_while(|up| tree.letters(*up) <= own + MAX_BESIDE)
        .any(|up| matches!(tree.tag(up), Tag::Figure) || tree.find(up, Tag::Img).is_some())
}
