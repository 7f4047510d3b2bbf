//! Colours and emphasis by role; knows no ratatui. Colours are those of the fixed 256-colour palette, so that their
//! contrast is known; the background is always the terminal's own.
//!
//! **Invariant:** every text role of the dark theme has a contrast of at least 4.5 on black-ish grounds, of the light
//! theme on white (test-checked; WCAG 2.1, success criterion 1.4.3).

/// What a piece of the screen means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// Ordinary text.
    Text,
    /// Text of lesser weight: source, age, hints.
    Muted,
    /// The line between two panes.
    Divider,
    /// The bar at the top.
    Bar,
    /// The name of the list in the bar.
    BarTitle,
    /// An unread headline.
    Unread,
    /// A read headline.
    Read,
    /// The mark of an unread entry.
    UnreadMark,
    /// A star.
    Star,
    /// The selected row of the pane that has the keys.
    Selected,
    /// The selected row of another pane.
    SelectedAside,
    /// A folder in the tree.
    Folder,
    /// A count.
    Count,
    /// A fault.
    Fault,
    /// A notice that something was done.
    Notice,
    /// Kicker.
    Kicker,
    /// Headline.
    Headline,
    /// Deck under the headline.
    Deck,
    /// Source, date and authors of an article.
    Meta,
    /// Emphasised text.
    Emphasis,
    /// Strong text.
    Strong,
    /// Code.
    Code,
    /// Struck out.
    Strike,
    /// Subheading.
    Heading,
    /// Quotation.
    Quote,
    /// Mark of a list item.
    Marker,
    /// Link text.
    Link,
    /// Number or address of a link.
    LinkNumber,
    /// Caption.
    Caption,
    /// Credit.
    Credit,
    /// Author sign.
    Sign,
    /// A rule, or the lines of a table.
    Rule,
    /// A hit of the find.
    Hit,
    /// The hit under the cursor.
    HitHere,
    /// A key in hints and help.
    Key,
    /// The line being typed.
    Prompt,
    /// Words that an earlier version of a text had.
    Removed,
    /// Words that it did not have.
    Added,
}

impl Part {
    /// Every part.
    pub const ALL: &'static [Self] = &[
        Self::Text,
        Self::Muted,
        Self::Divider,
        Self::Bar,
        Self::BarTitle,
        Self::Unread,
        Self::Read,
        Self::UnreadMark,
        Self::Star,
        Self::Selected,
        Self::SelectedAside,
        Self::Folder,
        Self::Count,
        Self::Fault,
        Self::Notice,
        Self::Kicker,
        Self::Headline,
        Self::Deck,
        Self::Meta,
        Self::Emphasis,
        Self::Strong,
        Self::Code,
        Self::Strike,
        Self::Heading,
        Self::Quote,
        Self::Marker,
        Self::Link,
        Self::LinkNumber,
        Self::Caption,
        Self::Credit,
        Self::Sign,
        Self::Rule,
        Self::Hit,
        Self::HitHere,
        Self::Key,
        Self::Prompt,
        Self::Removed,
        Self::Added,
    ];
}

/// How a part looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    /// Foreground, a number of the 256-colour palette; the terminal's own when none.
    pub fg: Option<u8>,
    /// Background, likewise.
    pub bg: Option<u8>,
    /// Bold.
    pub bold: bool,
    /// Faint.
    pub dim: bool,
    /// Italic.
    pub italic: bool,
    /// Underlined.
    pub underline: bool,
    /// Foreground and background exchanged.
    pub reverse: bool,
    /// Struck out.
    pub strike: bool,
}

/// A set of looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Theme {
    /// For dark terminals.
    #[default]
    Dark,
    /// For light terminals.
    Light,
    /// Without colour: every meaning by emphasis and signs (`NO_COLOR`).
    Mono,
}

/// The colours of a theme.
struct Palette {
    muted: u8,
    divider: u8,
    bar: u8,
    selected: u8,
    aside: u8,
    accent: u8,
    star: u8,
    fault: u8,
    notice: u8,
    link: u8,
    code: u8,
    quote: u8,
    hit: u8,
    hit_here: u8,
    on_hit: u8,
}

const DARK: Palette = Palette {
    muted: 248,
    divider: 239,
    bar: 235,
    selected: 236,
    aside: 234,
    accent: 110,
    star: 221,
    fault: 210,
    notice: 151,
    link: 117,
    code: 180,
    quote: 252,
    hit: 58,
    hit_here: 221,
    on_hit: 16,
};

const LIGHT: Palette = Palette {
    muted: 240,
    divider: 250,
    bar: 254,
    selected: 189,
    aside: 255,
    accent: 25,
    star: 94,
    fault: 124,
    notice: 22,
    link: 25,
    code: 89,
    quote: 238,
    hit: 229,
    hit_here: 220,
    on_hit: 16,
};

impl Theme {
    /// The look of a part.
    pub fn look(self, part: Part) -> Look {
        match self {
            Self::Dark => coloured(&DARK, part),
            Self::Light => coloured(&LIGHT, part),
            Self::Mono => mono(part),
        }
    }

    /// Its name, as in the configuration.
    pub fn name(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Light => "light",
            Self::Mono => "mono",
        }
    }

    /// The theme of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Dark, Self::Light, Self::Mono].into_iter().find(|t| t.name() == name)
    }
}

fn coloured(p: &Palette, part: Part) -> Look {
    let base = mono(part);
    let plain = Look { reverse: false, dim: false, underline: false, ..base };
    let fg = |colour: u8| Look { fg: Some(colour), ..plain };
    match part {
        Part::Text | Part::Unread | Part::Headline | Part::Emphasis | Part::Strong => plain,
        Part::Strike | Part::Heading | Part::Deck => plain,
        Part::Muted | Part::Read | Part::Meta | Part::Caption | Part::Credit | Part::Sign => {
            fg(p.muted)
        }
        Part::Divider | Part::Rule => fg(p.divider),
        Part::Bar => Look { bg: Some(p.bar), ..fg(p.muted) },
        Part::BarTitle => Look { bg: Some(p.bar), ..plain },
        Part::UnreadMark | Part::Kicker | Part::Marker | Part::Key | Part::Prompt => fg(p.accent),
        Part::Star => fg(p.star),
        Part::Selected => Look { bg: Some(p.selected), ..plain },
        Part::SelectedAside => Look { bg: Some(p.aside), ..plain },
        Part::Folder | Part::Count => fg(p.muted),
        Part::Fault => fg(p.fault),
        Part::Notice => fg(p.notice),
        Part::Code => fg(p.code),
        Part::Quote => fg(p.quote),
        Part::Link => Look { underline: true, ..fg(p.link) },
        Part::LinkNumber => fg(p.muted),
        Part::Hit => Look { bg: Some(p.hit), ..plain },
        Part::HitHere => Look { bg: Some(p.hit_here), fg: Some(p.on_hit), ..plain },
        Part::Removed => fg(p.fault),
        Part::Added => Look { underline: true, ..fg(p.notice) },
    }
}

fn mono(part: Part) -> Look {
    let none = Look::default();
    let bold = Look { bold: true, ..none };
    match part {
        Part::Unread | Part::UnreadMark | Part::Headline | Part::Strong | Part::Heading => bold,
        Part::BarTitle | Part::Folder | Part::Key | Part::Fault | Part::Kicker => bold,
        Part::Emphasis | Part::Caption | Part::Deck => Look { italic: true, ..none },
        Part::Strike | Part::Removed => Look { strike: true, ..none },
        Part::Link | Part::Added => Look { underline: true, ..none },
        Part::Selected | Part::HitHere => Look { reverse: true, ..none },
        Part::SelectedAside | Part::Hit => Look { underline: true, ..none },
        Part::Bar => Look { underline: true, ..none },
        Part::Text | Part::Muted | Part::Divider | Part::Read | Part::Star | Part::Count => none,
        Part::Notice | Part::Meta | Part::Code | Part::Quote | Part::Marker => none,
        Part::LinkNumber | Part::Credit | Part::Sign | Part::Rule | Part::Prompt => none,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The red, green and blue of a colour of the fixed part of the palette (xterm's 256 colours, from 16 on).
    fn rgb(colour: u8) -> [f64; 3] {
        assert!(colour >= 16, "the first sixteen are the reader's own");
        let levels = [0.0, 95.0, 135.0, 175.0, 215.0, 255.0];
        if colour >= 232 {
            let grey = f64::from(8 + 10 * (u32::from(colour) - 232));
            return [grey; 3];
        }
        let n = usize::from(colour - 16);
        [levels[n / 36], levels[n / 6 % 6], levels[n % 6]]
    }

    fn luminance(colour: [f64; 3]) -> f64 {
        let linear = colour.map(|c| {
            let c = c / 255.0;
            if c <= 0.03928 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_can_be_read_on_its_ground_and_on_a_selected_row() {
        for (theme, ground, ink) in [
            (Theme::Dark, [22.0, 24.0, 29.0], [216.0, 222.0, 233.0]),
            (Theme::Light, [255.0; 3], [31.0, 35.0, 40.0]),
        ] {
            let selected = rgb(theme.look(Part::Selected).bg.expect("a selected row has a ground"));
            for part in Part::ALL {
                let look = theme.look(*part);
                let fg = look.fg.map_or(ink, rgb);
                let bg = look.bg.map_or(ground, rgb);
                if matches!(part, Part::Divider | Part::Rule) {
                    continue; // lines, not text
                }
                assert!(contrast(fg, bg) >= 4.5, "{theme:?} {part:?} {:.2}", contrast(fg, bg));
                if matches!(part, Part::Muted | Part::Star | Part::UnreadMark | Part::Read) {
                    assert!(
                        contrast(fg, selected) >= 4.0,
                        "{theme:?} {part:?} {:.2}",
                        contrast(fg, selected)
                    );
                }
            }
        }
    }

    #[test]
    fn without_colour_nothing_has_a_colour() {
        for part in Part::ALL {
            let look = Theme::Mono.look(*part);
            assert_eq!((look.fg, look.bg), (None, None), "{part:?}");
        }
    }

    #[test]
    fn names_round_trip() {
        for theme in [Theme::Dark, Theme::Light, Theme::Mono] {
            assert_eq!(Theme::from_name(theme.name()), Some(theme));
        }
    }
}
