//! What can be configured, and the defaults.

use super::fault::ConfigFault;
use crate::domain::{FeedKind, GeoPoint, NoticeForm, NoticeWays, OpenRule, Protocol, Subscription};
use crate::export::Format;
use crate::keys::Keymap;
use crate::lang::Lang;
use crate::query::{Rule, View};
use crate::text::Clean;

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
    /// `[[views]]`.
    pub views: Vec<View>,
    /// `[[rules]]`.
    pub rules: Vec<Rule>,
    /// `[ui]`.
    pub ui: Ui,
    /// `[fetch]`.
    pub fetch: FetchSettings,
    /// `[images]`.
    pub images: Images,
    /// `[enclosures]`.
    pub enclosures: Enclosures,
    /// `[out]`.
    pub out: OutSettings,
    /// `[[open]]`: which program opens which address; the first that holds counts.
    pub open: Vec<OpenRule>,
    /// `[notify]`.
    pub notify: Notify,
    /// `[hooks]`.
    pub hooks: Hooks,
    /// The default keys with `[keys]` laid over them.
    pub keymap: Keymap,
    /// Addresses that are none: faults of these feeds, not of the configuration.
    pub feed_faults: Vec<ConfigFault>,
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
    /// The name of a theme, or "auto": by the terminal's background.
    pub theme: String,
    /// The theme for a dark background.
    pub theme_dark: String,
    /// The theme for a light background.
    pub theme_light: String,
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
    /// Headings in the list.
    pub headings: Headings,
    /// Draw with ASCII characters only.
    pub ascii: Ascii,
    /// Words that are set off in headlines and articles.
    pub highlight: Vec<Clean>,
    /// Links that the terminal itself can follow (OSC 8).
    pub hyperlinks: Hyperlinks,
}

/// How articles leave the reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutSettings {
    /// The folder where they are saved; `~` is the reader's home.
    pub folder: String,
    /// The format that is offered first.
    pub format: Format,
    /// The command that takes a bookmark: address, headline and source come as its last arguments. Empty = none.
    pub bookmark: String,
    /// The program that takes what is copied on its standard input, with its arguments; empty = the terminal alone.
    pub copy: Vec<String>,
    /// Programs that articles are handed to, by name, with their arguments.
    pub share: Vec<(String, Vec<String>)>,
}

/// Programs that umland runs by itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hooks {
    /// After each refresh that asked a feed, with counts in its environment; empty = none.
    pub after_refresh: Vec<String>,
}

impl Default for OutSettings {
    fn default() -> Self {
        Self {
            folder: "~".to_owned(),
            format: Format::default(),
            bookmark: String::new(),
            copy: Vec::new(),
            share: Vec::new(),
        }
    }
}

/// How the reader is told of what rules with `notify` found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notify {
    /// Which ways.
    pub ways: NoticeWays,
    /// The program that shows a notice of the desktop, with its arguments; title and text come last.
    pub command: Vec<String>,
}

impl Default for Notify {
    fn default() -> Self {
        let command = ["notify-send", "--app-name=umland", "--"].map(str::to_owned).to_vec();
        Self { ways: NoticeWays::default(), command }
    }
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
    /// Keep the same article in several feeds of one publisher as several entries.
    pub keep_apart: bool,
    /// An address by which a publisher can reach the reader, sent in `User-Agent`; empty = none.
    pub user_agent_contact: String,
}

impl Default for Ui {
    fn default() -> Self {
        Self {
            language: None,
            theme: "auto".to_owned(),
            theme_dark: "dark".to_owned(),
            theme_light: "light".to_owned(),
            measure: 72,
            layout: Layout::Auto,
            hide_read: false,
            mark_read_on_open: true,
            mouse: true,
            headings: Headings::Auto,
            ascii: Ascii::Auto,
            highlight: Vec::new(),
            hyperlinks: Hyperlinks::Auto,
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
            keep_apart: false,
            user_agent_contact: String::new(),
        }
    }
}

/// How pictures are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Images {
    /// Show them in the articles that are opened, without being asked.
    pub auto: bool,
    /// How they are drawn; none = by the terminal.
    pub protocol: Option<Protocol>,
    /// A picture may have so many bytes.
    pub max_bytes: u64,
    /// Pictures kept on disk may have so many bytes together; 0 = none are kept.
    pub cache_bytes: u64,
}

impl Default for Images {
    fn default() -> Self {
        Self { auto: false, protocol: None, max_bytes: 10_000_000, cache_bytes: 100_000_000 }
    }
}

/// What plays enclosures.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Enclosures {
    /// A program and its arguments; empty = as any other address is opened.
    pub player: Vec<String>,
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
    /// The headings of the list.
    Headings {
        /// By feed when the list is sorted by feed, else none.
        #[default]
        Auto = "auto",
        /// None.
        None = "none",
        /// By day.
        Day = "day",
        /// By feed.
        Feed = "feed",
        /// By place.
        Place = "place",
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

choice! {
    /// Whether the terminal is told where links lead.
    Hyperlinks {
        /// When it is known to know them.
        #[default]
        Auto = "auto",
        /// Always.
        Always = "always",
        /// Never.
        Never = "never",
    }
}

impl Choice for Option<Protocol> {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("auto", None),
        ("kitty", Some(Protocol::Kitty)),
        ("iterm2", Some(Protocol::Iterm2)),
        ("sixel", Some(Protocol::Sixel)),
        ("blocks", Some(Protocol::Blocks)),
    ];
}

impl Choice for Option<NoticeForm> {
    const WORDS: &'static [(&'static str, Self)] =
        &[("off", None), ("osc9", Some(NoticeForm::Osc9)), ("osc777", Some(NoticeForm::Osc777))];
}

impl Choice for Format {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("text", Self::Text),
        ("markdown", Self::Markdown),
        ("html", Self::Html),
        ("epub", Self::Epub),
    ];
}

impl Choice for Option<Lang> {
    const WORDS: &'static [(&'static str, Self)] =
        &[("auto", None), ("en", Some(Lang::En)), ("de", Some(Lang::De))];
}
