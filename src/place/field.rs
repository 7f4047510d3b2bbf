//! The parts of an article that may name a place.

/// A part of an article, the most telling first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// "Krefeld." before the text.
    Dateline,
    /// The coordinates that the feed gives the entry.
    Point,
    /// The place in the title of a police report, "POL-KR: Krefeld: …".
    Head,
    /// The line above the headline.
    Kicker,
    /// A category of the feed.
    Tag,
    /// The headline.
    Title,
    /// The first sentences.
    Lead,
    /// The rest of the text.
    Body,
    /// The author's line, "Von Anna Beispiel, Karlsfeld".
    Byline,
    /// A section in the address of the page, ".../lokales/krefeld/...".
    Address,
    /// Not named at all: the town of the feed.
    Feed,
}

impl Field {
    /// The stable name, as in `--json`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Dateline => "dateline",
            Self::Point => "point",
            Self::Head => "head",
            Self::Kicker => "kicker",
            Self::Tag => "tag",
            Self::Title => "title",
            Self::Lead => "lead",
            Self::Body => "body",
            Self::Byline => "byline",
            Self::Address => "address",
            Self::Feed => "feed",
        }
    }
}
