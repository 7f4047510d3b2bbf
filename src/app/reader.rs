//! The article pane: the article shown, its page for the pane's width, where it is scrolled to, and the find in it.

use super::effect::Effect;
use super::event::{Loaded, Revision};
use super::state::Prefs;
use crate::domain::{EntryId, Timestamp};
use crate::text::fold::fold;
use crate::typeset::{Page, PictureRoom, reading_minutes};

/// The article pane.
#[derive(Debug, Clone, Default)]
pub struct Reader {
    /// The article shown. It stays until the next one has come, so that nothing flickers.
    pub shown: Option<Box<Loaded>>,
    /// The article laid out.
    pub page: Option<Page>,
    /// Minutes that reading the article takes.
    pub minutes: u32,
    /// What is shown in place of the article: how it differs from an earlier version.
    pub revision: Option<Box<Revision>>,
    /// First visible line.
    pub scroll: usize,
    /// Letters before the line that the reader scrolled to; `scroll` follows from it on a new width.
    place: u32,
    /// The place that the archive knows.
    kept: u32,
    /// The end has been on the screen.
    finished: bool,
    /// The find in the article.
    pub find: Option<Find>,
    wanted: Option<EntryId>,
    of_feed: bool,
    asked: Option<EntryId>,
    /// The article that is probably wanted next, and the one that was asked for as that; see [`Reader::expect`].
    ahead: Option<Box<Loaded>>,
    expected: Option<EntryId>,
    /// Something is to be asked for when the answer that is awaited has come.
    waiting: bool,
    laid_out_for: Option<SetFor>,
    /// The page of the article that is ready ahead, and what it is set for.
    page_ahead: Option<(EntryId, SetFor, Page)>,
}

/// What a page is set for: the width, the day, the room of the pictures.
type SetFor = (u16, Timestamp, Vec<PictureRoom>);

/// A find in the article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Find {
    /// What is sought, as typed.
    pub needle: String,
    /// Lines with a hit.
    pub lines: Vec<usize>,
    /// Which of them is under the cursor.
    pub at: usize,
}

impl Reader {
    /// Wishes for an article; one is loaded at a time.
    #[must_use]
    pub fn want(&mut self, id: EntryId) -> Vec<Effect> {
        if self.wanted == Some(id) {
            return Vec::new();
        }
        self.wanted = Some(id);
        self.of_feed = false;
        match self.ahead.take_if(|ahead| ahead.row.id == id) {
            Some(ahead) => self.show(ahead),
            None if self.asked == Some(id) && self.expected == Some(id) => Vec::new(),
            None => self.ask(),
        }
    }

    /// Loads an article that will probably be wanted next, when nothing else is asked for: so it is there with the key
    /// that wants it, and no other stands beside its headline meanwhile. One is kept, and asked for once.
    #[must_use]
    pub fn expect(&mut self, id: EntryId) -> Vec<Effect> {
        let shown = self.shown.as_ref().map(|shown| shown.row.id);
        if self.asked.is_some() || shown != self.wanted || self.expected == Some(id) {
            return Vec::new();
        }
        self.expected = Some(id);
        self.asked = Some(id);
        vec![Effect::LoadArticle { id, of_feed: false }]
    }

    /// Forgets what was loaded ahead, because it may have changed.
    pub fn forget_ahead(&mut self) {
        (self.ahead, self.expected, self.page_ahead) = (None, None, None);
    }

    /// Loads the wanted article again, because it may have changed.
    #[must_use]
    pub fn reload(&mut self) -> Vec<Effect> {
        self.forget_ahead();
        self.ask()
    }

    /// The page's text instead of the feed's, or the other way round; a page that is not there is fetched.
    #[must_use]
    pub fn full_text(&mut self) -> Vec<Effect> {
        let Some(shown) = self.shown.as_ref().filter(|s| Some(s.row.id) == self.wanted) else {
            return Vec::new();
        };
        self.revision = None;
        if !shown.has_page {
            return vec![Effect::FetchPage(shown.row.id)];
        }
        self.of_feed = !shown.of_feed;
        self.ask()
    }

    /// Shows nothing.
    #[must_use]
    pub fn clear(&mut self) -> Vec<Effect> {
        let effects = self.leave();
        *self = Self { asked: self.asked, ..Self::default() };
        effects
    }

    /// Keeps the place in the article for the next start.
    #[must_use]
    pub fn keep_place(&mut self) -> Vec<Effect> {
        self.keep(self.place)
    }

    /// Keeps the place in an article that is left; one that was read to its end begins anew.
    fn leave(&mut self) -> Vec<Effect> {
        self.keep(if self.finished { 0 } else { self.place })
    }

    fn keep(&mut self, place: u32) -> Vec<Effect> {
        match &self.shown {
            Some(shown) if place != self.kept => {
                self.kept = place;
                vec![Effect::KeepPlace(shown.row.id, place)]
            }
            _ => Vec::new(),
        }
    }

    /// The article that is wanted.
    pub fn wanted(&self) -> Option<EntryId> {
        self.wanted
    }

    fn ask(&mut self) -> Vec<Effect> {
        self.waiting = self.asked.is_some();
        match self.wanted {
            Some(id) if !self.waiting => {
                self.asked = Some(id);
                vec![Effect::LoadArticle { id, of_feed: self.of_feed }]
            }
            _ => Vec::new(),
        }
    }

    /// The answer has come: asks for what has been waiting for that.
    fn ask_on(&mut self) -> Vec<Effect> {
        self.asked = None;
        if self.waiting { self.ask() } else { Vec::new() }
    }

    /// Takes an article; one that is not wanted any more is dropped, one that is expected is kept.
    #[must_use]
    pub fn take(&mut self, loaded: Box<Loaded>) -> Vec<Effect> {
        let id = loaded.row.id;
        let mut effects = self.ask_on();
        if self.wanted == Some(id) {
            effects.extend(self.show(loaded));
        } else if self.expected == Some(id) {
            self.ahead = Some(loaded);
        }
        effects
    }

    fn show(&mut self, loaded: Box<Loaded>) -> Vec<Effect> {
        let mut effects = Vec::new();
        if self.shown.as_ref().is_none_or(|shown| shown.row.id != loaded.row.id) {
            effects = self.leave();
            (self.place, self.kept) = (loaded.place, loaded.place);
            self.find = None;
        }
        if self.revision.as_ref().is_some_and(|revision| revision.entry != loaded.row.id) {
            self.revision = None;
        }
        self.shown = Some(loaded);
        self.laid_out_for = None;
        effects
    }

    /// Shows a comparison in place of the article, or the article again.
    pub fn show_revision(&mut self, revision: Option<Box<Revision>>) {
        self.revision = revision;
        self.scroll = 0;
        self.find = None;
        self.forget_page();
    }

    /// Notes that an article is not there any more.
    #[must_use]
    pub fn missing(&mut self, id: EntryId) -> Vec<Effect> {
        if self.wanted == Some(id) {
            self.wanted = None;
        }
        self.ask_on()
    }

    /// Lays the article out for a width, if that has not been done.
    pub fn lay_out(
        &mut self,
        width: u16,
        prefs: &Prefs,
        pictures: Vec<PictureRoom>,
        now: Timestamp,
    ) {
        let Some(shown) = &self.shown else {
            self.page = None;
            return;
        };
        let key = set_for(width, pictures, now);
        if self.page.is_some() && self.laid_out_for.as_ref() == Some(&key) {
            return;
        }
        let id = shown.row.id;
        let ready = self.page_ahead.take_if(|(of, set_for, _)| (*of, &*set_for) == (id, &key));
        let page = match &self.revision {
            Some(revision) if revision.entry == shown.row.id => {
                super::revisions::lay_out(revision, shown, width, prefs, now)
            }
            _ => {
                let ready = ready.map(|(_, _, page)| page);
                let page = ready
                    .unwrap_or_else(|| super::status::lay_out(shown, width, prefs, &key.2, now));
                self.scroll = if self.place == 0 { 0 } else { page.line_at(self.place) };
                page
            }
        };
        self.minutes = reading_minutes(&shown.article);
        self.page = Some(page);
        self.laid_out_for = Some(key);
        if let Some(find) = self.find.take() {
            self.find(&find.needle);
        }
    }

    /// Lays out the article that is ready ahead, once the one that is shown is. Its pictures get no room: whether they are
    /// shown is not known before.
    pub fn lay_out_ahead(&mut self, width: u16, prefs: &Prefs, now: Timestamp) {
        let Some(ahead) = &self.ahead else { return };
        let (id, key) = (ahead.row.id, set_for(width, Vec::new(), now));
        if self.page_ahead.as_ref().is_none_or(|(of, set_for, _)| (*of, set_for) != (id, &key)) {
            let page = super::status::lay_out(ahead, width, prefs, &[], now);
            self.page_ahead = Some((id, key, page));
        }
    }

    /// Forgets the pages, because what they are made from has changed.
    pub fn forget_page(&mut self) {
        self.laid_out_for = None;
        self.page_ahead = None;
    }

    /// Lines of the page.
    pub fn lines(&self) -> usize {
        self.page.as_ref().map_or(0, |page| page.lines.len())
    }

    /// Keeps the page on the screen, whatever its size; the place stays.
    pub fn settle(&mut self, height: usize) {
        self.scroll = self.scroll.min(self.last_scroll(height));
        self.finished = self.at_end(height);
    }

    /// Scrolls.
    pub fn scroll_by(&mut self, lines: isize, height: usize) {
        self.scroll_to(self.scroll.saturating_add_signed(lines), height);
    }

    /// Scrolls to a line.
    pub fn scroll_to(&mut self, line: usize, height: usize) {
        self.scroll = line.min(self.last_scroll(height));
        // A comparison has no place of its own.
        if self.revision.is_none() {
            self.place = self.page.as_ref().map_or(0, |page| page.offset_of(self.scroll));
        }
    }

    /// Whether the last line is visible.
    pub fn at_end(&self, height: usize) -> bool {
        self.scroll >= self.last_scroll(height)
    }

    /// How much has been shown, in percent.
    pub fn percent(&self, height: usize) -> usize {
        match self.lines() {
            0 => 100,
            n => ((self.scroll + height) * 100 / n).min(100),
        }
    }

    /// Which of the pane's rows stand for the part of the page that is on the screen: first row and number of rows;
    /// none when all of it is.
    pub fn thumb(&self, height: usize) -> Option<(usize, usize)> {
        let last = self.last_scroll(height);
        if last == 0 || height == 0 {
            return None;
        }
        let rows = (height * height / self.lines()).max(1);
        let free = height - rows;
        // The ends are shown only where they are reached.
        let top = match self.scroll {
            0 => 0,
            scroll if scroll >= last => free,
            scroll => (scroll * free / last).max(1).min(free.saturating_sub(1)),
        };
        Some((top, rows))
    }

    /// The share of the article's letters that lies below the screen, in percent.
    pub fn percent_left(&self, height: usize) -> u32 {
        let Some(page) = &self.page else { return 0 };
        let all = u64::from(page.letters()).max(1);
        let seen = u64::from(page.letters_before(self.scroll + height));
        u32::try_from((all - seen) * 100 / all).unwrap_or(0)
    }

    fn last_scroll(&self, height: usize) -> usize {
        self.lines().saturating_sub(height)
    }

    /// Seeks a text in the article, umlauts and case folded; the first hit from the visible part on is the current one.
    pub fn find(&mut self, needle: &str) {
        let folded = fold(needle);
        let Some(page) = self.page.as_ref().filter(|_| !folded.trim().is_empty()) else {
            self.find = None;
            return;
        };
        let lines: Vec<usize> = (0..page.lines.len())
            .filter(|i| fold(&page.lines[*i].text()).contains(&folded))
            .collect();
        let at = lines.iter().position(|line| *line >= self.scroll).unwrap_or(0);
        self.find = Some(Find { needle: needle.to_owned(), lines, at });
    }

    /// Brings the current hit onto the screen.
    pub fn show_hit(&mut self, height: usize) {
        let Some(line) = self.find.as_ref().and_then(|find| find.lines.get(find.at)).copied()
        else {
            return;
        };
        if line < self.scroll || line >= self.scroll + height {
            self.scroll_to(line.saturating_sub(height / 3), height);
        }
    }

    /// Goes to the next or previous hit, going round.
    pub fn step_hit(&mut self, forward: bool, steps: usize, height: usize) {
        if let Some(find) = self.find.as_mut().filter(|find| !find.lines.is_empty()) {
            let n = find.lines.len();
            let by = if forward { steps % n } else { n - steps % n };
            find.at = (find.at + by) % n;
        }
        self.show_hit(height);
    }
}

/// Dates in words ("today, 14:05") change at midnight at the latest; a day is fine enough.
fn set_for(width: u16, pictures: Vec<PictureRoom>, now: Timestamp) -> SetFor {
    (width, Timestamp(now.0 / 86_400), pictures)
}

#[cfg(test)]
#[path = "reader_tests.rs"]
mod tests;
