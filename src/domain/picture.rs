//! Pictures of articles, as far as the interface knows them.

/// Which picture, and the room that it may take on the screen.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PictureKey {
    /// Its address.
    pub src: String,
    /// Columns.
    pub columns: u16,
    /// Rows.
    pub rows: u16,
}

/// How the terminal shows pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Protocol {
    /// As coloured half blocks, which any terminal shows.
    #[default]
    Blocks,
    /// Kitty's graphics (<https://sw.kovidgoyal.net/kitty/graphics-protocol/>).
    Kitty,
    /// iTerm2's inline images (<https://iterm2.com/documentation-images.html>).
    Iterm2,
    /// DEC's sixels.
    Sixel,
}

/// What the terminal can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Graphics {
    /// How.
    pub protocol: Protocol,
    /// Width and height of a cell in pixels.
    pub cell: (u16, u16),
}

/// A picture in the size in which it is shown, two pixels a cell, one above the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mosaic {
    /// Columns.
    pub columns: u16,
    /// Rows of cells.
    pub rows: u16,
    /// Red, green and blue; `columns` a line, two lines a row.
    pub pixels: Vec<[u8; 3]>,
}

impl Mosaic {
    /// The upper and the lower pixel of a cell.
    pub fn cell(&self, column: u16, row: u16) -> Option<([u8; 3], [u8; 3])> {
        let columns = usize::from(self.columns);
        let upper = usize::from(row) * 2 * columns + usize::from(column);
        let lower = self.pixels.get(upper + columns).filter(|_| column < self.columns)?;
        Some((self.pixels[upper], *lower))
    }
}
