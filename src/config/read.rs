//! The schema, read: which tables and keys there are and what their values may be.

use std::path::Path;

use toml_edit::{Item, TableLike};

use super::bindings::read_keys;
use super::fault::{ConfigFault, Reason};
use super::feeds::{INTERVAL, Seen, tables};
use super::schema::{Config, FetchSettings, Images, Ui};
use super::section::{Faults, Section, offset};
use super::{homes, programs, saved, syntax, themes};

/// Reads a configuration; what is faulty keeps its default. Themes of the reader's own are looked for beside
/// `file`, their faults told to `of_themes`. `asked` hears which keys each table was asked for.
pub(super) fn config(
    text: &str,
    file: &Path,
    faults: &mut Faults,
    of_themes: &mut Vec<ConfigFault>,
    asked: &mut dyn FnMut(&'static str, Vec<&'static str>),
) -> Config {
    let document = syntax::parse(text, faults);
    let root = document.as_table();
    let mut top = Section::new(Some(root), faults);
    let [feeds, views, rules] = ["feeds", "views", "rules"].map(|name| top.item(name));
    let [home, follow, hide] = ["home", "follow", "hide"].map(|name| top.item(name));
    let [open, hooks] = ["open", "hooks"].map(|name| top.item(name));
    let items = ["ui", "fetch", "images", "enclosures", "out", "notify", "keys"];
    let [ui, fetch, images, enclosures, out, notify, keys] = items.map(|name| top.item(name));
    top.finish();
    let mut config = Config::default();

    let mut seen = Seen::new(text);
    let found = tables("feeds", feeds, faults);
    config.feeds = saved::all(found, faults, |s, at| seen.read(s, at), |keys| asked("feeds", keys));
    let found = tables("views", views, faults);
    config.views = saved::all(found, faults, saved::read_view, |keys| asked("views", keys));
    let found = tables("rules", rules, faults);
    config.rules = saved::all(found, faults, saved::read_rule, |keys| asked("rules", keys));
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
    config.ui = read_ui(&mut section, file, of_themes);
    asked("ui", section.finish());
    let mut section = Section::new(table("fetch", fetch, faults), faults);
    config.fetch = read_fetch(&mut section);
    asked("fetch", section.finish());
    let mut section = Section::new(table("images", images, faults), faults);
    config.images = read_images(&mut section);
    asked("images", section.finish());
    let mut section = Section::new(table("enclosures", enclosures, faults), faults);
    config.enclosures.player =
        section.texts("player").into_iter().map(|(word, _)| word.to_owned()).collect();
    asked("enclosures", section.finish());
    let mut section = Section::new(table("out", out, faults), faults);
    config.out = programs::read_out(&mut section);
    asked("out", section.finish());
    let found = tables("open", open, faults);
    config.open = saved::all(found, faults, programs::read_open, |keys| asked("open", keys));
    let mut section = Section::new(table("hooks", hooks, faults), faults);
    config.hooks = programs::read_hooks(&mut section);
    asked("hooks", section.finish());
    let mut section = Section::new(table("notify", notify, faults), faults);
    config.notify = saved::read_notify(&mut section);
    asked("notify", section.finish());
    config.keymap = read_keys(keys, faults);
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

fn read_ui(section: &mut Section<'_, '_>, file: &Path, of_themes: &mut Vec<ConfigFault>) -> Ui {
    let mut ui = Ui::default();
    section.choice("language", &mut ui.language);
    for (key, target) in [
        ("theme", &mut ui.theme),
        ("theme_dark", &mut ui.theme_dark),
        ("theme_light", &mut ui.theme_light),
    ] {
        themes::read_name(section, key, target, file, of_themes);
    }
    section.number("measure", 20..=400, &mut ui.measure);
    section.choice("layout", &mut ui.layout);
    section.switch("hide_read", &mut ui.hide_read);
    section.switch("mark_read_on_open", &mut ui.mark_read_on_open);
    section.switch("mouse", &mut ui.mouse);
    section.choice("headings", &mut ui.headings);
    section.choice("ascii", &mut ui.ascii);
    ui.highlight = saved::read_highlights(section);
    section.choice("hyperlinks", &mut ui.hyperlinks);
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
    section.switch("keep_apart", &mut fetch.keep_apart);
    if let Some((contact, at)) = section.text("user_agent_contact") {
        if contact.chars().all(|c| c.is_ascii_graphic() || c == ' ') {
            contact.trim().clone_into(&mut fetch.user_agent_contact);
        } else {
            section.faults.push((at, Reason::Header { name: "User-Agent".to_owned() }));
        }
    }
    fetch
}

fn read_images(section: &mut Section<'_, '_>) -> Images {
    let mut images = Images::default();
    section.switch("auto", &mut images.auto);
    section.choice("protocol", &mut images.protocol);
    section.number("max_bytes", 10_000..=100_000_000, &mut images.max_bytes);
    section.number("cache_bytes", 0..=100_000_000_000, &mut images.cache_bytes);
    images
}
