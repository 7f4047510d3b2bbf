//! What the terminal says, as a stream.

use std::collections::VecDeque;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind,
};
use futures_util::Stream;

use super::Said;
use super::background::{self, Answer, Heard};
use super::ear::Ear;
use crate::keys::{Code, Key, Mods};

/// What the terminal says, until it is dropped. Dropping it stops the reading, so that a child may read.
#[derive(Debug)]
pub struct Input {
    /// None when nobody can listen.
    ear: Option<Ear>,
    answer: Answer,
    /// The background is asked for again when the reader comes back: it may have become evening.
    follows_background: bool,
    /// Said, but not yet told.
    said: VecDeque<Said>,
}

/// Starts to listen. If that is wished, the terminal is asked for its background, now and whenever it gets the focus.
pub fn input(follows_background: bool) -> Input {
    let answer = if follows_background { background::ask() } else { Answer::default() };
    let ear = Ear::new().ok();
    Input { ear, answer, follows_background, said: VecDeque::new() }
}

impl Stream for Input {
    type Item = Said;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Said>> {
        loop {
            if let Some(said) = self.said.pop_front() {
                return Poll::Ready(Some(said));
            }
            let heard = match &mut self.ear {
                Some(ear) => ready!(ear.poll_heard(context)),
                None => None,
            };
            match heard {
                None => return Poll::Ready(Some(Said::Gone)),
                Some(Event::Key(key)) => self.hear(key),
                Some(Event::FocusGained) if self.follows_background => {
                    self.answer = background::ask();
                }
                Some(event) => self.said.extend(said(event)),
            }
        }
    }
}

impl Input {
    fn hear(&mut self, key: KeyEvent) {
        if key.kind == KeyEventKind::Release {
            return;
        }
        match self.answer.hear(key) {
            Heard::Keys(keys) => self.said.extend(keys.iter().filter_map(key_of).map(Said::Key)),
            Heard::Part => {}
            Heard::Background(ground) => self.said.push_back(Said::Background(ground)),
        }
    }
}

fn said(event: Event) -> Option<Said> {
    match event {
        Event::Paste(text) => Some(Said::Pasted(text)),
        Event::Mouse(mouse) => match mouse.kind {
            MouseEventKind::Down(MouseButton::Left) => Some(Said::Click(mouse.column, mouse.row)),
            MouseEventKind::ScrollUp => Some(Said::Wheel(mouse.column, mouse.row, true)),
            MouseEventKind::ScrollDown => Some(Said::Wheel(mouse.column, mouse.row, false)),
            _ => None,
        },
        _ => None,
    }
}

fn key_of(event: &KeyEvent) -> Option<Key> {
    let mut mods = Mods {
        ctrl: event.modifiers.contains(KeyModifiers::CONTROL),
        alt: event.modifiers.contains(KeyModifiers::ALT),
        shift: event.modifiers.contains(KeyModifiers::SHIFT),
    };
    let code = match event.code {
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::F(n) => Code::F(n),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => {
            mods.shift = true;
            Code::Tab
        }
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Insert => Code::Insert,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        _ => return None,
    };
    let key = Key::new(code, mods);
    // The kitty keyboard protocol tells Ctrl-i from Tab, other terminals do not: a key means the same in all.
    Some(key.arrives_as().unwrap_or(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(c: char, modifiers: KeyModifiers) -> KeyEvent {
        KeyEvent::new(KeyCode::Char(c), modifiers)
    }

    #[test]
    fn keys_are_translated() {
        let shift_tab = KeyEvent::new(KeyCode::BackTab, KeyModifiers::NONE);
        let text = |event: &KeyEvent| {
            let key = key_of(event).expect("a key that umland knows");
            crate::keys::Sequence::new(vec![key]).expect("one key").to_string()
        };
        assert_eq!(text(&shift_tab), "Shift-Tab");
        assert_eq!(text(&key('G', KeyModifiers::SHIFT)), "G");
        assert_eq!(text(&key('d', KeyModifiers::CONTROL)), "Ctrl-d");
        assert_eq!(text(&key(' ', KeyModifiers::NONE)), "Space");
        assert_eq!(text(&key('i', KeyModifiers::CONTROL)), "Tab");
        assert_eq!(text(&key('h', KeyModifiers::CONTROL)), "Backspace");
    }
}
