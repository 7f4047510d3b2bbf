//! Link targets: which are kept, and their numbers.

use std::collections::HashMap;

use url::Url;

use super::plain;
use crate::domain::Article;
use crate::text::Clean;

/// The most links that an article numbers.
const MAX_LINKS: usize = 999;

/// The absolute target of a link when it is one that a reader may follow: `http`, `https` or `mailto`, not a place on
/// the same page.
pub(super) fn target(href: &str, base: Option<&Url>) -> Option<Clean> {
    let href = href.trim();
    if href.is_empty() || href.starts_with('#') {
        return None;
    }
    let url = match base {
        Some(base) => base.join(href).ok()?,
        None => Url::parse(href).ok()?,
    };
    if !matches!(url.scheme(), "http" | "https" | "mailto") {
        return None;
    }
    Some(Clean::line(url.as_str()))
}

/// The absolute address of a picture, over `http` or `https`.
pub(super) fn picture(src: &str, base: Option<&Url>) -> Option<String> {
    let src = src.trim();
    if src.is_empty() || src.starts_with('#') {
        return None;
    }
    let url = match base {
        Some(base) => base.join(src).ok()?,
        None => Url::parse(src).ok()?,
    };
    matches!(url.scheme(), "http" | "https").then(|| url.into())
}

/// Numbers the links that are left in the body in the order in which they stand, each target once.
pub(super) fn number(article: &mut Article) {
    let targets = std::mem::take(&mut article.links);
    let mut numbers: HashMap<Clean, u16> = HashMap::new();
    let mut links = Vec::new();
    for block in &mut article.blocks {
        plain::for_each_inline_mut(block, &mut |inline| {
            let target = inline.link.and_then(|link| targets.get(usize::from(link)));
            inline.link = target.and_then(|target| {
                if let Some(number) = numbers.get(target) {
                    return Some(*number);
                }
                let number =
                    u16::try_from(links.len()).ok().filter(|n| usize::from(*n) < MAX_LINKS)?;
                links.push(target.clone());
                numbers.insert(target.clone(), number);
                Some(number)
            });
        });
    }
    article.links = links;
}
