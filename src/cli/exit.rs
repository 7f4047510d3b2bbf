//! How a command ends.

use std::io;
use std::process::ExitCode;

use crate::config::{ConfigFault, EditError, PathsError};
use crate::lang::Lang;
use crate::runtime::HistoryError;
use crate::store::StoreError;
use crate::tr;

/// How a command ended that could be carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Exit {
    /// All well.
    Well,
    /// Done, with faults of feeds, or nothing was found.
    Faults,
    /// Done, and what was looked at cannot be used.
    Unusable,
}

/// Why a command could not be carried out.
#[derive(Debug)]
pub(super) enum Failure {
    /// Whoever read our output has gone away.
    BrokenPipe,
    /// The configuration has faults.
    Config(Vec<ConfigFault>),
    /// The configuration was not edited.
    Edit(EditError),
    /// The archive.
    Store(StoreError),
    /// No home directory.
    Paths(PathsError),
    /// A thread of ours has panicked, which has been reported.
    Panicked,
    /// Something else, said already in the reader's language.
    Said(String),
}

/// What a command gives.
pub(super) type Result<T = Exit> = std::result::Result<T, Failure>;

impl Exit {
    pub(super) fn code(self) -> ExitCode {
        match self {
            Self::Well => ExitCode::SUCCESS,
            Self::Faults => ExitCode::from(1),
            Self::Unusable => ExitCode::from(2),
        }
    }
}

impl Failure {
    pub(super) fn code(&self) -> ExitCode {
        match self {
            Self::BrokenPipe => ExitCode::SUCCESS,
            // As when the first thread does.
            Self::Panicked => ExitCode::from(101),
            _ => ExitCode::from(2),
        }
    }

    /// What, where, and what to do; nothing when there is nobody to tell.
    pub(super) fn say(&self, lang: Lang) -> Option<String> {
        Some(match self {
            Self::BrokenPipe | Self::Panicked => return None,
            Self::Config(faults) => say_faults(faults, lang),
            Self::Edit(EditError::Faulty(faults)) => {
                format!("{}\n{}", say_faults(faults, lang), tr!(lang, "cli-not-edited"))
            }
            Self::Edit(EditError::Exists(url)) => tr!(lang, "cli-edit-exists", url = url.as_str()),
            Self::Edit(EditError::Unknown(url)) => {
                tr!(lang, "cli-edit-unknown", url = url.as_str())
            }
            Self::Edit(EditError::Form) => tr!(lang, "cli-edit-form"),
            Self::Edit(EditError::Busy(path)) => {
                tr!(lang, "cli-edit-busy", path = path.display().to_string())
            }
            Self::Edit(EditError::Lost(path)) => {
                tr!(lang, "cli-edit-lost", path = path.display().to_string())
            }
            Self::Edit(EditError::Io { path, cause }) => {
                tr!(
                    lang,
                    "cli-edit-io",
                    path = path.display().to_string(),
                    cause = cause.to_string()
                )
            }
            Self::Store(fault) => say_store(fault, lang),
            Self::Paths(PathsError::NoHome) => tr!(lang, "cli-no-home"),
            Self::Said(text) => text.clone(),
        })
    }
}

fn say_faults(faults: &[ConfigFault], lang: Lang) -> String {
    let lines: Vec<String> = faults.iter().map(|fault| fault.say(lang).to_string()).collect();
    let count = tr!(lang, "cli-config-faults", n = faults.len());
    format!("{}\n{count}", lines.join("\n"))
}

pub(super) fn say_store(fault: &StoreError, lang: Lang) -> String {
    let path = fault.path().display().to_string();
    let detail = match fault {
        StoreError::Corrupt { detail, .. } => detail.clone(),
        StoreError::Io { source, .. } => source.to_string(),
        StoreError::Internal { source, .. } => source.to_string(),
        _ => String::new(),
    };
    tr!(lang, format!("store-{}", fault.name()).as_str(), path = path, detail = detail)
}

impl From<io::Error> for Failure {
    fn from(fault: io::Error) -> Self {
        match fault.kind() {
            io::ErrorKind::BrokenPipe => Self::BrokenPipe,
            _ => Self::Said(fault.to_string()),
        }
    }
}

impl From<StoreError> for Failure {
    fn from(fault: StoreError) -> Self {
        Self::Store(fault)
    }
}

impl From<EditError> for Failure {
    fn from(fault: EditError) -> Self {
        Self::Edit(fault)
    }
}

impl From<HistoryError> for Failure {
    fn from(fault: HistoryError) -> Self {
        match fault {
            HistoryError::Edit(fault) => Self::Edit(fault),
            HistoryError::Store(fault) => Self::Store(fault),
        }
    }
}

impl From<PathsError> for Failure {
    fn from(fault: PathsError) -> Self {
        Self::Paths(fault)
    }
}
