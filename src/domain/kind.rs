//! Who publishes a feed.

/// Who publishes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FeedKind {
    /// A newspaper.
    Newspaper,
    /// Radio or television.
    Broadcaster,
    /// Police reports.
    Police,
    /// A fire brigade.
    Fire,
    /// A town hall, a county, a state government.
    City,
    /// Weather warnings.
    Weather,
    /// Magazines, portals, clubs.
    Magazine,
}

impl FeedKind {
    /// Every kind, in the order in which they are offered.
    pub const ALL: &'static [Self] = &[
        Self::Newspaper,
        Self::Broadcaster,
        Self::Police,
        Self::Fire,
        Self::City,
        Self::Weather,
        Self::Magazine,
    ];

    /// The stable name, as in the catalogue, in a feed's tags, in queries and in `--json`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Newspaper => "newspaper",
            Self::Broadcaster => "broadcaster",
            Self::Police => "police",
            Self::Fire => "fire",
            Self::City => "city",
            Self::Weather => "weather",
            Self::Magazine => "magazine",
        }
    }

    /// The kind of a stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }
}
