//! Colours of a terminal, their names, and how the palette comes near to any colour.

/// A colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Colour {
    /// A number of the palette. The first sixteen are the reader's own; the others are fixed (xterm's 256 colours).
    Palette(u8),
    /// Red, green and blue.
    Rgb(u8, u8, u8),
}

/// The names of the first sixteen colours of the palette (ECMA-48's eight and their bright ones), in its order.
const NAMES: [&str; 16] = [
    "black",
    "red",
    "green",
    "yellow",
    "blue",
    "magenta",
    "cyan",
    "white",
    "bright-black",
    "bright-red",
    "bright-green",
    "bright-yellow",
    "bright-blue",
    "bright-magenta",
    "bright-cyan",
    "bright-white",
];

/// The steps of the palette's colour cube.
const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];

impl Colour {
    /// The colour of a name of the sixteen, or of `#rrggbb`.
    pub fn from_name(name: &str) -> Option<Self> {
        if let Some(at) = NAMES.iter().position(|known| *known == name) {
            return u8::try_from(at).ok().map(Self::Palette);
        }
        let digits = name.strip_prefix('#').filter(|rest| rest.len() == 6)?;
        let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        Some(Self::Rgb(part(0)?, part(2)?, part(4)?))
    }

    /// The same colour, or the nearest of the palette's fixed ones: of the cube, or of the greys.
    pub fn in_palette(self) -> Self {
        let Self::Rgb(red, green, blue) = self else { return self };
        let step = |channel: u8| {
            let apart = |i: &u8| STEPS[usize::from(*i)].abs_diff(channel);
            (0..6).min_by_key(apart).unwrap_or_default()
        };
        let cube = Self::Palette(16 + 36 * step(red) + 6 * step(green) + step(blue));
        let mean = (u16::from(red) + u16::from(green) + u16::from(blue)) / 3;
        // The greys are 8, 18 … 238.
        let grey = Self::Palette(
            232 + u8::try_from(mean.saturating_sub(3) / 10).map_or(23, |n| n.min(23)),
        );
        if distance(grey, self) < distance(cube, self) { grey } else { cube }
    }

    /// Red, green and blue; of the reader's own sixteen none.
    pub fn rgb(self) -> Option<(u8, u8, u8)> {
        match self {
            Self::Rgb(r, g, b) => Some((r, g, b)),
            Self::Palette(..16) => None,
            Self::Palette(n @ 232..) => {
                let grey = 8 + 10 * (n - 232);
                Some((grey, grey, grey))
            }
            Self::Palette(n) => {
                let n = usize::from(n - 16);
                Some((STEPS[n / 36], STEPS[n / 6 % 6], STEPS[n % 6]))
            }
        }
    }
}

/// How far two colours are apart, squared; the reader's own sixteen are far from everything.
fn distance(a: Colour, b: Colour) -> u32 {
    let (Some(a), Some(b)) = (a.rgb(), b.rgb()) else { return u32::MAX };
    let apart = |a: u8, b: u8| u32::from(a.abs_diff(b)).pow(2);
    apart(a.0, b.0) + apart(a.1, b.1) + apart(a.2, b.2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers_are_read() {
        let cases = [
            ("red", Some(Colour::Palette(1))),
            ("bright-white", Some(Colour::Palette(15))),
            ("#87afd7", Some(Colour::Rgb(0x87, 0xaf, 0xd7))),
            ("#87afd", None),
            ("#8é7af", None),
            ("rot", None),
        ];
        for (name, want) in cases {
            assert_eq!(Colour::from_name(name), want, "{name}");
        }
    }

    #[test]
    fn the_palette_comes_near() {
        let cases = [
            (Colour::Rgb(0x87, 0xaf, 0xd7), 110),
            (Colour::Rgb(9, 8, 8), 232),
            (Colour::Rgb(0, 0, 0), 16),
            (Colour::Rgb(255, 255, 255), 231),
            (Colour::Rgb(255, 0, 0), 196),
            (Colour::Rgb(128, 128, 128), 244),
            (Colour::Rgb(62, 110, 168), 61),
            (Colour::Palette(3), 3),
        ];
        for (colour, want) in cases {
            assert_eq!(colour.in_palette(), Colour::Palette(want), "{colour:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_other_of_the_palette_is_nearer(r: u8, g: u8, b: u8) {
            let colour = Colour::Rgb(r, g, b);
            let least = (16..=u8::MAX).map(|n| distance(Colour::Palette(n), colour)).min();
            assert_eq!(Some(distance(colour.in_palette(), colour)), least);
        }
    }
}
