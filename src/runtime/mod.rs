//! The loop: facts in, one picture, effects out. Production and tests run the same loop, over any [`Screen`] and any
//! [`World`]; it ends when the reader quits, or when the input has ended and nothing is under way.

mod clock;
mod event_loop;
pub mod history;
pub mod homes;
mod hooks;
pub mod offers;
mod prefs;
pub mod say;
mod screen;
mod sheets;
mod start;
mod tell;
mod world;

pub use clock::{Clock, SystemClock};
pub use event_loop::{Ports, run};
pub use history::HistoryError;
pub use hooks::after_refresh;
pub use prefs::themes;
pub use screen::{Screen, TerminalScreen, TestPanic};
pub use start::{Reader, RuntimeError, Surroundings, read};
pub use tell::Tell;
pub use world::{
    RealWorld, WorldParts, answer, fetch_settings, followed, named, offered, policy, towns,
};

use crate::app::Effect;

/// Where effects are carried out. What comes of one is told as events; a job is under way for as long as its [`Tell`] lives.
pub trait World {
    /// Starts to carry out an effect; never waits.
    fn perform(&self, effect: Effect, tell: Tell);
}
