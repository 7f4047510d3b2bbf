//! Opening an address in the browser.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};

use super::{DesktopError, Environment, words};
use crate::text::Clean;

/// What was run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// The program.
    pub program: Clean,
}

/// Opens an address: with `$BROWSER`, else with what the system has for it.
///
/// # Errors
/// When the address is none that is opened, or no program can be started.
pub fn open_url(address: &str, environment: &Environment) -> Result<Opened, DesktopError> {
    let address = checked(address)?;
    if let Some(commands) = &environment.browser {
        return first_that_starts(commands, &address);
    }
    if !environment.graphical {
        return Err(DesktopError::NoBrowser);
    }
    let mut failed = None;
    for mut command in open::commands(&address) {
        let program = command.get_program().to_string_lossy().into_owned();
        match start(&mut command, &program) {
            Ok(opened) => return Ok(opened),
            Err(fault) => failed = failed.or(Some(fault)),
        }
    }
    Err(failed.unwrap_or(DesktopError::NoBrowser))
}

/// The program that would open an address, if it is there. `path` is `$PATH`.
pub fn opener(environment: &Environment, path: &OsStr) -> Option<Clean> {
    let is_there = |program: &str| {
        program.contains('/') && Path::new(program).is_file()
            || std::env::split_paths(path).any(|dir| dir.join(program).is_file())
    };
    let programs: Vec<String> = match &environment.browser {
        Some(commands) => {
            commands.split(':').filter_map(|command| words(command).into_iter().next()).collect()
        }
        None if environment.graphical => open::commands("https://example.org/")
            .iter()
            .map(|command| command.get_program().to_string_lossy().into_owned())
            .collect(),
        None => Vec::new(),
    };
    programs.iter().find(|program| is_there(program)).map(|program| Clean::line(program))
}

/// The address as the URL standard writes it: no blank, no control character, a scheme that is opened, and no user name,
/// which reads like the host (`https://bank.example@evil.example/`).
pub(super) fn checked(address: &str) -> Result<String, DesktopError> {
    let url = url::Url::parse(address.trim()).map_err(|_| DesktopError::Scheme)?;
    if !matches!(url.scheme(), "http" | "https" | "mailto") {
        return Err(DesktopError::Scheme);
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(DesktopError::UserName);
    }
    Ok(url.into())
}

/// `$BROWSER` holds commands separated by `:`; the first that starts is taken.
fn first_that_starts(commands: &str, address: &str) -> Result<Opened, DesktopError> {
    let mut failed = DesktopError::NoBrowser;
    for command in commands.split(':') {
        let Some((program, arguments)) = arguments(command, address) else { continue };
        match start(Command::new(&program).args(arguments), &program) {
            Ok(opened) => return Ok(opened),
            Err(fault) => failed = fault,
        }
    }
    Err(failed)
}

/// The program and its arguments: the address where `%s` stands, else at the end.
fn arguments(command: &str, address: &str) -> Option<(String, Vec<String>)> {
    let mut words = words(command);
    if words.is_empty() {
        return None;
    }
    let program = words.remove(0);
    let has_place = words.iter().any(|word| word.contains("%s"));
    let mut arguments: Vec<String> =
        words.into_iter().map(|word| word.replace("%s", address)).collect();
    if !has_place {
        arguments.push(address.to_owned());
    }
    Some((program, arguments))
}

/// Starts a program that lives on without us; a thread waits for it, so that it leaves no zombie.
pub(super) fn start(command: &mut Command, program: &str) -> Result<Opened, DesktopError> {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command
        .spawn()
        .map_err(|source| DesktopError::Start { program: program.to_owned(), source })?;
    std::thread::spawn(move || child.wait());
    Ok(Opened { program: Clean::line(program) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_and_mail_addresses_are_opened() {
        for bad in
            ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ssh://x", "-x", ""]
        {
            assert!(matches!(checked(bad), Err(DesktopError::Scheme)), "{bad}");
        }
        assert_eq!(checked("https://example.org/a b").expect("web"), "https://example.org/a%20b");
        assert_eq!(checked("mailto:a@example.org").expect("mail"), "mailto:a@example.org");
    }

    #[test]
    fn an_address_with_a_user_name_is_not_opened() {
        for bad in ["https://bank.example@evil.example/", "http://:secret@example.org/"] {
            assert!(matches!(checked(bad), Err(DesktopError::UserName)), "{bad}");
        }
        assert!(checked("https://example.org/@anna?x=a@b").is_ok());
    }

    #[test]
    fn the_address_is_one_argument() {
        let url = "https://example.org/?a=1;rm&b=$(x)";
        let (program, args) = arguments("firefox --new-tab", url).expect("a command");
        assert_eq!(
            (program.as_str(), args),
            ("firefox", vec!["--new-tab".to_owned(), url.to_owned()])
        );
        let (_, args) = arguments("w3m -o x=%s", url).expect("a command");
        assert_eq!(args, ["-o".to_owned(), format!("x={url}")]);
    }

    #[test]
    fn the_first_browser_that_starts_is_taken() {
        let environment = Environment {
            browser: Some("/nowhere/at-all:true".to_owned()),
            ..Environment::default()
        };
        let opened = open_url("https://example.org/", &environment).expect("true is everywhere");
        assert_eq!(opened.program, "true");
    }

    #[test]
    fn without_a_browser_it_says_so() {
        let fault = open_url("https://example.org/", &Environment::default());
        assert!(matches!(fault, Err(DesktopError::NoBrowser)));
    }
}
