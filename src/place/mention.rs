//! Finds the names in a text: longest match, with its cue, without streets, persons and ordinary words.

use crate::gazetteer::{Area, Hit, key, walk};
use crate::place::lexicon::Language;
use crate::place::rules::{self, Role, Roles};
use crate::place::token::Tokens;
use crate::place::{Cue, Field, adjective, area, cue, plain};

/// A name found in a text.
#[derive(Debug, Clone)]
pub(super) struct Mention {
    /// Where.
    pub(super) field: Field,
    /// How.
    pub(super) cue: Cue,
    /// The words.
    pub(super) text: String,
    /// What it may mean.
    pub(super) hits: Vec<Hit>,
    /// Its number in a list "Neuss, Moers und Willich", from 0.
    pub(super) nth: usize,
    /// It is an ordinary word too.
    pub(super) word: bool,
    /// The district belongs to the town named just before it ("Krefeld-Fischeln").
    pub(super) within: Option<usize>,
}

/// What a text names.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Towns, villages, districts.
    pub(super) mentions: Vec<Mention>,
    /// Counties and regions, each with all areas of that name.
    pub(super) areas: Vec<(Field, Vec<Area>)>,
}

/// Reads names from texts into one [`Found`].
pub(super) struct Finder<'f> {
    pub(super) found: &'f mut Found,
    pub(super) language: Language,
}

/// A name at a word: what it may mean, the word after it, and whether it is inflected.
struct Name {
    hits: Vec<Hit>,
    end: usize,
    adjective: bool,
    inflected: bool,
}

impl Finder<'_> {
    /// Reads a text in which a name needs a cue or must be no ordinary word. Returns how many of its words no name covers
    /// and, in a kicker, no filler either.
    pub(super) fn read(&mut self, text: &str, field: Field) -> usize {
        let tokens = Tokens::new(text);
        let mut at = 0;
        let mut uncovered = 0;
        let mut last: Option<(usize, Cue, usize)> = None; // end, cue and number of the name before
        while let Some(token) = tokens.get(at) {
            let may_begin =
                token.is_capital() && !plain::is_plain(token.text, tokens.key(at), self.language);
            if let Some((end, areas)) = may_begin.then(|| area::area_at(&tokens, at)).flatten() {
                self.found.areas.push((field, areas));
                at = end;
                continue;
            }
            let Some(name) = may_begin.then(|| self.name(&tokens, at)).flatten() else {
                uncovered += usize::from(field != Field::Kicker || !self.is_filler(&tokens, at));
                at += 1;
                continue;
            };
            let end = name.end;
            let (cue, nth) = self.cue(&tokens, at, &name, last);
            let word = end == at + 1
                && (self.language.is_word(tokens.key(at))
                    || name.inflected
                        && !name.adjective
                        && self.language.is_word(&key(name.hits[0].place.name())));
            let Some(cue) = cue.filter(|cue| {
                !word || field == Field::Kicker || self.names_word(&tokens, at, *cue)
            }) else {
                uncovered += end - at;
                at = end;
                continue;
            };
            let text = tokens.span(at..end);
            self.found.mentions.push(Mention {
                field,
                cue,
                text,
                hits: name.hits,
                nth,
                word,
                within: None,
            });
            at = self.district(&tokens, end, field, cue);
            last = Some((at, cue, nth));
        }
        uncovered
    }

    /// Reads a text that is nothing but places: a dateline, a tag.
    pub(super) fn read_alone(&mut self, text: &str, field: Field) {
        let from = self.found.mentions.len();
        self.read(text, Field::Kicker);
        for mention in &mut self.found.mentions[from..] {
            mention.field = field;
            mention.cue = if mention.cue == Cue::Adjective { Cue::Adjective } else { Cue::Alone };
        }
        for (at, _) in self.found.areas.iter_mut().rev().take_while(|(f, _)| *f == Field::Kicker) {
            *at = field;
        }
    }

    /// Reads a kicker: alone when it is nothing but places, otherwise as a text.
    pub(super) fn read_kicker(&mut self, text: &str) {
        // The plus mark of the Nordkurier comes as a letter: "qWaren".
        let text = match text.strip_prefix('q') {
            Some(rest) if rest.starts_with(char::is_uppercase) => rest,
            _ => text,
        };
        let from = self.found.mentions.len();
        let uncovered = self.read(text, Field::Kicker);
        if uncovered == 0 {
            for mention in
                self.found.mentions[from..].iter_mut().filter(|m| m.cue != Cue::Adjective)
            {
                mention.cue = Cue::Alone;
            }
        } else {
            let mut at = from;
            while at < self.found.mentions.len() {
                let mention = &self.found.mentions[at];
                if mention.word && !mention.cue.makes_name() {
                    self.found.mentions.remove(at);
                } else {
                    at += 1;
                }
            }
        }
    }

    fn name(&self, tokens: &Tokens<'_>, at: usize) -> Option<Name> {
        let token = tokens.get(at).filter(|t| !t.text.starts_with(char::is_numeric))?;
        // Behind a hyphen stands the rest of a compound: "Kaiser-Wilhelm-Museum".
        if at > 0 && matches!(token.gap, "-" | "‑") {
            return None;
        }
        if let Some((n, hits)) = walk(tokens.name_from(at)) {
            return Some(Name { hits, end: at + n, adjective: false, inflected: false });
        }
        let (hits, adjective) = adjective::inflected(token.text, self.language)?;
        Some(Name { hits, end: at + 1, adjective, inflected: true })
    }

    fn cue(
        &self,
        tokens: &Tokens<'_>,
        at: usize,
        name: &Name,
        last: Option<(usize, Cue, usize)>,
    ) -> (Option<Cue>, usize) {
        let own = cue::cue(tokens, at, name.end, self.language);
        let gap = tokens.get(at).map_or("", |t| t.gap);
        let is_and = self.roles(tokens.key_before(at, 1)).has(Role::And);
        let listed = last.filter(|(end, ..)| {
            (*end == at && matches!(gap, ", " | "/" | " / " | "," | " & "))
                || (*end + 1 == at && is_and)
        });
        let (inherited, nth) = listed.map_or((None, 0), |(_, cue, nth)| (Some(cue), nth + 1));
        let found = match own {
            Some(Cue::Bare) if name.adjective => Some(Cue::Adjective),
            Some(Cue::Club | Cue::Seat) if name.adjective => own,
            Some(_) if name.adjective => Some(Cue::Adjective),
            Some(Cue::Bare) => Some(inherited.unwrap_or(Cue::Bare)),
            // "zwischen A und B", "in A and B": the second takes the cue of the first.
            Some(Cue::Way) if inherited.is_some() && is_and => inherited,
            own => own,
        };
        (found, nth)
    }

    /// Takes "-Fischeln" behind "Krefeld": a district when the town has one of that name, otherwise part of a
    /// compound that says nothing. Returns the word after it.
    fn district(&mut self, tokens: &Tokens<'_>, at: usize, field: Field, cue: Cue) -> usize {
        let is_joined =
            tokens.get(at).is_some_and(|t| matches!(t.gap, "-" | "‑" | "/") && t.is_capital());
        if !is_joined {
            return at;
        }
        let is_slash = tokens.get(at).is_some_and(|t| t.gap == "/");
        let town = self.found.mentions.len() - 1;
        let name = walk(tokens.name_from(at)).map(|(n, hits)| (at + n, hits));
        let (end, hits) = name.unwrap_or((at + 1, Vec::new()));
        let towns = &self.found.mentions[town].hits;
        let within: Vec<Hit> = hits
            .into_iter()
            .filter(|h| {
                let parent = h.place.municipality();
                parent != h.place && towns.iter().any(|t| t.place == parent)
            })
            .collect();
        if within.is_empty() {
            return if is_slash { at } else { end };
        }
        let text = tokens.span(at..end);
        self.found.mentions.push(Mention {
            field,
            cue,
            text,
            hits: within,
            nth: 0,
            word: false,
            within: Some(town),
        });
        end
    }

    /// Whether the cue shows that an ordinary word is a name here. "im Wald" does not, "in Wald" does.
    fn names_word(&self, tokens: &Tokens<'_>, at: usize, cue: Cue) -> bool {
        const WITH_ARTICLE: &[&str] =
            &["im", "am", "zum", "zur", "vom", "beim", "zu", "um", "vor", "rund"];
        cue.makes_name()
            && !(self.language == Language::German
                && WITH_ARTICLE.contains(&tokens.key_before(at, 1)))
    }

    fn is_filler(&self, tokens: &Tokens<'_>, at: usize) -> bool {
        let key = tokens.key(at);
        key.chars().all(char::is_numeric)
            || self.roles(key).has_any(&[Role::Named, Role::And])
            || (self.language == Language::German
                && matches!(key, "kreis" | "landkreis" | "region"))
    }

    fn roles(&self, key: &str) -> Roles {
        rules::roles(self.language, key)
    }
}
