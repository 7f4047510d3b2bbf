//! HTML → blocks → `Article`: the text of a feed's entry or of a whole web page, set apart into the parts that a newspaper
//! knows, without what publishers put around it.
//!
//! The way: [`scan`] refuses what would break a parser; html5ever builds the tree ([`tree`]); [`mark`] says what elements
//! are by their names; [`build`] makes blocks; [`root`] finds the article on a page; [`rules`] finish it, one a file.
//! `dom_smoothie` and the page's JSON-LD are heard when little was found ([`second`]).
//! html2text is used where it is good and cannot loop: for drawing tables of plain cells ([`table`]) and for documents
//! beyond the limits ([`fallback`]); it never sees raw HTML.

mod build;
mod charset;
mod dates;
mod draft;
mod entry;
mod fallback;
mod feed;
mod figure;
mod html;
mod json;
mod jsonld;
mod links;
mod mark;
mod markdown;
mod meta;
mod names;
mod page;
mod plain;
mod root;
mod rules;
pub mod scan;
mod second;
pub mod table;
mod tag;
mod template;
mod told;
mod tree;
mod wall;
mod wording;

pub use charset::decode;
pub use draft::Dropped;
pub use entry::{of_entry, of_page, read_entry};
pub use feed::{FeedContent, from_feed, with_account};
pub use html::{escape, html, html_without_pictures};
pub use json::extract_json;
pub use markdown::markdown;
pub use page::{Extracted, Hints, from_page};
pub use plain::plain;
pub use template::{fingerprints, without_furniture};
