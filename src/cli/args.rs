//! The arguments, as clap sees them. No help texts here: `help` takes them from the language files, under
//! `cli-<command>` and `cli-<command>-<argument>`.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::config::themes;

/// What was typed.
#[derive(Debug, Parser)]
#[command(name = "umland", version, disable_help_subcommand = true, max_term_width = 100)]
pub(super) struct Cli {
    #[arg(long, global = true, value_name = "FILE", env = "UMLAND_CONFIG")]
    pub(super) config: Option<PathBuf>,
    #[arg(long, global = true, value_name = "DIR", env = "UMLAND_DATA_DIR")]
    pub(super) data_dir: Option<PathBuf>,
    #[arg(long)]
    pub(super) plain: bool,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

/// The commands, in the order of the help.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Fetch(Fetch),
    List(List),
    Show(Show),
    Search(Search),
    Status(Status),
    Mark(Mark),
    Undo(Undo),
    Redo(Redo),
    Add(Add),
    Remove(Remove),
    Import(Import),
    Export(Export),
    Near(Near),
    Init(Init),
    Places(Places),
    Locate,
    Rules(Rules),
    Parse(Parse),
    Extract(Extract),
    #[command(subcommand)]
    Catalogue(CatalogueCommand),
    #[command(subcommand)]
    Config(ConfigCommand),
    Doctor(Doctor),
    Backup(Backup),
    Completions(Completions),
    Man,
    Demo,
}

#[derive(Debug, Args)]
pub(super) struct Fetch {
    #[arg(value_name = "FEED")]
    pub(super) feeds: Vec<String>,
    #[arg(long)]
    pub(super) now: bool,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct List {
    #[arg(value_name = "QUERY")]
    pub(super) query: Vec<String>,
    #[arg(long)]
    pub(super) json: bool,
    #[arg(long, value_name = "N")]
    pub(super) limit: Option<usize>,
}

#[derive(Debug, Args)]
pub(super) struct Rules {
    #[arg(long)]
    pub(super) apply: bool,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Show {
    #[arg(value_name = "ID")]
    pub(super) id: i64,
    #[arg(
        long,
        value_enum,
        default_value_t,
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(super) format: ShowFormat,
}

/// How an article is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(super) enum ShowFormat {
    #[default]
    Text,
    Markdown,
    Html,
    Json,
}

#[derive(Debug, Args)]
pub(super) struct Search {
    #[arg(value_name = "TEXT", required = true)]
    pub(super) text: Vec<String>,
    #[arg(long)]
    pub(super) json: bool,
    #[arg(long, value_name = "N", default_value_t = 50, hide_default_value = true)]
    pub(super) limit: usize,
}

#[derive(Debug, Args)]
pub(super) struct Status {
    #[arg(long, value_name = "STR", conflicts_with = "json")]
    pub(super) format: Option<String>,
    #[arg(long, conflicts_with = "format")]
    pub(super) feeds: bool,
    #[arg(long, conflicts_with_all = ["format", "feeds"])]
    pub(super) hosts: bool,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Doctor {
    #[arg(long)]
    pub(super) online: bool,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Backup {
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
}

#[derive(Debug, Args)]
pub(super) struct Mark {
    #[arg(value_enum, value_name = "MARK", hide_possible_values = true)]
    pub(super) mark: MarkName,
    #[arg(value_name = "QUERY|ID", required = true)]
    pub(super) what: Vec<String>,
}

/// The marks that can be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum MarkName {
    Read,
    Unread,
    Star,
    Unstar,
    Hide,
    Unhide,
}

#[derive(Debug, Args)]
pub(super) struct Undo {
    #[arg(long, value_name = "N", default_value_t = 1, hide_default_value = true)]
    pub(super) times: u32,
    #[arg(long, conflicts_with = "times")]
    pub(super) list: bool,
}

#[derive(Debug, Args)]
pub(super) struct Redo {
    #[arg(long, value_name = "N", default_value_t = 1, hide_default_value = true)]
    pub(super) times: u32,
}

#[derive(Debug, Args)]
pub(super) struct Add {
    #[arg(value_name = "URL")]
    pub(super) url: String,
    #[arg(long, value_name = "FOLDER")]
    pub(super) folder: Option<String>,
    #[arg(long, value_name = "TITLE")]
    pub(super) title: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Remove {
    #[arg(value_name = "FEED")]
    pub(super) feed: String,
}

#[derive(Debug, Args)]
pub(super) struct Import {
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
}

#[derive(Debug, Args)]
pub(super) struct Export {
    #[arg(
        long,
        value_enum,
        default_value_t,
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(super) format: ExportFormat,
}

/// The formats of a list of subscriptions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(super) enum ExportFormat {
    #[default]
    Opml,
}

#[derive(Debug, Args)]
pub(super) struct Near {
    #[arg(value_name = "PLACE")]
    pub(super) place: Vec<String>,
    #[arg(long, value_name = "KM", default_value_t = 25, hide_default_value = true)]
    pub(super) radius: u16,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Init {
    #[arg(value_name = "PLACE", required = true)]
    pub(super) place: Vec<String>,
    #[arg(long, value_name = "KM", default_value_t = 25, hide_default_value = true)]
    pub(super) radius: u16,
    #[arg(long)]
    pub(super) dry_run: bool,
}

#[derive(Debug, Args)]
pub(super) struct Places {
    #[arg(value_name = "TEXT", required_unless_present = "file", conflicts_with = "file")]
    pub(super) text: Vec<String>,
    #[arg(long, value_name = "JSONL")]
    pub(super) file: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(super) enum CatalogueCommand {
    Check {
        #[arg(value_name = "FILE")]
        file: Option<PathBuf>,
        #[arg(long)]
        online: bool,
    },
}

#[derive(Debug, Args)]
pub(super) struct Parse {
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
    #[arg(long, value_name = "CT")]
    pub(super) content_type: Option<String>,
    #[arg(long, value_name = "URL")]
    pub(super) base_url: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Extract {
    #[arg(value_name = "FILE.html", required_unless_present = "batch", conflicts_with = "batch")]
    pub(super) file: Option<PathBuf>,
    #[arg(long, value_name = "URL", required_unless_present = "batch", conflicts_with = "batch")]
    pub(super) url: Option<String>,
    #[arg(long, value_name = "DIR", requires = "out")]
    pub(super) batch: Option<PathBuf>,
    #[arg(long, value_name = "DIR", requires = "batch")]
    pub(super) out: Option<PathBuf>,
    #[arg(
        long,
        value_enum,
        default_value_t,
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(super) format: ExtractFormat,
}

/// How an extracted article is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(super) enum ExtractFormat {
    #[default]
    Text,
    Json,
}

#[derive(Debug, Subcommand)]
pub(super) enum ConfigCommand {
    Check,
    Path,
    Dump {
        #[arg(long)]
        defaults: bool,
        #[arg(long, value_name = "NAME", conflicts_with = "defaults", hide_possible_values = true)]
        #[arg(value_parser = PossibleValuesParser::new(themes::built_in_names()))]
        theme: Option<String>,
    },
}

#[derive(Debug, Args)]
pub(super) struct Completions {
    #[arg(value_name = "SHELL", value_enum, hide_possible_values = true)]
    pub(super) shell: Shell,
}
