//! `[keys]`: a preset, the reader's own keys, and macros.

use std::collections::HashMap;

use toml_edit::{Item, TableLike};

use super::fault::Reason;
use super::section::{Faults, Section, offset};
use crate::action::{ACTIONS, Action};
use crate::keys::{Keymap, NotationError, Preset, Sequence, Step};
use crate::text::nearest;

/// The key of `[keys]` that names a preset.
const PRESET: &str = "preset";
/// The key of `[keys]` that holds the macros.
const MACROS: &str = "macros";

/// Where each of the reader's keys is written: by the name of its action, and the key.
type Places = HashMap<(&'static str, Sequence), usize>;

/// Reads `keys`: the name of a preset, or a table of bindings, which are laid over one.
pub(super) fn read_keys(item: Option<&Item>, faults: &mut Faults) -> Keymap {
    let Some(item) = item else { return Keymap::default() };
    if let Some(name) = item.as_str() {
        return Keymap::preset(preset("keys", name, offset(item), faults));
    }
    let Some(table) = item.as_table_like() else {
        let (key, found) = ("keys".to_owned(), item.type_name());
        faults.push((offset(item), Reason::Type { key, want: "table", found }));
        return Keymap::default();
    };
    let mut bindings = Bindings { places: HashMap::new(), faults };
    let chosen = table.get(PRESET).map_or(Preset::Umland, |item| bindings.preset(item));
    let overrides = bindings.overrides(table);
    let macros = table.get(MACROS).map(|item| bindings.macros(item)).unwrap_or_default();
    Keymap::new(chosen, &overrides, &macros).unwrap_or_else(|clashes| {
        for clash in clashes {
            let place = (clash.name, clash.key.clone());
            let at = bindings.places.get(&place).copied().unwrap_or_else(|| offset(item));
            let reason = Reason::Clash {
                key: clash.key.to_string(),
                action: clash.name,
                other_key: clash.other_key.to_string(),
                other: clash.other,
            };
            bindings.faults.push((at, reason));
        }
        Keymap::default()
    })
}

fn preset(key: &str, name: &str, at: usize, faults: &mut Faults) -> Preset {
    if let Some((_, preset)) = Preset::ALL.iter().find(|(known, _)| *known == name) {
        return *preset;
    }
    let choices: Vec<&'static str> = Preset::ALL.iter().map(|(name, _)| *name).collect();
    let nearest = nearest(name, choices.iter().copied());
    let (key, value) = (key.to_owned(), name.to_owned());
    faults.push((at, Reason::Choice { key, value, choices, nearest }));
    Preset::default()
}

/// The table, while it is being read.
struct Bindings<'f> {
    places: Places,
    faults: &'f mut Faults,
}

impl Bindings<'_> {
    fn preset(&mut self, item: &Item) -> Preset {
        if let Some(name) = item.as_str() {
            return preset(PRESET, name, offset(item), self.faults);
        }
        self.wrong_type(PRESET, item, "text");
        Preset::default()
    }

    fn wrong_type(&mut self, key: &str, item: &Item, want: &'static str) {
        let reason = Reason::Type { key: key.to_owned(), want, found: item.type_name() };
        self.faults.push((offset(item), reason));
    }

    fn overrides(&mut self, table: &dyn TableLike) -> Vec<(Action, Vec<Sequence>)> {
        let mut overrides = Vec::new();
        for (name, item) in table.iter().filter(|(name, _)| ![PRESET, MACROS].contains(name)) {
            let at = table.key(name).and_then(toml_edit::Key::span);
            let at = at.map_or_else(|| offset(item), |span| span.start);
            let Some(action) = self.action(name, at) else { continue };
            let Some(texts) = self.texts(name, item, "keys") else { continue };
            let mut keys = Vec::new();
            for (text, at) in texts {
                if let Some(key) = self.key(text, at) {
                    self.places.insert((action.name(), key.clone()), at);
                    keys.push(key);
                }
            }
            overrides.push((action, keys));
        }
        overrides
    }

    fn macros(&mut self, item: &Item) -> Vec<(Sequence, Vec<Step>)> {
        let Some(table) = item.as_table_like() else {
            self.wrong_type(MACROS, item, "table");
            return Vec::new();
        };
        let mut macros = Vec::new();
        for (name, item) in table.iter() {
            let at = table.key(name).and_then(toml_edit::Key::span);
            let at = at.map_or_else(|| offset(item), |span| span.start);
            let key = self.key(name, at);
            let Some(texts) = self.texts(name, item, "actions") else { continue };
            let steps: Vec<Step> =
                texts.into_iter().filter_map(|(text, at)| self.step(text, at)).collect();
            if let Some(key) = key.filter(|_| !steps.is_empty()) {
                self.places.insert((MACROS, key.clone()), at);
                macros.push((key, steps));
            }
        }
        macros
    }

    /// A step of a macro: an action, perhaps with a count before it.
    fn step(&mut self, text: &str, at: usize) -> Option<Step> {
        let (count, name) = match text.trim().split_once(' ') {
            Some((count, name)) if count.parse::<u32>().is_ok() => (count.parse().ok(), name),
            _ => (None, text),
        };
        self.action(name.trim(), at).map(|action| Step { action, count })
    }

    fn action(&mut self, name: &str, at: usize) -> Option<Action> {
        let action = Action::from_name(name);
        if action.is_none() {
            let others = [PRESET, MACROS].into_iter();
            let nearest = nearest(name, ACTIONS.iter().map(|spec| spec.name).chain(others));
            self.faults.push((at, Reason::UnknownAction { name: name.to_owned(), nearest }));
        }
        action
    }

    /// A text, or a list of texts, each with its offset.
    fn texts<'t>(
        &mut self,
        name: &str,
        item: &'t Item,
        want: &'static str,
    ) -> Option<Vec<(&'t str, usize)>> {
        match (item.as_str(), item.as_array()) {
            (Some(text), _) => Some(vec![(text, offset(item))]),
            (None, Some(array)) => {
                Some(Section::new(None, self.faults).texts_of(name, array, offset(item)))
            }
            (None, None) => {
                self.wrong_type(name, item, want);
                None
            }
        }
    }

    fn key(&mut self, text: &str, at: usize) -> Option<Sequence> {
        match Sequence::bindable(text) {
            Ok(key) => Some(key),
            Err(fault) => {
                let nearest = match &fault {
                    NotationError::Unknown(word) => nearest(word, Sequence::names()),
                    _ => None,
                };
                self.faults.push((at, Reason::Key { fault, nearest }));
                None
            }
        }
    }
}
