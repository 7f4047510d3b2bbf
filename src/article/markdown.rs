//! An article as Markdown (`CommonMark`, with GitHub's tables and strike-through), for notes and other programs.

use crate::domain::{Article, Block, Figure, Inline};

/// The whole article: headline, teaser, body, sign, contact and link targets.
pub fn markdown(article: &Article) -> String {
    let mut writer = Writer { article, out: String::new() };
    if !article.kicker.is_empty() {
        writer.paragraph("", &format!("*{}*", escaped(&article.kicker)));
    }
    if !article.headline.is_empty() {
        writer.paragraph("", &format!("# {}", escaped(&article.headline)));
    }
    if !article.deck.is_empty() {
        writer.paragraph("", &format!("**{}**", escaped(&article.deck)));
    }
    writer.blocks("", &article.blocks);
    if !article.sign.is_empty() {
        writer.paragraph("", &format!("({})", escaped(&article.sign)));
    }
    let contact: Vec<String> = article.contact.iter().map(|line| escaped(line)).collect();
    if !contact.is_empty() {
        writer.paragraph("", &contact.join("  \n"));
    }
    writer.out
}

struct Writer<'a> {
    article: &'a Article,
    out: String,
}

impl Writer<'_> {
    fn blocks(&mut self, prefix: &str, blocks: &[Block]) {
        for block in blocks {
            self.block(prefix, block);
        }
    }

    fn block(&mut self, prefix: &str, block: &Block) {
        match block {
            Block::Paragraph(inlines) => {
                let text = self.inlines(inlines);
                self.paragraph(prefix, &text);
            }
            Block::Heading(level, inlines) => {
                let text = self.inlines(inlines).replace('\n', " ");
                self.paragraph(
                    prefix,
                    &format!("{} {text}", "#".repeat(usize::from(*level).clamp(2, 6))),
                );
            }
            Block::List(start, items) => self.list(prefix, *start, items),
            Block::Quote(blocks) => self.quote(prefix, blocks),
            Block::Code(code) => self.paragraph(prefix, &format!("````\n{code}\n````")),
            Block::Table(rows) => self.table(prefix, rows),
            Block::Figure(figure) => self.figure(prefix, figure),
            Block::Rule => self.paragraph(prefix, "---"),
        }
    }

    /// Lines with a prefix, and an empty line after them.
    fn paragraph(&mut self, prefix: &str, text: &str) {
        for line in text.lines() {
            self.out.push_str(prefix);
            self.out.push_str(line);
            self.out.push('\n');
        }
        self.out.push_str(prefix.trim_end());
        self.out.push('\n');
    }

    fn list(&mut self, prefix: &str, start: Option<u32>, items: &[Vec<Block>]) {
        for (number, item) in (start.unwrap_or(0)..=u32::MAX).zip(items) {
            let marker = start.map_or_else(|| "- ".to_owned(), |_| format!("{number}. "));
            let from = self.out.len();
            let inner = format!("{prefix}{}", " ".repeat(marker.len()));
            self.blocks(&inner, item);
            if self.out[from..].starts_with(&inner) {
                self.out.replace_range(from..from + inner.len(), &format!("{prefix}{marker}"));
            }
        }
    }

    /// The empty line after a quotation is outside of it.
    fn quote(&mut self, prefix: &str, blocks: &[Block]) {
        let inner = format!("{prefix}> ");
        self.blocks(&inner, blocks);
        let last = format!("{}\n", inner.trim_end());
        if self.out.ends_with(&last) {
            self.out.truncate(self.out.len() - last.len());
            self.paragraph(prefix, "");
        }
    }

    fn table(&mut self, prefix: &str, rows: &[Vec<Vec<Inline>>]) {
        let n_columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        let mut lines = String::new();
        for (i, row) in rows.iter().enumerate() {
            for column in 0..n_columns {
                let cell = row.get(column).map(|cell| self.inlines(cell)).unwrap_or_default();
                lines.push_str("| ");
                lines.push_str(&cell.replace('\n', " ").replace('|', "\\|"));
                lines.push(' ');
            }
            lines.push_str("|\n");
            if i == 0 {
                lines.push_str(&"| --- ".repeat(n_columns));
                lines.push_str("|\n");
            }
        }
        self.paragraph(prefix, &lines);
    }

    fn figure(&mut self, prefix: &str, figure: &Figure) {
        let words = if figure.caption.is_empty() { &figure.alt } else { &figure.caption };
        let mut parts = vec![escaped(words)];
        if !figure.credit.is_empty() {
            parts.push(format!("({})", escaped(&figure.credit)));
        }
        parts.retain(|part| !part.is_empty());
        let text = parts.join(" ");
        match (figure.src.is_empty(), text.is_empty()) {
            (false, _) => self.paragraph(prefix, &format!("![{text}](<{}>)", figure.src)),
            (true, false) => self.paragraph(prefix, &format!("*{text}*")),
            (true, true) => {}
        }
    }

    fn inlines(&self, inlines: &[Inline]) -> String {
        let mut out = String::new();
        for inline in inlines {
            let text = &inline.text;
            let (start, rest) = text.split_at(text.len() - text.trim_start().len());
            let (words, end) = rest.split_at(rest.trim_end().len());
            out.push_str(start);
            out.push_str(&self.marked(inline, words));
            out.push_str(end);
        }
        out.replace('\n', "  \n")
    }

    /// The words with their marks; marks stand directly at the words, or they would not count.
    fn marked(&self, inline: &Inline, words: &str) -> String {
        if words.is_empty() {
            return String::new();
        }
        let style = inline.style;
        let mut text =
            if style.code { format!("`{}`", words.replace('`', "'")) } else { escaped(words) };
        for (_, mark) in [(style.emphasis, "*"), (style.strong, "**"), (style.strike, "~~")]
            .iter()
            .filter(|(on, _)| *on)
        {
            text = format!("{mark}{text}{mark}");
        }
        match inline.link.and_then(|link| self.article.links.get(usize::from(link))) {
            Some(target) => format!("[{text}](<{target}>)"),
            None => text,
        }
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(|c| *c != '\u{ad}') {
        if matches!(c, '\\' | '*' | '_' | '[' | ']' | '<' | '>' | '`' | '#' | '~') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{FeedContent, from_feed, html};

    const SOURCE: &str = "<p>Der <b>Rat</b> hat <a href='https://x.example/a'>so</a> *entschieden*.<br/>Heute.</p>\
        <ul><li>eins<ol><li>innen</li></ol></li><li>zwei</li></ul><blockquote><p>Gut!</p></blockquote>\
        <table><tr><td>a</td><td>b|c</td></tr><tr><td>1</td><td>2</td></tr></table>";

    fn article() -> Article {
        from_feed(&FeedContent { html: SOURCE, title: "Neue Brücke", ..FeedContent::default() })
    }

    #[test]
    fn markdown_says_what_the_article_says() {
        assert_eq!(
            markdown(&article()),
            "# Neue Brücke\n\nDer **Rat** hat [so](<https://x.example/a>) \\*entschieden\\*.  \nHeute.\n\n- eins\n\n  \
             1. innen\n\n- zwei\n\n> Gut!\n\n| a | b\\|c |\n| --- | --- |\n| 1 | 2 |\n\n"
        );
    }

    #[test]
    fn html_has_only_what_the_blocks_hold() {
        assert_eq!(
            html(&article()),
            "<p>Der <strong>Rat</strong> hat <a href=\"https://x.example/a\">so</a> *entschieden*.<br/>Heute.</p>\n\
             <ul><li><p>eins</p>\n<ol><li><p>innen</p>\n</li>\n</ol>\n</li>\n<li><p>zwei</p>\n</li>\n</ul>\n\
             <blockquote><p>Gut!</p>\n</blockquote>\n\
             <table><tr><td>a</td>\n<td>b|c</td>\n</tr>\n<tr><td>1</td>\n<td>2</td>\n</tr>\n</table>\n"
        );
    }
}
