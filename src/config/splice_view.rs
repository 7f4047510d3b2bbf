//! A saved view, cut into the text of a configuration behind the last one; every other byte stays as it was.

use toml_edit::Document;

use super::splice::{ends_with_blank_line, eol, last_byte, line_end, quoted};

/// The text with another `[[views]]` table. None when the views are written in a form that cannot be cut into.
pub(super) fn with_view(text: &str, name: &str, query: &str) -> Option<String> {
    let document = Document::parse(text).ok()?;
    let last = match document.get("views") {
        None => None,
        Some(item) => item.as_array_of_tables()?.iter().last().map(last_byte),
    };
    let eol = eol(text);
    let (before, after) = text.split_at(last.map_or(text.len(), |last| line_end(text, last)));
    let mut out = before.to_owned();
    if !out.is_empty() && !out.ends_with('\n') {
        out.push_str(eol);
    }
    if !out.is_empty() && !ends_with_blank_line(&out) {
        out.push_str(eol);
    }
    for line in
        ["[[views]]", &format!("name = {}", quoted(name)), &format!("query = {}", quoted(query))]
    {
        out.push_str(line);
        out.push_str(eol);
    }
    if !after.is_empty() && !after.starts_with(eol) {
        out.push_str(eol);
    }
    Some(out + after)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn views(text: &str) -> Option<usize> {
        let document = Document::parse(text).ok()?;
        Some(document.get("views")?.as_array_of_tables()?.len())
    }

    #[test]
    fn a_view_joins_the_others_or_the_end() {
        let new = "[[views]]\nname = \"Brand\"\nquery = \"halle linn\"\n";
        for (text, want) in [
            ("", new.to_owned()),
            ("# mine", format!("# mine\n\n{new}")),
            ("[ui]\nmeasure = 60\n", format!("[ui]\nmeasure = 60\n\n{new}")),
            (
                "[[views]]\nquery = \"unread\" # all\n\n# keys\n[keys]\n",
                format!("[[views]]\nquery = \"unread\" # all\n\n{new}\n# keys\n[keys]\n"),
            ),
        ] {
            let got = with_view(text, "Brand", "halle linn").expect(text);
            assert_eq!(got, want);
            assert_eq!(views(&got), Some(views(text).unwrap_or(0) + 1));
        }
        let windows = with_view("[ui]\r\n", "a", "b").expect("a table");
        assert!(!windows.replace("\r\n", "").contains('\n'), "{windows:?}");
        assert_eq!(with_view("views = []\n", "a", "b"), None);
    }
}
