//! The schema, read: which tables and keys there are and what their values may be.

use toml_edit::{Item, TableLike};

use super::bindings::read_keys;
use super::fault::Reason;
use super::feeds::{INTERVAL, Seen, feed_tables};
use super::homes;
use super::schema::{Config, FetchSettings, Ui};
use super::section::{Faults, Section, offset};
use super::syntax;

/// Reads a configuration; what is faulty keeps its default. `asked` hears which keys each table was asked for.
pub(super) fn config(
    text: &str,
    faults: &mut Faults,
    asked: &mut dyn FnMut(&'static str, Vec<&'static str>),
) -> Config {
    let document = syntax::parse(text, faults);
    let root = document.as_table();
    let mut top = Section::new(Some(root), faults);
    let items =
        ["feeds", "home", "follow", "hide", "ui", "fetch", "keys"].map(|name| top.item(name));
    top.finish();
    let [feeds, home, follow, hide, ui, fetch, keys] = items;
    let mut config = Config::default();

    let mut seen = Seen::new(text);
    for (start, table) in feed_tables(feeds, faults) {
        let mut section = Section::new(Some(table), faults);
        config.feeds.extend(seen.read(&mut section, start));
        asked("feeds", section.finish());
    }
    for home in homes::tables(home, faults) {
        let mut section = Section::new(home, faults);
        config.homes.extend(homes::read(&mut section));
        asked("home", section.finish());
    }
    for (name, item, wishes) in
        [("follow", follow, &mut config.follow), ("hide", hide, &mut config.hide)]
    {
        let mut section = Section::new(table(name, item, faults), faults);
        *wishes = homes::wishes(&mut section);
        asked(name, section.finish());
    }
    let mut section = Section::new(table("ui", ui, faults), faults);
    config.ui = read_ui(&mut section);
    asked("ui", section.finish());
    let mut section = Section::new(table("fetch", fetch, faults), faults);
    config.fetch = read_fetch(&mut section);
    asked("fetch", section.finish());
    config.keymap = read_keys(table("keys", keys, faults), faults);
    config
}

/// A table of the top level.
pub(super) fn table<'a>(
    name: &str,
    item: Option<&'a Item>,
    faults: &mut Faults,
) -> Option<&'a dyn TableLike> {
    let item = item?;
    let table = item.as_table_like();
    if table.is_none() {
        let key = name.to_owned();
        faults.push((offset(item), Reason::Type { key, want: "table", found: item.type_name() }));
    }
    table
}

fn read_ui(section: &mut Section<'_, '_>) -> Ui {
    let mut ui = Ui::default();
    section.choice("language", &mut ui.language);
    section.choice("theme", &mut ui.theme);
    section.number("measure", 20..=400, &mut ui.measure);
    section.choice("layout", &mut ui.layout);
    section.switch("hide_read", &mut ui.hide_read);
    section.switch("mark_read_on_open", &mut ui.mark_read_on_open);
    section.switch("mouse", &mut ui.mouse);
    section.choice("ascii", &mut ui.ascii);
    ui
}

fn read_fetch(section: &mut Section<'_, '_>) -> FetchSettings {
    let mut fetch = FetchSettings::default();
    section.number("concurrency", 1..=1024, &mut fetch.concurrency);
    section.number("per_host", 1..=1024, &mut fetch.per_host);
    section.number("gap_ms", 0..=60_000, &mut fetch.gap_ms);
    section.number("timeout_s", 1..=600, &mut fetch.timeout_s);
    section.number("max_bytes", 10_000..=1_000_000_000, &mut fetch.max_bytes);
    section.switch("full_text", &mut fetch.full_text);
    if let Some(seconds) = section.duration("interval", INTERVAL) {
        fetch.interval = seconds;
    }
    section.switch("refresh_on_start", &mut fetch.refresh_on_start);
    if let Some((contact, at)) = section.text("user_agent_contact") {
        if contact.chars().all(|c| c.is_ascii_graphic() || c == ' ') {
            contact.trim().clone_into(&mut fetch.user_agent_contact);
        } else {
            section.faults.push((at, Reason::Header { name: "User-Agent".to_owned() }));
        }
    }
    fetch
}
