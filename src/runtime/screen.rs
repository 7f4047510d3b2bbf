//! What the loop draws on.

use std::io::{self, Stdout};
use std::num::NonZeroU16;

use ratatui::buffer::{Buffer, CellDiffOption};

use super::RuntimeError;
use super::sheets::Sheets;
use crate::app::{Effect, Event, Rect, Size, State};
use crate::domain::Protocol;
use crate::images::Shelf;
use crate::term::{Session, hyperlinked, stop_job};
use crate::text::{Clean, width};
use crate::view::{self, Hyperlink};

/// A screen, and what only its owner may do with it.
pub trait Screen {
    /// Draws the state.
    ///
    /// # Errors
    /// When it cannot be drawn on.
    fn draw(&mut self, state: &State) -> Result<(), RuntimeError>;

    /// Carries out an effect that needs the terminal: suspend, edit, pipe, redraw, copy, notices.
    ///
    /// # Errors
    /// When the terminal cannot be used any more.
    fn perform(&mut self, effect: Effect, state: &State) -> Result<Vec<Event>, RuntimeError>;
}

/// A panic on purpose, to show that the terminal survives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TestPanic {
    /// On the thread that draws.
    Drawing,
    /// On another one.
    Elsewhere,
}

impl TestPanic {
    fn happen(self) {
        let panic = |wanted: bool| assert!(!wanted, "asked for by UMLAND_TEST_PANIC");
        match self {
            Self::Drawing => panic(true),
            Self::Elsewhere => drop(std::thread::spawn(move || panic(true))),
        }
    }
}

/// The real terminal.
pub struct TerminalScreen<E> {
    session: Session,
    sheets: Sheets<Stdout>,
    size: Size,
    errand: E,
    shelf: Shelf,
    /// Panics after the first picture.
    pub(super) test_panic: Option<TestPanic>,
}

impl<E: FnMut(&Effect, &State) -> Vec<Event>> TerminalScreen<E> {
    /// Takes the terminal. The pictures on the shelf are drawn where the interface has them. `errand` carries out what
    /// other programs need the terminal for; it runs while that is given back.
    ///
    /// # Errors
    /// When there is no terminal.
    pub fn new(mouse: bool, shelf: Shelf, errand: E) -> Result<Self, RuntimeError> {
        let session = Session::enter(mouse)?;
        let (width, height) = session.size()?;
        let size = Size { width, height };
        let sheets = Sheets::new(io::stdout(), size);
        Ok(Self { session, sheets, size, errand, shelf, test_panic: None })
    }
}

impl<E: FnMut(&Effect, &State) -> Vec<Event>> Screen for TerminalScreen<E> {
    fn draw(&mut self, state: &State) -> Result<(), RuntimeError> {
        let sheet = self.sheets.blank(state.size)?;
        let drawn = view::draw(state, sheet);
        for link in &drawn.links {
            lay_link(link, sheet);
        }
        for picture in &drawn.pictures {
            let Rect { x, y, width, height } = picture.rect;
            let area = ratatui::layout::Rect { x, y, width, height };
            self.shelf.draw(&picture.key, area, sheet);
        }
        self.sheets.show(drawn.cursor, state.prompt.is_some())?;
        if let Some(wanted) = self.test_panic.take() {
            wanted.happen();
        }
        Ok(())
    }

    fn perform(&mut self, effect: Effect, state: &State) -> Result<Vec<Event>, RuntimeError> {
        match effect {
            Effect::Suspend => {
                self.session.suspended(stop_job)?;
                self.sheets.forget()?;
                Ok(self.forgotten_pictures(state))
            }
            Effect::EditConfig | Effect::Pipe { .. } => {
                let errand = &mut self.errand;
                let mut told = self.session.suspended(|| errand(&effect, state))?;
                self.sheets.forget()?;
                told.extend(self.forgotten_pictures(state));
                Ok(told)
            }
            Effect::AskGraphics => {
                Ok(vec![Event::GraphicsKnown(crate::term::graphics(state.prefs.protocol))])
            }
            Effect::Copy(text) => {
                // Lines stay lines: a quotation has several.
                let clean = Clean::text(&text);
                self.session.copy(&clean)?;
                Ok(Vec::new())
            }
            Effect::NotifyTerminal { form, title, text } => {
                self.session.notify(form, &title, &text)?;
                Ok(Vec::new())
            }
            Effect::Bell => {
                self.session.ring()?;
                Ok(Vec::new())
            }
            Effect::Redraw => {
                self.session.retake()?;
                self.sheets.forget()?;
                Ok(self.forgotten_pictures(state))
            }
            _ => Ok(Vec::new()), // the others are the world's
        }
    }
}

impl<E> TerminalScreen<E> {
    /// The terminal's size when it was taken.
    pub fn size(&self) -> Size {
        self.size
    }

    /// The terminal may have forgotten its pictures: says so, that they come again.
    fn forgotten_pictures(&self, state: &State) -> Vec<Event> {
        self.shelf.clear();
        let graphics = state.pictures.graphics.filter(|g| g.protocol != Protocol::Blocks);
        graphics.map(Event::GraphicsKnown).into_iter().collect()
    }
}

/// Makes cells part of a hyperlink. Their widths are told, because ratatui would count the letters of the address.
fn lay_link(link: &Hyperlink, buf: &mut Buffer) {
    let end = link.rect.x.saturating_add(link.rect.width);
    let mut x = link.rect.x;
    while x < end {
        let Some(cell) = buf.cell_mut((x, link.rect.y)) else { return };
        let columns = u16::try_from(width::width(cell.symbol())).unwrap_or(1).max(1);
        let columns = NonZeroU16::new(columns).unwrap_or(NonZeroU16::MIN);
        let text = hyperlinked(cell.symbol(), &link.target, link.id);
        cell.set_symbol(&text).set_diff_option(CellDiffOption::ForcedWidth(columns));
        x = x.saturating_add(columns.get());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::target::Target;

    #[test]
    fn a_link_changes_what_cells_print_but_not_where() {
        let area = ratatui::layout::Rect::new(0, 0, 9, 1);
        let mut plain = Buffer::empty(area);
        plain.set_string(0, 0, "x日本 ab y", ratatui::style::Style::default());
        let mut linked = plain.clone();
        let target = Target::new("https://example.org/").expect("an address");
        let rect = Rect { x: 1, y: 0, width: 7, height: 1 };
        lay_link(&Hyperlink { rect, target, id: 7 }, &mut linked);
        let diff = Buffer::empty(area).diff(&linked).into_iter();
        let printed: Vec<(u16, String)> =
            diff.map(|(x, _, cell)| (x, cell.symbol().replace('\x1b', "^"))).collect();
        let of = |text: &str| format!("^]8;id=7;https://example.org/^\\{text}^]8;;^\\");
        let want = [(0, "x".to_owned()), (1, of("日")), (3, of("本")), (5, of(" ")), (6, of("a"))];
        assert_eq!(printed[..5], want);
        // The same text under another address is drawn anew; the same one is not.
        let other = Target::new("https://example.org/2").expect("an address");
        let mut moved = plain.clone();
        lay_link(&Hyperlink { rect, target: other, id: 7 }, &mut moved);
        assert_eq!(linked.diff(&moved).len(), 5);
        assert!(linked.diff(&linked).is_empty());
        assert_eq!(linked.diff(&plain).len(), 5);
    }
}
