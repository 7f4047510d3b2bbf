//! The pictures of the article: shown in it when that is wanted, or one of them large. Nothing is fetched unless asked.

use std::sync::Arc;

use super::effect::Effect;
use super::layout::{Pane, Rect, text_width};
use super::overlay::Overlay;
use super::state::State;
use crate::domain::{Article, Block, EntryId, Figure, Graphics, Mosaic, PictureKey};
use crate::text::Clean;
use crate::typeset::PictureRoom;

/// So many pictures are remembered.
const REMEMBERED: usize = 48;
/// The most rows of a picture in an article.
const MOST_ROWS: u16 = 20;

/// A picture, as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Picture {
    /// It was asked for.
    Loading,
    /// It can be drawn.
    Ready(Arc<Mosaic>),
    /// Why it cannot.
    Failed(Clean),
}

/// The pictures.
#[derive(Debug, Clone, Default)]
pub struct Pictures {
    /// They are shown in the articles that are opened.
    pub inline: bool,
    /// What the terminal can show; unknown until the first picture is wanted.
    pub graphics: Option<Graphics>,
    /// The article in which the reader has asked for them.
    asked_in: Option<EntryId>,
    /// Wanted while the terminal is being asked.
    waiting: Vec<PictureKey>,
    known: Vec<(PictureKey, Picture)>,
}

impl Pictures {
    /// No pictures yet; `inline`: they are shown in the articles.
    pub fn new(inline: bool) -> Self {
        Self { inline, ..Self::default() }
    }

    /// What is known of a picture.
    pub fn get(&self, key: &PictureKey) -> Option<&Picture> {
        self.known.iter().find(|(known, _)| known == key).map(|(_, picture)| picture)
    }

    fn want(&mut self, key: PictureKey) -> Vec<Effect> {
        if self.get(&key).is_some() {
            return Vec::new();
        }
        if self.known.len() >= REMEMBERED {
            self.known.remove(0);
        }
        self.known.push((key.clone(), Picture::Loading));
        if let Some(graphics) = self.graphics {
            return vec![Effect::LoadPicture(key, graphics)];
        }
        self.waiting.push(key);
        if self.waiting.len() == 1 { vec![Effect::AskGraphics] } else { Vec::new() }
    }

    /// Takes what the terminal can show, and loads what has been waiting for that. Told again, the terminal has forgotten
    /// the pictures: they are to be loaded anew.
    pub(super) fn take_graphics(&mut self, graphics: Graphics) -> Vec<Effect> {
        if self.graphics.replace(graphics).is_some() {
            self.known.retain(|(_, picture)| *picture == Picture::Loading);
        }
        let waiting = std::mem::take(&mut self.waiting);
        waiting.into_iter().map(|key| Effect::LoadPicture(key, graphics)).collect()
    }

    /// Takes a picture, or why there is none.
    pub(super) fn take(&mut self, key: &PictureKey, loaded: Result<Arc<Mosaic>, Clean>) {
        if let Some((_, picture)) = self.known.iter_mut().find(|(known, _)| known == key) {
            *picture = match loaded {
                Ok(mosaic) => Picture::Ready(mosaic),
                Err(why) => Picture::Failed(why),
            };
        }
    }
}

/// The pictures of an article: the lead image first, when it is not one of the figures.
pub fn figures(article: &Article) -> Vec<Figure> {
    let mut found = Vec::new();
    for block in &article.blocks {
        gather(block, &mut found);
    }
    let lead = article.lead_image.as_deref().unwrap_or_default();
    if !lead.is_empty() && !found.iter().any(|figure| *figure.src == *lead) {
        found.insert(0, Figure { src: Clean::line(lead), ..Figure::default() });
    }
    found
}

fn gather(block: &Block, found: &mut Vec<Figure>) {
    match block {
        Block::Figure(figure) if !figure.src.is_empty() => found.push(figure.clone()),
        Block::List(_, items) => items.iter().flatten().for_each(|block| gather(block, found)),
        Block::Quote(blocks) => blocks.iter().for_each(|block| gather(block, found)),
        _ => {}
    }
}

/// The pictures of the article that is shown.
pub fn shown(state: &State) -> Vec<Figure> {
    state.reader.shown.as_ref().map_or_else(Vec::new, |shown| figures(&shown.article))
}

/// Whether the pictures stand in the article that is shown.
fn stand_in_article(state: &State) -> bool {
    let id = state.reader.shown.as_ref().map(|shown| shown.row.id);
    let opened = state.reader.shown.as_ref().is_some_and(|shown| shown.row.read);
    let asked = state.pictures.asked_in.is_some() && state.pictures.asked_in == id;
    state.pictures.inline && (state.focus == Pane::Article || opened || asked)
}

/// The picture of an address, in the article pane.
pub fn key_in_article(state: &State, pane: Rect, src: &str) -> PictureKey {
    PictureKey {
        src: src.to_owned(),
        columns: text_width(pane.width).min(state.prefs.measure),
        rows: pane.height.saturating_sub(4).clamp(3, MOST_ROWS),
    }
}

/// The room that each picture takes in the article: one row until it is there.
pub(super) fn rooms(state: &State, pane: Rect) -> Vec<PictureRoom> {
    if !stand_in_article(state) {
        return Vec::new();
    }
    let room = |figure: Figure| {
        let rows = match state.pictures.get(&key_in_article(state, pane, &figure.src)) {
            Some(Picture::Ready(mosaic)) => mosaic.rows,
            _ => 1,
        };
        PictureRoom { src: figure.src, rows }
    };
    shown(state).into_iter().map(room).collect()
}

/// Wants the pictures on the screen and on the next one.
pub(super) fn want_near(state: &mut State, pane: Rect) -> Vec<Effect> {
    if !stand_in_article(state) {
        return Vec::new();
    }
    let Some(set) = &state.reader.page else { return Vec::new() };
    let height = usize::from(pane.height);
    let near = state.reader.scroll.saturating_sub(height)..state.reader.scroll + 2 * height;
    let keys: Vec<PictureKey> = set
        .pictures
        .iter()
        .filter(|picture| picture.rows > 0 && near.contains(&picture.line))
        .map(|picture| key_in_article(state, pane, &picture.src))
        .collect();
    keys.into_iter().flat_map(|key| state.pictures.want(key)).collect()
}

/// Shows pictures in the articles, or not any more.
pub(super) fn toggle(state: &mut State) -> Vec<Effect> {
    state.pictures.inline = !state.pictures.inline;
    state.pictures.asked_in = state.reader.shown.as_ref().map(|shown| shown.row.id);
    let id = if state.pictures.inline { "notice-images-on" } else { "notice-images-off" };
    let text = state.lang().text(id);
    state.say(&text);
    Vec::new()
}

/// Shows a picture large: the first one on the screen or below it, else the last one.
pub(super) fn show_large(state: &mut State) -> Vec<Effect> {
    let figures = shown(state);
    if figures.is_empty() {
        let text = state.lang().text("notice-no-picture");
        state.complain(&text);
        return Vec::new();
    }
    let page = state.reader.page.as_ref();
    let below = page.and_then(|page| {
        let mut pictures = page.pictures.iter();
        let last = |p: &&crate::typeset::PagePicture| p.line + usize::from(p.rows.max(1));
        pictures.find(|p| last(p) > state.reader.scroll).map(|p| p.src.clone())
    });
    let at_top = state.reader.scroll == 0;
    let found = below.and_then(|src| figures.iter().position(|figure| figure.src == src));
    let index = if at_top { 0 } else { found.unwrap_or(figures.len() - 1) };
    state.overlay = Some(Overlay::Picture { index });
    want_large(state)
}

/// Shows another picture large.
pub(super) fn step(state: &mut State, by: isize) -> Vec<Effect> {
    let last = shown(state).len().saturating_sub(1);
    if let Some(Overlay::Picture { index }) = &mut state.overlay {
        *index = index.saturating_add_signed(by).min(last);
    }
    want_large(state)
}

/// The picture that is shown large, and its words.
pub fn large(state: &State) -> Option<(PictureKey, Figure)> {
    let Some(Overlay::Picture { index }) = state.overlay else { return None };
    let figure = shown(state).into_iter().nth(index)?;
    let columns = state.size.width.saturating_sub(2).max(1);
    let rows = state.size.height.saturating_sub(6).max(1);
    Some((PictureKey { src: figure.src.to_string(), columns, rows }, figure))
}

/// Wants the picture that is shown large; one that failed is tried again.
pub(super) fn want_large(state: &mut State) -> Vec<Effect> {
    let Some((key, _)) = large(state) else { return Vec::new() };
    state.pictures.want(key)
}

/// Forgets what failed, so that it is tried again.
pub(super) fn forget_failed(state: &mut State) {
    state.pictures.known.retain(|(_, picture)| !matches!(picture, Picture::Failed(_)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lead_image_comes_first_and_once() {
        let figure =
            |src: &str| Block::Figure(Figure { src: Clean::line(src), ..Figure::default() });
        let mut article = Article {
            lead_image: Some("https://example.org/lead.jpg".to_owned()),
            blocks: vec![Block::Quote(vec![figure("https://example.org/a.jpg")]), figure("")],
            ..Article::default()
        };
        let srcs = |article: &Article| {
            figures(article).into_iter().map(|figure| figure.src.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(srcs(&article), ["https://example.org/lead.jpg", "https://example.org/a.jpg"]);
        article.lead_image = Some("https://example.org/a.jpg".to_owned());
        assert_eq!(srcs(&article), ["https://example.org/a.jpg"]);
    }
}
