//! Where the panes lie: a pure function of the size, the wishes and the focus, called by `update` (for scrolling and
//! mouse hits) and by `view`, so no rectangle is ever kept.

/// A size in cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Size {
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

/// A part of the screen, in cells from the top left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rect {
    /// First column.
    pub x: u16,
    /// First row.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Rect {
    /// Whether the cell lies in it.
    pub fn contains(self, x: u16, y: u16) -> bool {
        (self.x..self.x.saturating_add(self.width)).contains(&x)
            && (self.y..self.y.saturating_add(self.height)).contains(&y)
    }
}

/// A pane of the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Pane {
    /// Folders and feeds.
    Tree,
    /// Headlines.
    #[default]
    List,
    /// The article.
    Article,
}

/// How the panes share the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum LayoutMode {
    /// By the size of the terminal.
    #[default]
    Auto,
    /// Tree, list and article side by side.
    Three,
    /// List and article side by side.
    Two,
    /// List above article.
    Stacked,
    /// One pane at a time.
    One,
}

impl LayoutMode {
    /// The next one, for the key that goes through them.
    pub fn next(self) -> Self {
        match self {
            Self::Auto => Self::Three,
            Self::Three => Self::Two,
            Self::Two => Self::Stacked,
            Self::Stacked => Self::One,
            Self::One => Self::Auto,
        }
    }

    /// Its name, as in the configuration.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Three => "three",
            Self::Two => "two",
            Self::Stacked => "stacked",
            Self::One => "one",
        }
    }

    /// The layout of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Auto, Self::Three, Self::Two, Self::Stacked, Self::One]
            .into_iter()
            .find(|mode| mode.name() == name)
    }

    /// What `Auto` means at a size; any other mode is itself.
    fn at(self, size: Size) -> Self {
        match self {
            _ if size.width < 40 || size.height < 6 => Self::One,
            Self::Auto if size.width >= 150 && size.height >= 10 => Self::Three,
            Self::Auto if size.width >= 100 && size.height >= 10 => Self::Two,
            Self::Auto if size.width >= 50 && size.height >= 18 => Self::Stacked,
            Self::Auto => Self::One,
            mode => mode,
        }
    }
}

/// The parts of the screen. A pane that is not shown is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Regions {
    /// The bar at the top; no rows on a very low terminal.
    pub bar: Rect,
    /// Folders and feeds.
    pub tree: Option<Rect>,
    /// Headlines.
    pub list: Option<Rect>,
    /// The article.
    pub article: Option<Rect>,
    /// The line at the foot: notices, hints, the prompt.
    pub status: Rect,
    /// List above article rather than beside it: a line divides them.
    pub divider_row: Option<Rect>,
    /// First columns of the lines between panes that lie side by side.
    pub divider_columns: [Option<u16>; 2],
}

impl Regions {
    /// The region of a pane.
    pub fn of(&self, pane: Pane) -> Option<Rect> {
        match pane {
            Pane::Tree => self.tree,
            Pane::List => self.list,
            Pane::Article => self.article,
        }
    }

    /// The pane under a cell.
    pub fn hit(&self, x: u16, y: u16) -> Option<(Pane, Rect)> {
        [Pane::Tree, Pane::List, Pane::Article]
            .into_iter()
            .filter_map(|pane| self.of(pane).map(|rect| (pane, rect)))
            .find(|(_, rect)| rect.contains(x, y))
    }
}

/// Columns for text in an article pane of a width: some air at both sides where there is room.
pub fn text_width(pane: u16) -> u16 {
    if pane >= 40 { pane - 4 } else { pane }
}

const TREE_WIDTH: u16 = 30;

/// Divides the screen. The pane with the focus is always shown; where the tree has no column of its own, it takes the
/// list's place while it has the focus.
pub fn regions(size: Size, mode: LayoutMode, focus: Pane) -> Regions {
    let bar_rows = u16::from(size.height >= 4);
    let status_rows = u16::from(size.height >= 2);
    let bar = Rect { x: 0, y: 0, width: size.width, height: bar_rows };
    let status = Rect {
        x: 0,
        y: size.height.saturating_sub(status_rows),
        width: size.width,
        height: status_rows,
    };
    let body = Rect {
        x: 0,
        y: bar_rows,
        width: size.width,
        height: size.height.saturating_sub(bar_rows + status_rows),
    };
    let mut regions = Regions { bar, status, ..Regions::default() };
    match mode.at(size) {
        LayoutMode::Three => three(&mut regions, body, focus),
        LayoutMode::Two => {
            let rest = side_by_side(&mut regions, body);
            swap_tree(&mut regions, rest, focus);
        }
        LayoutMode::Stacked => stacked(&mut regions, body, focus),
        LayoutMode::One | LayoutMode::Auto => match focus {
            Pane::Tree => regions.tree = Some(body),
            Pane::List => regions.list = Some(body),
            Pane::Article => regions.article = Some(body),
        },
    }
    regions
}

fn three(regions: &mut Regions, body: Rect, focus: Pane) {
    let tree_width = TREE_WIDTH.min(body.width / 4);
    if body.width < 60 {
        let list = side_by_side(regions, body);
        swap_tree(regions, list, focus);
        return;
    }
    regions.tree = Some(Rect { width: tree_width, ..body });
    regions.divider_columns[1] = Some(body.x + tree_width);
    let rest = Rect { x: body.x + tree_width + 1, width: body.width - tree_width - 1, ..body };
    side_by_side(regions, rest);
}

/// Puts list and article beside each other and returns the list's part.
fn side_by_side(regions: &mut Regions, body: Rect) -> Rect {
    // The article wants its measure and some air; the list gets the rest, but never less than two fifths.
    let article_width = (body.width * 3 / 5).min(88).min(body.width.saturating_sub(2));
    let list_width = body.width.saturating_sub(article_width + 1);
    let list = Rect { width: list_width, ..body };
    regions.list = Some(list);
    regions.divider_columns[0] = Some(body.x + list_width);
    regions.article = Some(Rect { x: body.x + list_width + 1, width: article_width, ..body });
    list
}

fn stacked(regions: &mut Regions, body: Rect, focus: Pane) {
    let list_rows = (body.height * 2 / 5).max(3).min(body.height);
    let list = Rect { height: list_rows, ..body };
    regions.list = Some(list);
    let below = body.height.saturating_sub(list_rows + 1);
    if below > 0 {
        regions.divider_row = Some(Rect { y: body.y + list_rows, height: 1, ..body });
        regions.article = Some(Rect { y: body.y + list_rows + 1, height: below, ..body });
    }
    swap_tree(regions, list, focus);
}

fn swap_tree(regions: &mut Regions, place: Rect, focus: Pane) {
    if focus == Pane::Tree {
        regions.list = None;
        regions.tree = Some(place);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MODES: [LayoutMode; 5] = [
        LayoutMode::Auto,
        LayoutMode::Three,
        LayoutMode::Two,
        LayoutMode::Stacked,
        LayoutMode::One,
    ];
    const PANES: [Pane; 3] = [Pane::Tree, Pane::List, Pane::Article];

    #[test]
    fn the_size_chooses_the_layout() {
        let shown = |width, height| {
            let r = regions(Size { width, height }, LayoutMode::Auto, Pane::List);
            (r.tree.is_some(), r.list.is_some(), r.article.is_some(), r.divider_row.is_some())
        };
        assert_eq!(shown(200, 50), (true, true, true, false));
        assert_eq!(shown(120, 36), (false, true, true, false));
        assert_eq!(shown(80, 24), (false, true, true, true));
        assert_eq!(shown(40, 15), (false, true, false, false));
    }

    #[test]
    fn panes_lie_on_the_screen_and_apart_at_every_size() {
        for mode in MODES {
            for focus in PANES {
                for width in (0..210).step_by(7) {
                    for height in 0..60 {
                        let r = regions(Size { width, height }, mode, focus);
                        let rects: Vec<Rect> =
                            [Some(r.bar), r.tree, r.list, r.article, Some(r.status)]
                                .into_iter()
                                .flatten()
                                .collect();
                        for (i, a) in rects.iter().enumerate() {
                            assert!(
                                a.x + a.width <= width && a.y + a.height <= height,
                                "{mode:?} {width}×{height} {a:?}"
                            );
                            for b in &rects[i + 1..] {
                                let apart = a.x + a.width <= b.x
                                    || b.x + b.width <= a.x
                                    || a.y + a.height <= b.y
                                    || b.y + b.height <= a.y;
                                assert!(apart, "{mode:?} {width}×{height} {a:?} {b:?}");
                            }
                        }
                        if width > 4 && height > 1 {
                            assert!(
                                r.of(focus).is_some() || focus == Pane::Article,
                                "{mode:?} {focus:?}"
                            );
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn going_through_the_layouts_comes_back() {
        let mut mode = LayoutMode::Auto;
        for _ in 0..MODES.len() {
            assert_eq!(LayoutMode::from_name(mode.name()), Some(mode));
            mode = mode.next();
        }
        assert_eq!(mode, LayoutMode::Auto);
    }
}
