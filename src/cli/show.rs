//! `umland show`: one entry's article.

use serde::Serialize;
use serde_json::{Value, json};

use super::args::{Show, ShowFormat};
use super::exit::{Exit, Result};
use super::markdown::markdown;
use super::out::{Out, talk};
use super::values::EntryObject;
use super::world::{self, World};
use crate::article;
use crate::config::{Ascii, Config};
use crate::domain::{Article, Entry, EntryId};
use crate::text::Clean;
use crate::text::dates::{self, Zone};
use crate::typeset::{self, PageOptions, Words};
use crate::{tr, words};

#[derive(Debug, Serialize)]
struct ShowObject<'a> {
    #[serde(flatten)]
    entry: EntryObject<'a>,
    article: Value,
}

pub(super) fn run(args: &Show, world: &World, out: &mut Out) -> Result {
    let entry = match world.reader()? {
        Some(store) => store.entry(EntryId(args.id))?,
        None => None,
    };
    let Some(entry) = entry else {
        talk(&tr!(world.lang, "cli-no-such-entry", id = args.id.to_string()));
        return Ok(Exit::Faults);
    };
    let article = article::of_entry(&entry);
    match args.format {
        ShowFormat::Text => out.raw(text(&entry, &article, world).as_bytes())?,
        ShowFormat::Markdown => out.raw(markdown(&article).as_bytes())?,
        ShowFormat::Html => out.raw(article::html(&article).as_bytes())?,
        ShowFormat::Json => {
            let entry = EntryObject::new(&entry, None, &world.homes());
            out.json(&ShowObject { entry, article: object(&article) })?;
        }
    }
    Ok(Exit::Well)
}

/// The article's parts, each apart.
fn object(article: &Article) -> Value {
    let texts =
        |list: &[Clean]| list.iter().map(Clean::as_str).map(Value::from).collect::<Vec<_>>();
    json!({
        "kicker": article.kicker.as_str(),
        "headline": article.headline.as_str(),
        "deck": article.deck.as_str(),
        "dateline": article.dateline.as_str(),
        "authors": texts(&article.authors),
        "sign": article.sign.as_str(),
        "contact": texts(&article.contact),
        "lead_image": article.lead_image,
        "links": texts(&article.links),
        "text": article::plain(article),
        "html": article::html(article),
    })
}

/// The page as the reader sets it, without colours.
fn text(entry: &Entry, article: &Article, world: &World) -> String {
    let lang = world.lang;
    // A faulty configuration is no reason not to show an article.
    let ui = world.config().map_or_else(|_| Config::default().ui, |config| config.ui.clone());
    let ascii = match ui.ascii {
        Ascii::Auto => world::ascii_only(),
        Ascii::Always => true,
        Ascii::Never => false,
    };
    let words = |id: &str| lang.text(id);
    let (by, and, photo) = (words("page-by"), words("page-and"), words("page-photo"));
    let (links, related) = (words("page-links"), words("page-related"));
    let date = dates::date(entry.row.published.0, world.now.0, &Zone::system());
    let mut date = words::date(&date, lang);
    if !entry.row.dated {
        date = tr!(lang, "page-first-seen", date = date);
    }
    let reading = tr!(lang, "page-minutes", n = typeset::reading_minutes(article));
    let source = entry.sources.iter().map(Clean::as_str).collect::<Vec<_>>().join(", ");
    let options = PageOptions {
        width: ui.measure,
        ascii,
        links: true,
        place: "",
        distance: "",
        source: &source,
        date: &date,
        reading: &reading,
        language: lang.tag(),
        words: Words { by: &by, and: &and, photo: &photo, links: &links, related: &related },
    };
    typeset::to_text(&typeset::page(article, &options))
}
