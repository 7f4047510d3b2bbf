//! How like two texts are: the same text in another paper (agency copy), the same story in other words, or another story.
//! Pure; which texts are compared is the store's to find.
//!
//! The rule. Every text is reduced to a [`Telling`]: the folded stems of its headline, of its lead (headline and first
//! words) and of all of it, its runs of five words, and its figures. [`Rarity`] says how rare a word is among the texts
//! of these days, from 0 (everywhere) to 1 (only here). Two tellings are never the same story when they
//! were published more than [`APART`] seconds from each other.
//!
//! - **Same text:** half of the runs of the shorter one stand in the longer one too. Serial reports that are only filled in
//!   anew (weather, levels of rivers, services) have the same runs but other figures: those are not the same.
//! - **Same story:** enough of the weight of one's lead stands in the other (`likeness::SHARED`), that is more than
//!   one or two rare words, and words of the headlines are among them.
//!
//! A rule that is not sure says *another story*: a version that is missing costs less than one that is wrong.
//!
//! **Invariant:** the answer does not depend on the order of the two.

mod group;
mod likeness;
mod rarity;
mod stop;
mod telling;

pub use group::group;
pub use likeness::{APART, likeness};
pub use rarity::Rarity;
pub use telling::{Telling, keywords};

#[cfg(test)]
mod tests;
