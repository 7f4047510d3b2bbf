//! The terminal: raw mode and the alternate screen, restored on every way out; what the terminal says becomes events.
//!
//! **Invariant:** one owner. Only this module reads the terminal, and it writes whole frames: what is drawn between two
//! flushes goes out in one piece, as a synchronised update.

mod background;
mod ear;
mod frame;
mod graphics;
mod hangup;
mod hyperlink;
mod input;
mod session;
mod signals;

pub use frame::{FrameWriter, cursor_at, emptied};
pub use graphics::graphics;
pub use hangup::hangup;
pub use hyperlink::{has_hyperlinks, hyperlinked};
pub use input::{Input, input};
pub use session::{Session, has_panicked, restore_on_panic, stop_job};
pub use signals::{continuation, interruption, sizes, termination};

/// What the terminal says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// A key.
    Key(crate::keys::Key),
    /// Pasted text.
    Pasted(String),
    /// The left button at a column and row.
    Click(u16, u16),
    /// The wheel at a column and row; upwards when true.
    Wheel(u16, u16, bool),
    /// The background.
    Background(crate::theme::Ground),
    /// The terminal is gone.
    Gone,
}

/// Whether the terminal is one that shows what it does not know (the Linux console, dumb ones).
fn is_plain() -> bool {
    let term = std::env::var_os("TERM").unwrap_or_default();
    term == "linux" || term == "dumb" || term.is_empty()
}

/// What went wrong with the terminal.
#[derive(Debug, thiserror::Error)]
pub enum TermError {
    /// There is none.
    #[error("no terminal: umland's reader needs one (umland list and umland show do not)")]
    None,
    /// A thread has panicked: the terminal was given back for good.
    #[error("a part of umland has failed; see above")]
    Panicked,
    /// It does not do as it is told.
    #[error("the terminal cannot be used: {0}")]
    Io(#[from] std::io::Error),
}
