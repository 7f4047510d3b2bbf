//! HTTP: conditional GET, limits, politeness. The only module that knows reqwest.
//!
//! What a server does is an [`Outcome`], never an error: a feed's fault is data. One exchange after another is made by
//! `exchange`, redirects are judged by `hops`, bodies are read by `body` and decoded by `coding`, waiting is `gates`.
//!
//! **Invariant:** a request goes only to `http` and `https` addresses, carries no cookie and no `Referer`, and reaches
//! a private network only when the reader's own configuration names it.

mod address;
mod body;
mod client;
mod coding;
mod contacts;
mod discover;
mod door;
mod exchange;
mod fault;
mod file;
mod freshness;
mod gates;
mod hops;
mod outcome;
mod page;
mod rests;
mod settings;
mod validators;

pub use client::Client;
pub use discover::{Candidate, discover};
pub use door::Door;
pub use outcome::{Fresh, NotModified, Outcome, Page, Place, Request};
pub use page::decode_html;
pub use settings::FetchSettings;
