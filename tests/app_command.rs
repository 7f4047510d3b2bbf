//! The command line, the palette, the search in the help and the theme chooser: keys in, screen out.
#![allow(clippy::unwrap_used, clippy::panic)]

mod stage;

use std::path::Path;

use stage::{PlayedWorld, Shown, Stage, golden};
use umland::app::settings::{SETTINGS, Values};
use umland::app::{Effect, Event, LayoutMode, Pane, SettingValue};
use umland::config::Config;
use umland::domain::{Scope, Show, Which};
use umland::keys::{Code, Key};
use umland::lang::Lang;

/// The keys that type a text.
fn keys(text: &str) -> Vec<Event> {
    text.chars()
        .map(|c| match c {
            '\n' => Key::plain(Code::Enter),
            '\t' => Key::plain(Code::Tab),
            '\u{1b}' => Key::plain(Code::Esc),
            '↑' => Key::plain(Code::Up),
            '↓' => Key::plain(Code::Down),
            c => Key::plain(Code::Char(c)),
        })
        .map(Event::Key)
        .collect()
}

/// Types a text on a stage.
fn typed_on(stage: Stage, text: &str) -> Shown {
    stage.play(&PlayedWorld::with_edition(), keys(text))
}

fn typed(text: &str) -> Shown {
    typed_on(Stage::new(120, 36), text)
}

fn asked(shown: &Shown, is: impl Fn(&Effect) -> bool) -> bool {
    shown.asked.iter().chain(&shown.performed).any(is)
}

/// The line that is being typed, after its sign.
fn line(shown: &Shown) -> String {
    shown.state.prompt.as_ref().map(|prompt| prompt.text().to_string()).unwrap_or_default()
}

/// The title of the edition's second feed.
fn title() -> String {
    typed("").state.tree.feeds[1].title.to_string()
}

#[test]
fn actions_are_called_by_name_with_a_count() {
    assert_eq!(typed(":down 5\n").state.list.selected, 5);
    assert_eq!(typed(":5 down\n").state.list.selected, 5);
    assert_eq!(typed(":12\n").state.list.selected, 11);
    assert!(typed(":star\n").state.list.rows[0].starred);
    assert!(typed(":read-tog\n").state.list.rows[0].read, "the only one that begins so");
    typed(":history\n").shows("Was getan wurde");
    assert!(typed(":\n").state.prompt.is_none());
    assert!(typed(":q\nj").state.list.selected == 0, "nothing comes after it");
}

#[test]
fn a_faulty_line_stays_and_says_where_it_is_wrong() {
    let shown = typed(":quti\n");
    shown.shows("Bei Zeichen 1: Einen Befehl „quti“ gibt es nicht – „quit“?");
    assert_eq!(line(&shown), "quti");
    let shown = typed(":theme mnoo\n");
    shown.shows("Bei Zeichen 7: Ein Farbschema „mnoo“ gibt es nicht – „mono“?");
    assert_eq!(shown.cursor, Some((1 + 1 + 6, 35)), "where the fault is");
    typed(":set layuot two\n")
        .shows("Bei Zeichen 5: Eine Einstellung „layuot“ gibt es nicht – „layout“?");
    typed(":set layout four\n")
        .shows("Bei Zeichen 12: „four“ geht hier nicht; möglich: auto, three, two");
    typed(":set measure 7\n").shows("möglich: 20–400");
    typed(":goto\n").shows("Bei Zeichen 5: Hier fehlt: FEED oder ORDNER");
    typed(":goto xyzzy\n").shows("Einen Feed oder Ordner „xyzzy“ gibt es nicht");
    typed(":down x\n").shows("„x“ ist keine Anzahl");
    let english = typed_on(Stage::new(120, 36).lang(Lang::En), ":quti\n");
    english.shows("At character 1: there is no command “quti”; did you mean “quit”?");
    // Typing on takes the fault away; the mended line is carried out.
    typed(":theme mnoo\nx").hides("Bei Zeichen");
    assert!(typed("j:unn\n\u{1b}").state.prompt.is_none());
}

#[test]
fn settings_take_effect_at_once() {
    let shown = typed(":set layout one\n");
    assert_eq!(shown.state.layout, LayoutMode::One);
    shown.shows("layout = one, bis du umland beendest; :set! layout one schreibt es");
    assert!(!asked(&shown, |e| matches!(e, Effect::WriteSetting { .. })));
    let hidden = typed(":star\n:set hide-read on\n");
    assert!(matches!(hidden.state.list.query.show, Show::Unread { .. }));
    typed(":set measure=55\n:set measure\n").shows("measure = 55");
    typed(":set theme mono\n:set theme\n").shows("theme = mono");
    assert_eq!(typed(":theme sixteen\n").state.theme.name(), "sixteen");
    assert_eq!(typed(":theme sixteen\n:set theme auto\n").state.theme.name(), "dark");
    typed(":set ascii always\n").hides("●");
    typed(":set language en\n?").shows("Moving");
    let list = typed(":set\n");
    list.shows("Einstellungen, die sich im Betrieb ändern lassen");
    list.shows("measure");
}

#[test]
fn what_is_set_survives_a_new_reading_of_the_configuration() {
    let mut events = keys(":set layout one\n:set measure 50\n");
    events.push(Event::ConfigChanged(Box::new(stage::prefs())));
    let shown = Stage::new(120, 36).play(&PlayedWorld::with_edition(), events);
    assert_eq!(shown.state.layout, LayoutMode::One);
    assert_eq!(shown.state.prefs.measure, 50);
    // What is written is the configuration's from then on.
    let mut events = keys(":set! layout one\n");
    events.push(Event::ConfigChanged(Box::new(stage::prefs())));
    let shown = Stage::new(120, 36).play(&PlayedWorld::with_edition(), events);
    assert_eq!(shown.state.layout, LayoutMode::Auto);
    let written = Effect::WriteSetting {
        table: "ui",
        key: "layout",
        value: SettingValue::Text("one".to_owned()),
    };
    assert!(asked(&shown, |e| *e == written));
}

/// The interface knows the settings as the configuration does.
#[test]
fn every_setting_is_one_of_the_configurations() {
    let state = typed(":").state;
    let takes = |table: &str, key: &str, value: &str| {
        let text = format!("[{table}]\n{key} = {value}\n");
        Config::parse(&text, Path::new("none/config.toml")).is_ok()
    };
    for setting in SETTINGS {
        let (table, key) = (setting.table, setting.key);
        assert!(setting.can_be(&setting.value(&state.prefs), &state), "{key} is what it is");
        match setting.values {
            Values::Number(min, max) => {
                for (n, good) in [(min, true), (max, true), (min - 1, false), (max + 1, false)] {
                    assert_eq!(takes(table, key, &n.to_string()), good, "{key} = {n}");
                    assert_eq!(setting.can_be(&n.to_string(), &state), good, "{key} = {n}");
                }
            }
            Values::Switch => assert!(takes(table, key, "true") && !takes(table, key, "\"on\"")),
            Values::Words(_) | Values::Theme { .. } => {
                for word in setting.words(&state) {
                    assert!(takes(table, key, &format!("\"{word}\"")), "{key} = {word}");
                }
                assert!(!takes(table, key, "\"xyzzy\"") && !setting.can_be("xyzzy", &state));
            }
        }
    }
}

#[test]
fn commands_with_arguments_do_what_they_say() {
    let title = title();
    let goto = typed(&format!(":goto {title}\n"));
    assert_eq!(goto.state.list.query.scope, Scope::Feed(goto.state.tree.feeds[1].id));
    let folder = goto.state.tree.folders()[0].clone();
    let in_folder = typed(&format!(":goto {folder}\n"));
    assert_eq!(in_folder.state.list.query.scope, Scope::Folder(folder.clone()));
    let refreshed = typed(&format!(":refresh {folder}/\n"));
    assert!(asked(&refreshed, |e| *e == Effect::Refresh(Which::Folder(folder.clone()))));
    let filtered = typed(":filter Lama\n");
    assert_eq!(filtered.state.list.query.text, "Lama");
    let added = typed(":add https://example.org/feed\n");
    assert!(asked(&added, |e| *e == Effect::Subscribe("https://example.org/feed".to_owned())));
    let saved = typed(":save /tmp/x.md\n");
    assert!(asked(&saved, |e| matches!(e, Effect::Save { path, .. } if path == "/tmp/x.md")));
    let piped = typed(":pipe wc -w\n");
    assert!(asked(&piped, |e| matches!(e, Effect::Pipe { command, .. } if command == "wc -w")));
    typed(":help stern\n").shows("Stern setzen oder entfernen");
    typed(":source\n").shows("Wie der Feed ihn liefert");
    typed(":source\n").shows("feed: http://127.0.0.1:1/");
}

#[test]
fn a_random_entry_is_an_unread_one() {
    let shown = typed(":read-list\n:random\n");
    shown.shows("Hier ist nichts ungelesen");
    let shown = typed(":random\n");
    let row = shown.state.list.current().unwrap();
    assert!(!row.read);
}

#[test]
fn tab_completes_names_keys_values_feeds_and_themes() {
    let foot = |text: &str| line(&typed(text));
    assert_eq!(foot(":ran\t"), "random");
    assert_eq!(foot(":set hide\t"), "set hide_read ");
    assert_eq!(foot(":set layout st\t"), "set layout stacked");
    assert_eq!(foot(":theme mo\t"), "theme mono");
    assert_eq!(foot(":theme high\t\t"), "theme high-contrast-light");
    let shift_tab = Event::Key("Shift-Tab".parse::<umland::keys::Sequence>().unwrap().keys()[0]);
    let mut events = keys(":theme high\t\t");
    events.push(shift_tab);
    let shown = Stage::new(120, 36).play(&PlayedWorld::with_edition(), events);
    assert_eq!(line(&shown), "theme high-contrast-dark");
    let title = title();
    let beginning: String = title.chars().take(4).collect();
    assert!(foot(&format!(":goto {beginning}\t")).starts_with(&format!("goto {beginning}")));
    let offered = typed(":set la");
    offered.shows("language  layout");
    typed(":goto").shows("FEED oder ORDNER");
}

#[test]
fn the_history_comes_back_with_up_also_after_a_restart() {
    let world = PlayedWorld::with_edition();
    Stage::new(120, 36).play(&world, keys(":down 2\n:star\n:quti\n\u{1b}"));
    let play = |text: &str| Stage::new(120, 36).again().play(&world, keys(text));
    assert_eq!(line(&play(":↑")), "star", "what was faulty is not kept");
    assert_eq!(line(&play(":↑↑")), "down 2");
    assert_eq!(line(&play(":↑↑↑↑")), "down 2");
    assert_eq!(line(&play(":d↑")), "down 2", "only what begins so");
    assert_eq!(line(&play(":st↑↓")), "st");
}

#[test]
fn the_palette_finds_and_does() {
    let shown = typed("::");
    shown.shows("Hin zu oder tun:");
    shown.shows("Aktion");
    let title = title();
    let found = typed(&format!("::{title}"));
    assert!(found.line(1).contains(&title), "{}", found.text());
    let gone = typed(&format!("::{title}\n"));
    assert_eq!(gone.state.list.query.scope, Scope::Feed(gone.state.tree.feeds[1].id));
    assert!(gone.state.overlay.is_none() && gone.state.prompt.is_none());
    assert!(typed("::star\n").state.list.rows[0].starred);
    assert_eq!(typed("::sixteen\n").state.theme.name(), "sixteen");
    assert_eq!(line(&typed(":::goto\n")), "goto ");
    typed("::xqxqxq\n").shows("Nichts passt");
    let closed = typed("::star\u{1b}j");
    assert!(closed.state.overlay.is_none());
    assert_eq!(closed.state.list.selected, 1);
    assert!(typed("::↓↓").state.overlay.is_some());
}

#[test]
fn the_help_is_searched_by_key_name_and_words() {
    let first = |shown: &Shown| shown.line(1).trim().to_owned();
    assert_eq!(first(&typed("?")), "Hier");
    typed("?/gelesen").hides("Nächste Aufteilung");
    assert_eq!(first(&typed("?/gS")), "gS", "what has exactly that key comes first");
    typed("?/unread-next\n").shows("Nächster ungelesener");
    typed("?/xyzzy").shows("In der Hilfe passt nichts zu „xyzzy“");
    let dropped = typed("?/stern\n\u{1b}");
    dropped.shows("Hier");
    assert!(typed("?/stern\n\u{1b}\u{1b}").state.overlay.is_none());
    // What helps in the article comes first there.
    typed("l?").shows("Hier");
    assert_eq!(typed("l?q").state.focus, Pane::Article);
}

#[test]
fn the_theme_chooser_shows_at_once_keeps_and_restores() {
    let opened = typed(":theme\n");
    opened.shows("Farbschema");
    assert_eq!(typed(":theme\njjj").state.theme.name(), "high-contrast-dark");
    let left = typed(":theme\njjj\u{1b}");
    assert_eq!((left.state.theme.name(), left.state.overlay), ("dark", None));
    let kept = typed(":theme\nG\n");
    assert_eq!(kept.state.theme.name(), "mono");
    let written = Effect::WriteSetting {
        table: "ui",
        key: "theme",
        value: SettingValue::Text("mono".to_owned()),
    };
    assert!(asked(&kept, |e| *e == written));
    // A command begun in the chooser does not keep what is only shown.
    assert_eq!(typed(":theme\njjj:\u{1b}").state.theme.name(), "dark");
}

#[test]
fn golden_screens() {
    for (width, height) in [(80, 24), (120, 36)] {
        for (name, text) in [
            ("command", ":set l"),
            ("command-fault", ":theme mnoo\n"),
            ("palette", "::ungel"),
            ("help-search", "?/lesen"),
            ("themes", ":theme\njjj"),
            ("settings", ":set\n"),
        ] {
            let shown = typed_on(Stage::new(width, height), text);
            golden::check(&format!("{name}-{width}x{height}.txt"), &golden::picture(&shown.buffer));
        }
    }
}

#[test]
fn parts_of_the_article_are_copied_by_name() {
    let copied = |line: &str| {
        let shown = typed(line);
        let found = shown.asked.iter().chain(&shown.performed).find_map(|effect| match effect {
            Effect::Copy(text) => Some(text.clone()),
            _ => None,
        });
        found.unwrap_or_else(|| panic!("{line}: {}", shown.text()))
    };
    let title = typed("").state.list.rows[0].title.to_string();
    assert!(copied(":copy link\n").starts_with("http"));
    let citation = copied(":copy cite\n");
    assert_eq!(citation.lines().count(), 3, "{citation}");
    let quotation = copied(":copy quote\n");
    assert!(quotation.starts_with("> ") && quotation.ends_with(&citation), "{quotation}");
    assert!(copied(":copy text\n").lines().count() > 5);
    assert!(citation.contains(title.split(' ').next_back().unwrap()), "{citation}");
    typed(":copy all\n").shows("möglich: link, cite, text, quote");
    typed(":copy ").shows("link  cite  text  quote");
}

#[test]
fn articles_are_handed_to_programs_by_name() {
    typed(":share\n").shows("Kein Programm zum Weitergeben");
    let with = |names: &[&str], line: &str| {
        let names = names.iter().map(ToString::to_string).collect();
        Stage::new(120, 36)
            .with(|prefs| prefs.shares = names)
            .play(&PlayedWorld::with_edition(), keys(line))
    };
    let is_to = |shown: &Shown, to: &str| {
        let is = |effect: &Effect| matches!(effect, Effect::Share { name, url, .. } if name == to && url.starts_with("http"));
        shown.asked.iter().any(is)
    };
    assert!(is_to(&with(&["mail"], ":share\n"), "mail"), "the only one");
    assert!(is_to(&with(&["mail", "toot"], ":share toot\n"), "toot"));
    with(&["mail", "toot"], ":share\n").shows("mail, toot");
    with(&["mail", "toot"], ":share t").shows("toot");
}

#[test]
fn the_palette_goes_to_towns_and_saved_views() {
    let gone = typed("::Linn\n");
    assert!(gone.state.list.query.picked.is_some(), "{}", gone.text());
    typed("::Linn").shows("Ort");
}
