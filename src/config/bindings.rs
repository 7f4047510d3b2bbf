//! `[keys]`: the reader's own keys.

use std::collections::HashMap;

use toml_edit::TableLike;

use super::fault::Reason;
use super::section::{Faults, Section, offset};
use crate::action::{ACTIONS, Action};
use crate::keys::{Keymap, NotationError, Sequence};
use crate::text::nearest;

/// Reads the bindings and lays them over the defaults.
pub(super) fn read_keys(table: Option<&dyn TableLike>, faults: &mut Faults) -> Keymap {
    let mut overrides: Vec<(Action, Vec<Sequence>)> = Vec::new();
    let mut places = HashMap::new();
    let mut section = Section::new(table, faults);
    for (name, item) in table.into_iter().flat_map(TableLike::iter) {
        let Some(action) = Action::from_name(name) else {
            let nearest = nearest(name, ACTIONS.iter().map(|spec| spec.name));
            let at = table.and_then(|t| t.key(name)).and_then(toml_edit::Key::span);
            let at = at.map_or_else(|| offset(item), |span| span.start);
            section.faults.push((at, Reason::UnknownAction { name: name.to_owned(), nearest }));
            continue;
        };
        let texts = match (item.as_str(), item.as_array()) {
            (Some(text), _) => vec![(text, offset(item))],
            (None, Some(array)) => section.texts_of(name, array, offset(item)),
            (None, None) => {
                section.wrong_type(name, item, "keys");
                continue;
            }
        };
        let mut keys = Vec::new();
        for (text, at) in texts {
            match Sequence::bindable(text) {
                Ok(key) => {
                    places.insert((action, key.clone()), at);
                    keys.push(key);
                }
                Err(fault) => {
                    let nearest = match &fault {
                        NotationError::Unknown(word) => nearest(word, Sequence::names()),
                        _ => None,
                    };
                    section.faults.push((at, Reason::Key { fault, nearest }));
                }
            }
        }
        overrides.push((action, keys));
    }
    Keymap::new(&overrides).unwrap_or_else(|clashes| {
        for clash in clashes {
            let at = places.get(&(clash.action, clash.key.clone())).copied().unwrap_or(0);
            let reason = Reason::Clash {
                key: clash.key.to_string(),
                action: clash.action.name(),
                other_key: clash.other_key.to_string(),
                other: clash.other.name(),
            };
            section.faults.push((at, reason));
        }
        Keymap::default()
    })
}
