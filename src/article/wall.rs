//! Paywalls and consent walls: whether the publisher lets everybody read the article, and whether what the page shows is
//! the article at all. Nothing is circumvented: a locked article is its visible beginning.

use super::draft::Draft;
use super::meta::Meta;
use super::tree::Tree;
use crate::domain::Access;

/// A page with less text than this, in letters, may be nothing but a wall.
const MIN_ARTICLE: usize = 600;

/// Words of consent walls, lower case.
const CONSENT: &[&str] = &[
    "mit werbung weiterlesen",
    "werbefrei weiterlesen",
    "mit werbung und cookies",
    "pur-abo",
    "weiter mit werbung",
    "zustimmung zu cookies",
    "cookies zustimmen",
    "we value your privacy",
    "accept all cookies",
    "alle akzeptieren",
    "consent to cookies",
    "einwilligung in die verarbeitung",
    "verify you are human",
    "checking your browser",
    "enable javascript and cookies",
    "access denied",
    "are you a robot",
];
/// Words of paywalls, lower case.
const PAYWALL: &[&str] = &[
    "mit abo weiterlesen",
    "jetzt weiterlesen mit",
    "dieser artikel ist exklusiv für",
    "nur für abonnenten",
    "jetzt testen und weiterlesen",
    "um diesen artikel zu lesen",
    "weiterlesen mit ",
    "diesen artikel lesen sie mit",
    "subscribe to continue",
    "subscribe to read",
    "to continue reading",
    "this article is for subscribers",
    "already a subscriber",
    "sie haben bereits ein abo",
];

/// What the page says about reading it.
pub(super) struct Wall {
    pub(super) access: Access,
    pub(super) reason: &'static str,
    /// The text is a wall's, not the article's.
    pub(super) hides_text: bool,
}

/// Looks for walls.
pub(super) fn look(tree: &Tree, meta: &Meta, draft: &Draft) -> Wall {
    let letters: usize = draft.pieces.iter().map(|piece| piece.letters).sum();
    let is_short = letters < MIN_ARTICLE;
    let words =
        draft.pieces.iter().map(|piece| piece.text.to_lowercase() + "\n").collect::<String>();
    if is_short && holds(&words, CONSENT) {
        return Wall { access: Access::Unknown, reason: "consent-wall", hides_text: true };
    }
    let stated = match meta.described.free {
        Some(false) => Some((Access::Locked, "json-ld")),
        Some(true) => Some((Access::Free, "json-ld")),
        None => None,
    };
    let tier = match meta.tier.to_ascii_lowercase().as_str() {
        "locked" => Some((Access::Locked, "content-tier")),
        "metered" => Some((Access::Metered, "content-tier")),
        "free" => Some((Access::Free, "content-tier")),
        _ => None,
    };
    let by_words = || {
        let page = (is_short || stated.is_some()).then(|| tree.text(0).to_lowercase());
        page.filter(|page| holds(page, PAYWALL)).map(|_| (Access::Locked, "paywall"))
    };
    let (access, reason) = tier.or(stated).or_else(by_words).unwrap_or((Access::Unknown, ""));
    Wall { access, reason, hides_text: false }
}

fn holds(text: &str, words: &[&str]) -> bool {
    words.iter().any(|words| text.contains(words))
}
