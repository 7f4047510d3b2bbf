//! An entry of the edition with everything that feeds and pages say of it: dates reckoned, days named, addresses made.

use super::calendar;
use super::markup;
use super::publisher::Publisher;
use super::source::Source;
use crate::domain::Timestamp;

/// Where everything seems to be while an edition is made; an answer replaces it by the address it was asked at.
pub(crate) const BASE: &str = "http://demo.invalid";

/// How many blocks of a locked article everybody may read.
const FREE_BLOCKS: usize = 2;

/// A finished entry. Texts are plain, `body` is markup.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    pub(crate) number: u32,
    pub(crate) path: String,
    pub(crate) published: Timestamp,
    pub(crate) updated: Option<Timestamp>,
    pub(crate) kicker: String,
    pub(crate) title: String,
    pub(crate) teaser: String,
    pub(crate) place: String,
    pub(crate) author: String,
    pub(crate) sign: String,
    pub(crate) caption: String,
    pub(crate) credit: String,
    pub(crate) contact: String,
    pub(crate) note: String,
    pub(crate) tags: Vec<String>,
    pub(crate) sections: Vec<String>,
    pub(crate) access: String,
    pub(crate) body: String,
}

impl Item {
    /// Finishes an entry.
    pub(crate) fn new(source: &Source, house: &Publisher, now: Timestamp) -> Self {
        let published = calendar::before(now, source.age);
        let day = calendar::before(now, source.day());
        let days = |text: &str| calendar::fill_days(text, day, house.language);
        let field = |name: &str| days(source.field(name));
        let number = 10_000_000 + fingerprint(source.slug.as_bytes()) % 89_999_999;
        let path = house
            .article_path
            .replace("{slug}", &source.slug)
            .replace("{number}", &number.to_string());
        Self {
            number,
            path,
            published,
            updated: source.updated().map(|age| calendar::before(now, age)),
            kicker: field("kicker"),
            title: field("title"),
            teaser: field("teaser"),
            place: field("place"),
            author: field("author"),
            sign: field("sign"),
            caption: field("caption"),
            credit: field("credit"),
            contact: field("contact"),
            note: field("note"),
            tags: source.list("tags"),
            sections: source.list("feeds"),
            access: field("access"),
            body: days(&source.body),
        }
    }

    /// The page's absolute address.
    pub(crate) fn url(&self) -> String {
        format!("{BASE}{}", self.path)
    }

    /// The picture's path; `None` for an entry without caption.
    pub(crate) fn picture_path(&self) -> Option<String> {
        (!self.caption.is_empty()).then(|| format!("/bilder/{}.png", self.number))
    }

    /// Whether only subscribers may read it.
    pub(crate) fn is_locked(&self) -> bool {
        self.access == "locked"
    }

    /// The body as HTML, as far as everybody may read it, with dateline and author sign where the publisher puts them.
    pub(crate) fn body_html(&self, publisher: &Publisher) -> String {
        let mut body = self.body.clone();
        if publisher.opens_body_with_dateline && !self.place.is_empty() {
            body = format!("{}{}{}", self.place, publisher.dateline_end, body.trim_start());
        }
        let mut blocks = markup::blocks(&body);
        if self.is_locked() {
            blocks.truncate(FREE_BLOCKS);
            return markup::html(&blocks);
        }
        let html = markup::html(&blocks);
        if self.sign.is_empty() {
            return html;
        }
        let sign = markup::escape(&self.sign);
        match html.strip_suffix("</p>") {
            Some(open) if !publisher.sign_stands_alone => format!("{open} ({sign})</p>"),
            _ => format!("{html}\n<p>({sign})</p>"),
        }
    }
}

/// A stable 32-bit fingerprint (FNV-1a).
pub(crate) fn fingerprint(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}
