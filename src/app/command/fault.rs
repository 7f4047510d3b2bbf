//! What is wrong with a line, where, and what was probably meant.

use crate::lang::{Lang, Value};

/// What is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// There is no such command.
    Command,
    /// Several commands begin so.
    Several,
    /// That is no count.
    Count,
    /// Nothing may stand there.
    Superfluous,
    /// Something is missing.
    Missing,
    /// There is no such setting.
    Setting,
    /// The setting cannot be that.
    Value,
    /// There is no such theme.
    Theme,
    /// The theme's file is faulty.
    FaultyTheme,
    /// There is no such feed or folder.
    Place,
    /// Several feeds or folders are called so.
    Places,
}

impl What {
    /// Everything that can be wrong.
    pub const ALL: &'static [Self] = &[
        Self::Command,
        Self::Several,
        Self::Count,
        Self::Superfluous,
        Self::Missing,
        Self::Setting,
        Self::Value,
        Self::Theme,
        Self::FaultyTheme,
        Self::Place,
        Self::Places,
    ];

    /// The message id.
    fn id(self) -> &'static str {
        match self {
            Self::Command => "command-fault-command",
            Self::Several => "command-fault-several",
            Self::Count => "command-fault-count",
            Self::Superfluous => "command-fault-superfluous",
            Self::Missing => "command-fault-missing",
            Self::Setting => "command-fault-setting",
            Self::Value => "command-fault-value",
            Self::Theme => "command-fault-theme",
            Self::FaultyTheme => "command-fault-faulty-theme",
            Self::Place => "command-fault-place",
            Self::Places => "command-fault-places",
        }
    }
}

/// A fault of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where, in letters from the start of the line.
    pub at: usize,
    /// What.
    pub what: What,
    /// The word.
    pub word: String,
    /// The word that is known and near, or those that it may be.
    pub near: Option<String>,
}

impl Fault {
    /// A fault at a word.
    pub fn new(at: usize, what: What, word: &str) -> Self {
        Self { at, what, word: word.to_owned(), near: None }
    }

    /// The same, with what was probably meant.
    #[must_use]
    pub fn near(self, near: Option<&str>) -> Self {
        Self { near: near.map(str::to_owned), ..self }
    }

    /// The same, further to the right.
    #[must_use]
    pub fn shifted(self, by: usize) -> Self {
        Self { at: self.at + by, ..self }
    }

    /// Says it.
    pub fn say(&self, lang: Lang) -> String {
        let near = self.near.as_deref().unwrap_or_default();
        let values = [("word", Value::from(self.word.as_str())), ("near", Value::from(near))];
        let said = lang.format(self.what.id(), &values);
        let suggested = match self.what {
            What::Command | What::Setting | What::Theme | What::Place if !near.is_empty() => {
                lang.format("command-fault-near", &[("near", Value::from(near))])
            }
            _ => String::new(),
        };
        let at = Value::from(self.at + 1);
        let place = lang.format("command-fault-at", &[("at", at)]);
        format!("{place} {said}{suggested}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_has_words_in_every_language() {
        for what in What::ALL {
            for lang in Lang::ALL {
                assert!(lang.has(what.id()), "{} in {lang}", what.id());
            }
        }
    }

    #[test]
    fn a_fault_says_where_what_and_which_word_is_near() {
        let fault = Fault::new(6, What::Theme, "mnoo").near(Some("mono"));
        assert_eq!(
            fault.say(Lang::En),
            "At character 7: there is no theme “mnoo”; did you mean “mono”?"
        );
        assert_eq!(
            fault.say(Lang::De),
            "Bei Zeichen 7: Ein Farbschema „mnoo“ gibt es nicht – „mono“?"
        );
    }
}
