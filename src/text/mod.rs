//! Text as a terminal must see it: cleaned, measured, folded, wrapped. Pure; names nothing else of umland.

pub mod guard;
pub mod sanitise;

pub use sanitise::Clean;
