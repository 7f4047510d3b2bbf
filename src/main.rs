//! The `umland` binary.

fn main() {}
