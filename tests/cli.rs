//! The real binary: arguments and standard input in; standard output, standard error, exit code and files out.
#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "cli/care.rs"]
mod care;
#[path = "cli/fetching.rs"]
mod fetching;
#[path = "cli/home.rs"]
mod home;
#[path = "cli/program.rs"]
mod program;
#[path = "cli/reading.rs"]
mod reading;
#[path = "cli/subscribing.rs"]
mod subscribing;
mod support;
