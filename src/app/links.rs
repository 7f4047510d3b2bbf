//! The links of the article: the list of them, their numbers, and letters over those on the screen.

use super::effect::Effect;
use super::layout::Pane;
use super::overlay::Overlay;
use super::prompt::{Prompt, Purpose};
use super::state::State;
use super::{address, marks};
use crate::domain::{Article, Block, Inline};
use crate::keys::{Code, Key};
use crate::text::Clean;
use crate::tr;

/// The letters over links, the easiest to reach first. `y` is not among them: it makes the next letter copy.
const LETTERS: &str = "asdfghjklewrtuiopcvbnmxqz";

/// Letters lie over the links on the screen and wait for one to be typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hints {
    /// The link is copied, not opened.
    pub copy: bool,
    /// What has been typed of a hint of two letters.
    pub typed: String,
}

/// A link of the article, as its list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkLine {
    /// The words that lead there.
    pub text: Clean,
    /// Where they lead.
    pub target: Clean,
}

/// The links of an article, in the order of their numbers.
pub fn lines(article: &Article) -> Vec<LinkLine> {
    let mut texts = vec![String::new(); article.links.len()];
    for block in &article.blocks {
        gather(block, &mut texts);
    }
    let lines = article.links.iter().zip(texts);
    lines
        .map(|(target, text)| LinkLine { text: Clean::line(&text), target: target.clone() })
        .collect()
}

/// Adds the words of links; of a link that stands twice, the first words.
fn gather(block: &Block, texts: &mut [String]) {
    match block {
        Block::Paragraph(inlines) | Block::Heading(_, inlines) => gather_inlines(inlines, texts),
        Block::List(_, items) => items.iter().flatten().for_each(|block| gather(block, texts)),
        Block::Quote(blocks) => blocks.iter().for_each(|block| gather(block, texts)),
        Block::Table(rows) => rows.iter().flatten().for_each(|cell| gather_inlines(cell, texts)),
        Block::Code(_) | Block::Figure(_) | Block::Rule => {}
    }
}

fn gather_inlines(inlines: &[Inline], texts: &mut [String]) {
    for run in inlines.chunk_by(|a, b| a.link == b.link) {
        let text =
            run.first().and_then(|i| i.link).and_then(|link| texts.get_mut(usize::from(link)));
        if let Some(text) = text.filter(|text| text.is_empty()) {
            text.extend(run.iter().map(|inline| &*inline.text));
        }
    }
}

/// The links of the article that is shown.
pub fn shown(state: &State) -> Vec<LinkLine> {
    state.reader.shown.as_ref().map_or_else(Vec::new, |shown| lines(&shown.article))
}

/// Shows the list of links.
pub(super) fn list(state: &mut State) -> Vec<Effect> {
    if has_links(state) {
        state.overlay = Some(Overlay::Links { selected: 0 });
    }
    Vec::new()
}

/// Asks for the number of a link.
pub(super) fn ask_number(state: &mut State) -> Vec<Effect> {
    if has_links(state) {
        state.prompt = Some(Prompt::new(Purpose::LinkNumber, ""));
    }
    Vec::new()
}

/// Opens the link whose number was typed.
pub(super) fn open_number(state: &mut State, typed: &str) -> Vec<Effect> {
    match typed.trim().parse::<u32>() {
        Ok(n) => open(state, n),
        Err(_) => Vec::new(),
    }
}

/// Opens a link by its number, from 1.
pub(super) fn open(state: &mut State, number: u32) -> Vec<Effect> {
    let Some(address) = address(state, number) else { return Vec::new() };
    let mut effects = vec![Effect::OpenUrl(address)];
    effects.extend(marks::mark_opened(state));
    effects
}

/// Copies the target of a link by its number, from 1.
pub(super) fn copy(state: &mut State, number: u32) -> Vec<Effect> {
    address(state, number).map_or_else(Vec::new, |address| address::copy(state, address))
}

fn address(state: &mut State, number: u32) -> Option<String> {
    let links = state.reader.shown.as_ref().map(|shown| &shown.article.links);
    let index = (number as usize).checked_sub(1);
    let link = links.zip(index).and_then(|(links, i)| links.get(i)).map(ToString::to_string);
    if link.is_none() {
        let text = tr!(state.lang(), "notice-no-such-link", n = number);
        state.complain(&text);
    }
    link
}

fn has_links(state: &mut State) -> bool {
    let has = state.reader.shown.as_ref().is_some_and(|shown| !shown.article.links.is_empty());
    if !has {
        let text = state.lang().text("notice-no-links");
        state.complain(&text);
    }
    has
}

/// Lays letters over the links on the screen.
pub(super) fn hint(state: &mut State) -> Vec<Effect> {
    if labels(state).is_empty() {
        let text = state.lang().text("notice-no-links-here");
        state.complain(&text);
    } else {
        state.hints = Some(Hints::default());
    }
    Vec::new()
}

/// The links on the screen, each with its letters; from top to bottom.
pub fn labels(state: &State) -> Vec<(String, u16)> {
    let height = state.height_of(Pane::Article);
    let Some(page) = state.reader.page.as_ref().filter(|_| state.focus != Pane::Tree) else {
        return Vec::new();
    };
    let mut links: Vec<u16> = Vec::new();
    for link in (state.reader.scroll..state.reader.scroll + height).flat_map(|i| page.links_of(i)) {
        if !links.contains(&link) {
            links.push(link);
        }
    }
    let single = links.len() <= LETTERS.len();
    let pairs = LETTERS.chars().flat_map(|a| LETTERS.chars().map(move |b| format!("{a}{b}")));
    let labels: Vec<String> =
        if single { LETTERS.chars().map(String::from).collect() } else { pairs.collect() };
    labels.into_iter().zip(links).collect()
}

/// Takes a key while letters lie over the links. `;` again changes nothing, so that `;;` does as `;`.
pub(super) fn press(state: &mut State, key: Key) -> Vec<Effect> {
    let Some(mut hints) = state.hints.take() else { return Vec::new() };
    match key.typed() {
        Some(';') => state.hints = Some(hints),
        Some('y') if hints.typed.is_empty() => {
            hints.copy = !hints.copy;
            state.hints = Some(hints);
        }
        Some(letter) => {
            hints.typed.push(letter.to_ascii_lowercase());
            let labels = labels(state);
            if let Some((_, link)) = labels.iter().find(|(label, _)| *label == hints.typed) {
                let number = u32::from(*link) + 1;
                return if hints.copy { copy(state, number) } else { open(state, number) };
            }
            let goes_on = labels.iter().any(|(label, _)| label.starts_with(&hints.typed));
            state.hints = Some(hints).filter(|_| goes_on);
        }
        None if key.code() == Code::Backspace && hints.typed.pop().is_some() => {
            state.hints = Some(hints);
        }
        None => {}
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_listed_with_its_first_words() {
        let part = |text: &str, link| Inline { link, ..Inline::plain(text) };
        let article = Article {
            links: vec![Clean::line("https://a.example"), Clean::line("https://b.example")],
            blocks: vec![
                Block::Paragraph(vec![
                    part("Der ", None),
                    part("Plan ", Some(0)),
                    part("B", Some(0)),
                ]),
                Block::Quote(vec![Block::List(
                    None,
                    vec![vec![Block::Paragraph(vec![
                        part("dort", Some(1)),
                        part(" und ", None),
                        part("noch einmal", Some(0)),
                    ])]],
                )]),
            ],
            ..Article::default()
        };
        let lines = lines(&article);
        let texts: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(texts, ["Plan B", "dort"]);
        assert_eq!(lines[1].target, "https://b.example");
    }
}
