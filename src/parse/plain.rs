//! HTML to plain text in one pass: for search, for noticing changes, for titles and teasers. Shows nothing that a reader
//! would not see, and makes no document tree.

use std::borrow::Cow;

use super::draft::{Markup, Style};
use super::entities::{append_decoded, decode};
use super::markup::{Scanner, Token};

/// The visible text of an HTML fragment: references decoded, scripts and styles left out, blocks on lines of their own.
///
/// ```
/// use umland::parse::plain::text_of_html;
/// assert_eq!(text_of_html("<p>Br&uuml;cke<br>gesperrt</p><script>x()</script>"), "Brücke\ngesperrt");
/// ```
pub fn text_of_html(html: &str) -> String {
    let mut out = Lines::with_capacity(html.len());
    let mut scanner = Scanner::new(html);
    while let Some(token) = scanner.next() {
        match token {
            Token::Text(text) | Token::CData(text) => out.push(&decode(text)),
            Token::Open(tag) => match element(tag.name) {
                Element::Hidden if !tag.empty => scanner.skip_raw(tag.name),
                Element::Block | Element::Hidden => out.end_line(),
                Element::Cell => out.space(),
                Element::Inline | Element::Unknown => {}
            },
            Token::Close(name) if element(name) == Element::Block => out.end_line(),
            Token::Close(_) | Token::Doctype(_) | Token::Other => {}
        }
    }
    out.text
}

/// The plain text of a title or another one-line text.
pub(crate) fn line<'a>(markup: &'a Markup<'_>) -> Cow<'a, str> {
    let text = &*markup.text;
    match markup.style {
        Style::Text => Cow::Borrowed(text),
        Style::Html | Style::Guess if !text.contains(['<', '&']) => Cow::Borrowed(text),
        Style::Html => Cow::Owned(text_of_html(text).replace('\n', " ")),
        Style::Guess => Cow::Owned(guess(text)),
    }
}

/// The plain text of a teaser.
pub(crate) fn teaser(markup: &Markup<'_>) -> String {
    match markup.style {
        Style::Text => markup.text.clone().into_owned(),
        Style::Html | Style::Guess => text_of_html(&markup.text),
    }
}

/// A title of which nobody knows whether it is text or HTML: elements that HTML knows go, `1 < 2` and `<Ort>` stay.
fn guess(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut scanner = Scanner::new(text);
    let mut from = 0;
    while let Some(token) = scanner.next() {
        let raw = &text[from..scanner.pos()];
        match token {
            Token::Text(text) => append_decoded(&mut out, text),
            Token::CData(text) => out.push_str(text),
            Token::Open(tag) => match element(tag.name) {
                Element::Unknown => out.push_str(raw),
                Element::Hidden if !tag.empty => scanner.skip_raw(tag.name),
                Element::Block | Element::Cell => out.push(' '),
                Element::Inline | Element::Hidden => {}
            },
            Token::Close(name) if element(name) == Element::Unknown => out.push_str(raw),
            Token::Close(name) if element(name) == Element::Block => out.push(' '),
            Token::Close(_) | Token::Doctype(_) | Token::Other => {}
        }
        from = scanner.pos();
    }
    out
}

/// How an element shows in plain text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Element {
    Inline,
    /// Begins and ends a line.
    Block,
    /// Stands apart from its neighbour.
    Cell,
    /// Its content is not for readers.
    Hidden,
    /// Not HTML.
    Unknown,
}

/// What HTML (and the HTML of old) knows an element as.
fn element(name: &str) -> Element {
    // Most tags are one of these, in small letters.
    match name.as_bytes() {
        b"p" | b"br" | b"div" | b"li" | b"h3" => return Element::Block,
        b"a" | b"b" | b"i" | b"em" | b"strong" | b"span" | b"img" => return Element::Inline,
        _ => {}
    }
    let mut buffer = [0u8; 12];
    let Some(lower) = buffer.get_mut(..name.len()) else { return Element::Unknown };
    lower.copy_from_slice(name.as_bytes());
    lower.make_ascii_lowercase();
    match &*lower {
        b"p" | b"br" | b"div" | b"li" | b"ul" | b"ol" | b"h1" | b"h2" | b"h3" | b"h4" | b"h5"
        | b"h6" | b"tr" | b"table" | b"blockquote" | b"pre" | b"hr" | b"dl" | b"dt" | b"dd"
        | b"section" | b"article" | b"header" | b"footer" | b"aside" | b"nav" | b"figure"
        | b"figcaption" | b"address" | b"form" | b"fieldset" | b"details" | b"summary"
        | b"main" | b"caption" | b"center" | b"thead" | b"tbody" | b"tfoot" | b"html" | b"body"
        | b"option" | b"legend" => Element::Block,
        b"td" | b"th" => Element::Cell,
        // What stands in frames, objects and applets is meant for those who cannot show them: it stays.
        b"script" | b"style" | b"template" | b"noscript" | b"head" | b"textarea" | b"select" => {
            Element::Hidden
        }
        b"svg" | b"math" | b"iframe" | b"object" | b"applet" | b"noembed" | b"noframes" | b"a"
        | b"abbr" | b"acronym" | b"area" | b"audio" | b"b" | b"base" | b"basefont" | b"bdi"
        | b"bdo" | b"big" | b"blink" | b"button" | b"canvas" | b"cite" | b"code" | b"col"
        | b"colgroup" | b"data" | b"datalist" | b"del" | b"dfn" | b"em" | b"embed" | b"font"
        | b"frame" | b"frameset" | b"i" | b"img" | b"input" | b"ins" | b"kbd" | b"label"
        | b"link" | b"map" | b"mark" | b"marquee" | b"meta" | b"meter" | b"nobr" | b"output"
        | b"param" | b"picture" | b"progress" | b"q" | b"rb" | b"rp" | b"rt" | b"ruby" | b"s"
        | b"samp" | b"small" | b"source" | b"span" | b"strike" | b"strong" | b"sub" | b"sup"
        | b"time" | b"title" | b"track" | b"tt" | b"u" | b"var" | b"video" | b"wbr" => {
            Element::Inline
        }
        _ => Element::Unknown,
    }
}

/// Text under way: white space folded, no empty lines.
struct Lines {
    text: String,
    pending: Gap,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    None,
    Space,
    Line,
}

impl Lines {
    fn with_capacity(n: usize) -> Self {
        Self { text: String::with_capacity(n), pending: Gap::None }
    }

    fn space(&mut self) {
        self.pending = self.pending.max(Gap::Space);
    }

    fn end_line(&mut self) {
        self.pending = Gap::Line;
    }

    fn push(&mut self, text: &str) {
        let trimmed = text.trim_start();
        if trimmed.len() < text.len() {
            self.space();
        }
        if trimmed.is_empty() {
            return;
        }
        self.fill_gap();
        let inner = trimmed.trim_end();
        if is_tidy(inner.as_bytes()) {
            self.text.push_str(inner);
        } else {
            self.push_words(inner);
        }
        if inner.len() < trimmed.len() {
            self.space();
        }
    }

    fn push_words(&mut self, text: &str) {
        for (i, word) in text.split_whitespace().enumerate() {
            if i > 0 {
                self.text.push(' ');
            }
            self.text.push_str(word);
        }
    }

    fn fill_gap(&mut self) {
        if !self.text.is_empty() {
            match self.pending {
                Gap::None => {}
                Gap::Space => self.text.push(' '),
                Gap::Line => self.text.push('\n'),
            }
        }
        self.pending = Gap::None;
    }
}

/// Whether words have single blanks between them, which is nearly all text: it is copied in one go. Written without an
/// early end, so that the compiler makes vector code of it.
fn is_tidy(bytes: &[u8]) -> bool {
    let rest = bytes.get(1..).unwrap_or_default();
    let control = bytes.iter().fold(0u8, |found, b| found | u8::from(*b < b' '));
    let double = bytes
        .iter()
        .zip(rest)
        .fold(0u8, |found, (a, b)| found | u8::from(*a == b' ' && *b == b' '));
    control | double == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_lines() {
        for (html, want) in [
            ("<p>Ein  Satz.</p>\n\n<p>Noch <b>einer</b>.</p>", "Ein Satz.\nNoch einer."),
            ("a<br/>b<BR>c", "a\nb\nc"),
            ("<style>p{}</style>x<script>if(a<b)</script >y", "xy"),
            ("<ul><li>eins<li>zwei</ul>drei", "eins\nzwei\ndrei"),
            ("<td>a</td><td>b</td>", "a b"),
            ("5 < 6 &amp; &lt;b&gt;", "5 < 6 & <b>"),
            ("Text ohne Auszeichnung", "Text ohne Auszeichnung"),
            ("<script>nie zu", ""),
            ("", ""),
        ] {
            assert_eq!(text_of_html(html), want, "{html}");
        }
    }

    #[test]
    fn titles_are_told_apart() {
        for (text, style, want) in [
            ("AT&amp;T", Style::Guess, "AT&T"),
            ("5 < 6", Style::Guess, "5 < 6"),
            ("5 &lt; 6", Style::Guess, "5 < 6"),
            ("<b>Brand</b> in <Ort>", Style::Guess, "Brand in <Ort>"),
            ("<b>Brand</b>", Style::Text, "<b>Brand</b>"),
            ("<b>Brand</b> &amp; Qualm", Style::Html, "Brand & Qualm"),
        ] {
            assert_eq!(line(&Markup::new(text, style)), want, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn plain_text_has_no_padding(html in "[ \n<>/a-dp&;é]{0,60}") {
            let text = text_of_html(&html);
            assert_eq!(text.trim_matches([' ', '\n']), text);
        }
    }
}
