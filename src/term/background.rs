//! Is the terminal dark or light? Asked by OSC 11, with a time-out.

use std::time::Duration;

use terminal_colorsaurus::{QueryOptions, ThemeMode, theme_mode};

use crate::theme::Theme;

/// Longest wait for the answer. Terminals answer at once; only a slow line takes longer, and then the default will do.
const TIMEOUT: Duration = Duration::from_millis(200);

/// Asks the terminal for its background. Must be called before anything else reads the terminal. `None` when it does not
/// say.
pub fn background() -> Option<Theme> {
    let mut options = QueryOptions::default();
    options.timeout = TIMEOUT;
    match theme_mode(options).ok()? {
        ThemeMode::Dark => Some(Theme::Dark),
        ThemeMode::Light => Some(Theme::Light),
    }
}
