//! The terminal: raw mode, restore on every way out, events → keys.
