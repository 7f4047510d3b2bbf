//! The loop: facts in, one picture, effects out.
