//! Taking the article out: copied, saved, handed to other programs.

use super::effect::Effect;
use super::event::Loaded;
use super::prompt::{Prompt, Purpose};
use super::state::State;
use crate::export::Sheet;
use crate::text::target::Target;
use crate::tr;

/// What of the article can be copied, by the words of the command line.
pub(super) const PARTS: &[(&str, Part)] =
    &[("link", Part::Link), ("cite", Part::Citation), ("text", Part::Text), ("quote", Part::Quote)];

/// A part of the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Its address.
    Link,
    /// Headline, source, date and address.
    Citation,
    /// All of it.
    Text,
    /// Its first paragraph as a quotation, with the citation.
    Quote,
}

/// Copies headline, source, date and address of the article.
pub(super) fn copy_citation(state: &mut State) -> Vec<Effect> {
    copy(state, Part::Citation)
}

/// Copies a part of the article.
pub(super) fn copy(state: &mut State, part: Part) -> Vec<Effect> {
    let Some(sheet) = sheet(state) else { return no_article(state) };
    let text = match part {
        Part::Link => match sheet.url {
            Some(url) => url.to_owned(),
            None => return complain(state, "notice-no-link"),
        },
        Part::Citation => sheet.citation(),
        Part::Text => sheet.text(),
        Part::Quote => sheet.quotation(),
    };
    let notice = tr!(state.lang(), "notice-copied", text = text.lines().next().unwrap_or_default());
    state.say(&notice);
    vec![Effect::Copy(text)]
}

/// Hands the article to one of the reader's programs.
pub(super) fn share(state: &mut State, name: String) -> Vec<Effect> {
    match handed(state) {
        Ok([url, title, source]) => vec![Effect::Share { name, url, title, source }],
        Err(complaint) => complaint,
    }
}

/// What another program is handed of the article: address, headline and source.
fn handed(state: &mut State) -> Result<[String; 3], Vec<Effect>> {
    let Some(sheet) = sheet(state) else { return Err(no_article(state)) };
    let (title, source) = (sheet.headline().to_string(), sheet.row.feed_title.to_string());
    match sheet.url.and_then(Target::new).map(|target| target.as_str().to_owned()) {
        Some(url) => Ok([url, title, source]),
        None => Err(complain(state, "notice-no-link")),
    }
}

/// Says how a program is named.
pub(super) fn no_share(state: &mut State) -> Vec<Effect> {
    complain(state, "notice-no-share")
}

/// Asks where the article is to be saved.
pub(super) fn ask_where_to_save(state: &mut State) -> Vec<Effect> {
    let Some(stem) = sheet(state).map(|sheet| sheet.file_stem()) else { return no_article(state) };
    let folder = state.prefs.save_folder.trim_end_matches('/');
    let path = format!("{folder}/{stem}.{}", state.prefs.save_format.extension());
    state.prompt = Some(Prompt::new(Purpose::Save, &path));
    Vec::new()
}

/// Saves the article under the name that was typed.
pub(super) fn save(state: &mut State, path: &str) -> Vec<Effect> {
    let Some(shown) = shown(state) else { return no_article(state) };
    if path.is_empty() {
        return Vec::new();
    }
    vec![Effect::Save { id: shown.row.id, of_feed: shown.of_feed, path: path.to_owned() }]
}

/// Asks for the command that the article is piped into; the last one stands there already.
pub(super) fn ask_where_to_pipe(state: &mut State) -> Vec<Effect> {
    if shown(state).is_none() {
        return no_article(state);
    }
    state.prompt = Some(Prompt::new(Purpose::Pipe, &state.last_pipe));
    Vec::new()
}

/// Pipes the article's text into the command that was typed.
pub(super) fn pipe(state: &mut State, command: &str) -> Vec<Effect> {
    let Some(text) = sheet(state).map(|sheet| sheet.text()) else { return no_article(state) };
    command.clone_into(&mut state.last_pipe);
    if command.is_empty() {
        return Vec::new();
    }
    vec![Effect::Pipe { command: command.to_owned(), text }]
}

/// Hands the article to the reader's bookmark command.
pub(super) fn bookmark(state: &mut State) -> Vec<Effect> {
    match handed(state) {
        Ok([url, title, source]) => vec![Effect::Bookmark { url, title, source }],
        Err(complaint) => complaint,
    }
}

/// The article of the selected entry, once it is there.
fn shown(state: &State) -> Option<&Loaded> {
    let shown = state.reader.shown.as_deref()?;
    (state.reader.wanted() == Some(shown.row.id)).then_some(shown)
}

fn sheet(state: &State) -> Option<Sheet<'_>> {
    let shown = shown(state)?;
    Some(Sheet {
        row: &shown.row,
        sources: &shown.sources,
        url: shown.url.as_deref(),
        article: &shown.article,
        lang: state.lang(),
        zone: &state.prefs.zone,
        now: state.now,
        measure: state.prefs.measure,
        ascii: state.prefs.ascii,
    })
}

fn no_article(state: &mut State) -> Vec<Effect> {
    complain(state, "notice-no-article")
}

fn complain(state: &mut State, id: &str) -> Vec<Effect> {
    let text = state.lang().text(id);
    state.complain(&text);
    Vec::new()
}
