//! Lines that sell or steer: "Lesen Sie auch", newsletters, consent for outside content, share bars.

use super::promo_words::{ASKING, CHANNELS, COOKIES, INSIDE, LABELS, STARTS, TOOLS};
use crate::article::draft::Draft;
use crate::article::plain;
use crate::domain::Block;

/// A longer block is text, whatever words it holds, in letters.
const MAX_LINE: usize = 260;
/// A longer block is not just a label.
const MAX_LABEL: usize = 60;

/// Takes such lines out.
pub(in crate::article) fn apply(draft: &mut Draft) {
    draft.drop_pieces("promo", |_, piece| {
        !piece.is_figure()
            && !matches!(piece.block, Block::Quote(_))
            && (is_promo(&piece.text, piece.letters) || is_list_of_tools(&piece.block))
    });
}

/// Whether a block of so many letters sells or steers.
pub(in crate::article) fn is_promo(text: &str, letters: usize) -> bool {
    if letters > MAX_LINE {
        return COOKIES.iter().any(|start| starts_like(text, start));
    }
    let lower = text.trim_start_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let label = lower.trim_end_matches(|c: char| !c.is_alphanumeric());
    let counted = label.trim_matches(|c: char| !c.is_alphabetic());
    let is_count =
        letters <= 24 && ["kommentare", "kommentar", "comments", "comment"].contains(&counted);
    let is_advert = letters <= 24
        && ["anzeige", "werbung", "advert"].iter().any(|word| lower.starts_with(word));
    let is_bare = label.is_empty() && letters > 0;
    let is_count = is_count || is_counter(label);
    is_advert
        || is_bare
        || is_count
        || (letters <= MAX_LABEL && LABELS.contains(&label))
        || STARTS.iter().any(|start| lower.starts_with(start))
        || INSIDE.iter().any(|words| lower.contains(words))
        || is_about_channels(&lower)
        || is_newsletter(&lower)
        || is_line_of_tools(&lower)
        || is_video_length(&lower)
}

fn starts_like(text: &str, start: &str) -> bool {
    text.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start))
}

/// "» Artikel drucken » Artikel versenden": parts of a few words each that all name a tool.
fn is_line_of_tools(lower: &str) -> bool {
    let parts = lower.split(['»', '›', '|', '·', '•', '/']).map(str::trim);
    let mut n = 0;
    parts.filter(|part| !part.is_empty()).inspect(|_| n += 1).all(is_tool) && n > 1
}

/// A list with nothing but tools.
fn is_list_of_tools(block: &Block) -> bool {
    let Block::List(_, items) = block else { return false };
    let text = |item: &Vec<Block>| item.iter().map(plain::block_text).collect::<String>();
    items.len() > 1 && items.iter().all(|item| is_tool(text(item).trim().to_lowercase().as_str()))
}

fn is_tool(part: &str) -> bool {
    let last = part.rsplit(' ').next().unwrap_or_default();
    LABELS.contains(&part) || (part.split(' ').count() <= 3 && TOOLS.contains(&last))
}

/// The counter of a gallery: "Image 1 of 5", "Bild 1 von 5".
fn is_counter(label: &str) -> bool {
    let mut words = label.split([' ', '/']).filter(|word| !word.is_empty());
    let is_picture = words
        .next()
        .is_some_and(|word| matches!(word, "image" | "photo" | "bild" | "foto" | "slide"));
    is_picture
        && words
            .all(|word| matches!(word, "of" | "von") || word.chars().all(|c| c.is_ascii_digit()))
}

/// A short text about several of the publisher's channels that asks for something.
fn is_about_channels(lower: &str) -> bool {
    CHANNELS.iter().filter(|channel| lower.contains(**channel)).count() >= 2
        && (lower.len() <= MAX_LABEL || ASKING.iter().any(|word| lower.contains(word)))
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
            "» Artikel drucken » Artikel versenden » Leserbrief schreiben",
            "Teilen | Drucken",
            "War diese Seite hilfreich? Ja Nein",
        ];
        let texts = [
            "Die Anzeige erstattete der Nachbar.",
            "Mehr als hundert Menschen kamen.",
            "Teilen will er sich das Amt nicht.",
            "Kommentar: Die Brücke kommt zu spät",
            "Vorlesen / Basteln / Singen",
        ];
        for line in promos {
            assert!(is_promo(line, count_letters(line)), "{line}");
        }
        for line in texts {
            assert!(!is_promo(line, count_letters(line)), "{line}");
        }
    }
}
