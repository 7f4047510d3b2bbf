//! Output: stdout is data, stderr is talk. A reader of stdout that goes away ends the program quietly.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};

use serde::Serialize;

use crate::text::sanitise::is_forbidden;

/// The sequences of our emphasis (ECMA-48, SGR): strong, weak, none.
const EMPHASIS: [&str; 3] = ["\u{1b}[1m", "\u{1b}[2m", "\u{1b}[0m"];

/// Standard output.
pub(super) struct Out {
    to: BufWriter<StdoutLock<'static>>,
    /// Whether colours and emphasis may be used.
    styled: bool,
}

/// Emphasis on a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Emphasis {
    Strong,
    Weak,
}

impl Out {
    /// Standard output; emphasis only on a terminal that wants it.
    pub(super) fn new(colours_wanted: bool) -> Self {
        let stdout = io::stdout();
        let styled = colours_wanted && stdout.is_terminal();
        Self { to: BufWriter::new(stdout.lock()), styled }
    }

    /// Writes a line.
    pub(super) fn line(&mut self, text: &str) -> io::Result<()> {
        self.to.write_all(safe(text, self.styled).as_bytes())?;
        self.to.write_all(b"\n")
    }

    /// Writes running text, its lines as they are.
    pub(super) fn text(&mut self, text: &str) -> io::Result<()> {
        self.to.write_all(safe(text, false).as_bytes())
    }

    /// Writes what we have made of nothing but our own words.
    pub(super) fn raw(&mut self, text: &[u8]) -> io::Result<()> {
        self.to.write_all(text)
    }

    /// Writes a value as one line of JSON. Characters that a terminal must not see are escaped.
    pub(super) fn json(&mut self, value: &impl Serialize) -> io::Result<()> {
        let line = serde_json::to_string(value).map_err(io::Error::other)?;
        self.line(&harmless(&line))
    }

    /// The text with emphasis where the terminal can show it.
    pub(super) fn emphasised(&self, text: &str, emphasis: Emphasis) -> String {
        let [strong, weak, none] = EMPHASIS;
        let begin = match emphasis {
            Emphasis::Strong => strong,
            Emphasis::Weak => weak,
        };
        if self.styled { format!("{begin}{text}{none}") } else { text.to_owned() }
    }

    /// Sends what was written on its way.
    pub(super) fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// JSON escapes C0 controls only: whatever else a terminal must not see becomes escapes here (RFC 8259, section 7), so
/// that nothing of it is lost.
pub(super) fn harmless(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if c != '\n' && is_forbidden(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // A String takes everything.
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(c);
        }
    }
    out
}

/// The last door to the terminal: what is outside text is of type `Clean` long before; what comes here in another type (an
/// address, an argument, words of the system) loses what a terminal must not see. Our own emphasis stays.
pub(super) fn safe(text: &str, styled: bool) -> Cow<'_, str> {
    let is_emphasis = |at: usize| EMPHASIS.iter().any(|code| text[at..].starts_with(code));
    let may = |(at, c): &(usize, char)| {
        matches!(c, '\n' | '\t') || !is_forbidden(*c) || (styled && is_emphasis(*at))
    };
    if text.char_indices().all(|letter| may(&letter)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.char_indices().filter(may).map(|(_, c)| c).collect())
}

/// Says something on stderr; a stderr that is closed changes nothing.
pub(super) fn talk(text: &str) {
    let mut stderr = io::stderr().lock();
    let _ = writeln!(stderr, "{}", safe(text, false));
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn nothing_unclean_is_printed(text in "\\PC{0,20}[\\x00-\\x1f\u{7f}-\u{9f}\u{202a}-\u{202e}]{0,4}\\PC{0,20}") {
            for styled in [false, true] {
                for c in safe(&text, styled).chars() {
                    proptest::prop_assert!(matches!(c, '\n' | '\t') || !is_forbidden(c), "{c:?}");
                }
            }
        }

        #[test]
        fn json_is_read_as_it_was_and_is_printed_whole(text in "\\PC{0,9}[\\x00-\\x1f\u{7f}-\u{9f}\u{200b}-\u{202e}\u{e0041}]{0,4}\\PC{0,9}") {
            let line = harmless(&serde_json::to_string(&text).expect("JSON"));
            proptest::prop_assert_eq!(&*safe(&line, true), &line);
            proptest::prop_assert_eq!(serde_json::from_str::<String>(&line).expect("JSON"), text);
        }
    }

    #[test]
    fn only_our_own_emphasis_stays() {
        let text = "\u{1b}[1mBrand\u{1b}[0m \u{1b}[31mrot\u{1b}]0;x\u{7}";
        assert_eq!(safe(text, true), "\u{1b}[1mBrand\u{1b}[0m [31mrot]0;x");
        assert_eq!(safe(text, false), "[1mBrand[0m [31mrot]0;x");
    }

    #[test]
    fn json_holds_no_control_character() {
        let line =
            harmless(&serde_json::to_string("a\u{7f}b\u{9b}c\u{202e}d\u{1b}ä").expect("JSON"));
        assert_eq!(line, "\"a\\u007fb\\u009bc\\u202ed\\u001bä\"");
        let back: String = serde_json::from_str(&line).expect("JSON");
        assert_eq!(back, "a\u{7f}b\u{9b}c\u{202e}d\u{1b}ä");
    }
}
