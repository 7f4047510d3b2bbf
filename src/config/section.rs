//! One table of the configuration, read key by key: each key is asked for once, and what was never asked for is unknown.

use std::ops::RangeInclusive;

use toml_edit::{Array, Item, TableLike, Value};

use super::duration;
use super::fault::Reason;
use super::schema::Choice;
use crate::text::nearest;

/// Offset and reason of each fault.
pub(super) type Faults = Vec<(usize, Reason)>;

/// A table that is being read.
pub(super) struct Section<'a, 'f> {
    table: Option<&'a dyn TableLike>,
    known: Vec<&'static str>,
    pub(super) faults: &'f mut Faults,
}

impl<'a, 'f> Section<'a, 'f> {
    /// Starts reading a table; an absent one has no keys.
    pub(super) fn new(table: Option<&'a dyn TableLike>, faults: &'f mut Faults) -> Self {
        Self { table, known: Vec::new(), faults }
    }

    /// The item of a key.
    pub(super) fn item(&mut self, key: &'static str) -> Option<&'a Item> {
        self.known.push(key);
        self.table?.get(key)
    }

    /// The value of a key, when its type is right.
    fn typed<T>(
        &mut self,
        key: &'static str,
        want: &'static str,
        read: impl FnOnce(&'a Value) -> Option<T>,
    ) -> Option<(T, usize)> {
        let item = self.item(key)?;
        if let Some(value) = item.as_value().and_then(read) {
            return Some((value, offset(item)));
        }
        self.wrong_type(key, item, want);
        None
    }

    /// Tells that an item has the wrong type.
    pub(super) fn wrong_type(&mut self, key: &str, item: &Item, want: &'static str) {
        let reason = Reason::Type { key: key.to_owned(), want, found: item.type_name() };
        self.faults.push((offset(item), reason));
    }

    /// A text.
    pub(super) fn text(&mut self, key: &'static str) -> Option<(&'a str, usize)> {
        self.typed(key, "text", |value| value.as_str())
    }

    /// A switch.
    pub(super) fn switch(&mut self, key: &'static str, target: &mut bool) {
        if let Some((value, _)) = self.typed(key, "switch", Value::as_bool) {
            *target = value;
        }
    }

    /// A whole number within a range.
    pub(super) fn number<T>(&mut self, key: &'static str, range: RangeInclusive<T>, target: &mut T)
    where
        T: TryFrom<i64> + PartialOrd + ToString,
    {
        let Some((value, at)) = self.typed(key, "number", Value::as_integer) else { return };
        match T::try_from(value) {
            Ok(value) if range.contains(&value) => *target = value,
            _ => self.out_of_range(key, at, range.start().to_string(), range.end().to_string()),
        }
    }

    /// A number with a fraction, within a range.
    pub(super) fn fraction(
        &mut self,
        key: &'static str,
        range: RangeInclusive<f64>,
    ) -> Option<(f64, usize)> {
        let read = |value: &Value| {
            value
                .as_float()
                .or_else(|| value.as_integer().and_then(|n| i32::try_from(n).ok()).map(f64::from))
        };
        let (value, at) = self.typed(key, "fraction", read)?;
        if range.contains(&value) {
            return Some((value, at));
        }
        self.out_of_range(key, at, range.start().to_string(), range.end().to_string());
        None
    }

    /// A duration of at least `min` and at most `max` seconds.
    pub(super) fn duration(
        &mut self,
        key: &'static str,
        range: RangeInclusive<u32>,
    ) -> Option<u32> {
        let (text, at) = self.typed(key, "duration", |value| value.as_str())?;
        let Some(seconds) = duration::parse(text) else {
            self.faults.push((at, Reason::Duration { value: text.to_owned() }));
            return None;
        };
        if range.contains(&seconds) {
            return Some(seconds);
        }
        self.out_of_range(key, at, duration::print(*range.start()), duration::print(*range.end()));
        None
    }

    /// One of a few words.
    pub(super) fn choice<T: Choice>(&mut self, key: &'static str, target: &mut T) {
        let Some((text, at)) = self.text(key) else { return };
        if let Some((_, value)) = T::WORDS.iter().find(|(word, _)| *word == text) {
            *target = *value;
            return;
        }
        let choices: Vec<&'static str> = T::WORDS.iter().map(|(word, _)| *word).collect();
        let nearest = nearest(text, choices.iter().copied());
        let reason =
            Reason::Choice { key: key.to_owned(), value: text.to_owned(), choices, nearest };
        self.faults.push((at, reason));
    }

    /// A list of texts, each with its offset.
    pub(super) fn texts(&mut self, key: &'static str) -> Vec<(&'a str, usize)> {
        let Some((array, at)) = self.typed(key, "texts", Value::as_array) else {
            return Vec::new();
        };
        self.texts_of(key, array, at)
    }

    /// The texts of a list, each with its offset.
    pub(super) fn texts_of(
        &mut self,
        key: &str,
        array: &'a Array,
        at: usize,
    ) -> Vec<(&'a str, usize)> {
        let mut texts = Vec::new();
        for value in array {
            let at = value.span().map_or(at, |span| span.start);
            match value.as_str() {
                Some(text) => texts.push((text, at)),
                None => self.faults.push((
                    at,
                    Reason::Type { key: key.to_owned(), want: "text", found: value.type_name() },
                )),
            }
        }
        texts
    }

    /// Ends reading: tells the keys that nobody asked for, and returns those that were.
    pub(super) fn finish(self) -> Vec<&'static str> {
        for (key, item) in self.table.into_iter().flat_map(TableLike::iter) {
            if !self.known.contains(&key) {
                let at = self.table.and_then(|t| t.key(key)).and_then(toml_edit::Key::span);
                let nearest = nearest(key, self.known.iter().copied());
                self.faults.push((
                    at.map_or_else(|| offset(item), |span| span.start),
                    Reason::UnknownKey { key: key.to_owned(), nearest },
                ));
            }
        }
        self.known
    }

    fn out_of_range(&mut self, key: &str, at: usize, min: String, max: String) {
        self.faults.push((at, Reason::Range { key: key.to_owned(), min, max }));
    }
}

/// Where an item begins.
pub(super) fn offset(item: &Item) -> usize {
    item.span().map_or(0, |span| span.start)
}
