//! What a page says of itself: `<meta>` elements, microdata, JSON-LD, links.

use url::Url;

use super::dates;
use super::jsonld::{self, Described};
use super::links;
use super::tag::Tag;
use super::tree::Tree;
use crate::domain::Timestamp;

/// What stands before the name of the house in `<title>`.
const HOUSE_MARKS: &[&str] = &[" | ", " - ", " – ", " — ", " · "];

/// Names of `<meta>` elements that state authors, in order of trust.
const AUTHOR_NAMES: &[&str] = &[
    "author",
    "article:author",
    "dc.creator",
    "sailthru.author",
    "parsely-author",
    "byl",
    "cxenseparse:author",
];
/// What `twitter:label1` says when `twitter:data1` is the author, lower case.
const AUTHOR_LABELS: &[&str] = &["written by", "verfasst von", "geschrieben von", "von", "autor"];

/// A page's own statements.
#[derive(Debug, Default)]
pub(super) struct Meta {
    /// JSON-LD; empty when there is none.
    pub(super) described: Described,
    /// Headlines in order of trust: JSON-LD, `og:title`, `<title>` without the site's name.
    pub(super) titles: Vec<String>,
    /// Authors as stated.
    pub(super) authors: Vec<String>,
    pub(super) published: Option<Timestamp>,
    pub(super) image: Option<String>,
    pub(super) language: String,
    pub(super) site: String,
    /// What `<title>` has after the headline: the house's name, on most pages.
    pub(super) house: String,
    /// Names of the house in all these places.
    pub(super) houses: Vec<String>,
    /// `article:content_tier` and its kin.
    pub(super) tier: String,
}

/// Reads the statements of a page.
pub(super) fn read(tree: &Tree, base: Option<&Url>) -> Meta {
    let described = jsonld::read(&tree.json_ld).unwrap_or_default();
    let of = |names: &[&str]| {
        names
            .iter()
            .flat_map(|name| contents(tree, name))
            .find(|text| !text.is_empty())
            .unwrap_or_default()
    };
    let site = of(&["og:site_name", "application-name", "publisher"]);
    let site = if site.is_empty() { described.publisher.clone() } else { site };
    let full_title = tree.find(0, Tag::Title).map(|id| tree.text(id)).unwrap_or_default();
    let house = HOUSE_MARKS.iter().filter_map(|mark| full_title.rsplit_once(mark));
    let house = house.map(|(_, tail)| tail.trim()).min_by_key(|tail| tail.len());
    let house = house.unwrap_or_default().to_owned();
    let page_title = without_site(&full_title, &[&site, &described.publisher]);
    let mut titles = vec![
        described.headline.clone(),
        of(&["og:title", "twitter:title", "dc.title"]),
        page_title,
    ];
    for title in &mut titles {
        *title = without_site(title, &[&site, &described.publisher]);
    }
    titles.retain(|title| !title.is_empty());
    let image = [
        described.image.clone(),
        of(&["og:image", "og:image:url", "twitter:image", "twitter:image:src"]),
    ];
    let image =
        image.iter().filter(|url| !url.is_empty()).find_map(|url| links::picture(url, base));
    let language = tree
        .find(0, Tag::Html)
        .and_then(|id| tree.attribute(id, "lang"))
        .unwrap_or_default()
        .to_owned();
    let language = if language.is_empty() { described.language.clone() } else { language };
    let published = published(tree, &described, &language, &of);
    let owner = of(&["publisher"]).split(" (").next().unwrap_or_default().to_owned();
    let mut houses = vec![site.clone(), described.publisher.clone(), house.clone(), owner];
    houses.retain(|house| !house.is_empty());
    let authors = authors(tree, &described, &houses);
    let tier = of(&[
        "article:content_tier",
        "content_tier",
        "article:content-tier",
        "lp.article:content_tier",
    ]);
    Meta { described, titles, authors, published, image, language, site, house, houses, tier }
}

/// The authors that are stated first and are not just the house; else the house.
fn authors(tree: &Tree, described: &Described, houses: &[String]) -> Vec<String> {
    let mut stated = vec![described.authors.clone()];
    for name in AUTHOR_NAMES {
        stated.push(contents(tree, name).filter(|a| !a.starts_with("http")).collect());
    }
    let label = contents(tree, "twitter:label1").next().unwrap_or_default().to_lowercase();
    if AUTHOR_LABELS.contains(&label.as_str()) {
        stated.push(contents(tree, "twitter:data1").collect());
    }
    stated.retain(|names| names.iter().any(|name| !name.trim().is_empty()));
    let is_house = |name: &String| {
        let name = name.split(" (").next().unwrap_or_default();
        houses.iter().any(|house| super::wording::same(house, name))
    };
    let by_people = stated.iter().find(|names| !names.iter().all(is_house));
    by_people.or(stated.first()).cloned().unwrap_or_default()
}

/// The contents of the `<meta>` elements of a name, property or itemprop.
fn contents<'a>(tree: &'a Tree, name: &'a str) -> impl Iterator<Item = String> + 'a {
    tree.all(Tag::Meta)
        .iter()
        .copied()
        .filter(move |id| {
            ["property", "name", "itemprop"].iter().any(|a| {
                tree.attribute(*id, a).is_some_and(|value| value.eq_ignore_ascii_case(name))
            })
        })
        .filter_map(|id| tree.attribute(id, "content"))
        .map(|content| content.trim().to_owned())
}

fn published(
    tree: &Tree,
    described: &Described,
    language: &str,
    of: &impl Fn(&[&str]) -> String,
) -> Option<Timestamp> {
    let stated = [
        described.published.clone(),
        of(&[
            "article:published_time",
            "og:published_time",
            "datePublished",
            "date",
            "dc.date",
            "dc.date.issued",
            "publish-date",
            "publication_date",
            "sailthru.date",
            "parsely-pub-date",
            "cXenseParse:recs:publishtime",
            "dcterms.date",
            "last-modified",
        ]),
    ];
    if let Some(found) = stated.iter().find_map(|text| dates::stated(text, language)) {
        return Some(found);
    }
    let by_property =
        (0..tree.len()).filter(|id| tree.attribute(*id, "itemprop") == Some("datePublished"));
    let times = (0..tree.len()).filter(|id| tree.tag(*id) == Tag::Time);
    by_property.chain(times).find_map(|id| {
        let stated = tree.attribute(id, "datetime").or(tree.attribute(id, "content"));
        dates::stated(stated.unwrap_or_default(), language)
            .or_else(|| dates::written(&tree.text(id), language))
    })
}

/// A title without the name of the site at its end.
pub(super) fn without_site(title: &str, sites: &[&str]) -> String {
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    for separator in [" | ", " - ", " – ", " — ", " · ", " :: ", " » ", " • ", " / ", ": "]
    {
        if let Some((head, tail)) = title.rsplit_once(separator) {
            let is_site =
                sites.iter().any(|site| !site.is_empty() && super::wording::same(site, tail));
            let is_short = tail.split(' ').count() <= 4 && head.split(' ').count() >= 4;
            if is_site || (matches!(separator, " | " | " :: " | " » ") && is_short) {
                return without_site(head, sites);
            }
        }
    }
    title
}
