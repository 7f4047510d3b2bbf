//! One key press: a code and its modifiers, normalised so that equal presses compare equal.
//!
//! **Invariant:** a character carries no Shift (the character itself says it), and a character under Ctrl is lower case:
//! terminals cannot tell `Ctrl-D` from `Ctrl-d`.

/// What was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// A character, Space included.
    Char(char),
    /// A function key, 1 to 24.
    F(u8),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Insert.
    Insert,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
}

/// The modifiers held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Mods {
    /// Control.
    pub ctrl: bool,
    /// Alt or Meta.
    pub alt: bool,
    /// Shift.
    pub shift: bool,
}

/// A key press.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    code: Code,
    mods: Mods,
}

impl Key {
    /// A key press, normalised.
    pub fn new(code: Code, mods: Mods) -> Self {
        match code {
            Code::Char(c) => {
                let code = Code::Char(if mods.ctrl { lower(c) } else { c });
                Self { code, mods: Mods { shift: false, ..mods } }
            }
            _ => Self { code, mods },
        }
    }

    /// A key without modifiers.
    pub fn plain(code: Code) -> Self {
        Self::new(code, Mods::default())
    }

    /// What was pressed.
    pub fn code(self) -> Code {
        self.code
    }

    /// The modifiers held.
    pub fn mods(self) -> Mods {
        self.mods
    }

    /// The character that a text field would take from it.
    pub fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.mods.ctrl && !self.mods.alt => Some(c),
            _ => None,
        }
    }

    /// The key that a terminal sends instead of it: `Ctrl-i` *is* Tab there, so a binding to `Ctrl-i` could never fire.
    pub fn arrives_as(self) -> Option<Self> {
        let Code::Char(c) = self.code else { return None };
        if !self.mods.ctrl {
            return None;
        }
        let code = match c {
            'i' => Code::Tab,
            'm' | 'j' => Code::Enter,
            'h' => Code::Backspace,
            '[' => Code::Esc,
            _ => return None,
        };
        Some(Self::new(code, Mods { ctrl: false, ..self.mods }))
    }
}

/// The lower-case letter where that is one character.
fn lower(c: char) -> char {
    let mut letters = c.to_lowercase();
    match (letters.next(), letters.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn presses_are_normalised() {
        let shift = Mods { shift: true, ..Mods::default() };
        let ctrl_shift = Mods { ctrl: true, shift: true, alt: false };
        assert_eq!(Key::new(Code::Char('G'), shift), Key::plain(Code::Char('G')));
        assert_eq!(
            Key::new(Code::Char('D'), ctrl_shift),
            Key::new(Code::Char('d'), Mods { shift: false, ..ctrl_shift })
        );
        assert_ne!(Key::new(Code::Tab, shift), Key::plain(Code::Tab));
    }

    #[test]
    fn only_unmodified_characters_are_typed() {
        assert_eq!(Key::plain(Code::Char('ä')).typed(), Some('ä'));
        assert_eq!(Key::new(Code::Char('a'), Mods { alt: true, ..Mods::default() }).typed(), None);
        assert_eq!(Key::plain(Code::Enter).typed(), None);
    }
}
