//! The reader's own commands: run with arguments, or with a text on standard input.

use std::borrow::Cow;
use std::io::{BufRead, Write, stdin, stdout};
use std::path::PathBuf;
use std::process::{Command, ExitStatus, Stdio};

use super::{DesktopError, Environment, words};
use crate::text::Clean;

/// Runs a command of the configuration with further arguments and waits for it; returns the program's name, or none when
/// the command is empty. No shell takes part, and nothing of the terminal is given to it.
///
/// # Errors
/// When the program does not start or ends with an error.
pub fn run(command: &str, arguments: &[String]) -> Result<Option<String>, DesktopError> {
    run_program(&words(command), arguments)
}

/// The same with a command that is split into words already.
///
/// **Invariant:** no further argument is taken for an option, whatever a headline begins with.
fn run_program(command: &[String], arguments: &[String]) -> Result<Option<String>, DesktopError> {
    let Some((program, words)) = command.split_first() else { return Ok(None) };
    let arguments = arguments.iter().map(|argument| no_option(argument).into_owned());
    wait(Command::new(program).args(words).args(arguments), program)?;
    Ok(Some(program.clone()))
}

/// Runs a program without anything of the terminal, to its end.
pub(super) fn wait(command: &mut Command, program: &str) -> Result<(), DesktopError> {
    let program = program.to_owned();
    let status = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .map_err(|source| DesktopError::Start { program: program.clone(), source })?;
    if status.success() { Ok(()) } else { Err(DesktopError::Failed { program, status }) }
}

/// Runs a command that the reader typed, by the shell, as in any other program's `!`, with `text` on its standard input;
/// then waits for Enter, so that what it says can be read. The terminal must be free.
///
/// # Errors
/// When there is no shell.
pub fn pipe(command: &str, text: &str, press_enter: &str) -> Result<ExitStatus, DesktopError> {
    let start = |source| DesktopError::Start { program: "sh".to_owned(), source };
    let mut child =
        Command::new("sh").args(["-c", command]).stdin(Stdio::piped()).spawn().map_err(start)?;
    if let Some(mut input) = child.stdin.take() {
        // A command may have read enough ("head -1").
        let _ = input.write_all(text.as_bytes());
    }
    let status = child.wait().map_err(start)?;
    let mut out = stdout();
    // Whoever cannot be asked is not waited for.
    if write!(out, "{press_enter} ").and_then(|()| out.flush()).is_ok() {
        let _ = stdin().lock().read_line(&mut String::new());
    }
    Ok(status)
}

/// Shows a notice by a program of the configuration, which gets title and text as its last arguments.
///
/// # Errors
/// When the program does not start or ends with an error.
pub fn notify(command: &[String], title: &Clean, text: &Clean) -> Result<(), DesktopError> {
    run_program(command, &[title.to_string(), literal(text)]).map(drop)
}

/// The argument as no program takes it for an option: those begin with a hyphen.
pub(super) fn no_option(argument: &str) -> Cow<'_, str> {
    if argument.starts_with('-') { format!(" {argument}").into() } else { argument.into() }
}

/// A text that means itself where marks are understood, as in the body of a notice (Desktop Notifications Specification,
/// "Markup"); where they are not, it stays readable.
fn literal(text: &Clean) -> String {
    text.replace('&', "＆").replace('<', "‹").replace('>', "›")
}

impl Environment {
    /// A path as the reader types it: `~` at its beginning is the home folder.
    pub fn expanded(&self, path: &str) -> PathBuf {
        match (path.strip_prefix('~'), &self.home) {
            (Some(rest), Some(home)) if rest.is_empty() || rest.starts_with('/') => {
                home.join(rest.trim_start_matches('/'))
            }
            _ => PathBuf::from(path),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_gets_its_arguments_as_they_are() {
        let dir = tempfile::tempdir().expect("a folder");
        let file = dir.path().join("kept");
        let command = format!("tee '{}'", file.display());
        let hostile = ["https://a.example/$(id)".to_owned(), "; rm x".to_owned()];
        let command_for_arguments = format!("touch -- '{}'", dir.path().join("a").display());
        assert_eq!(run(&command, &[]).expect("runs"), Some("tee".to_owned()));
        assert!(file.exists());
        let in_dir =
            hostile.map(|name| format!("{}/{}", dir.path().display(), name.replace('/', "_")));
        assert!(run(&command_for_arguments, &in_dir).expect("runs").is_some());
        assert!(in_dir.iter().all(|name| std::path::Path::new(name).exists()), "{in_dir:?}");
        assert_eq!(run("  ", &[]).expect("nothing to run"), None);
        assert!(matches!(run("false", &[]), Err(DesktopError::Failed { .. })));
        assert!(matches!(run("/nowhere/at-all", &[]), Err(DesktopError::Start { .. })));
    }

    #[test]
    fn a_notice_is_two_arguments_without_marks() {
        let dir = tempfile::tempdir().expect("a folder");
        let sh = "printf '%s|' \"$@\" > \"$0\"";
        let file = dir.path().join("told").display().to_string();
        let command = ["sh", "-c", sh, &file].map(str::to_owned);
        let (title, text) = (Clean::line("-x $(id)"), Clean::line("<b>R&B</b> im Park"));
        notify(&command, &title, &text).expect("runs");
        let told = std::fs::read_to_string(file).expect("written");
        assert_eq!(told, " -x $(id)|‹b›R＆B‹/b› im Park|", "and -x is no option");
        assert!(notify(&["/nowhere/at-all".to_owned()], &title, &text).is_err());
    }

    #[test]
    fn a_tilde_is_the_home_folder() {
        let environment = Environment { home: Some("/home/anna".into()), ..Environment::default() };
        for (path, want) in [
            ("~", "/home/anna"),
            ("~/lesen/a.md", "/home/anna/lesen/a.md"),
            ("~bernd/a.md", "~bernd/a.md"),
            ("/tmp/~/a.md", "/tmp/~/a.md"),
        ] {
            assert_eq!(environment.expanded(path), PathBuf::from(want));
        }
    }
}
