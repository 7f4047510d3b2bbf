//! `umland doctor`: looks at the configuration, the archive, the files, the terminal and, when asked, the network, and says
//! what to do about what it finds. Mends nothing itself.

mod archive;
mod config;
mod files;
mod online;
mod surroundings;

use serde::Serialize;

use super::args::Doctor;
use super::exit::{Exit, Result};
use super::out::{Emphasis, Out};
use super::world::World;
use crate::lang::Lang;
use crate::text::Clean;
use crate::tr;

/// How serious a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum State {
    /// All well.
    Well,
    /// Worth knowing.
    Note,
    /// Something does not work, or is in danger.
    Fault,
    /// umland cannot work like this.
    Unusable,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Finding {
    /// The stable name of what was looked at.
    check: &'static str,
    state: State,
    what: Clean,
    remedy: Option<Clean>,
}

/// What was found so far.
struct Findings {
    lang: Lang,
    list: Vec<Finding>,
}

impl Findings {
    /// All is well with this.
    fn well(&mut self, check: &'static str, what: &str) {
        self.add(check, State::Well, what, None);
    }

    /// Something is not; the remedy is the message of this id.
    fn found(&mut self, check: &'static str, state: State, what: &str, remedy: &str) {
        let remedy = self.lang.text(remedy);
        self.add(check, state, what, Some(&remedy));
    }

    fn add(&mut self, check: &'static str, state: State, what: &str, remedy: Option<&str>) {
        let (what, remedy) = (Clean::line(what), remedy.map(Clean::line));
        self.list.push(Finding { check, state, what, remedy });
    }
}

/// A line of `--json`.
#[derive(Debug, Serialize)]
struct FindingObject<'a> {
    check: &'a str,
    state: &'static str,
    what: &'a str,
    remedy: Option<&'a str>,
}

/// The last line of `--json`.
#[derive(Debug, Serialize)]
struct Summary {
    summary: SummaryObject,
}

#[derive(Debug, Serialize)]
struct SummaryObject {
    checks: usize,
    notes: usize,
    faults: usize,
}

pub(super) fn run(args: &Doctor, world: &World, out: &mut Out) -> Result {
    let mut findings = Findings { lang: world.lang, list: Vec::new() };
    config::look(world, &mut findings);
    files::look(world, &mut findings);
    archive::look(world, &mut findings);
    surroundings::look(world, &mut findings);
    if args.online {
        online::look(world, &mut findings)?;
    }
    let Findings { list, .. } = findings;
    for finding in &list {
        if args.json {
            let Finding { check, state, what, remedy } = finding;
            let (what, remedy) = (what.as_str(), remedy.as_deref());
            out.json(&FindingObject { check, state: state.name(), what, remedy })?;
        } else {
            print(finding, world.lang, out)?;
        }
    }
    let of = |state| list.iter().filter(|f| f.state == state).count();
    let (notes, faults) = (of(State::Note), of(State::Fault) + of(State::Unusable));
    if args.json {
        out.json(&Summary { summary: SummaryObject { checks: list.len(), notes, faults } })?;
    } else {
        out.line(&tr!(world.lang, "doctor-sum", faults = faults, notes = notes))?;
    }
    Ok(match list.iter().map(|finding| finding.state).max() {
        Some(State::Unusable) => Exit::Unusable,
        Some(State::Fault) => Exit::Faults,
        _ => Exit::Well,
    })
}

impl State {
    fn name(self) -> &'static str {
        match self {
            Self::Well => "ok",
            Self::Note => "note",
            Self::Fault => "fault",
            Self::Unusable => "unusable",
        }
    }
}

fn print(finding: &Finding, lang: Lang, out: &mut Out) -> std::io::Result<()> {
    let sign = match finding.state {
        State::Well => "  ",
        State::Note => "- ",
        State::Fault | State::Unusable => "! ",
    };
    let heading = lang.text(&format!("doctor-{}", finding.check));
    let line = format!("{sign}{heading}: {}", finding.what);
    let emphasis = if finding.state == State::Well { Emphasis::Weak } else { Emphasis::Strong };
    out.line(&out.emphasised(&line, emphasis))?;
    match &finding.remedy {
        Some(remedy) => out.line(&format!("    {remedy}")),
        None => Ok(()),
    }
}
