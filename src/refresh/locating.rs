//! Where the entries of a feed play: what is known of the feed, and the texts of an entry, given to `place`. Pure.

use crate::article;
use crate::catalogue;
use crate::domain::{Article, Entry, FeedKind, FeedUrl, ParsedEntry, Placing, Subscription};
use crate::gazetteer::{Point, named};
use crate::place::{Context, Input, locate};
use crate::text::Clean;

/// What is known of a feed before one of its entries is read.
#[derive(Debug, Clone)]
pub struct FeedArea {
    context: Context,
}

impl FeedArea {
    /// By the catalogue, else by the catalogue's other feeds of the same host, else by a folder that is called like a
    /// town, as `umland init` makes them, else by a town in the feed's title. A feed of which nothing is known has no
    /// area: then only what is named counts.
    pub fn of(url: &FeedUrl, folder: &str, title: &str) -> Self {
        let context = if let Some(entry) = catalogue::of_address(url) {
            let region = if entry.region.is_empty() { entry.country } else { entry.region };
            Context::new(region, entry.place, entry.language)
        } else if let Some(region) = catalogue::region_of_host(url) {
            Context::new(region, "", "")
        } else if let Some(town) = folder.split('/').find(|level| is_town(level)) {
            Context::new("", town, "")
        } else {
            around(title)
        };
        Self { context }
    }

    /// Finds where an entry plays. `language` is what the feed says of itself.
    pub fn place(&self, entry: &ParsedEntry, language: Option<&str>) -> Placing {
        let language = entry.language.as_deref().or(language);
        let context = match language.filter(|tag| *tag != self.context.language) {
            Some(tag) => &Context { language: tag.to_owned(), ..self.context.clone() },
            None => &self.context,
        };
        let tags: Vec<&str> = entry.categories.iter().map(Clean::as_str).collect();
        let text = if entry.text.is_empty() { entry.summary.as_str() } else { &entry.text };
        let input = Input {
            title: &entry.title,
            text,
            tags: &tags,
            address: entry.url.as_deref().unwrap_or_default(),
            point: entry.point.map(|point| {
                let (lat, lon) = point.degrees();
                Point { lat, lon }
            }),
            ..Input::default()
        };
        locate(&input, context).placing()
    }

    /// Finds where an entry plays by the article of its page, which names more than the feed does: kicker, dateline,
    /// author and the whole text.
    pub fn place_page(&self, entry: &Entry, article: &Article) -> Placing {
        let tags: Vec<&str> = entry.categories.iter().map(Clean::as_str).collect();
        let text = article::plain(&Article { dateline: Clean::empty(), ..article.clone() });
        let input = Input {
            kicker: &article.kicker,
            title: &article.headline,
            dateline: &article.dateline,
            text: &text,
            tags: &tags,
            address: entry.url.as_deref().unwrap_or_default(),
            ..Input::default()
        };
        let language = entry.language.clone().unwrap_or_else(|| self.context.language.clone());
        locate(&input, &Context { language, ..self.context.clone() }).placing()
    }
}

/// Whether a folder is called like a town. Quarters do not count: „Rathaus“ is one of Zürich's.
fn is_town(name: &str) -> bool {
    named(name).into_iter().any(|place| place.municipality() == place)
}

/// What lies near the town in a title is meant rather than its doubles; but what names no place need not play there.
fn around(title: &str) -> Context {
    let input = Input { title, ..Input::default() };
    match locate(&input, &Context::default()).place {
        Some(town) => Context {
            region: town.region().code.to_owned(),
            point: Some(town.point()),
            ..Context::default()
        },
        None => Context::default(),
    }
}

/// Who publishes a feed: by the reader's tags, else by the catalogue.
pub fn kind_of(url: &FeedUrl, subscription: Option<&Subscription>) -> Option<FeedKind> {
    let tags = subscription.map_or(&[][..], |s| &s.tags);
    let tagged = tags.iter().find_map(|tag| FeedKind::from_name(tag));
    tagged.or_else(|| catalogue::of_address(url).map(|entry| entry.kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(text: &str) -> FeedUrl {
        FeedUrl::parse(text).expect(text)
    }

    fn entry(title: &str, text: &str) -> ParsedEntry {
        ParsedEntry { title: Clean::line(title), text: text.to_owned(), ..ParsedEntry::default() }
    }

    #[test]
    fn a_feed_of_the_catalogue_has_its_area_and_its_kind() {
        let known = catalogue::entries()
            .iter()
            .find(|e| e.place == "Krefeld" && e.kind == FeedKind::Police)
            .expect("a police feed of Krefeld");
        assert_eq!(kind_of(&known.url, None), Some(FeedKind::Police));
        let area = FeedArea::of(&known.url, "", "");
        let placing = area.place(&entry("Hüls: Einbruch in Kiosk", "Unbekannte …"), None);
        let spot = placing.spot.expect("a place");
        assert_eq!((spot.name.as_str(), spot.town.as_str()), ("Hüls", "Krefeld"));
    }

    #[test]
    fn a_folder_called_like_a_town_is_the_area() {
        let unknown = url("https://blatt.example/feed");
        let local = entry("Rat tagt am Montag", "Es geht um den Haushalt.");
        let spot = |folder: &str| FeedArea::of(&unknown, folder, "").place(&local, None).spot;
        assert_eq!(spot("Kempen/Zeitungen").map(|s| s.name.to_string()).as_deref(), Some("Kempen"));
        for no_town in ["Lesestoff", "Rathaus", "Blaulicht", "Vereine"] {
            assert_eq!(spot(no_town), None, "{no_town}");
        }
        let tagged =
            Subscription { tags: vec![Clean::line("fire")], ..Subscription::new(unknown.clone()) };
        assert_eq!(kind_of(&unknown, Some(&tagged)), Some(FeedKind::Fire));
    }
}
