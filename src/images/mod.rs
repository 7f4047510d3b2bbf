//! Pictures: decoded within limits, kept on disk, made ready for the terminal.
//!
//! **Invariant:** no picture is decoded before its header has said that it is small enough, and what reaches the terminal
//! is made from its pixels, never from its bytes.

mod cache;
mod decode;
mod shelf;

pub use cache::Cache;
pub use decode::{PictureFault, decode};
pub use image::DynamicImage as Image;
pub use shelf::{Shelf, fitted};
