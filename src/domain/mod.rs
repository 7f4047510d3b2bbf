//! Plain values of the field: feeds, entries, articles, queries, marks, faults. No I/O, no clock, no serialisation.

pub mod article;
pub mod change;
pub mod entry;
pub mod fault;
pub mod feed;
pub mod geo;
pub mod ids;
pub mod kind;
pub mod parsed;
pub mod progress;
pub mod query;

pub use article::{Article, Block, Figure, Inline, Style};
pub use change::{Change, Mark, Target, Undone};
pub use entry::{Access, Enclosure, Entry, EntryRow};
pub use fault::{Fault, FaultKind};
pub use feed::{Feed, FeedHealth, FeedRow, Subscription, Validators, folder_path};
pub use geo::{BoundingBox, Evidence, GeoPoint, Homes, Placing, Spot};
pub use ids::{EntryId, FeedId, FeedUrl, Timestamp};
pub use kind::FeedKind;
pub use parsed::{FeedHints, ParsedEntry, ParsedFeed, Warning};
pub use progress::{FeedStatus, MergeReport, Progress, RefreshReport, Which};
pub use query::{Anchor, Cursor, Order, Pick, PickRow, Query, Scope, Show, Window};
