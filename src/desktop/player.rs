//! Playing an enclosure.

use std::process::Command;

use super::browser::{self, Opened};
use super::{DesktopError, Environment};

/// Plays an enclosure with the reader's own program: an argument vector in which `%s` stands for the address, or it comes
/// last. Without one, the address is opened as any other.
///
/// # Errors
/// When the address is not over `http` or `https`, or the program does not start.
pub fn play(
    address: &str,
    player: &[String],
    environment: &Environment,
) -> Result<Opened, DesktopError> {
    let address = browser::checked(address)?;
    if !(address.starts_with("http://") || address.starts_with("https://")) {
        return Err(DesktopError::Scheme);
    }
    let Some((program, arguments)) = player.split_first() else {
        return browser::open_url(&address, environment);
    };
    browser::start(Command::new(program).args(filled(arguments, &address)), program)
}

fn filled(arguments: &[String], address: &str) -> Vec<String> {
    let has_place = arguments.iter().any(|argument| argument.contains("%s"));
    let arguments = arguments.iter().map(|argument| argument.replace("%s", address));
    arguments.chain((!has_place).then(|| address.to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_is_one_argument() {
        let words = |list: &[&str]| list.iter().map(ToString::to_string).collect::<Vec<_>>();
        let address = "https://example.org/a;b%20c.mp3";
        assert_eq!(filled(&words(&["--quiet"]), address), words(&["--quiet", address]));
        assert_eq!(filled(&words(&["--play=%s", "-q"]), address)[0], format!("--play={address}"));
        assert_eq!(filled(&[], address), words(&[address]));
    }

    #[test]
    fn only_the_web_is_played() {
        let player = ["/bin/true".to_owned()];
        for address in ["file:///etc/passwd", "mailto:a@example.org", "javascript:1", "--help", ""]
        {
            let outcome = play(address, &player, &Environment::default());
            assert!(matches!(outcome, Err(DesktopError::Scheme)), "{address}");
        }
        let hidden = play("https://a@example.org/", &player, &Environment::default());
        assert!(matches!(hidden, Err(DesktopError::UserName)));
        let missing = ["/nonexistent/player".to_owned()];
        let outcome = play("https://example.org/a.mp3", &missing, &Environment::default());
        assert!(matches!(outcome, Err(DesktopError::Start { .. })));
    }
}
