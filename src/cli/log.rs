//! The log: a file in the data directory, written only when `UMLAND_LOG` asks for it; never the terminal.

use std::fs::{self, File, OpenOptions};
use std::io::{Result, Write};
use std::path::Path;
use std::sync::Mutex;

use tracing_subscriber::EnvFilter;

use super::out::safe;
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
        .with_writer(Mutex::new(Printable(file)))
        .with_ansi(false)
        .try_init();
}

/// A file that holds only what a terminal may see: a log is read in one. It is written a whole event at a time.
struct Printable<W>(W);

impl<W: Write> Write for Printable<W> {
    fn write(&mut self, event: &[u8]) -> Result<usize> {
        self.0.write_all(safe(&String::from_utf8_lossy(event), false).as_bytes())?;
        Ok(event.len())
    }

    fn flush(&mut self) -> Result<()> {
        self.0.flush()
    }
}

fn open(dir: &Path) -> Result<File> {
    fs::create_dir_all(dir)?;
    let path = dir.join(FILE_NAME);
    if fs::metadata(&path).is_ok_and(|meta| meta.len() > MAX_BYTES) {
        fs::rename(&path, path.with_extension("log.old"))?;
    }
    OpenOptions::new().create(true).append(true).open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_can_be_shown() {
        let mut file = Vec::new();
        let event = "WARN fault=\u{1b}]0;x\u{7} \u{9b}2J\u{202e}ä\n";
        Printable(&mut file).write_all(event.as_bytes()).expect("a Vec takes everything");
        assert_eq!(String::from_utf8(file).expect("text"), "WARN fault=]0;x 2Jä\n");
    }
}
