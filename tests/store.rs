//! The archive as the rest of umland sees it: on a real file, through its public face.
#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "store/alerts.rs"]
mod alerts;
#[path = "store/damage.rs"]
mod damage;
#[path = "store/filtering.rs"]
mod filtering;
#[path = "store/journal.rs"]
mod journal;
#[path = "store/lists.rs"]
mod lists;
#[path = "store/merging.rs"]
mod merging;
#[path = "store/moving.rs"]
mod moving;
#[path = "store/opening.rs"]
mod opening;
#[path = "store/pages.rs"]
mod pages;
#[path = "store/placing.rs"]
mod placing;
#[path = "store/searching.rs"]
mod searching;
#[path = "store/support.rs"]
mod support;
