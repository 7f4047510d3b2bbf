//! An article as Markdown: `CommonMark`, with the tables and the strike-out of GitHub.

use super::Sheet;
use crate::domain::{Article, Block, Figure, Inline};

/// Where the article is from: source, day and address.
pub(super) fn origin(sheet: &Sheet<'_>) -> String {
    let address = sheet.address().replace(['<', '>'], "");
    let address = if address.is_empty() { address } else { format!("<{address}>") };
    let parts = [escaped(&sheet.source()), sheet.printed_date(), address];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ") + "\n"
}

/// The article with its headline, kicker, deck and authors.
pub(super) fn body(article: &Article) -> String {
    let mut out = String::new();
    if !article.kicker.is_empty() {
        paragraph(&mut out, "", &format!("*{}*", escaped(&article.kicker)));
    }
    paragraph(&mut out, "", &format!("# {}", escaped(&article.headline)));
    if !article.deck.is_empty() {
        paragraph(&mut out, "", &format!("**{}**", escaped(&article.deck)));
    }
    let authors: Vec<String> = article.authors.iter().map(|author| escaped(author)).collect();
    let origin = [escaped(&article.dateline), authors.join(", ")];
    let origin: Vec<&str> = origin.iter().map(String::as_str).filter(|o| !o.is_empty()).collect();
    if !origin.is_empty() {
        paragraph(&mut out, "", &origin.join(" · "));
    }
    blocks(&mut out, "", &article.blocks, article);
    if !article.sign.is_empty() {
        paragraph(&mut out, "", &format!("({})", escaped(&article.sign)));
    }
    let contact: Vec<String> = article.contact.iter().map(|line| escaped(line)).collect();
    if !contact.is_empty() {
        paragraph(&mut out, "", &contact.join("  \n"));
    }
    out.trim_end().to_owned() + "\n"
}

fn blocks(out: &mut String, indent: &str, list: &[Block], article: &Article) {
    for block in list {
        self::block(out, indent, block, article);
    }
}

fn block(out: &mut String, indent: &str, block: &Block, article: &Article) {
    match block {
        Block::Paragraph(inlines) => paragraph(out, indent, &inline(inlines, article)),
        Block::Heading(level, inlines) => {
            let level = usize::from((*level).clamp(2, 6));
            paragraph(out, indent, &format!("{} {}", "#".repeat(level), inline(inlines, article)));
        }
        Block::List(start, items) => {
            for (i, item) in items.iter().enumerate() {
                let marker = match start {
                    Some(first) => format!("{}. ", u64::from(*first) + i as u64),
                    None => "- ".to_owned(),
                };
                let mut inner = String::new();
                let deeper = format!("{indent}{}", " ".repeat(marker.len()));
                blocks(&mut inner, &deeper, item, article);
                let first = inner.strip_prefix(&deeper).unwrap_or(&inner);
                for part in [indent, &marker, first.trim_end(), "\n\n"] {
                    out.push_str(part);
                }
            }
        }
        Block::Quote(list) => {
            blocks(out, &format!("{indent}> "), list, article);
            paragraph(out, indent, ""); // else the next block would go on quoting
        }
        Block::Code(code) => {
            // A fence longer than any run of backticks in the code.
            let fence = "`".repeat(longest_run(code, '`').max(2) + 1);
            paragraph(out, indent, &format!("{fence}\n{code}\n{fence}"));
        }
        Block::Table(rows) => paragraph(out, indent, &table(rows, article)),
        Block::Figure(figure) => paragraph(out, indent, &self::figure(figure)),
        Block::Rule => paragraph(out, indent, "---"),
    }
}

/// Lines under an indent, and the blank line that ends a block.
fn paragraph(out: &mut String, indent: &str, text: &str) {
    for line in text.lines() {
        out.push_str(indent);
        out.push_str(line);
        out.push('\n');
    }
    out.push_str(indent.trim_end());
    out.push('\n');
}

fn inline(inlines: &[Inline], article: &Article) -> String {
    let mut out = String::new();
    for run in inlines {
        let mut text = if run.style.code {
            let fence = "`".repeat(longest_run(&run.text, '`') + 1);
            format!("{fence}{}{fence}", run.text)
        } else {
            escaped(&run.text).replace('\n', "\\\n")
        };
        for (set, mark) in
            [(run.style.emphasis, "*"), (run.style.strong, "**"), (run.style.strike, "~~")]
        {
            if set {
                text = around(&text, mark);
            }
        }
        let target = run.link.and_then(|link| article.links.get(usize::from(link)));
        if let Some(target) = target {
            text = format!("[{text}](<{}>)", target.replace(['<', '>'], ""));
        }
        out.push_str(&text);
    }
    out
}

/// The text between marks; blanks stay outside, where Markdown wants them.
fn around(text: &str, mark: &str) -> String {
    let inner = text.trim();
    if inner.is_empty() {
        return text.to_owned();
    }
    let start = text.len() - text.trim_start().len();
    let end = text.trim_end().len();
    format!("{}{mark}{inner}{mark}{}", &text[..start], &text[end..])
}

fn table(rows: &[Vec<Vec<Inline>>], article: &Article) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let line = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let mut lines = Vec::new();
    for (i, row) in rows.iter().enumerate() {
        let cell = |column: usize| {
            let text = row.get(column).map(|cell| inline(cell, article)).unwrap_or_default();
            text.replace("\\\n", " ").replace('\n', " ").replace('|', "\\|")
        };
        lines.push(line((0..columns).map(cell).collect()));
        if i == 0 {
            lines.push(line(vec!["---".to_owned(); columns]));
        }
    }
    lines.join("\n")
}

fn figure(figure: &Figure) -> String {
    let words = if figure.caption.is_empty() { &figure.alt } else { &figure.caption };
    let mut lines =
        vec![format!("![{}](<{}>)", escaped(&figure.alt), figure.src.replace(['<', '>'], ""))];
    let credit = (!figure.credit.is_empty()).then(|| format!(" ({})", escaped(&figure.credit)));
    let caption = escaped(words) + &credit.unwrap_or_default();
    if !caption.trim().is_empty() {
        lines.push(format!("*{}*", caption.trim()));
    }
    lines.join("\\\n")
}

/// A text in which nothing is Markdown.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (i, c) in text.char_indices() {
        let starts_line = i == 0 || text[..i].ends_with('\n');
        let special = "\\`*_[]<>~".contains(c) || (starts_line && "#+-=>".contains(c));
        // "1." at the start of a line would be a list.
        let ends_number = matches!(c, '.' | ')') && {
            let line = text[..i].rsplit('\n').next().unwrap_or_default();
            !line.is_empty() && line.chars().all(|c| c.is_ascii_digit())
        };
        if special || ends_number {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn longest_run(text: &str, of: char) -> usize {
    text.split(|c| c != of).map(str::len).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Style;
    use crate::text::Clean;

    #[test]
    fn an_article_becomes_markdown() {
        let strong =
            Inline { style: Style { strong: true, ..Style::default() }, ..Inline::plain("laut ") };
        let link = Inline { link: Some(0), ..Inline::plain("hier") };
        let article = Article {
            kicker: Clean::line("Brand"),
            headline: Clean::line("1. Halle *ausgebrannt*"),
            dateline: Clean::line("Krefeld"),
            authors: vec![Clean::line("Anna Beispiel")],
            sign: Clean::line("red"),
            links: vec![Clean::line("https://a.example/x")],
            blocks: vec![
                Block::Paragraph(vec![
                    Inline::plain("Es war "),
                    strong,
                    Inline::plain("und\nhell, "),
                    link,
                ]),
                Block::Heading(2, vec![Inline::plain("Folgen")]),
                Block::List(
                    Some(3),
                    vec![
                        vec![Block::Paragraph(vec![Inline::plain("eins")]), Block::Rule],
                        vec![Block::Paragraph(vec![Inline::plain("zwei")])],
                    ],
                ),
                Block::Quote(vec![Block::Paragraph(vec![Inline::plain("Nie!")])]),
                Block::Code(Clean::text("a\n```\nb")),
                Block::Table(vec![
                    vec![vec![Inline::plain("a|b")], vec![Inline::plain("c")]],
                    vec![vec![Inline::plain("d")]],
                ]),
                Block::Figure(Figure {
                    src: Clean::line("https://a.example/b.jpg"),
                    caption: Clean::line("Die Halle"),
                    credit: Clean::line("C. Muster"),
                    alt: Clean::empty(),
                }),
            ],
            ..Article::default()
        };
        let want = "*Brand*\n\n# 1\\. Halle \\*ausgebrannt\\*\n\nKrefeld · Anna Beispiel\n\n\
            Es war **laut** und\\\nhell, [hier](<https://a.example/x>)\n\n## Folgen\n\n\
            3. eins\n\n   ---\n\n4. zwei\n\n> Nie!\n>\n\n````\na\n```\nb\n````\n\n\
            | a\\|b | c |\n| --- | --- |\n| d |  |\n\n\
            ![](<https://a.example/b.jpg>)\\\n*Die Halle (C. Muster)*\n\n(red)\n";
        assert_eq!(body(&article), want);
    }
}
