//! Text as a terminal must see it: cleaned, measured, folded, dated. Pure; names nothing else of umland.

pub mod dates;
pub mod diff;
pub mod fold;
pub mod guard;
mod nearest;
pub mod sanitise;
pub mod target;
pub mod width;

pub use nearest::nearest;
pub use sanitise::Clean;
