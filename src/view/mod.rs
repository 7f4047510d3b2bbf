//! Draws the state. Pure: the same state gives the same picture, and drawing changes nothing.

mod alerts;
mod article;
mod bar;
mod board;
mod card;
mod foot;
mod health;
mod help;
mod hits;
mod list;
mod map;
mod overlay;
mod paint;
mod palette;
mod picture;
mod places;
mod tree;
mod welcome;

use ratatui::buffer::Buffer;

use crate::app::{Pane, Regions, State};
use crate::theme::Part;
use paint::Canvas;
pub use paint::{DrawnPicture, Hyperlink};

/// Where the terminal's cursor stands after drawing: column and row.
pub type Cursor = Option<(u16, u16)>;

/// What was drawn, besides the cells.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Drawn {
    /// Where the terminal's cursor stands.
    pub cursor: Cursor,
    /// Where links are, for terminals that follow them; empty when those are not wanted.
    pub links: Vec<Hyperlink>,
    /// Where pictures are.
    pub pictures: Vec<DrawnPicture>,
}

/// Draws the whole screen. The real cursor follows the selection, so that screen readers and braille lines do.
pub fn draw(state: &State, buf: &mut Buffer) -> Drawn {
    let mut canvas = Canvas::new(buf, state.theme.clone(), state.prefs.ascii);
    let regions = state.regions();
    bar::draw(state, regions.bar, &mut canvas);
    let empty = state.tree.loaded && state.tree.feeds.is_empty();
    let mut cursor = None;
    if empty {
        welcome::draw(state, &mut canvas);
    } else {
        for column in regions.divider_columns.into_iter().flatten() {
            canvas.vertical(column, regions.bar.height, regions.status.y, Part::Divider);
        }
        if let Some(row) = regions.divider_row {
            canvas.horizontal(row, Part::Divider);
        }
        for pane in [Pane::Tree, Pane::List, Pane::Article] {
            let Some(rect) = regions.of(pane) else { continue };
            let here = match pane {
                Pane::Tree => tree::draw(state, rect, &mut canvas),
                Pane::List => list::draw(state, rect, &mut canvas),
                Pane::Article => article::draw(state, rect, &mut canvas),
            };
            if state.focus == pane {
                cursor = here;
            }
        }
    }
    let typed = foot::draw(state, regions.status, &mut canvas);
    foot::draw_candidates(state, &regions, &mut canvas);
    let over = overlay::draw(state, &mut canvas);
    palette::draw_offered(state, &regions, &mut canvas);
    // What is being typed has the cursor, whatever lies over the panes.
    Drawn { cursor: typed.or(over).or(cursor), links: canvas.links, pictures: canvas.pictures }
}
