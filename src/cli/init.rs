//! `umland init`: subscribes to what covers a town.

use std::collections::HashSet;
use std::io::{self, BufRead, IsTerminal, Write};

use super::args::Init;
use super::exit::{Exit, Result};
use super::near;
use super::out::{Out, talk};
use super::world::World;
use crate::catalogue::{self, Offer};
use crate::config::{Edit, edit};
use crate::domain::{FeedUrl, Subscription};
use crate::lang::Lang;
use crate::runtime::{history, offers};
use crate::text::Clean;
use crate::tr;

pub(super) fn run(args: &Init, world: &World, out: &mut Out) -> Result {
    let lang = world.lang;
    let known: HashSet<FeedUrl> =
        world.config()?.feeds.iter().map(|feed| feed.url.clone()).collect();
    let home = near::find(&args.place.join(" "), lang)?;
    let nearby = catalogue::near(home.place, home.point, f64::from(args.radius));
    let mut offers = nearby.offers();
    if args.dry_run {
        near::print(&home, &nearby, lang, out)?;
        return Ok(if offers.is_empty() { Exit::Faults } else { Exit::Well });
    }
    if io::stdin().is_terminal() && io::stderr().is_terminal() {
        talk(&tr!(lang, "cli-near-place-is", place = home.place.label()));
        if !choose(&mut offers, lang) {
            talk(&tr!(lang, "cli-init-left"));
            return Ok(Exit::Faults);
        }
    } else {
        near::print(&home, &nearby, lang, out)?;
    }
    let wanted: Vec<Subscription> = offers
        .iter()
        .filter(|offer| offer.ticked && !known.contains(&offer.entry.url))
        .map(|offer| offers::subscription(offer, home.place))
        .collect();
    let store = world.store()?;
    let path = &world.paths.config;
    edit::edit(path, &Edit::Home(offers::home(home.place, home.point)))?;
    let n = wanted.len();
    if n > 0 {
        let wish = Edit::Add(wanted);
        history::edit_subscriptions(&store, path, &wish, &Clean::empty(), world.now)?;
    }
    talk(&tr!(lang, "cli-init-done", n = n, path = path.display().to_string()));
    Ok(if n == 0 { Exit::Faults } else { Exit::Well })
}

/// Lets the reader tick and untick by number until Enter; false when they leave.
fn choose(offers: &mut [Offer], lang: Lang) -> bool {
    loop {
        for (number, offer) in (1..).zip(offers.iter()) {
            talk(&format!("{number:>3} {}", near::line(offer, lang)));
        }
        talk(&tr!(lang, "cli-init-choose"));
        let mut stderr = io::stderr().lock();
        let _ = write!(stderr, "> ").and_then(|()| stderr.flush());
        let mut answer = String::new();
        if io::stdin().lock().read_line(&mut answer).is_ok_and(|n| n == 0) {
            return false;
        }
        match answer.trim() {
            "" => return true,
            "q" => return false,
            typed => {
                for number in numbers(typed) {
                    if let Some(offer) = number.checked_sub(1).and_then(|at| offers.get_mut(at)) {
                        offer.ticked = !offer.ticked;
                    }
                }
            }
        }
    }
}

/// The numbers of "3 5-7, 9".
fn numbers(typed: &str) -> Vec<usize> {
    let parts = typed.split([' ', ',']).filter(|part| !part.is_empty());
    parts
        .filter_map(|part| {
            let (from, to) = part.split_once('-').unwrap_or((part, part));
            Some(from.parse().ok()?..=to.parse::<usize>().ok()?.min(MOST))
        })
        .flatten()
        .collect()
}

/// More offers no town has.
const MOST: usize = 2_000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_typed() {
        assert_eq!(numbers("3 5-7, 9"), [3, 5, 6, 7, 9]);
        assert_eq!(numbers("x 4- -2 7-6"), Vec::<usize>::new());
        assert_eq!(numbers("1999-99999999999").len(), 2);
    }
}
