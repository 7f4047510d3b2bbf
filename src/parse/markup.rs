//! Cuts markup, XML or HTML, however broken, into tokens that borrow from it. Used for documents, bodies and titles.
//!
//! **Invariant:** every token lies in the input, tokens do not overlap, and reading a text costs time linear in its length.

use memchr::{memchr, memmem};

/// A piece of markup. References in it are not yet decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Token<'a> {
    /// Character data; a `<` that opens nothing belongs to it.
    Text(&'a str),
    /// What stands in `<![CDATA[…]]>`.
    CData(&'a str),
    /// A start tag.
    Open(Tag<'a>),
    /// An end tag's name.
    Close(&'a str),
    /// What stands in `<!DOCTYPE …>`.
    Doctype(&'a str),
    /// A comment, a processing instruction or another declaration.
    Other,
}

/// A start tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tag<'a> {
    /// The name as written, prefix included.
    pub(crate) name: &'a str,
    /// What stands between the name and the end of the tag.
    pub(crate) attrs: &'a str,
    /// `<name/>`.
    pub(crate) empty: bool,
}

/// Reads tokens from a text.
#[derive(Debug, Clone)]
pub(crate) struct Scanner<'a> {
    src: &'a str,
    pos: usize,
    /// The text ended inside a tag, a comment or a CDATA section.
    pub(crate) cut: bool,
    /// Quotes that do not occur any more: looking for them again and again would take quadratic time.
    no_more: [bool; 2],
}

impl<'a> Scanner<'a> {
    pub(crate) fn new(src: &'a str) -> Self {
        Self { src, pos: 0, cut: false, no_more: [false; 2] }
    }

    /// Where the next token starts.
    pub(crate) fn pos(&self) -> usize {
        self.pos
    }

    /// Skips the content of a raw text element such as `script`, up to its end tag.
    pub(crate) fn skip_raw(&mut self, name: &str) {
        let rest = &self.src[self.pos..];
        let mut from = 0;
        while let Some(at) = rest[from..].find("</") {
            let at = from + at;
            let tail = &rest.as_bytes()[at + 2..];
            if tail.len() >= name.len() && tail[..name.len()].eq_ignore_ascii_case(name.as_bytes())
            {
                self.pos += at;
                return;
            }
            from = at + 2;
        }
        self.pos = self.src.len();
        self.cut = true;
    }

    /// The section from `from` up to `end`, which is stepped over; up to the end of the text when `end` is missing.
    fn until(&mut self, from: usize, end: &str) -> &'a str {
        if let Some(at) = memmem::find(&self.src.as_bytes()[from..], end.as_bytes()) {
            self.pos = from + at + end.len();
            &self.src[from..from + at]
        } else {
            self.cut = true;
            self.pos = self.src.len();
            &self.src[from..]
        }
    }

    /// A declaration, comment, CDATA section or instruction at `self.pos`.
    fn declaration(&mut self) -> Token<'a> {
        let rest = &self.src[self.pos..];
        if rest.starts_with("<!--") {
            self.until(self.pos + 4, "-->");
            return Token::Other;
        }
        if rest.get(..9).is_some_and(|s| s.eq_ignore_ascii_case("<![CDATA[")) {
            return Token::CData(self.until(self.pos + 9, "]]>"));
        }
        if rest.get(..9).is_some_and(|s| s.eq_ignore_ascii_case("<!DOCTYPE")) {
            let end = doctype_end(rest);
            self.cut |= end.is_none();
            let end = end.unwrap_or(rest.len());
            self.pos += end;
            return Token::Doctype(&rest[9..end.max(9)]);
        }
        if rest.starts_with("<?xml") || ends_soon(rest) {
            let end = if rest.starts_with("<?") { "?>" } else { ">" };
            self.until(self.pos + 2, end);
        } else {
            self.until(self.pos + 2, ">");
        }
        Token::Other
    }

    /// A start tag at `self.pos`, whose name starts one byte on.
    fn open(&mut self) -> Token<'a> {
        let bytes = self.src.as_bytes();
        let start = self.pos + 1;
        let name_end = name_end(bytes, start);
        let end = self.tag_end(name_end);
        let mut attrs = &self.src[name_end..end];
        let empty = attrs.ends_with('/') && !ends_in_value(attrs);
        if empty {
            attrs = &attrs[..attrs.len() - 1];
        }
        Token::Open(Tag { name: &self.src[start..name_end], attrs, empty })
    }

    /// Finds the end of a tag whose name ends at `from`: a `>` outside of quotes, or a `<` that opens the next one.
    /// Leaves `self.pos` behind it.
    fn tag_end(&mut self, from: usize) -> usize {
        let bytes = self.src.as_bytes();
        let mut i = from;
        let mut after_equals = false;
        while i < bytes.len() {
            match bytes[i] {
                b'>' => {
                    self.pos = i + 1;
                    return i;
                }
                b'<' => {
                    self.pos = i;
                    return i;
                }
                quote @ (b'"' | b'\'') if after_equals => {
                    let slot = usize::from(quote == b'\'');
                    let close =
                        if self.no_more[slot] { None } else { memchr(quote, &bytes[i + 1..]) };
                    self.no_more[slot] = close.is_none();
                    i += close.map_or(1, |at| at + 2);
                    after_equals = false;
                    continue;
                }
                b'=' => after_equals = true,
                b if b.is_ascii_whitespace() => {}
                _ => after_equals = false,
            }
            i += 1;
        }
        self.cut = true;
        self.pos = bytes.len();
        bytes.len()
    }
}

impl<'a> Iterator for Scanner<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        let bytes = self.src.as_bytes();
        let start = self.pos;
        let mut from = start;
        if from >= bytes.len() {
            return None;
        }
        let at = loop {
            let Some(at) = memchr(b'<', &bytes[from..]) else {
                self.pos = bytes.len();
                return Some(Token::Text(&self.src[start..]));
            };
            let at = from + at;
            match bytes.get(at + 1) {
                Some(b) if b.is_ascii_alphabetic() || matches!(b, b'_' | b':' | b'!' | b'?') => {
                    break at;
                }
                Some(b'/') if bytes.get(at + 2).is_some_and(|b| is_name(*b)) => break at,
                _ => from = at + 1,
            }
        };
        if at > start {
            self.pos = at;
            return Some(Token::Text(&self.src[start..at]));
        }
        match bytes[at + 1] {
            b'!' | b'?' => Some(self.declaration()),
            b'/' => {
                let end = name_end(bytes, at + 2);
                self.tag_end(end);
                Some(Token::Close(&self.src[at + 2..end]))
            }
            _ => Some(self.open()),
        }
    }
}

/// The attributes of a tag, in order: name and undecoded value; a name without a value has an empty one.
pub(crate) fn attributes(attrs: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = attrs;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        let end = rest
            .find(|c: char| c.is_ascii_whitespace() || matches!(c, '=' | '/'))
            .unwrap_or(rest.len());
        let end = if end == 0 { rest.chars().next()?.len_utf8() } else { end };
        let name = &rest[..end];
        let after = rest[end..].trim_start();
        let Some(value) = after.strip_prefix('=') else {
            rest = &rest[end..];
            return Some((name, ""));
        };
        let value = value.trim_start();
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        if let Some(quote) = quote
            && let Some(end) = value[1..].find(quote)
        {
            rest = &value[end + 2..];
            return Some((name, &value[1..=end]));
        }
        let value = value.trim_start_matches(['"', '\'']);
        let end = value.find(|c: char| c.is_ascii_whitespace()).unwrap_or(value.len());
        rest = &value[end..];
        Some((name, &value[..end]))
    })
}

/// Whether a processing instruction ends within a reasonable length; PHP left in a page often does not.
fn ends_soon(rest: &str) -> bool {
    memmem::find(&rest.as_bytes()[..rest.len().min(4096)], b"?>").is_some()
}

fn is_name(b: u8) -> bool {
    b.is_ascii_alphanumeric() || matches!(b, b'_' | b':' | b'-' | b'.') || b >= 0x80
}

fn name_end(bytes: &[u8], from: usize) -> usize {
    bytes[from..].iter().position(|b| !is_name(*b)).map_or(bytes.len(), |at| from + at)
}

/// Whether the text ends inside an unquoted value, so that a final slash belongs to an address: `<a href=/x/>`.
fn ends_in_value(attrs: &str) -> bool {
    let body = attrs.trim_end_matches('/');
    let last = body.rsplit(|c: char| c.is_ascii_whitespace()).next().unwrap_or_default();
    last.split_once('=').is_some_and(|(_, v)| !v.is_empty() && !v.starts_with(['"', '\'']))
}

/// Where a document type declaration ends, its internal subset stepped over.
fn doctype_end(rest: &str) -> Option<usize> {
    let mut in_subset = false;
    let mut quote = None;
    for (i, b) in rest.bytes().enumerate() {
        match quote {
            Some(q) if b == q => quote = None,
            Some(_) => {}
            None => match b {
                b'"' | b'\'' if in_subset => quote = Some(b),
                b'[' => in_subset = true,
                b']' => in_subset = false,
                b'>' if !in_subset => return Some(i + 1),
                _ => {}
            },
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(src: &str) -> String {
        Scanner::new(src)
            .map(|token| match token {
                Token::Text(t) => format!("T{t}"),
                Token::CData(t) => format!("C{t}"),
                Token::Open(tag) => {
                    format!("<{}{}{}", tag.name, tag.attrs, if tag.empty { "/" } else { "" })
                }
                Token::Close(name) => format!("/{name}"),
                Token::Doctype(_) => "D".to_owned(),
                Token::Other => "O".to_owned(),
            })
            .collect::<Vec<_>>()
            .join("|")
    }

    #[test]
    fn markup_is_cut_into_tokens() {
        for (src, want) in [
            ("<a>b</a>", "<a|Tb|/a"),
            ("1 < 2 && 3 > 2", "T1 < 2 && 3 > 2"),
            ("<a x='>'/>c", "<a x='>'/|Tc"),
            ("<a href=/x/>y", "<a href=/x/|Ty"),
            ("<a <b>", "<a |<b"),
            ("<!-- - -- --><![CDATA[a]b]]>", "O|Ca]b"),
            ("<?xml version='1.0'?><!DOCTYPE r [<!ENTITY a \">\">]><r/>", "O|D|<r/"),
            ("<p title=it's>x", "<p title=it's|Tx"),
            ("</ a>", "T</ a>"),
        ] {
            assert_eq!(shown(src), want, "{src}");
        }
    }

    #[test]
    fn attributes_are_read_however_they_are_quoted() {
        let read: Vec<_> = attributes(r#" a="1" b = '2' c=3 d e="x"f="y" g="#).collect();
        assert_eq!(
            read,
            [("a", "1"), ("b", "2"), ("c", "3"), ("d", ""), ("e", "x"), ("f", "y"), ("g", "")]
        );
    }

    #[test]
    fn a_cut_is_noticed() {
        for src in ["<a", "<!-- x", "<![CDATA[x", "<a b='c"] {
            let mut scanner = Scanner::new(src);
            while scanner.next().is_some() {}
            assert!(scanner.cut, "{src}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_breaks_the_scanner(src in "[<>/!?=\"'a-c&;\\[\\]é -]{0,60}") {
            let mut scanner = Scanner::new(&src);
            let mut last = 0;
            while let Some(token) = scanner.next() {
                assert!(scanner.pos() > last);
                last = scanner.pos();
                if let Token::Open(tag) = token {
                    let _ = attributes(tag.attrs).count();
                }
            }
        }
    }
}
