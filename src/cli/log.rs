//! The log: a file in the data directory, written only when `UMLAND_LOG` asks for it; never the terminal.

use std::fs::{self, File, OpenOptions};
use std::path::Path;
use std::sync::Mutex;

use tracing_subscriber::EnvFilter;

use super::world;

/// Name of the file.
const FILE_NAME: &str = "umland.log";
/// A longer log is put aside when the next one begins.
const MAX_BYTES: u64 = 5_000_000;

/// Begins to log when `UMLAND_LOG` is set, in the notation of `tracing_subscriber`'s filters (`debug`,
/// `umland::fetch=trace`). A log that cannot be written is no reason not to run.
pub(super) fn begin(dir: &Path) {
    let Some(filter) = world::variable("UMLAND_LOG") else { return };
    let Ok(file) = open(dir) else { return };
    let _ = tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::new(filter.to_string_lossy()))
        .with_writer(Mutex::new(file))
        .with_ansi(false)
        .try_init();
}

fn open(dir: &Path) -> std::io::Result<File> {
    fs::create_dir_all(dir)?;
    let path = dir.join(FILE_NAME);
    if fs::metadata(&path).is_ok_and(|meta| meta.len() > MAX_BYTES) {
        fs::rename(&path, path.with_extension("log.old"))?;
    }
    OpenOptions::new().create(true).append(true).open(path)
}
