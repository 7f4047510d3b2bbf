//! Undo, redo and edits of single feeds, in their turn among what the archive does.

use std::sync::Arc;

use super::archive::Archive;
use super::following;
use super::{Shared, settings};
use crate::app::{About, Event, FeedWish, SettingValue};
use crate::config::{Edit, edit};
use crate::domain::{Deed, EntryId, FeedId, FeedRow, Undone};
use crate::refresh::kind_of;
use crate::runtime::history::{self, HistoryError};
use crate::runtime::{Clock, Tell, say};
use crate::store::Store;
use crate::text::Clean;
use crate::text::fold::fold;
use crate::tr;

/// Which way a step in the journal leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Back,
    Forth,
}

/// Undoes or redoes.
pub(super) fn step(archive: &Archive, shared: Arc<Shared>, way: Way, tell: Tell) {
    archive.change(tell.clone(), move |store| {
        let (path, now) = (&shared.config_path, shared.clock.now());
        let done = match way {
            Way::Back => history::undo(store, path, now),
            Way::Forth => history::redo(store, path, now),
        };
        let done = done.inspect(|what| reload(what.as_ref(), &shared, &tell));
        tell.tell(match (done, way) {
            (Ok(what), Way::Back) => Event::WasUndone(what),
            (Ok(what), Way::Forth) => Event::WasRedone(what),
            (Err(fault), _) => failed(&fault, &shared),
        });
    });
}

/// Edits a feed's subscription.
pub(super) fn edit(
    archive: &Archive,
    shared: Arc<Shared>,
    feed: FeedId,
    wish: FeedWish,
    tell: Tell,
) {
    archive.change(tell.clone(), move |store| {
        done(edit_now(store, &shared, feed, wish), &shared, &tell);
    });
}

/// A value of a setting as an edit of the configuration.
pub(super) fn setting(table: &'static str, key: &'static str, value: &SettingValue) -> Edit {
    let value = match value {
        SettingValue::Text(text) => edit::Value::from(text.as_str()),
        SettingValue::Number(number) => edit::Value::from(i64::from(*number)),
        SettingValue::Switch(on) => edit::Value::from(*on),
    };
    Edit::Set { table, key, value: value.to_string() }
}

/// Writes a setting.
pub(super) fn write(archive: &Archive, shared: Arc<Shared>, wish: Edit, tell: Tell) {
    archive.change(tell.clone(), move |store| {
        let title = match &wish {
            Edit::Set { key, value, .. } => Clean::line(&format!("{key} = {value}")),
            _ => Clean::empty(),
        };
        make(store, &shared, &wish, &title, &tell);
    });
}

/// Saves a view that follows the story of an entry; one that is there already is named.
pub(super) fn follow(archive: &Archive, shared: Arc<Shared>, id: EntryId, tell: Tell) {
    archive.change(tell.clone(), move |store| {
        let lang = shared.lang();
        let view = match following::followed(store, id) {
            Ok(Some(view)) => view,
            Ok(None) => {
                return tell.tell(Event::Failed(Clean::line(&lang.text("notice-not-followed"))));
            }
            Err(fault) => return tell.tell(failed(&fault.into(), &shared)),
        };
        if let Some(known) = shared.config().views.iter().find(|known| known.text == view.text) {
            let text = tr!(lang, "notice-followed-already", name = known.name.as_str());
            return tell.tell(Event::Noticed(Clean::line(&text)));
        }
        let name = view.name.clone();
        make(store, &shared, &Edit::View(view), &name, &tell);
    });
}

fn make(store: &Store, shared: &Shared, wish: &Edit, title: &Clean, tell: &Tell) {
    let (path, now) = (&shared.config_path, shared.clock.now());
    done(history::edit_subscriptions(store, path, wish, title, now), shared, tell);
}

fn done(result: Result<Option<Undone>, HistoryError>, shared: &Shared, tell: &Tell) {
    match result {
        Ok(what) => {
            reload(what.as_ref(), shared, tell);
            if let Some(what) = what {
                tell.tell(Event::Changed(what));
            }
        }
        Err(fault) => tell.tell(failed(&fault, shared)),
    }
}

/// Follows or hides something, or does so no longer.
pub(super) fn toggle(
    archive: &Archive,
    shared: Arc<Shared>,
    (table, about): (&'static str, About),
    tell: Tell,
) {
    archive.change(tell.clone(), move |store| {
        let config = shared.config();
        let wishes = if table == "hide" { &config.hide } else { &config.follow };
        let (key, words) = match about {
            About::Place(name) => ("places", toggled(&wishes.places, &name)),
            About::KindOf(feed) => {
                let url = store.feeds().ok().and_then(|feeds| {
                    feeds.into_iter().find(|row| row.id == feed).map(|row| row.url)
                });
                let kind = url.and_then(|url| {
                    kind_of(&url, config.feeds.iter().find(|feed| feed.url == url))
                });
                let Some(kind) = kind else {
                    let text = shared.lang().text("notice-no-kind");
                    return tell.tell(Event::Failed(Clean::line(&text)));
                };
                let kinds: Vec<String> =
                    wishes.kinds.iter().map(|kind| kind.name().to_owned()).collect();
                ("kinds", toggled(&kinds, kind.name()))
            }
        };
        let value = words.iter().map(String::as_str).collect::<edit::Value>().to_string();
        let title = Clean::line(&format!("{table}: {}", words.join(", ")));
        make(store, &shared, &Edit::Set { table, key, value }, &title, &tell);
    });
}

/// The words with one more, or without it when it is there, however it is spelt.
fn toggled(words: &[String], word: &str) -> Vec<String> {
    let others: Vec<String> =
        words.iter().filter(|other| fold(other) != fold(word)).cloned().collect();
    let was_there = others.len() < words.len();
    others.into_iter().chain((!was_there).then(|| word.to_owned())).collect()
}

fn edit_now(
    store: &Store,
    shared: &Shared,
    feed: FeedId,
    wish: FeedWish,
) -> Result<Option<Undone>, HistoryError> {
    let Some(FeedRow { url, title, .. }) = store.feeds()?.into_iter().find(|f| f.id == feed) else {
        return Ok(None);
    };
    let wish = match wish {
        FeedWish::Remove => Edit::Remove(url),
        FeedWish::Retitle(title) => Edit::Retitle(url, title),
        FeedWish::Move(folder) => Edit::Move(url, folder),
        FeedWish::Readdress(new) => Edit::Readdress(url, new),
        FeedWish::ToggleFullText => {
            let config = shared.config();
            let on = config.feeds.iter().any(|feed| feed.url == url && feed.full_text);
            Edit::FullText(url, !on)
        }
    };
    let (path, now) = (&shared.config_path, shared.clock.now());
    history::edit_subscriptions(store, path, &wish, &title, now)
}

/// Takes an edited configuration over.
fn reload(what: Option<&Undone>, shared: &Shared, tell: &Tell) {
    if matches!(what, Some(Undone { deed: Deed::Feed(_), .. })) {
        for event in settings::reload(shared) {
            tell.tell(event);
        }
    }
}

fn failed(fault: &HistoryError, shared: &Shared) -> Event {
    tracing::warn!(%fault, "a change was not made");
    Event::Failed(Clean::line(&say::history(fault, shared.lang())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wish_is_made_and_taken_back() {
        let words = |list: &[&str]| list.iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(toggled(&words(&["Moers"]), "Hüls"), words(&["Moers", "Hüls"]));
        assert_eq!(toggled(&words(&["Moers", "Huels"]), "Hüls"), words(&["Moers"]));
        let value = words(&["Hüls", "a\"b"]).iter().map(String::as_str).collect::<edit::Value>();
        assert_eq!(value.to_string(), "[\"Hüls\", 'a\"b']");
    }
}
