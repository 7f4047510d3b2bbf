//! The vocabulary of class names, German and English.

use std::collections::HashMap;

/// What a name says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    /// Not of the article; the rule.
    Furniture(&'static str),
    /// Not of the article when it holds links and little else.
    FurnitureOfLinks(&'static str),
    /// A teaser: of this article, or of another one when it is a link.
    Teaser,
    Caption,
    Credit,
    Kicker,
    Headline,
    Deck,
    /// The first paragraph, in larger type.
    Lead,
    Byline,
    Date,
    Dateline,
    /// A box around a picture.
    Picture,
    Body,
}

/// What names say, remembered: a page repeats its class names.
#[derive(Debug, Default)]
pub(super) struct Vocabulary<'a>(HashMap<&'a str, Option<Named>>);

impl<'a> Vocabulary<'a> {
    /// What the class words of an element say.
    pub(super) fn named(&mut self, names: &'a str) -> Option<Named> {
        *self.0.entry(names).or_insert_with(|| named(names))
    }
}

/// What the class words of an element say; the strongest word counts.
fn named(names: &str) -> Option<Named> {
    let mut found: Option<Named> = None;
    let mut before = "";
    for word in names.split(' ').filter(|word| !word.is_empty()) {
        let by_word = single(word).filter(|_| !is_type_size(before, word));
        for named in pair(before, word).into_iter().chain(by_word) {
            if found.is_none_or(|other| rank(named) < rank(other)) {
                found = Some(named);
            }
        }
        before = word;
    }
    found
}

/// Which of two statements about an element counts.
fn rank(named: Named) -> u8 {
    match named {
        Named::Body => 0,
        Named::Caption | Named::Credit => 1,
        Named::Furniture(_) => 2,
        Named::Kicker | Named::Dateline => 3,
        Named::FurnitureOfLinks(_) => 4,
        Named::Teaser => 5,
        Named::Deck | Named::Lead | Named::Byline | Named::Date => 6,
        Named::Headline => 7,
        Named::Picture => 8,
    }
}

/// "text-caption" is a size of type, not a caption.
fn is_type_size(first: &str, second: &str) -> bool {
    second == "caption" && matches!(first, "text" | "font" | "fs" | "type" | "typography" | "typo")
}

fn pair(first: &str, second: &str) -> Option<Named> {
    Some(match (first, second) {
        (
            "article" | "story" | "post" | "entry" | "news" | "artikel" | "beitrag" | "content",
            "body" | "text",
        )
        | ("entry" | "post" | "article" | "story", "content") => Named::Body,
        (
            "author" | "autor" | "writer",
            "box" | "bio" | "biography" | "info" | "card" | "profile" | "description" | "teaser",
        )
        | ("about", "author") => Named::Furniture("author-box"),
        ("sr" | "screen", "only" | "reader")
        | ("visually", "hidden")
        | ("skip", "link" | "links") => Named::Furniture("hidden"),
        ("read" | "see", "also" | "more" | "next")
        | ("more", "on" | "from" | "articles" | "stories" | "news")
        | ("most", "read" | "popular" | "viewed" | "recent")
        | ("latest", "news" | "articles")
        | ("weitere" | "mehr", _) => Named::FurnitureOfLinks("related"),
        ("app", "hint" | "banner" | "promo" | "teaser" | "download" | "install") => {
            Named::Furniture("overlay")
        }
        ("sign", "up" | "in") | ("log", "in") => Named::Furniture("newsletter"),
        // "cmp" alone is also how Adobe's CMS names its components.
        (
            "cmp",
            "banner" | "box" | "consent" | "dialog" | "layer" | "modal" | "overlay" | "popup"
            | "wall" | "wrapper",
        ) => Named::Furniture("consent"),
        ("print", "header" | "footer" | "only") => Named::Furniture("hidden"),
        ("media", "title" | "footer" | "caption") => Named::Caption,
        (
            "photo" | "image" | "picture" | "bild" | "foto" | "media",
            "credit" | "credits" | "copyright" | "source" | "quelle",
        ) => Named::Credit,
        ("sub", "headline" | "title" | "head") => Named::Deck,
        ("publish" | "published" | "publication" | "post", "date" | "time" | "on") => Named::Date,
        ("google" | "dfp" | "gpt" | "native" | "sky", "ad" | "ads") => {
            Named::Furniture("advertisement")
        }
        _ => return None,
    })
}

fn single(word: &str) -> Option<Named> {
    Some(match word {
        "articlebody" | "storybody" | "articletext" | "storytext" | "entrycontent"
        | "postcontent" | "articlecontent" | "artikeltext" | "bodytext" | "fliesstext"
        | "storycontent" | "newstext" => Named::Body,

        "related" | "relatedarticles" | "relatedcontent" | "relatedposts" | "relatedlinks"
        | "recommended" | "recommendation" | "recommendations" | "recommender" | "empfehlungen"
        | "empfehlung" | "mostread" | "trending" | "readmore" | "readalso" | "weiterlesen"
        | "linkbox" | "jp" | "yarpp" | "morelinks" => Named::FurnitureOfLinks("related"),
        "newsletter" | "newsletters" | "newsletterbox" | "signup" | "subscribe"
        | "subscription" | "mailchimp" | "newslettersignup" | "abonnieren" => {
            Named::Furniture("newsletter")
        }
        "paywall" | "paidcontent" | "piano" | "offer" | "offers" | "aboshop" | "purchase"
        | "upsell" | "regwall" => Named::Furniture("paywall"),
        "share" | "sharing" | "sharebar" | "sharebuttons" | "socialshare" | "social"
        | "socials" | "socialbar" | "shariff" | "teilen" | "addthis" | "sharedaddy"
        | "addtoany" | "sharetools" => Named::Furniture("share"),
        "comments" | "commentlist" | "kommentare" | "disqus" | "commentform" | "respond"
        | "commentsection" | "commentbox" | "livefyre" | "coral" => Named::Furniture("comments"),
        "consent" | "cookie" | "cookies" | "gdpr" | "cmpbox" | "cmpwrapper" | "cookiebanner"
        | "onetrust" | "usercentrics" | "sourcepoint" => Named::Furniture("consent"),
        "poll" | "survey" | "quiz" | "umfrage" | "opinary" | "voting" => Named::Furniture("poll"),
        "audio" | "audioplayer" | "player" | "videoplayer" | "podcast" | "speechkit"
        | "vorlesen" => Named::Furniture("player"),
        "breadcrumb" | "breadcrumbs" | "navigation" | "navbar" | "pagination" | "pager"
        | "sidebar" | "toolbar" | "contentinfo" | "complementary" | "sitemap" | "megamenu"
        | "offcanvas" => Named::Furniture("navigation"),
        "nav" | "menu" | "topics" | "tags" | "taglist" | "tagcloud" | "keywords" | "themen"
        | "schlagworte" | "categories" | "carousel" | "slideshow" | "gallery" | "bildergalerie"
        | "playlist" | "ticker" | "promo" | "promoted" | "widget" | "rail" | "popular"
        | "rubric" | "tools" | "actions" | "linklist" | "linkliste" => {
            Named::FurnitureOfLinks("navigation")
        }
        "ad" | "ads" | "adbox" | "adslot" | "adunit" | "advert" | "adverts" | "advertisement"
        | "advertisements" | "advertising" | "adsbygoogle" | "anzeige" | "anzeigen" | "werbung"
        | "sponsored" | "sponsor" | "taboola" | "outbrain" | "dfp" | "adlabel" | "adcontainer"
        | "adwrapper" | "banner" | "mpu" | "ligatus" | "plista" => {
            Named::Furniture("advertisement")
        }
        "donation" | "donate" | "spenden" | "spendenbox" | "contribute" | "contributions" => {
            Named::Furniture("donation")
        }
        "disclaimer" | "disclaimers" | "disclosure" | "impressum" => Named::Furniture("disclaimer"),
        "republish" | "republication" => Named::Furniture("overlay"),
        "cta" | "calltoaction" => Named::Furniture("promo"),
        "login" | "register" | "registration" => Named::Furniture("newsletter"),
        "modal" | "overlay" | "popup" | "lightbox" | "tooltip" | "toast" | "snackbar"
        | "visuallyhidden" | "sronly" | "noprint" | "printonly" | "rating" | "ratings" => {
            Named::Furniture("overlay")
        }
        "authorbox" | "authorbio" | "authorinfo" | "aboutauthor" | "bio" | "biography"
        | "autorenbox" => Named::Furniture("author-box"),
        "footer" | "footnav" => Named::FurnitureOfLinks("footer"),
        "fuss" | "fusszeile" => Named::Furniture("footer"),
        "teaser" | "teasers" | "teaserlist" | "teaserbox" => Named::Teaser,

        "caption" | "captions" | "figcaption" | "imagecaption" | "photocaption"
        | "bildunterschrift" | "bildtext" | "bu" | "wpcaption" | "mediacaption" | "captiontext"
        | "imgcaption" | "piccaption" | "cutline" => Named::Caption,
        "credit" | "credits" | "copyright" | "photographer" | "fotograf" | "photocredit"
        | "imagecredit" | "bildquelle" | "bildnachweis" | "bildrechte" | "fotoquelle"
        | "fotocredit" | "imagecopyright" => Named::Credit,
        "kicker" | "overline" | "dachzeile" | "spitzmarke" | "roofline" | "topline" | "eyebrow"
        | "pretitle" | "preheadline" | "catchline" | "vorzeile" | "roofhead" | "oberzeile"
        | "hatline" | "stichwort" => Named::Kicker,
        "headline" | "title" | "titel" | "schlagzeile" | "headlinetext" => Named::Headline,
        "deck" | "dek" | "standfirst" | "subtitle" | "subheadline" | "subheading" | "summary"
        | "unterzeile" | "untertitel" => Named::Deck,
        "lead" | "lede" | "intro" | "introduction" | "vorspann" | "excerpt" | "abstract"
        | "anriss" | "leadtext" | "introtext" => Named::Lead,
        "byline" | "bylines" | "author" | "authors" | "autor" | "autoren" | "verfasser"
        | "authorname" => Named::Byline,
        "date" | "datum" | "published" | "pubdate" | "publishdate" | "publishingdate"
        | "timestamp" | "datetime" | "dateline-date" => Named::Date,
        "dateline" | "ortsmarke" | "locality" | "location" | "ort" => Named::Dateline,
        "pic" | "picbox" | "picture" | "image" | "imagebox" | "img" | "photo" | "foto" | "bild"
        | "bildbox" | "media" | "figure" | "thumbnail" | "video" | "poster" | "mediainfo" => {
            Named::Picture
        }
        _ => return by_beginning(word),
    })
}

/// Words that are often written together with others.
fn by_beginning(word: &str) -> Option<Named> {
    const BEGINNINGS: &[(&str, Named)] = &[
        ("related", Named::FurnitureOfLinks("related")),
        ("recommend", Named::FurnitureOfLinks("related")),
        ("tagbox", Named::FurnitureOfLinks("navigation")),
        ("newsletter", Named::Furniture("newsletter")),
        ("paywall", Named::Furniture("paywall")),
        ("advert", Named::Furniture("advertisement")),
        ("taboola", Named::Furniture("advertisement")),
        ("outbrain", Named::Furniture("advertisement")),
        ("cookie", Named::Furniture("consent")),
        ("sharing", Named::Furniture("share")),
        ("breadcrumb", Named::Furniture("navigation")),
        ("srlabel", Named::Furniture("hidden")),
    ];
    BEGINNINGS.iter().find(|(beginning, _)| word.starts_with(beginning)).map(|(_, named)| *named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_understood() {
        let cases = [
            (" article body ", Some(Named::Body)),
            (" text overline uppercase ", Some(Named::Kicker)),
            (" image credit ", Some(Named::Credit)),
            (" newsletter box ", Some(Named::Furniture("newsletter"))),
            (" author bio ", Some(Named::Furniture("author-box"))),
            (" grid col 12 ", None),
        ];
        for (names, want) in cases {
            assert_eq!(named(names), want, "{names}");
        }
    }
}
