//! Pictures in the terminal's own form, ready to be drawn. The interface knows only that they are there.

use std::collections::VecDeque;
use std::fmt;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use image::DynamicImage;
use image::imageops::FilterType;
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use ratatui::widgets::Widget;
use ratatui_image::protocol::iterm2::Iterm2;
use ratatui_image::protocol::kitty::Kitty;
use ratatui_image::protocol::sixel::Sixel;
use ratatui_image::{Image, protocol};

use crate::domain::{Graphics, Mosaic, PictureKey, Protocol};

/// So many pictures are kept ready.
const KEPT: usize = 24;
/// A picture is not shown larger than this many times its own size.
const LARGEST_SCALE: f64 = 4.0;

/// Pictures ready to be drawn. Clones share them.
#[derive(Clone, Default)]
pub struct Shelf(Arc<Mutex<VecDeque<Ready>>>);

struct Ready {
    key: PictureKey,
    protocol: protocol::Protocol,
}

impl Shelf {
    /// Makes a picture ready: its mosaic for the interface, and what the terminal's own protocol wants for the shelf.
    /// Takes long: not for the task that draws.
    pub fn prepare(&self, key: &PictureKey, image: &DynamicImage, graphics: Graphics) -> Mosaic {
        let (columns, rows) =
            fitted((image.width(), image.height()), (key.columns, key.rows), graphics.cell);
        let (width, height) = (u32::from(columns), u32::from(rows) * 2);
        let small = image.resize_exact(width, height, FilterType::Triangle).to_rgb8();
        let pixels = small.pixels().map(|pixel| pixel.0).collect();
        if graphics.protocol != Protocol::Blocks {
            let (cell_width, cell_height) = graphics.cell;
            let width = u32::from(columns) * u32::from(cell_width);
            let height = u32::from(rows) * u32::from(cell_height);
            let exact = image.resize_exact(width, height, FilterType::Triangle);
            if let Some(protocol) = encoded(exact, Size { width: columns, height: rows }, graphics)
            {
                let mut kept = self.lock();
                kept.retain(|ready| ready.key != *key);
                kept.truncate(KEPT - 1);
                kept.push_front(Ready { key: key.clone(), protocol });
            }
        }
        Mosaic { columns, rows, pixels }
    }

    /// Draws a picture over cells; without one on the shelf they stay as they are.
    pub fn draw(&self, key: &PictureKey, area: Rect, buf: &mut Buffer) {
        if let Some(ready) = self.lock().iter().find(|ready| ready.key == *key) {
            for y in area.top()..area.bottom() {
                for x in area.left()..area.right() {
                    if let Some(cell) = buf.cell_mut((x, y)) {
                        cell.reset();
                    }
                }
            }
            Image::new(&ready.protocol).render(area, buf);
        }
    }

    /// Forgets everything, because the terminal may have forgotten it too.
    pub fn clear(&self) {
        self.lock().clear();
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<Ready>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Shelf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.lock().iter().map(|ready| &ready.key)).finish()
    }
}

fn encoded(image: DynamicImage, size: Size, graphics: Graphics) -> Option<protocol::Protocol> {
    /// Kitty tells pictures apart by number.
    static NEXT: AtomicU32 = AtomicU32::new(0x0075_6d00);
    let made = match graphics.protocol {
        Protocol::Blocks => return None,
        Protocol::Kitty => {
            let id = NEXT.fetch_add(1, Ordering::Relaxed);
            Kitty::new(image, size, id, false, false).map(protocol::Protocol::Kitty)
        }
        Protocol::Iterm2 => Iterm2::new(image, size, false).map(protocol::Protocol::ITerm2),
        Protocol::Sixel => Sixel::new(image, size, false).map(protocol::Protocol::Sixel),
    };
    made.inspect_err(|fault| tracing::warn!(%fault, "a picture stays a mosaic")).ok()
}

/// The columns and rows of a picture of `image` pixels that fills `room` cells as far as its shape allows.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to the room, which is u16"
)]
pub fn fitted(image: (u32, u32), room: (u16, u16), cell: (u16, u16)) -> (u16, u16) {
    let (cell_width, cell_height) = (f64::from(cell.0.max(1)), f64::from(cell.1.max(1)));
    let (width, height) = (f64::from(image.0.max(1)), f64::from(image.1.max(1)));
    let by_width = f64::from(room.0) * cell_width / width;
    let by_height = f64::from(room.1) * cell_height / height;
    let scale = by_width.min(by_height).min(LARGEST_SCALE);
    let columns = (width * scale / cell_width).round() as u16;
    let rows = (height * scale / cell_height).round() as u16;
    (columns.min(room.0).max(1), rows.min(room.1).max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> PictureKey {
        PictureKey { src: "https://example.org/a.jpg".to_owned(), columns: 8, rows: 8 }
    }

    #[test]
    fn a_picture_keeps_its_shape() {
        assert_eq!(fitted((1600, 900), (72, 20), (10, 20)), (71, 20));
        assert_eq!(fitted((900, 1600), (72, 20), (10, 20)), (23, 20));
        assert_eq!(fitted((16, 16), (72, 20), (10, 20)), (6, 3));
        assert_eq!(fitted((1, 5000), (72, 20), (10, 20)), (1, 20));
        assert_eq!(fitted((0, 0), (0, 0), (0, 0)), (1, 1));
    }

    #[test]
    fn each_protocol_fills_the_cells_of_its_picture_and_no_others() {
        let image = DynamicImage::new_rgb8(40, 40);
        for protocol in [Protocol::Kitty, Protocol::Iterm2, Protocol::Sixel] {
            let shelf = Shelf::default();
            let graphics = Graphics { protocol, cell: (10, 20) };
            let mosaic = shelf.prepare(&key(), &image, graphics);
            assert_eq!((mosaic.columns, mosaic.rows, mosaic.pixels.len()), (8, 4, 64));
            let mut buf = Buffer::filled(Rect::new(0, 0, 12, 6), ratatui::buffer::Cell::new("x"));
            shelf.draw(&key(), Rect::new(1, 1, 8, 4), &mut buf);
            assert!(buf[(1, 1)].symbol().contains('\u{1b}'), "{protocol:?}");
            assert_eq!(
                (buf[(0, 1)].symbol(), buf[(9, 1)].symbol(), buf[(1, 5)].symbol()),
                ("x", "x", "x")
            );
            shelf.clear();
            let mut buf = Buffer::filled(Rect::new(0, 0, 12, 6), ratatui::buffer::Cell::new("x"));
            shelf.draw(&key(), Rect::new(1, 1, 8, 4), &mut buf);
            assert_eq!(buf[(1, 1)].symbol(), "x");
        }
    }
}
