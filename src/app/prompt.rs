//! A line being typed at the foot of the screen.

use crate::keys::{Code, Key};
use crate::text::Clean;

/// What the line is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Filter the list while typing.
    Filter,
    /// Find in the article.
    FindInArticle,
    /// Subscribe to an address.
    Subscribe,
    /// Narrow the choice of towns and tags.
    Pick,
}

/// What a key did to the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    /// The text changed.
    Changed,
    /// Only the cursor moved, or nothing happened.
    Moved,
    /// Enter.
    Done,
    /// Esc, or Backspace on an empty line.
    Dropped,
}

/// The line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompt {
    /// What it is for.
    pub purpose: Purpose,
    text: Vec<char>,
    cursor: usize,
}

impl Prompt {
    /// A line that begins with `text`.
    pub fn new(purpose: Purpose, text: &str) -> Self {
        let text: Vec<char> = text.chars().collect();
        Self { purpose, cursor: text.len(), text }
    }

    /// What has been typed, safe to print.
    pub fn text(&self) -> Clean {
        Clean::text(&self.text.iter().collect::<String>())
    }

    /// What stands before the cursor.
    pub fn before_cursor(&self) -> Clean {
        Clean::text(&self.text[..self.cursor].iter().collect::<String>())
    }

    /// Puts a pasted text in, as one line.
    pub fn paste(&mut self, pasted: &str) {
        for c in Clean::line(pasted).chars() {
            self.insert(c);
        }
    }

    /// Takes a key, as readline does.
    pub fn press(&mut self, key: Key) -> Typed {
        let before = self.text.len();
        let ctrl = match key.code() {
            Code::Char(c) if key.mods().ctrl => Some(c),
            _ => None,
        };
        match (key.code(), ctrl) {
            (Code::Enter, _) => return Typed::Done,
            (Code::Esc, _) | (_, Some('c' | 'g')) => return Typed::Dropped,
            (Code::Backspace, _) if self.text.is_empty() => return Typed::Dropped,
            (Code::Backspace, _) if self.cursor > 0 => {
                self.cursor -= 1;
                self.text.remove(self.cursor);
            }
            (Code::Delete, _) | (_, Some('d')) if self.cursor < self.text.len() => {
                self.text.remove(self.cursor);
            }
            (_, Some('u')) => {
                self.text.drain(..self.cursor);
                self.cursor = 0;
            }
            (_, Some('k')) => self.text.truncate(self.cursor),
            (_, Some('w')) => self.delete_word(),
            (Code::Left, _) | (_, Some('b')) => self.cursor = self.cursor.saturating_sub(1),
            (Code::Right, _) | (_, Some('f')) => {
                self.cursor = (self.cursor + 1).min(self.text.len());
            }
            (Code::Home, _) | (_, Some('a')) => self.cursor = 0,
            (Code::End, _) | (_, Some('e')) => self.cursor = self.text.len(),
            _ => {
                if let Some(c) = key.typed() {
                    self.insert(c);
                }
            }
        }
        if self.text.len() == before { Typed::Moved } else { Typed::Changed }
    }

    fn insert(&mut self, c: char) {
        self.text.insert(self.cursor, c);
        self.cursor += 1;
    }

    fn delete_word(&mut self) {
        let blank = |c: &char| c.is_whitespace();
        let head = &self.text[..self.cursor];
        let word_end = head.iter().rposition(|c| !blank(c)).map_or(0, |i| i + 1);
        let start = head[..word_end].iter().rposition(blank).map_or(0, |i| i + 1);
        self.text.drain(start..self.cursor);
        self.cursor = start;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::Sequence;

    fn typed(keys: &str) -> Prompt {
        let mut prompt = Prompt::new(Purpose::Filter, "");
        for key in keys.parse::<Sequence>().expect(keys).keys() {
            prompt.press(*key);
        }
        prompt
    }

    #[test]
    fn typing_and_editing() {
        assert_eq!(typed("B r a n d").text(), "Brand");
        assert_eq!(typed("B r a x Backspace n d").text(), "Brand");
        assert_eq!(typed("r a n d Home B").text(), "Brand");
        assert_eq!(typed("a b Left Delete c").text(), "ac");
        assert_eq!(typed("e i n Space z w e i Ctrl-w").text(), "ein ");
        assert_eq!(typed("e i n s Ctrl-u x").text(), "x");
    }

    #[test]
    fn leaving_the_line() {
        let mut prompt = Prompt::new(Purpose::Filter, "");
        assert_eq!(prompt.press(Key::plain(Code::Backspace)), Typed::Dropped);
        assert_eq!(prompt.press(Key::plain(Code::Esc)), Typed::Dropped);
        assert_eq!(prompt.press(Key::plain(Code::Enter)), Typed::Done);
    }

    #[test]
    fn a_pasted_text_is_one_clean_line() {
        let mut prompt = Prompt::new(Purpose::Subscribe, "");
        prompt.paste("https://example.org/\u{1b}[31m\nfeed");
        assert_eq!(prompt.text(), "https://example.org/[31m feed");
    }
}
