//! `[[views]]` and `[[rules]]`: queries that the reader keeps; `[notify]`: how what rules found is told.

use super::fault::Reason;
use super::schema::Notify;
use super::section::{Faults, Section};
use crate::query::{self, Expr, Rule, View};
use crate::text::Clean;

/// Reads one view's table, which begins at `start`.
pub(super) fn read_view(section: &mut Section<'_, '_>, start: usize) -> Option<View> {
    let query = read_query(section, start);
    let name = section.text("name").map(|(name, _)| Clean::line(name));
    let (text, expr) = query?;
    let name = name.filter(|name| !name.is_empty()).unwrap_or_else(|| Clean::line(&text));
    Some(View { name, text, expr })
}

/// Reads one rule's table, which begins at `start`.
pub(super) fn read_rule(section: &mut Section<'_, '_>, start: usize) -> Option<Rule> {
    let query = read_query(section, start);
    let (mut read, mut star, mut hide, mut notify) = (false, false, false, false);
    section.switch("read", &mut read);
    section.switch("star", &mut star);
    section.switch("hide", &mut hide);
    section.switch("notify", &mut notify);
    let tags = section.texts("tag").into_iter().map(|(tag, _)| Clean::line(tag));
    let tags: Vec<Clean> = tags.filter(|tag| !tag.is_empty()).collect();
    let (text, expr) = query?;
    if !(read || star || hide || notify) && tags.is_empty() {
        section.faults.push((start, Reason::IdleRule));
        return None;
    }
    Some(Rule { text, expr, read, star, tags, hide, notify })
}

/// How the reader is told of what rules found noteworthy.
pub(super) fn read_notify(section: &mut Section<'_, '_>) -> Notify {
    let mut notify = Notify::default();
    section.switch("desktop", &mut notify.ways.desktop);
    section.choice("terminal", &mut notify.ways.terminal);
    section.switch("bell", &mut notify.ways.bell);
    let command = section.texts("command");
    if !command.is_empty() {
        notify.command = command.into_iter().map(|(word, _)| word.to_owned()).collect();
    }
    notify
}

/// Words that are set off in headlines and articles.
pub(super) fn read_highlights(section: &mut Section<'_, '_>) -> Vec<Clean> {
    let words = section.texts("highlight").into_iter().map(|(word, _)| Clean::line(word));
    words.filter(|word| !word.is_empty()).collect()
}

fn read_query(section: &mut Section<'_, '_>, start: usize) -> Option<(String, Expr)> {
    if section.item("query").is_none() {
        section.faults.push((start, Reason::NoQuery));
        return None;
    }
    let (text, at) = section.text("query")?;
    match query::parse(text) {
        Ok(expr) => Some((text.to_owned(), expr)),
        Err(fault) => {
            section.faults.push((at, Reason::Query(fault)));
            None
        }
    }
}

/// What is read of a list of tables.
pub(super) fn all<T>(
    tables: Vec<(usize, &dyn toml_edit::TableLike)>,
    faults: &mut Faults,
    mut read: impl FnMut(&mut Section<'_, '_>, usize) -> Option<T>,
    mut asked: impl FnMut(Vec<&'static str>),
) -> Vec<T> {
    let mut found = Vec::new();
    for (start, table) in tables {
        let mut section = Section::new(Some(table), faults);
        found.extend(read(&mut section, start));
        asked(section.finish());
    }
    found
}
