//! Every default key of every action does what the action is for: keys in, screen out.
#![allow(clippy::unwrap_used, clippy::panic)]

mod stage;

use stage::{Shown, Stage};
use umland::action::{ACTIONS, Action};
use umland::app::overlay::Overlay;
use umland::app::prompt::Purpose;
use umland::app::{About, Effect, Pane};
use umland::domain::{Scope, Show, SortBy, Which};
use umland::keys::{Keymap, Preset, Sequence, Step};

/// An action, the keys that are pressed, `_` for its own, and what must be so after them.
type Case = (&'static str, &'static str, fn(&Shown) -> bool);

fn at(shown: &Shown, row: usize) -> bool {
    shown.state.list.selected == row
}

fn has(shown: &Shown, text: &str) -> bool {
    shown.text().contains(text)
}

fn asked(shown: &Shown, is: fn(&Effect) -> bool) -> bool {
    shown.asked.iter().chain(&shown.performed).any(is)
}

/// What is about the selected entry goes into this table of the configuration.
fn wishes(shown: &Shown, into: &str, is: fn(&About) -> bool) -> bool {
    let mut asked = shown.asked.iter().chain(&shown.performed);
    asked.any(|e| matches!(e, Effect::ToggleWish { table, about } if *table == into && is(about)))
}

/// The line at the foot asks for this.
fn is_asked(shown: &Shown, purpose: Purpose) -> bool {
    shown.state.prompt.as_ref().is_some_and(|prompt| prompt.purpose == purpose)
}

/// The row before the action's keys is the first, its article beside it, the keys with the list.
const CASES: &[Case] = &[
    ("down", "_", |s| at(s, 1)),
    ("up", "2j _", |s| at(s, 1)),
    ("pane-left", "_", |s| s.state.focus == Pane::Tree),
    ("pane-right", "_", |s| s.state.focus == Pane::Article),
    ("pane-next", "_", |s| s.state.focus == Pane::Article),
    ("pane-prev", "_", |s| s.state.focus == Pane::Tree),
    ("top", "9j _", |s| at(s, 0)),
    ("bottom", "_", |s| s.state.list.selected + 1 == s.state.list.rows.len()),
    ("half-down", "_", |s| (10..25).contains(&s.state.list.selected)),
    ("half-up", "30j _", |s| (5..25).contains(&s.state.list.selected)),
    ("page-down", "_", |s| (25..36).contains(&s.state.list.selected)),
    ("page-up", "35j _", |s| s.state.list.selected < 10),
    ("view-centre", "50j _", |s| (14..20).contains(&(50 - s.state.list.top))),
    ("view-top", "50j _", |s| 50 - s.state.list.top < 4),
    ("view-bottom", "50j _", |s| 50 - s.state.list.top > 29),
    ("read-on", "_", |s| s.state.list.rows[0].read),
    ("read-back", "v v v Ctrl-e _", |s| s.state.reader.scroll == 0),
    ("article-scroll-down", "v v v _", |s| s.state.reader.scroll == 1),
    ("article-scroll-up", "v v v 3 Ctrl-e _", |s| s.state.reader.scroll == 2),
    ("article-next", "_", |s| at(s, 1) && s.state.list.rows[1].read),
    ("article-prev", "2j _", |s| at(s, 1) && s.state.list.rows[1].read),
    ("unread-next", "j m gg _", |s| at(s, 2)),
    ("unread-prev", "j m j _", |s| at(s, 0)),
    ("hit-next", "l / M a r k t Enter _", |s| {
        let find = s.state.reader.find.as_ref().unwrap();
        find.at == 1 % find.lines.len()
    }),
    ("hit-prev", "l / M a r k t Enter _", |s| {
        let find = s.state.reader.find.as_ref().unwrap();
        find.at + 1 == find.lines.len()
    }),
    ("feed-unread-next", "_", |s| matches!(s.state.list.query.scope, Scope::Feed(_))),
    ("feed-unread-prev", "_", |s| matches!(s.state.list.query.scope, Scope::Feed(_))),
    ("feed-next", "_", |s| matches!(s.state.list.query.scope, Scope::Feed(_))),
    ("feed-prev", "_", |s| matches!(s.state.list.query.scope, Scope::Feed(_))),
    ("open", "_", |s| s.state.list.rows[0].read),
    ("browser", "_", |s| asked(s, |e| matches!(e, Effect::OpenUrl(_)))),
    ("browser-next", "_", |s| at(s, 1) && asked(s, |e| matches!(e, Effect::OpenUrl(_)))),
    // The first article has none; what they do with links is in tests/reading.rs.
    ("links", "_", |s| has(s, "Dieser Artikel hat keine Links")),
    ("link-number", "_", |s| has(s, "Dieser Artikel hat keine Links")),
    ("hints", "_", |s| has(s, "Kein Link auf dem Bildschirm")),
    ("enclosure", "_", |s| asked(s, |e| matches!(e, Effect::Play(_)))),
    ("image", "_", |s| matches!(s.state.overlay, Some(Overlay::Picture { .. }))),
    ("images-toggle", "_", |s| s.state.pictures.inline),
    ("fulltext", "_", |s| s.state.reader.shown.as_ref().unwrap().of_feed),
    ("fulltext-feed", "_", |s| asked(s, |e| matches!(e, Effect::EditFeed(..)))),
    ("diff", "_", |s| has(s, "nicht geändert") || has(s, "Fassung")),
    ("read-toggle", "_", |s| s.state.list.rows[0].read),
    ("select", "_", |s| has(s, "▌")),
    ("read-above", "2j _", |s| s.state.list.rows[..2].iter().all(|r| r.read)),
    ("read-below", "2j _", |s| s.state.list.rows[3..].iter().all(|r| r.read)),
    ("read-older", "_", |s| s.foot().contains("Gelesen, was älter ist")),
    ("read-feed", "_", |s| has(s, "als gelesen markiert (")),
    ("read-town", "_", |s| s.state.list.rows[0].read),
    ("read-story", "_", |s| s.state.list.rows[0].read),
    ("read-list", "_", |s| has(s, "als gelesen markiert")),
    ("read-all", "_", |s| has(s, "nichts ungelesen")),
    ("star", "_", |s| s.selected().contains('★')),
    ("tags-edit", "_", |s| s.foot().contains("Schlagwörter")),
    ("hide", "_", |s| has(s, "Ausgeblendet: ")),
    ("undo", "s _", |s| has(s, "Zurückgenommen: Mit Stern")),
    ("redo", "s u _", |s| has(s, "Wiederhergestellt: Mit Stern")),
    ("repeat", "s j _", |s| s.state.list.rows[1].starred),
    ("history", "s _", |s| has(s, "Was getan wurde")),
    ("find", "_", |s| s.foot().contains("Filter:")),
    ("filter-edit", "_", |s| is_asked(s, Purpose::FilterQuery)),
    ("filter-pick", "_", |s| s.foot().contains("kein Filter gespeichert")),
    ("place-pick", "_", |s| matches!(s.state.overlay, Some(Overlay::Picks { .. }))),
    ("place-clear", "gp _", |s| s.state.list.query.picked.is_none()),
    ("muted-show", "_", |s| s.state.list.query.muted),
    ("mute-place", "_", |s| wishes(s, "hide", |a| matches!(a, About::Place(_)))),
    ("mute-kind", "_", |s| wishes(s, "hide", |a| matches!(a, About::KindOf(_)))),
    ("follow-place", "_", |s| wishes(s, "follow", |a| matches!(a, About::Place(_)))),
    ("follow-kind", "_", |s| wishes(s, "follow", |a| matches!(a, About::KindOf(_)))),
    ("goto-place", "_", |s| s.state.list.query.picked.is_some()),
    ("why", "_", |s| has(s, "Warum steht hier")),
    ("read-hide", "_", |s| matches!(s.state.list.query.show, Show::Unread { .. })),
    ("same-source", "_", |s| matches!(s.state.list.query.scope, Scope::Feed(_))),
    ("cancel", "V _", |s| s.state.list.marked().is_none()),
    ("layout", "_", |s| has(s, "Aufteilung")),
    ("fold-toggle", "h 2j _", |s| s.text().contains('▸')),
    ("fold-open-all", "h zM _", |s| !s.text().contains('▸')),
    ("fold-close-all", "h _", |s| s.text().contains('▸')),
    ("view-unread", "_", |s| has(s, "(ungelesen)")),
    ("view-all", "gu _", |s| s.state.list.query.show == Show::All),
    ("view-starred", "_", |s| s.state.list.query.scope == Scope::Starred),
    ("sort", "_", |s| has(s, "Sortieren nach")),
    ("sort-reverse", "_", |s| s.state.list.query.order.reversed),
    ("goto-feed", "_", |s| s.state.tree.current_feed().is_some()),
    ("jump-back", "3j G _", |s| at(s, 3)),
    ("jump-forward", "3j G < _", |s| s.state.list.selected > 3),
    ("health", "_", |s| has(s, "Zustand der Quellen")),
    ("coverage", "_", |s| has(s, "gleiche Meldung")),
    ("follow", "_", |s| asked(s, |e| matches!(e, Effect::Follow(_)))),
    ("edition", "_", |s| has(s, "Die Ausgabe von heute")),
    ("map", "_", |s| matches!(s.state.overlay, Some(Overlay::Map(_)))),
    ("events", "_", |s| has(s, "Termine")),
    ("warnings", "_", |s| has(s, "Amtliche Warnungen")),
    ("copy-link", "_", |s| asked(s, |e| matches!(e, Effect::Copy(_)))),
    ("copy-cite", "_", |s| asked(s, |e| matches!(e, Effect::Copy(_)))),
    ("save", "_", |s| is_asked(s, Purpose::Save)),
    ("bookmark", "_", |s| asked(s, |e| matches!(e, Effect::Bookmark { .. }))),
    ("pipe", "_", |s| is_asked(s, Purpose::Pipe)),
    ("refresh", "_", |s| asked(s, |e| matches!(e, Effect::Refresh(Which::Feed(_))))),
    ("refresh-all", "_", |s| asked(s, |e| *e == Effect::Refresh(Which::All))),
    ("add", "_", |s| s.foot().contains("Adresse")),
    // The first feed has not moved; those that have are in tests/app_feeds.rs.
    ("take-address", "_", |s| s.state.notice.as_ref().is_some_and(|notice| notice.fault)),
    ("edit-subs", "_", |s| asked(s, |e| *e == Effect::EditConfig)),
    ("command", "_", |s| s.foot().starts_with(" :")),
    ("palette", "_", |s| s.foot().contains("Hin zu oder tun:")),
    ("help", "_", |s| has(s, "Bewegen")),
    ("back", "l _", |s| s.state.focus == Pane::List),
    ("quit", "_ j", |s| at(s, 0)),
    ("suspend", "_", |s| asked(s, |e| *e == Effect::Suspend)),
    ("redraw", "_", |s| asked(s, |e| *e == Effect::Redraw)),
];

/// Presses keys in the notation of the keymap; an action without a key gets one.
fn press(pattern: &str, action: Action, key: &str) -> Shown {
    let own: Sequence = "F9".parse().unwrap();
    let keymap = match key {
        "F9" => Keymap::new(Preset::Umland, &[(action, vec![own])], &[]).unwrap(),
        _ => Keymap::default(),
    };
    Stage::new(120, 36).with(|prefs| prefs.keymap = keymap).press(&pattern.replace('_', key))
}

#[test]
fn every_key_of_every_action_does_it() {
    for spec in ACTIONS {
        let case = CASES.iter().find(|(name, ..)| *name == spec.name);
        let (_, pattern, done) = case.unwrap_or_else(|| panic!("no case for {}", spec.name));
        let keys = if spec.keys.is_empty() { &["F9"][..] } else { spec.keys };
        for key in keys {
            let shown = press(pattern, spec.action, key);
            assert!(done(&shown), "{}: {pattern} {key}\n{}", spec.name, shown.text());
        }
    }
}

#[test]
fn every_action_has_help_in_both_languages() {
    for spec in ACTIONS {
        for lang in umland::lang::Lang::ALL {
            let id = format!("action-{}", spec.name);
            assert!(lang.has(&id), "{id} in {lang}");
            let words = lang.text(&id);
            assert!(!words.starts_with(char::is_lowercase), "{id} in {lang} begins small: {words}");
        }
    }
}

#[test]
fn macros_do_one_thing_after_the_other() {
    let step = |name, count| Step { action: Action::from_name(name).unwrap(), count };
    let steps = vec![step("star", None), step("down", Some(3)), step("read-toggle", None)];
    let keymap = Keymap::new(Preset::Umland, &[], &[(",x".parse().unwrap(), steps)]).unwrap();
    let press = |keys: &str| {
        let keymap = keymap.clone();
        Stage::new(120, 36).with(|prefs| prefs.keymap = keymap).press(keys)
    };
    let shown = press(",x");
    let rows = &shown.state.list.rows;
    assert!(rows[0].starred && rows[3].read && at(&shown, 3), "{}", shown.text());
    assert!(at(&press("2,x"), 6), "a count does it so often");
    press(",").shows("Stern");
    press("? G").shows("Eigene Makros");
    press(",y").shows("? zeigt die Tasten");
}

#[test]
fn with_newsboats_keys_j_is_the_next_feed_and_digits_are_links() {
    let press = |keys: &str| {
        let keymap = Keymap::preset(Preset::Newsboat);
        Stage::new(120, 36).with(|prefs| prefs.keymap = keymap).press(keys)
    };
    assert!(matches!(press("j").state.list.query.scope, Scope::Feed(_)));
    assert!(at(&press("Down"), 1));
    assert!(has(&press("l"), "(ungelesen)"));
    assert!(has(&press("g"), "Sortieren nach"));
    assert!(has(&press("7"), "Einen Link 7 gibt es hier nicht"));
    assert!(press("N U").text().contains("Zurückgenommen"));
    assert_eq!(press("g Down Enter").state.list.query.order.by, SortBy::Feed);
}

#[test]
fn with_vims_keys_n_is_always_the_next_hit() {
    let press = |keys: &str| {
        let keymap = Keymap::preset(Preset::Vim);
        Stage::new(120, 36).with(|prefs| prefs.keymap = keymap).press(keys)
    };
    assert!(at(&press("n"), 0), "without a find it does nothing");
    assert!(at(&press("]u"), 1));
    assert!(at(&press("G gg ]u [u"), 0));
    let find = press("l / M a r k t Enter N").state.reader.find.unwrap();
    assert_eq!(find.at + 1, find.lines.len());
}
