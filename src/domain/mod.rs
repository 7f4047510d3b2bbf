//! Plain values of the field: feeds, entries, articles, queries, marks, faults. No I/O, no clock, no serialisation.

pub mod alert;
pub mod article;
pub mod change;
pub mod contact;
pub mod entry;
pub mod fault;
pub mod feed;
pub mod filter;
pub mod geo;
pub mod ids;
pub mod kind;
pub mod notice;
pub mod opening;
pub mod parsed;
pub mod patch;
pub mod picture;
pub mod progress;
pub mod query;
pub mod template;
pub mod told;

pub use alert::{Alert, AlertKind, AlertRow, Dwelling, Severity};
pub use article::{Article, Block, Figure, Inline, Style};
pub use change::{
    Change, Deed, FeedEdit, HistoryRow, Mark, PendingEdit, Step, TagEdit, Target, Undone,
};
pub use contact::{Contact, Purpose};
pub use entry::{Access, Enclosure, Entry, EntryRow};
pub use fault::{Fault, FaultKind};
pub use feed::{Feed, FeedHealth, FeedPace, FeedRow, Subscription, Validators, folder_path};
pub use filter::{Field, Filter, Shape, Test, Tree, Words};
pub use geo::{BoundingBox, Evidence, GeoPoint, Homes, Placing, Spot};
pub use ids::{EntryId, FeedId, FeedUrl, Timestamp};
pub use kind::FeedKind;
pub use notice::{NoticeForm, NoticeWays};
pub use opening::OpenRule;
pub use parsed::{FeedHints, ParsedEntry, ParsedFeed, Warning};
pub use patch::TextPatch;
pub use picture::{Graphics, Mosaic, PictureKey, Protocol};
pub use progress::{FeedStatus, MergeReport, Progress, RefreshReport, Which};
pub use query::{
    Anchor, Cursor, MapPlace, Order, Pick, PickRow, Query, Scope, Show, SortBy, Window,
};
pub use template::Template;
pub use told::{Alike, Gathered, Told};
