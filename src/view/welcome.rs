//! The first screen, before there is a feed: what to do now.

use super::paint::{Canvas, columns_of};
use crate::action::Action;
use crate::app::{State, status};
use crate::theme::Part;
use crate::tr;

pub(super) fn draw(state: &State, canvas: &mut Canvas) {
    let lang = state.lang();
    let key = |action| status::keys_of(&state.prefs, action).into_iter().next().unwrap_or_default();
    let lines = [
        (lang.text("welcome-title"), Part::Headline),
        (String::new(), Part::Text),
        (tr!(lang, "welcome-add", key = key(Action::Add)), Part::Text),
        (tr!(lang, "welcome-edit", key = key(Action::EditSubs)), Part::Text),
        (lang.text("welcome-init"), Part::Text),
        (lang.text("welcome-import"), Part::Text),
        (lang.text("welcome-demo"), Part::Text),
        (String::new(), Part::Text),
        (
            tr!(lang, "welcome-help", help = key(Action::Help), quit = key(Action::Back)),
            Part::Muted,
        ),
    ];
    let widest = lines.iter().map(|(text, _)| columns_of(text)).max().unwrap_or(0);
    let regions = state.regions();
    let width = state.size.width;
    let x = width.saturating_sub(widest) / 2;
    let rows = regions.status.y.saturating_sub(regions.bar.height);
    let n = u16::try_from(lines.len()).unwrap_or(0);
    let y = regions.bar.height + rows.saturating_sub(n) / 3;
    for ((text, part), y) in lines.iter().zip(y..regions.status.y.max(y)) {
        canvas.put(x, y, width.saturating_sub(x), text, *part);
    }
}
