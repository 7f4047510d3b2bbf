//! A feed between the document and feed-rs: what each kind of document says, under one set of names.

use std::borrow::Cow;

use url::Url;

use crate::domain::{Alert, Enclosure, FeedHints, GeoPoint};

/// How a text is to be understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Style {
    /// Every character stands for itself.
    Text,
    /// HTML.
    Html,
    /// Nobody knows (RSS). In a title known HTML elements are markup and everything else is text; a body is HTML.
    #[default]
    Guess,
}

/// A text with its style.
#[derive(Debug, Clone, Default)]
pub(crate) struct Markup<'a> {
    pub(crate) text: Cow<'a, str>,
    pub(crate) style: Style,
}

impl<'a> Markup<'a> {
    pub(crate) fn new(text: impl Into<Cow<'a, str>>, style: Style) -> Self {
        Self { text: text.into(), style }
    }
}

/// An author.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Person {
    pub(crate) name: String,
    /// Address of the author's page.
    pub(crate) url: Option<String>,
}

/// A value of which the best offer is kept: the lowest rank, and of equals the first.
#[derive(Debug, Clone)]
pub(crate) struct Best<T> {
    value: Option<(u8, T)>,
}

impl<T> Default for Best<T> {
    fn default() -> Self {
        Self { value: None }
    }
}

impl<T> Best<T> {
    /// Takes an offer if it is better than what is there; it is only made then.
    pub(crate) fn offer(&mut self, rank: u8, make: impl FnOnce() -> Option<T>) {
        if self.value.as_ref().is_none_or(|(have, _)| rank < *have)
            && let Some(value) = make()
        {
            self.value = Some((rank, value));
        }
    }

    pub(crate) fn get(self) -> Option<T> {
        self.value.map(|(_, value)| value)
    }

    pub(crate) fn is_some(&self) -> bool {
        self.value.is_some()
    }
}

/// A feed as its document says it.
#[derive(Debug, Default)]
pub(crate) struct DraftFeed<'a> {
    pub(crate) title: Markup<'a>,
    pub(crate) description: Markup<'a>,
    pub(crate) site: Option<String>,
    pub(crate) self_url: Option<String>,
    pub(crate) language: Option<String>,
    pub(crate) icon: Option<String>,
    pub(crate) authors: Vec<Person>,
    /// The address that relative links start from.
    pub(crate) base: Option<Url>,
    /// An entry without authors has the feed's.
    pub(crate) inherits_authors: bool,
    pub(crate) hints: FeedHints,
    pub(crate) entries: Vec<DraftEntry<'a>>,
}

/// An entry as its document says it. Addresses are absolute where a base is known.
#[derive(Debug, Default)]
pub(crate) struct DraftEntry<'a> {
    pub(crate) id: Option<String>,
    pub(crate) url: Option<String>,
    pub(crate) title: Markup<'a>,
    pub(crate) summary: Markup<'a>,
    pub(crate) content: Option<Markup<'a>>,
    /// The address that relative links in the body start from, when it is not the feed's.
    pub(crate) body_base: Option<Url>,
    /// Dates as written, best first.
    pub(crate) published: Vec<String>,
    pub(crate) updated: Vec<String>,
    pub(crate) authors: Vec<Person>,
    pub(crate) categories: Vec<String>,
    pub(crate) enclosures: Vec<Enclosure>,
    pub(crate) image: Option<String>,
    pub(crate) caption: Markup<'a>,
    pub(crate) credit: Markup<'a>,
    pub(crate) language: Option<String>,
    /// What the paywall marks say, as written.
    pub(crate) access: Vec<String>,
    pub(crate) point: Option<GeoPoint>,
    pub(crate) alert: Option<Box<Alert>>,
    pub(crate) source: Markup<'a>,
}
