//! An entry as its feed gives it, as text.

use super::effect::Effect;
use super::overlay::Overlay;
use super::state::State;
use crate::text::{Clean, width};

/// Lines that are shown at most: what is longer is no article.
const MOST: usize = 5000;

/// Asks for the source of the selected entry.
pub(super) fn ask(state: &mut State) -> Vec<Effect> {
    if let Some(row) = state.list.current() {
        return vec![Effect::LoadSource(row.id)];
    }
    let text = state.lang().text("notice-no-article");
    state.complain(&text);
    Vec::new()
}

/// Shows it, its lines cut to the width of the screen.
pub(super) fn take(state: &mut State, lines: &[Clean]) -> Vec<Effect> {
    let columns = usize::from(state.size.width.saturating_sub(4)).max(10);
    let lines = lines.iter().flat_map(|line| pieces(line, columns)).take(MOST).collect();
    state.overlay = Some(Overlay::Source { lines, scroll: 0 });
    Vec::new()
}

/// A line in pieces of at most so many columns; an empty one is one piece.
fn pieces(line: &str, columns: usize) -> Vec<Clean> {
    let mut all = Vec::new();
    let mut rest = line;
    while width::width(rest) > columns {
        let cut = width::head(rest, columns).max(rest.chars().next().map_or(1, char::len_utf8));
        // Rather at a blank, when there is one in the second half.
        let blank = rest[..cut].rfind(' ').filter(|at| *at > cut / 2);
        let at = blank.unwrap_or(cut);
        all.push(Clean::line(&rest[..at]));
        rest = rest[at..].trim_start();
    }
    all.push(Clean::line(rest));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_come_in_pieces() {
        assert_eq!(pieces("", 10), [""]);
        assert_eq!(pieces("kurz", 10), ["kurz"]);
        assert_eq!(
            pieces("<p>Am Markt ist heute viel los", 12),
            ["<p>Am Markt", "ist heute", "viel los"]
        );
        assert_eq!(pieces("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(pieces("日本語日本語", 5), ["日本", "語日", "本語"]);
    }
}
