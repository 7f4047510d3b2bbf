//! The tree: folders and feeds with their unread counts and faults.

use super::Cursor;
use super::paint::{Canvas, columns_of};
use crate::app::tree::Node;
use crate::app::{Pane, Rect, State};
use crate::theme::Part;

pub(super) fn draw(state: &State, rect: Rect, canvas: &mut Canvas) -> Cursor {
    let tree = &state.tree;
    let nodes = tree.nodes.iter().enumerate().skip(tree.top).take(usize::from(rect.height));
    let mut cursor = None;
    for ((i, node), y) in nodes.zip(rect.y..) {
        draw_node(state, node, rect, y, canvas);
        if i == tree.selected {
            let part = if state.focus == Pane::Tree { Part::Selected } else { Part::SelectedAside };
            canvas.select(Rect { y, height: 1, ..rect }, part);
            cursor = Some((rect.x, y));
        }
    }
    cursor
}

/// What a line shows.
struct Line {
    indent: usize,
    sign: &'static str,
    text: String,
    unread: u64,
    part: Part,
    faulty: bool,
}

fn draw_node(state: &State, node: &Node, rect: Rect, y: u16, canvas: &mut Canvas) {
    let line = line_of(state, node, canvas.ascii);
    let mut end = rect.x + rect.width.saturating_sub(1);
    if line.unread > 0 {
        end = canvas.put_right(end, y, &line.unread.to_string(), Part::Count);
        end = end.saturating_sub(1);
    }
    if line.faulty {
        end = canvas.put_right(end, y, "!", Part::Fault).saturating_sub(1);
    }
    let indent = u16::try_from(1 + 2 * line.indent).unwrap_or(1).min(rect.width);
    let x = rect.x + indent;
    let x = canvas.put(x, y, columns_of(line.sign), line.sign, Part::Folder);
    canvas.put(x, y, end.saturating_sub(x), &line.text, line.part);
}

fn line_of(state: &State, node: &Node, ascii: bool) -> Line {
    let lang = state.lang();
    let plain = |text: String, unread| Line {
        indent: 0,
        sign: "",
        text,
        unread,
        part: Part::Folder,
        faulty: false,
    };
    match node {
        Node::All { unread } => plain(lang.text("list-all"), *unread),
        Node::Starred => plain(lang.text("list-starred"), 0),
        Node::View { index } => {
            let view = state.tree.views.get(*index);
            plain(
                view.map_or_else(String::new, |(name, _)| name.to_string()),
                view.and_then(|(_, unread)| *unread).unwrap_or_default(),
            )
        }
        Node::Folder { path, depth, unread, faulty, shut } => Line {
            indent: *depth,
            sign: match (shut, ascii) {
                (true, false) => "▸ ",
                (false, false) => "▾ ",
                (true, true) => "+ ",
                (false, true) => "- ",
            },
            text: path.rsplit('/').next().unwrap_or_default().to_owned(),
            unread: *unread,
            part: Part::Folder,
            faulty: *faulty && *shut,
        },
        Node::Feed { index, depth } => {
            let feed = &state.tree.feeds[*index];
            Line {
                indent: *depth,
                sign: "",
                text: feed.title.to_string(),
                unread: feed.unread,
                part: if feed.unread > 0 { Part::Text } else { Part::Muted },
                faulty: feed.health.fault.is_some(),
            }
        }
    }
}
