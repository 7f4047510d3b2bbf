//! Articles on their way out: saved, bookmarked, piped.

use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use super::Shared;
use crate::app::Event;
use crate::article;
use crate::desktop;
use crate::domain::EntryId;
use crate::export::{Format, Sheet};
use crate::lang::Lang;
use crate::runtime::{Clock, Tell, prefs, say};
use crate::text::Clean;
use crate::tr;

/// Saves an article in the format that the path's ending names; what is there already stays.
pub(super) fn save(shared: Arc<Shared>, what: (EntryId, bool), path: String, tell: Tell) {
    tokio::task::spawn_blocking(move || {
        let lang = shared.lang();
        let path = shared.surroundings.desktop.expanded(&path);
        let shown = path.display().to_string();
        let told = match write(&shared, what, &path) {
            Ok(()) => Ok(tr!(lang, "notice-saved", path = shown)),
            Err(NotSaved::Format) => Err(tr!(lang, "notice-save-format", path = shown)),
            Err(NotSaved::Exists) => Err(tr!(lang, "notice-save-exists", path = shown)),
            Err(NotSaved::Because(reason)) => {
                Err(tr!(lang, "notice-not-saved", path = shown, reason = reason))
            }
        };
        tell.tell(event(told));
    });
}

enum NotSaved {
    Format,
    Exists,
    Because(String),
}

fn write(shared: &Shared, (id, of_feed): (EntryId, bool), path: &Path) -> Result<(), NotSaved> {
    let because = |fault: &dyn ToString| NotSaved::Because(fault.to_string());
    let format = Format::of_path(path).ok_or(NotSaved::Format)?;
    let mut entry = match shared.store.entry(id) {
        Ok(Some(entry)) => entry,
        Ok(None) => return Err(NotSaved::Because(shared.lang().text("notice-no-article"))),
        Err(fault) => return Err(because(&fault)),
    };
    if of_feed {
        entry.full_html = None;
    }
    let article = article::of_entry(&entry);
    let prefs = prefs::of(&shared.config(), &shared.config_path, &shared.surroundings);
    let sheet = Sheet {
        row: &entry.row,
        sources: &entry.sources,
        url: entry.url.as_deref(),
        article: &article,
        lang: shared.lang(),
        zone: &prefs.zone,
        now: shared.clock.now(),
        measure: prefs.measure,
        ascii: prefs.ascii,
    };
    let bytes = sheet.bytes(format).map_err(|fault| because(&fault))?;
    put(path, &bytes).map_err(|fault| match fault.kind() {
        std::io::ErrorKind::AlreadyExists => NotSaved::Exists,
        _ => because(&fault),
    })
}

/// Makes a file, which must not be there yet; half of one is taken away again.
fn put(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let mut file = File::create_new(path)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    if written.is_err() {
        // What stands there is ours and worth nothing.
        let _ = std::fs::remove_file(path);
    }
    written
}

/// Hands address, headline and source to the reader's bookmark command.
pub(super) fn bookmark(shared: Arc<Shared>, arguments: [String; 3], tell: Tell) {
    tokio::task::spawn_blocking(move || {
        let lang = shared.lang();
        let command = shared.config().out.bookmark.clone();
        let told = match desktop::run(&command, &arguments) {
            Ok(Some(program)) => Ok(tr!(lang, "notice-bookmarked", program = program)),
            Ok(None) => Err(lang.text("notice-no-bookmark")),
            Err(fault) => {
                Err(tr!(lang, "notice-not-bookmarked", reason = say::desktop(&fault, lang)))
            }
        };
        tell.tell(event(told));
    });
}

/// Hands address, headline and source to one of the reader's programs.
pub(super) fn share(shared: Arc<Shared>, name: String, parts: [String; 3], tell: Tell) {
    tokio::task::spawn_blocking(move || {
        let lang = shared.lang();
        let config = shared.config();
        let command = config.out.share.iter().find(|(known, _)| *known == name);
        let [url, title, source] = &parts;
        let what = desktop::Shared { url, title, source };
        let told = match desktop::share(command.map_or(&[], |(_, words)| words), what) {
            Ok(Some(_)) => Ok(tr!(lang, "notice-shared", name = name)),
            Ok(None) => Err(lang.text("notice-no-share")),
            Err(fault) => Err(tr!(
                lang,
                "notice-not-shared",
                name = name,
                reason = say::desktop(&fault, lang)
            )),
        };
        tell.tell(event(told));
    });
}

/// Gives what was copied to the reader's program for it, when there is one.
pub(super) fn copy(shared: Arc<Shared>, text: String, tell: Tell) {
    let command = shared.config().out.copy.clone();
    if command.is_empty() {
        return;
    }
    tokio::task::spawn_blocking(move || {
        let lang = shared.lang();
        if let Err(fault) = desktop::copy(&command, &Clean::text(&text)) {
            let words = tr!(lang, "notice-not-copied", reason = say::desktop(&fault, lang));
            tell.tell(event(Err(words)));
        }
    });
}

/// Shows a notice of the desktop.
pub(super) fn notify(shared: Arc<Shared>, title: Clean, text: Clean, tell: Tell) {
    tokio::task::spawn_blocking(move || {
        let command = shared.config().notify.command.clone();
        let lang = shared.lang();
        if let Err(fault) = desktop::notify(&command, &title, &text) {
            let words = tr!(lang, "notice-not-notified", reason = say::desktop(&fault, lang));
            tell.tell(Event::Failed(Clean::line(&words)));
        }
    });
}

/// Runs a command of the reader's with a text on its standard input, and waits until the reader has seen what it says.
/// The terminal must be free.
pub(super) fn pipe(command: &str, text: &str, lang: Lang) -> Event {
    let told = match desktop::pipe(command, text, &lang.text("notice-press-enter")) {
        Ok(status) => {
            let words = tr!(lang, "notice-piped", command = command, status = status.to_string());
            if status.success() { Ok(words) } else { Err(words) }
        }
        Err(fault) => Err(tr!(
            lang,
            "notice-not-piped",
            command = command,
            reason = say::desktop(&fault, lang)
        )),
    };
    event(told)
}

fn event(told: Result<String, String>) -> Event {
    match told {
        Ok(text) => Event::Noticed(Clean::line(&text)),
        Err(text) => Event::Failed(Clean::line(&text)),
    }
}
