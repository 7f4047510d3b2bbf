//! `umland show`: one entry's article.

use serde::Serialize;
use serde_json::{Value, json};

use super::args::{Show, ShowFormat};
use super::exit::{Exit, Result};
use super::out::{Out, talk};
use super::values::EntryObject;
use super::world::{self, World};
use crate::article;
use crate::config::{Ascii, Config};
use crate::domain::{Article, Entry, EntryId};
use crate::export::Sheet;
use crate::text::Clean;
use crate::text::dates::Zone;
use crate::tr;

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
    let zone = Zone::system();
    let sheet = sheet(&entry, &article, world, &zone);
    match args.format {
        ShowFormat::Text => out.text(&sheet.text())?,
        ShowFormat::Markdown => out.text(&sheet.markdown())?,
        ShowFormat::Html => out.text(&article::html(&article))?,
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

/// The article with what has to be said of it.
pub(super) fn sheet<'a>(
    entry: &'a Entry,
    article: &'a Article,
    world: &World,
    zone: &'a Zone,
) -> Sheet<'a> {
    // A faulty configuration is no reason not to show an article.
    let ui = world.config().map_or_else(|_| Config::default().ui, |config| config.ui.clone());
    let ascii = match ui.ascii {
        Ascii::Auto => world::ascii_only(),
        Ascii::Always => true,
        Ascii::Never => false,
    };
    Sheet {
        row: &entry.row,
        sources: &entry.sources,
        url: entry.url.as_deref(),
        article,
        lang: world.lang,
        zone,
        now: world.now,
        measure: ui.measure,
        ascii,
    }
}
