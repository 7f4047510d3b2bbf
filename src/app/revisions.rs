//! What changed in an article: its present text against an earlier one, in the article pane.

use super::effect::Effect;
use super::event::{Loaded, Revision};
use super::layout::Pane;
use super::state::{Prefs, State};
use crate::domain::{EntryId, Timestamp};
use crate::text::dates;
use crate::text::diff::{Fate, Piece};
use crate::tr;
use crate::typeset::{Page, PageOptions, Words};
use crate::words;

/// Shows what changed since the version before the present one; again, since the one before that; after the oldest, the
/// article again. A count names the version.
pub(super) fn step(state: &mut State, count: Option<u32>) -> Vec<Effect> {
    let Some(row) = state.list.current().cloned() else { return Vec::new() };
    if !row.changed {
        return none(state, row.id);
    }
    if state.focus == Pane::Tree || state.regions().article.is_none() {
        state.focus = Pane::Article;
    }
    let now = state.reader.revision.as_ref().filter(|r| r.entry == row.id).map(|r| (r.back, r.of));
    let back = match (count, now) {
        (Some(n), _) => (n as usize).max(1),
        (None, Some((back, of))) if back >= of => {
            leave(state);
            return Vec::new();
        }
        (None, Some((back, _))) => back + 1,
        (None, None) => 1,
    };
    let mut effects = state.reader.want(row.id);
    effects.push(Effect::LoadRevision { id: row.id, back });
    effects
}

/// Takes a comparison; a late one, of an article that is left already, is dropped.
pub(super) fn take(state: &mut State, revision: Box<Revision>) -> Vec<Effect> {
    if state.reader.wanted() == Some(revision.entry) {
        state.reader.show_revision(Some(revision));
    }
    Vec::new()
}

/// Says that no earlier version is known.
pub(super) fn none(state: &mut State, entry: EntryId) -> Vec<Effect> {
    if state.list.current().is_some_and(|row| row.id == entry) {
        let text = state.lang().text("notice-not-changed");
        state.complain(&text);
    }
    Vec::new()
}

/// Shows the article again; whether a comparison was shown.
pub(super) fn leave(state: &mut State) -> bool {
    let shown = state.reader.revision.is_some();
    if shown {
        state.reader.show_revision(None);
    }
    shown
}

/// Lays out a comparison.
pub(super) fn lay_out(
    revision: &Revision,
    shown: &Loaded,
    width: u16,
    prefs: &Prefs,
    now: Timestamp,
) -> Page {
    let lang = prefs.lang;
    let date = dates::date(revision.replaced.0, now.0, &prefs.zone);
    let since = tr!(
        lang,
        "diff-since",
        back = revision.back,
        of = revision.of,
        date = words::date(&date, lang)
    );
    let (removed, added) = (count(revision, Fate::Removed), count(revision, Fate::Added));
    let sum = if removed + added == 0 {
        lang.text("diff-nothing")
    } else {
        tr!(lang, "diff-sum", removed = removed, added = added)
    };
    let options = PageOptions {
        width: width.min(prefs.measure),
        ascii: prefs.ascii,
        links: false,
        place: "",
        distance: "",
        pictures: &[],
        source: "",
        date: "",
        reading: "",
        language: if shown.article.language.is_empty() {
            lang.tag()
        } else {
            &shown.article.language
        },
        words: Words { by: "", and: "", photo: "", links: "", related: "" },
    };
    crate::typeset::revision(&revision.title, &[&since, &sum], &revision.text, &options)
}

/// Words of a fate in title and text.
fn count(revision: &Revision, fate: Fate) -> usize {
    let pieces = revision.title.iter().chain(&revision.text);
    pieces
        .filter(|piece| piece.fate == fate)
        .map(|Piece { text, .. }| text.split_whitespace().count())
        .sum()
}
