//! Editing a file in the reader's editor.

use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

use super::{DesktopError, Environment, words};

/// Runs the reader's editor (`$VISUAL`, `$EDITOR`, else `vi`) on a file, at a line when it knows how, and waits for it. The
/// terminal must be free.
///
/// # Errors
/// When the editor does not start or ends with an error.
pub fn edit(
    file: &Path,
    line: Option<usize>,
    environment: &Environment,
) -> Result<(), DesktopError> {
    let mut words = words(environment.editor.as_deref().unwrap_or("vi"));
    if words.is_empty() {
        words.push("vi".to_owned());
    }
    let program = words.remove(0);
    let status = Command::new(&program)
        .args(words)
        .args(arguments(&program, file, line))
        .status()
        .map_err(|source| DesktopError::Start { program: program.clone(), source })?;
    if status.success() { Ok(()) } else { Err(DesktopError::Failed { program, status }) }
}

/// Editors that take `+LINE` before the file.
const PLUS: &[&str] = &[
    "vi",
    "vim",
    "nvim",
    "gvim",
    "view",
    "ex",
    "elvis",
    "nano",
    "pico",
    "emacs",
    "emacsclient",
    "mg",
    "zile",
    "jed",
    "joe",
    "jmacs",
    "ne",
    "kak",
    "micro",
    "ee",
    "jove",
    "gedit",
    "kate",
    "less",
];
/// Editors that take `FILE:LINE`.
const COLON: &[&str] = &["hx", "helix", "subl", "zed", "zeditor"];
/// Editors that take `--goto FILE:LINE`.
const GOTO: &[&str] = &["code", "codium", "vscodium", "code-insiders"];

/// The file, at a line as the program wants it told; one that is not known gets the file only.
fn arguments(program: &str, file: &Path, line: Option<usize>) -> Vec<OsString> {
    let name = Path::new(program).file_stem().and_then(|name| name.to_str()).unwrap_or_default();
    let file = file.as_os_str().to_owned();
    let Some(line) = line else { return vec![file] };
    let with_line = || {
        let mut told = file.clone();
        told.push(format!(":{line}"));
        told
    };
    match name {
        _ if PLUS.contains(&name) => vec![format!("+{line}").into(), file],
        _ if COLON.contains(&name) => vec![with_line()],
        _ if GOTO.contains(&name) => vec!["--goto".into(), with_line()],
        _ => vec![file],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(editor: &str) -> Result<(), DesktopError> {
        let environment = Environment { editor: Some(editor.to_owned()), ..Environment::default() };
        edit(Path::new("/dev/null"), Some(3), &environment)
    }

    #[test]
    fn editors_are_told_the_line_as_they_know_it() {
        let told = |program: &str, line| -> Vec<String> {
            let arguments = arguments(program, Path::new("/c.toml"), line);
            arguments.into_iter().map(|a| a.to_string_lossy().into_owned()).collect()
        };
        assert_eq!(told("/usr/bin/vim", Some(7)), ["+7", "/c.toml"]);
        assert_eq!(told("nano", Some(7)), ["+7", "/c.toml"]);
        assert_eq!(told("emacsclient", Some(7)), ["+7", "/c.toml"]);
        assert_eq!(told("hx", Some(7)), ["/c.toml:7"]);
        assert_eq!(told("code", Some(7)), ["--goto", "/c.toml:7"]);
        assert_eq!(told("ed", Some(7)), ["/c.toml"]);
        assert_eq!(told("vim", None), ["/c.toml"]);
    }

    #[test]
    fn the_editor_is_waited_for() {
        assert!(with("true --wait").is_ok());
        assert!(matches!(with("false"), Err(DesktopError::Failed { .. })));
        assert!(matches!(with("/nowhere/at-all"), Err(DesktopError::Start { .. })));
    }
}
