//! Sets of keys to begin with: umland's own, those of newsboat, those of vim.
//!
//! **Invariant:** in no preset does a sequence stand twice or begin another, and every action that has a key can be typed
//! on a German keyboard without `AltGr` (test-checked).

use super::keymap::{Bound, Step, overlap};
use super::notation::Sequence;
use crate::action::{ACTIONS, Action};

/// A set of keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Preset {
    /// The keys of the action table.
    #[default]
    Umland,
    /// Newsboat's defaults wherever newsboat has the command; umland's own for the rest.
    Newsboat,
    /// umland's own, with `n` and `N` for hits always, and unread at `]u` and `[u`.
    Vim,
}

/// Action → its keys. Actions that do not stand here keep their own keys, as far as these do not get into the way.
type Table = &'static [(&'static str, &'static [&'static str])];

/// After newsboat's `keycmds`; where a key does what umland does by itself, the action stands there all the same, so that
/// nothing else of ours takes its key. Without a key remain what umland does otherwise: ^U ^K $ ^X ^V ^G ^D.
const NEWSBOAT: Table = &[
    ("open", &["Enter"]),
    ("back", &["q"]),
    ("quit", &["Q", "Ctrl-c"]),
    ("refresh", &["r"]),
    ("refresh-all", &["R"]),
    ("read-list", &["A"]),
    ("read-all", &["C"]),
    ("save", &["s"]),
    ("unread-next", &["n"]),
    ("unread-prev", &["p"]),
    ("article-next", &["J"]),
    ("article-prev", &["K"]),
    ("browser", &["o"]),
    ("browser-next", &["O"]),
    ("help", &["?", "F1"]),
    ("read-toggle", &["N", "m"]),
    ("read-hide", &["l"]),
    ("links", &["u"]),
    ("place-clear", &["Ctrl-t"]),
    ("place-pick", &["t"]),
    ("find", &["/", "-"]),
    ("link-number", &["#"]),
    ("enclosure", &["e"]),
    ("edit-subs", &["E"]),
    ("redraw", &["Ctrl-l"]),
    ("command", &[":"]),
    ("filter-edit", &["F"]),
    ("filter-pick", &["f"]),
    ("cancel", &["Esc", "Ctrl-f"]),
    ("bookmark", &["Ctrl-b", "B"]),
    ("star", &["Ctrl-e"]),
    ("feed-unread-next", &["Ctrl-n"]),
    ("feed-unread-prev", &["Ctrl-p"]),
    ("feed-next", &["j"]),
    ("feed-prev", &["k"]),
    ("hide", &["D"]),
    ("pipe", &["|", "P"]),
    ("sort", &["g"]),
    ("sort-reverse", &["G"]),
    ("up", &["Up"]),
    ("down", &["Down"]),
    ("page-up", &["PageUp"]),
    ("page-down", &["PageDown"]),
    ("top", &["Home"]),
    ("bottom", &["End"]),
    ("pane-next", &["Tab"]),
    ("pane-right", &["Right"]),
    ("undo", &["U"]),
    ("redo", &["Ctrl-r"]),
];

const VIM: Table = &[
    ("hit-next", &["n"]),
    ("hit-prev", &["N"]),
    ("read-toggle", &["m"]),
    ("unread-next", &["]u", "gj"]),
    ("unread-prev", &["[u", "gk"]),
    ("feed-next", &["]f", "ä"]),
    ("feed-prev", &["[f", "ö"]),
];

impl Preset {
    /// Every preset with its name in the configuration.
    pub const ALL: &'static [(&'static str, Self)] =
        &[("umland", Self::Umland), ("newsboat", Self::Newsboat), ("vim", Self::Vim)];

    /// Its bindings, in the order of the action table.
    pub(super) fn bindings(self) -> Vec<(Sequence, Bound)> {
        let table = match self {
            Self::Umland => &[],
            Self::Newsboat => NEWSBOAT,
            Self::Vim => VIM,
        };
        let mut own: Vec<(Sequence, Bound)> = Vec::new();
        for (name, keys) in table {
            let bound = Action::from_name(name).map(Bound::Action);
            own.extend(keys.iter().filter_map(|key| Some((key.parse().ok()?, bound.clone()?))));
        }
        if self == Self::Newsboat {
            own.extend(links());
        }
        let named = |spec: &str| table.iter().any(|(name, _)| *name == spec);
        for spec in ACTIONS.iter().filter(|spec| !named(spec.name)) {
            // That every key can be read is held by a test; a broken one would be left out.
            let keys = spec.keys.iter().filter_map(|key| key.parse::<Sequence>().ok());
            let free = |key: &Sequence| !own.iter().any(|(other, _)| overlap(other, key));
            let kept: Vec<Sequence> = keys.filter(free).collect();
            own.extend(kept.into_iter().map(|key| (key, Bound::Action(spec.action))));
        }
        own.sort_by_key(|(_, bound)| bound.place());
        own
    }
}

/// Newsboat's digits: 1 to 9 and 0 open the first ten links.
fn links() -> impl Iterator<Item = (Sequence, Bound)> {
    (1..=10).filter_map(|n| {
        let step = Step { action: Action::Browser, count: Some(n) };
        Some(((n % 10).to_string().parse().ok()?, Bound::Macro(vec![step])))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::key::{Code, Key};

    /// Actions that the tables name ahead of their coming.
    const COMING: &[&str] = &[
        "save",
        "links",
        "place-clear",
        "place-pick",
        "link-number",
        "enclosure",
        "command",
        "filter-edit",
        "filter-pick",
        "bookmark",
        "pipe",
    ];

    #[test]
    fn every_key_can_be_bound() {
        let own = ACTIONS.iter().flat_map(|spec| spec.keys.iter().copied());
        let tables = NEWSBOAT.iter().chain(VIM).flat_map(|(_, keys)| keys.iter().copied());
        for key in own.chain(tables) {
            Sequence::bindable(key).expect(key);
        }
    }

    #[test]
    fn every_name_is_an_action() {
        for (name, _) in NEWSBOAT.iter().chain(VIM) {
            assert!(Action::from_name(name).is_some() || COMING.contains(name), "{name}");
        }
    }

    #[test]
    fn no_key_stands_twice_or_hides_another() {
        for (name, preset) in Preset::ALL {
            let bindings = preset.bindings();
            for (i, (key, bound)) in bindings.iter().enumerate() {
                for (other, other_bound) in &bindings[i + 1..] {
                    assert!(
                        !overlap(key, other),
                        "{name}: {key} {bound:?} / {other} {other_bound:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn every_action_can_be_typed_on_a_german_keyboard() {
        // Written with AltGr there, some of them not printed on the keys.
        let alt_gr = |key: &Key| matches!(key.code(), Code::Char(c) if "@[]{}\\|~€".contains(c));
        // Written there with a dead key: it sends nothing until the next one.
        let dead = |key: &Key| matches!(key.code(), Code::Char('^' | '`' | '´'));
        let easy = |sequence: &Sequence| !sequence.keys().iter().any(|k| alt_gr(k) || dead(k));
        for (name, preset) in Preset::ALL {
            let bindings = preset.bindings();
            for spec in ACTIONS {
                let bound = Bound::Action(spec.action);
                let mut keys = bindings.iter().filter(|(_, found)| *found == bound).peekable();
                assert!(
                    keys.peek().is_none() || keys.any(|(key, _)| easy(key)),
                    "{name}: {}",
                    spec.name
                );
            }
        }
    }

    #[test]
    fn a_preset_takes_nothing_away_but_what_it_says() {
        let without = |preset: Preset| -> Vec<&str> {
            let bindings = preset.bindings();
            let bound = |action| bindings.iter().any(|(_, b)| *b == Bound::Action(action));
            let had = ACTIONS.iter().filter(|spec| !spec.keys.is_empty() && !bound(spec.action));
            had.map(|spec| spec.name).collect()
        };
        assert_eq!(without(Preset::Vim), [""; 0]);
        let lost = without(Preset::Newsboat);
        assert!(
            lost.iter().all(|name| {
                let spec = ACTIONS.iter().find(|spec| spec.name == *name);
                spec.is_some_and(|spec| {
                    spec.keys.iter().all(|key| key.starts_with('g') || *key == "Ctrl-e")
                })
            }),
            "{lost:?}"
        );
    }
}
