//! How a command ends.

use std::io;
use std::process::ExitCode;

use crate::config::{ConfigFault, EditError, PathsError};
use crate::lang::Lang;
use crate::runtime::HistoryError;
use crate::runtime::say;
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
            Self::Config(faults) => say::config(faults, lang),
            Self::Edit(fault) => say::edit(fault, lang),
            Self::Store(fault) => say::store(fault, lang),
            Self::Paths(PathsError::NoHome) => tr!(lang, "cli-no-home"),
            Self::Said(text) => text.clone(),
        })
    }
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
