//! What a page says of its article in JSON-LD (schema.org `Article` and its kinds).

use serde_json::Value;

/// The article of a page's JSON-LD.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Described {
    pub(super) headline: String,
    pub(super) alternative_headline: String,
    pub(super) description: String,
    pub(super) authors: Vec<String>,
    pub(super) published: String,
    pub(super) image: String,
    pub(super) body: String,
    pub(super) publisher: String,
    pub(super) language: String,
    /// `isAccessibleForFree`.
    pub(super) free: Option<bool>,
}

const MAX_DEPTH: usize = 12;

/// The first article that any of the scripts describes; later ones fill its gaps when they have the same headline.
pub(super) fn read(scripts: &[String]) -> Option<Described> {
    let mut found: Option<Described> = None;
    for script in scripts {
        let Some(value) = parse(script) else { continue };
        let mut articles = Vec::new();
        collect(&value, &mut articles, 0);
        for article in articles {
            let described = describe(article);
            match &mut found {
                None => found = Some(described),
                Some(first)
                    if described.headline == first.headline || first.headline.is_empty() =>
                {
                    first.fill(described);
                }
                Some(_) => {}
            }
        }
    }
    found
}

/// Reads a script; raw line breaks inside strings, which some publishers leave, are forgiven.
fn parse(script: &str) -> Option<Value> {
    let script = script.trim().trim_start_matches("<!--").trim_end_matches("-->");
    let script = script
        .trim_start_matches("//<![CDATA[")
        .trim_end_matches("//]]>")
        .trim()
        .trim_end_matches(';');
    if let Ok(value) = serde_json::from_str(script) {
        return Some(value);
    }
    let without_controls: String =
        script.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    serde_json::from_str(&without_controls).ok()
}

fn collect<'a>(value: &'a Value, found: &mut Vec<&'a Value>, depth: usize) {
    if depth > MAX_DEPTH {
        return;
    }
    match value {
        Value::Array(values) => values.iter().for_each(|value| collect(value, found, depth + 1)),
        Value::Object(map) => {
            if is_article(value) {
                found.push(value);
            }
            for name in ["@graph", "mainEntity", "mainEntityOfPage", "hasPart", "item"] {
                if let Some(inner) = map.get(name) {
                    collect(inner, found, depth + 1);
                }
            }
        }
        _ => {}
    }
}

fn is_article(value: &Value) -> bool {
    let is_kind = |kind: &Value| {
        kind.as_str().is_some_and(|kind| {
            let kind = kind.rsplit('/').next().unwrap_or(kind);
            kind.ends_with("Article")
                || kind.ends_with("BlogPosting")
                || kind == "LiveBlogPosting"
                || kind == "Report"
        })
    };
    match value.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(is_kind),
        Some(kind) => is_kind(kind),
        None => false,
    }
}

fn describe(value: &Value) -> Described {
    let text = |name: &str| value.get(name).map(first_text).unwrap_or_default();
    let mut authors = Vec::new();
    for name in ["author", "creator"] {
        if let Some(people) = value.get(name).filter(|_| authors.is_empty()) {
            names(people, &mut authors);
        }
    }
    Described {
        headline: text("headline"),
        alternative_headline: text("alternativeHeadline"),
        description: text("description"),
        authors,
        published: text("datePublished"),
        image: value
            .get("image")
            .or_else(|| value.get("thumbnailUrl"))
            .map(address)
            .unwrap_or_default(),
        body: text("articleBody"),
        publisher: value
            .get("publisher")
            .and_then(|p| p.get("name"))
            .map(first_text)
            .unwrap_or_default(),
        language: text("inLanguage"),
        free: value.get("isAccessibleForFree").and_then(truth),
    }
}

impl Described {
    fn fill(&mut self, other: Self) {
        let pairs = [
            (&mut self.headline, other.headline),
            (&mut self.alternative_headline, other.alternative_headline),
            (&mut self.description, other.description),
            (&mut self.published, other.published),
            (&mut self.image, other.image),
            (&mut self.body, other.body),
            (&mut self.publisher, other.publisher),
            (&mut self.language, other.language),
        ];
        for (own, new) in pairs {
            if own.is_empty() {
                *own = new;
            }
        }
        if self.authors.is_empty() {
            self.authors = other.authors;
        }
        self.free = self.free.or(other.free);
    }
}

/// The names of a person, of an organisation, or of several.
fn names(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(name) => found.push(name.clone()),
        Value::Array(values) => values.iter().for_each(|value| names(value, found)),
        Value::Object(map) => {
            if let Some(name) = map.get("name") {
                names(name, found);
            }
        }
        _ => {}
    }
}

fn first_text(value: &Value) -> String {
    match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Array(values) => {
            let texts: Vec<String> =
                values.iter().map(first_text).filter(|t| !t.is_empty()).collect();
            texts.join("\n\n")
        }
        Value::Object(map) => ["name", "@value", "text"]
            .iter()
            .find_map(|n| map.get(*n))
            .map(first_text)
            .unwrap_or_default(),
        _ => String::new(),
    }
}

fn address(value: &Value) -> String {
    match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Array(values) => values.first().map(address).unwrap_or_default(),
        Value::Object(map) => {
            ["url", "contentUrl"].iter().find_map(|n| map.get(*n)).map(address).unwrap_or_default()
        }
        _ => String::new(),
    }
}

fn truth(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(truth) => Some(*truth),
        Value::String(text) => match text.to_ascii_lowercase().as_str() {
            "true" | "http://schema.org/true" | "https://schema.org/true" => Some(true),
            "false" | "http://schema.org/false" | "https://schema.org/false" => Some(false),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_in_a_graph_is_found() {
        let script = r#"{"@graph":[{"@type":"WebPage"},{"@type":["NewsArticle"],"headline":"Neue Brücke",
            "author":[{"@type":"Person","name":"Mia Beispiel"},{"name":"Tom Muster"}],
            "image":{"url":"https://example.org/a.jpg"},"isAccessibleForFree":"False"}]}"#;
        let found = read(&[script.to_owned()]).expect("an article");
        assert_eq!(found.headline, "Neue Brücke");
        assert_eq!(found.authors, ["Mia Beispiel", "Tom Muster"]);
        assert_eq!((found.image.as_str(), found.free), ("https://example.org/a.jpg", Some(false)));
    }

    #[test]
    fn line_breaks_in_strings_are_forgiven() {
        let script = "{\"@type\":\"Article\",\"headline\":\"Ein\nBruch\"}";
        assert_eq!(read(&[script.to_owned()]).expect("an article").headline, "Ein Bruch");
        assert_eq!(read(&["{".to_owned()]), None);
    }
}
