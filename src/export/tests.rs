//! What is written of an article.

use super::*;
use crate::domain::{Access, Block, Cursor, EntryId, FeedId, Figure, Inline};

pub(super) fn article() -> Article {
    let link = Inline { link: Some(0), ..Inline::plain("Plan & Karte") };
    Article {
        kicker: Clean::line("Uerdingen"),
        headline: Clean::line("Zwölf Linden <neu>"),
        dateline: Clean::line("Krefeld"),
        authors: vec![Clean::line("Anna Beispiel")],
        sign: Clean::line("red"),
        links: vec![Clean::line("https://stadt.example/plan?a=1&b=2")],
        language: Clean::line("de"),
        blocks: vec![
            Block::Paragraph(vec![Inline::plain("Am Markt\nwird gepflanzt: "), link]),
            Block::List(Some(3), vec![vec![Block::Paragraph(vec![Inline::plain("im Mai")])]]),
            Block::Figure(Figure {
                src: Clean::line("https://bild.example/linde.jpg"),
                caption: Clean::line("Die erste Linde"),
                credit: Clean::line("C. Muster"),
                alt: Clean::empty(),
            }),
            Block::Rule,
        ],
        ..Article::default()
    }
}

pub(super) fn row() -> EntryRow {
    let published = Timestamp(1_795_528_800);
    EntryRow {
        id: EntryId(7),
        feed: FeedId(1),
        feed_title: Clean::line("Rheinblick"),
        title: Clean::line("Aus dem Feed"),
        published,
        dated: true,
        read: false,
        starred: false,
        changed: false,
        access: Access::default(),
        also_in: 0,
        place: None,
        cursor: Cursor { key: published.0, id: EntryId(7) },
    }
}

pub(super) fn sheet<'a>(row: &'a EntryRow, article: &'a Article) -> Sheet<'a> {
    static ZONE: std::sync::LazyLock<Zone> = std::sync::LazyLock::new(|| Zone::UTC);
    static SOURCES: std::sync::LazyLock<Vec<Clean>> =
        std::sync::LazyLock::new(|| vec![Clean::line("Rheinblick")]);
    Sheet {
        row,
        sources: &SOURCES,
        url: Some("https://rheinblick.example/linden"),
        article,
        lang: Lang::De,
        zone: &ZONE,
        now: row.published,
        measure: 60,
        ascii: false,
    }
}

#[test]
fn a_citation_says_what_where_and_when() {
    let (article, row) = (article(), row());
    let want = "Zwölf Linden <neu>\nRheinblick, 2026-11-24\nhttps://rheinblick.example/linden";
    assert_eq!(sheet(&row, &article).citation(), want);
    let bare = Article::default();
    let nowhere = Sheet { url: None, sources: &[], ..sheet(&row, &bare) };
    assert_eq!(nowhere.citation(), "Aus dem Feed\n2026-11-24");
}

#[test]
fn a_page_is_whole_and_nothing_in_it_is_markup_that_was_text() {
    let (article, row) = (article(), row());
    let page = sheet(&row, &article).html();
    for part in [
        "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"de\"",
        "<title>Zwölf Linden &lt;neu&gt;</title>",
        "<p class=\"kicker\">Uerdingen</p>",
        "<p class=\"origin\">Krefeld · Anna Beispiel · Rheinblick · 2026-11-24</p>",
        "Am Markt<br/>wird gepflanzt: <a href=\"https://stadt.example/plan?a=1&amp;b=2\">Plan &amp; Karte</a>",
        "<ol start=\"3\">",
        "<img src=\"https://bild.example/linde.jpg\" alt=\"\"/>",
        "<a href=\"https://rheinblick.example/linden\">",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
}

#[test]
fn only_web_addresses_become_links_to_the_original() {
    let (article, row) = (article(), row());
    let odd = Sheet { url: Some("javascript:alert(1)"), ..sheet(&row, &article) };
    assert!(!odd.html().contains("javascript:"));
}

#[test]
fn every_format_is_found_by_its_ending() {
    for format in Format::ALL {
        let path = format!("/tmp/2026-11-24 Linden.{}", format.extension().to_uppercase());
        assert_eq!(Format::of_path(Path::new(&path)), Some(*format));
    }
    assert_eq!(Format::of_path(Path::new("linden.exe")), None);
}

#[test]
fn markdown_ends_with_where_it_is_from() {
    let (article, row) = (article(), row());
    let markdown = sheet(&row, &article).markdown();
    assert!(
        markdown.ends_with("\nRheinblick · 2026-11-24 · <https://rheinblick.example/linden>\n"),
        "{markdown}"
    );
}
