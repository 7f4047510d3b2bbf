//! The pipeline with a real archive in a temporary directory and a scripted server; the clock is a number.
#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "refresh/manners.rs"]
mod manners;
#[path = "refresh/runs.rs"]
mod runs;
mod support;
#[path = "refresh/turns.rs"]
mod turns;
#[path = "refresh/world.rs"]
mod world;
