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

    /// The same colour, or the nearest of the palette's fixed ones.
    pub fn in_palette(self) -> Self {
        let Self::Rgb(..) = self else { return self };
        let nearest = (16..=u8::MAX).min_by_key(|n| distance(Self::Palette(*n).rgb(), self.rgb()));
        nearest.map_or(self, Self::Palette)
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

fn distance(a: Option<(u8, u8, u8)>, b: Option<(u8, u8, u8)>) -> u32 {
    let (Some(a), Some(b)) = (a, b) else { return u32::MAX };
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
        assert_eq!(Colour::Rgb(0x87, 0xaf, 0xd7).in_palette(), Colour::Palette(110));
        assert_eq!(Colour::Rgb(9, 8, 8).in_palette(), Colour::Palette(232));
        assert_eq!(Colour::Palette(3).in_palette(), Colour::Palette(3));
    }
}
