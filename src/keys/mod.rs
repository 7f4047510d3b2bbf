//! Key notation, keymap, chord resolver; knows no terminal.

pub mod chord;
pub mod key;
pub mod keymap;
pub mod notation;
pub mod preset;

pub use chord::{Chord, Pressed};
pub use key::{Code, Key, Mods};
pub use keymap::{Candidate, Clash, Keymap, Resolved, Step};
pub use notation::{NotationError, Sequence};
pub use preset::Preset;
