//! From bytes to a document that can be read: charset, kind, and what it is when it is no feed.

mod charset;
mod kind;

pub(crate) use charset::decode;
pub(crate) use kind::{Kind, html_feed_links, kind, other_root};
