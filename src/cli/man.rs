//! `umland man`: the manual page, made from the arguments and the table of actions, in the reader's language.

use std::io::{self, Write};

use super::exit::{Exit, Result};
use super::help;
use super::keys;
use super::out::Out;
use super::world::World;
use crate::lang::Lang;

pub(super) fn run(world: &World, out: &mut Out) -> Result {
    out.raw(&page(world.lang)?)?;
    Ok(Exit::Well)
}

/// The page: the program and every command, the keys, the files, the exit codes.
fn page(lang: Lang) -> io::Result<Vec<u8>> {
    let command = help::command(lang);
    let man = clap_mangen::Man::new(command.clone()).section("1");
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    for sub in command.get_subcommands() {
        render_command(sub, "umland", &mut page)?;
    }
    render_keys(lang, &mut page)?;
    for section in ["files", "environment", "exit"] {
        writeln!(page, ".SH \"{}\"", lang.text(&format!("cli-man-{section}-heading")))?;
        for line in lang.text(&format!("cli-man-{section}")).lines() {
            let (term, meaning) = line.split_once(" — ").unwrap_or((line, ""));
            item(term, meaning, &mut page)?;
        }
    }
    Ok(page)
}

/// A command's section: how it is called, what it does, its options.
fn render_command(command: &clap::Command, path: &str, page: &mut Vec<u8>) -> io::Result<()> {
    let path = format!("{path} {}", command.get_name());
    let usage = command.clone().render_usage().to_string();
    let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage);
    writeln!(page, ".SH \"{}\"\n\\fB{}\\fR", path.to_uppercase(), roff(usage.trim()))?;
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    let after = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    for line in about.lines().chain(after.lines()) {
        writeln!(page, ".PP\n{}", roff(line))?;
    }
    for arg in command.get_arguments() {
        if !arg.is_global_set() && arg.get_id() != "help" {
            let words = arg.get_help().map(ToString::to_string).unwrap_or_default();
            item(&arg.to_string(), &words, page)?;
        }
    }
    command.get_subcommands().try_for_each(|sub| render_command(sub, &path, page))
}

fn render_keys(lang: Lang, page: &mut Vec<u8>) -> io::Result<()> {
    writeln!(page, ".SH \"{}\"", lang.text("cli-man-keys-heading"))?;
    for (heading, rows) in keys::table(lang) {
        writeln!(page, ".SS \"{}\"", roff(&heading))?;
        for (keys, words) in rows {
            item(&keys.join(", "), &words, page)?;
        }
    }
    Ok(())
}

/// A term and its meaning.
fn item(term: &str, meaning: &str, page: &mut Vec<u8>) -> io::Result<()> {
    writeln!(page, ".TP\n\\fB{}\\fR\n{}", roff(term), roff(meaning))
}

/// A text for troff: backslashes, hyphens and leading dots are its own.
fn roff(text: &str) -> String {
    let escaped = text.replace('\\', "\\e").replace('-', "\\-");
    if escaped.starts_with(['.', '\'']) { format!("\\&{escaped}") } else { escaped }
}
