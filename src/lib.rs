//! umland: your region's news, in your terminal.
//!
//! A pure core (values in, values out) with effects at the edges; the store is the single source of truth. The layers,
//! and which module may name which, stand in `tests/architecture.rs`; `ARCHITECTURE.md` is the map.

pub mod action;
pub mod agenda;
pub mod app;
pub mod article;
pub mod catalogue;
pub mod chart;
pub mod cli;
pub mod config;
pub mod demo;
pub mod desktop;
pub mod domain;
pub mod export;
pub mod fetch;
pub mod gazetteer;
pub mod images;
pub mod keys;
pub mod lang;
pub mod opml;
pub mod parse;
pub mod place;
pub mod query;
pub mod refresh;
pub mod runtime;
pub mod schedule;
pub mod store;
pub mod story;
pub mod term;
pub mod text;
pub mod theme;
pub mod typeset;
pub mod view;
pub mod words;
