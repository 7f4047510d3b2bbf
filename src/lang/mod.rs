//! Every visible text, in English and German, by Project Fluent. The texts stand in `assets/lang/<language>/*.ftl`.
//!
//! **Invariant:** every message exists in every language with the same variables (test-checked below).

use std::fmt;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// German.
    De,
}

/// A value that a message may name.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A text.
    Text(String),
    /// A number; Fluent chooses the plural by it.
    Number(i64),
}

macro_rules! sources {
    ($language:literal) => {
        &[
            include_str!(concat!("../../assets/lang/", $language, "/actions.ftl")),
            include_str!(concat!("../../assets/lang/", $language, "/app.ftl")),
            include_str!(concat!("../../assets/lang/", $language, "/cli.ftl")),
            include_str!(concat!("../../assets/lang/", $language, "/command.ftl")),
            include_str!(concat!("../../assets/lang/", $language, "/config.ftl")),
            include_str!(concat!("../../assets/lang/", $language, "/doctor.ftl")),
            include_str!(concat!("../../assets/lang/", $language, "/faults.ftl")),
            include_str!(concat!("../../assets/lang/", $language, "/place.ftl")),
            include_str!(concat!("../../assets/lang/", $language, "/query.ftl")),
            include_str!(concat!("../../assets/lang/", $language, "/warnings.ftl")),
        ]
    };
}

const EN: &[&str] = sources!("en");
const DE: &[&str] = sources!("de");

type Bundle = FluentBundle<FluentResource>;

static EN_BUNDLE: LazyLock<Bundle> = LazyLock::new(|| bundle("en", EN));
static DE_BUNDLE: LazyLock<Bundle> = LazyLock::new(|| bundle("de", DE));

fn bundle(language: &str, sources: &[&str]) -> Bundle {
    let id: LanguageIdentifier = language.parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(false); // the isolation marks are bidi controls: they never reach the terminal
    for source in sources {
        // A broken message is dropped, the rest stays; the tests below hold that none is broken.
        let resource = match FluentResource::try_new((*source).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

impl Lang {
    /// Every language.
    pub const ALL: &'static [Self] = &[Self::En, Self::De];

    /// The language of a POSIX locale name such as `de_AT.UTF-8`; English when it is neither.
    pub fn from_locale(locale: &str) -> Self {
        if locale.get(..2).is_some_and(|l| l.eq_ignore_ascii_case("de")) {
            Self::De
        } else {
            Self::En
        }
    }

    /// Its tag, `en` or `de`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::De => "de",
        }
    }

    /// The text of a message without variables; the id itself when there is no such message.
    pub fn text(self, id: &str) -> String {
        self.format(id, &[])
    }

    /// Whether there is such a message.
    pub fn has(self, id: &str) -> bool {
        self.bundle().has_message(id)
    }

    /// The text of a message with its variables filled in; the id itself when there is no such message.
    pub fn format(self, id: &str, variables: &[(&'static str, Value)]) -> String {
        let bundle = self.bundle();
        let Some(pattern) = bundle.get_message(id).and_then(|m| m.value()) else {
            return id.to_owned();
        };
        let mut args = FluentArgs::new();
        for (name, value) in variables {
            args.set(*name, FluentValue::from(value));
        }
        let mut faults = Vec::new();
        bundle.format_pattern(pattern, Some(&args), &mut faults).into_owned()
    }

    fn bundle(self) -> &'static Bundle {
        match self {
            Self::En => &EN_BUNDLE,
            Self::De => &DE_BUNDLE,
        }
    }
}

impl<'a> From<&'a Value> for FluentValue<'a> {
    fn from(value: &'a Value) -> Self {
        match value {
            Value::Text(text) => FluentValue::from(text.as_str()),
            Value::Number(n) => FluentValue::from(*n),
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

macro_rules! number_values {
    ($($type:ty),+) => {
        $(impl From<$type> for Value {
            fn from(n: $type) -> Self {
                Self::Number(i64::try_from(n).unwrap_or(i64::MAX))
            }
        })+
    };
}

number_values!(i64, i32, u16, u32, u64, usize);

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

/// `tr!(lang, "id", name = value, …)`: a message in a language.
#[macro_export]
macro_rules! tr {
    ($lang:expr, $id:expr $(, $name:ident = $value:expr)* $(,)?) => {
        $lang.format($id, &[$((stringify!($name), $crate::lang::Value::from($value))),*])
    };
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    /// Message id → names of its variables, by a plain reading of the source.
    fn messages(sources: &[&str]) -> BTreeMap<String, BTreeSet<String>> {
        let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut current = String::new();
        for line in sources.iter().flat_map(|s| s.lines()) {
            if line.starts_with(|c: char| c.is_ascii_lowercase()) {
                let (id, _) = line.split_once('=').expect(line);
                current = id.trim().to_owned();
                assert!(
                    found.insert(current.clone(), BTreeSet::new()).is_none(),
                    "{current} stands twice"
                );
            }
            for variable in line.split('$').skip(1) {
                let end = variable
                    .find(|c: char| !(c.is_alphanumeric() || c == '_'))
                    .unwrap_or(variable.len());
                found.get_mut(&current).expect(line).insert(variable[..end].to_owned());
            }
        }
        found
    }

    #[test]
    fn every_source_parses() {
        for source in EN.iter().chain(DE) {
            if let Err((_, faults)) = FluentResource::try_new((*source).to_owned()) {
                assert!(faults.is_empty(), "{faults:?}");
            }
        }
    }

    #[test]
    fn both_languages_have_the_same_messages() {
        assert_eq!(messages(EN), messages(DE));
    }

    #[test]
    fn locales_choose_the_language() {
        for (locale, want) in
            [("de_AT.UTF-8", Lang::De), ("DE", Lang::De), ("C", Lang::En), ("", Lang::En)]
        {
            assert_eq!(Lang::from_locale(locale), want, "{locale}");
        }
    }

    #[test]
    fn plurals_follow_the_number() {
        assert_eq!(tr!(Lang::De, "count-new", n = 1), "1 neuer Beitrag");
        assert_eq!(tr!(Lang::En, "count-new", n = 3), "3 new entries");
    }
}
