//! `umland status --feeds`: how each feed is doing, in the words of the reader's own view. Those first that need a look.

use std::collections::HashMap;

use serde::Serialize;

use super::exit::{Exit, Result};
use super::out::{Emphasis, Out};
use super::values::instant;
use super::world::World;
use crate::domain::{FeedId, FeedPace, FeedRow, Timestamp};
use crate::lang::Lang;
use crate::text::dates::Zone;
use crate::words;
use crate::words::health::{self, Condition};

/// Columns of the state in words.
const STATE: usize = 34;
/// Columns of the pace.
const PACE: usize = 13;

#[derive(Debug, Serialize)]
struct HealthObject<'a> {
    feed_url: &'a str,
    feed_title: &'a str,
    condition: &'static str,
    state: String,
    fault: Option<&'static str>,
    remedy: Option<String>,
    last_success: Option<String>,
    newest: Option<String>,
    per_day: Option<f64>,
    warnings: Vec<String>,
}

pub(super) fn run(json: bool, world: &World, out: &mut Out) -> Result {
    let Some(store) = world.reader()? else { return Ok(Exit::Well) };
    let (feeds, zone, now) = (store.feeds()?, Zone::system(), world.now);
    let paces: HashMap<FeedId, FeedPace> =
        store.paces(now)?.into_iter().map(|pace| (pace.feed, pace)).collect();
    let mut faulty = false;
    for feed in health::by_need(&feeds, |feed| paces.get(&feed.id), now) {
        let pace = paces.get(&feed.id);
        faulty |= health::condition(&feed.health, pace, now) == Condition::Faulty;
        let said = Said { feed, pace, now, lang: world.lang, zone: &zone };
        if json {
            out.json(&said.object())?;
        } else {
            for line in said.lines(out) {
                out.line(&line)?;
            }
        }
    }
    Ok(if faulty { Exit::Faults } else { Exit::Well })
}

/// One feed, to be told.
struct Said<'a> {
    feed: &'a FeedRow,
    pace: Option<&'a FeedPace>,
    now: Timestamp,
    lang: Lang,
    zone: &'a Zone,
}

impl<'a> Said<'a> {
    fn state(&self) -> String {
        health::state(&self.feed.health, self.pace, self.now, self.zone, self.lang)
    }

    fn lines(&self, out: &Out) -> Vec<String> {
        let condition = health::condition(&self.feed.health, self.pace, self.now);
        let pad = crate::text::width::pad;
        let mut lines = vec![format!(
            "{} {}  {}  {}",
            condition.sign(),
            pad(&self.state(), STATE),
            pad(&health::pace(self.pace, self.now, self.lang), PACE),
            self.feed.title
        )];
        if let Some(fault) = &self.feed.health.fault {
            let remedy = words::remedy(fault, self.lang);
            lines.push(format!("  {}", out.emphasised(&remedy, Emphasis::Weak)));
        }
        lines
    }

    fn object(&self) -> HealthObject<'a> {
        let health = &self.feed.health;
        let fault = health.fault.as_ref();
        HealthObject {
            feed_url: self.feed.url.as_str(),
            feed_title: &self.feed.title,
            condition: health::condition(health, self.pace, self.now).name(),
            state: self.state(),
            fault: fault.map(|fault| fault.kind.name()),
            remedy: fault.map(|fault| words::remedy(fault, self.lang)),
            last_success: health.last_success.and_then(instant),
            newest: self.pace.and_then(|pace| instant(pace.newest)),
            per_day: self.pace.and_then(|pace| pace.per_day(self.now)),
            warnings: health::warnings(health, self.lang),
        }
    }
}
