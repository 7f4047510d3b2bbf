//! What the loop draws on.

use std::io::{self, Stdout};

use ratatui::Terminal;
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::layout::Position;

use super::RuntimeError;
use crate::app::{Effect, Event, Size, State};
use crate::term::{FrameWriter, Session, stop_job};
use crate::text::Clean;
use crate::view;

/// A screen, and what only its owner may do with it.
pub trait Screen {
    /// Draws the state.
    ///
    /// # Errors
    /// When it cannot be drawn on.
    fn draw(&mut self, state: &State) -> Result<(), RuntimeError>;

    /// Carries out an effect that needs the terminal: suspend, edit, pipe, redraw, copy.
    ///
    /// # Errors
    /// When the terminal cannot be used any more.
    fn perform(&mut self, effect: Effect, state: &State) -> Result<Vec<Event>, RuntimeError>;
}

/// The real terminal.
pub struct TerminalScreen<E> {
    session: Session,
    terminal: Terminal<CrosstermBackend<FrameWriter<Stdout>>>,
    errand: E,
    /// Panics after the first picture; see [`super::Surroundings::test_panic`].
    pub(super) panic_after_first: bool,
}

impl<E: FnMut(&Effect, &State) -> Vec<Event>> TerminalScreen<E> {
    /// Takes the terminal. `errand` carries out what other programs need the
    /// terminal for; it runs while that is given back.
    ///
    /// # Errors
    /// When there is no terminal.
    pub fn new(mouse: bool, errand: E) -> Result<Self, RuntimeError> {
        let session = Session::enter(mouse)?;
        let terminal = Terminal::new(CrosstermBackend::new(FrameWriter::new(io::stdout())))?;
        Ok(Self { session, terminal, errand, panic_after_first: false })
    }
}

impl<E: FnMut(&Effect, &State) -> Vec<Event>> Screen for TerminalScreen<E> {
    fn draw(&mut self, state: &State) -> Result<(), RuntimeError> {
        self.terminal.autoresize()?;
        let mut cursor = None;
        let typing = state.prompt.is_some();
        self.terminal.draw(|frame| {
            cursor = view::draw(state, frame.buffer_mut());
            if typing && let Some(position) = cursor {
                frame.set_cursor_position(Position::from(position));
            }
        })?;
        if let Some(position) = cursor.filter(|_| !typing) {
            // Hidden, but there: screen readers and magnifiers follow it.
            self.terminal.backend_mut().set_cursor_position(Position::from(position))?;
            io::Write::flush(self.terminal.backend_mut())?;
        }
        assert!(!self.panic_after_first, "asked for by UMLAND_TEST_PANIC");
        Ok(())
    }

    fn perform(&mut self, effect: Effect, state: &State) -> Result<Vec<Event>, RuntimeError> {
        match effect {
            Effect::Suspend => {
                self.session.suspended(stop_job)?;
                self.redraw()?;
                Ok(Vec::new())
            }
            Effect::EditConfig | Effect::Pipe { .. } => {
                let errand = &mut self.errand;
                let told = self.session.suspended(|| errand(&effect, state))?;
                self.redraw()?;
                Ok(told)
            }
            Effect::Copy(text) => {
                let clean = Clean::line(&text);
                self.session.copy(&clean)?;
                Ok(Vec::new())
            }
            Effect::Redraw => {
                self.session.retake()?;
                self.redraw()?;
                Ok(Vec::new())
            }
            _ => Ok(Vec::new()), // the others are the world's
        }
    }
}

impl<E> TerminalScreen<E> {
    /// The terminal's size.
    ///
    /// # Errors
    /// When the terminal does not say.
    pub fn size(&self) -> Result<Size, RuntimeError> {
        let size = self.terminal.size()?;
        Ok(Size { width: size.width, height: size.height })
    }

    /// Forgets what is on the terminal, so that the next picture is drawn whole. (`Terminal::clear` would ask where the
    /// cursor is, and fail where nobody answers.)
    fn redraw(&mut self) -> Result<(), RuntimeError> {
        self.terminal.backend_mut().clear()?;
        self.terminal.swap_buffers();
        Ok(())
    }
}
