//! Text as a terminal must see it: cleaned, measured, folded, dated. Pure; names nothing else of umland.

pub mod fold;
pub mod sanitise;

pub use sanitise::Clean;
