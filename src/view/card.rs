//! The card of what is selected in the tree: of a feed, how it has been doing and what to do about its fault; of a folder,
//! which of its feeds need a look.

use super::paint::Canvas;
use crate::app::tree::Node;
use crate::app::{Rect, State, health};
use crate::domain::FeedRow;
use crate::text::{Clean, width};
use crate::theme::Part;
use crate::{tr, words};

pub(super) fn draw(state: &State, rect: Rect, canvas: &mut Canvas) {
    let mut card = Card { rect, y: rect.y, canvas };
    match state.tree.nodes.get(state.tree.selected) {
        Some(Node::Feed { index, .. }) => feed(state, &state.tree.feeds[*index], &mut card),
        Some(Node::Folder { path, .. }) => {
            let name = path.rsplit('/').next().unwrap_or_default();
            let inside = |feed: &&FeedRow| crate::app::tree::is_in(&feed.folder, path);
            group(state, name, state.tree.feeds.iter().filter(inside), &mut card);
        }
        Some(Node::All { .. }) => {
            group(state, &state.lang().text("list-all"), state.tree.feeds.iter(), &mut card);
        }
        Some(Node::Starred) => card.line(&state.lang().text("list-starred"), Part::Headline),
        Some(Node::View { index }) => {
            if let Some(view) = state.prefs.views.get(*index) {
                card.line(&view.name, Part::Headline);
                card.line("", Part::Text);
                card.line(&Clean::line(&view.text), Part::Muted);
            }
        }
        None => {}
    }
}

/// A card in the making.
struct Card<'a, 'b> {
    rect: Rect,
    y: u16,
    canvas: &'a mut Canvas<'b>,
}

impl Card<'_, '_> {
    fn line(&mut self, text: &str, part: Part) {
        let inset = if self.rect.width >= 40 { 2 } else { 0 };
        let columns = self.rect.width.saturating_sub(2 * inset);
        for piece in width::wrap(text, usize::from(columns)) {
            if self.y < self.rect.y + self.rect.height {
                self.canvas.put(self.rect.x + inset, self.y, columns, &piece, part);
                self.y += 1;
            }
        }
    }
}

fn feed(state: &State, feed: &FeedRow, card: &mut Card) {
    for (part, text) in health::details(state, feed, None) {
        card.line(&text, part);
    }
}

/// Several feeds: how many, and which have a fault.
fn group<'f>(state: &State, name: &str, feeds: impl Iterator<Item = &'f FeedRow>, card: &mut Card) {
    let lang = state.lang();
    let feeds: Vec<&FeedRow> = feeds.collect();
    card.line(name, Part::Headline);
    let faulty: Vec<&&FeedRow> = feeds.iter().filter(|f| f.health.fault.is_some()).collect();
    card.line(&tr!(lang, "card-feeds", n = feeds.len(), faulty = faulty.len()), Part::Muted);
    for feed in faulty {
        if let Some(fault) = &feed.health.fault {
            card.line("", Part::Text);
            card.line(&feed.title, Part::Strong);
            card.line(&words::fault(fault, lang), Part::Fault);
        }
    }
}
