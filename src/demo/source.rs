//! Reads the edition's own source format, described in `assets/demo/README.md`: entries with named fields and a body.

use std::collections::BTreeMap;

/// One entry as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Source {
    /// Its name, part of its address.
    pub(crate) slug: String,
    /// Age in minutes of waking time.
    pub(crate) age: i64,
    fields: BTreeMap<String, String>,
    /// The body in the edition's markup.
    pub(crate) body: String,
}

/// What is wrong in a source text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {what}")]
pub(crate) struct SourceError {
    line: usize,
    what: String,
}

const FIELDS: &[&str] = &[
    "access", "age", "author", "caption", "contact", "credit", "day", "feeds", "kicker", "note",
    "place", "sign", "tags", "teaser", "title", "updated",
];

impl Source {
    /// A field; empty when it was not written.
    pub(crate) fn field(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", String::as_str)
    }

    /// The parts of a field that lists things, separated by commas.
    pub(crate) fn list(&self, name: &str) -> Vec<String> {
        let parts = self.field(name).split(',').map(str::trim);
        parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
    }

    /// The age in minutes of the day that the text counts its days from: its own, unless another was written.
    pub(crate) fn day(&self) -> i64 {
        minutes(self.field("day")).unwrap_or(self.age)
    }

    /// The age in minutes at which the entry was changed, when it was.
    pub(crate) fn updated(&self) -> Option<i64> {
        minutes(self.field("updated"))
    }
}

/// Reads all entries of a source text.
pub(crate) fn read(text: &str) -> Result<Vec<Source>, SourceError> {
    let mut found: Vec<Source> = Vec::new();
    let mut in_body = false;
    for (index, line) in text.lines().enumerate() {
        let fault = |what: &str| SourceError { line: index + 1, what: what.to_owned() };
        if let Some(slug) = line.strip_prefix("=== ") {
            let slug = slug.trim().to_owned();
            found.push(Source { slug, age: 0, fields: BTreeMap::new(), body: String::new() });
            in_body = false;
            continue;
        }
        let Some(entry) = found.last_mut() else {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            return Err(fault("text before the first entry"));
        };
        if in_body {
            entry.body.push_str(line);
            entry.body.push('\n');
        } else if line.is_empty() {
            in_body = true;
        } else {
            let (name, value) = line.split_once(':').ok_or_else(|| fault("no field"))?;
            if !FIELDS.contains(&name) {
                return Err(fault("unknown field"));
            }
            let value = value.trim().to_owned();
            if name == "age" {
                entry.age = minutes(&value).ok_or_else(|| fault("an age is hours:minutes"))?;
            }
            entry.fields.insert(name.to_owned(), value);
        }
    }
    Ok(found)
}

/// Minutes of "12:40".
fn minutes(text: &str) -> Option<i64> {
    let (hours, minutes) = text.split_once(':')?;
    Some(hours.trim().parse::<i64>().ok()? * 60 + minutes.parse::<i64>().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_has_fields_and_a_body() {
        let text = "# remark\n=== a-b\ntitle: Zoo: neue Otter\nage: 2:05\ntags: Zoo, Tiere\n\nEins.\n\n== zwei\n";
        let found = read(text).unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].slug.as_str(), found[0].age), ("a-b", 125));
        assert_eq!(found[0].field("title"), "Zoo: neue Otter");
        assert_eq!(found[0].list("tags"), ["Zoo", "Tiere"]);
        assert_eq!(found[0].body, "Eins.\n\n== zwei\n");
    }

    #[test]
    fn faults_name_their_line() {
        let cases = [
            ("stray\n", "line 1: text before the first entry"),
            ("=== a\ntitel: x\n", "line 2: unknown field"),
            ("=== a\nage: soon\n", "line 2: an age is hours:minutes"),
            ("=== a\nno field\n", "line 2: no field"),
        ];
        for (text, want) in cases {
            assert_eq!(read(text).unwrap_err().to_string(), want);
        }
    }
}
