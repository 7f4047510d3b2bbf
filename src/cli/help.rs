//! Help in the reader's language: walks clap's command and gives every command and argument its words.
//!
//! **Invariant:** every command and argument has its message, in both languages (test-checked).

use clap::{Command, CommandFactory};

use super::args::Cli;
use crate::lang::Lang;
use crate::tr;

/// Options that every command has stand after its own.
const LAST: usize = 1000;

/// clap's command with all words in a language.
pub(super) fn command(lang: Lang) -> Command {
    let mut command = Cli::command();
    command.build();
    worded(command, lang, "")
}

/// The id of a command's message: `cli-config-check`; the program itself is `cli-umland`.
fn id(path: &str) -> String {
    if path.is_empty() { "cli-umland".to_owned() } else { format!("cli-{path}") }
}

fn worded(mut command: Command, lang: Lang, path: &str) -> Command {
    let own = id(path);
    let usage = command.render_usage().to_string();
    let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage);
    let template = format!(
        "{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}",
        tr!(lang, "cli-heading-usage")
    );
    command = command
        .about(lang.text(&own))
        .override_usage(
            usage
                .replace("[OPTIONS]", &tr!(lang, "cli-value-options"))
                .replace("COMMAND", &tr!(lang, "cli-value-command")),
        )
        .subcommand_help_heading(tr!(lang, "cli-heading-commands"))
        .help_template(template);
    let more = format!("{own}-more");
    if lang.has(&more) {
        command = command.after_help(lang.text(&more));
    }
    let own = own.clone();
    command = command.mut_args(|arg| {
        let common = matches!(arg.get_id().as_str(), "help" | "version" | "config" | "data_dir");
        let owner = if common { "cli-any" } else { own.as_str() };
        let message = format!("{owner}-{}", arg.get_id()).replace('_', "-");
        let heading =
            if arg.is_positional() { "cli-heading-arguments" } else { "cli-heading-options" };
        let arg = arg.help(lang.text(&message)).help_heading(lang.text(heading)).hide_env(true);
        if common { arg.display_order(LAST) } else { arg }
    });
    let names: Vec<String> = command.get_subcommands().map(|c| c.get_name().to_owned()).collect();
    for name in names {
        let path = if path.is_empty() { name.clone() } else { format!("{path}-{name}") };
        command = command.mut_subcommand(&name, |sub| worded(sub, lang, &path));
    }
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The message ids that stand unresolved in a command.
    fn wordless(command: &Command, found: &mut Vec<String>) {
        let mut check = |words: Option<String>| {
            found.extend(words.filter(|w| w.is_empty() || w.starts_with("cli-")));
        };
        check(Some(command.get_about().map(ToString::to_string).unwrap_or_default()));
        for arg in command.get_arguments() {
            check(Some(arg.get_help().map(ToString::to_string).unwrap_or_default()));
            check(arg.get_help_heading().map(ToOwned::to_owned));
        }
        command.get_subcommands().for_each(|sub| wordless(sub, found));
    }

    #[test]
    fn everything_has_its_words() {
        for lang in Lang::ALL {
            let mut found = Vec::new();
            wordless(&command(*lang), &mut found);
            assert_eq!(found, Vec::<String>::new(), "{lang}");
        }
    }

    #[test]
    fn the_arguments_are_consistent() {
        Cli::command().debug_assert();
        command(Lang::De).debug_assert();
    }
}
