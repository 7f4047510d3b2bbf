//! A home directory of its own for each test: nothing of the person who runs the tests is seen or touched.

use std::ffi::OsStr;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// A home with its own configuration and archive.
pub(crate) struct Home {
    dir: TempDir,
}

impl Home {
    /// An empty one.
    pub(crate) fn new() -> Self {
        Self { dir: tempfile::tempdir().unwrap() }
    }

    /// One with a feed of that many entries, already fetched: „Meldung 1“ is the newest.
    pub(crate) fn with_entries(n: usize) -> Self {
        let home = Self::new();
        fs::write(home.path().join("feed.xml"), feed(n)).unwrap();
        let config = home.path().join(".config/umland/config.toml");
        fs::create_dir_all(config.parent().unwrap()).unwrap();
        let url = url::Url::from_file_path(home.path().join("feed.xml")).unwrap();
        let text = format!("[[feeds]]\nurl = \"{url}\"\n[fetch]\nrefresh_on_start = false\n");
        fs::write(config, text).unwrap();
        home.umland(&["fetch"]);
        home
    }

    pub(crate) fn path(&self) -> &Path {
        self.dir.path()
    }

    /// Runs a command of umland without a terminal and returns what it writes.
    #[track_caller]
    pub(crate) fn umland(&self, arguments: &[&str]) -> String {
        let mut command = Command::new(env!("CARGO_BIN_EXE_umland"));
        command.args(arguments).env_clear();
        self.variables(|name, value| {
            command.env(name, value);
        });
        let output = command.output().unwrap();
        let talk = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "umland {arguments:?}: {talk}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// The environment of everything that runs here.
    pub(crate) fn variables(&self, mut set: impl FnMut(&str, &OsStr)) {
        for (name, below) in [
            ("HOME", ""),
            ("XDG_CONFIG_HOME", ".config"),
            ("XDG_DATA_HOME", ".local/share"),
            ("XDG_CACHE_HOME", ".cache"),
            ("XDG_STATE_HOME", ".local/state"),
        ] {
            let path: PathBuf = self.path().join(below);
            set(name, path.as_os_str());
        }
        set("PATH", &std::env::var_os("PATH").unwrap_or_default());
        set("TERM", OsStr::new("xterm-256color"));
        set("LANG", OsStr::new("de_DE.UTF-8"));
        set("TZ", OsStr::new("Europe/Berlin"));
    }
}

fn feed(n: usize) -> String {
    let mut items = String::new();
    for i in 1..=n {
        write!(
            items,
            "<item><guid>{i}</guid><title>Meldung {i}: Brücke für Fußgänger gesperrt</title>\
             <link>https://stadtblatt.example/{i}</link>\
             <pubDate>Mon, 23 Nov 2026 {:02}:{:02}:00 +0100</pubDate>\
             <description>&lt;p&gt;Text der Meldung {i}, mit Umlauten: Öffnung, Maße.&lt;/p&gt;</description></item>",
            (23 - i / 60),
            59 - i % 60,
        )
        .unwrap();
    }
    format!(
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Stadtblatt</title>\
         <link>https://stadtblatt.example/</link>{items}</channel></rss>"
    )
}
