//! Headlines, articles and feeds in whole words: no sign that a voice would have to guess at.

use crate::chart::Wind;
use crate::cli::show;
use crate::cli::world::World;
use crate::domain::{Article, Entry, EntryRow, FeedRow, MapPlace, Timestamp};
use crate::lang::Lang;
use crate::text::dates::{self, Zone};
use crate::{tr, words};

/// A headline: "3. Zwölf Linden. Stadtblatt, 4 min, ungelesen."
pub(super) fn headline(number: u64, row: &EntryRow, world: &World, now: Timestamp) -> String {
    let lang = world.lang;
    let age = words::date(&dates::age(row.published.0, now.0, &Zone::system()), lang);
    let mut parts = vec![row.feed_title.to_string(), age];
    if !row.read {
        parts.push(lang.text("plain-unread"));
    }
    if row.starred {
        parts.push(lang.text("plain-starred"));
    }
    if row.changed {
        parts.push(lang.text("plain-changed"));
    }
    let end = if row.title.ends_with(['.', '!', '?']) { "" } else { "." };
    format!("{number}. {}{end} {}.", row.title, parts.join(", "))
}

/// An article as the reader sets it, a blank line before it.
pub(super) fn article(entry: &Entry, article: &Article, world: &World) -> String {
    let zone = Zone::system();
    format!("\n{}\n", show::sheet(entry, article, world, &zone).text().trim_end())
}

/// A place: "3. Moers, 13 km N: 7 Beiträge, 2 ungelesen."
pub(super) fn place(
    number: usize,
    place: &MapPlace,
    (km, wind): (f64, Option<Wind>),
    lang: Lang,
) -> String {
    let (bearing, count) =
        (words::bearing(km, wind.map(Wind::id), lang), words::counted(place, lang));
    format!("{number}. {}, {bearing}: {count}.", place.name)
}

/// A feed: "2. Stadtblatt, 12 ungelesen."
pub(super) fn feed(number: usize, feed: &FeedRow, lang: Lang) -> String {
    tr!(lang, "plain-feed", number = number, title = feed.title.as_str(), unread = feed.unread)
}
