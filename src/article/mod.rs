//! HTML → blocks → `Article`.
