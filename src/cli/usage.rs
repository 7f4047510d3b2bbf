//! What clap says about wrong arguments, in the reader's language.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::lang::Lang;
use crate::tr;

/// Says what is wrong with the arguments and where help is.
pub(super) fn say(fault: &clap::Error, lang: Lang) -> String {
    let of = |kind| fault.get(kind).map(said).unwrap_or_default();
    let (argument, value) = (of(ContextKind::InvalidArg), of(ContextKind::InvalidValue));
    let mut text = match fault.kind() {
        ErrorKind::InvalidSubcommand => {
            tr!(lang, "cli-usage-command", command = of(ContextKind::InvalidSubcommand))
        }
        ErrorKind::UnknownArgument => tr!(lang, "cli-usage-unknown", argument = argument),
        ErrorKind::MissingRequiredArgument => tr!(lang, "cli-usage-missing", argument = argument),
        ErrorKind::ArgumentConflict => {
            let other = of(ContextKind::PriorArg);
            tr!(lang, "cli-usage-conflict", argument = argument, other = other)
        }
        ErrorKind::InvalidValue if value.is_empty() => {
            tr!(lang, "cli-usage-no-value", argument = argument)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            tr!(lang, "cli-usage-value", argument = argument, value = value)
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            tr!(lang, "cli-usage-no-command")
        }
        _ => tr!(lang, "cli-usage-other"),
    };
    let choices = of(ContextKind::ValidValue);
    if !choices.is_empty() {
        text = format!("{text} {}", tr!(lang, "cli-usage-choices", choices = choices));
    }
    let meant =
        [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
            .into_iter()
            .find_map(|kind| fault.get(kind).and_then(likeliest));
    if let Some(meant) = meant {
        text = format!("{text} {}", tr!(lang, "cli-usage-meant", word = meant));
    }
    format!("{text}\n{}", tr!(lang, "cli-usage-help"))
}

/// clap's suggestions come with the likeliest last.
fn likeliest(value: &ContextValue) -> Option<String> {
    match value {
        ContextValue::Strings(many) => many.last().cloned(),
        other => Some(other.to_string()),
    }
}

fn said(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(many) => many.join(", "),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::help;

    #[test]
    fn faults_are_said_in_both_languages() {
        let cases: &[(&[&str], &str, &str)] = &[
            (
                &["fecth"],
                "There is no command \"fecth\". Did you mean \"fetch\"?",
                "Den Befehl „fecth“ gibt es nicht. Ist „fetch“ gemeint?",
            ),
            (
                &["list", "--jsn"],
                "There is no option \"--jsn\". Did you mean \"--json\"?",
                "Die Option „--jsn“ gibt es nicht. Ist „--json“ gemeint?",
            ),
            (&["show"], "Missing: <ID>.", "Es fehlt: <ID>."),
            (&["show", "x"], "\"x\" does not fit <ID>.", "„x“ passt nicht zu <ID>."),
            (
                &["show", "1", "--format", "pdf"],
                "\"pdf\" does not fit --format <FORMAT>. Possible: text, markdown, html, json.",
                "„pdf“ passt nicht zu --format <FORMAT>. Möglich: text, markdown, html, json.",
            ),
            (&["list", "--limit"], "--limit <N> needs a value.", "--limit <N> braucht einen Wert."),
            (&["config"], "A command is missing.", "Es fehlt ein Befehl."),
        ];
        for (arguments, english, german) in cases {
            for (lang, want) in [(Lang::En, english), (Lang::De, german)] {
                let typed = ["umland"].iter().chain(*arguments);
                let fault = help::command(lang).try_get_matches_from(typed).expect_err("a fault");
                let said = say(&fault, lang);
                assert_eq!(said.lines().next(), Some(*want), "{arguments:?}");
            }
        }
    }
}
