//! Lines that sell or steer: "Lesen Sie auch", newsletters, consent for outside content, share bars.

use crate::article::draft::Draft;
use crate::domain::Block;

/// A longer block is text, whatever words it holds, in letters.
const MAX_LINE: usize = 260;
/// A longer block is not just a label.
const MAX_LABEL: usize = 60;

/// Beginnings of such lines, lower case.
const STARTS: &[&str] = &[
    "lesen sie auch",
    "lesen sie hier",
    "lesen sie mehr",
    "lesen sie dazu",
    "lesen sie außerdem",
    "lesen sie jetzt",
    "lesen sie weiter",
    "lies auch",
    "lies mehr",
    "mehr zum thema",
    "mehr dazu",
    "mehr aus ",
    "mehr nachrichten",
    "mehr lesen",
    "das könnte sie",
    "das könnte dich",
    "auch interessant",
    "auch spannend",
    "auch lesenswert",
    "passend dazu",
    "zum thema:",
    "weiterlesen",
    "hier geht es zu",
    "hier geht's zu",
    "hier gehts zu",
    "hier können sie",
    "hier weiterlesen",
    "newsletter",
    "jetzt abonnieren",
    "jetzt anmelden",
    "jetzt kostenlos",
    "kostenlos anmelden",
    "melden sie sich",
    "abonnieren sie",
    "folgen sie uns",
    "folgt uns",
    "folge uns",
    "bleiben sie auf dem laufenden",
    "immer informiert",
    "empfohlener externer inhalt",
    "empfohlener redaktioneller inhalt",
    "an dieser stelle befindet sich",
    "an dieser stelle finden sie",
    "ein klick für den datenschutz",
    "für die darstellung von",
    "datenschutzeinstellungen",
    "in ihren datenschutz",
    "über dieses thema berichtet",
    "dieses thema im programm",
    "externer inhalt",
    "externe inhalte",
    "ich bin damit einverstanden",
    "dieser inhalt kann",
    "dieses element beinhaltet",
    "zur anzeige dieses inhalts",
    "wir benötigen ihre zustimmung",
    "wir verwenden cookies",
    "diese website verwendet",
    "mit dem laden des",
    "mit klick auf",
    "bitte aktivieren sie javascript",
    "weiterlesen nach der anzeige",
    "lesezeit",
    "lesedauer",
    "möchten sie den artikel teilen",
    "this slideshow requires",
    "this content is reserved",
    "register / sign in",
    "skip past",
    "artikel teilen",
    "teilen sie",
    "diesen artikel",
    "beitrag teilen",
    "jetzt teilen",
    "zur startseite",
    "zurück zur",
    "nach oben",
    "alle artikel",
    "alle news",
    "alle nachrichten",
    "alle informationen zum",
    "zum angebot",
    "sie haben noch kein",
    "sie sind bereits",
    "mit einem abo",
    "weiter mit ",
    "testen sie",
    "exklusiv für abonnenten",
    "nutzen sie",
    "laden sie ",
    "unser angebot auf",
    "whatsapp-kanal",
    "abonnieren sie unseren",
    "hinweis der redaktion",
    "transparenzhinweis",
    "unterstützen sie",
    "ihre meinung",
    "diskutieren sie",
    "schreiben sie uns",
    "kommentare",
    "was denken sie",
    "czytaj więcej",
    "czytaj także",
    "zobacz także",
    "tell us what you think",
    "more great",
    "continue reading",
    "read more",
    "read also",
    "read next",
    "also read",
    "see also",
    "related:",
    "related article",
    "related stories",
    "more from",
    "more on this",
    "more stories",
    "recommended",
    "sign up",
    "subscribe",
    "get our",
    "get the latest",
    "follow us",
    "follow @",
    "click here",
    "share this",
    "join our",
    "join the conversation",
    "advertisement",
    "story continues below",
    "article continues",
    "continue reading",
    "sponsored",
    "download our",
    "download the",
    "watch:",
    "listen:",
    "don't miss",
    "support our",
    "support us",
    "become a member",
    "log in",
    "create an account",
    "already a subscriber",
    "view comments",
    "show comments",
    "leave a comment",
    "we use cookies",
    "this site uses",
    "by signing up",
    "by clicking",
    "please enable",
    "have a story",
    "got a tip",
    "have you got",
    "contact us",
    "copyright ©",
    "all rights reserved",
    "trending",
    "most read",
    "lire aussi",
    "à lire aussi",
    "lees ook",
    "leggi anche",
    "lea también",
    "leer también",
    "te puede interesar",
    "abonnez-vous",
];

/// Whole lines, lower case, without their punctuation.
const LABELS: &[&str] = &[
    "anzeige",
    "werbung",
    "advert",
    "iklan",
    "publicidad",
    "publicité",
    "reklama",
    "advertentie",
    "annonse",
    "pubblicità",
    "teilen",
    "box aufklappen box zuklappen",
    "personen-box aufklappen personen-box zuklappen",
    "drucken",
    "merken",
    "kommentieren",
    "weiterleiten",
    "tweeten",
    "facebook",
    "twitter",
    "whatsapp",
    "e-mail",
    "email",
    "per mail",
    "pocket",
    "flipboard",
    "link kopieren",
    "vorlesen",
    "hören",
    "speichern",
    "mehr",
    "weiter",
    "zum artikel",
    "schließen",
    "anmelden",
    "login",
    "abo",
    "plus",
    "box aufklappen",
    "video",
    "fotostrecke",
    "bildergalerie",
    "share",
    "print",
    "save",
    "tweet",
    "copy link",
    "more",
    "advertisement",
    "ad",
    "close",
    "comments",
    "loading",
    "instagram",
    "linkedin",
    "xing",
    "telegram",
    "threema",
    "pinterest",
    "reddit",
    "zur merkliste",
    "jetzt lesen",
    "startseite",
    "inhalt",
    "feedback",
    "artikel anhören",
    "artikel merken",
    "nach oben",
    "home",
    "themen",
    "stichworte",
    "schlagworte",
    "zum thema",
    "related",
    "related topics",
    "tags",
    "topics",
    "sponsored",
    "promoted",
    "caption",
    "hide caption",
    "toggle caption",
    "image caption",
    "image copyright",
    "media caption",
    "embed",
    "view image in fullscreen",
    "photo",
    "photos",
];

/// Words that only such lines hold, lower case.
const INSIDE: &[&str] = &[
    "newsletter anmelden",
    "newsletter abonnieren",
    "newsletter bestellen",
    "unseren newsletter",
    "unserem newsletter",
    "whatsapp-kanal",
    "kostenlos registrieren",
    "jetzt abo ",
    "datenschutzerklärung",
    "personenbezogene daten an dritt",
    "nutzung von cookies",
    "externer inhalt",
    "externen inhalt",
    "our newsletter",
    "newsletters here",
    "privacy policy",
    "terms of service",
    "terms of use",
    "unsubscribe",
    "auf google news",
    "on google news",
    "folgen sie uns",
    "follow us on",
    "kommentarfunktion",
];

/// Where publishers send their readers, lower case: two of them in a short line are a promotion.
const CHANNELS: &[&str] = &[
    "whatsapp",
    "instagram",
    "facebook",
    "newsletter",
    "-app",
    "google news",
    "podcast",
    "tiktok",
    "youtube",
    "telegram",
    "twitter",
    "linkedin",
    "threads",
    "bluesky",
];

/// Words that ask the reader for something, lower case.
const ASKING: &[&str] = &[
    "anmeld",
    "abonnier",
    "jetzt",
    "hier",
    "kostenlos",
    "registrier",
    "posteingang",
    "postfach",
    "bestell",
    "sign up",
    "subscribe",
    "inbox",
    "free",
    "delivered",
    "join",
    "click",
    "entlang",
];

/// Takes such lines out.
pub(in crate::article) fn apply(draft: &mut Draft) {
    draft.drop_pieces("promo", |_, piece| {
        !piece.is_figure()
            && !matches!(piece.block, Block::Quote(_))
            && is_promo(&piece.text, piece.letters)
    });
}

/// Whether a block of so many letters sells or steers.
pub(in crate::article) fn is_promo(text: &str, letters: usize) -> bool {
    if letters > MAX_LINE {
        return false;
    }
    let lower = text.trim_start_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let label = lower.trim_end_matches(|c: char| !c.is_alphanumeric());
    let is_advert = letters <= 24
        && ["anzeige", "werbung", "advert"].iter().any(|word| lower.starts_with(word));
    is_advert
        || (letters <= MAX_LABEL && LABELS.contains(&label))
        || STARTS.iter().any(|start| lower.starts_with(start))
        || INSIDE.iter().any(|words| lower.contains(words))
        || CHANNELS.iter().filter(|channel| lower.contains(**channel)).count() >= 2
        || is_newsletter(&lower)
        || is_video_length(&lower)
}

/// A short text about a newsletter that asks for something.
fn is_newsletter(lower: &str) -> bool {
    lower.contains("newsletter") && ASKING.iter().any(|word| lower.contains(word))
}

/// A line that ends with the length of a video: "21.04.2024 | 3:18 min".
fn is_video_length(lower: &str) -> bool {
    let Some(head) =
        lower.trim_end().strip_suffix(" min").or_else(|| lower.trim_end().strip_suffix(" min."))
    else {
        return false;
    };
    let clock = head.rsplit([' ', '|']).next().unwrap_or_default();
    clock.split_once(':').is_some_and(|(m, s)| {
        s.len() == 2 && (m.to_owned() + s).chars().all(|c| c.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::draft::count_letters;

    #[test]
    fn selling_lines_are_told_from_text() {
        let promos = [
            "Lesen Sie auch: Neue Brücke",
            "► Mehr zum Thema",
            "Anzeige",
            "Jetzt abonnieren!",
            "Read more: The bridge",
        ];
        let texts = [
            "Die Anzeige erstattete der Nachbar.",
            "Mehr als hundert Menschen kamen.",
            "Teilen will er sich das Amt nicht.",
            "Kommentar: Die Brücke kommt zu spät",
        ];
        for line in promos {
            assert!(is_promo(line, count_letters(line)), "{line}");
        }
        for line in texts {
            assert!(!is_promo(line, count_letters(line)), "{line}");
        }
    }
}
