//! The feeds around a town: offered, and subscribed to.

use std::collections::HashSet;
use std::sync::Arc;

use super::{Shared, network, settings};
use crate::app::{Event, Offered, OfferedFeed};
use crate::catalogue::Trust;
use crate::config::{Edit, edit};
use crate::domain::geo::whole_km;
use crate::domain::{FeedId, FeedUrl, GeoPoint, Pick, PickRow, Subscription, Which};
use crate::lang::Lang;
use crate::runtime::{Clock, Tell, history, offers, say};
use crate::text::Clean;
use crate::text::fold::fold;
use crate::tr;

/// Places that are listed while a name is being typed.
const TOWNS: usize = 12;

/// Finds what the letters typed so far may mean.
pub(super) fn complete(typed: Clean, tell: Tell) {
    tokio::task::spawn_blocking(move || tell.tell(towns(typed)));
}

/// The places that letters or a postcode may mean, as a fact.
pub fn towns(typed: Clean) -> Event {
    let rows = offers::meant(&typed, TOWNS)
        .into_iter()
        .map(|(place, point)| PickRow {
            pick: Pick::Place(fold(place.name())),
            label: Clean::line(&place.label()),
            point: Some(GeoPoint::from_degrees(point.lat, point.lon)),
            n: offers::around(place, point).iter().filter(|offer| offer.distance.is_some()).count()
                as u64,
        })
        .collect();
    Event::TownsFound(typed, rows)
}

/// Offers what the catalogue has around a town or postcode. Needs no network.
pub(super) fn find(shared: Arc<Shared>, typed: String, tell: Tell) {
    tokio::task::spawn_blocking(move || {
        let known: Vec<FeedUrl> =
            shared.config().feeds.iter().map(|feed| feed.url.clone()).collect();
        tell.tell(offered(&typed, &known, shared.lang()));
    });
}

/// What is offered around a town, as a fact.
pub fn offered(typed: &str, known: &[FeedUrl], lang: Lang) -> Event {
    let Some((place, point)) = offers::place_of(typed) else {
        let text = tr!(lang, "cli-no-such-place", place = typed);
        return Event::Failed(Clean::line(&text));
    };
    let feeds: Vec<OfferedFeed> = offers::around(place, point)
        .iter()
        .map(|offer| {
            let entry = offer.entry;
            let covers = match entry.place {
                "" => lang.text(&format!("catalogue-level-{}", offer.level.name())),
                town => town.to_owned(),
            };
            OfferedFeed {
                url: entry.url.as_str().to_owned(),
                title: Clean::line(entry.title),
                kind: Clean::line(&lang.text(&format!("catalogue-kind-{}", entry.kind.name()))),
                covers: Clean::line(&covers),
                km: offer.distance.map(whole_km),
                unverified: entry.trust != Trust::Seen,
                ticked: offer.ticked && !known.contains(&entry.url),
                known: known.contains(&entry.url),
            }
        })
        .collect();
    if feeds.is_empty() {
        let text = tr!(lang, "notice-nothing-around", place = place.label());
        return Event::Failed(Clean::line(&text));
    }
    let town = Clean::line(&place.label());
    Event::Offered(Offered { town, typed: typed.to_owned(), feeds })
}

/// Writes the chosen feeds into the configuration, and the town as the reader's home when none is set; fetches them.
pub(super) fn subscribe(shared: Arc<Shared>, typed: String, urls: Vec<String>, tell: Tell) {
    tokio::spawn(async move {
        let adding = Arc::clone(&shared);
        let added = tokio::task::spawn_blocking(move || add(&adding, &typed, &urls)).await;
        match added {
            Ok(Ok((events, ids))) => {
                for event in events {
                    tell.tell(event);
                }
                let text = tr!(shared.lang(), "notice-subscribed-many", n = ids.len());
                tell.tell(Event::Subscribed(Clean::line(&text)));
                network::refresh(shared, Which::Feeds { ids, due_only: false }, tell);
            }
            Ok(Err(reason)) => tell.tell(Event::Failed(Clean::line(&reason))),
            Err(_) => {} // the program is ending
        }
    });
}

fn add(shared: &Shared, typed: &str, urls: &[String]) -> Result<(Vec<Event>, Vec<FeedId>), String> {
    let known: HashSet<FeedUrl> = shared.config().feeds.iter().map(|f| f.url.clone()).collect();
    let (place, point) = offers::place_of(typed)
        .ok_or_else(|| tr!(shared.lang(), "cli-no-such-place", place = typed))?;
    let chosen: Vec<Subscription> = offers::around(place, point)
        .iter()
        .filter(|offer| urls.iter().any(|url| url == offer.entry.url.as_str()))
        .filter(|offer| !known.contains(&offer.entry.url))
        .map(|offer| offers::subscription(offer, place))
        .collect();
    let path = &shared.config_path;
    let lang = shared.lang();
    edit::edit(path, &Edit::Home(offers::home(place, point)))
        .map_err(|fault| say::edit(&fault, lang))?;
    let added: HashSet<FeedUrl> = chosen.iter().map(|s| s.url.clone()).collect();
    let (store, now) = (&shared.store, shared.clock.now());
    history::edit_subscriptions(store, path, &Edit::Add(chosen), &Clean::empty(), now)
        .map_err(|fault| say::history(&fault, lang))?;
    let events = settings::reload(shared);
    let states = shared.store.feed_states().map_err(|fault| say::store(&fault, lang))?;
    let ids = states.into_iter().filter(|s| added.contains(&s.url)).map(|s| s.id).collect();
    Ok((events, ids))
}
