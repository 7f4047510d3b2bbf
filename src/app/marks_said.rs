//! What a change, an undo or a redo did, in words.

use super::event::Event;
use crate::domain::{Mark, Undone};
use crate::lang::Lang;
use crate::tr;

/// The notice for a change; none for the plain ones that the screen shows anyway.
pub(super) fn words(event: &Event, lang: Lang) -> Option<String> {
    match event {
        Event::Changed(undone) if undone.entries <= 1 && undone.mark == Mark::Read => None,
        Event::Changed(undone) => Some(tr!(lang, "notice-changed", what = what(undone, lang))),
        Event::WasUndone(Some(undone)) => {
            Some(tr!(lang, "notice-undone", what = what(undone, lang)))
        }
        Event::WasRedone(Some(undone)) => {
            Some(tr!(lang, "notice-redone", what = what(undone, lang)))
        }
        Event::WasUndone(None) => Some(lang.text("notice-nothing-to-undo")),
        Event::WasRedone(None) => Some(lang.text("notice-nothing-to-redo")),
        _ => None,
    }
}

fn what(undone: &Undone, lang: Lang) -> String {
    let id = format!("marked-{}", undone.mark.name());
    if undone.title.is_empty() {
        tr!(lang, &format!("{id}-many"), n = undone.entries)
    } else {
        tr!(lang, &format!("{id}-one"), title = undone.title.as_str())
    }
}
