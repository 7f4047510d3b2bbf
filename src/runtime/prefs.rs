//! From the configuration and the environment to what the interface and the fetcher want to know.

use super::{Surroundings, homes};
use crate::app::{LayoutMode, Prefs};
use crate::config::{Ascii, Config, Home, Layout, ThemeChoice};
use crate::text::Clean;
use crate::text::dates::Zone;
use crate::text::fold::fold;
use crate::theme::Theme;

/// What the interface wants to know.
pub(super) fn of(config: &Config, surroundings: &Surroundings) -> Prefs {
    let theme = match config.ui.theme {
        _ if surroundings.no_color => Some(Theme::Mono),
        ThemeChoice::Auto => None,
        ThemeChoice::Dark => Some(Theme::Dark),
        ThemeChoice::Light => Some(Theme::Light),
    };
    Prefs {
        lang: config.ui.language.unwrap_or(surroundings.lang),
        theme,
        layout: match config.ui.layout {
            Layout::Auto => LayoutMode::Auto,
            Layout::Three => LayoutMode::Three,
            Layout::Two => LayoutMode::Two,
            Layout::Stacked => LayoutMode::Stacked,
            Layout::One => LayoutMode::One,
        },
        measure: config.ui.measure,
        ascii: match config.ui.ascii {
            Ascii::Auto => surroundings.ascii,
            Ascii::Always => true,
            Ascii::Never => false,
        },
        hide_read: config.ui.hide_read,
        mark_read_on_open: config.ui.mark_read_on_open,
        refresh_on_start: config.fetch.refresh_on_start,
        keymap: config.keymap.clone(),
        zone: Zone::system(),
        home: Clean::line(config.homes.first().map_or("", Home::label)),
        homes: homes::points(&config.homes),
        follow: followed(config),
    }
}

/// The names of the places that are followed, folded.
fn followed(config: &Config) -> Vec<String> {
    config.follow.places.iter().map(|place| fold(place)).collect()
}
