//! The settings that can change while umland runs: `:set KEY VALUE` holds until the reader quits and wins over the
//! configuration till then; `:set! KEY VALUE` is written into the configuration.
//!
//! **Invariant:** every key, value and range here is one of the configuration's (test-checked in `tests/app_command.rs`).

use super::effect::{Effect, SettingValue};
use super::layout::LayoutMode;
use super::pictures::Pictures;
use super::state::{Headings, Prefs, State};
use super::{act, themes};
use crate::domain::Show;
use crate::lang::Lang;
use crate::theme::Theme;

/// A setting.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// The table of the configuration that it stands in.
    pub table: &'static str,
    /// Its key there.
    pub key: &'static str,
    /// Its key on the command line.
    pub name: &'static str,
    /// What it can be.
    pub values: Values,
    get: fn(&Prefs) -> String,
    set: fn(&mut Prefs, &str),
}

/// What a setting can be.
#[derive(Debug, Clone, Copy)]
pub enum Values {
    /// One of these words.
    Words(&'static [&'static str]),
    /// On or off.
    Switch,
    /// A number from the first to the second.
    Number(u16, u16),
    /// A theme, or none of them when that is allowed.
    Theme {
        /// `auto` is allowed.
        auto: bool,
    },
}

const SWITCH: &[&str] = &["true", "false"];
const LAYOUTS: &[&str] = &["auto", "three", "two", "stacked", "one"];
const HEADINGS: &[&str] = &["auto", "none", "day", "feed", "place"];
const WHEN: &[&str] = &["auto", "always", "never"];

/// The theme: its name is looked up by `change`, like those of the two below.
pub const THEME: Setting = ui("theme", Values::Theme { auto: true }, theme_name, |_, _| ());

/// The settings, in the order of the configuration.
pub const SETTINGS: &[Setting] = &[
    ui(
        "language",
        Values::Words(&["auto", "en", "de"]),
        |p| p.lang.tag().to_owned(),
        |p, word| {
            let named = Lang::ALL.iter().copied().find(|lang| lang.tag() == word);
            p.lang = named.unwrap_or(p.surroundings.lang);
        },
    ),
    THEME,
    ui("theme_dark", Values::Theme { auto: false }, |p| p.themes.dark.name().to_owned(), |_, _| ()),
    ui(
        "theme_light",
        Values::Theme { auto: false },
        |p| p.themes.light.name().to_owned(),
        |_, _| (),
    ),
    ui(
        "measure",
        Values::Number(20, 400),
        |p| p.measure.to_string(),
        |p, word| {
            p.measure = word.parse().unwrap_or(p.measure);
        },
    ),
    ui(
        "layout",
        Values::Words(LAYOUTS),
        |p| p.layout.name().to_owned(),
        |p, word| {
            p.layout = LayoutMode::from_name(word).unwrap_or_default();
        },
    ),
    ui(
        "hide_read",
        Values::Switch,
        |p| p.hide_read.to_string(),
        |p, word| {
            p.hide_read = word == "true";
        },
    ),
    ui(
        "mark_read_on_open",
        Values::Switch,
        |p| p.mark_read_on_open.to_string(),
        |p, word| {
            p.mark_read_on_open = word == "true";
        },
    ),
    ui(
        "headings",
        Values::Words(HEADINGS),
        |p| p.headings.name().to_owned(),
        |p, word| {
            p.headings = Headings::from_name(word).unwrap_or_default();
        },
    ),
    ui(
        "ascii",
        Values::Words(WHEN),
        |p| always(p.ascii),
        |p, word| {
            p.ascii = when(word, p.surroundings.ascii);
        },
    ),
    ui(
        "hyperlinks",
        Values::Words(WHEN),
        |p| always(p.hyperlinks),
        |p, word| {
            p.hyperlinks = when(word, p.surroundings.hyperlinks);
        },
    ),
    Setting {
        table: "images",
        key: "auto",
        name: "images",
        values: Values::Switch,
        get: |p| p.images.to_string(),
        set: |p, word| p.images = word == "true",
    },
];

const fn ui(
    key: &'static str,
    values: Values,
    get: fn(&Prefs) -> String,
    set: fn(&mut Prefs, &str),
) -> Setting {
    Setting { table: "ui", key, name: key, values, get, set }
}

impl Setting {
    /// The setting of a name; `-` may stand for `_`.
    pub fn from_name(name: &str) -> Option<&'static Self> {
        let name = name.replace('-', "_");
        SETTINGS.iter().find(|setting| setting.name == name)
    }

    /// What it is now.
    pub fn value(&self, prefs: &Prefs) -> String {
        (self.get)(prefs)
    }

    /// The words that it can be; of a number, its bounds.
    pub fn words(&self, state: &State) -> Vec<String> {
        let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        match self.values {
            Values::Words(words) => owned(words),
            Values::Switch => owned(SWITCH),
            Values::Number(min, max) => vec![format!("{min}–{max}")],
            Values::Theme { auto } => {
                let auto = auto.then(|| themes::AUTO.to_owned());
                auto.into_iter().chain(themes::names(state)).collect()
            }
        }
    }

    /// Whether it can be that.
    pub fn can_be(&self, word: &str, state: &State) -> bool {
        match self.values {
            Values::Number(min, max) => {
                word.parse().is_ok_and(|number: u16| (min..=max).contains(&number))
            }
            _ => self.words(state).iter().any(|known| known == word),
        }
    }

    /// It is on or off.
    pub fn is_switch(&self) -> bool {
        matches!(self.values, Values::Switch)
    }

    /// It is a theme.
    pub fn is_theme(&self) -> bool {
        matches!(self.values, Values::Theme { .. })
    }

    /// The message id of what it means.
    pub fn meaning(&self) -> String {
        format!("setting-{}", self.name.replace('_', "-"))
    }

    /// A value of it as the configuration has it.
    fn written(&self, word: &str) -> SettingValue {
        match self.values {
            Values::Switch => SettingValue::Switch(word == "true"),
            Values::Number(..) => SettingValue::Number(word.parse().unwrap_or_default()),
            Values::Words(_) | Values::Theme { .. } => SettingValue::Text(word.to_owned()),
        }
    }
}

/// Gives a setting another value, which it can be, until the reader quits, or for good.
pub(super) fn set(state: &mut State, setting: &Setting, word: &str, write: bool) -> Vec<Effect> {
    state.command.live.retain(|(name, _)| *name != setting.name);
    let mut prefs = state.prefs.clone();
    change(&mut prefs, setting, word, &state.command.themes);
    let mut effects = take(state, prefs);
    if write {
        let value = setting.written(word);
        effects.push(Effect::WriteSetting { table: setting.table, key: setting.key, value });
    } else {
        state.command.live.push((setting.name, word.to_owned()));
    }
    effects
}

/// Takes over a configuration that was read anew; what was set for this session stays.
pub(super) fn take_config(state: &mut State, mut prefs: Prefs) -> Vec<Effect> {
    for (name, word) in state.command.live.clone() {
        if let Some(setting) = Setting::from_name(name) {
            change(&mut prefs, setting, &word, &state.command.themes);
        }
    }
    take(state, prefs)
}

fn change(prefs: &mut Prefs, setting: &Setting, word: &str, known: &[themes::Named]) {
    let theme = || themes::find(known, word);
    match setting.name {
        "theme" => prefs.themes.fixed = theme(),
        "theme_dark" => prefs.themes.dark = theme().unwrap_or(prefs.themes.dark.clone()),
        "theme_light" => prefs.themes.light = theme().unwrap_or(prefs.themes.light.clone()),
        _ => (setting.set)(prefs, word),
    }
}

/// Lets what is set take effect.
fn take(state: &mut State, prefs: Prefs) -> Vec<Effect> {
    let before = std::mem::replace(&mut state.prefs, prefs);
    let now = &state.prefs;
    state.theme = now.themes.on(state.ground).clone();
    if (now.images, now.protocol) != (before.images, before.protocol) {
        state.pictures = Pictures::new(now.images);
    }
    if now.layout != before.layout {
        state.layout = now.layout;
    }
    state.reader.forget_page();
    if now.hide_read == before.hide_read {
        return Vec::new();
    }
    let hide = now.hide_read;
    act::show(state, |query, now| {
        query.show = if hide { Show::Unread { or_read_since: now } } else { Show::All };
    })
}

fn theme_name(prefs: &Prefs) -> String {
    prefs.themes.fixed.as_ref().map_or(themes::AUTO, Theme::name).to_owned()
}

fn always(on: bool) -> String {
    if on { "always" } else { "never" }.to_owned()
}

fn when(word: &str, auto: bool) -> bool {
    match word {
        "always" => true,
        "never" => false,
        _ => auto,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_setting_has_words_in_every_language() {
        for setting in SETTINGS {
            for lang in Lang::ALL {
                assert!(lang.has(&setting.meaning()), "{} in {lang}", setting.meaning());
            }
        }
    }

    #[test]
    fn a_name_may_be_written_with_a_hyphen() {
        assert_eq!(Setting::from_name("hide-read").map(|s| s.key), Some("hide_read"));
        assert_eq!(
            Setting::from_name("images").map(|s| (s.table, s.key)),
            Some(("images", "auto"))
        );
        assert!(Setting::from_name("mouse").is_none());
    }
}
