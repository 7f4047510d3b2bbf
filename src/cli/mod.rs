//! The command line: arguments, headless commands, output, exit codes.
//!
//! stdout is data, stderr is talk. Exit codes: 0 all well, 1 done with faults of feeds or nothing found, 2 usage,
//! configuration or store.

mod add;
mod args;
mod backup;
mod catalogue;
mod completions;
mod config;
mod doctor;
mod exit;
mod export;
mod extract;
mod fault;
mod fetch;
mod health;
mod help;
mod hosts;
mod houses;
mod import;
mod init;
pub mod keys;
mod list;
mod locate;
mod log;
mod man;
mod mark;
mod near;
mod network;
mod out;
mod parse;
mod places;
mod plain;
mod progress;
mod query;
mod reader;
mod remove;
mod resolve;
mod rules;
mod search;
mod show;
mod status;
mod undo;
mod usage;
mod values;
mod world;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;
use clap::error::ErrorKind;

use args::{Cli, Command};
use exit::{Failure, Result};
use out::{Out, talk};
use world::World;

/// Runs the program with its arguments, the first of which is its own name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = help_as_option(arguments.into_iter().collect());
    let cli = match Cli::try_parse_from(&arguments) {
        Ok(cli) => cli,
        Err(fault) => return not_understood(&arguments, &fault),
    };
    let ahead = cli.command.is_none().then(|| {
        world::warm_up();
        world::open_ahead(cli.config.clone(), cli.data_dir.clone())
    });
    let world = match World::new(cli.config, cli.data_dir) {
        Ok(world) => world,
        Err(failure) => return failed(&failure, world::locale_language()),
    };
    world.ahead.set(ahead.flatten());
    log::begin(&world.paths.data);
    quiet_guarded_panics();
    let mut out = Out::new(world.colours);
    let plain = cli.plain || world::is_dumb();
    let done = dispatch(cli.command, plain, &world, &mut out);
    let done = done.and_then(|exit| out.flush().map(|()| exit).map_err(Failure::from));
    match done {
        Ok(exit) => exit.code(),
        Err(failure) => {
            // What was written before the failure is still wanted, by whoever is still there.
            let _ = out.flush();
            failed(&failure, world.lang)
        }
    }
}

fn dispatch(command: Option<Command>, plain: bool, world: &World, out: &mut Out) -> Result {
    match command {
        None if plain => plain::run(world, world.store()?, out),
        None => reader::run(world),
        Some(Command::Fetch(args)) => fetch::run(&args, world, out),
        Some(Command::List(args)) => list::run(&args, world, out),
        Some(Command::Show(args)) => show::run(&args, world, out),
        Some(Command::Search(args)) => search::run(&args, world, out),
        Some(Command::Status(args)) => status::run(&args, world, out),
        Some(Command::Mark(args)) => mark::run(&args, world),
        Some(Command::Undo(args)) => undo::undo(&args, world, out),
        Some(Command::Redo(args)) => undo::redo(&args, world),
        Some(Command::Add(args)) => add::run(&args, world),
        Some(Command::Remove(args)) => remove::run(&args, world),
        Some(Command::Import(args)) => import::run(&args, world),
        Some(Command::Export(args)) => export::run(&args, world, out),
        Some(Command::Near(args)) => near::run(&args, world, out),
        Some(Command::Init(args)) => init::run(&args, world, out),
        Some(Command::Places(args)) => places::run(&args, world, out),
        Some(Command::Locate) => locate::run(world),
        Some(Command::Catalogue(command)) => catalogue::run(&command, world, out),
        Some(Command::Rules(args)) => rules::run(&args, world, out),
        Some(Command::Parse(args)) => parse::run(&args, world, out),
        Some(Command::Extract(args)) => extract::run(&args, world, out),
        Some(Command::Config(command)) => config::run(&command, world, out),
        Some(Command::Doctor(args)) => doctor::run(&args, world, out),
        Some(Command::Backup(args)) => backup::run(&args, world),
        Some(Command::Completions(args)) => completions::run(&args, world, out),
        Some(Command::Man) => man::run(world, out),
        Some(Command::Demo) if plain => reader::plain_demo(world, out),
        Some(Command::Demo) => reader::demo(world),
    }
}

fn failed(failure: &Failure, lang: crate::lang::Lang) -> ExitCode {
    if let Some(text) = failure.say(lang) {
        talk(&text);
    }
    failure.code()
}

/// Answers arguments that are no command: help, version, or a fault.
fn not_understood(arguments: &[OsString], fault: &clap::Error) -> ExitCode {
    let lang = World::new(typed_config(arguments), None)
        .map_or_else(|_| world::locale_language(), |world| world.lang);
    // Once more, with words: the first reading was without, because words cost time.
    let worded = help::command(lang).try_get_matches_from(arguments).err();
    let fault = worded.as_ref().unwrap_or(fault);
    match fault.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let _ = fault.print(); // whoever does not read it does not miss it
            ExitCode::SUCCESS
        }
        _ => {
            talk(&usage::say(fault, lang));
            ExitCode::from(2)
        }
    }
}

/// The configuration that wrong arguments name, for its language.
fn typed_config(arguments: &[OsString]) -> Option<std::path::PathBuf> {
    let named = arguments.iter().position(|argument| argument == "--config");
    let after = named.and_then(|at| arguments.get(at + 1).cloned());
    let joined =
        || arguments.iter().find_map(|a| a.to_str()?.strip_prefix("--config=").map(Into::into));
    after.or_else(joined).or_else(|| world::variable("UMLAND_CONFIG")).map(Into::into)
}

/// `umland help X` means `umland X --help`.
fn help_as_option(mut arguments: Vec<OsString>) -> Vec<OsString> {
    if arguments.get(1).is_some_and(|argument| argument == "help") {
        arguments.remove(1);
        arguments.push("--help".into());
    }
    arguments
}

/// A panic that is caught and becomes a feed's fault is not the reader's business.
fn quiet_guarded_panics() {
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if crate::text::guard::is_guarded() {
            tracing::error!("caught: {panic}");
        } else {
            hook(panic);
        }
    }));
}
