//! `umland add`: subscribes to a feed, or to the feed of a web page.

use std::io::{self, BufRead, IsTerminal, Write};

use super::args::Add;
use super::exit::{Exit, Failure, Result};
use super::fault;
use super::network;
use super::out::talk;
use super::remove::sync;
use super::world::World;
use crate::article;
use crate::config::{Edit, edit};
use crate::domain::ids::FeedUrlError;
use crate::domain::{FeedUrl, Subscription, folder_path};
use crate::fetch::{self, Candidate, Client, Fresh, Outcome, Request};
use crate::lang::Lang;
use crate::parse::{self, Context};
use crate::text::Clean;
use crate::tr;

/// Candidates that are tried until one is a feed.
const TRIED: usize = 3;

/// A feed that was found.
#[derive(Debug)]
struct Found {
    url: FeedUrl,
    title: Clean,
    entries: usize,
}

/// What stands at an address.
enum At {
    Feed(Found),
    /// A page, with the feeds that it offers.
    Page(Vec<Candidate>),
}

pub(super) fn run(args: &Add, world: &World) -> Result {
    let lang = world.lang;
    let url = FeedUrl::parse(&args.url).map_err(|fault| Failure::Said(say_url(&fault, lang)))?;
    let config = world.config()?;
    if config.feeds.iter().any(|feed| feed.url == url) {
        talk(&tr!(lang, "cli-edit-exists", url = url.as_str()));
        return Ok(Exit::Faults);
    }
    let client = network::client(config);
    let Some(found) = network::block_on(find(&client, url, world))? else {
        return Ok(Exit::Faults);
    };
    let mut subscription = Subscription::new(found.url);
    subscription.folder = folder_path(args.folder.as_deref().unwrap_or_default());
    let own = args.title.as_deref().map(Clean::line);
    subscription.title = own.filter(|title| !title.is_empty());
    if config.feeds.iter().any(|feed| feed.url == subscription.url) {
        talk(&tr!(lang, "cli-edit-exists", url = subscription.url.as_str()));
        return Ok(Exit::Faults);
    }
    let url = subscription.url.to_string();
    let store = world.store()?;
    edit::edit(&world.paths.config, &Edit::Add(vec![subscription]))?;
    sync(&store, world)?;
    talk(&tr!(lang, "cli-added", title = found.title.as_str(), url = url, n = found.entries));
    Ok(Exit::Well)
}

/// The feed at an address, or that of the page there; what is wrong has been said.
async fn find(client: &Client, url: FeedUrl, world: &World) -> Option<Found> {
    let lang = world.lang;
    let candidates = match look(client, url.clone(), world).await {
        Ok(At::Feed(found)) => return Some(found),
        Ok(At::Page(candidates)) => candidates,
        Err(words) => {
            talk(&words);
            return None;
        }
    };
    if candidates.is_empty() {
        talk(&tr!(lang, "cli-no-feed-there", url = url.as_str()));
        return None;
    }
    let (chosen, others) = choose(candidates, lang);
    let mut tries = chosen.into_iter().chain(others.iter().cloned()).take(TRIED);
    let found = loop {
        let Some(candidate) = tries.next() else {
            talk(&tr!(lang, "cli-no-feed-there", url = url.as_str()));
            return None;
        };
        let Ok(url) = FeedUrl::parse(&candidate.url) else { continue };
        match look(client, url, world).await {
            Ok(At::Feed(found)) => break found,
            Ok(At::Page(_)) => {}
            Err(words) => talk(&words),
        }
    };
    let others: Vec<String> =
        others.iter().filter(|c| c.url != found.url.as_str()).map(line).collect();
    if !others.is_empty() {
        talk(&format!("{}\n{}", tr!(lang, "cli-other-feeds"), others.join("\n")));
    }
    Some(found)
}

/// What stands at an address; the fault in words.
async fn look(client: &Client, url: FeedUrl, world: &World) -> std::result::Result<At, String> {
    let lang = world.lang;
    match client.get(&Request::new(url.clone(), world.now)).await {
        Outcome::Fresh(fresh) => Ok(judge(&url, &fresh, world)),
        Outcome::NotModified(_) => Ok(At::Page(Vec::new())),
        Outcome::Gone(fault) | Outcome::Throttled { fault, .. } | Outcome::Failed(fault) => {
            let (what, remedy) = (fault::what(&fault, lang), fault::remedy(&fault, lang));
            Err(format!("{url}: {what}. {remedy}"))
        }
    }
}

fn judge(url: &FeedUrl, fresh: &Fresh, world: &World) -> At {
    let context = Context::new(world.now);
    let (content_type, base) = (Some(fresh.content_type.as_str()), Some(fresh.final_url.as_str()));
    if let Ok((feed, _)) = parse::guarded(&fresh.body, content_type, base, &context) {
        let moved = fresh.permanent_url.as_deref().and_then(|url| FeedUrl::parse(url).ok());
        let url = moved.unwrap_or_else(|| url.clone());
        let title = if feed.title.is_empty() { Clean::line(url.as_str()) } else { feed.title };
        return At::Feed(Found { url, title, entries: feed.entries.len() });
    }
    let html = article::decode(&fresh.body, &fresh.content_type);
    At::Page(fetch::discover(&html, &fresh.final_url))
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
