//! Where a story plays: the towns that its texts name, weighed by where and how they are named.
//!
//! The order of trust is dateline, kicker, tags, title, lead, body; the feed's own town is the last resort. Each
//! [`Mention`](mention::Mention) gets a weight from its field and its cue ("in Moers" says more than "aus Moers", a
//! police station or a guest team less), mentions of one municipality add up, and the heaviest wins. The weights stand
//! in [`weigh`] and are set on labelled articles.
//!
//! **Invariant:** unknown stays unknown: without enough weight the answer has no place.

mod adjective;
mod area;
mod cue;
mod dateline;
mod field;
mod lexicon;
mod locate;
mod mention;
mod outside;
mod plain;
mod resolve;
mod rules;
mod token;
mod weigh;

pub use cue::Cue;
pub use field::Field;
pub use locate::{Context, Evidence, Input, Located, locate};
