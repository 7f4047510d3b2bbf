//! Putting text on the screen: the one place where looks become ratatui styles.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};
use ratatui::symbols::Marker;
use ratatui::widgets::Widget;
use ratatui::widgets::canvas::{Canvas as DotCanvas, Line};

use crate::app::Rect;
use crate::domain::{Mosaic, PictureKey};
use crate::text::sanitise::printable;
use crate::text::target::Target;
use crate::text::width;
use crate::theme::{Colour, Part, Theme};

/// The screen and how things look on it.
pub(super) struct Canvas<'a> {
    buf: &'a mut Buffer,
    theme: Theme,
    /// Only ASCII signs.
    pub(super) ascii: bool,
    /// Links on the screen, as far as nothing was drawn over them.
    pub(super) links: Vec<Hyperlink>,
    /// Pictures on the screen, as far as nothing was drawn over them.
    pub(super) pictures: Vec<DrawnPicture>,
}

/// A picture on the screen, drawn as a mosaic; a terminal that can do better may draw over it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawnPicture {
    /// Which.
    pub key: PictureKey,
    /// Its cells, all of them.
    pub rect: Rect,
}

/// A part of a link on the screen, on one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hyperlink {
    /// Its cells.
    pub rect: Rect,
    /// Where it leads.
    pub target: Target,
    /// The same for all parts of a link.
    pub id: u16,
}

/// A straight line of a drawing, from its middle; to the right and upwards is positive.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Stroke {
    pub(super) from: (f64, f64),
    pub(super) to: (f64, f64),
    pub(super) part: Part,
}

impl<'a> Canvas<'a> {
    pub(super) fn new(buf: &'a mut Buffer, theme: Theme, ascii: bool) -> Self {
        Self { buf, theme, ascii, links: Vec::new(), pictures: Vec::new() }
    }

    /// Writes a text and returns the column after it; what does not fit into `columns` is cut with an ellipsis.
    pub(super) fn put(&mut self, x: u16, y: u16, columns: u16, text: &str, part: Part) -> u16 {
        let style = style(&self.theme, part);
        self.put_styled(x, y, columns, text, style)
    }

    /// Like `put`, over a ground that is already there: only emphasis and foreground are set.
    pub(super) fn put_over(&mut self, x: u16, y: u16, columns: u16, text: &str, part: Part) -> u16 {
        let style = Style { bg: None, ..style(&self.theme, part) };
        self.put_styled(x, y, columns, text, style)
    }

    fn put_styled(&mut self, x: u16, y: u16, columns: u16, text: &str, style: Style) -> u16 {
        let area = *self.buf.area();
        if y >= area.height || x >= area.width {
            return x;
        }
        let columns = columns.min(area.width - x);
        let text = if self.ascii { in_ascii(text) } else { Cow::Borrowed(text) };
        let cut = width::truncate(&text, usize::from(columns), self.ascii);
        if !width::is_plain(&cut) {
            // What is outside text is of type `Clean` long before. This is the last door: what comes here in another type
            // (what was typed, an address, words of the system) is cleaned too.
            let cut = printable(&cut);
            return self.buf.set_stringn(x, y, &cut, usize::from(columns), style).0;
        }
        let mut end = x;
        for letter in cut.chars() {
            if let Some(cell) = self.buf.cell_mut((end, y)) {
                cell.set_char(letter).set_style(style);
            }
            end += 1;
        }
        end
    }

    /// Writes a text that ends before column `x_end`.
    pub(super) fn put_right(&mut self, x_end: u16, y: u16, text: &str, part: Part) -> u16 {
        let columns = columns_of(text);
        let x = x_end.saturating_sub(columns);
        self.put_over(x, y, columns, text, part);
        x
    }

    /// Lays a part's look over cells that are already written.
    pub(super) fn lay(&mut self, rect: Rect, part: Part) {
        let style = style(&self.theme, part);
        self.buf.set_style(to_ratatui(rect).intersection(*self.buf.area()), style);
    }

    /// Shows a row as selected. What has a ground of its own (a hit, a warning) keeps it, with the colour made for it.
    pub(super) fn select(&mut self, rect: Rect, part: Part) {
        let row = style(&self.theme, part);
        let of = |part| style(&self.theme, part).bg;
        let grounds = [Some(Color::Reset), of(Part::Bar), of(Part::SelectedAside)];
        let rect = to_ratatui(rect).intersection(*self.buf.area());
        for position in rect.positions() {
            let Some(cell) = self.buf.cell_mut(position) else { continue };
            let is_bare = grounds.contains(&Some(cell.bg)) || row.bg.is_none();
            cell.set_style(if is_bare { row } else { Style { fg: None, bg: None, ..row } });
        }
    }

    /// Empties cells and gives them a part's look.
    pub(super) fn clear(&mut self, rect: Rect, part: Part) {
        let style = style(&self.theme, part);
        let rect = to_ratatui(rect).intersection(*self.buf.area());
        self.links.retain(|link| !to_ratatui(link.rect).intersects(rect));
        self.pictures.retain(|picture| !to_ratatui(picture.rect).intersects(rect));
        for y in rect.top()..rect.bottom() {
            for x in rect.left()..rect.right() {
                if let Some(cell) = self.buf.cell_mut((x, y)) {
                    cell.reset();
                    cell.set_style(style);
                }
            }
        }
    }

    /// Draws a picture in half blocks, from its row `from` on, as far as `rect` reaches. Without colours it is shaded.
    pub(super) fn mosaic(&mut self, rect: Rect, mosaic: &Mosaic, from: u16, true_colour: bool) {
        let colour = |[r, g, b]: [u8; 3]| {
            let exact = Colour::Rgb(r, g, b);
            self::colour(if true_colour { exact } else { exact.in_palette() })
        };
        let shaded = self.ascii || self.theme.name() == "mono";
        for (row, y) in (from..mosaic.rows).zip(rect.y..rect.y.saturating_add(rect.height)) {
            for (column, x) in (0..mosaic.columns).zip(rect.x..rect.x.saturating_add(rect.width)) {
                let Some(((upper, lower), cell)) =
                    mosaic.cell(column, row).zip(self.buf.cell_mut((x, y)))
                else {
                    continue;
                };
                cell.reset();
                if shaded {
                    cell.set_char(shade(upper, lower));
                } else {
                    cell.set_char('▀').set_fg(colour(upper)).set_bg(colour(lower));
                }
            }
        }
    }

    /// Draws strokes in dots (eight to a cell, one in ASCII); the later ones over the earlier ones. `half` is what lies
    /// between the middle of the area and its right and upper edge, in the strokes' units.
    pub(super) fn strokes(&mut self, rect: Rect, half: (f64, f64), strokes: &[Stroke]) {
        let area = to_ratatui(rect).intersection(*self.buf.area());
        let colour = |part| style(&self.theme, part).fg.unwrap_or(Color::Reset);
        let marker = if self.ascii { Marker::Custom('.') } else { Marker::Braille };
        DotCanvas::default()
            .marker(marker)
            .background_color(style(&self.theme, Part::Text).bg.unwrap_or(Color::Reset))
            .x_bounds([-half.0, half.0])
            .y_bounds([-half.1, half.1])
            .paint(|dots| {
                for Stroke { from, to, part } in strokes {
                    dots.draw(&Line::new(from.0, from.1, to.0, to.1, colour(*part)));
                }
            })
            .render(area, self.buf);
    }

    /// Draws a line downwards, from one row to before another.
    pub(super) fn vertical(&mut self, x: u16, from: u16, to: u16, part: Part) {
        let sign = if self.ascii { "|" } else { "│" };
        for y in from..to {
            self.put(x, y, 1, sign, part);
        }
    }

    /// Draws a line from left to right.
    pub(super) fn horizontal(&mut self, rect: Rect, part: Part) {
        let sign = if self.ascii { "-" } else { "─" };
        self.put(rect.x, rect.y, rect.width, &sign.repeat(usize::from(rect.width)), part);
    }
}

/// The text with ASCII in place of typographic signs, of our words and of the feeds'; letters stay.
fn in_ascii(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '·' => plain.push('|'),
            '•' => plain.push('*'),
            '×' => plain.push('x'),
            '±' => plain.push_str("+-"),
            '…' => plain.push_str("..."),
            '„' | '“' | '”' | '«' | '»' => plain.push('"'),
            '‚' | '‘' | '’' | '‹' | '›' => plain.push('\''),
            '‐' | '‑' | '–' | '—' | '−' => plain.push('-'),
            '\u{a0}' | '\u{202f}' | '\u{2009}' => plain.push(' '),
            c => plain.push(c),
        }
    }
    Cow::Owned(plain)
}

/// A sign as dense as two pixels are bright, for light letters on a dark ground.
fn shade(upper: [u8; 3], lower: [u8; 3]) -> char {
    const SIGNS: &[u8] = b" .:-=+*#%@";
    let sum: usize = [upper, lower].iter().map(|p| brightness(*p)).sum();
    char::from(SIGNS[sum * (SIGNS.len() - 1) / 510])
}

/// How bright a pixel is, from 0 to 255 (ITU-R BT.601).
fn brightness([r, g, b]: [u8; 3]) -> usize {
    (299 * usize::from(r) + 587 * usize::from(g) + 114 * usize::from(b)) / 1000
}

/// The columns of a text, as a screen coordinate.
pub(super) fn columns_of(text: &str) -> u16 {
    u16::try_from(width::width(text)).unwrap_or(u16::MAX)
}

fn to_ratatui(rect: Rect) -> ratatui::layout::Rect {
    ratatui::layout::Rect::new(rect.x, rect.y, rect.width, rect.height)
}

fn style(theme: &Theme, part: Part) -> Style {
    let look = theme.look(part);
    let mut style = Style { fg: look.fg.map(colour), bg: look.bg.map(colour), ..Style::default() };
    let flags = [
        (look.bold, Modifier::BOLD),
        (look.dim, Modifier::DIM),
        (look.italic, Modifier::ITALIC),
        (look.underline, Modifier::UNDERLINED),
        (look.reverse, Modifier::REVERSED),
        (look.strike, Modifier::CROSSED_OUT),
    ];
    for (_, modifier) in flags.into_iter().filter(|(on, _)| *on) {
        style = style.add_modifier(modifier);
    }
    style
}

fn colour(colour: Colour) -> Color {
    match colour {
        Colour::Palette(number) => Color::Indexed(number),
        Colour::Rgb(red, green, blue) => Color::Rgb(red, green, blue),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ascii_terminal_gets_ascii_signs_and_keeps_letters() {
        assert_eq!(in_ascii("„Fähre“ – 3 × täglich …"), "\"Fähre\" - 3 x täglich ...");
        assert_eq!(in_ascii("All entries · 3 unread"), "All entries | 3 unread");
    }

    #[test]
    fn on_a_selected_row_what_has_a_ground_of_its_own_keeps_it() {
        let look = |fg, bg| crate::theme::Look { fg, bg, ..Default::default() };
        let some = |n| Some(Colour::Palette(n));
        let theme = Theme::new("x", |part| match part {
            Part::HitHere => look(some(16), some(221)),
            Part::Selected => look(some(231), some(236)),
            Part::SelectedAside => look(None, some(234)),
            _ => look(None, None),
        });
        let mut buf = Buffer::empty(ratatui::layout::Rect::new(0, 0, 3, 1));
        let mut canvas = Canvas::new(&mut buf, theme, false);
        let cell = |x| Rect { x, y: 0, width: 1, height: 1 };
        canvas.put(0, 0, 1, "a", Part::Text);
        canvas.put(1, 0, 1, "b", Part::HitHere);
        canvas.lay(cell(2), Part::SelectedAside);
        canvas.select(Rect { x: 0, y: 0, width: 3, height: 1 }, Part::Selected);
        let colours = |x: u16| buf.cell((x, 0)).map(|cell| (cell.fg, cell.bg));
        let selected = Some((Color::Indexed(231), Color::Indexed(236)));
        let hit = Some((Color::Indexed(16), Color::Indexed(221)));
        assert_eq!([colours(0), colours(1), colours(2)], [selected, hit, selected]);
    }

    #[test]
    fn dark_is_blank_and_light_is_dense() {
        assert_eq!((shade([0; 3], [0; 3]), shade([255; 3], [255; 3])), (' ', '@'));
    }
}
