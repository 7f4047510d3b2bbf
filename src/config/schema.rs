//! What can be configured, and the defaults.

use crate::domain::{FeedKind, GeoPoint, Subscription};
use crate::keys::Keymap;
use crate::lang::Lang;

/// The whole configuration.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Config {
    /// `[[feeds]]`, in the order of the file; no address stands twice.
    pub feeds: Vec<Subscription>,
    /// `[home]` or `[[home]]`: where the reader and theirs live, the first one the reader's own. Empty when not set.
    pub homes: Vec<Home>,
    /// `[follow]`.
    pub follow: Wishes,
    /// `[hide]`.
    pub hide: Wishes,
    /// `[ui]`.
    pub ui: Ui,
    /// `[fetch]`.
    pub fetch: FetchSettings,
    /// The default keys with `[keys]` laid over them.
    pub keymap: Keymap,
}

/// Where somebody lives.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Home {
    /// The reader's word for it ("my parents"); empty for the place's own name.
    pub name: String,
    /// Name of the place, or a postcode; empty when only coordinates are given.
    pub place: String,
    /// Its coordinates, when given.
    pub point: Option<GeoPoint>,
    /// How far "near" goes from here, in kilometres, when given.
    pub radius: Option<u32>,
}

impl Home {
    /// What it is called.
    pub fn label(&self) -> &str {
        if self.name.is_empty() { &self.place } else { &self.name }
    }
}

/// What the reader follows, or does not want to see.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wishes {
    /// Names of places.
    pub places: Vec<String>,
    /// Kinds of feeds.
    pub kinds: Vec<FeedKind>,
}

/// How the reader looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ui {
    /// The language; none = by the locale.
    pub language: Option<Lang>,
    /// Dark or light.
    pub theme: ThemeChoice,
    /// Width of the article's lines, in columns.
    pub measure: u16,
    /// Which panes.
    pub layout: Layout,
    /// Hide read entries at the start.
    pub hide_read: bool,
    /// Mark an entry read when its article is opened.
    pub mark_read_on_open: bool,
    /// Clicks and the wheel.
    pub mouse: bool,
    /// Draw with ASCII characters only.
    pub ascii: Ascii,
}

/// How feeds are fetched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FetchSettings {
    /// Requests at once.
    pub concurrency: usize,
    /// Requests at once to one host.
    pub per_host: usize,
    /// Pause between two requests to one host, in milliseconds.
    pub gap_ms: u64,
    /// A request may take so long in all, in seconds.
    pub timeout_s: u64,
    /// A document may have so many bytes, decoded.
    pub max_bytes: u64,
    /// Fetch each entry's article page as well, for every feed.
    pub full_text: bool,
    /// A feed that gives no hint is asked this often, in seconds.
    pub interval: u32,
    /// Refresh what is due when the reader starts.
    pub refresh_on_start: bool,
    /// An address by which a publisher can reach the reader, sent in `User-Agent`; empty = none.
    pub user_agent_contact: String,
}

impl Default for Ui {
    fn default() -> Self {
        Self {
            language: None,
            theme: ThemeChoice::Auto,
            measure: 72,
            layout: Layout::Auto,
            hide_read: false,
            mark_read_on_open: true,
            mouse: true,
            ascii: Ascii::Auto,
        }
    }
}

impl Default for FetchSettings {
    fn default() -> Self {
        Self {
            concurrency: 16,
            per_host: 1,
            gap_ms: 500,
            timeout_s: 30,
            max_bytes: 20_000_000,
            full_text: false,
            interval: 60 * 60,
            refresh_on_start: true,
            user_agent_contact: String::new(),
        }
    }
}

/// A value that is one of a few words.
pub trait Choice: Copy + 'static {
    /// The words and what they mean.
    const WORDS: &'static [(&'static str, Self)];
}

macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
        pub enum $name { $($(#[$variant_doc])* $variant),+ }

        impl Choice for $name {
            const WORDS: &'static [(&'static str, Self)] = &[$(($word, Self::$variant)),+];
        }
    };
}

choice! {
    /// Dark or light colours.
    ThemeChoice {
        /// By the terminal's background.
        #[default]
        Auto = "auto",
        /// For a dark background.
        Dark = "dark",
        /// For a light background.
        Light = "light",
    }
}

choice! {
    /// Which panes the reader shows.
    Layout {
        /// By the terminal's width.
        #[default]
        Auto = "auto",
        /// Tree, list and article.
        Three = "three",
        /// List and article.
        Two = "two",
        /// List above article.
        Stacked = "stacked",
        /// One at a time.
        One = "one",
    }
}

choice! {
    /// Whether only ASCII characters are drawn.
    Ascii {
        /// By the locale and the terminal.
        #[default]
        Auto = "auto",
        /// Always.
        Always = "always",
        /// Never.
        Never = "never",
    }
}

impl Choice for Option<Lang> {
    const WORDS: &'static [(&'static str, Self)] =
        &[("auto", None), ("en", Some(Lang::En)), ("de", Some(Lang::De))];
}
