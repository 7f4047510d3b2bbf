//! The `umland` binary.

use std::process::ExitCode;

fn main() -> ExitCode {
    umland::cli::run(std::env::args_os())
}
