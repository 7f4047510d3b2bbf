//! Tests of the page: golden pages, and no line wider than asked whatever the article.

use proptest::prelude::*;

use super::*;
use crate::domain::{Block, Figure, Inline, Style};

const WORDS: Words =
    Words { by: "Von", and: "und", photo: "Foto", links: "Links", related: "Mehr zum Thema" };

fn options(width: u16) -> PageOptions<'static> {
    PageOptions {
        width,
        ascii: false,
        links: true,
        place: "",
        distance: "",
        pictures: &[],
        source: "Krefelder Bote",
        date: "heute, 14:05",
        reading: "2 min",
        language: "de",
        words: WORDS,
    }
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph(vec![Inline::plain(text)])
}

fn body(blocks: Vec<Block>) -> Article {
    Article { blocks, ..Article::default() }
}

fn bare(width: u16) -> PageOptions<'static> {
    PageOptions { source: "", date: "", reading: "", ..options(width) }
}

fn set(blocks: Vec<Block>, width: u16) -> String {
    to_text(&page(&body(blocks), &bare(width)))
}

#[test]
fn words_are_hyphenated_by_syllables_and_soft_hyphens() {
    let cases = [
        ("Die Donaudampfschifffahrt ruht", 14, "Die Donau-\ndampfschiff-\nfahrt ruht\n"),
        ("Ge\u{ad}mein\u{ad}de\u{ad}rat tagt", 10, "Gemeinde-\nrat tagt\n"),
        ("die US-Partnerstadt", 8, "die US-\nPartner-\nstadt\n"),
        ("10\u{a0}000 Euro", 8, "10 000\nEuro\n"),
    ];
    for (text, width, want) in cases {
        assert_eq!(set(vec![paragraph(text)], width), want);
    }
}

#[test]
fn lists_hang_and_quotes_have_a_bar() {
    let list = Block::List(
        Some(9),
        vec![vec![paragraph("der erste Punkt")], vec![paragraph("zwei"), paragraph("mehr")]],
    );
    assert_eq!(
        set(
            vec![list, Block::Quote(vec![paragraph("Wir haben es geschafft"), paragraph("ja")])],
            16
        ),
        " 9. der erste\n    Punkt\n10. zwei\n\n    mehr\n\n│ Wir haben es\n│ geschafft\n│\n│ ja\n"
    );
}

#[test]
fn captions_credits_and_signs_have_their_places() {
    let figure = Figure {
        caption: Clean::line("Der Hafen"),
        credit: Clean::line("Mia Beispiel"),
        ..Figure::default()
    };
    let mut article = body(vec![Block::Figure(figure), paragraph("Ende.")]);
    article.sign = Clean::line("red");
    let page = page(&article, &bare(40));
    assert_eq!(
        to_text(&page),
        "▣ Der Hafen — Foto: Mia Beispiel\n\nEnde.\n                                   (red)\n"
    );
    assert!(page.lines[0].spans.iter().any(|s| s.role == Role::Credit));
}

#[test]
fn a_single_letter_keeps_its_hyphen_and_word() {
    let page = page(&body(vec![paragraph("Die D-Jugend fuhr mit der U-Bahn")]), &bare(10));
    for line in &page.lines {
        let text = line.text();
        assert!(!text.ends_with("D-") && !text.ends_with("U-"), "{text}");
    }
}

#[test]
fn contacts_close_the_page() {
    let mut article = body(vec![paragraph("Ende.")]);
    article.contact = vec![Clean::line("Rückfragen an:"), Clean::line("Pressestelle")];
    let page = page(&article, &bare(40));
    assert_eq!(to_text(&page), "Ende.\n\nRückfragen an:\nPressestelle\n");
    assert_eq!(page.lines[3].spans[0].role, Role::Meta);
}

#[test]
fn links_are_numbered_and_listed() {
    let link =
        |text: &str| Inline { text: Clean::text(text), style: Style::default(), link: Some(0) };
    let mut article = body(vec![Block::Paragraph(vec![
        Inline::plain("Mehr im "),
        link("Bürger"),
        Inline { style: Style { emphasis: true, ..Style::default() }, ..link("portal ") },
        Inline::plain("der Stadt."),
    ])]);
    article.links = vec![Clean::line("https://example.org/eine/lange/adresse")];
    let page = page(&article, &bare(24));
    assert_eq!(
        to_text(&page),
        "Mehr im Bürgerportal [1]\nder Stadt.\n\nLinks\n[1] https://example.org/\n    eine/lange/adresse\n"
    );
    assert_eq!((page.links_of(0), page.line_of_link(0)), (vec![0], Some(0)));
    let without = PageOptions { links: false, ..bare(40) };
    assert_eq!(to_text(&super::page(&article, &without)), "Mehr im Bürgerportal der Stadt.\n");
}

#[test]
fn tables_fit_or_are_told() {
    let row = |cells: &[&str]| cells.iter().map(|c| vec![Inline::plain(c)]).collect::<Vec<_>>();
    let table = Block::Table(vec![row(&["Verein", "Punkte"]), row(&["Krefeld", "12"])]);
    let drawn = set(vec![table.clone()], 30);
    assert!(drawn.contains("Verein") && drawn.contains('│'), "{drawn}");
    assert_eq!(set(vec![table], 10), "Verein ·\nPunkte\nKrefeld ·\n12\n");
}

#[test]
fn the_head_has_its_order() {
    let article = Article {
        kicker: Clean::line("Hafen"),
        headline: Clean::line("Neue Brücke"),
        deck: Clean::line("Der Rat hat entschieden."),
        dateline: Clean::line("Krefeld"),
        authors: ["Mia Beispiel", "Tom Muster", "Eva Probe"].map(Clean::line).to_vec(),
        ..Article::default()
    };
    assert_eq!(
        to_text(&page(&article, &options(200))),
        "Hafen\nNeue Brücke\nKrefeld · Krefelder Bote · heute, 14:05 · \
         Von Mia Beispiel, Tom Muster und Eva Probe · 2 min\n\nDer Rat hat entschieden.\n"
    );
}

#[test]
fn a_reading_position_outlives_a_change_of_width() {
    let text = "Der Hafen bekommt eine neue Brücke, die Arbeiten beginnen im Mai. ".repeat(20);
    let article = body((0..10).map(|_| paragraph(&text)).collect());
    let (wide, narrow) = (page(&article, &bare(80)), page(&article, &bare(30)));
    for line in 0..wide.lines.len() {
        let there = narrow.line_at(wide.offset_of(line));
        let back = wide.line_at(narrow.offset_of(there));
        assert!(back.abs_diff(line) <= 1, "{line} {there} {back}");
    }
}

#[test]
fn ascii_pages_draw_with_ascii() {
    let blocks = vec![
        Block::Quote(vec![paragraph("a")]),
        Block::List(None, vec![vec![paragraph("b")]]),
        Block::Rule,
        Block::Figure(Figure { caption: Clean::line("c"), ..Figure::default() }),
    ];
    let article = body(blocks);
    let text = to_text(&page(&article, &PageOptions { ascii: true, ..options(40) }));
    assert!(text.is_ascii(), "{text}");
}

fn inline() -> impl Strategy<Value = Inline> {
    let text = prop_oneof![
        "[a-zäöüß\u{ad}\u{a0} ,.-]{0,40}",
        ".{0,30}",
        "[東京🇩🇪👩‍👧e\u{301}]{0,12}",
        "https://[a-z/.]{0,60}"
    ];
    (text, any::<[bool; 4]>(), proptest::option::of(0u16..3)).prop_map(
        |(text, [emphasis, strong, code, strike], link)| Inline {
            text: Clean::text(&text),
            style: Style { emphasis, strong, code, strike },
            link,
        },
    )
}

fn block() -> impl Strategy<Value = Block> {
    let inlines = || proptest::collection::vec(inline(), 0..4);
    let leaf = prop_oneof![
        inlines().prop_map(Block::Paragraph),
        inlines().prop_map(|text| Block::Heading(2, text)),
        ".{0,60}".prop_map(|text: String| Block::Code(Clean::text(&text))),
        Just(Block::Rule),
        proptest::collection::vec(proptest::collection::vec(inlines(), 0..4), 0..4)
            .prop_map(Block::Table),
        (".{0,30}", ".{0,10}").prop_map(|(caption, credit)| Block::Figure(Figure {
            caption: Clean::line(&caption),
            credit: Clean::line(&credit),
            ..Figure::default()
        })),
    ];
    leaf.prop_recursive(4, 20, 3, |inner| {
        let blocks = || proptest::collection::vec(inner.clone(), 0..3);
        prop_oneof![
            blocks().prop_map(Block::Quote),
            (proptest::option::of(any::<u32>()), proptest::collection::vec(blocks(), 0..3))
                .prop_map(|(start, items)| Block::List(start, items)),
        ]
    })
}

proptest! {
    #[test]
    fn no_line_is_wider_than_asked(
        blocks in proptest::collection::vec(block(), 0..5),
        headline in ".{0,40}",
        sign in ".{0,20}",
        width in 8u16..120,
        ascii: bool,
    ) {
        let article = Article {
            headline: Clean::line(&headline),
            sign: Clean::line(&sign),
            links: ["https://example.org/a", "https://example.org/b/c/d/e/f", "x"].map(Clean::line).to_vec(),
            ..body(blocks)
        };
        let page = page(&article, &PageOptions { ascii, ..options(width) });
        for line in &page.lines {
            prop_assert!(line.width() <= usize::from(width), "{:?}", line.text());
            prop_assert!(!line.text().contains(['\n', width::SOFT_HYPHEN]));
        }
    }

    #[test]
    fn no_letter_is_lost_or_doubled(words in proptest::collection::vec("[a-zA-Zäöüß]{1,25}", 0..30), width in 8u16..60) {
        let text = words.join(" ");
        let set = set(vec![paragraph(&text)], width);
        let letters = |s: &str| s.chars().filter(|c| c.is_alphabetic()).collect::<String>();
        prop_assert_eq!(letters(&set), letters(&text));
    }
}
