//! Looks by role; knows no ratatui. The background is the terminal's own unless a part says otherwise. Where themes come
//! from is told in `config::themes`.

mod colour;
mod part;

use std::sync::Arc;

pub use colour::Colour;
pub use part::Part;

/// How a part looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    /// Foreground; the terminal's own when none.
    pub fg: Option<Colour>,
    /// Background, likewise.
    pub bg: Option<Colour>,
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

/// The terminal's background.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Ground {
    /// Nearer to black.
    #[default]
    Dark,
    /// Nearer to white.
    Light,
}

impl Ground {
    /// Its name, under which it is remembered.
    pub fn name(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Light => "light",
        }
    }

    /// The ground of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Dark, Self::Light].into_iter().find(|ground| ground.name() == name)
    }
}

/// A look for every part. Clones are cheap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme(Arc<Sheet>);

#[derive(Debug, PartialEq, Eq)]
struct Sheet {
    name: String,
    looks: [Look; Part::ALL.len()],
}

impl Theme {
    /// A theme that asks for the look of every part.
    pub fn new(name: &str, look: impl Fn(Part) -> Look) -> Self {
        let mut looks = [Look::default(); Part::ALL.len()];
        for part in Part::ALL {
            looks[*part as usize] = look(*part);
        }
        Self(Arc::new(Sheet { name: name.to_owned(), looks }))
    }

    /// Its name, as in the configuration.
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// The look of a part.
    pub fn look(&self, part: Part) -> Look {
        self.0.looks[part as usize]
    }

    /// The theme for a terminal that knows only the 256 colours of the palette.
    pub fn in_palette(&self) -> Self {
        Self::new(self.name(), |part| {
            let look = self.look(part);
            let in_palette = |colour: Option<Colour>| colour.map(Colour::in_palette);
            Look { fg: in_palette(look.fg), bg: in_palette(look.bg), ..look }
        })
    }
}

/// The themes that the reader chose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Themes {
    /// The one for every terminal, when there is one.
    pub fixed: Option<Theme>,
    /// The one for a dark background.
    pub dark: Theme,
    /// The one for a light background.
    pub light: Theme,
}

impl Themes {
    /// One theme for every terminal.
    pub fn only(theme: Theme) -> Self {
        Self { fixed: Some(theme.clone()), dark: theme.clone(), light: theme }
    }

    /// The theme on a background.
    pub fn on(&self, ground: Ground) -> &Theme {
        self.fixed.as_ref().unwrap_or_else(|| self.automatic(ground))
    }

    /// The theme on a background, when it is left to that.
    pub fn automatic(&self, ground: Ground) -> &Theme {
        match ground {
            Ground::Dark => &self.dark,
            Ground::Light => &self.light,
        }
    }

    /// The same for a terminal that knows only the 256 colours of the palette.
    pub fn in_palette(&self) -> Self {
        Self {
            fixed: self.fixed.as_ref().map(Theme::in_palette),
            dark: self.dark.in_palette(),
            light: self.light.in_palette(),
        }
    }
}
