//! How the reader is told of new entries that a rule found noteworthy.

/// The ways, which can be combined; none to begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NoticeWays {
    /// A notice of the desktop.
    pub desktop: bool,
    /// A notice of the terminal, in one of the forms that terminals know.
    pub terminal: Option<NoticeForm>,
    /// The terminal's bell.
    pub bell: bool,
}

impl NoticeWays {
    /// Whether there is any.
    pub fn any(self) -> bool {
        self.desktop || self.terminal.is_some() || self.bell
    }
}

/// The control sequence by which a terminal is asked to show a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeForm {
    /// `OSC 9 ; text`: iTerm2, kitty, `WezTerm`, Ghostty, Windows Terminal.
    Osc9,
    /// `OSC 777 ; notify ; title ; text`: foot, urxvt, Konsole, Ghostty.
    Osc777,
}
