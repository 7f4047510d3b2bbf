//! An entry's present text against an earlier one.

use crate::app::{Event, Revision};
use crate::domain::EntryId;
use crate::store::{Result, Store};
use crate::text::diff;

/// No article is longer, in bytes; of a text that is, the start is compared.
const MOST: usize = 400_000;

/// Compares the present text with the version `back` steps before it, or with the oldest when there are fewer.
pub(super) fn load(store: &Store, id: EntryId, back: usize) -> Result<Event> {
    let earlier = store.earlier_texts(id)?;
    let back = back.clamp(1, earlier.len().max(1));
    let (Some((title, text)), Some((replaced, old_title, old_text))) =
        (store.present_text(id)?, earlier.get(back - 1))
    else {
        return Ok(Event::NoRevision(id));
    };
    Ok(Event::RevisionLoaded(Box::new(Revision {
        entry: id,
        back,
        of: earlier.len(),
        replaced: *replaced,
        title: diff::words(old_title, &title),
        text: diff::words(start_of(old_text), start_of(&text)),
    })))
}

/// As much of a text as is compared and laid out.
fn start_of(text: &str) -> &str {
    let end = (0..=text.len().min(MOST)).rev().find(|at| text.is_char_boundary(*at));
    &text[..end.unwrap_or(0)]
}
