//! A screen as SVG, for the README.

use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use umland::theme::Ground;
use unicode_width::UnicodeWidthStr;

const CELL_WIDTH: f32 = 8.4;
const CELL_HEIGHT: f32 = 18.0;
const MARGIN: f32 = 10.0;

/// Draws a screen.
pub fn picture(buffer: &Buffer, ground: Ground) -> String {
    let (ground, ink) = match ground {
        Ground::Light => ("#ffffff", "#1f2328"),
        Ground::Dark => ("#16181d", "#d8dee9"),
    };
    let area = buffer.area();
    let width = f32::from(area.width) * CELL_WIDTH + 2.0 * MARGIN;
    let height = f32::from(area.height) * CELL_HEIGHT + 2.0 * MARGIN;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.0} {height:.0}\" font-family=\"'JetBrains Mono', \
         'DejaVu Sans Mono', Menlo, Consolas, monospace\" font-size=\"14\">\n\
         <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{ground}\"/>\n"
    );
    for y in 0..area.height {
        let mut x = 0;
        while x < area.width {
            let start = x;
            let style = look(&buffer[(x, y)]);
            let mut text = String::new();
            while x < area.width && look(&buffer[(x, y)]) == style {
                let symbol = buffer[(x, y)].symbol();
                text.push_str(symbol);
                x += u16::try_from(symbol.width().max(1)).unwrap_or(1);
            }
            run(&mut out, (start, y, x), &text, &style, ink);
        }
    }
    out.push_str("</svg>\n");
    out
}

#[derive(PartialEq)]
struct Look {
    fg: Option<String>,
    bg: Option<String>,
    modifier: Modifier,
}

fn look(cell: &Cell) -> Look {
    Look { fg: colour(cell.fg), bg: colour(cell.bg), modifier: cell.modifier }
}

/// A run of cells in one look: its ground, then its text.
fn run(out: &mut String, (start, y, end): (u16, u16, u16), text: &str, look: &Look, ink: &str) {
    let x = MARGIN + f32::from(start) * CELL_WIDTH;
    let top = MARGIN + f32::from(y) * CELL_HEIGHT;
    let width = f32::from(end - start) * CELL_WIDTH;
    if let Some(ground) = &look.bg {
        let _ = writeln!(
            out,
            "<rect x=\"{x:.1}\" y=\"{top:.1}\" width=\"{width:.1}\" height=\"{CELL_HEIGHT}\" fill=\"{ground}\"/>"
        );
    }
    if text.trim().is_empty() {
        return;
    }
    let mut style = format!("fill=\"{}\"", look.fg.as_deref().unwrap_or(ink));
    for (modifier, attribute) in [
        (Modifier::BOLD, " font-weight=\"bold\""),
        (Modifier::ITALIC, " font-style=\"italic\""),
        (Modifier::UNDERLINED, " text-decoration=\"underline\""),
    ] {
        if look.modifier.contains(modifier) {
            style.push_str(attribute);
        }
    }
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let baseline = top + 13.5;
    let _ = writeln!(
        out,
        "<text x=\"{x:.1}\" y=\"{baseline:.1}\" textLength=\"{width:.1}\" xml:space=\"preserve\" {style}>{escaped}</text>"
    );
}

/// A colour of xterm's 256-colour palette.
fn colour(colour: Color) -> Option<String> {
    let Color::Indexed(n) = colour else { return None };
    let levels = [0u8, 95, 135, 175, 215, 255];
    let [r, g, b] = match n {
        232.. => [8 + 10 * (n - 232); 3],
        16.. => {
            let n = usize::from(n - 16);
            [levels[n / 36], levels[n / 6 % 6], levels[n % 6]]
        }
        _ => [128; 3],
    };
    Some(format!("#{r:02x}{g:02x}{b:02x}"))
}
