//! What the terminal says, as a stream.

use std::pin::Pin;
use std::task::{Context, Poll};

use crossterm::event::{
    Event, EventStream, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind,
};
use futures_util::Stream;

use super::Said;
use crate::keys::{Code, Key, Mods};

/// What the terminal says, until it is dropped. Dropping it stops the reading, so that a child may read.
#[derive(Debug)]
pub struct Input {
    events: EventStream,
    late_answer: LateAnswer,
}

/// Starts to listen.
pub fn input() -> Input {
    Input { events: EventStream::new(), late_answer: LateAnswer::default() }
}

impl Stream for Input {
    type Item = Said;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Said>> {
        loop {
            let event = match Pin::new(&mut self.events).poll_next(context) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(Some(Ok(event))) => event,
                Poll::Ready(None | Some(Err(_))) => return Poll::Ready(Some(Said::Gone)),
            };
            if let Event::Key(key) = &event
                && self.late_answer.swallows(key)
            {
                continue;
            }
            if let Some(said) = said(event) {
                return Poll::Ready(Some(said));
            }
        }
    }
}

fn said(event: Event) -> Option<Said> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => key_of(&key).map(Said::Key),
        Event::Paste(text) => Some(Said::Pasted(text)),
        Event::Resize(width, height) => Some(Said::Resized(width, height)),
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
    Some(Key::new(code, mods))
}

/// An answer to OSC 11 that comes after its time-out arrives as keys: `Alt-]`, `1`, `1`, `;`, `r`, `g`, `b` … up to BEL
/// (`Ctrl-g`) or ST (`Alt-\`). It must not act as keys.
#[derive(Debug, Default)]
struct LateAnswer {
    seen: Vec<char>,
}

impl LateAnswer {
    fn swallows(&mut self, key: &KeyEvent) -> bool {
        let alt = key.modifiers.contains(KeyModifiers::ALT);
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
        let KeyCode::Char(c) = key.code else {
            self.seen.clear();
            return false;
        };
        if self.seen.is_empty() {
            if alt && c == ']' {
                self.seen.push(c);
                return true;
            }
            return false;
        }
        let ends = (ctrl && c == 'g') || (alt && c == '\\');
        let goes_on =
            !ctrl && !alt && self.seen.len() < 40 && "0123456789abcdefABCDEF;:/rgb".contains(c);
        if goes_on {
            self.seen.push(c);
        } else {
            self.seen.clear();
        }
        goes_on || ends
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(c: char, modifiers: KeyModifiers) -> KeyEvent {
        KeyEvent::new(KeyCode::Char(c), modifiers)
    }

    #[test]
    fn a_late_answer_about_the_background_is_no_typing() {
        let mut late = LateAnswer::default();
        assert!(late.swallows(&key(']', KeyModifiers::ALT)));
        for c in "11;rgb:ffff/ffff/ffff".chars() {
            assert!(late.swallows(&key(c, KeyModifiers::NONE)), "{c}");
        }
        assert!(late.swallows(&key('g', KeyModifiers::CONTROL)));
        assert!(!late.swallows(&key('j', KeyModifiers::NONE)));
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
    }
}
