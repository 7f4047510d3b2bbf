//! A value of `[ui]` or another plain table, cut into the text of a configuration; every other byte stays as it was.

use toml_edit::{Document, Table};

use super::splice::{eol, line_end, line_start};

/// The text with another value for a key, which is a value as TOML writes it; a missing key, or table, is added. None
/// when the table is written in a form that cannot be cut into, or what comes out does not say what was meant.
pub(super) fn set(text: &str, table: &str, key: &str, value: &str) -> Option<String> {
    let document = Document::parse(text).ok()?;
    let after = match document.get(table) {
        None => with_table(text, table, key, value),
        Some(item) => in_table(text, item.as_table()?, key, value)?,
    };
    let read = Document::parse(after.as_str()).ok()?;
    let found = read.get(table)?.as_table()?.get(key)?.as_value()?;
    let stripped = |value: &str| value.trim().to_owned();
    (stripped(&found.to_string()).starts_with(&stripped(value))).then_some(after)
}

fn in_table(text: &str, table: &Table, key: &str, value: &str) -> Option<String> {
    let mut out = text.to_owned();
    if let Some(item) = table.get(key) {
        out.replace_range(item.as_value()?.span()?, value);
        return Some(out);
    }
    let own = table.iter().filter_map(|(_, item)| item.as_value()?.span());
    let last = own.map(|span| span.end).max();
    // Behind its last value, else behind its header.
    let header = || table.span().filter(|span| text[span.clone()].starts_with('['));
    let behind = last.or_else(|| header().map(|span| span.start))?;
    let at = line_end(text, behind);
    let indent = last.map_or("", |last| indent(text, last));
    let line = format!("{indent}{key} = {value}");
    if text[..at].ends_with('\n') {
        out.insert_str(at, &(line + eol(text)));
    } else {
        out.insert_str(at, &format!("{}{line}", eol(text)));
    }
    Some(out)
}

fn with_table(text: &str, table: &str, key: &str, value: &str) -> String {
    let eol = eol(text);
    let mut out = text.to_owned();
    if !out.is_empty() && !out.ends_with('\n') {
        out.push_str(eol);
    }
    if !out.is_empty() && !out.ends_with(&format!("{eol}{eol}")) {
        out.push_str(eol);
    }
    out + &format!("[{table}]{eol}{key} = {value}{eol}")
}

/// The blanks before the line that a place stands in.
fn indent(text: &str, at: usize) -> &str {
    let line = &text[line_start(text, at)..];
    &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_changed_where_it_stands() {
        let text =
            "# mine\n[ui]\ntheme = \"dark\" # by night\nmeasure = 60\n\n[[feeds]]\nurl = \"a\"\n";
        let want = text.replace("\"dark\"", "\"mono\"");
        assert_eq!(set(text, "ui", "theme", "\"mono\""), Some(want));
    }

    #[test]
    fn a_key_joins_its_table() {
        for (text, want) in [
            (
                "[ui]\nmeasure = 60 # wide\n\n[home]\n",
                "[ui]\nmeasure = 60 # wide\ntheme = \"x\"\n\n[home]\n",
            ),
            ("[ui]\n# nothing yet\n", "[ui]\ntheme = \"x\"\n# nothing yet\n"),
            ("[ui]", "[ui]\ntheme = \"x\""),
            ("[ui]\r\n  measure = 60\r\n", "[ui]\r\n  measure = 60\r\n  theme = \"x\"\r\n"),
            ("", "[ui]\ntheme = \"x\"\n"),
            ("# mine", "# mine\n\n[ui]\ntheme = \"x\"\n"),
            ("[home]\n\n", "[home]\n\n[ui]\ntheme = \"x\"\n"),
        ] {
            assert_eq!(set(text, "ui", "theme", "\"x\"").as_deref(), Some(want), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_cut_into_is_left_alone() {
        assert_eq!(set("ui = { theme = \"dark\" }\n", "ui", "measure", "60"), None);
        assert_eq!(set("ui = 3\n", "ui", "measure", "60"), None);
        assert_eq!(set("[ui\n", "ui", "measure", "60"), None);
    }
}
