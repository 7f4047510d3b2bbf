//! The article pane: keys in, screen out, on the built-in edition.
#![allow(clippy::unwrap_used, clippy::panic)]

mod stage;

use stage::{PlayedWorld, Shown, Stage};
use umland::app::{Effect, Event, Size};
use umland::domain::{Block, Figure, Inline};
use umland::keys::Sequence;
use umland::text::Clean;

/// The reader with the whole screen for the article `keys` lead to.
fn reader(keys: &str) -> Shown {
    Stage::new(60, 15).press(keys)
}

/// A long article: the sixth of the list.
const LONG: &str = "5j l";

#[test]
fn the_place_in_an_article_is_kept_over_a_restart_and_another_width() {
    let world = PlayedWorld::with_edition();
    let read = Stage::new(60, 15).press_in(&world, &format!("{LONG} 9j q Q"));
    let line = |shown: &Shown| {
        let reader = &shown.state.reader;
        reader.page.as_ref().unwrap().lines[reader.scroll].text()
    };
    let left = line(&read);
    assert!(!left.trim().is_empty());
    let again = Stage::new(60, 15).press_in(&world, LONG);
    assert_eq!(line(&again), left, "{}", again.text());
    // Wider lines hold the same words, not the same line.
    let wide = Stage::new(90, 15).press_in(&world, LONG);
    let first = left.split_whitespace().nth(1).unwrap();
    assert!(line(&wide).contains(first), "{first}: {}", line(&wide));
}

#[test]
fn a_place_outlives_any_number_of_new_sizes() {
    let world = PlayedWorld::with_edition();
    let keys: Sequence = format!("{LONG} 9j").parse().unwrap();
    let mut events: Vec<Event> = keys.keys().iter().map(|k| Event::Key(*k)).collect();
    let before = Stage::new(60, 15).play(&world, events.clone()).state.reader.scroll;
    for width in [40, 43, 91, 20, 57, 60] {
        events.push(Event::Resized(Size { width, height: 15 }));
    }
    assert_eq!(Stage::new(60, 15).play(&world, events).state.reader.scroll, before);
}

#[test]
fn what_was_read_to_its_end_begins_anew() {
    let world = PlayedWorld::with_edition();
    let stage = || Stage::new(60, 15);
    stage().press_in(&world, &format!("{LONG} G J Q"));
    assert_eq!(stage().press_in(&world, LONG).state.reader.scroll, 0);
    // Left in the middle, it is not: nor when the reader is quit at the end.
    stage().press_in(&world, &format!("{LONG} 5j J Q"));
    assert_eq!(stage().press_in(&world, LONG).state.reader.scroll, 5);
    let end = stage().press_in(&world, &format!("{LONG} G Q")).state.reader.scroll;
    assert_eq!(stage().press_in(&world, LONG).state.reader.scroll, end);
}

#[test]
fn nothing_is_kept_of_an_article_that_was_not_scrolled() {
    let world = PlayedWorld::with_edition();
    Stage::new(60, 15).press_in(&world, "l J J K h j j Q");
    let ids = Stage::new(60, 15).press_in(&world, "").state.list.rows;
    assert!(ids.iter().all(|row| world.store.reading_place(row.id).unwrap() == 0));
}

#[test]
fn how_far_the_reader_is_stands_at_the_foot_and_beside_the_text() {
    let start = reader(LONG);
    assert!(start.foot().ends_with(" %"), "{}", start.foot());
    assert!(start.line(1).ends_with('▐'), "{}", start.text());
    let end = reader(&format!("{LONG} G"));
    assert!(end.foot().ends_with("100 %") && end.line(13).ends_with('▐'), "{}", end.text());
    assert!(!end.line(1).ends_with('▐'), "{}", end.text());
    // In the list, beside an article that nobody scrolled, there is none.
    Stage::new(120, 15).press("5j").hides("▐");
    // Where the rest takes more than a minute, that is said too.
    let long = "Ein Wort und noch eines, bis die Zeile voll ist. ".repeat(80);
    let shown = given(vec![Block::Paragraph(vec![Inline::plain(&long)])], &[], "l j");
    assert!(shown.foot().ends_with(" % · noch 5 Min."), "{}", shown.foot());
}

/// The reader with an article of these blocks and links in place of the first one.
fn given(blocks: Vec<Block>, links: &[&str], keys: &str) -> Shown {
    let world = PlayedWorld::with_edition();
    let first = Stage::new(60, 15).press_in(&world, "");
    let mut loaded =
        first.state.reader.shown.unwrap_or_else(|| {
            Stage::new(120, 36).press_in(&world, "").state.reader.shown.unwrap()
        });
    loaded.article.blocks = blocks;
    loaded.article.lead_image = None;
    loaded.article.links = links.iter().map(|link| Clean::line(link)).collect();
    let keys: Sequence = keys.parse().unwrap();
    let mut events: Vec<Event> = keys.keys().iter().map(|k| Event::Key(*k)).collect();
    events.insert(1, Event::ArticleLoaded(loaded));
    Stage::new(60, 15).with(|prefs| prefs.hyperlinks = true).play(&world, events)
}

const LINKS: [&str; 2] = ["https://example.org/plan a", "https://example.org/ä?x=\u{1b}]"];

/// A paragraph with two links.
fn linked() -> Vec<Block> {
    let link = |text: &str, link| Inline { link: Some(link), ..Inline::plain(text) };
    let inlines = vec![
        Inline::plain("Der "),
        link("Plan", 0),
        Inline::plain(" und der "),
        link("Antrag", 1),
        Inline::plain("."),
    ];
    vec![Block::Paragraph(inlines)]
}

fn with_links(keys: &str) -> Shown {
    given(linked(), &LINKS, keys)
}

#[test]
fn the_list_of_links_shows_where_they_lead_and_opens_or_copies_one() {
    let shown = with_links("l U");
    shown.shows("[1] Plan");
    shown.shows("https://example.org/plan a");
    let open = |shown: Shown| shown.asked.into_iter().rfind(|e| matches!(e, Effect::OpenUrl(_)));
    let second = Effect::OpenUrl(Clean::line(LINKS[1]).to_string());
    assert_eq!(open(with_links("l U j Enter")), Some(second.clone()));
    assert_eq!(open(with_links("l U 2 o")), Some(second));
    assert!(with_links("l U y").performed.contains(&Effect::Copy(LINKS[0].to_owned())));
    let left = with_links("l U q");
    assert!(left.state.overlay.is_none() && open(left).is_none());
    given(Vec::new(), &[], "l U").shows("Dieser Artikel hat keine Links");
}

#[test]
fn a_link_is_opened_by_its_number() {
    let first = Effect::OpenUrl(LINKS[0].to_owned());
    assert!(with_links("l # 1 Enter").asked.contains(&first));
    assert!(with_links("l 1 o").asked.contains(&first));
    with_links("l # 7 Enter").shows("Einen Link 7 gibt es hier nicht");
}

#[test]
fn letters_over_the_links_open_and_copy_them() {
    let shown = with_links("l ;");
    shown.shows("Der alan [1] und der sntrag [2].");
    assert!(shown.foot().contains("Link öffnen"), "{}", shown.foot());
    let first = Effect::OpenUrl(LINKS[0].to_owned());
    for keys in ["l ; a", "l ; ; a"] {
        assert!(with_links(keys).asked.contains(&first), "{keys}");
    }
    let copied = with_links("l ; y a");
    assert!(copied.performed.contains(&Effect::Copy(LINKS[0].to_owned())));
    for keys in ["l ; Esc", "l ; ü"] {
        let left = with_links(keys);
        assert!(left.state.hints.is_none() && !left.asked.contains(&first), "{keys}");
    }
    given(Vec::new(), &[], "l ;").shows("Kein Link auf dem Bildschirm");
}

#[test]
fn many_links_have_two_letters_each() {
    let link = |i| Inline { link: Some(i), ..Inline::plain(&format!("w{i} ")) };
    let links = ["https://example.org/"; 40];
    let shown = given(vec![Block::Paragraph((0..40).map(link).collect())], &links, "l ; a s");
    assert!(shown.asked.contains(&Effect::OpenUrl(links[0].to_owned())), "{}", shown.text());
    given(vec![Block::Paragraph((0..40).map(link).collect())], &links, "l ;").shows("aa");
}

#[test]
fn the_terminal_is_told_where_links_lead_when_it_knows_them() {
    let shown = with_links("l");
    let first = &shown.links[0];
    let target = first.target.as_str();
    assert_eq!((first.rect.width, target), (8, "https://example.org/plan%20a"));
    let row: String = shown.line(first.rect.y);
    let text: String = row.chars().skip(first.rect.x.into()).take(8).collect();
    assert_eq!(text, "Plan [1]");
    // What lies over a link takes it away.
    assert!(with_links("l U").links.is_empty());
    assert!(with_links("l ?").links.is_empty());
    assert!(Stage::new(120, 36).press("").links.is_empty());
}

#[test]
fn no_picture_is_asked_for_unless_the_reader_asks() {
    let shown = Stage::new(120, 36).press("Enter l 5j h j j Enter");
    let asks = |e: &Effect| matches!(e, Effect::LoadPicture(..));
    assert!(!shown.asked.iter().any(asks) && !shown.performed.contains(&Effect::AskGraphics));
}

#[test]
fn the_picture_is_shown_large_with_its_words() {
    let shown = Stage::new(80, 24).press(&format!("{LONG} i"));
    assert_eq!(shown.performed, [Effect::AskGraphics]);
    shown.shows("▀▀▀▀▀▀▀▀");
    shown.shows("Pünktlich zur blauen Stunde gingen die Lichter an.");
    shown.shows("Foto: Andrea");
    assert_eq!(shown.pictures.len(), 1);
    // The terminal is asked once, whatever is looked at afterwards.
    let again = Stage::new(80, 24).press(&format!("{LONG} i q J J i q I G"));
    assert_eq!(again.performed, [Effect::AskGraphics]);
    Stage::new(80, 24).press(&format!("{LONG} i Esc")).hides("▀");
}

#[test]
fn pictures_stand_in_the_article_when_wanted() {
    let shown = Stage::new(80, 70).press(&format!("{LONG} I"));
    shown.shows("▀▀▀▀▀▀▀▀");
    let picture = &shown.pictures[0];
    let row = usize::from(picture.rect.y + picture.rect.height);
    let below = shown.text().lines().nth(row).unwrap().to_owned();
    assert!(below.contains("▣ Pünktlich zur blauen Stunde"), "{below}");
    Stage::new(80, 70).press(&format!("{LONG} I I")).hides("▀");
    // One that is partly off the screen is drawn as a mosaic only.
    let scrolled = Stage::new(80, 70).with(|prefs| prefs.images = true);
    let scrolled = scrolled.press(&format!("{LONG} {}j", picture.rect.y));
    assert!(scrolled.pictures.iter().all(|p| p.rect.y > 0));
    // In the list nothing is fetched for an article that is only passed by.
    let passed = Stage::new(120, 36).with(|prefs| prefs.images = true).press("5j");
    assert!(!passed.asked.iter().any(|e| matches!(e, Effect::LoadPicture(..))));
}

#[test]
fn why_there_is_no_picture_stands_in_its_place() {
    let figure = Figure { src: Clean::line("https://example.org/a.jpg"), ..Figure::default() };
    let shown = given(vec![Block::Figure(figure.clone())], &[], "l i");
    shown.shows("Lade das Bild");
    let Some(Effect::LoadPicture(key, _)) = shown.asked.last() else { panic!("{:?}", shown.asked) };
    let failed = Event::PictureLoaded(key.clone(), Err(Clean::line("Kein Bild: kaputt")));
    let mut state = shown.state.clone();
    assert!(umland::app::update(&mut state, failed).is_empty());
    let mut buffer = ratatui::buffer::Buffer::empty(ratatui::layout::Rect::new(0, 0, 60, 15));
    umland::view::draw(&state, &mut buffer);
    assert!(stage::golden::text(&buffer).contains("Kein Bild: kaputt"));
    given(Vec::new(), &[], "l I").hides("▀");
}

#[test]
fn an_enclosure_is_played_and_said_when_there_is_none() {
    let world = PlayedWorld::with_edition();
    let shown = Stage::new(120, 36).press_in(&world, "");
    let mut loaded = shown.state.reader.shown.unwrap();
    let files = ["https://example.org/a.mp3", "https://example.org/b.mp3"];
    loaded.enclosures = files.map(Clean::line).to_vec();
    let play = |keys: &str| {
        let keys: Sequence = keys.parse().unwrap();
        let keys = keys.keys().iter().map(|k| Event::Key(*k));
        let events = std::iter::once(Event::ArticleLoaded(loaded.clone())).chain(keys);
        Stage::new(120, 36).play(&world, events.collect())
    };
    assert!(play("e").asked.contains(&Effect::Play(files[0].to_owned())));
    assert!(play("2 e").asked.contains(&Effect::Play(files[1].to_owned())));
    play("3 e").shows("Dieser Beitrag hat keine Datei");
}
