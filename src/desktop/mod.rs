//! The world outside the terminal: browser, editor, clipboard.
