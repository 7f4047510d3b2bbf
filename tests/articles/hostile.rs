//! Documents that are broken, or built to break a parser: each is read to its end.

use proptest::prelude::*;
use umland::article::{self, FeedContent, Hints};
use umland::typeset;

use crate::options;

proptest! {
    #[test]
    fn any_document_is_read(html in "(<(/?(p|div|a|b|table|tr|td|ul|li|figure|img|h1|h2|article|script|pre|br)|!--)[ =\"a-z]{0,8}>?|[a-zA-Z .:&;#()]{0,12}|\u{ad}|é){0,40}") {
        let content = FeedContent { html: &html, title: "T", language: "de", ..FeedContent::default() };
        let article = article::from_feed(&content);
        let _ = typeset::page(&article, &options(30));
        let _ = article::from_page(&html, "https://www.example.org/a/b", &Hints::default());
    }
}

#[test]
fn the_deepest_documents_that_are_parsed_do_not_overflow_the_stack() {
    let depth = article::scan::MAX_DEPTH - 2;
    for (open, close) in [
        ("<blockquote>", "</blockquote>"),
        ("<ul><li>", "</li></ul>"),
        ("<table><tr><td>", "</td></tr></table>"),
        ("<div>", "</div>"),
        ("<b>", "</b>"),
        ("<figure>", "</figure>"),
    ] {
        let html = format!("{}<p>Ganz innen.</p>{}", open.repeat(depth), close.repeat(depth));
        assert_eq!(article::scan::check(&html), Ok(()));
        let content = FeedContent { html: &html, title: "T", ..FeedContent::default() };
        let article = article::from_feed(&content);
        assert!(article::plain(&article).contains("Ganz innen."), "{open}");
        let page = typeset::page(&article, &options(40));
        assert!(typeset::to_text(&page).contains("Ganz innen."), "{open}");
        let _ = article::from_page(&html, "https://www.example.org/", &Hints::default());
    }
}

/// What is built to exhaust a parser ends quickly, with little text or much of it.
#[test]
fn hostile_pages_come_to_an_end() {
    let long = "a".repeat(1 << 20);
    let classes = "kicker teaser ".repeat(10_000);
    let pages = [
        "<div>".repeat(300_000),
        "<p><b><i><a href=x>".repeat(20_000),
        format!("<p title='{long}'>Text"),
        format!("<p {}>Text", "a=1 ".repeat(200_000)),
        format!("<div class='{classes}'><p>Ein Satz, der lang genug ist, um Text zu sein.</div>")
            .repeat(20),
        "<table><tr><td>".repeat(5_000),
        "<span class=author>Von Mia Beispiel</span> ".repeat(5_000),
        format!("<script type='application/ld+json'>{}</script><p>x", "[".repeat(300_000)),
        format!("<!--{long}"),
    ];
    for page in pages {
        let started = std::time::Instant::now();
        let _ = article::from_page(&page, "https://www.example.org/a", &Hints::default());
        let took = started.elapsed();
        assert!(took.as_secs() < 20, "{took:?} for {}", &page[..40]);
    }
}
