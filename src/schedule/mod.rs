//! When is a feed due? Pure: facts and `now` in, a decision out.
