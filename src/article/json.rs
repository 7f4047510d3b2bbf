//! An extracted article as the JSON object of `umland extract`.

use serde_json::{Value, json};

use super::page::Extracted;
use super::rules::dateline;
use super::{dates, html, plain};
use crate::text::Clean;

/// The object: all strings, empty for what was not found; `access` and `reason` besides.
pub fn extract_json(extracted: &Extracted) -> Value {
    let article = &extracted.article;
    let authors: Vec<&str> = article.authors.iter().map(Clean::as_str).collect();
    let date = article.published.map(|at| dates::iso(at, &article.language));
    let (place, _) = dateline::split_agency(&article.dateline);
    json!({
        "title": &*article.headline,
        "byline": authors.join(", "),
        "date": date.unwrap_or_default(),
        "lead_image": article.lead_image.as_deref().unwrap_or_default(),
        "kicker": &*article.kicker,
        "dateline": place,
        "sign": &*article.sign,
        "contact": article.contact.iter().map(Clean::as_str).collect::<Vec<_>>(),
        "deck": &*article.deck,
        "access": extracted.access.name(),
        "reason": extracted.reason,
        "text": plain(article),
        "html": html(article),
    })
}
