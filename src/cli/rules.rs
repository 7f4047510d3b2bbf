//! `umland rules`: what the rules of the configuration fit; with `--apply`, their effect on what is in the archive already.

use serde::Serialize;

use super::args::Rules;
use super::exit::{Exit, Result};
use super::out::{Emphasis, Out, talk};
use super::values::Lines;
use super::world::World;
use crate::domain::{Change, Query, Target};
use crate::query::{Context, Rule};
use crate::store::Store;
use crate::text::Clean;
use crate::text::dates::Zone;
use crate::{tr, words};

/// Entries that are shown of each rule.
const SHOWN: usize = 5;

/// One line of `--json`.
#[derive(Debug, Serialize)]
struct RuleObject<'a> {
    query: &'a str,
    read: bool,
    star: bool,
    tag: Vec<&'a str>,
    hide: bool,
    notify: bool,
    entries: usize,
    ids: Vec<i64>,
}

pub(super) fn run(args: &Rules, world: &World, out: &mut Out) -> Result {
    let rules = &world.config()?.rules;
    if rules.is_empty() {
        talk(&tr!(world.lang, "cli-rules-none"));
        return Ok(Exit::Faults);
    }
    if args.apply {
        return apply(rules, world);
    }
    let Some(store) = world.reader()? else {
        talk(&tr!(world.lang, "cli-nothing-yet"));
        return Ok(Exit::Faults);
    };
    let zone = Zone::system();
    for rule in rules {
        let query = rule.query(&Context::new(world.now, &zone));
        show(rule, &query, args, &store, world, out)?;
    }
    Ok(Exit::Well)
}

/// Says what a rule fits, and changes nothing.
fn show(
    rule: &Rule,
    query: &Query,
    args: &Rules,
    store: &Store,
    world: &World,
    out: &mut Out,
) -> Result<()> {
    let ids = store.fitting(query, 0)?;
    if args.json {
        out.json(&RuleObject {
            query: &rule.text,
            read: rule.read,
            star: rule.star,
            tag: rule.tags.iter().map(Clean::as_str).collect(),
            hide: rule.hide,
            notify: rule.notify,
            entries: ids.len(),
            ids: ids.iter().map(|id| id.0).collect(),
        })?;
        return Ok(());
    }
    let tags: Vec<&str> = rule.tags.iter().map(Clean::as_str).collect();
    let tagged = format!("tag {}", tags.join(" "));
    let deeds = [
        (rule.read, "read"),
        (rule.star, "star"),
        (!tags.is_empty(), &tagged),
        (rule.hide, "hide"),
        (rule.notify, "notify"),
    ];
    let deeds: Vec<&str> = deeds.iter().filter(|(does, _)| *does).map(|(_, name)| *name).collect();
    let count = tr!(world.lang, "cli-rules-fits", n = ids.len());
    let text = Clean::line(&rule.text);
    let line = format!("{text} → {}: {count}", deeds.join(", "));
    out.line(&out.emphasised(&line, Emphasis::Strong))?;
    let lines = Lines::new(world);
    for id in ids.iter().take(SHOWN) {
        if let Some(entry) = store.entry(*id)? {
            out.line(&lines.of(&entry.row, out))?;
        }
    }
    Ok(())
}

/// Applies every rule to the whole archive, journalled.
fn apply(rules: &[Rule], world: &World) -> Result {
    let store = world.store()?;
    let zone = Zone::system();
    let mut changed = false;
    for rule in rules {
        let query = rule.query(&Context::new(world.now, &zone));
        for mark in rule.marks() {
            let target = Target::Entries(store.fitting(&query, 0)?);
            let done = store.change(&Change { target, mark }, world.now)?;
            changed |= done.entries > 0;
            talk(&format!("{}: {}", Clean::line(&rule.text), words::deed(&done, world.lang)));
        }
    }
    Ok(if changed { Exit::Well } else { Exit::Faults })
}
