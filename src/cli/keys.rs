//! The table of keys, for the manual page and the README: groups, and for each action its keys and what it does.

use std::fmt::Write as _;

use crate::action::{ACTIONS, Group};
use crate::lang::Lang;

/// A group's heading and its rows: keys and words.
pub(super) type Section = (String, Vec<(Vec<String>, String)>);

/// The default keys by group, in the help's order.
pub(super) fn table(lang: Lang) -> Vec<Section> {
    Group::ALL
        .iter()
        .map(|group| {
            let rows = ACTIONS
                .iter()
                .filter(|spec| spec.group == *group && !spec.keys.is_empty())
                .map(|spec| {
                    let keys = spec.keys.iter().map(|&key| key.to_owned()).collect();
                    (keys, lang.text(&format!("action-{}", spec.name)))
                })
                .collect();
            (lang.text(group.heading()), rows)
        })
        .filter(|(_, rows): &Section| !rows.is_empty())
        .collect()
}

/// The table in Markdown, as the README has it.
pub fn markdown(lang: Lang) -> String {
    let mut out = String::new();
    for (heading, rows) in table(lang) {
        let _ = write!(out, "\n**{heading}**\n\n| | |\n| --- | --- |\n"); // writing to a String cannot fail
        for (keys, words) in rows {
            let keys: Vec<String> =
                keys.iter().map(|key| format!("`{}`", key.replace('|', "\\|"))).collect();
            let words = words.replace('|', "\\|");
            let _ = writeln!(out, "| {} | {words} |", keys.join(" "));
        }
    }
    out
}
