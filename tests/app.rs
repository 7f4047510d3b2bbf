//! Keys in, screen out: the whole reader on the built-in edition, in a played terminal.
#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "app/articles.rs"]
mod articles;
#[path = "app/feeds.rs"]
mod feeds;
#[path = "app/lists.rs"]
mod lists;
#[path = "app/map.rs"]
mod map;
#[path = "app/places.rs"]
mod places;
#[path = "app/reader.rs"]
mod reader;
#[path = "app/screens.rs"]
mod screens;
mod stage;
