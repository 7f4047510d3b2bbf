//! Which keys mean which action: the bindings of a preset with the reader's own keys and macros laid over them.
//!
//! **Invariant:** no sequence stands twice, and none is the beginning of another; so a press is never ambiguous and no
//! time-out is needed.

use super::key::Key;
use super::notation::Sequence;
use super::preset::Preset;
use crate::action::Action;

/// The bindings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keymap {
    preset: Preset,
    /// In the order of the action table, macros last.
    bindings: Vec<(Sequence, Bound)>,
}

/// What a sequence is bound to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Bound {
    /// An action.
    Action(Action),
    /// Several, one after the other.
    Macro(Vec<Step>),
}

/// A step of a macro.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// What to do.
    pub action: Action,
    /// With which count.
    pub count: Option<u32>,
}

/// What a key means after the keys pressed before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolved {
    /// This.
    Action(Action),
    /// These, one after the other.
    Macro(Vec<Step>),
    /// It may become one of these.
    Pending(Vec<Candidate>),
    /// Nothing.
    Nothing,
}

/// A way to go on from the keys pressed so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The keys still to press.
    pub key: Sequence,
    /// What they would mean; a macro means several.
    pub actions: Vec<Action>,
}

/// Two bindings that cannot live together: the same key, or one that begins the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// The reader's action, or "macros".
    pub name: &'static str,
    /// The reader's key for it.
    pub key: Sequence,
    /// The action in the way, or "macros".
    pub other: &'static str,
    /// Its key.
    pub other_key: Sequence,
}

impl Default for Keymap {
    /// The bindings of the action table.
    fn default() -> Self {
        Self::preset(Preset::Umland)
    }
}

impl Keymap {
    /// The bindings of a preset alone.
    pub fn preset(preset: Preset) -> Self {
        Self { preset, bindings: preset.bindings() }
    }

    /// A preset with the reader's own keys laid over it. An action that is named has only the keys named (an empty list
    /// unbinds it), and a preset's key of another action gives way when it is exactly the reader's.
    ///
    /// # Errors
    /// All clashes: a key named twice, and keys of which one begins the other.
    pub fn new(
        preset: Preset,
        overrides: &[(Action, Vec<Sequence>)],
        macros: &[(Sequence, Vec<Step>)],
    ) -> Result<Self, Vec<Clash>> {
        let keys = overrides.iter().flat_map(|(action, keys)| {
            keys.iter().map(|key| (key.clone(), Bound::Action(*action)))
        });
        let macros = macros.iter().map(|(key, steps)| (key.clone(), Bound::Macro(steps.clone())));
        let own: Vec<(Sequence, Bound)> = keys.chain(macros).collect();
        let kept = preset.bindings().into_iter().filter(|(key, bound)| {
            let named = |(action, _): &(Action, _)| *bound == Bound::Action(*action);
            !overrides.iter().any(named) && !own.iter().any(|(own_key, _)| own_key == key)
        });
        let mut bindings: Vec<(Sequence, Bound)> = kept.collect();
        let mut clashes = Vec::new();
        for (key, bound) in own {
            let clash = bindings.iter().find(|(other, _)| overlap(other, &key));
            if let Some((other_key, other)) = clash {
                let (other, other_key) = (other.name(), other_key.clone());
                clashes.push(Clash { name: bound.name(), key, other, other_key });
            } else {
                bindings.push((key, bound));
            }
        }
        if !clashes.is_empty() {
            return Err(clashes);
        }
        bindings.sort_by_key(|(_, bound)| bound.place());
        Ok(Self { preset, bindings })
    }

    /// What `key` means after `pending`.
    pub fn resolve(&self, pending: &[Key], key: Key) -> Resolved {
        let mut candidates = Vec::new();
        for (sequence, bound) in &self.bindings {
            let Some(rest) =
                sequence.keys().strip_prefix(pending).and_then(|rest| rest.strip_prefix(&[key]))
            else {
                continue;
            };
            match (Sequence::new(rest.to_vec()), bound) {
                (None, Bound::Action(action)) => return Resolved::Action(*action),
                (None, Bound::Macro(steps)) => return Resolved::Macro(steps.clone()),
                (Some(key), bound) => candidates.push(Candidate { key, actions: bound.actions() }),
            }
        }
        if candidates.is_empty() { Resolved::Nothing } else { Resolved::Pending(candidates) }
    }

    /// The ways to go on from `pending`, for the pop-up.
    pub fn candidates(&self, pending: &[Key]) -> Vec<Candidate> {
        self.bindings
            .iter()
            .filter_map(|(sequence, bound)| {
                let rest = sequence.keys().strip_prefix(pending)?;
                Some(Candidate { key: Sequence::new(rest.to_vec())?, actions: bound.actions() })
            })
            .collect()
    }

    /// The keys of an action, the first one to show in hints.
    pub fn keys_of(&self, action: Action) -> impl Iterator<Item = &Sequence> {
        let bound = Bound::Action(action);
        self.bindings.iter().filter(move |(_, found)| *found == bound).map(|(key, _)| key)
    }

    /// The reader's own macros: their keys and what they do.
    pub fn macros(&self) -> impl Iterator<Item = (&Sequence, &[Step])> {
        let given = self.preset.bindings();
        let own = self.bindings.iter().filter(move |binding| !given.contains(binding));
        own.filter_map(|(key, bound)| match bound {
            Bound::Macro(steps) => Some((key, steps.as_slice())),
            Bound::Action(_) => None,
        })
    }

    /// The preset that it began with.
    pub fn began_with(&self) -> Preset {
        self.preset
    }

    /// Whether a digit begins a count; not where digits are bound themselves.
    pub fn has_counts(&self) -> bool {
        let digit = |key: &Key| key.typed().is_some_and(|c| c.is_ascii_digit());
        !self.bindings.iter().any(|(sequence, _)| sequence.keys().first().is_some_and(digit))
    }
}

impl Bound {
    fn name(&self) -> &'static str {
        match self {
            Self::Action(action) => action.name(),
            Self::Macro(_) => "macros",
        }
    }

    /// Its place in the keymap's order.
    pub(super) fn place(&self) -> usize {
        match self {
            Self::Action(action) => *action as usize,
            Self::Macro(_) => usize::MAX,
        }
    }

    fn actions(&self) -> Vec<Action> {
        match self {
            Self::Action(action) => vec![*action],
            Self::Macro(steps) => steps.iter().map(|step| step.action).collect(),
        }
    }
}

/// Whether one of two sequences begins the other.
pub(super) fn overlap(a: &Sequence, b: &Sequence) -> bool {
    a.keys().starts_with(b.keys()) || b.keys().starts_with(a.keys())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seq(text: &str) -> Sequence {
        text.parse().expect(text)
    }

    fn press(keymap: &Keymap, text: &str) -> Resolved {
        let keys = seq(text);
        let (last, before) = keys.keys().split_last().expect("never empty");
        keymap.resolve(before, *last)
    }

    #[test]
    fn keys_resolve() {
        let keymap = Keymap::default();
        assert_eq!(press(&keymap, "j"), Resolved::Action(Action::Down));
        assert_eq!(press(&keymap, "gg"), Resolved::Action(Action::Top));
        assert_eq!(press(&keymap, "g"), Resolved::Pending(keymap.candidates(seq("g").keys())));
        assert_eq!(press(&keymap, "gj"), Resolved::Nothing);
        assert_eq!(press(&keymap, "gg g"), Resolved::Nothing);
        assert!(
            keymap
                .candidates(seq("g").keys())
                .iter()
                .any(|c| c.actions == [Action::ViewStarred] && c.key == seq("*"))
        );
    }

    #[test]
    fn own_keys_are_laid_over_the_defaults() {
        let own = [(Action::Star, vec![seq("x"), seq("j")]), (Action::Add, Vec::new())];
        let keymap = Keymap::new(Preset::Umland, &own, &[]).expect("no clash");
        assert_eq!(press(&keymap, "x"), Resolved::Action(Action::Star));
        assert_eq!(
            press(&keymap, "s"),
            Resolved::Nothing,
            "a named action has only the keys named"
        );
        assert_eq!(press(&keymap, "a"), Resolved::Nothing, "an empty list unbinds");
        assert_eq!(press(&keymap, "j"), Resolved::Action(Action::Star), "a default gives way");
        assert_eq!(press(&keymap, "Down"), Resolved::Action(Action::Down), "only that key of it");
        assert_eq!(keymap.keys_of(Action::Star).next(), Some(&seq("x")));
    }

    #[test]
    fn clashes_are_found() {
        let clash = |own: &[(Action, Vec<Sequence>)]| {
            Keymap::new(Preset::Umland, own, &[]).expect_err("a clash")
        };
        let twice = clash(&[(Action::Star, vec![seq("x")]), (Action::Add, vec![seq("x")])]);
        assert_eq!((twice[0].name, twice[0].other), ("add", "star"));
        let hides = clash(&[(Action::Star, vec![seq("g")])]);
        assert_eq!(hides[0].other_key.keys().len(), 2);
        let hidden = clash(&[(Action::Star, vec![seq("qq")])]);
        assert_eq!((hidden[0].other, hidden[0].other_key.clone()), ("back", seq("q")));
    }

    #[test]
    fn a_macro_is_several_actions_at_one_key() {
        let steps = vec![
            Step { action: Action::Star, count: None },
            Step { action: Action::Down, count: Some(3) },
        ];
        let keymap = Keymap::new(Preset::Umland, &[], &[(seq(",x"), steps.clone())]);
        let keymap = keymap.expect("no clash");
        assert_eq!(press(&keymap, ",x"), Resolved::Macro(steps.clone()));
        assert_eq!(keymap.candidates(seq(",").keys())[0].actions, [Action::Star, Action::Down]);
        let clash = Keymap::new(Preset::Umland, &[], &[(seq("gg x"), steps)]).expect_err("a clash");
        assert_eq!((clash[0].name, clash[0].other), ("macros", "top"));
    }

    #[test]
    fn no_overrides_are_the_defaults() {
        assert_eq!(Keymap::new(Preset::Umland, &[], &[]), Ok(Keymap::default()));
    }
}
