//! Handing an article, or counts, to programs of the reader's own: argument vectors of the configuration.

use std::io::Write;
use std::process::{Command, Stdio};

use super::DesktopError;
use super::command::{no_option, wait};

/// What of an article a program can be handed.
#[derive(Debug, Clone, Copy)]
pub struct Shared<'a> {
    /// Its address, for `%u`.
    pub url: &'a str,
    /// Its headline, for `%t`.
    pub title: &'a str,
    /// Its source, for `%s`.
    pub source: &'a str,
}

/// Runs a program with `%u`, `%t` and `%s` in its arguments filled in (`%%` is a percent sign), and waits for it; where none
/// of them stands, the address comes last. Returns the program's name, or none when the command is empty.
///
/// # Errors
/// When the program does not start or ends with an error.
pub fn share(command: &[String], what: Shared<'_>) -> Result<Option<String>, DesktopError> {
    let Some((program, arguments)) = command.split_first() else { return Ok(None) };
    wait(Command::new(program).args(filled(arguments, what)), program)?;
    Ok(Some(program.clone()))
}

/// Runs a program with variables added to its environment, and waits for it; an empty command is nothing to run.
///
/// # Errors
/// When the program does not start or ends with an error.
pub fn hook(command: &[String], variables: &[(&str, String)]) -> Result<(), DesktopError> {
    let Some((program, arguments)) = command.split_first() else { return Ok(()) };
    let variables = variables.iter().map(|(name, value)| (name, value));
    wait(Command::new(program).args(arguments).envs(variables), program)
}

/// Gives a text to a program on its standard input. A program that stays to serve the text (as those of X11 do) is not
/// waited for.
///
/// # Errors
/// When the program does not start.
pub fn copy(command: &[String], text: &str) -> Result<(), DesktopError> {
    let Some((program, arguments)) = command.split_first() else { return Ok(()) };
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|source| DesktopError::Start { program: program.clone(), source })?;
    if let Some(mut input) = child.stdin.take() {
        // A program that ends before it has read all had enough.
        let _ = input.write_all(text.as_bytes());
    }
    std::thread::spawn(move || child.wait());
    Ok(())
}

fn filled(arguments: &[String], what: Shared<'_>) -> Vec<String> {
    let mut is_filled = false;
    let mut all: Vec<String> = Vec::with_capacity(arguments.len() + 1);
    for argument in arguments {
        let mut out = String::new();
        let mut letters = argument.chars();
        while let Some(letter) = letters.next() {
            let value = match (letter, letters.clone().next()) {
                ('%', Some('u')) => what.url,
                ('%', Some('t')) => what.title,
                ('%', Some('s')) => what.source,
                ('%', Some('%')) => "%",
                _ => {
                    out.push(letter);
                    continue;
                }
            };
            is_filled |= value != "%";
            letters.next();
            let begins = out.is_empty();
            out.push_str(&if begins { no_option(value) } else { value.into() });
        }
        all.push(out);
    }
    all.extend((!is_filled).then(|| what.url.to_owned()));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(list: &[&str]) -> Vec<String> {
        list.iter().map(ToString::to_string).collect()
    }

    const WHAT: Shared<'_> =
        Shared { url: "https://a.example/$(id)", title: "--rm; `x` 5 %u", source: "Bote" };

    #[test]
    fn what_a_publisher_wrote_stays_within_its_argument() {
        let got = filled(&words(&["post", "%t – %s: %u", "100 %%", "-x%t", "%"]), WHAT);
        let want = [
            "post",
            " --rm; `x` 5 %u – Bote: https://a.example/$(id)",
            "100 %",
            "-x--rm; `x` 5 %u",
            "%",
        ];
        assert_eq!(got, words(&want));
        assert_eq!(filled(&words(&["post"]), WHAT), words(&["post", WHAT.url]));
    }

    #[test]
    fn a_hook_finds_counts_in_its_environment() {
        let dir = tempfile::tempdir().expect("a folder");
        let file = dir.path().join("told").display().to_string();
        let command = words(&["sh", "-c", "printf %s \"$UMLAND_NEW\" > \"$0\"", &file]);
        hook(&command, &[("UMLAND_NEW", "7".to_owned())]).expect("runs");
        assert_eq!(std::fs::read_to_string(file).expect("written"), "7");
        assert!(hook(&[], &[]).is_ok());
        assert!(matches!(hook(&words(&["false"]), &[]), Err(DesktopError::Failed { .. })));
        assert!(matches!(share(&words(&["/nowhere"]), WHAT), Err(DesktopError::Start { .. })));
        assert_eq!(share(&[], WHAT).expect("nothing to run"), None);
    }
}
