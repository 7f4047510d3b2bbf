//! A line being typed at the foot of the screen.

use crate::keys::{Code, Key};
use crate::text::Clean;
use crate::text::fold::fold;

/// What the line is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Filter the list while typing.
    Filter,
    /// Filter the list by a query while typing.
    FilterQuery,
    /// Find in the article.
    FindInArticle,
    /// The number of a link to open.
    LinkNumber,
    /// Subscribe to an address.
    Subscribe,
    /// Narrow the choice of towns and tags.
    Pick,
    /// Edit tags.
    Tags,
    /// An age: what is older is marked read.
    Older,
    /// Save the article.
    Save,
    /// Pipe the article into a command.
    Pipe,
    /// A command.
    Command,
    /// What the palette looks for.
    Palette,
    /// What is looked for in the help.
    Help,
}

/// A completion under way.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Completing {
    /// Where the word begins.
    start: usize,
    /// What was typed of it.
    stem: String,
    /// Which completion comes next.
    next: usize,
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
    /// Words that Tab completes to.
    pub completions: Vec<String>,
    completing: Option<Completing>,
    text: Vec<char>,
    cursor: usize,
}

impl Prompt {
    /// A line that begins with `text`.
    pub fn new(purpose: Purpose, text: &str) -> Self {
        let text: Vec<char> = text.chars().collect();
        Self { purpose, completions: Vec::new(), completing: None, cursor: text.len(), text }
    }

    /// What has been typed, safe to print.
    pub fn text(&self) -> Clean {
        Clean::text(&self.text.iter().collect::<String>())
    }

    /// What stands before the cursor.
    pub fn before_cursor(&self) -> Clean {
        Clean::text(&self.text[..self.cursor].iter().collect::<String>())
    }

    /// Puts a text in place of what was typed.
    pub fn set(&mut self, text: &str) {
        self.text = text.chars().collect();
        self.cursor = self.text.len();
    }

    /// Puts a text in place of what stands from a letter to the cursor.
    pub fn replace_from(&mut self, start: usize, text: &str) {
        let text: Vec<char> = text.chars().collect();
        let end = start + text.len();
        self.text.splice(start.min(self.cursor)..self.cursor, text);
        self.cursor = end.min(self.text.len());
    }

    /// Puts the cursor before a letter.
    pub fn move_to(&mut self, at: usize) {
        self.cursor = at.min(self.text.len());
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
        if key == Key::plain(Code::Tab) && !self.completions.is_empty() {
            return self.complete();
        }
        self.completing = None;
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

    /// The words that the one before the cursor may become.
    pub fn offered(&self) -> Vec<&str> {
        let (start, stem) = match &self.completing {
            Some(completing) => (completing.start, completing.stem.clone()),
            None => self.word(),
        };
        let stem = fold(stem.trim_start_matches(['+', '-', '#']));
        let used: Vec<String> = self.words_but(start);
        let fits = |word: &&String| fold(word).starts_with(&stem) && !used.contains(word);
        self.completions.iter().filter(fits).map(String::as_str).collect()
    }

    /// Puts the first completion in, or with each further Tab the next one.
    fn complete(&mut self) -> Typed {
        let completing = self.completing.take().unwrap_or_else(|| {
            let (start, stem) = self.word();
            Completing { start, stem, next: 0 }
        });
        let Completing { start, stem, next } = completing;
        self.completing = Some(Completing { start, stem: stem.clone(), next });
        let offered = self.offered();
        let Some(word) = offered.get(next % offered.len().max(1)).map(|word| (*word).to_owned())
        else {
            return Typed::Moved;
        };
        let sign = stem.chars().next().filter(|c| "+-#".contains(*c));
        let word: Vec<char> = sign.into_iter().chain(word.chars()).collect();
        let end = start + word.len();
        self.text.splice(start..self.cursor, word);
        self.cursor = end;
        self.completing = Some(Completing { start, stem, next: next + 1 });
        Typed::Changed
    }

    /// Where the word before the cursor begins, and the word.
    fn word(&self) -> (usize, String) {
        let head = &self.text[..self.cursor];
        let start = head.iter().rposition(|c| " ,".contains(*c)).map_or(0, |i| i + 1);
        (start, head[start..].iter().collect())
    }

    /// The words typed, but for the one that begins at `start`.
    fn words_but(&self, start: usize) -> Vec<String> {
        let head: String = self.text[..start.min(self.text.len())].iter().collect();
        let tail: String = self.text[self.cursor.max(start)..].iter().collect();
        let words = head.split([' ', ',']).chain(tail.split([' ', ',']));
        words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
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
    fn tab_completes_and_goes_on_to_the_next() {
        let prompt = |text: &str, tabs: usize| {
            let mut prompt = Prompt::new(Purpose::Tags, text);
            prompt.completions = ["kita", "Kirche", "bau"].map(str::to_owned).to_vec();
            for _ in 0..tabs {
                prompt.press(Key::plain(Code::Tab));
            }
            prompt
        };
        assert_eq!(prompt("ki", 1).text(), "kita");
        assert_eq!(prompt("ki", 2).text(), "Kirche");
        assert_eq!(prompt("ki", 3).text(), "kita");
        assert_eq!(prompt("kita ki", 1).text(), "kita Kirche", "what stands there is not offered");
        assert_eq!(prompt("alt -b", 1).text(), "alt -bau");
        assert_eq!(prompt("x", 1).text(), "x");
        assert_eq!(prompt("", 0).offered(), ["kita", "Kirche", "bau"]);
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
