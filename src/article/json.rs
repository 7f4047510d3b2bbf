//! An extracted article as the JSON object of `umland extract`.

use serde_json::{Value, json};

use super::page::Extracted;
use super::rules::dateline;
use super::{html, plain};
use crate::text::Clean;

/// The object: all strings, empty for what was not found; `access` and `reason` besides.
pub fn extract_json(extracted: &Extracted) -> Value {
    let article = &extracted.article;
    let authors: Vec<&str> = article.authors.iter().map(Clean::as_str).collect();
    let date = article.published.and_then(|at| jiff::Timestamp::from_second(at.0).ok());
    let (place, _) = dateline::split_agency(&article.dateline);
    json!({
        "title": &*article.headline,
        "byline": authors.join(", "),
        "date": date.map(|date| date.to_string()).unwrap_or_default(),
        "lead_image": article.lead_image.as_deref().unwrap_or_default(),
        "kicker": &*article.kicker,
        "dateline": place,
        "sign": &*article.sign,
        "deck": &*article.deck,
        "access": extracted.access.name(),
        "reason": extracted.reason,
        "text": plain(article),
        "html": html(article),
    })
}
