//! The rules that make a draft an article, one a file. A rule that is not sure leaves the text as it is; what a rule takes
//! out of the body it writes into the draft's account.

pub(super) mod agency;
pub(super) mod byline;
pub(super) mod contact;
pub(super) mod credit;
pub(super) mod dateline;
pub(super) mod deck;
pub(super) mod edges;
pub(super) mod evidence;
pub(super) mod headline;
pub(super) mod notes;
pub(super) mod promo;
mod promo_words;
pub(super) mod related;
pub(super) mod repeats;
pub(super) mod sign;
