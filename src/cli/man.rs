//! `umland man`: the manual page, made from the arguments and the table of actions, in the reader's language.

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

/// The manual page: the program and every command, the keys, the files, the exit codes.
fn page(lang: Lang) -> std::io::Result<Vec<u8>> {
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
    let mut text = String::new();
    render_keys(lang, &mut text);
    for section in ["files", "environment", "exit"] {
        text.push_str(&format!(".SH \"{}\"\n", lang.text(&format!("cli-man-{section}-heading"))));
        for line in lang.text(&format!("cli-man-{section}")).lines() {
            let (term, meaning) = line.split_once(" — ").unwrap_or((line, ""));
            text.push_str(&format!(".TP\n\\fB{}\\fR\n{}\n", roff(term), roff(meaning)));
        }
    }
    page.extend_from_slice(text.as_bytes());
    Ok(page)
}

/// A command's section: how it is called, what it does, its options.
fn render_command(command: &clap::Command, path: &str, page: &mut Vec<u8>) -> std::io::Result<()> {
    let path = format!("{path} {}", command.get_name());
    let usage = command.clone().render_usage().to_string();
    let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage);
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    let after = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    let mut text = format!(".SH \"{}\"\n\\fB{}\\fR\n", path.to_uppercase(), roff(usage.trim()));
    for paragraph in [about, after].iter().filter(|words| !words.is_empty()) {
        text.push_str(".PP\n");
        for line in paragraph.lines() {
            text.push_str(&format!("{}\n.br\n", roff(line)));
        }
    }
    for arg in command.get_arguments().filter(|arg| !arg.is_global_set() && arg.get_id() != "help")
    {
        let term = arg.to_string();
        let words = arg.get_help().map(ToString::to_string).unwrap_or_default();
        text.push_str(&format!(".TP\n\\fB{}\\fR\n{}\n", roff(&term), roff(&words)));
    }
    page.extend_from_slice(text.as_bytes());
    for sub in command.get_subcommands() {
        render_command(sub, &path, page)?;
    }
    Ok(())
}

fn render_keys(lang: Lang, text: &mut String) {
    text.push_str(&format!(".SH \"{}\"\n", lang.text("cli-man-keys-heading")));
    for (heading, rows) in keys::table(lang) {
        text.push_str(&format!(".SS \"{}\"\n", roff(&heading)));
        for (keys, words) in rows {
            text.push_str(&format!(".TP\n\\fB{}\\fR\n{}\n", roff(&keys.join(", ")), roff(&words)));
        }
    }
}

/// A text for troff: backslashes, hyphens and leading dots are its own.
fn roff(text: &str) -> String {
    let escaped = text.replace('\\', "\\e").replace('-', "\\-");
    if escaped.starts_with(['.', '\'']) { format!("\\&{escaped}") } else { escaped }
}
