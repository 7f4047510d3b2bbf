//! Faults of the edges in the reader's words: what, where, and what to do. Screen and command line say the same.

use super::HistoryError;
use crate::config::{ConfigFault, EditError};
use crate::desktop::DesktopError;
use crate::lang::Lang;
use crate::store::StoreError;
use crate::tr;

/// Faults of the configuration, a line each, and how many they are.
pub fn config(faults: &[ConfigFault], lang: Lang) -> String {
    let lines: Vec<String> = faults.iter().map(|fault| fault.say(lang).to_string()).collect();
    let count = tr!(lang, "cli-config-faults", n = faults.len());
    format!("{}\n{count}", lines.join("\n"))
}

/// Why the configuration was not edited.
pub fn edit(fault: &EditError, lang: Lang) -> String {
    match fault {
        EditError::Faulty(faults) => {
            format!("{}\n{}", config(faults, lang), tr!(lang, "cli-not-edited"))
        }
        EditError::Exists(url) => tr!(lang, "cli-edit-exists", url = url.as_str()),
        EditError::Unknown(url) => tr!(lang, "cli-edit-unknown", url = url.as_str()),
        EditError::Form => tr!(lang, "cli-edit-form"),
        EditError::ViewsForm => tr!(lang, "cli-edit-views-form"),
        EditError::Busy(path) => tr!(lang, "cli-edit-busy", path = path.display().to_string()),
        EditError::Lost(path) => tr!(lang, "cli-edit-lost", path = path.display().to_string()),
        EditError::Io { path, cause } => {
            let path = path.display().to_string();
            tr!(lang, "cli-edit-io", path = path, cause = cause.to_string())
        }
    }
}

/// A fault of the archive.
pub fn store(fault: &StoreError, lang: Lang) -> String {
    let path = fault.path().display().to_string();
    let detail = match fault {
        StoreError::Corrupt { detail, .. } => detail.clone(),
        StoreError::Io { source, .. } => source.to_string(),
        StoreError::Internal { source, .. } => source.to_string(),
        _ => String::new(),
    };
    tr!(lang, format!("store-{}", fault.name()).as_str(), path = path, detail = detail)
}

/// Why an edit, an undo or a redo was not done.
pub fn history(fault: &HistoryError, lang: Lang) -> String {
    match fault {
        HistoryError::Edit(fault) => edit(fault, lang),
        HistoryError::Store(fault) => store(fault, lang),
    }
}

/// Why another program could not be used.
pub fn desktop(fault: &DesktopError, lang: Lang) -> String {
    match fault {
        DesktopError::Scheme => tr!(lang, "desktop-scheme"),
        DesktopError::UserName => tr!(lang, "desktop-user-name"),
        DesktopError::NoBrowser => tr!(lang, "desktop-no-browser"),
        DesktopError::Start { program, source }
            if source.kind() == std::io::ErrorKind::NotFound =>
        {
            tr!(lang, "desktop-not-found", program = program.as_str())
        }
        DesktopError::Start { program, source } => {
            tr!(lang, "desktop-start", program = program.as_str(), cause = source.to_string())
        }
        DesktopError::Failed { program, status } => match status.code() {
            Some(code) => tr!(lang, "desktop-failed", program = program.as_str(), code = code),
            None => tr!(lang, "desktop-killed", program = program.as_str()),
        },
    }
}
