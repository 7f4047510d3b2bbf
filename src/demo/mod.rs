//! The built-in edition and the loopback server that serves it: invented local feeds in and around Krefeld with their
//! article pages, for `umland demo`, for developers and for tests.
//!
//! [`Edition`] is pure: `now` in, every document out. Only [`serve`] touches the network, and only 127.0.0.1.

mod calendar;
mod config;
mod document;
mod edition;
mod feeds;
mod houses;
mod item;
mod markup;
mod page;
mod picture;
mod publisher;
mod server;
mod source;

pub use config::config_toml;
pub use document::Answer;
pub use edition::Edition;
pub use server::{DemoError, Server, serve, serve_at};
