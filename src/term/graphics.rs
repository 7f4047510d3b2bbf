//! What pictures the terminal can show, and how large its cells are. Asked only when the first picture is wanted.
//!
//! Most of it is known without a question: kitty and its like, and iTerm2 and its like, say their names in the
//! environment, and the kernel knows the size in pixels. Others are asked for their device attributes (xterm's control
//! sequences, "Send Device Attributes"), whether sixels are among them; one that does not answer in time shows half
//! blocks, and an answer that comes too late is dropped by the reading of keys, which knows it.

use std::io::{Write, stdin, stdout};
use std::os::fd::AsFd;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};

use crate::domain::{Graphics, Protocol};

/// "What can you do?" ("Send Device Attributes")
const ATTRIBUTES: &[u8] = b"\x1b[c";
/// "Which version are you?" (XTVERSION), and the same.
const VERSION: &[u8] = b"\x1b[>q\x1b[c";
/// Nobody waits longer for the answer.
const PATIENCE: Duration = Duration::from_millis(400);
/// Kitty and its like do answer, only perhaps from far away.
const PATIENCE_WITH_KITTY: Duration = Duration::from_secs(2);
/// No answer is longer.
const LONGEST: usize = 256;
/// A cell where the terminal does not say.
const USUAL_CELL: (u16, u16) = (10, 20);

/// What the terminal can show. Nobody else may read from it meanwhile.
pub fn graphics(wish: Option<Protocol>) -> Graphics {
    let variable = |name: &str| std::env::var_os(name).map(|v| v.to_string_lossy().into_owned());
    let protocol = wish.unwrap_or_else(|| match by_name(variable) {
        Known::Protocol(Protocol::Kitty) if !has_placeholders() => Protocol::Blocks,
        Known::Protocol(protocol) => protocol,
        Known::Ask if has_sixels() => Protocol::Sixel,
        Known::Ask => Protocol::Blocks,
    });
    Graphics { protocol, cell: cell().unwrap_or(USUAL_CELL) }
}

/// What the environment tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Known {
    Protocol(Protocol),
    Ask,
}

fn by_name(variable: impl Fn(&str) -> Option<String>) -> Known {
    let value = |name: &str| variable(name).unwrap_or_default();
    let (term, program) = (value("TERM"), value("TERM_PROGRAM"));
    // tmux and screen keep what they do not know from the terminal behind them.
    let is_inside =
        variable("TMUX").is_some() || term.starts_with("screen") || term.starts_with("tmux");
    if is_inside || term.is_empty() || term == "dumb" || term == "linux" {
        return Known::Protocol(Protocol::Blocks);
    }
    match () {
        () if term == "xterm-kitty" || term == "xterm-ghostty" || program == "ghostty" => {
            Known::Protocol(Protocol::Kitty)
        }
        () if ["iTerm.app", "WezTerm", "mintty", "rio"].contains(&program.as_str())
            || value("LC_TERMINAL") == "iTerm2" =>
        {
            Known::Protocol(Protocol::Iterm2)
        }
        () => Known::Ask,
    }
}

/// The size of a cell, when the terminal has told the kernel.
fn cell() -> Option<(u16, u16)> {
    let size = crossterm::terminal::window_size().ok()?;
    let cell = (size.width.checked_div(size.columns)?, size.height.checked_div(size.rows)?);
    (cell.0 >= 2 && cell.1 >= 2).then_some(cell)
}

fn has_sixels() -> bool {
    let heard = ask(ATTRIBUTES, PATIENCE);
    attributes(&heard).is_some_and(|attributes| attributes.contains(&4))
}

/// Whether it is a kitty that draws pictures in place of letters: those before 0.28 would show the letters.
fn has_placeholders() -> bool {
    let heard = ask(VERSION, PATIENCE_WITH_KITTY);
    match kitty_version(&String::from_utf8_lossy(&heard)) {
        Some(version) => version >= (0, 28),
        None => attributes(&heard).is_some(), // it answers, and is not kitty itself
    }
}

/// Asks, and listens until the attributes have come, which every question ends with.
fn ask(question: &[u8], patience: Duration) -> Vec<u8> {
    let mut heard = Vec::new();
    let mut out = stdout();
    if out.write_all(question).and_then(|()| out.flush()).is_err() {
        return heard;
    }
    let until = Instant::now() + patience;
    while heard.len() < LONGEST && attributes(&heard).is_none() {
        let left = until.saturating_duration_since(Instant::now());
        let Ok(left) = Timespec::try_from(left) else { break };
        let stdin = stdin();
        if !matches!(poll(&mut [PollFd::new(&stdin, PollFlags::IN)], Some(&left)), Ok(1..)) {
            break;
        }
        let mut bytes = [0; 64];
        // Not through the buffer of `Stdin`: what it holds back the reading of keys would never see.
        match rustix::io::read(stdin.as_fd(), &mut bytes) {
            Ok(n) if n > 0 => heard.extend_from_slice(&bytes[..n]),
            _ => break,
        }
    }
    heard
}

/// The version in an answer (`ESC P > | kitty(0.26.5) ESC \`).
fn kitty_version(heard: &str) -> Option<(u32, u32)> {
    let version = heard.split_once(">|kitty(")?.1;
    let mut parts = version.split(|c: char| !c.is_ascii_digit()).map(str::parse);
    Some((parts.next()?.ok()?, parts.next()?.ok()?))
}

/// The attributes in an answer (`ESC [ ? 62 ; 4 c`), once it is whole.
fn attributes(heard: &[u8]) -> Option<Vec<u16>> {
    let text = String::from_utf8_lossy(heard);
    let answer = text.split("\x1b[?").skip(1).find_map(|rest| {
        let end = rest.find(|c: char| !(c.is_ascii_digit() || c == ';'))?;
        rest[end..].starts_with('c').then(|| rest[..end].to_owned())
    })?;
    Some(answer.split(';').filter_map(|n| n.parse().ok()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terminals_are_known_by_name() {
        for (variables, want) in [
            ("TERM=xterm-kitty", Known::Protocol(Protocol::Kitty)),
            ("TERM=xterm-256color TERM_PROGRAM=ghostty", Known::Protocol(Protocol::Kitty)),
            ("TERM=xterm-256color TERM_PROGRAM=WezTerm", Known::Protocol(Protocol::Iterm2)),
            ("TERM=xterm-256color LC_TERMINAL=iTerm2", Known::Protocol(Protocol::Iterm2)),
            ("TERM=tmux-256color TERM_PROGRAM=tmux TMUX=x", Known::Protocol(Protocol::Blocks)),
            ("TERM=screen LC_TERMINAL=iTerm2", Known::Protocol(Protocol::Blocks)),
            ("TERM=linux", Known::Protocol(Protocol::Blocks)),
            ("LANG=C", Known::Protocol(Protocol::Blocks)),
            ("TERM=foot", Known::Ask),
            ("TERM=xterm-256color", Known::Ask),
        ] {
            let known = by_name(|name| {
                let mut pairs = variables.split(' ').filter_map(|pair| pair.split_once('='));
                pairs.find(|(n, _)| *n == name).map(|(_, value)| value.to_owned())
            });
            assert_eq!(known, want, "{variables}");
        }
    }

    #[test]
    fn kitty_tells_its_version() {
        assert_eq!(kitty_version("\x1bP>|kitty(0.26.5)\x1b\\\x1b[?62;c"), Some((0, 26)));
        assert_eq!(kitty_version("\x1bP>|ghostty 1.2.0\x1b\\\x1b[?62;22c"), None);
        assert_eq!(kitty_version("kitty("), None);
    }

    #[test]
    fn an_answer_is_taken_when_it_is_whole() {
        assert_eq!(attributes(b"\x1b[?62;4;22c"), Some(vec![62, 4, 22]));
        assert_eq!(attributes(b"jj\x1b[?6c"), Some(vec![6]));
        assert_eq!(attributes(b"\x1b[?62;4"), None);
        assert_eq!(attributes(b"\x1b[?2026;2$y"), None);
        assert_eq!(attributes(b"\x1b[?2026;2$y\x1b[?1;4c"), Some(vec![1, 4]));
        assert_eq!(attributes(b"\xff\x1b["), None);
    }
}
