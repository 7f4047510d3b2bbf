//! Town names and where the towns lie: embedded, read in place, nothing decoded until it is asked for.
//!
//! The data are made by `scripts/gazetteer/generate.py` and credited in `NOTICE`. A [`Place`] is a small number; what
//! is known of it is read from the packed table when asked.
//!
//! **Invariant:** looking a name up costs a walk over its letters, whatever the size of the table.

mod area;
pub mod format;
mod key;
mod lookup;
mod place;
mod point;
mod postcode;
mod table;

pub use area::Area;
pub use key::{key, key_into};
pub use lookup::{Hit, begins_name, complete, exact, find, named, walk, with_key};
pub use place::{Kind, Place};
pub use point::Point;
pub use postcode::{Postcode, postcode};
