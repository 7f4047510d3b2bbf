//! The configuration file: schema, defaults, faults with places, edits that keep comments.
//!
//! **Invariant:** `assets/config.toml` names every key and parses to [`Config::default`] (test-checked).

mod bindings;
mod dump;
pub mod duration;
pub mod edit;
pub mod fault;
mod feeds;
mod homes;
pub mod paths;
mod programs;
mod read;
mod saved;
pub mod schema;
mod section;
mod setting;
mod splice;
mod splice_view;
mod syntax;
pub mod themes;
mod write;

use std::fs;
use std::io;
use std::path::Path;
use std::time::SystemTime;

pub use dump::dump;
pub use edit::{Edit, EditError};
pub use fault::{ConfigFault, Place, Reason};
pub use feeds::MIN_INTERVAL;
pub use paths::{Paths, PathsError};
pub use schema::{
    Ascii, Config, Enclosures, FetchSettings, Headings, Home, Hooks, Hyperlinks, Images, Layout,
    Notify, OutSettings, Ui, Wishes,
};

/// The documented defaults, as shipped.
pub const DEFAULTS: &str = include_str!("../../assets/config.toml");

impl Config {
    /// Reads a configuration file. A file that does not exist is the defaults: umland starts without one.
    ///
    /// # Errors
    /// All faults of the file, in the order of their places.
    pub fn load(path: &Path) -> Result<Self, Vec<ConfigFault>> {
        let bytes = match fs::read(path) {
            Ok(bytes) => bytes,
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(fault) => {
                let reason = Reason::Unreadable(fault.to_string());
                return Err(vec![ConfigFault { file: path.to_owned(), place: None, reason }]);
            }
        };
        match std::str::from_utf8(&bytes) {
            Ok(text) => Self::parse(text, path),
            Err(fault) => {
                let before = String::from_utf8_lossy(&bytes[..fault.valid_up_to()]);
                let place = Some(Place::of(&before, before.len()));
                Err(vec![ConfigFault { file: path.to_owned(), place, reason: Reason::NotUtf8 }])
            }
        }
    }

    /// Reads the text of a configuration file; `file` names it in faults; the reader's own themes are looked
    /// for beside it.
    ///
    /// # Errors
    /// All faults, in the order of their places. Addresses that are none are faults of their feeds and alone no error:
    /// they are in [`Config::feed_faults`].
    pub fn parse(text: &str, file: &Path) -> Result<Self, Vec<ConfigFault>> {
        let mut found = Vec::new();
        let mut of_themes = Vec::new();
        let mut config = read::config(text, file, &mut found, &mut of_themes, &mut |_, _| {});
        found.sort_by_key(|(at, _)| *at);
        let only_feeds = found.iter().all(|(_, reason)| reason.is_of_one_feed());
        let told = found.into_iter().map(|(at, reason)| ConfigFault {
            file: file.to_owned(),
            place: Some(Place::of(text, at)),
            reason,
        });
        if only_feeds && of_themes.is_empty() {
            config.feed_faults = told.collect();
            return Ok(config);
        }
        Err(told.chain(of_themes).collect())
    }
}

/// What tells one state of a file from another without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stamp {
    modified: Option<SystemTime>,
    length: u64,
}

impl Stamp {
    /// The file's stamp now; a file that is not there has one too.
    pub fn of(path: &Path) -> Self {
        fs::metadata(path).map_or_else(
            |_| Self::default(),
            |meta| Self { modified: meta.modified().ok(), length: meta.len() },
        )
    }

    /// Whether the file has changed since.
    pub fn changed(self, path: &Path) -> bool {
        Self::of(path) != self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The shipped defaults with every commented key put in force.
    fn uncommented() -> String {
        let keyed = |line: &&str| {
            let word = line.strip_prefix('#').and_then(|rest| rest.chars().next());
            word.is_some_and(|c| c.is_ascii_alphabetic() || c == '[')
        };
        let line = |line| if keyed(&line) { &line[1..] } else { line };
        DEFAULTS.lines().map(|l| line(l).to_owned() + "\n").collect()
    }

    #[test]
    fn the_shipped_file_is_the_defaults() {
        assert_eq!(Config::parse(DEFAULTS, Path::new("config.toml")), Ok(Config::default()));
    }

    #[test]
    fn the_shipped_file_has_every_key_of_the_schema_and_no_other() {
        let text = uncommented();
        let mut faults = Vec::new();
        let mut missing = Vec::new();
        let document = toml_edit::Document::parse(text.as_str()).expect("TOML");
        read::config(
            &text,
            Path::new("config.toml"),
            &mut faults,
            &mut Vec::new(),
            &mut |table, keys| {
                let item = document.get(table).expect(table);
                let first = item.as_array_of_tables().and_then(|tables| tables.get(0));
                let table = first.or(item.as_table()).expect(table);
                missing.extend(keys.into_iter().filter(|key| !table.contains_key(key)));
            },
        );
        assert_eq!((faults, missing), (Vec::new(), Vec::new()));
    }

    #[test]
    fn a_missing_file_is_the_defaults() {
        assert_eq!(Config::load(Path::new("no/such/file.toml")), Ok(Config::default()));
    }

    #[test]
    fn a_file_that_is_no_text_says_where() {
        let file = tempfile::NamedTempFile::new().expect("a file");
        fs::write(file.path(), b"[ui]\nx = \"\xff\"\n").expect("written");
        let faults = Config::load(file.path()).expect_err("a fault");
        assert_eq!(
            (faults[0].place, &faults[0].reason),
            (Some(Place { line: 2, column: 6 }), &Reason::NotUtf8)
        );
    }

    #[test]
    fn a_changed_file_is_noticed() {
        let dir = tempfile::tempdir().expect("a directory");
        let path = dir.path().join("config.toml");
        let none = Stamp::of(&path);
        assert!(!none.changed(&path));
        fs::write(&path, "[ui]\n").expect("written");
        assert!(none.changed(&path));
        let some = Stamp::of(&path);
        fs::write(&path, "[ui]\nmouse = false\n").expect("written");
        assert!(some.changed(&path));
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_without_a_panic(text in "(\\[\\[feeds\\]\\]|\\[ui\\]|\\[keys\\]|[\\[\\]a-u=\"\n,# {}.1äß]){0,40}") {
            let _ = Config::parse(&text, Path::new("x"));
        }
    }
}
