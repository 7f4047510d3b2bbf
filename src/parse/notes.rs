//! What was repaired on the way: a counter and one example for each kind of repair.

use crate::domain::Warning;
use crate::text::Clean;

/// The longest example kept, in characters.
const MAX_DETAIL: usize = 120;

macro_rules! repairs {
    ($($(#[$doc:meta])* $variant:ident => $code:literal),+ $(,)?) => {
        /// The kinds of repair. The words for a code stand in the language files under `warning-<code>`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Repair { $($(#[$doc])* $variant),+ }

        impl Repair {
            /// Every kind, for tests of completeness.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable code.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }
    };
}

repairs! {
    /// The bytes are in another charset than declared.
    CharsetWrong => "charset-wrong",
    /// No charset is declared and the bytes are not UTF-8.
    CharsetGuessed => "charset-guessed",
    /// Bytes that mean nothing in the charset; each costs one character.
    BadBytes => "bad-bytes",
    /// Something stands before the document.
    JunkBefore => "junk-before",
    /// Something stands after the document.
    JunkAfter => "junk-after",
    /// The document ends in the middle.
    CutOff => "cut-off",
    /// Ampersands that should have been escaped.
    BareAmpersand => "bare-ampersand",
    /// Elements that were never closed.
    Unclosed => "unclosed",
    /// End tags without a start.
    StrayEnd => "stray-end",
    /// Markup that should have been escaped.
    NakedMarkup => "naked-markup",
    /// More attributes on one element than are read.
    ManyAttributes => "many-attributes",
    /// A prefix that is not declared.
    Prefix => "prefix",
    /// Entries without an identifier.
    NoId => "no-id",
    /// Identifiers that occur twice.
    SameId => "same-id",
    /// Entries without a title.
    NoTitle => "no-title",
    /// Titles too long to be any, cut.
    LongTitle => "long-title",
    /// Entries without a date.
    NoDate => "no-date",
    /// Dates that cannot be read.
    BadDate => "bad-date",
    /// Dates too far in the past or the future to be true.
    AbsurdDate => "absurd-date",
    /// Dates without a time zone.
    NoZone => "no-zone",
    /// Values of another type than JSON Feed wants.
    JsonType => "json-type",
    /// Empty entries, left out.
    EmptyEntry => "empty-entry",
}

/// Collects repairs.
#[derive(Debug, Default)]
pub(crate) struct Notes(Vec<(Repair, u32, String)>);

impl Notes {
    /// Counts one repair.
    pub(crate) fn add(&mut self, repair: Repair, detail: &str) {
        self.add_many(repair, 1, detail);
    }

    /// Counts `count` repairs of one kind; none when it is 0.
    pub(crate) fn add_many(&mut self, repair: Repair, count: u32, detail: &str) {
        if count == 0 {
            return;
        }
        match self.0.iter_mut().find(|(kind, ..)| *kind == repair) {
            Some((_, n, _)) => *n = n.saturating_add(count),
            None => self.0.push((repair, count, detail.chars().take(MAX_DETAIL).collect())),
        }
    }

    /// The warnings, in the order of their kinds.
    pub(crate) fn into_warnings(mut self) -> Vec<Warning> {
        self.0.sort_by_key(|(repair, ..)| *repair);
        self.0
            .into_iter()
            .map(|(repair, count, detail)| Warning {
                code: repair.code().to_owned(),
                count,
                detail: Clean::line(&detail),
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repairs_are_counted_and_the_first_example_kept() {
        let mut notes = Notes::default();
        notes.add(Repair::BadDate, "morgen");
        notes.add(Repair::BadBytes, "");
        notes.add(Repair::BadDate, "\u{1b}[31m");
        let warnings = notes.into_warnings();
        assert_eq!(warnings[0].code, "bad-bytes");
        assert_eq!((warnings[1].count, warnings[1].detail.as_str()), (2, "morgen"));
    }

    #[test]
    fn every_repair_has_words() {
        for source in [
            include_str!("../../assets/lang/en/warnings.ftl"),
            include_str!("../../assets/lang/de/warnings.ftl"),
        ] {
            for repair in Repair::ALL {
                let id = format!("\nwarning-{} =", repair.code());
                assert!(source.contains(&id), "{id}");
            }
        }
    }
}
