//! The elements that matter to a newspaper article.

macro_rules! tags {
    ($($variant:ident => $($name:literal)|+),+ $(,)?) => {
        /// An element's kind, or a text.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub(super) enum Tag {
            $($variant,)+
            /// Any other element.
            Other,
            /// A text node.
            Text,
            /// A script with JSON-LD.
            JsonLd,
        }

        impl Tag {
            /// The kind of an element name in lower case.
            pub(super) fn of(name: &str) -> Self {
                match name {
                    $($($name)|+ => Self::$variant,)+
                    _ => Self::Other,
                }
            }
        }
    };
}

tags! {
    A => "a",
    Abbr => "abbr" | "acronym" | "bdi" | "bdo" | "cite" | "dfn" | "label" | "q" | "ruby" | "u" | "mark" | "font" | "big",
    Address => "address",
    Article => "article",
    Aside => "aside",
    B => "b" | "strong",
    Blockquote => "blockquote",
    Body => "body",
    Br => "br",
    Button => "button" | "input" | "select" | "textarea" | "datalist" | "progress" | "meter",
    Caption => "caption",
    Code => "code" | "kbd" | "samp" | "tt" | "var",
    Dd => "dd",
    Del => "del" | "s" | "strike",
    Details => "details",
    Dialog => "dialog",
    Div => "div",
    Dl => "dl",
    Dt => "dt",
    Em => "em" | "i",
    Figcaption => "figcaption",
    Figure => "figure",
    Footer => "footer",
    Form => "form",
    H1 => "h1",
    H2 => "h2",
    H3 => "h3",
    H4 => "h4",
    H5 => "h5",
    H6 => "h6",
    Head => "head",
    Header => "header",
    Hgroup => "hgroup",
    Hr => "hr",
    Html => "html",
    Img => "img" | "amp-img",
    Li => "li",
    Link => "link" | "base",
    Main => "main",
    Menu => "menu",
    Meta => "meta",
    Nav => "nav",
    Ol => "ol",
    P => "p",
    Picture => "picture",
    Pre => "pre" | "listing" | "xmp",
    Section => "section",
    Skipped => "script" | "style" | "noscript" | "template" | "svg" | "math" | "iframe" | "object" | "embed" | "canvas"
        | "audio" | "video" | "map" | "noframes" | "frameset" | "source" | "track" | "param" | "amp-ad" | "amp-analytics",
    Small => "small" | "sub" | "sup" | "ins",
    Span => "span",
    Table => "table",
    Td => "td" | "th",
    Time => "time",
    Title => "title",
    Tr => "tr",
    Ul => "ul",
}

impl Tag {
    /// Whether the element stands within a line of text.
    pub(super) fn is_inline(self) -> bool {
        matches!(
            self,
            Self::A
                | Self::Abbr
                | Self::B
                | Self::Code
                | Self::Del
                | Self::Em
                | Self::Img
                | Self::Small
                | Self::Span
                | Self::Time
                | Self::Text
        )
    }

    /// The level of a heading.
    pub(super) fn heading(self) -> Option<u8> {
        match self {
            Self::H1 => Some(1),
            Self::H2 => Some(2),
            Self::H3 => Some(3),
            Self::H4 => Some(4),
            Self::H5 => Some(5),
            Self::H6 => Some(6),
            _ => None,
        }
    }
}
