//! Programs of the reader's own: `[[open]]`, `[hooks]`, and those of `[out]`. Each is an argument vector, or is split into
//! one; no shell takes part.

use toml_edit::{Item, TableLike};

use super::fault::Reason;
use super::schema::{Hooks, OutSettings};
use super::section::{Section, offset};
use crate::domain::OpenRule;

/// Reads one table of `[[open]]`, which begins at `start`.
pub(super) fn read_open(section: &mut Section<'_, '_>, start: usize) -> Option<OpenRule> {
    let host = section.text("host").map_or("", |(host, _)| host).trim().to_ascii_lowercase();
    let endings = words(section, "endings").into_iter();
    let endings: Vec<String> =
        endings.map(|end| end.to_ascii_lowercase()).filter(|end| !end.is_empty()).collect();
    let command = words(section, "command");
    if command.is_empty() || (host.is_empty() && endings.is_empty()) {
        section.faults.push((start, Reason::IdleOpening));
        return None;
    }
    Some(OpenRule { host, endings, command })
}

/// Reads `[hooks]`.
pub(super) fn read_hooks(section: &mut Section<'_, '_>) -> Hooks {
    Hooks { after_refresh: words(section, "after_refresh") }
}

/// Reads `[out]`.
pub(super) fn read_out(section: &mut Section<'_, '_>) -> OutSettings {
    let mut out = OutSettings::default();
    for (key, target) in [("folder", &mut out.folder), ("bookmark", &mut out.bookmark)] {
        if let Some((text, _)) = section.text(key) {
            text.clone_into(target);
        }
    }
    section.choice("format", &mut out.format);
    out.copy = words(section, "copy");
    if let Some(item) = section.item("share") {
        out.share = read_share(section, item);
    }
    out
}

/// `NAME = [PROGRAM, ARGUMENT …]`, in the order of the file.
fn read_share<'a>(section: &mut Section<'a, '_>, item: &'a Item) -> Vec<(String, Vec<String>)> {
    let Some(table) = item.as_table_like() else {
        section.wrong_type("share", item, "table");
        return Vec::new();
    };
    let mut found = Vec::new();
    for (name, item) in TableLike::iter(table) {
        let Some(array) = item.as_array() else {
            section.wrong_type(name, item, "texts");
            continue;
        };
        let words = section.texts_of(name, array, offset(item)).into_iter();
        let words: Vec<String> = words.map(|(word, _)| word.to_owned()).collect();
        if !words.is_empty() {
            found.push((name.to_owned(), words));
        }
    }
    found
}

fn words(section: &mut Section<'_, '_>, key: &'static str) -> Vec<String> {
    section.texts(key).into_iter().map(|(word, _)| word.to_owned()).collect()
}
