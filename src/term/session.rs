//! Entering and leaving: raw mode, alternate screen, mouse, bracketed paste.

use std::fs::File;
use std::io::{self, IsTerminal, Write, stdout};
use std::os::fd::AsFd;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::clipboard::CopyToClipboard;
use crossterm::cursor::{Hide, Show};
use crossterm::event::{
    DisableBracketedPaste, DisableFocusChange, DisableMouseCapture, EnableBracketedPaste,
    EnableFocusChange, EnableMouseCapture, KeyboardEnhancementFlags, PopKeyboardEnhancementFlags,
    PushKeyboardEnhancementFlags,
};
use crossterm::style::Print;
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, SetTitle, disable_raw_mode, enable_raw_mode,
};
use crossterm::{execute, queue};
use rustix::process::{Signal, getpid, kill_current_process_group, kill_process};

use super::TermError;
use crate::domain::NoticeForm;
use crate::text::Clean;

/// Puts the window's title on the terminal's stack, and takes it from there (xterm's control sequences, "Window
/// manipulation"); a terminal without one ignores both.
const KEEP_TITLE: &str = "\x1b[22;2t";
const OLD_TITLE: &str = "\x1b[23;2t";

/// Whether the terminal is ours now; the panic hook must know.
static ENTERED: AtomicBool = AtomicBool::new(false);
/// Whether a thread has panicked that nobody guards: then the terminal is not taken again, nor drawn on.
static PANICKED: AtomicBool = AtomicBool::new(false);

/// The terminal while it is ours; given back when dropped.
#[derive(Debug)]
pub struct Session {
    mouse: bool,
}

impl Session {
    /// Takes the terminal.
    ///
    /// # Errors
    /// When there is no terminal, or it does not take the settings.
    pub fn enter(mouse: bool) -> Result<Self, TermError> {
        if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
            return Err(TermError::None);
        }
        let session = Self { mouse };
        session.take()?;
        Ok(session)
    }

    fn take(&self) -> Result<(), TermError> {
        if has_panicked() {
            return Err(TermError::Panicked);
        }
        enable_raw_mode()?;
        ENTERED.store(true, Ordering::SeqCst);
        let mut out = stdout();
        queue!(out, EnterAlternateScreen, EnableBracketedPaste, EnableFocusChange, Hide)?;
        queue!(out, Print(KEEP_TITLE), SetTitle("umland"))?;
        if self.mouse {
            queue!(out, EnableMouseCapture)?;
        }
        if !super::is_plain() {
            // Esc at once, and Shift-Enter apart from Enter, where the terminal knows the kitty keyboard protocol
            // (<https://sw.kovidgoyal.net/kitty/keyboard-protocol/>); others ignore it. The screen that is left has its own
            // flags, and gets them back.
            let flags = KeyboardEnhancementFlags::DISAMBIGUATE_ESCAPE_CODES;
            queue!(out, PushKeyboardEnhancementFlags(flags))?;
        }
        out.flush()?;
        Ok(())
    }

    /// Gives the terminal back for as long as `task` runs.
    ///
    /// # Errors
    /// When the terminal does not take the settings again.
    pub fn suspended<T>(&self, task: impl FnOnce() -> T) -> Result<T, TermError> {
        restore();
        let result = task();
        self.take()?;
        Ok(result)
    }

    /// The terminal's size in columns and rows.
    ///
    /// # Errors
    /// When the terminal does not say.
    pub fn size(&self) -> Result<(u16, u16), TermError> {
        Ok(crossterm::terminal::size()?)
    }

    /// Takes the terminal anew, when somebody else may have had it. Raw mode comes first: if the terminal is still
    /// somebody else's, that is where the kernel stops us, before anything is written.
    ///
    /// # Errors
    /// When the terminal does not take the settings.
    pub fn retake(&self) -> Result<(), TermError> {
        disable_raw_mode()?;
        self.take()
    }

    /// Asks the terminal to show a notice; one that shows what it does not know is not asked.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn notify(&self, form: NoticeForm, title: &Clean, text: &Clean) -> Result<(), TermError> {
        if !super::is_plain() {
            execute!(stdout(), Print(notice(form, title, text)))?;
        }
        Ok(())
    }

    /// Rings the bell.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn ring(&self) -> Result<(), TermError> {
        execute!(stdout(), Print('\x07'))?;
        Ok(())
    }

    /// Puts a text on the clipboard of the reader's own machine, over SSH too (OSC 52).
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn copy(&self, text: &str) -> Result<(), TermError> {
        execute!(stdout(), CopyToClipboard::to_clipboard_from(text))?;
        Ok(())
    }
}

/// The sequence that asks for a notice. A clean text cannot end it; a semicolon would end the title.
fn notice(form: NoticeForm, title: &Clean, text: &Clean) -> String {
    let (title, text) = (title.replace(';', ","), text.replace(['\n', '\t'], " "));
    match form {
        NoticeForm::Osc9 => format!("\x1b]9;{title}: {text}\x1b\\"),
        NoticeForm::Osc777 => format!("\x1b]777;notify;{title};{text}\x1b\\"),
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        restore();
    }
}

/// Puts the terminal back as it was found; harmless when it already is. What cannot be undone is left: the terminal may
/// be gone.
fn restore() {
    if !ENTERED.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = Vec::new();
    if !super::is_plain() {
        let _ = queue!(out, PopKeyboardEnhancementFlags);
    }
    let _ = queue!(
        out,
        Print(OLD_TITLE),
        DisableMouseCapture,
        DisableFocusChange,
        DisableBracketedPaste,
        LeaveAlternateScreen,
        Show,
        crossterm::style::ResetColor
    );
    // Past the lock of standard output: a thread that panics must not wait for the one that holds it.
    let _ = stdout().as_fd().try_clone_to_owned().and_then(|fd| File::from(fd).write_all(&out));
    let _ = disable_raw_mode();
}

/// Makes panics give the terminal back before they are reported. Panics on guarded threads are caught where they happen
/// and cost one feed, not the screen. To be called on the thread that draws: a panic there ends the program by itself;
/// one on another thread asks it to end, for the terminal is not its own any more.
pub fn restore_on_panic() {
    let report = std::panic::take_hook();
    let draws = std::thread::current().id();
    std::panic::set_hook(Box::new(move |panic| {
        if crate::text::guard::is_guarded() {
            return;
        }
        PANICKED.store(true, Ordering::SeqCst);
        restore();
        report(panic);
        if std::thread::current().id() != draws {
            let _ = kill_process(getpid(), Signal::TERM);
        }
    }));
}

/// Whether a thread has panicked that nobody guards, since [`restore_on_panic`]: the terminal was given back, and what is
/// on it is to stay.
pub fn has_panicked() -> bool {
    PANICKED.load(Ordering::SeqCst)
}

/// Stops this job as the terminal does when it is not in raw mode; returns when it is continued. The whole job, because
/// a shell waits for the one who leads it. Where there is no shell to continue it (a terminal window of its own), the
/// kernel does not stop it.
pub fn stop_job() {
    let _ = kill_current_process_group(Signal::TSTP);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_ends_where_it_should() {
        let (title, text) =
            (Clean::line("zwei; drei\x1b\\"), Clean::text("Brand\x07;\n\u{9c}Ende"));
        let told = |form| notice(form, &title, &text);
        for (form, parts) in [(NoticeForm::Osc9, 3), (NoticeForm::Osc777, 5)] {
            let told = told(form);
            let inside = told.strip_prefix("\x1b]").and_then(|t| t.strip_suffix("\x1b\\"));
            let inside = inside.expect("one sequence");
            assert!(!inside.chars().any(char::is_control), "{inside:?}");
            assert_eq!(inside.split(';').count(), parts, "{inside:?}");
        }
    }
}
