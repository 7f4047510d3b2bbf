//! `umland --plain`: the reader without a screen, line by line, for screen readers, braille displays and terminals that
//! can do no more. Same archive, same marks, same letters.

mod said;
mod typed;

use std::io::{BufRead, stdin};

use super::args::Fetch;
use super::exit::{Exit, Result};
use super::fetch;
use super::out::Out;
use super::world::{World, now, surroundings};
use crate::article;
use crate::chart::{Offset, Projection, by_bearing};
use crate::desktop;
use crate::domain::{
    Anchor, Change, Entry, EntryId, EntryRow, FeedRow, Mark, Pick, Query, Scope, Show, Target,
};
use crate::runtime::history;
use crate::store::Store;
use crate::text::Clean;
use crate::text::fold::fold;
use crate::{tr, words};
use typed::Typed;

/// Headlines that are said at a time.
const PAGE: usize = 10;

/// Whether the reader goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Goes {
    On,
    Out,
}

/// The reader.
struct Plain<'a> {
    world: &'a World,
    store: Store,
    out: &'a mut Out,
    query: Query,
    /// The headlines that were said last.
    rows: Vec<EntryRow>,
    /// How many stand before them in the list.
    first: u64,
    /// None stand behind them.
    at_end: bool,
    /// The article that was said last.
    shown: Option<Entry>,
    feeds: Vec<FeedRow>,
}

pub(super) fn run(world: &World, store: Store, out: &mut Out) -> Result {
    let mut query = Query::default();
    if world.config()?.ui.hide_read {
        query.show = Show::Unread { or_read_since: world.now };
    }
    let feeds = store.feeds()?;
    let mut plain = Plain {
        world,
        store,
        out,
        query,
        rows: Vec::new(),
        first: 0,
        at_end: true,
        shown: None,
        feeds,
    };
    plain.list(0)?;
    let mut lines = stdin().lock().lines();
    loop {
        plain.prompt()?;
        let Some(line) = lines.next().transpose()? else { return Ok(Exit::Well) };
        match typed::typed(&line) {
            Some(typed) => {
                if plain.act(typed)? == Goes::Out {
                    return Ok(Exit::Well);
                }
            }
            None => plain.say("plain-unknown")?,
        }
    }
}

impl Plain<'_> {
    fn act(&mut self, typed: Typed) -> Result<Goes> {
        match typed {
            Typed::On if self.shown.is_some() => self.next_unread()?,
            Typed::On if self.at_end => self.say("plain-end")?,
            Typed::On => self.list(self.first + self.rows.len() as u64)?,
            Typed::Read(number) => self.read(number)?,
            Typed::NextUnread => self.next_unread()?,
            Typed::Back => self.list(self.first.saturating_sub(PAGE as u64))?,
            Typed::List => self.list(self.first)?,
            Typed::Toggle(number) => {
                self.mark(number, |row| if row.read { Mark::Unread } else { Mark::Read })?;
            }
            Typed::Star(number) => {
                self.mark(number, |row| if row.starred { Mark::Unstar } else { Mark::Star })?;
            }
            Typed::Browser(number) => self.browser(number)?,
            Typed::Link(number) => {
                if let Some(entry) = self.entry(number)? {
                    let address = entry.url.as_deref().map(Clean::line);
                    self.line(&address.unwrap_or_else(Clean::empty))?;
                }
            }
            Typed::MarkList => {
                let target = Target::List(self.query.clone(), now());
                self.change(&Change { target, mark: Mark::Read })?;
            }
            Typed::Undo => match history::undo(&self.store, &self.world.paths.config, now())? {
                Some(done) => {
                    let lang = self.world.lang;
                    let text = tr!(lang, "cli-undone", what = words::deed(&done, lang));
                    self.line(&text)?;
                }
                None => self.say("cli-nothing-to-undo")?,
            },
            Typed::HideRead => {
                self.query.show = match self.query.show {
                    // What has been read up to now goes away; what is read from now on keeps its number.
                    Show::All => Show::Unread { or_read_since: now().plus(1) },
                    Show::Unread { .. } => Show::All,
                };
                self.list(0)?;
            }
            Typed::Find(words) => {
                self.query.text = words;
                self.list(0)?;
            }
            Typed::Feeds(number) => self.feeds(number)?,
            Typed::Places(number) => self.places(number)?,
            Typed::All => {
                self.query.picked = None;
                self.query.scope = Scope::All;
                self.query.text.clear();
                self.list(0)?;
            }
            Typed::Refresh => {
                let everything = Fetch { feeds: Vec::new(), now: true, json: false };
                fetch::run(&everything, self.world, self.out)?;
                self.feeds = self.store.feeds()?;
                self.list(0)?;
            }
            Typed::Help => self.say("plain-help")?,
            Typed::Quit => return Ok(Goes::Out),
        }
        Ok(Goes::On)
    }

    /// Says a page of headlines from the row with this number on.
    fn list(&mut self, first: u64) -> Result<()> {
        self.shown = None;
        // A window lies around the row that it is asked for.
        let middle = first + PAGE as u64 / 2;
        let window = self.store.window(&self.query, Anchor::Index(middle), PAGE)?;
        let begins = window.first_index.unwrap_or(first);
        // At the end of the list the window reaches back; what was said before is not said again.
        let again = usize::try_from(first.saturating_sub(begins)).unwrap_or(usize::MAX);
        self.first = begins.max(first.min(begins + window.rows.len() as u64));
        self.at_end = window.at_end;
        self.rows = window.rows.into_iter().skip(again).collect();
        let counts = self.store.counts()?;
        let heading = match (self.rows.is_empty(), self.feeds.is_empty()) {
            (true, true) => self.world.lang.text("plain-no-feeds"),
            (true, false) => self.world.lang.text("plain-nothing"),
            _ => tr!(
                self.world.lang,
                "plain-heading",
                unread = counts.unread,
                first = self.first + 1
            ),
        };
        self.line(&heading)?;
        for at in 0..self.rows.len() {
            let text =
                said::headline(self.first + at as u64 + 1, &self.rows[at], self.world, now());
            self.line(&text)?;
        }
        Ok(())
    }

    /// Says an article and marks it read.
    fn read(&mut self, number: usize) -> Result<()> {
        let Some(entry) = self.entry(Some(number))? else { return Ok(()) };
        self.show(entry)
    }

    fn show(&mut self, entry: Entry) -> Result<()> {
        let article = article::of_entry(&entry);
        let text = said::article(&entry, &article, self.world);
        self.out.text(&text)?;
        if !entry.row.read && self.world.config()?.ui.mark_read_on_open {
            let target = Target::Entries(vec![entry.row.id]);
            self.store.change(&Change { target, mark: Mark::Read }, now())?;
        }
        self.shown = Some(entry);
        Ok(())
    }

    fn next_unread(&mut self) -> Result<()> {
        let from = match (&self.shown, self.rows.first()) {
            (Some(entry), _) => Some(entry.row.cursor),
            (None, row) => row.map(|row| row.cursor),
        };
        let Some(from) = from else { return self.say("plain-nothing") };
        // The first headline itself may be the one.
        let here =
            self.rows.first().filter(|row| self.shown.is_none() && !row.read).map(|row| row.id);
        let found = match here {
            Some(id) => Some(id),
            None => self.store.next(&self.query, from, true, true)?.map(|row| row.id),
        };
        match found.map(|id| self.store.entry(id)).transpose()?.flatten() {
            Some(entry) => self.show(entry),
            None => self.say("plain-no-unread"),
        }
    }

    /// Marks an entry, and says what that did.
    fn mark(&mut self, number: Option<usize>, mark: impl Fn(&EntryRow) -> Mark) -> Result<()> {
        let Some(entry) = self.entry(number)? else { return Ok(()) };
        let id = entry.row.id;
        self.change(&Change { target: Target::Entries(vec![id]), mark: mark(&entry.row) })?;
        let Some(entry) = self.store.entry(id)? else { return Ok(()) };
        if let Some(row) = self.rows.iter_mut().find(|row| row.id == id) {
            *row = entry.row.clone();
        }
        if let Some(shown) = self.shown.as_mut().filter(|shown| shown.row.id == id) {
            *shown = entry;
        }
        Ok(())
    }

    fn change(&mut self, change: &Change) -> Result<()> {
        let done = self.store.change(change, now())?;
        let text = words::deed(&done, self.world.lang);
        self.line(&text)
    }

    fn browser(&mut self, number: Option<usize>) -> Result<()> {
        let Some(entry) = self.entry(number)? else { return Ok(()) };
        let lang = self.world.lang;
        let address = entry.url.unwrap_or_default();
        let text = match desktop::open_url(&address, &surroundings().desktop) {
            Ok(opened) => tr!(lang, "notice-opened", program = opened.program.as_str()),
            Err(fault) => {
                let address = Clean::line(&address);
                tr!(lang, "plain-not-opened", reason = fault.to_string(), text = address.as_str())
            }
        };
        self.line(&text)
    }

    /// Says the feeds, or shows the one with this number.
    fn feeds(&mut self, number: Option<usize>) -> Result<()> {
        let Some(number) = number else {
            for at in 0..self.feeds.len() {
                let text = said::feed(at + 1, &self.feeds[at], self.world.lang);
                self.line(&text)?;
            }
            return self.say("plain-feeds");
        };
        match number.checked_sub(1).and_then(|at| self.feeds.get(at)) {
            Some(feed) => {
                self.query.scope = Scope::Feed(feed.id);
                self.query.text.clear();
                self.list(0)
            }
            None => self.say("plain-no-such-number"),
        }
    }

    /// Says where the list plays, from home clockwise, or shows what plays in the place with this number.
    fn places(&mut self, number: Option<usize>) -> Result<()> {
        let homes = self.world.homes();
        let places = self.store.map_places(&self.query)?;
        let origin = homes.points().first().copied().or(places.first().map(|place| place.point));
        let Some(origin) = origin.filter(|_| !places.is_empty()) else {
            return self.say("map-none");
        };
        let projection = Projection::at(origin);
        let offsets: Vec<Offset> =
            places.iter().map(|place| projection.offset(place.point)).collect();
        let rows = by_bearing(offsets.iter().copied());
        if let Some(number) = number {
            let Some(row) = number.checked_sub(1).and_then(|at| rows.get(at)) else {
                return self.say("plain-no-such-number");
            };
            self.query.picked = Some(Pick::Place(fold(&places[row.place].name)));
            return self.list(0);
        }
        for (number, row) in (1..).zip(&rows) {
            let (place, at) = (&places[row.place], offsets[row.place]);
            let text = said::place(number, place, (at.km(), row.wind), self.world.lang);
            self.line(&text)?;
        }
        self.say("plain-places")
    }

    /// The entry with a number of the list, or the one shown; says so when there is none.
    fn entry(&mut self, number: Option<usize>) -> Result<Option<Entry>> {
        let id = match number {
            Some(number) => self.numbered(number as u64)?,
            None => self.shown.as_ref().map(|entry| entry.row.id),
        };
        let entry = id.map(|id| self.store.entry(id)).transpose()?.flatten();
        if entry.is_none() {
            self.say("plain-no-such-number")?;
        }
        Ok(entry)
    }

    /// The entry with a number of the list, also of a page that was said before.
    fn numbered(&self, number: u64) -> Result<Option<EntryId>> {
        let Some(index) = number.checked_sub(1) else { return Ok(None) };
        let window = self.store.window(&self.query, Anchor::Index(index), PAGE)?;
        let at = window.first_index.and_then(|first| index.checked_sub(first));
        let row = at.and_then(|at| window.rows.get(usize::try_from(at).ok()?));
        Ok(row.map(|row| row.id))
    }

    fn say(&mut self, id: &str) -> Result<()> {
        let text = self.world.lang.text(id);
        self.line(&text)
    }

    fn line(&mut self, text: &str) -> Result<()> {
        Ok(self.out.line(text)?)
    }

    fn prompt(&mut self) -> Result<()> {
        let id = if self.shown.is_some() { "plain-prompt-article" } else { "plain-prompt-list" };
        let text = self.world.lang.text(id);
        self.out.text(&text)?;
        self.out.text(" ")?;
        Ok(self.out.flush()?)
    }
}
