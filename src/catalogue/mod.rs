//! The shipped directory of regional feeds: what it holds, and what of it covers a town.
//!
//! The list is `assets/catalogue.tsv`, one feed a line, sorted; [`check`] tells every line that breaks a rule.
//!
//! **Invariant:** every address stands once, however it is written; every place is known to the gazetteer.

mod check;
mod near;
mod read;

pub use check::{CatalogueFault, check};
pub use near::{Level, Nearby, Offer, Outlet, near};
pub use read::{Entry, Kind, SHIPPED, Trust, entries, of_address, read, region_of_host};
