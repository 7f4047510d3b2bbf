//! From the configuration and the environment to what the interface and the fetcher want to know.

use std::path::Path;

use super::{Surroundings, homes};
use crate::app::themes::Named;
use crate::app::{Auto, Headings, LayoutMode, Prefs};
use crate::config::{self, Ascii, Config, Home, Hyperlinks, Layout, themes};
use crate::text::Clean;
use crate::text::dates::Zone;
use crate::text::fold::fold;
use crate::theme::Themes;

/// What the interface wants to know.
pub(super) fn of(config: &Config, config_path: &Path, surroundings: &Surroundings) -> Prefs {
    let mut themes = match themes::built_in("mono") {
        Some(mono) if surroundings.no_color => Themes::only(mono),
        _ => themes::chosen(&config.ui, config_path),
    };
    if !surroundings.true_colour {
        themes = themes.in_palette();
    }
    Prefs {
        lang: config.ui.language.unwrap_or(surroundings.lang),
        themes,
        layout: match config.ui.layout {
            Layout::Auto => LayoutMode::Auto,
            Layout::Three => LayoutMode::Three,
            Layout::Two => LayoutMode::Two,
            Layout::Stacked => LayoutMode::Stacked,
            Layout::One => LayoutMode::One,
        },
        headings: match config.ui.headings {
            config::Headings::Auto => Headings::Auto,
            config::Headings::None => Headings::None,
            config::Headings::Day => Headings::Day,
            config::Headings::Feed => Headings::Feed,
            config::Headings::Place => Headings::Place,
        },
        measure: config.ui.measure,
        ascii: match config.ui.ascii {
            Ascii::Auto => surroundings.ascii,
            Ascii::Always => true,
            Ascii::Never => false,
        },
        hyperlinks: match config.ui.hyperlinks {
            Hyperlinks::Auto => surroundings.hyperlinks,
            Hyperlinks::Always => true,
            Hyperlinks::Never => false,
        },
        images: config.images.auto,
        protocol: config.images.protocol,
        hide_read: config.ui.hide_read,
        mark_read_on_open: config.ui.mark_read_on_open,
        refresh_on_start: config.fetch.refresh_on_start,
        views: config.views.clone(),
        highlight: config.ui.highlight.iter().map(|word| fold(word)).collect(),
        keymap: config.keymap.clone(),
        save_folder: config.out.folder.clone(),
        save_format: config.out.format,
        shares: config.out.share.iter().map(|(name, _)| name.clone()).collect(),
        zone: Zone::system(),
        home: Clean::line(config.homes.first().map_or("", Home::label)),
        homes: homes::points(&config.homes),
        follow: followed(config),
        notices: config.notify.ways,
        surroundings: Auto {
            lang: surroundings.lang,
            ascii: surroundings.ascii,
            hyperlinks: surroundings.hyperlinks,
            true_colour: surroundings.true_colour,
        },
    }
}

/// The names of the places that are followed, folded.
fn followed(config: &Config) -> Vec<String> {
    config.follow.places.iter().map(|place| fold(place)).collect()
}

/// The themes that can be chosen: those that come with umland and the reader's own beside the configuration, as this
/// terminal can show them.
pub fn themes(config_path: &Path, surroundings: &Surroundings) -> Vec<Named> {
    let shown = |name: &String| !surroundings.no_color || name == "mono";
    let read = |name: String| {
        let theme = match themes::find(&name, config_path) {
            Ok(theme) if surroundings.true_colour => Ok(theme),
            Ok(theme) => Ok(theme.in_palette()),
            Err(faults) => {
                let first = faults.first().map(|fault| fault.say(surroundings.lang));
                Err(Clean::line(&first.unwrap_or_default()))
            }
        };
        Named { name, theme }
    };
    themes::names(config_path).into_iter().filter(shown).map(read).collect()
}
