//! Output: stdout is data, stderr is talk. A reader of stdout that goes away ends the program quietly.

use std::borrow::Cow;
use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};

use serde::Serialize;

use crate::text::sanitise::is_forbidden;

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

    /// Writes text as it is: made by ourselves, or of clean text.
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
        let code = match emphasis {
            Emphasis::Strong => 1,
            Emphasis::Weak => 2,
        };
        if self.styled { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }

    /// Sends what was written on its way.
    pub(super) fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// JSON escapes C0 controls only: DEL, C1 and bidi controls in strings become escapes here (RFC 8259, section 7).
pub(super) fn harmless(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if c != '\n' && (c.is_control() || is_bidi_control(c)) {
            out.push_str(&format_args!("\\u{:04x}", u32::from(c)).to_string());
        } else {
            out.push(c);
        }
    }
    out
}

fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The last door to the terminal: what is outside text is of type `Clean` long before; what comes here in another type (an
/// address, an argument, words of the system) loses what a terminal must not see. Our own emphasis stays.
fn safe(text: &str, styled: bool) -> Cow<'_, str> {
    let may = |c: char| matches!(c, '\n' | '\t') || (styled && c == '\u{1b}') || !is_forbidden(c);
    if text.chars().all(may) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter(|c| may(*c)).collect())
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
            for c in safe(&text, false).chars() {
                proptest::prop_assert!(matches!(c, '\n' | '\t') || !is_forbidden(c), "{c:?}");
            }
        }
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
