//! No letter of the body is lost or doubled apart from what a rule accounts for, whatever a feed or a page is made of.

use proptest::prelude::*;
use umland::article::{self, FeedContent, Hints};
use umland::domain::{Article, Block};

/// The letters and digits of a text in order of the alphabet: equal for texts that say the same in another order.
fn letters(text: &str) -> Vec<char> {
    let mut letters: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
    letters.sort_unstable();
    letters
}

/// What stands in the body, pictures' words aside: those are in the account of the rule that moved them.
fn body_text(blocks: &[Block]) -> String {
    let article = Article { blocks: blocks.to_vec(), ..Article::default() };
    article::plain(&article)
}

fn words() -> impl Strategy<Value = String> {
    let triggers = prop_oneof![
        Just("Krefeld · "),
        Just("Essen (dpa/lnw) - "),
        Just("Foto: Mia Beispiel"),
        Just("Der Hafen am Morgen. © Tom Muster"),
        Just("(red)"),
        Just("Lesen Sie auch: "),
        Just("Anzeige"),
        Just("Von Mia Beispiel und Tom Muster"),
        Just("Mehr zum Thema"),
        Just("<a href='https://x.example/'>Neuer Kreisel</a>"),
        Just("© dpa"),
        Just("Rückfragen bitte an: Pressestelle, Telefon 02151 000-0000"),
        Just("» Artikel drucken » Artikel versenden"),
        Just("MOERS. "),
    ];
    let plain = "[A-ZÄÖa-zäöüß]{1,12}( [a-zäöüß]{1,12}){0,12}[.!?]?";
    proptest::collection::vec(prop_oneof![1 => triggers.prop_map(str::to_owned), 4 => plain], 1..4)
        .prop_map(|parts| parts.join(" "))
}

fn element() -> impl Strategy<Value = String> {
    let tag = prop_oneof![
        6 => Just("p"), 1 => Just("h3"), 1 => Just("blockquote"), 1 => Just("div"), 1 => Just("pre"), 1 => Just("aside"),
    ];
    let one = (tag, words()).prop_map(|(tag, text)| format!("<{tag}>{text}</{tag}>"));
    let names = prop_oneof![
        Just("cta"),
        Just("related"),
        Just("teaser"),
        Just("bildunterschrift"),
        Just("article-body"),
        Just("newsletter"),
    ];
    let named = (names, words(), words()).prop_map(|(name, head, text)| {
        format!("<div class={name}><h4 class=related-title>{head}</h4><p>{text}</p></div>")
    });
    let list = proptest::collection::vec(words(), 1..4)
        .prop_map(|items| format!("<ul><li>{}</li></ul>", items.join("</li><li>")));
    let table = (words(), words()).prop_map(|(a, b)| format!("<table><tr><td>{a}<td>{b}</table>"));
    prop_oneof![6 => one, 1 => named, 1 => list, 1 => table]
}

/// Enough text that no second opinion is asked for.
const TEXT: &str = "<p>Der Rat der Stadt hat am Montagabend beschlossen, den alten Bahnhof zu einem Platz mit Bäumen \
    umzubauen, und zwar gegen die Stimmen zweier Fraktionen, die lieber gewartet hätten.</p><p>Die Arbeiten sollen im \
    Frühjahr beginnen und zwei Jahre dauern, weil zuerst die Leitungen unter den Gleisen an die Reihe kommen.</p>";
const TEXT_END: &str = "<p>Anwohner hatten sich mehr Schatten gewünscht und den großen Parkplatz abgelehnt, der \
    zunächst geplant war und für den schon Geld bereitlag.</p>";

fn without_tags(html: &str) -> String {
    html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect()
}

proptest! {
    #[test]
    fn no_letter_of_the_body_is_lost_or_doubled(elements in proptest::collection::vec(element(), 0..10)) {
        let html = elements.concat();
        let content = FeedContent { html: &html, title: "Krefeld: Neues vom Hafen", language: "de", ..FeedContent::default() };
        let (article, dropped) = article::with_account(&content);
        let mut found = body_text(&article.blocks);
        for dropped in &dropped {
            found.push_str(&dropped.text);
        }
        prop_assert_eq!(letters(&found), letters(&without_tags(&html)), "{:?}\n{:?}", article, dropped);
    }

    #[test]
    fn no_letter_of_a_page_is_lost_or_doubled(elements in proptest::collection::vec(element(), 0..10)) {
        let html = format!(
            "<nav><a>Start</a> <a>Sport</a></nav><article><h1>Ein Platz für alle</h1>{TEXT}{}{TEXT_END}</article><footer>Impressum</footer>",
            elements.concat(),
        );
        let found = article::from_page(&html, "https://www.example.org/a/b", &Hints::default());
        let mut text = body_text(&found.article.blocks);
        for dropped in &found.dropped {
            text.push_str(&dropped.text);
        }
        prop_assert_eq!(letters(&text), letters(&without_tags(&html)), "{:?}\n{:?}", found.article, found.dropped);
    }
}
