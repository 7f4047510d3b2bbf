//! The interface without a terminal: state, events, effects, and [`update`], which is pure.
//!
//! *Event*: a fact that has happened. *Effect*: a wish for something outside, to be carried out by the runtime. Between
//! them [`State`] is changed by [`update`] and by nothing else.
//!
//! **Invariant:** `update` never waits, and never asks the same question twice at the same time: at most one window of
//! entries and one article are under way; late answers to old questions are dropped.

pub mod act;
mod address;
pub mod alerts;
pub mod board;
pub mod changes;
pub mod command;
pub mod effect;
pub mod event;
pub mod filters;
pub mod go;
mod headings;
pub mod health;
pub mod help;
pub mod jumps;
pub mod kept;
pub mod keypress;
pub mod layout;
pub mod links;
pub mod list;
pub mod map;
pub mod marks;
mod marks_said;
mod moved;
mod notices;
mod out;
pub mod overlay;
pub mod palette;
mod palette_fit;
pub mod pictures;
pub mod places;
pub mod prompt;
pub mod reader;
mod revisions;
pub mod settings;
mod source;
pub mod state;
pub mod status;
pub mod themes;
mod towns;
pub mod tree;
mod tree_views;
mod typing;
pub mod update;
pub mod versions;
mod why;

pub use changes::Tagging;
pub use effect::{About, Effect, FeedWish, SettingValue};
pub use event::{Candidate, Event, Loaded, Mouse, MouseKind, Revision};
pub use layout::{LayoutMode, Pane, Rect, Regions, Size, regions};
pub use places::{Offered, OfferedFeed};
pub use state::{Auto, Headings, Prefs, State};
pub use update::{start, update};
