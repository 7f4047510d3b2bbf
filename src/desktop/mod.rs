//! The world outside the terminal: the browser, the reader's editor and player.
//!
//! **Invariant:** only `http`, `https` and `mailto` addresses are opened, and a program gets them as one argument of its
//! own, never through a shell.

mod browser;
mod command;
mod editor;
mod player;
mod share;

pub use browser::{Opened, open_url, opener};
pub use command::{notify, pipe, run};
pub use editor::edit;
pub use player::play;
pub use share::{Shared, copy, hook, share};

use std::path::PathBuf;

/// What the environment says about other programs; read once by the command line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Environment {
    /// `$BROWSER`: commands, separated by `:`; `%s` stands for the address.
    pub browser: Option<String>,
    /// `$VISUAL`, else `$EDITOR`.
    pub editor: Option<String>,
    /// The home folder.
    pub home: Option<PathBuf>,
    /// There is a graphical session: `$DISPLAY` or `$WAYLAND_DISPLAY`, or the system always has one.
    pub graphical: bool,
}

/// Why another program could not be used.
#[derive(Debug, thiserror::Error)]
pub enum DesktopError {
    /// The address is not one that is opened.
    #[error("only http, https and mailto links are opened")]
    Scheme,
    /// The address has a user name, which may hide where it leads.
    #[error("links with a user name are not opened")]
    UserName,
    /// There is no browser: no `$BROWSER`, and no graphical session here.
    #[error("no $BROWSER and no graphical session")]
    NoBrowser,
    /// The program did not start.
    #[error("{program}: {source}")]
    Start {
        /// Which program.
        program: String,
        /// Why.
        source: std::io::Error,
    },
    /// The program ended with an error.
    #[error("{program} ended with {status}")]
    Failed {
        /// Which program.
        program: String,
        /// How it ended.
        status: std::process::ExitStatus,
    },
}

/// The words of a command line: separated by blanks, held together by quotes. No shell takes part.
fn words(command: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    for c in command.chars() {
        match (quote, c) {
            (Some(open), _) if c == open => quote = None,
            (None, '"' | '\'') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (None, c) if c.is_whitespace() => words.extend(word.take()),
            (_, c) => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_line_is_split_as_a_shell_would() {
        assert_eq!(words("firefox  --new-tab"), ["firefox", "--new-tab"]);
        assert_eq!(words("'/opt/my browser/run' \"a b\" ''"), ["/opt/my browser/run", "a b", ""]);
        assert_eq!(words("  "), Vec::<String>::new());
    }
}
