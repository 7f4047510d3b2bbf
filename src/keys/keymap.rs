//! Which keys mean which action: the defaults of the action table with the reader's own keys laid over them.
//!
//! **Invariant:** no sequence stands twice, and none is the beginning of another; so a press is never ambiguous and no
//! time-out is needed.

use super::key::Key;
use super::notation::Sequence;
use crate::action::{ACTIONS, Action};

/// The bindings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keymap {
    /// In the order of the action table.
    bindings: Vec<(Sequence, Action)>,
}

/// What a key means after the keys pressed before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolved {
    /// This.
    Action(Action),
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
    /// What they would mean.
    pub action: Action,
}

/// Two bindings that cannot live together: the same key, or one that begins the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// The reader's action.
    pub action: Action,
    /// The reader's key for it.
    pub key: Sequence,
    /// The action in the way.
    pub other: Action,
    /// Its key.
    pub other_key: Sequence,
}

impl Default for Keymap {
    /// The bindings of the action table.
    fn default() -> Self {
        Self { bindings: ACTIONS.iter().flat_map(|spec| defaults(spec.action)).collect() }
    }
}

impl Keymap {
    /// The defaults with the reader's own keys laid over them. An action that is named has only the keys named (an empty
    /// list unbinds it), and a default key of another action gives way when it is exactly the reader's.
    ///
    /// # Errors
    /// All clashes: a key named for two actions, and keys of which one begins the other.
    pub fn new(overrides: &[(Action, Vec<Sequence>)]) -> Result<Self, Vec<Clash>> {
        let own: Vec<(Sequence, Action)> = overrides
            .iter()
            .flat_map(|(action, keys)| keys.iter().map(|key| (key.clone(), *action)))
            .collect();
        let kept = Self::default().bindings.into_iter().filter(|(key, action)| {
            !overrides.iter().any(|(named, _)| named == action)
                && !own.iter().any(|(own_key, _)| own_key == key)
        });
        let mut bindings: Vec<(Sequence, Action)> = kept.collect();
        let mut clashes = Vec::new();
        for (key, action) in own {
            let clash = bindings.iter().find(|(other, _)| overlap(other, &key));
            if let Some((other_key, other)) = clash {
                let (other, other_key) = (*other, other_key.clone());
                clashes.push(Clash { action, key, other, other_key });
            } else {
                bindings.push((key, action));
            }
        }
        if !clashes.is_empty() {
            return Err(clashes);
        }
        bindings.sort_by_key(|(_, action)| *action as usize);
        Ok(Self { bindings })
    }

    /// What `key` means after `pending`.
    pub fn resolve(&self, pending: &[Key], key: Key) -> Resolved {
        let mut candidates = Vec::new();
        for (sequence, action) in &self.bindings {
            let Some(rest) =
                sequence.keys().strip_prefix(pending).and_then(|rest| rest.strip_prefix(&[key]))
            else {
                continue;
            };
            match Sequence::new(rest.to_vec()) {
                None => return Resolved::Action(*action),
                Some(key) => candidates.push(Candidate { key, action: *action }),
            }
        }
        if candidates.is_empty() { Resolved::Nothing } else { Resolved::Pending(candidates) }
    }

    /// The ways to go on from `pending`, for the pop-up.
    pub fn candidates(&self, pending: &[Key]) -> Vec<Candidate> {
        self.bindings
            .iter()
            .filter_map(|(sequence, action)| {
                let rest = sequence.keys().strip_prefix(pending)?;
                Some(Candidate { key: Sequence::new(rest.to_vec())?, action: *action })
            })
            .collect()
    }

    /// The keys of an action, the first one to show in hints.
    pub fn keys_of(&self, action: Action) -> impl Iterator<Item = &Sequence> {
        self.bindings.iter().filter(move |(_, bound)| *bound == action).map(|(key, _)| key)
    }
}

fn defaults(action: Action) -> impl Iterator<Item = (Sequence, Action)> {
    // That every default can be read is held by a test; a broken one would be left out.
    action.spec().keys.iter().filter_map(move |key| Some((key.parse().ok()?, action)))
}

fn overlap(a: &Sequence, b: &Sequence) -> bool {
    a.keys().starts_with(b.keys()) || b.keys().starts_with(a.keys())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::key::Code;

    fn seq(text: &str) -> Sequence {
        text.parse().expect(text)
    }

    fn press(keymap: &Keymap, text: &str) -> Resolved {
        let keys = seq(text);
        let (last, before) = keys.keys().split_last().expect("never empty");
        keymap.resolve(before, *last)
    }

    #[test]
    fn every_default_can_be_bound() {
        for spec in ACTIONS {
            for key in spec.keys {
                Sequence::bindable(key).expect(key);
            }
        }
    }

    #[test]
    fn no_default_stands_twice_or_hides_another() {
        let bindings = Keymap::default().bindings;
        for (i, (key, action)) in bindings.iter().enumerate() {
            for (other, other_action) in &bindings[i + 1..] {
                assert!(!overlap(key, other), "{key} {action:?} / {other} {other_action:?}");
            }
        }
    }

    #[test]
    fn every_action_can_be_typed_on_a_german_keyboard() {
        // Written with AltGr there, some of them not printed on the keys.
        let alt_gr = |key: &Key| matches!(key.code(), Code::Char(c) if "@[]{}\\|~€".contains(c));
        // Written there with a dead key: it sends nothing until the next one.
        let dead = |key: &Key| matches!(key.code(), Code::Char('^' | '`' | '´'));
        // An action without a default key is there for the reader's own keys.
        for spec in ACTIONS.iter().filter(|spec| !spec.keys.is_empty()) {
            let easy =
                spec.keys.iter().any(|key| !seq(key).keys().iter().any(|k| alt_gr(k) || dead(k)));
            assert!(easy, "{}", spec.name);
        }
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
                .any(|c| c.action == Action::ViewStarred && c.key == seq("*"))
        );
    }

    #[test]
    fn own_keys_are_laid_over_the_defaults() {
        let own = [(Action::Star, vec![seq("x"), seq("j")]), (Action::Add, Vec::new())];
        let keymap = Keymap::new(&own).expect("no clash");
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
        let clash = |own: &[(Action, Vec<Sequence>)]| Keymap::new(own).expect_err("a clash");
        let twice = clash(&[(Action::Star, vec![seq("x")]), (Action::Add, vec![seq("x")])]);
        assert_eq!((twice[0].action, twice[0].other), (Action::Add, Action::Star));
        let hides = clash(&[(Action::Star, vec![seq("g")])]);
        assert_eq!(hides[0].other_key.keys().len(), 2);
        let hidden = clash(&[(Action::Star, vec![seq("qq")])]);
        assert_eq!((hidden[0].other, hidden[0].other_key.clone()), (Action::Back, seq("q")));
    }

    #[test]
    fn no_overrides_are_the_defaults() {
        assert_eq!(Keymap::new(&[]), Ok(Keymap::default()));
    }
}
