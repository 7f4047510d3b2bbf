//! How a place is named: what stands beside the name says how likely the story plays there.

use crate::place::lexicon::{self, Language};
use crate::place::rules::{Role, Roles, roles};
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
    let roles = |key: &str| roles(language, key);
    let behind = match tokens.get(end) {
        Some(token) if matches!(token.gap, " " | "-" | " - ") => roles(tokens.key(end)),
        _ => Roles::default(),
    };
    if behind.has(Role::NeverBefore) {
        return None;
    }
    let first = tokens.get(at)?;
    let opens = at == 0 || first.begins_sentence() || first.gap.contains([',', ';', '(', '|']);
    if opens {
        return Some(behind_cue(behind).unwrap_or(Cue::Bare));
    }
    let mut before = at - 1;
    // "tribunal de Lyon", "im niederrheinischen Moers": look past the little word.
    let is_attribute = |i: usize| {
        let token = tokens.get(i);
        language == Language::German
            && token.is_some_and(|t| !t.is_capital() && t.text.ends_with("en") && t.text.len() > 6)
    };
    let past = roles(tokens.key_before(before, 1));
    let is_noun_cue = past.has_any(&[Role::Named, Role::Service, Role::Seat, Role::NeverAfter]);
    let skips = is_attribute(before) || roles(tokens.key(before)).has(Role::Link) && is_noun_cue;
    if skips && before > 0 {
        before -= 1;
    }
    let (key, token) = (tokens.key(before), tokens.get(before)?);
    let word = roles(key);
    let is_name_before = token.is_capital() && first.gap == " ";
    if is_name_before && (lexicon::is_given_name(key) || word.has(Role::NeverAfter)) {
        return None;
    }
    if !is_name_before && word.has(Role::NeverAfter) && first.gap == ". " {
        return None;
    }
    if word.has(Role::Way) && past.has(Role::Near) {
        return Some(Cue::Near);
    }
    let found = BEFORE.iter().find(|(role, _)| word.has(*role)).map(|(_, cue)| *cue);
    Some(match (found, behind_cue(behind)) {
        (Some(Cue::In | Cue::Near) | None, Some(behind)) => behind,
        (Some(found), _) => found,
        (None, None) => Cue::Bare,
    })
}

/// What the word before the name makes of it, the strongest first.
const BEFORE: &[(Role, Cue)] = &[
    (Role::Named, Cue::Named),
    (Role::Service, Cue::Service),
    (Role::Seat, Cue::Seat),
    (Role::Club, Cue::Club),
    (Role::From, Cue::From),
    (Role::Inside, Cue::In),
    (Role::Near, Cue::Near),
    (Role::Way, Cue::Way),
];

fn behind_cue(behind: Roles) -> Option<Cue> {
    const BEHIND: &[(Role, Cue)] = &[
        (Role::SeatBehind, Cue::Seat),
        (Role::ServiceBehind, Cue::Service),
        (Role::Club, Cue::Club),
    ];
    BEHIND.iter().find(|(role, _)| behind.has(*role)).map(|(_, cue)| *cue)
}
