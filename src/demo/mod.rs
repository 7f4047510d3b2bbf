//! The built-in edition and the loopback server that serves it.
