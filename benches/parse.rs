//! Parsing beside feed-rs alone, on well-formed feeds of 50 entries that need no repair. `cargo bench --bench parse`
#![allow(clippy::unwrap_used)]

use std::fmt::Write as _;

use divan::Bencher;
use divan::counter::BytesCount;
use umland::domain::Timestamp;
use umland::parse::{self, Context, plain, sanitise};

const ENTRIES: usize = 50;
const BASE: &str = "https://www.zeitung.example/krefeld/rss.xml";

fn main() {
    divan::main();
}

/// An article of about 4 KB in the manner of a regional paper.
fn body(n: usize) -> String {
    let mut html = format!(
        "<figure><img src=\"https://www.zeitung.example/bild/{n}.jpg\" alt=\"Rathaus\"/></figure>\n"
    );
    for paragraph in 0..12 {
        writeln!(
            html,
            "<p>Der Stadtrat hat am Montagabend über den Umbau der Brücke Nr. {n} beraten. „Das dauert zu lange“, sagte \
             <strong>Eva Beispiel</strong> im Ausschuss {paragraph}, und die Verwaltung kündigte <a \
             href=\"https://www.zeitung.example/thema/{paragraph}.html\">weitere Gespräche</a> für das Frühjahr an.</p>"
        )
        .unwrap();
    }
    html
}

fn rss() -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" \
         xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel>\
         <title>Niederrhein-Bote</title><link>https://www.zeitung.example/</link><language>de-DE</language>\n",
    );
    for n in 0..ENTRIES {
        writeln!(
            out,
            "<item><title>Krefeld: Brücke {n} wird erneuert</title><link>https://www.zeitung.example/krefeld/a-{n}</link>\
             <guid isPermaLink=\"false\">urn:zeitung:{n}</guid><pubDate>Mon, 23 Nov 2026 1{}:00:00 +0100</pubDate>\
             <dc:creator>Eva Beispiel</dc:creator><category>Krefeld</category><description>Der Umbau beginnt im \
             Frühjahr.</description><content:encoded><![CDATA[{}]]></content:encoded></item>",
            n % 10,
            body(n)
        )
        .unwrap();
    }
    out + "</channel></rss>"
}

fn atom() -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"de\">\
         <title>Niederrhein-Bote</title><id>urn:zeitung</id><updated>2026-11-24T09:00:00Z</updated>\n",
    );
    for n in 0..ENTRIES {
        let escaped = body(n).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        writeln!(
            out,
            "<entry><title>Brücke {n} wird erneuert</title><id>urn:zeitung:{n}</id><link \
             href=\"https://www.zeitung.example/krefeld/a-{n}\"/><updated>2026-11-23T1{}:00:00+01:00</updated><author><name>Eva \
             Beispiel</name></author><content type=\"html\">{escaped}</content></entry>",
            n % 10
        )
        .unwrap();
    }
    out + "</feed>"
}

fn document(kind: &str) -> String {
    if kind == "rss" { rss() } else { atom() }
}

#[divan::bench(args = ["rss", "atom"])]
fn umland_parse(bencher: Bencher<'_, '_>, kind: &str) {
    let document = document(kind);
    let context = Context::new(Timestamp(1_795_521_600));
    bencher
        .counter(BytesCount::of_str(&document))
        .bench(|| parse::feed(document.as_bytes(), None, Some(BASE), &context).unwrap());
}

#[divan::bench(args = ["rss", "atom"])]
fn feed_rs_alone(bencher: Bencher<'_, '_>, kind: &str) {
    let document = document(kind);
    bencher
        .counter(BytesCount::of_str(&document))
        .bench(|| feed_rs::parser::parse(document.as_bytes()).unwrap());
}

#[divan::bench]
fn text_of_html(bencher: Bencher<'_, '_>) {
    let html = body(1);
    bencher.counter(BytesCount::of_str(&html)).bench(|| plain::text_of_html(&html));
}

#[divan::bench]
fn sanitise_html(bencher: Bencher<'_, '_>) {
    let html = body(1);
    bencher.counter(BytesCount::of_str(&html)).bench(|| sanitise::sanitise(&html));
}
