//! What can go wrong with the archive, told so that the reader knows what, where and what to do.

use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

/// A fault of the archive. Nothing was overwritten when one is returned.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The archive or its directory may not be written.
    #[error("{}: the archive cannot be written; check its owner and permissions, or choose --data-dir", path.display())]
    ReadOnly {
        /// The database file.
        path: PathBuf,
    },
    /// No space is left.
    #[error("{}: the disk is full; what was stored before is safe. Free some space and try again", path.display())]
    Full {
        /// The database file.
        path: PathBuf,
    },
    /// The file is damaged or no database at all.
    #[error(
        "{}: the archive is corrupt or not a database ({detail}); it was left as it is. Move it away to start afresh",
        path.display()
    )]
    Corrupt {
        /// The database file.
        path: PathBuf,
        /// What is wrong with it.
        detail: String,
    },
    /// A database of another program.
    #[error("{}: this database belongs to another program; choose another --data-dir", path.display())]
    Foreign {
        /// The database file.
        path: PathBuf,
    },
    /// Written by a newer umland.
    #[error(
        "{}: the archive was written by a newer umland (schema {found}, this one knows {known}); it was not touched. \
         Update umland",
        path.display()
    )]
    Newer {
        /// The database file.
        path: PathBuf,
        /// The schema version of the file.
        found: i64,
        /// The newest schema version that this program knows.
        known: i64,
    },
    /// Written by an older umland, and opened only for reading.
    #[error("{}: the archive is of an older umland (schema {found}); run umland fetch once to bring it up to date", path.display())]
    Outdated {
        /// The database file.
        path: PathBuf,
        /// The schema version of the file.
        found: i64,
    },
    /// There is no archive yet, and it was opened only for reading.
    #[error("{}: there is no archive yet; run umland fetch", path.display())]
    Missing {
        /// The database file.
        path: PathBuf,
    },
    /// Another process holds the write lock for too long.
    #[error("{}: another program is writing to the archive; try again in a moment", path.display())]
    Busy {
        /// The database file.
        path: PathBuf,
    },
    /// Any other fault of the file system.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file or directory.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// Any other fault of the database, which a reader cannot mend.
    #[error("{}: {source}; this is a fault of umland, please report it", path.display())]
    Internal {
        /// The database file.
        path: PathBuf,
        /// What `SQLite` says.
        source: rusqlite::Error,
    },
}

impl StoreError {
    /// The stable name of the kind of fault, for scripts and translations.
    pub fn name(&self) -> &'static str {
        match self {
            Self::ReadOnly { .. } => "read-only",
            Self::Full { .. } => "full",
            Self::Corrupt { .. } => "corrupt",
            Self::Foreign { .. } => "foreign",
            Self::Newer { .. } => "newer",
            Self::Outdated { .. } => "outdated",
            Self::Missing { .. } => "missing",
            Self::Busy { .. } => "busy",
            Self::Io { .. } => "io",
            Self::Internal { .. } => "internal",
        }
    }

    /// The file or directory at fault.
    pub fn path(&self) -> &Path {
        match self {
            Self::ReadOnly { path }
            | Self::Full { path }
            | Self::Corrupt { path, .. }
            | Self::Foreign { path }
            | Self::Newer { path, .. }
            | Self::Outdated { path, .. }
            | Self::Missing { path }
            | Self::Busy { path }
            | Self::Io { path, .. }
            | Self::Internal { path, .. } => path,
        }
    }

    /// The fault behind an error of `SQLite`.
    pub(super) fn from_sql(path: &Path, error: rusqlite::Error) -> Self {
        let path = path.to_owned();
        let Some(code) = error.sqlite_error_code() else {
            return match error {
                // A value that this program never writes: the file was damaged.
                rusqlite::Error::FromSqlConversionFailure(..)
                | rusqlite::Error::InvalidColumnType(..)
                | rusqlite::Error::Utf8Error(..) => {
                    Self::Corrupt { path, detail: error.to_string() }
                }
                _ => Self::Internal { path, source: error },
            };
        };
        match code {
            ErrorCode::ReadOnly | ErrorCode::PermissionDenied => Self::ReadOnly { path },
            ErrorCode::DiskFull => Self::Full { path },
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => {
                Self::Corrupt { path, detail: error.to_string() }
            }
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy { path },
            ErrorCode::SystemIoFailure | ErrorCode::CannotOpen => {
                Self::Io { path, source: std::io::Error::other(error.to_string()) }
            }
            _ => Self::Internal { path, source: error },
        }
    }

    /// The fault behind an error of the file system.
    pub(super) fn from_io(path: &Path, error: std::io::Error) -> Self {
        let path = path.to_owned();
        match error.kind() {
            std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
                Self::ReadOnly { path }
            }
            std::io::ErrorKind::StorageFull => Self::Full { path },
            _ => Self::Io { path, source: error },
        }
    }
}
