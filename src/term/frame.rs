//! Frames in one piece: collects what is drawn and writes it at once, between the marks of a synchronised update
//! (<https://gitlab.freedesktop.org/terminal-wg/specifications/-/merge_requests/2>; terminals that do not know them
//! ignore them).

use std::io::{self, Write};

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::terminal::{Clear, ClearType};

const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";

/// A writer that holds everything back until it is flushed.
#[derive(Debug)]
pub struct FrameWriter<W: Write> {
    inner: W,
    frame: Vec<u8>,
}

impl<W: Write> FrameWriter<W> {
    /// Writes frames to `inner`.
    pub fn new(inner: W) -> Self {
        Self { inner, frame: BEGIN.to_vec() }
    }
}

impl<W: Write> Write for FrameWriter<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.frame.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.frame.len() == BEGIN.len() {
            return Ok(());
        }
        if super::has_panicked() {
            // The terminal is not ours any more, and what is said of the panic is to stay readable.
            self.frame.truncate(BEGIN.len());
            return Ok(());
        }
        self.frame.extend_from_slice(END);
        let written = self.inner.write_all(&self.frame).and_then(|()| self.inner.flush());
        self.frame.truncate(BEGIN.len());
        written
    }
}

/// The sequences that show the cursor, or hide it, and put it somewhere.
pub fn cursor_at(position: Option<(u16, u16)>, seen: bool) -> String {
    let sight = if seen { Show.to_string() } else { Hide.to_string() };
    let place = position.map(|(x, y)| MoveTo(x, y).to_string());
    sight + &place.unwrap_or_default()
}

/// The sequence that empties the screen.
pub fn emptied() -> String {
    Clear(ClearType::All).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_goes_out_in_one_piece() {
        let mut out = Vec::new();
        let mut frames = FrameWriter::new(&mut out);
        frames.write_all(b"eins").expect("a Vec takes everything");
        frames.write_all(b"zwei").expect("a Vec takes everything");
        frames.flush().expect("a Vec takes everything");
        frames.flush().expect("a Vec takes everything");
        assert_eq!(out, b"\x1b[?2026heinszwei\x1b[?2026l");
    }
}
