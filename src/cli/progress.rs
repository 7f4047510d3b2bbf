//! A progress bar on stderr, when that is a terminal; else nothing but the lines that are to be read.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// Columns of the bar itself.
const COLUMNS: usize = 30;
/// Between two pictures.
const EVERY: Duration = Duration::from_millis(50);

/// A bar.
pub(super) struct Bar {
    drawn_on: bool,
    total: usize,
    done: usize,
    new: u64,
    drawn_at: Option<Instant>,
}

impl Bar {
    /// A bar that is not shown yet.
    pub(super) fn new() -> Self {
        Self { drawn_on: io::stderr().is_terminal(), total: 0, done: 0, new: 0, drawn_at: None }
    }

    /// Begins, with so many steps.
    pub(super) fn start(&mut self, total: usize) {
        self.total = total;
        self.draw();
    }

    /// One step is done, and brought so much that is new.
    pub(super) fn step(&mut self, new: u32) {
        self.done += 1;
        self.new += u64::from(new);
        if self.drawn_at.is_none_or(|at| at.elapsed() >= EVERY) || self.done == self.total {
            self.draw();
        }
    }

    /// So much of so much is done.
    pub(super) fn reach(&mut self, done: u64, total: u64) {
        let number = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
        (self.done, self.total) = (number(done), number(total));
        if self.drawn_at.is_none_or(|at| at.elapsed() >= EVERY) {
            self.draw();
        }
    }

    /// Says something that stays, above the bar.
    pub(super) fn above(&mut self, text: &str) {
        self.clear();
        super::out::talk(text);
        self.draw();
    }

    /// Takes the bar away.
    pub(super) fn clear(&mut self) {
        if self.drawn_on {
            write("\r\u{1b}[K");
        }
    }

    fn draw(&mut self) {
        if !self.drawn_on || self.total == 0 {
            return;
        }
        self.drawn_at = Some(Instant::now());
        let new = if self.new > 0 { format!(" +{}", self.new) } else { String::new() };
        let picture = picture(self.done, self.total);
        write(&format!("\r\u{1b}[K{picture} {}/{}{new}", self.done, self.total));
    }
}

fn picture(done: usize, total: usize) -> String {
    let full = (done * COLUMNS).checked_div(total).unwrap_or(COLUMNS).min(COLUMNS);
    format!("[{}{}]", "=".repeat(full), " ".repeat(COLUMNS - full))
}

/// Writes to stderr; a terminal that has gone changes nothing.
fn write(text: &str) {
    let mut stderr = io::stderr().lock();
    let _ = stderr.write_all(text.as_bytes()).and_then(|()| stderr.flush());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_grows_to_its_full_width() {
        assert_eq!(picture(0, 4).matches('=').count(), 0);
        assert_eq!(picture(2, 4).matches('=').count(), COLUMNS / 2);
        assert_eq!(picture(9, 4).chars().count(), COLUMNS + 2);
        assert_eq!(picture(0, 0).matches('=').count(), COLUMNS);
    }
}
