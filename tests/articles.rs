//! Articles from HTML, data-driven: `fixtures/articles/*.html` ⇒ `*.txt`, and pages set from them in
//! `fixtures/typeset/*.txt`. `BLESS=1 cargo test --test articles` rewrites what is expected.
//!
//! A fixture opens with a comment of `name: value` lines: `kind` (`feed` or `page`), `url`, `title`, `summary`, `authors`,
//! `feed`, `categories` and `language`.
//! What must hold of any document stands in `articles/`.
#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "articles/hostile.rs"]
mod hostile;
#[path = "articles/letters.rs"]
mod letters;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use umland::article::{self, Dropped, FeedContent, Hints};
use umland::domain::{Article, Block, Inline};
use umland::text::Clean;
use umland::typeset::{self, PageOptions, Words};

const FIXTURES: &str = "tests/fixtures/articles";
const PAGES: &str = "tests/fixtures/typeset";
/// The fixtures of which pages are kept, and their widths.
const SET: &[&str] = &["seed-feed", "lists-and-tables", "ratssplitter"];
const WIDTHS: &[u16] = &[40, 72, 100];

struct Fixture {
    name: String,
    html: String,
    head: Vec<(String, String)>,
}

impl Fixture {
    fn read(path: &Path) -> Self {
        let html = fs::read_to_string(path).unwrap();
        let comment = html.strip_prefix("<!--").and_then(|rest| rest.split_once("-->"));
        let (head, html) = comment.unwrap_or_else(|| panic!("{}: no head", path.display()));
        let head = head
            .lines()
            .filter_map(|line| line.split_once(':'))
            .map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
            .collect();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        Self { name, html: html.trim_start().to_owned(), head }
    }

    fn value(&self, name: &str) -> &str {
        self.head.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value)
    }

    fn list(&self, name: &str) -> Vec<Clean> {
        self.value(name)
            .split(',')
            .map(str::trim)
            .filter(|v| !v.is_empty())
            .map(Clean::line)
            .collect()
    }

    fn article(&self) -> (Article, Vec<Dropped>, String) {
        if self.value("kind") == "page" {
            let hints = Hints {
                title: self.value("title"),
                language: self.value("language"),
                feed_title: self.value("feed"),
                ..Hints::default()
            };
            let found = article::from_page(&self.html, self.value("url"), &hints);
            let access = format!("{} {}", found.access.name(), found.reason);
            return (found.article, found.dropped, access.trim().to_owned());
        }
        let (authors, categories) = (self.list("authors"), self.list("categories"));
        let content = FeedContent {
            html: &self.html,
            title: self.value("title"),
            summary: self.value("summary"),
            authors: &authors,
            language: self.value("language"),
            url: self.value("url"),
            feed_title: self.value("feed"),
            categories: &categories,
            ..FeedContent::default()
        };
        let (article, dropped) = article::with_account(&content);
        (article, dropped, String::new())
    }
}

fn fixtures() -> Vec<Fixture> {
    let mut paths: Vec<PathBuf> = fs::read_dir(FIXTURES)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "html"))
        .collect();
    paths.sort();
    paths.iter().map(|path| Fixture::read(path)).collect()
}

/// Compares with the expected file, or rewrites it.
fn expect(path: &Path, found: &str, faults: &mut Vec<String>) {
    if env::var_os("BLESS").is_some() {
        fs::write(path, found).unwrap();
        return;
    }
    let want = fs::read_to_string(path).unwrap_or_default();
    if want != found {
        faults.push(format!("{}\n--- found\n{found}\n--- expected\n{want}", path.display()));
    }
}

fn told(article: &Article, dropped: &[Dropped], access: &str) -> String {
    let mut out = String::new();
    let authors = article.authors.iter().map(Clean::as_str).collect::<Vec<_>>().join(" + ");
    let published = article.published.map(|at| at.0.to_string()).unwrap_or_default();
    let contact = article.contact.iter().map(Clean::as_str).collect::<Vec<_>>().join(" / ");
    let lead_image = article.lead_image.clone().unwrap_or_default();
    let fields: [(&str, &str); 11] = [
        ("kicker", &article.kicker),
        ("headline", &article.headline),
        ("deck", &article.deck),
        ("dateline", &article.dateline),
        ("authors", &authors),
        ("published", &published),
        ("sign", &article.sign),
        ("contact", &contact),
        ("language", &article.language),
        ("image", &lead_image),
        ("access", access),
    ];
    for (name, value) in fields.iter().filter(|(_, value)| !value.is_empty()) {
        writeln!(out, "{name}: {value}").unwrap();
    }
    out.push('\n');
    tell_blocks(&mut out, &article.blocks, "");
    for (i, link) in article.links.iter().enumerate() {
        writeln!(out, "[{}] {link}", i + 1).unwrap();
    }
    for title in &article.related {
        writeln!(out, "related: {title}").unwrap();
    }
    for dropped in dropped.iter().filter(|dropped| !matches!(dropped.rule, "elsewhere" | "head")) {
        writeln!(out, "- {}: {}", dropped.rule, dropped.text).unwrap();
    }
    out
}

fn tell_blocks(out: &mut String, blocks: &[Block], indent: &str) {
    for block in blocks {
        match block {
            Block::Paragraph(inlines) => {
                writeln!(out, "{indent}¶ {}", tell_inlines(inlines)).unwrap();
            }
            Block::Heading(level, inlines) => {
                writeln!(out, "{indent}h{level} {}", tell_inlines(inlines)).unwrap();
            }
            Block::List(start, items) => {
                for (i, item) in (start.unwrap_or(0)..).zip(items) {
                    let marker = start.map_or("•".to_owned(), |_| format!("{i}."));
                    writeln!(out, "{indent}{marker}").unwrap();
                    tell_blocks(out, item, &format!("{indent}  "));
                }
            }
            Block::Quote(blocks) => tell_blocks(out, blocks, &format!("{indent}> ")),
            Block::Code(code) => writeln!(out, "{indent}code {code:?}").unwrap(),
            Block::Table(rows) => {
                for row in rows {
                    let cells: Vec<String> = row.iter().map(|cell| tell_inlines(cell)).collect();
                    writeln!(out, "{indent}| {}", cells.join(" | ")).unwrap();
                }
            }
            Block::Figure(figure) => writeln!(
                out,
                "{indent}▣ caption={:?} credit={:?} alt={:?} src={}",
                figure.caption, figure.credit, figure.alt, figure.src
            )
            .unwrap(),
            Block::Rule => writeln!(out, "{indent}---").unwrap(),
        }
    }
}

fn tell_inlines(inlines: &[Inline]) -> String {
    let mut out = String::new();
    for inline in inlines {
        let style = inline.style;
        let mark =
            [(style.strong, "**"), (style.emphasis, "_"), (style.code, "`"), (style.strike, "~")];
        let mark: String = mark.iter().filter(|(on, _)| *on).map(|(_, mark)| *mark).collect();
        write!(out, "{mark}{}{mark}", inline.text.replace('\n', "⏎").replace('\u{ad}', "¬"))
            .unwrap();
        if let Some(link) = inline.link {
            write!(out, "[{}]", link + 1).unwrap();
        }
    }
    out
}

#[test]
fn every_fixture_becomes_its_article() {
    let mut faults = Vec::new();
    for fixture in fixtures() {
        let (article, dropped, access) = fixture.article();
        let path = Path::new(FIXTURES).join(format!("{}.txt", fixture.name));
        expect(&path, &told(&article, &dropped, &access), &mut faults);
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

#[test]
fn pages_are_set_as_expected() {
    let mut faults = Vec::new();
    for fixture in fixtures().iter().filter(|fixture| SET.contains(&fixture.name.as_str())) {
        let (article, ..) = fixture.article();
        for width in WIDTHS {
            let page = typeset::page(&article, &options(*width));
            let ruler = format!("{}\n", "·".repeat(usize::from(*width)));
            let path = Path::new(PAGES).join(format!("{}-{width}.txt", fixture.name));
            expect(&path, &(ruler + &typeset::to_text(&page)), &mut faults);
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

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
        words: Words {
            by: "Von",
            and: "und",
            photo: "Foto",
            links: "Links",
            related: "Mehr zum Thema",
        },
    }
}

/// Walls are never stored as text, and the reason is said.
#[test]
fn no_wall_becomes_text() {
    let walls = [
        ("page-consent", "consent-wall"),
        ("page-consent-long", "consent-wall"),
        ("page-bot-check", "consent-wall"),
        ("page-scrambled", "scrambled"),
        ("page-scrambled-unstated", "scrambled"),
    ];
    for (name, reason) in walls {
        let fixture = Fixture::read(&Path::new(FIXTURES).join(format!("{name}.html")));
        let (article, dropped, access) = fixture.article();
        assert!(article.blocks.is_empty() && article.deck.is_empty(), "{name}: {article:?}");
        assert!(access.ends_with(reason), "{name}: {access}");
        assert!(dropped.iter().any(|dropped| dropped.rule == "wall"), "{name}");
    }
}
