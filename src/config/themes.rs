//! Themes: those that come with umland and the reader's own, `themes/NAME.toml` beside the configuration.
//!
//! A theme has two tables. `[colours]` gives names to colours: a number of the palette (0 to 255), `"#rrggbb"`, or one of
//! the terminal's own sixteen (`"red"`, `"bright-blue"` …). `[parts]` says how each part looks. `base` names the built-in
//! theme that fills what is not said.
//!
//! **Invariant:** the built-in themes have no fault (test-checked).

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use toml_edit::{Item, TableLike};

use super::fault::{ConfigFault, Place, Reason};
use super::schema::Ui;
use super::section::{Faults, Section, offset};
use super::syntax;
use crate::text::nearest;
use crate::theme::{Colour, Look, Part, Theme, Themes};

/// The themes that come with umland.
const BUILT_IN: &[(&str, &str)] = &[
    ("dark", include_str!("../../assets/themes/dark.toml")),
    ("light", include_str!("../../assets/themes/light.toml")),
    ("high-contrast-dark", include_str!("../../assets/themes/high-contrast-dark.toml")),
    ("high-contrast-light", include_str!("../../assets/themes/high-contrast-light.toml")),
    ("sixteen", include_str!("../../assets/themes/sixteen.toml")),
    ("mono", include_str!("../../assets/themes/mono.toml")),
];

/// The folder of the reader's own themes, beside the configuration.
const FOLDER: &str = "themes";
/// The theme is left to the terminal's background.
pub const AUTO: &str = "auto";

/// The names of the themes that come with umland.
pub fn built_in_names() -> impl Iterator<Item = &'static str> {
    BUILT_IN.iter().map(|(name, _)| *name)
}

/// A theme that comes with umland, as it is written.
pub fn text(name: &str) -> Option<&'static str> {
    BUILT_IN.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

/// A theme that comes with umland.
pub fn built_in(name: &str) -> Option<Theme> {
    Some(read(text(name)?, name, &mut Vec::new()))
}

/// The names of all themes that can be chosen: those built in, then the reader's own beside `config`, by name.
pub fn names(config: &Path) -> Vec<String> {
    let mut names: Vec<String> = built_in_names().map(str::to_owned).collect();
    let folder = config.with_file_name(FOLDER);
    let files = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut own: Vec<String> = files
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .filter(|name| !names.contains(name))
        .collect();
    own.sort();
    names.append(&mut own);
    names
}

/// The theme of a name: the reader's own beside `config`, or one that comes with umland.
///
/// # Errors
/// The faults of its file; none when there is no such theme.
pub fn find(name: &str, config: &Path) -> Result<Theme, Vec<ConfigFault>> {
    if let Some(theme) = built_in(name) {
        return Ok(theme);
    }
    if name.contains(['/', '\\']) {
        return Err(Vec::new()); // the name of a file, not a way to one
    }
    let file = config.with_file_name(FOLDER).join(format!("{name}.toml"));
    let text = match fs::read_to_string(&file) {
        Ok(text) => text,
        Err(fault) if fault.kind() == std::io::ErrorKind::NotFound => return Err(Vec::new()),
        Err(fault) => {
            let reason = Reason::Unreadable(fault.to_string());
            return Err(vec![ConfigFault { file, place: None, reason }]);
        }
    };
    let mut faults = Vec::new();
    let theme = read(&text, name, &mut faults);
    if faults.is_empty() {
        return Ok(theme);
    }
    faults.sort_by_key(|(at, _)| *at);
    let told = faults.into_iter().map(|(at, reason)| ConfigFault {
        file: file.clone(),
        place: Some(Place::of(&text, at)),
        reason,
    });
    Err(told.collect())
}

/// The themes that the reader chose, of a configuration that has no fault. What has gone since is replaced by what comes
/// with umland.
pub fn chosen(ui: &Ui, config: &Path) -> Themes {
    let get = |name: &str, instead: &str| {
        let theme = find(name, config).ok().or_else(|| built_in(instead));
        theme.unwrap_or_else(|| Theme::new(instead, |_| Look::default()))
    };
    Themes {
        fixed: (ui.theme != AUTO).then(|| get(&ui.theme, "dark")),
        dark: get(&ui.theme_dark, "dark"),
        light: get(&ui.theme_light, "light"),
    }
}

/// Reads the name of a theme. One that is not there is a fault here, faults of its file are told to `of_files`.
pub(super) fn read_name(
    section: &mut Section<'_, '_>,
    key: &'static str,
    target: &mut String,
    config: &Path,
    of_files: &mut Vec<ConfigFault>,
) {
    let Some((name, at)) = section.text(key) else { return };
    let is_known = (name == AUTO && key == "theme") || built_in_names().any(|known| known == name);
    if !is_known && let Err(told) = find(name, config) {
        if told.is_empty() {
            let (known, nearest) = (names(config), nearest(name, built_in_names()));
            section.faults.push((at, Reason::NoTheme { name: name.to_owned(), known, nearest }));
        }
        of_files.extend(told);
        return;
    }
    name.clone_into(target);
}

/// Reads a theme; what is faulty looks like plain text.
fn read(text: &str, name: &str, faults: &mut Faults) -> Theme {
    let document = syntax::parse(text, faults);
    let mut top = Section::new(Some(document.as_table()), faults);
    let base = base(&mut top);
    let [colours, parts] = ["colours", "parts"].map(|key| top.item(key));
    top.finish();
    let named = read_colours(colours, faults);
    let mut looks = BTreeMap::new();
    let mut section = Section::new(parts.and_then(Item::as_table_like), faults);
    let items: Vec<_> = Part::ALL.iter().map(|part| (part, section.item(part.name()))).collect();
    section.finish();
    for (part, item) in items {
        let Some(item) = item else { continue };
        match item.as_table_like() {
            Some(table) => {
                looks.insert(part.name(), read_look(table, &named, faults));
            }
            None => Section::new(None, faults).wrong_type(part.name(), item, "table"),
        }
    }
    Theme::new(name, |part| {
        let own = looks.get(part.name()).copied();
        own.or_else(|| base.as_ref().map(|base| base.look(part))).unwrap_or_default()
    })
}

fn base(top: &mut Section<'_, '_>) -> Option<Theme> {
    let (name, at) = top.text("base")?;
    let theme = built_in(name);
    if theme.is_none() {
        let known = built_in_names().map(str::to_owned).collect();
        let nearest = nearest(name, built_in_names());
        top.faults.push((at, Reason::NoTheme { name: name.to_owned(), known, nearest }));
    }
    theme
}

fn read_colours(item: Option<&Item>, faults: &mut Faults) -> BTreeMap<String, Colour> {
    let mut named = BTreeMap::new();
    for (name, item) in item.and_then(Item::as_table_like).into_iter().flat_map(TableLike::iter) {
        if let Some(colour) = read_colour(name, item, &BTreeMap::new(), faults) {
            named.insert(name.to_owned(), colour);
        }
    }
    named
}

/// Reads a colour: a number, a name of the theme's own, one of the sixteen, or `#rrggbb`.
fn read_colour(
    key: &str,
    item: &Item,
    named: &BTreeMap<String, Colour>,
    faults: &mut Faults,
) -> Option<Colour> {
    if let Some(number) = item.as_integer() {
        if let Ok(number) = u8::try_from(number) {
            return Some(Colour::Palette(number));
        }
        let (min, max) = ("0".to_owned(), u8::MAX.to_string());
        faults.push((offset(item), Reason::Range { key: key.to_owned(), min, max }));
        return None;
    }
    let Some(name) = item.as_str() else {
        Section::new(None, faults).wrong_type(key, item, "colour");
        return None;
    };
    let colour = named.get(name).copied().or_else(|| Colour::from_name(name));
    if colour.is_none() {
        let reason = Reason::NoColour { key: key.to_owned(), value: name.to_owned() };
        faults.push((offset(item), reason));
    }
    colour
}

fn read_look(table: &dyn TableLike, named: &BTreeMap<String, Colour>, faults: &mut Faults) -> Look {
    let mut look = Look::default();
    let mut section = Section::new(Some(table), faults);
    let colours = ["fg", "bg"].map(|key| (key, section.item(key)));
    for (key, target) in [
        ("bold", &mut look.bold),
        ("dim", &mut look.dim),
        ("italic", &mut look.italic),
        ("underline", &mut look.underline),
        ("reverse", &mut look.reverse),
        ("strike", &mut look.strike),
    ] {
        section.switch(key, target);
    }
    section.finish();
    let [fg, bg] = colours.map(|(key, item)| read_colour(key, item?, named, faults));
    Look { fg, bg, ..look }
}

#[cfg(test)]
#[path = "themes_tests.rs"]
mod tests;
