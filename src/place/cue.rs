//! How a place is named: what stands beside the name says how likely the story plays there.

use crate::place::lexicon::{self, Language};
use crate::place::rules::{Rules, has, rules};
use crate::place::token::Tokens;

/// What stands beside a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cue {
    /// The name is all there is: a dateline, a kicker, a tag.
    Alone,
    /// "Stadt Kempen", "im Ortsteil Anrath".
    Named,
    /// "in Moers".
    In,
    /// "bei Moers", "nahe Moers".
    Near,
    /// Nothing.
    Bare,
    /// "Krefelder Rathaus".
    Adjective,
    /// "nach Moers", "von Moers", "zwischen Moers und Duisburg".
    Way,
    /// "aus Moers".
    From,
    /// "Feuerwehr Moers", "Polizei Moers".
    Service,
    /// "Landgericht Duisburg", "Klinikum Duisburg".
    Seat,
    /// "SV Moers", "gegen Moers".
    Club,
}

impl Cue {
    /// The stable name, as in `--json`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Alone => "alone",
            Self::Named => "named",
            Self::In => "in",
            Self::Near => "near",
            Self::Bare => "bare",
            Self::Adjective => "adjective",
            Self::Way => "way",
            Self::From => "from",
            Self::Service => "service",
            Self::Seat => "seat",
            Self::Club => "club",
        }
    }

    /// Whether it alone shows that an ordinary word is meant as a name.
    pub(super) fn makes_name(self) -> bool {
        matches!(
            self,
            Self::Alone
                | Self::Named
                | Self::In
                | Self::Near
                | Self::From
                | Self::Service
                | Self::Seat
        )
    }
}

/// The cue of a name that takes the words `at` to `end`; none when the words beside it show that no place is meant.
pub(super) fn cue(tokens: &Tokens<'_>, at: usize, end: usize, language: Language) -> Option<Cue> {
    let rules = rules(language);
    let behind = tokens
        .get(end)
        .filter(|t| matches!(t.gap, " " | "-" | " - "))
        .map_or("", |_| tokens.key(end));
    if has(rules.never_before, behind) {
        return None;
    }
    let first = tokens.get(at)?;
    let opens = at == 0 || first.begins_sentence() || first.gap.contains([',', ';', '(', '|']);
    if opens {
        return Some(behind_cue(rules, behind).unwrap_or(Cue::Bare));
    }
    let mut before = at - 1;
    // "tribunal de Lyon", "im niederrheinischen Moers": look past the little word.
    let is_attribute = |i: usize| {
        let token = tokens.get(i);
        language == Language::German
            && token.is_some_and(|t| !t.is_capital() && t.text.ends_with("en") && t.text.len() > 6)
    };
    let before_it = |i: usize| tokens.key_before(i, 1);
    let past = before_it(before);
    let is_link = has(rules.links, tokens.key(before)) || is_attribute(before);
    if is_link && before > 0 && (is_attribute(before) || is_noun_cue(rules, past)) {
        before -= 1;
    }
    let key = tokens.key(before);
    let token = tokens.get(before)?;
    let is_name_before = token.is_capital() && first.gap == " ";
    if is_name_before && (lexicon::is_given_name(key) || has(rules.never_after, key)) {
        return None;
    }
    if !is_name_before && has(rules.never_after, key) && first.gap == ". " {
        return None;
    }
    if has(rules.way, key) && has(rules.near, past) {
        return Some(Cue::Near);
    }
    let found = [
        (rules.named, Cue::Named),
        (rules.service, Cue::Service),
        (rules.seat, Cue::Seat),
        (rules.club, Cue::Club),
        (rules.from, Cue::From),
        (rules.inside, Cue::In),
        (rules.near, Cue::Near),
        (rules.way, Cue::Way),
    ];
    let found = found.into_iter().find(|(list, _)| has(list, key)).map(|(_, cue)| cue);
    let behind = behind_cue(rules, behind);
    Some(match (found, behind) {
        (Some(Cue::In | Cue::Near) | None, Some(behind)) => behind,
        (Some(found), _) => found,
        (None, None) => Cue::Bare,
    })
}

fn behind_cue(rules: &Rules, behind: &str) -> Option<Cue> {
    if has(rules.seat_behind, behind) {
        Some(Cue::Seat)
    } else if has(rules.service_behind, behind) {
        Some(Cue::Service)
    } else if has(rules.club, behind) {
        Some(Cue::Club)
    } else {
        None
    }
}

fn is_noun_cue(rules: &Rules, key: &str) -> bool {
    [rules.named, rules.service, rules.seat, rules.never_after].iter().any(|list| has(list, key))
}
