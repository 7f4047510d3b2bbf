//! The pieces of the screen that can look differently, with the names that themes give them.

macro_rules! parts {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)+) => {
        /// What a piece of the screen means.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Part { $($(#[$doc])* $variant),+ }

        impl Part {
            /// Every part.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Its name in a theme.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }
        }
    };
}

parts! {
    /// Ordinary text.
    Text = "text",
    /// Text of lesser weight: source, age, hints.
    Muted = "muted",
    /// The line between two panes.
    Divider = "divider",
    /// The bar at the top.
    Bar = "bar",
    /// The name of the list in the bar.
    BarTitle = "bar-title",
    /// An unread headline.
    Unread = "unread",
    /// A read headline.
    Read = "read",
    /// The mark of an unread entry.
    UnreadMark = "unread-mark",
    /// A star.
    Star = "star",
    /// The selected row of the pane that has the keys.
    Selected = "selected",
    /// The selected row of another pane.
    SelectedAside = "selected-aside",
    /// A folder in the tree.
    Folder = "folder",
    /// A count.
    Count = "count",
    /// A fault.
    Fault = "fault",
    /// An official warning.
    Alert = "alert",
    /// A notice that something was done.
    Notice = "notice",
    /// Kicker.
    Kicker = "kicker",
    /// Headline.
    Headline = "headline",
    /// Deck under the headline.
    Deck = "deck",
    /// Source, date and authors of an article.
    Meta = "meta",
    /// Emphasised text.
    Emphasis = "emphasis",
    /// Strong text.
    Strong = "strong",
    /// Code.
    Code = "code",
    /// Struck out.
    Strike = "strike",
    /// Subheading.
    Heading = "heading",
    /// Quotation.
    Quote = "quote",
    /// Mark of a list item.
    Marker = "marker",
    /// Link text.
    Link = "link",
    /// Number or address of a link.
    LinkNumber = "link-number",
    /// Caption.
    Caption = "caption",
    /// Credit.
    Credit = "credit",
    /// Author sign.
    Sign = "sign",
    /// A rule, or the lines of a table.
    Rule = "rule",
    /// A hit of the find.
    Hit = "hit",
    /// The hit under the cursor.
    HitHere = "hit-here",
    /// A letter that fits what was typed.
    Fitting = "fitting",
    /// A key in hints and help.
    Key = "key",
    /// The line being typed.
    Prompt = "prompt",
    /// Words that an earlier version of a text had.
    Removed = "removed",
    /// Words that it did not have.
    Added = "added",
}
