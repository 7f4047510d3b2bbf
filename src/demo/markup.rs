//! The body markup of the sources, and how it becomes HTML: paragraphs, `##` subheadings, lists, quotes, tables,
//! `**strong**` and `[links](address)`.

use std::fmt::Write as _;

/// Escapes text for HTML and XML.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The blocks of a body, separated by blank lines.
pub(crate) fn blocks(body: &str) -> Vec<&str> {
    body.split("\n\n").map(str::trim).filter(|block| !block.is_empty()).collect()
}

/// Sets blocks as HTML, a block a line.
pub(crate) fn html(blocks: &[&str]) -> String {
    blocks.iter().map(|block| html_block(block)).collect::<Vec<_>>().join("\n")
}

fn html_block(block: &str) -> String {
    if let Some(heading) = block.strip_prefix("## ") {
        return format!("<h2>{}</h2>", inline(heading));
    }
    if block.starts_with("- ") {
        return list("ul", block.lines().map(|line| line.trim_start_matches("- ")));
    }
    if block.starts_with("1. ") {
        let items = block.lines().map(|line| line.split_once(". ").map_or(line, |(_, text)| text));
        return list("ol", items);
    }
    if block.starts_with("> ") {
        let quoted: Vec<&str> = block.lines().map(|line| line.trim_start_matches("> ")).collect();
        return format!("<blockquote><p>{}</p></blockquote>", inline(&quoted.join(" ")));
    }
    if block.starts_with('|') {
        return table(block);
    }
    format!("<p>{}</p>", block.lines().map(inline).collect::<Vec<_>>().join("<br>"))
}

fn list<'a>(tag: &str, items: impl Iterator<Item = &'a str>) -> String {
    let items: String = items.fold(String::new(), |mut out, item| {
        let _ = write!(out, "<li>{}</li>", inline(item)); // writing to a String cannot fail
        out
    });
    format!("<{tag}>{items}</{tag}>")
}

fn table(block: &str) -> String {
    let mut out = String::from("<table>");
    for (n, row) in block.lines().enumerate() {
        let tag = if n == 0 { "th" } else { "td" };
        out.push_str("<tr>");
        for cell in row.trim_matches('|').split('|') {
            let _ = write!(out, "<{tag}>{}</{tag}>", inline(cell.trim()));
        }
        out.push_str("</tr>");
    }
    out + "</table>"
}

/// Sets the text of a block.
fn inline(text: &str) -> String {
    let escaped = escape(text).replace("&quot;", "\"");
    let mut out = String::new();
    for (n, part) in escaped.split("**").enumerate() {
        let part = links(part);
        if n % 2 == 1 {
            let _ = write!(out, "<strong>{part}</strong>");
        } else {
            out.push_str(&part);
        }
    }
    out
}

fn links(text: &str) -> String {
    let Some((head, (label, (address, tail)))) = text.split_once('[').and_then(|(head, rest)| {
        let (label, rest) = rest.split_once("](")?;
        Some((head, (label, rest.split_once(')')?)))
    }) else {
        return text.to_owned();
    };
    format!("{head}<a href=\"{address}\">{label}</a>{}", links(tail))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_become_html() {
        let cases = [
            ("Eins & zwei", "<p>Eins &amp; zwei</p>"),
            ("## Wie weiter?", "<h2>Wie weiter?</h2>"),
            ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
            ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"),
            ("> Das\n> geht", "<blockquote><p>Das geht</p></blockquote>"),
            (
                "| A | B |\n| 1 | 2 |",
                "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>",
            ),
            ("**fett** und [mehr](/x)", "<p><strong>fett</strong> und <a href=\"/x\">mehr</a></p>"),
            ("eine\nzwei", "<p>eine<br>zwei</p>"),
            ("„[…]“ (x)", "<p>„[…]“ (x)</p>"),
        ];
        for (source, want) in cases {
            assert_eq!(html(&blocks(source)), want);
        }
    }
}
