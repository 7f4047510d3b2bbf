//! The command line: arguments, headless commands, output, exit codes.
