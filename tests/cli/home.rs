//! A home of its own for a test, runs of the real binary in it, and what came out.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use crate::support::{Answer, TestServer};

pub(crate) const FEED: &str = r#"<?xml version="1.0"?><rss version="2.0"><channel><title>Stadtblatt</title>
    <link>https://stadtblatt.example/</link>
    <item><guid>a</guid><title>Brand in Lagerhalle</title><link>https://stadtblatt.example/a</link>
    <pubDate>Mon, 23 Nov 2026 10:00:00 +0100</pubDate>
    <description>&lt;p&gt;Die Halle &amp;#27;[31m ist aus.&lt;/p&gt;</description></item>
    <item><guid>b</guid><title>Theater &#x202e;offen &amp;#x7f;</title><link>https://stadtblatt.example/b</link>
    <pubDate>Tue, 24 Nov 2026 08:00:00 +0100</pubDate><description>Das Theater spielt.</description></item>
    </channel></rss>"#;

/// A home of its own for one test.
pub(crate) struct Home {
    pub(crate) dir: TempDir,
}

/// One run of the program.
pub(crate) struct Test<'a> {
    pub(crate) home: &'a Home,
    pub(crate) args: Vec<String>,
    pub(crate) stdin: Option<Vec<u8>>,
    pub(crate) lang: &'static str,
    pub(crate) status: i32,
}

/// What came out.
pub(crate) struct Ran {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Home {
    pub(crate) fn new() -> Self {
        Self { dir: tempfile::tempdir().unwrap() }
    }

    pub(crate) fn with_config(text: &str) -> Self {
        let home = Self::new();
        home.write("config.toml", text);
        home
    }

    /// A home with the feed above as a file, subscribed and fetched.
    pub(crate) fn with_feed() -> Self {
        let home = Self::new();
        let feed = home.write("feed.xml", FEED);
        home.write(
            "config.toml",
            &format!("[[feeds]]\nurl = \"file://{}\"\nfolder = \"Krefeld\"\n", feed.display()),
        );
        home.run(&["fetch"]).ok();
        home
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, text: &str) -> PathBuf {
        fs::write(self.path(name), text).unwrap();
        self.path(name)
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    pub(crate) fn run(&self, args: &[&str]) -> Test<'_> {
        let args = args.iter().map(|&arg| arg.to_owned()).collect();
        Test { home: self, args, stdin: None, lang: "en_GB.UTF-8", status: 0 }
    }
}

impl Test<'_> {
    pub(crate) fn stdin(mut self, bytes: &[u8]) -> Self {
        self.stdin = Some(bytes.to_vec());
        self
    }

    pub(crate) fn german(mut self) -> Self {
        self.lang = "de_DE.UTF-8";
        self
    }

    /// The exit code that is expected; 0 otherwise.
    pub(crate) fn status(mut self, code: i32) -> Self {
        self.status = code;
        self
    }

    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_umland"));
        command
            .env_clear()
            .env("HOME", self.home.dir.path())
            .env("LANG", self.lang)
            .env("TZ", "Europe/Berlin")
            .env("UMLAND_CONFIG", self.home.path("config.toml"))
            .env("UMLAND_DATA_DIR", self.home.path("data"))
            .args(&self.args);
        command
    }

    pub(crate) fn ok(self) -> Ran {
        let mut command = self.command();
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        stdin.write_all(self.stdin.as_deref().unwrap_or_default()).unwrap();
        drop(stdin);
        let Output { status, stdout, stderr } = child.wait_with_output().unwrap();
        let (stdout, stderr) =
            (String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap());
        assert_eq!(status.code(), Some(self.status), "{:?}\n{stdout}\n{stderr}", self.args);
        for c in stdout.chars().chain(stderr.chars()) {
            assert!(
                c == '\n' || !umland::text::sanitise::is_forbidden(c),
                "{:?} prints {c:?}",
                self.args
            );
        }
        Ran { stdout, stderr }
    }
}

impl Ran {
    /// The lines of standard output as JSON.
    pub(crate) fn json(&self) -> Vec<Value> {
        self.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// Standard error is this, the home's directory written `~`.
    pub(crate) fn says(&self, want: &str) {
        assert_eq!(self.stderr.trim_end(), want);
    }
}

/// Runs with a server that answers these pages.
pub(crate) async fn served(pages: &[(&str, &str, &str)]) -> TestServer {
    let answers = pages.iter().map(|(path, content_type, body)| Answer {
        path: (*path).to_owned(),
        status: Some(200),
        headers: vec![format!("Content-Type: {content_type}")],
        body: (*body).to_owned(),
        ..Answer::default()
    });
    TestServer::start(answers.collect()).await
}

/// Runs the program beside the server's own tasks.
pub(crate) async fn beside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    tokio::task::spawn_blocking(work).await.unwrap()
}
