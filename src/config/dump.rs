//! A configuration as text, every key with its value.

use std::fmt::Write as _;

use toml_edit::{Array, DocumentMut, InlineTable, Item, Table, Value};

use super::duration;
use super::schema::{Choice, Config, FetchSettings, Home, Images, Notify, OutSettings, Ui, Wishes};
use super::splice;
use crate::action::ACTIONS;
use crate::keys::{Keymap, Preset, Step};

/// Writes a configuration that reads back as the same.
pub fn dump(config: &Config) -> String {
    let mut document = DocumentMut::new();
    document.insert("home", homes(&config.homes));
    document.insert("follow", Item::Table(wishes(&config.follow)));
    document.insert("hide", Item::Table(wishes(&config.hide)));
    document.insert("ui", Item::Table(ui(&config.ui)));
    document.insert("fetch", Item::Table(fetch(&config.fetch)));
    document.insert("images", Item::Table(images(&config.images)));
    let mut enclosures = Table::new();
    put(&mut enclosures, "player", words(&config.enclosures.player));
    document.insert("enclosures", Item::Table(enclosures));
    document.insert("out", Item::Table(out(&config.out)));
    document.insert("notify", Item::Table(notify(&config.notify)));
    let mut hooks = Table::new();
    put(&mut hooks, "after_refresh", words(&config.hooks.after_refresh));
    document.insert("hooks", Item::Table(hooks));
    document.insert("keys", Item::Table(keys(&config.keymap)));
    let mut out = document.to_string();
    for feed in &config.feeds {
        out.push('\n');
        out.push_str(&splice::table(feed));
    }
    for rule in &config.open {
        let mut table = Table::new();
        put(&mut table, "host", rule.host.as_str());
        put(&mut table, "endings", words(&rule.endings));
        put(&mut table, "command", words(&rule.command));
        let _ = write!(out, "\n[[open]]\n{table}"); // writing to a String cannot fail
    }
    for view in &config.views {
        let mut table = Table::new();
        put(&mut table, "name", view.name.as_str());
        put(&mut table, "query", view.text.as_str());
        let _ = write!(out, "\n[[views]]\n{table}");
    }
    for rule in &config.rules {
        let mut table = Table::new();
        put(&mut table, "query", rule.text.as_str());
        put(&mut table, "read", rule.read);
        put(&mut table, "star", rule.star);
        put(&mut table, "tag", rule.tags.iter().map(ToString::to_string).collect::<Array>());
        put(&mut table, "hide", rule.hide);
        put(&mut table, "notify", rule.notify);
        let _ = write!(out, "\n[[rules]]\n{table}");
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
    put(&mut table, "theme", ui.theme.as_str());
    put(&mut table, "theme_dark", ui.theme_dark.as_str());
    put(&mut table, "theme_light", ui.theme_light.as_str());
    put(&mut table, "measure", i64::from(ui.measure));
    put(&mut table, "layout", word(ui.layout));
    put(&mut table, "hide_read", ui.hide_read);
    put(&mut table, "mark_read_on_open", ui.mark_read_on_open);
    put(&mut table, "mouse", ui.mouse);
    put(&mut table, "headings", word(ui.headings));
    put(&mut table, "ascii", word(ui.ascii));
    put(&mut table, "highlight", ui.highlight.iter().map(ToString::to_string).collect::<Array>());
    put(&mut table, "hyperlinks", word(ui.hyperlinks));
    table
}

fn out(out: &OutSettings) -> Table {
    let mut table = Table::new();
    put(&mut table, "folder", out.folder.as_str());
    put(&mut table, "format", word(out.format));
    put(&mut table, "bookmark", out.bookmark.as_str());
    put(&mut table, "copy", words(&out.copy));
    let share = out.share.iter().map(|(name, command)| (name, Value::from(words(command))));
    put(&mut table, "share", share.collect::<InlineTable>());
    table
}

fn notify(notify: &Notify) -> Table {
    let mut table = Table::new();
    put(&mut table, "desktop", notify.ways.desktop);
    put(&mut table, "terminal", word(notify.ways.terminal));
    put(&mut table, "bell", notify.ways.bell);
    put(&mut table, "command", words(&notify.command));
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
    put(&mut table, "keep_apart", fetch.keep_apart);
    put(&mut table, "user_agent_contact", fetch.user_agent_contact.as_str());
    table
}

fn images(images: &Images) -> Table {
    let mut table = Table::new();
    put(&mut table, "auto", images.auto);
    put(&mut table, "protocol", word(images.protocol));
    put(&mut table, "max_bytes", number(images.max_bytes));
    put(&mut table, "cache_bytes", number(images.cache_bytes));
    table
}

fn keys(keymap: &Keymap) -> Table {
    let mut table = Table::new();
    let preset = Preset::ALL.iter().find(|(_, preset)| *preset == keymap.began_with());
    put(&mut table, "preset", preset.map_or("umland", |(name, _)| name));
    for spec in ACTIONS {
        let keys: Array = keymap.keys_of(spec.action).map(ToString::to_string).collect();
        put(&mut table, spec.name, keys);
    }
    let mut macros = InlineTable::new();
    for (key, steps) in keymap.macros() {
        macros.insert(key.to_string(), Value::from(steps.iter().map(step).collect::<Array>()));
    }
    if !macros.is_empty() {
        put(&mut table, "macros", macros);
    }
    table
}

fn step(step: &Step) -> String {
    let name = step.action.name();
    step.count.map_or_else(|| name.to_owned(), |count| format!("{count} {name}"))
}

fn put(table: &mut Table, key: &str, value: impl Into<Value>) {
    table.insert(key, Item::Value(value.into()));
}

fn words(words: &[String]) -> Array {
    words.iter().map(String::as_str).collect()
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
        for text in [own, "", "keys = \"newsboat\""] {
            let config = Config::parse(text, Path::new("x")).expect("valid");
            assert_eq!(Config::parse(&dump(&config), Path::new("x")), Ok(config));
        }
    }
}
