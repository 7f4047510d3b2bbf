//! HTML → blocks → `Article`.

pub mod plain;
pub mod table;

pub use plain::plain;
