//! A configuration as text, every key with its value.

use toml_edit::{Array, DocumentMut, Item, Table, Value};

use super::duration;
use super::schema::{Choice, Config, FetchSettings, Home, Ui, Wishes};
use super::splice;
use crate::action::ACTIONS;
use crate::keys::Keymap;

/// Writes a configuration that reads back as the same.
pub fn dump(config: &Config) -> String {
    let mut document = DocumentMut::new();
    document.insert("home", homes(&config.homes));
    document.insert("follow", Item::Table(wishes(&config.follow)));
    document.insert("hide", Item::Table(wishes(&config.hide)));
    document.insert("ui", Item::Table(ui(&config.ui)));
    document.insert("fetch", Item::Table(fetch(&config.fetch)));
    document.insert("keys", Item::Table(keys(&config.keymap)));
    let mut out = document.to_string();
    for feed in &config.feeds {
        out.push('\n');
        out.push_str(&splice::table(feed));
    }
    out
}

fn homes(homes: &[Home]) -> Item {
    match homes {
        [] => Item::Table(home(&Home::default())),
        [one] => Item::Table(home(one)),
        several => Item::ArrayOfTables(several.iter().map(home).collect()),
    }
}

fn home(home: &Home) -> Table {
    let mut table = Table::new();
    if !home.name.is_empty() {
        put(&mut table, "name", home.name.as_str());
    }
    put(&mut table, "place", home.place.as_str());
    if let Some(point) = home.point {
        let (lat, lon) = point.degrees();
        put(&mut table, "lat", lat);
        put(&mut table, "lon", lon);
    }
    if let Some(km) = home.radius {
        put(&mut table, "radius", i64::from(km));
    }
    table
}

fn wishes(wishes: &Wishes) -> Table {
    let mut table = Table::new();
    put(&mut table, "places", wishes.places.iter().collect::<Array>());
    put(&mut table, "kinds", wishes.kinds.iter().map(|kind| kind.name()).collect::<Array>());
    table
}

fn ui(ui: &Ui) -> Table {
    let mut table = Table::new();
    put(&mut table, "language", word(ui.language));
    put(&mut table, "theme", word(ui.theme));
    put(&mut table, "measure", i64::from(ui.measure));
    put(&mut table, "layout", word(ui.layout));
    put(&mut table, "hide_read", ui.hide_read);
    put(&mut table, "mark_read_on_open", ui.mark_read_on_open);
    put(&mut table, "mouse", ui.mouse);
    put(&mut table, "ascii", word(ui.ascii));
    table
}

fn fetch(fetch: &FetchSettings) -> Table {
    let mut table = Table::new();
    put(&mut table, "concurrency", number(fetch.concurrency));
    put(&mut table, "per_host", number(fetch.per_host));
    put(&mut table, "gap_ms", number(fetch.gap_ms));
    put(&mut table, "timeout_s", number(fetch.timeout_s));
    put(&mut table, "max_bytes", number(fetch.max_bytes));
    put(&mut table, "full_text", fetch.full_text);
    put(&mut table, "interval", duration::print(fetch.interval));
    put(&mut table, "refresh_on_start", fetch.refresh_on_start);
    put(&mut table, "user_agent_contact", fetch.user_agent_contact.as_str());
    table
}

fn keys(keymap: &Keymap) -> Table {
    let mut table = Table::new();
    for spec in ACTIONS {
        let keys: Array = keymap.keys_of(spec.action).map(ToString::to_string).collect();
        put(&mut table, spec.name, keys);
    }
    table
}

fn put(table: &mut Table, key: &str, value: impl Into<Value>) {
    table.insert(key, Item::Value(value.into()));
}

fn number(n: impl TryInto<i64>) -> i64 {
    n.try_into().unwrap_or(i64::MAX)
}

/// The word of a choice.
fn word<T: Choice + PartialEq>(choice: T) -> &'static str {
    T::WORDS.iter().find(|(_, value)| *value == choice).map_or("auto", |(word, _)| word)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn what_is_dumped_reads_back() {
        let own = include_str!("../../tests/fixtures/config/valid/full.toml");
        for text in [own, ""] {
            let config = Config::parse(text, Path::new("x")).expect("valid");
            assert_eq!(Config::parse(&dump(&config), Path::new("x")), Ok(config));
        }
    }
}
