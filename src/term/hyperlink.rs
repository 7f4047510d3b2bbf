//! Hyperlinks (OSC 8): which terminals know them, and how a cell becomes part of one.

use crate::text::target::Target;

/// Values of `TERM_PROGRAM` and `TERM` of terminals that know hyperlinks.
const PROGRAMS: [&str; 7] =
    ["iTerm.app", "WezTerm", "ghostty", "vscode", "rio", "Tabby", "WarpTerminal"];
const TERMS: [&str; 8] = [
    "xterm-kitty",
    "xterm-ghostty",
    "foot",
    "foot-extra",
    "alacritty",
    "wezterm",
    "contour",
    "rio",
];

/// Whether the terminal is known to know hyperlinks, by what it says of itself in the environment. One that is not known
/// gets none: a few old ones print what they do not understand.
pub fn has_hyperlinks(variable: impl Fn(&str) -> Option<String>) -> bool {
    let is = |name: &str, values: &[&str]| {
        variable(name).is_some_and(|value| values.iter().any(|v| value.eq_ignore_ascii_case(v)))
    };
    let at_least = |name: &str, least: u32| {
        variable(name).and_then(|v| v.parse::<u32>().ok()).is_some_and(|version| version >= least)
    };
    if variable("TMUX").is_some() || is("TERM_PROGRAM", &["tmux"]) {
        // tmux passes them on, or drops them, from 3.4 on.
        return is("TERM_PROGRAM", &["tmux"])
            && variable("TERM_PROGRAM_VERSION").is_some_and(|version| is_tmux_3_4(&version));
    }
    let term = variable("TERM").unwrap_or_default();
    if term.starts_with("screen") || term == "dumb" || term == "linux" {
        return false;
    }
    is("TERM_PROGRAM", &PROGRAMS)
        || is("TERM", &TERMS)
        || at_least("VTE_VERSION", 5000)
        || at_least("KONSOLE_VERSION", 20_12_00)
        || ["WT_SESSION", "KITTY_WINDOW_ID", "DOMTERM"].iter().any(|v| variable(v).is_some())
}

fn is_tmux_3_4(version: &str) -> bool {
    let mut parts = version.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok());
    let number: (u32, u32) = (parts.next().unwrap_or(0), parts.next().unwrap_or(0));
    number >= (3, 4)
}

/// What prints a cell's text as part of a hyperlink. Each cell stands for itself, because any of them may be drawn alone;
/// `id` tells the terminal which belong together.
pub fn hyperlinked(text: &str, target: &Target, id: u16) -> String {
    format!("\x1b]8;id={id};{target}\x1b\\{text}\x1b]8;;\x1b\\")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_known_terminals_get_links() {
        for (variables, want) in [
            ("TERM=xterm-256color", false),
            ("TERM=xterm-256color VTE_VERSION=7006", true),
            ("TERM=xterm-256color VTE_VERSION=4800", false),
            ("TERM=xterm-256color TERM_PROGRAM=iTerm.app", true),
            ("TERM=xterm-256color TERM_PROGRAM=Apple_Terminal", false),
            ("TERM=xterm-kitty", true),
            ("TERM=foot", true),
            ("TERM=xterm-256color KONSOLE_VERSION=220401", true),
            ("TERM=linux", false),
            ("TERM=screen-256color VTE_VERSION=7006", false),
            ("TERM=tmux-256color TMUX=x TERM_PROGRAM=tmux TERM_PROGRAM_VERSION=3.3a", false),
            ("TERM=tmux-256color TMUX=x TERM_PROGRAM=tmux TERM_PROGRAM_VERSION=3.5a", true),
            ("TERM=tmux-256color TMUX=x TERM_PROGRAM=tmux TERM_PROGRAM_VERSION=next-3.6", true),
        ] {
            let has = has_hyperlinks(|name| {
                let mut pairs = variables.split(' ').filter_map(|pair| pair.split_once('='));
                pairs.find(|(n, _)| *n == name).map(|(_, value)| value.to_owned())
            });
            assert_eq!(has, want, "{variables}");
        }
    }

    #[test]
    fn a_cell_opens_and_ends_its_link() {
        let target = Target::new("https://example.org/a b").expect("an address");
        assert_eq!(
            hyperlinked("x", &target, 3),
            "\x1b]8;id=3;https://example.org/a%20b\x1b\\x\x1b]8;;\x1b\\"
        );
    }
}
