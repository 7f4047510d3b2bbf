//! Two sheets of cells: what the terminal shows and what is drawn next. Only where they differ is anything written, and
//! all of it in one frame.

use std::io::{Result, Write};

use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::Size;
use crate::term::{FrameWriter, cursor_at, emptied};
use crate::view::Cursor;

/// The sheets, and the terminal that one of them is on.
pub(super) struct Sheets<W: Write> {
    backend: CrosstermBackend<FrameWriter<W>>,
    shown: Buffer,
    next: Buffer,
    /// Where the terminal's cursor stands, and whether it is seen; none when that is not known.
    cursor: Option<(Cursor, bool)>,
}

impl<W: Write> Sheets<W> {
    /// Sheets for a terminal of so many cells that shows nothing.
    pub(super) fn new(out: W, size: Size) -> Self {
        let empty = Buffer::empty(area(size));
        let backend = CrosstermBackend::new(FrameWriter::new(out));
        Self { backend, shown: empty.clone(), next: empty, cursor: None }
    }

    /// The sheet to draw on, empty and of the terminal's size.
    pub(super) fn blank(&mut self, size: Size) -> Result<&mut Buffer> {
        let area = area(size);
        if area == self.next.area {
            self.next.reset();
        } else {
            self.next = Buffer::empty(area);
            self.forget()?;
        }
        Ok(&mut self.next)
    }

    /// Shows the sheet that was drawn on, with the cursor where it belongs. A cursor that is not seen still stands there:
    /// screen readers and magnifiers follow it.
    pub(super) fn show(&mut self, cursor: Cursor, seen: bool) -> Result<()> {
        let mut changes = self.shown.diff_iter(&self.next).peekable();
        let changed = changes.peek().is_some();
        if changed {
            self.backend.draw(changes)?;
        }
        if changed || self.cursor != Some((cursor, seen)) {
            self.backend.write_all(cursor_at(cursor, seen).as_bytes())?;
            self.cursor = Some((cursor, seen));
        }
        std::mem::swap(&mut self.shown, &mut self.next);
        Write::flush(&mut self.backend)
    }

    /// Forgets what the terminal shows, so that the next sheet is drawn whole.
    pub(super) fn forget(&mut self) -> Result<()> {
        self.backend.write_all(emptied().as_bytes())?;
        self.shown = Buffer::empty(self.next.area);
        self.cursor = None;
        Ok(())
    }
}

fn area(size: Size) -> Rect {
    Rect::new(0, 0, size.width, size.height)
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::rc::Rc;

    use ratatui::style::Style;

    use super::*;

    const SIZE: Size = Size { width: 9, height: 2 };

    /// What is written, for the test to look at.
    #[derive(Clone, Default)]
    struct Paper(Rc<RefCell<Vec<u8>>>);

    impl Write for Paper {
        fn write(&mut self, bytes: &[u8]) -> Result<usize> {
            self.0.borrow_mut().write(bytes)
        }

        fn flush(&mut self) -> Result<()> {
            Ok(())
        }
    }

    impl Paper {
        /// Draws a text, and returns what is written for it.
        fn draw(
            &self,
            sheets: &mut Sheets<Self>,
            text: &str,
            cursor: Cursor,
            seen: bool,
        ) -> String {
            let sheet = sheets.blank(SIZE).expect("paper takes everything");
            sheet.set_string(0, 1, text, Style::default());
            sheets.show(cursor, seen).expect("paper takes everything");
            let frame = std::mem::take(&mut *self.0.borrow_mut());
            String::from_utf8(frame).expect("text").replace('\x1b', "^")
        }
    }

    #[test]
    fn only_what_changes_is_written_and_in_one_frame() {
        let paper = Paper::default();
        let mut sheets = Sheets::new(paper.clone(), SIZE);
        let first = paper.draw(&mut sheets, "Krefeld", Some((0, 1)), false);
        assert!(first.contains("Krefeld") && first.contains("^[?25l"), "{first}");
        assert_eq!(first.matches("^[?2026h").count(), 1);
        assert_eq!(paper.draw(&mut sheets, "Krefeld", Some((0, 1)), false), "");
        let moved = paper.draw(&mut sheets, "Krefeld", Some((3, 1)), false);
        assert_eq!(moved, "^[?2026h^[?25l^[2;4H^[?2026l");
        let other = paper.draw(&mut sheets, "Krefelm", Some((3, 1)), false);
        assert!(other.contains("^[2;7Hm") && other.ends_with("^[2;4H^[?2026l"), "{other}");
        assert_eq!(other.matches("^[?2026h").count(), 1);
        let typing = paper.draw(&mut sheets, "Krefelm", Some((3, 1)), true);
        assert_eq!(typing, "^[?2026h^[?25h^[2;4H^[?2026l");
    }

    #[test]
    fn what_was_forgotten_is_written_again() {
        let paper = Paper::default();
        let mut sheets = Sheets::new(paper.clone(), SIZE);
        paper.draw(&mut sheets, "Krefeld", None, false);
        sheets.forget().expect("paper takes everything");
        let again = paper.draw(&mut sheets, "Krefeld", None, false);
        assert!(again.contains("^[2J") && again.contains("Krefeld"), "{again}");
        assert_eq!(again.matches("^[?2026h").count(), 1);
        let sheet = sheets.blank(Size { width: 5, height: 2 }).expect("paper takes everything");
        assert_eq!(sheet.area, Rect::new(0, 0, 5, 2));
        sheets.show(None, false).expect("paper takes everything");
        assert!(String::from_utf8_lossy(&paper.0.borrow()).contains("\x1b[2J"));
    }
}
