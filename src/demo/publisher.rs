//! The invented publishers of the edition and their feeds: addresses, formats, and the peculiarities that real ones have.

use std::time::Duration;

/// A publisher: its texts, its page template and its house style.
#[derive(Debug)]
pub(crate) struct Publisher {
    /// First part of its addresses.
    pub(crate) id: &'static str,
    /// Its name.
    pub(crate) name: &'static str,
    /// Language tag.
    pub(crate) language: &'static str,
    /// Its entries in the source format.
    pub(crate) source: &'static str,
    /// Its page template.
    pub(crate) template: &'static str,
    /// Path of an article, with `{slug}` and `{number}`.
    pub(crate) article_path: &'static str,
    /// What stands between the place and the text.
    pub(crate) dateline_end: &'static str,
    /// The place opens the body; else the template puts it in front of the teaser, or nowhere.
    pub(crate) opens_body_with_dateline: bool,
    /// The author sign has a paragraph of its own; else it ends the last one.
    pub(crate) sign_stands_alone: bool,
    /// Its feeds.
    pub(crate) feeds: &'static [FeedSpec],
}

/// A feed of a publisher.
#[derive(Debug)]
pub(crate) struct FeedSpec {
    /// Which entries it lists: those whose `feeds` field names it, or all when empty.
    pub(crate) section: &'static str,
    /// The address to subscribe to.
    pub(crate) path: &'static str,
    /// Its title.
    pub(crate) title: &'static str,
    /// The folder that the demo puts it in.
    pub(crate) folder: &'static str,
    /// Its format.
    pub(crate) format: Format,
    /// What it does besides answering.
    pub(crate) manner: Manner,
}

/// The format of a feed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// RSS 2.0 in one of its dialects.
    Rss2(Dialect),
    /// RSS 1.0 (RDF).
    Rss1,
    /// Atom (RFC 4287).
    Atom,
    /// JSON Feed 1.1.
    Json,
}

/// How a house writes RSS 2.0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// Kicker and headline in one title, an image and padding in the description, `content_tier`.
    GluedKicker,
    /// `dcterms:accessRights`, an enclosure; declares ISO-8859-1 and sends windows-1252.
    Western,
    /// As press portals do: the place in the title, the whole text in the description.
    Press,
    /// Full text in `content:encoded`.
    FullText,
    /// Full text with bare ampersands and the end missing.
    Broken,
}

/// How a feed's address behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    /// It answers.
    Plain,
    /// It takes its time.
    Slow,
    /// It has moved for good (301) to this path.
    Moved(&'static str),
    /// It is no more (410).
    Gone,
}

/// How long the slow feed takes.
pub(crate) const SLOWNESS: Duration = Duration::from_millis(2_500);

impl FeedSpec {
    /// The path that the document itself is served at.
    pub(crate) fn document_path(&self) -> &'static str {
        match self.manner {
            Manner::Moved(to) => to,
            Manner::Plain | Manner::Slow | Manner::Gone => self.path,
        }
    }

    /// Whether its entries have a teaser only, so that the article page must be read.
    pub(crate) fn only_teases(&self) -> bool {
        match self.format {
            Format::Rss2(dialect) => matches!(dialect, Dialect::GluedKicker | Dialect::Western),
            Format::Rss1 | Format::Atom | Format::Json => true,
        }
    }
}

macro_rules! asset {
    ($name:literal) => {
        include_str!(concat!("../../assets/demo/", $name))
    };
}

/// Every publisher, in the order in which the demo's feeds are listed.
pub(crate) const PUBLISHERS: &[Publisher] = &[
    Publisher {
        id: "stadtblatt",
        name: "Krefelder Stadtblatt",
        language: "de",
        source: asset!("stadtblatt.txt"),
        template: asset!("stadtblatt.html"),
        article_path: "/stadtblatt/nrw/{slug}_aid-{number}",
        dateline_end: " · ",
        opens_body_with_dateline: false,
        sign_stands_alone: true,
        feeds: &[
            FeedSpec {
                section: "krefeld",
                path: "/stadtblatt/krefeld/feed.rss",
                title: "Stadtblatt Krefeld",
                folder: "Zeitungen",
                format: Format::Rss2(Dialect::GluedKicker),
                manner: Manner::Plain,
            },
            FeedSpec {
                section: "sport",
                path: "/stadtblatt/sport/feed.rss",
                title: "Stadtblatt Sport",
                folder: "Zeitungen",
                format: Format::Rss2(Dialect::GluedKicker),
                manner: Manner::Plain,
            },
        ],
    },
    Publisher {
        id: "kreiskurier",
        name: "Kreis-Kurier",
        language: "de",
        source: asset!("kreiskurier.txt"),
        template: asset!("kreiskurier.html"),
        article_path: "/kreiskurier/lokales/{slug}-id{number}.html",
        dateline_end: ". ",
        opens_body_with_dateline: true,
        sign_stands_alone: false,
        feeds: &[FeedSpec {
            section: "",
            path: "/kreiskurier/lokales/rss",
            title: "Kreis-Kurier",
            folder: "Zeitungen",
            format: Format::Rss2(Dialect::Western),
            manner: Manner::Plain,
        }],
    },
    Publisher {
        id: "bote",
        name: "Grafschafter Bote",
        language: "de",
        source: asset!("bote.txt"),
        template: asset!("bote.html"),
        article_path: "/bote/artikel/{number}/{slug}",
        dateline_end: ". ",
        opens_body_with_dateline: true,
        sign_stands_alone: true,
        feeds: &[FeedSpec {
            section: "",
            path: "/bote/feed.json",
            title: "Grafschafter Bote",
            folder: "Zeitungen",
            format: Format::Json,
            manner: Manner::Slow,
        }],
    },
    Publisher {
        id: "rheinaue",
        name: "Funkhaus Rheinaue",
        language: "de",
        source: asset!("rheinaue.txt"),
        template: asset!("rheinaue.html"),
        article_path: "/rheinaue/nachrichten/{slug}-{number}.html",
        dateline_end: "",
        opens_body_with_dateline: false,
        sign_stands_alone: true,
        feeds: &[FeedSpec {
            section: "",
            path: "/rheinaue/nachrichten/index~atom.xml",
            title: "Funkhaus Rheinaue",
            folder: "Rundfunk",
            format: Format::Atom,
            manner: Manner::Plain,
        }],
    },
    Publisher {
        id: "rheinaue",
        name: "Funkhaus Rheinaue",
        language: "en",
        source: asset!("english.txt"),
        template: asset!("english.html"),
        article_path: "/rheinaue/english/{slug}-{number}.html",
        dateline_end: "",
        opens_body_with_dateline: false,
        sign_stands_alone: true,
        feeds: &[FeedSpec {
            section: "",
            path: "/rheinaue/english/index~atom.xml",
            title: "Lower Rhine in English",
            folder: "Rundfunk",
            format: Format::Atom,
            manner: Manner::Plain,
        }],
    },
    Publisher {
        id: "blaulicht",
        name: "Polizei Krefeld",
        language: "de",
        source: asset!("polizei.txt"),
        template: asset!("polizei.html"),
        article_path: "/blaulicht/pm/50667/{number}",
        dateline_end: " (ots) - ",
        opens_body_with_dateline: true,
        sign_stands_alone: true,
        feeds: &[FeedSpec {
            section: "",
            path: "/blaulicht/dienststelle_50667.rss2",
            title: "Polizei Krefeld",
            folder: "Blaulicht",
            format: Format::Rss2(Dialect::Press),
            manner: Manner::Plain,
        }],
    },
    Publisher {
        id: "feuerwehr",
        name: "Feuerwehr Krefeld",
        language: "de",
        source: asset!("feuerwehr.txt"),
        template: asset!("feuerwehr.html"),
        article_path: "/feuerwehr/einsatz/{slug}",
        dateline_end: ": ",
        opens_body_with_dateline: true,
        sign_stands_alone: true,
        feeds: &[FeedSpec {
            section: "",
            path: "/feuerwehr/einsaetze.rdf",
            title: "Feuerwehr Krefeld",
            folder: "Blaulicht",
            format: Format::Rss1,
            manner: Manner::Plain,
        }],
    },
    Publisher {
        id: "rathaus",
        name: "Stadt Krefeld",
        language: "de",
        source: asset!("rathaus.txt"),
        template: asset!("rathaus.html"),
        article_path: "/rathaus/aktuelles/{slug}/",
        dateline_end: "",
        opens_body_with_dateline: false,
        sign_stands_alone: true,
        feeds: &[FeedSpec {
            section: "",
            path: "/rathaus/rss.xml",
            title: "Rathaus Krefeld",
            folder: "Rathaus",
            format: Format::Rss2(Dialect::FullText),
            manner: Manner::Moved("/rathaus/aktuelles/feed/"),
        }],
    },
    Publisher {
        id: "verein",
        name: "SV Hülser Bruch 1921",
        language: "de",
        source: asset!("verein.txt"),
        template: asset!("verein.html"),
        article_path: "/verein/{slug}/",
        dateline_end: "",
        opens_body_with_dateline: false,
        sign_stands_alone: true,
        feeds: &[FeedSpec {
            section: "",
            path: "/verein/feed/",
            title: "SV Hülser Bruch",
            folder: "Vereine",
            format: Format::Rss2(Dialect::Broken),
            manner: Manner::Plain,
        }],
    },
    Publisher {
        id: "pfarrei",
        name: "Pfarrgemeinde St. Gereon am Rhein",
        language: "de",
        source: asset!("pfarrei.txt"),
        template: asset!("verein.html"),
        article_path: "/pfarrei/index.php/aktuelles/{number}-{slug}",
        dateline_end: "",
        opens_body_with_dateline: false,
        sign_stands_alone: true,
        feeds: &[FeedSpec {
            section: "",
            path: "/pfarrei/index.php?format=feed&type=rss",
            title: "St. Gereon am Rhein",
            folder: "Vereine",
            format: Format::Rss2(Dialect::FullText),
            manner: Manner::Plain,
        }],
    },
    Publisher {
        id: "notizen",
        name: "Oppumer Notizen",
        language: "de",
        source: "",
        template: "",
        article_path: "",
        dateline_end: "",
        opens_body_with_dateline: false,
        sign_stands_alone: true,
        feeds: &[FeedSpec {
            section: "",
            path: "/notizen/feed",
            title: "Oppumer Notizen",
            folder: "Vereine",
            format: Format::Atom,
            manner: Manner::Gone,
        }],
    },
];
