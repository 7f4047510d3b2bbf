//! An article as a page of XHTML: read by browsers as HTML and by book readers as XML.

use std::fmt::Write as _;

use super::Sheet;
use crate::article::{self, escape};
use crate::text::Clean;
use crate::tr;

/// Set like the reader sets it: one column, small kicker, captions under their pictures.
const STYLE: &str = "body{max-width:38em;margin:2em auto;padding:0 1em;line-height:1.5;font-family:serif}\
.kicker{margin:0;text-transform:uppercase;letter-spacing:.05em;font-size:.8em}h1{margin:.2em 0;line-height:1.2}\
.deck{font-style:italic}.origin,figcaption,footer{font-size:.85em}figure{margin:1em 0}img{max-width:100%}\
.sign{text-align:right}pre{overflow:auto}";

/// The whole page, as a file of its own.
pub(super) fn page(sheet: &Sheet<'_>) -> String {
    around(sheet, &article::html(sheet.article))
}

/// The page as part of a book, which may not show pictures from elsewhere (EPUB 3.3, section 3.6).
pub(super) fn in_book(sheet: &Sheet<'_>) -> String {
    around(sheet, &article::html_without_pictures(sheet.article))
}

fn around(sheet: &Sheet<'_>, body: &str) -> String {
    let language = escape(sheet.language());
    format!(
        "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"{language}\" xml:lang=\"{language}\">\n\
         <head>\n<meta charset=\"utf-8\"/>\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n\
         <body>\n<article>\n{article}</article>\n</body>\n</html>\n",
        title = escape(sheet.headline()),
        article = inside(sheet, body),
    )
}

fn inside(sheet: &Sheet<'_>, body: &str) -> String {
    let article = sheet.article;
    let mut out = String::new();
    line(&mut out, "p class=\"kicker\"", &article.kicker);
    line(&mut out, "h1", sheet.headline());
    line(&mut out, "p class=\"deck\"", &article.deck);
    let authors = article.authors.iter().map(Clean::as_str).collect::<Vec<_>>().join(", ");
    let origin = [article.dateline.to_string(), authors, sheet.source(), sheet.printed_date()];
    let origin: Vec<String> = origin.into_iter().filter(|part| !part.is_empty()).collect();
    line(&mut out, "p class=\"origin\"", &origin.join(" · "));
    out.push_str(body);
    if !article.sign.is_empty() {
        line(&mut out, "p class=\"sign\"", &format!("({})", article.sign));
    }
    for contact in &article.contact {
        line(&mut out, "p class=\"contact\"", contact);
    }
    let address = sheet.address();
    if address.starts_with("http://") || address.starts_with("https://") {
        let words = escape(&tr!(sheet.lang, "export-original"));
        let address = escape(address);
        let _ =
            writeln!(out, "<footer><p>{words} <a href=\"{address}\">{address}</a></p></footer>");
    }
    out
}

/// An element with a text, unless that is empty.
fn line(out: &mut String, element: &str, text: &str) {
    if !text.is_empty() {
        let name = element.split(' ').next().unwrap_or(element);
        let _ = writeln!(out, "<{element}>{}</{name}>", escape(text));
    }
}
