//! What a change, an undo or a redo did, in words.

use super::event::Event;
use crate::domain::{Deed, Mark};
use crate::lang::Lang;
use crate::tr;
use crate::words::deed;

/// The notice for a change; none for the plain ones that the screen shows anyway.
pub(super) fn words(event: &Event, lang: Lang) -> Option<String> {
    match event {
        Event::Changed(undone) if undone.entries <= 1 && undone.deed == Deed::Mark(Mark::Read) => {
            None
        }
        Event::Changed(undone) => Some(tr!(lang, "notice-changed", what = deed(undone, lang))),
        Event::WasUndone(Some(undone)) => {
            Some(tr!(lang, "notice-undone", what = deed(undone, lang)))
        }
        Event::WasRedone(Some(undone)) => {
            Some(tr!(lang, "notice-redone", what = deed(undone, lang)))
        }
        Event::WasUndone(None) => Some(lang.text("notice-nothing-to-undo")),
        Event::WasRedone(None) => Some(lang.text("notice-nothing-to-redo")),
        _ => None,
    }
}
