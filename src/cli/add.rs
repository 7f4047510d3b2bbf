//! `umland add`: subscribes to a feed, or to the feed of a web page.

use std::io::{self, BufRead, IsTerminal, Write};

use super::args::Add;
use super::exit::{Exit, Failure, Result};
use super::network;
use super::out::talk;
use super::world::World;
use crate::config::Edit;
use crate::domain::ids::FeedUrlError;
use crate::domain::{Fault, FaultKind, FeedUrl, Subscription, folder_path};
use crate::fetch::{Candidate, Client};
use crate::lang::Lang;
use crate::refresh::{self, Found};
use crate::runtime::history;
use crate::text::Clean;
use crate::{tr, words};

/// Candidates that are tried until one is a feed.
const TRIED: usize = 3;

pub(super) fn run(args: &Add, world: &World) -> Result {
    let lang = world.lang;
    let url = FeedUrl::parse(&args.url).map_err(|fault| Failure::Said(say_url(&fault, lang)))?;
    let config = world.config()?;
    let known = |url: &FeedUrl| {
        let known = config.feeds.iter().any(|feed| feed.url == *url);
        if known {
            talk(&tr!(lang, "cli-edit-exists", url = url.as_str()));
        }
        known
    };
    if known(&url) {
        return Ok(Exit::Faults);
    }
    let client = network::client(config);
    let found = network::block_on(find(&client, url, world))?;
    let store = world.store()?;
    refresh::keep_contacts(&store, &client, world.now);
    let Some((url, title)) = found else {
        return Ok(Exit::Faults);
    };
    if known(&url) {
        return Ok(Exit::Faults);
    }
    let mut subscription = Subscription::new(url.clone());
    subscription.folder = folder_path(args.folder.as_deref().unwrap_or_default());
    let own = args.title.as_deref().map(Clean::line);
    subscription.title = own.filter(|title| !title.is_empty());
    let store = world.store()?;
    let shown = subscription.title.clone().unwrap_or_else(|| title.clone());
    let wish = Edit::Add(vec![subscription]);
    history::edit_subscriptions(&store, &world.paths.config, &wish, &shown, world.now)?;
    talk(&tr!(lang, "cli-added", title = title.as_str(), url = url.as_str()));
    Ok(Exit::Well)
}

/// The feed at an address, or that of the page there, with its title; what is wrong has been said.
async fn find(client: &Client, url: FeedUrl, world: &World) -> Option<(FeedUrl, Clean)> {
    let lang = world.lang;
    let candidates = match refresh::look_up(client, &url, true, world.now).await {
        Ok(Found::Feed { url, title }) => return Some((url, title)),
        Ok(Found::Candidates(candidates)) => candidates,
        Err(fault) => {
            talk(&say_fault(&url, &fault, lang));
            return None;
        }
    };
    let (chosen, others) = choose(candidates, lang);
    for candidate in chosen.iter().chain(&others).take(TRIED) {
        let Ok(named) = FeedUrl::parse(&candidate.url) else { continue };
        let (page, url) = (&url, named);
        match refresh::look_up(client, &url, page.host() == url.host(), world.now).await {
            Ok(Found::Feed { url, title }) => {
                let others = chosen.iter().chain(&others).filter(|other| *other != candidate);
                let lines: Vec<String> = others.map(line).collect();
                if !lines.is_empty() {
                    talk(&format!("{}\n{}", tr!(lang, "cli-other-feeds"), lines.join("\n")));
                }
                return Some((url, title));
            }
            Ok(Found::Candidates(_)) => {}
            Err(fault) => talk(&say_fault(&url, &fault, lang)),
        }
    }
    talk(&tr!(lang, "cli-no-feed-there", url = url.as_str()));
    None
}

fn say_fault(url: &FeedUrl, fault: &Fault, lang: Lang) -> String {
    if fault.kind == FaultKind::NotAFeed {
        return tr!(lang, "cli-no-feed-there", url = url.as_str());
    }
    tr!(lang, "cli-not-added", url = url.as_str(), fault = words::fault(fault, lang))
}

/// The reader's choice when there is somebody to ask, else the page's first; and the others.
fn choose(mut candidates: Vec<Candidate>, lang: Lang) -> (Option<Candidate>, Vec<Candidate>) {
    let mut chosen = 0;
    if candidates.len() > 1 && io::stdin().is_terminal() && io::stderr().is_terminal() {
        talk(&tr!(lang, "cli-choose-feed"));
        for (i, candidate) in candidates.iter().enumerate() {
            talk(&format!("{:>3}{}", i + 1, line(candidate)));
        }
        let mut stderr = io::stderr().lock();
        let _ = write!(stderr, "[1] ").and_then(|()| stderr.flush());
        let mut answer = String::new();
        let _ = io::stdin().lock().read_line(&mut answer); // without an answer the first is taken
        chosen = answer.trim().parse::<usize>().map_or(0, |n| n.saturating_sub(1));
        chosen = chosen.min(candidates.len() - 1);
    }
    let first = (!candidates.is_empty()).then(|| candidates.remove(chosen));
    (first, candidates)
}

fn line(candidate: &Candidate) -> String {
    format!("  {}  {}", Clean::line(&candidate.url), Clean::line(&candidate.title))
}

fn say_url(fault: &FeedUrlError, lang: Lang) -> String {
    match fault {
        FeedUrlError::NotAbsolute(url) => tr!(lang, "config-url", url = url.as_str()),
        FeedUrlError::Scheme(scheme) => tr!(lang, "config-scheme", scheme = scheme.as_str()),
    }
}
